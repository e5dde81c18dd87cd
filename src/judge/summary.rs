//! How a plan stands as a whole: how many indicators have which grade, and how many could be measured at all.

use super::{Grade, Judgement, judge, newest_actual};
use crate::plan::{FiscalYear, Id, Indicator, Plan};
use std::collections::BTreeMap;

/// Indicators counted by grade. Those that could not be judged are counted like all others and never left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many have each grade, in the order of [`Grade`].
    counts: [usize; Grade::ALL.len()],
    /// How many have an actual, judged or not: the coverage (`12 of 20 measured`).
    pub measured: usize,
}

impl Tally {
    /// How many have a grade.
    #[must_use]
    pub fn of(&self, grade: Grade) -> usize {
        self.counts[grade as usize]
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many reach their target or their pace: 達成 and 順調.
    #[must_use]
    pub fn reaching(&self) -> usize {
        self.of(Grade::Achieved) + self.of(Grade::OnTrack)
    }

    /// Counts one more indicator.
    pub fn add(&mut self, judgement: &Judgement, is_measured: bool) {
        self.counts[judgement.grade as usize] += 1;
        self.measured += usize::from(is_measured);
    }
}

/// A plan's tally, and those of its top sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All indicators.
    pub whole: Tally,
    /// The indicators below each top section, in the plan's order; sections without indicators have an empty tally.
    pub sections: Vec<(Id, Tally)>,
    /// Indicators that stand in no section.
    pub elsewhere: Tally,
}

/// The summary of a plan by its newest actuals or, as of a fiscal year, by the newest up to then.
#[must_use]
pub fn summary(plan: &Plan, as_of: Option<FiscalYear>) -> Summary {
    let tops = Tops::of(plan);
    let mut summary = Summary {
        sections: tops
            .ids
            .iter()
            .map(|id| ((*id).clone(), Tally::default()))
            .collect(),
        ..Summary::default()
    };
    for indicator in &plan.indicators {
        let judgement = judge(indicator, plan.period, as_of);
        let is_measured = newest_actual(indicator, as_of).is_some();
        summary.whole.add(&judgement, is_measured);
        let section = tops
            .above(indicator)
            .and_then(|index| summary.sections.get_mut(index));
        match section {
            Some((_, tally)) => tally.add(&judgement, is_measured),
            None => summary.elsewhere.add(&judgement, is_measured),
        }
    }
    summary
}

/// The top sections, and which of them each section stands below.
struct Tops<'a> {
    ids: Vec<&'a Id>,
    by_section: BTreeMap<&'a Id, usize>,
}

impl<'a> Tops<'a> {
    fn of(plan: &'a Plan) -> Self {
        let mut tops = Self {
            ids: Vec::new(),
            by_section: BTreeMap::new(),
        };
        for section in &plan.sections {
            // Parents come before their children, so a parent not met yet is none; its child stands at the top.
            let above = section
                .parent
                .as_ref()
                .and_then(|parent| tops.by_section.get(parent));
            let index = above.copied().unwrap_or_else(|| {
                tops.ids.push(&section.id);
                tops.ids.len() - 1
            });
            tops.by_section.insert(&section.id, index);
        }
        tops
    }

    fn above(&self, indicator: &Indicator) -> Option<usize> {
        self.by_section.get(indicator.section.as_ref()?).copied()
    }
}
