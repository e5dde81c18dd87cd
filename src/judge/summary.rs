//! How a plan stands as a whole: how many indicators have which grade, and how many could be measured at all.

use super::{Grade, Judgement, Yardstick, judge_all, newest_actual};
use crate::plan::{FiscalYear, Id, Plan};
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

    /// How many could be judged.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.total() - self.of(Grade::NotJudged)
    }

    /// Counts one more indicator.
    pub fn add(&mut self, judgement: &Judgement, is_measured: bool) {
        self.counts[judgement.grade as usize] += 1;
        self.measured += usize::from(is_measured);
    }
}

/// A plan's tally, and those of its sections: policies (政策), measures (施策) and whatever stands between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All indicators.
    pub whole: Tally,
    /// The indicators of each section and all below it, in the plan's order; sections without indicators have an empty
    /// tally.
    pub sections: Vec<(Id, Tally)>,
    /// Indicators that stand in no section.
    pub elsewhere: Tally,
}

impl Summary {
    /// The tally of a section and all below it.
    #[must_use]
    pub fn section(&self, id: &Id) -> Option<&Tally> {
        let mut sections = self.sections.iter();
        sections
            .find(|(section, _)| section == id)
            .map(|(_, tally)| tally)
    }
}

/// The summary of a plan on the standard scale by its newest actuals or, as of a fiscal year, by the newest up to then.
#[must_use]
pub fn summary(plan: &Plan, as_of: Option<FiscalYear>) -> Summary {
    summary_by(plan, as_of, &Yardstick::default())
}

/// The same by a formula and on a scale of one's choice.
#[must_use]
pub fn summary_by(plan: &Plan, as_of: Option<FiscalYear>, by: &Yardstick) -> Summary {
    let above = parents(plan);
    let places = places(plan);
    let mut summary = Summary::default();
    let mut tallies = vec![Tally::default(); plan.sections.len()];
    let judgements = judge_all(&plan.indicators, plan.period, as_of, by);
    for (indicator, judgement) in plan.indicators.iter().zip(&judgements) {
        let is_measured = newest_actual(indicator, as_of).is_some();
        summary.whole.add(judgement, is_measured);
        let mut next = indicator
            .section
            .as_ref()
            .and_then(|section| places.get(section).copied());
        if next.is_none() {
            summary.elsewhere.add(judgement, is_measured);
        }
        while let Some(place) = next {
            tallies[place].add(judgement, is_measured);
            next = above[place];
        }
    }
    let ids = plan.sections.iter().map(|section| section.id.clone());
    summary.sections = ids.zip(tallies).collect();
    summary
}

/// Where each section stands in the plan.
pub(super) fn places(plan: &Plan) -> BTreeMap<&Id, usize> {
    let sections = plan.sections.iter().enumerate();
    sections
        .map(|(place, section)| (&section.id, place))
        .collect()
}

/// The place of each section's parent. Parents come before their children: one that does not is none, so that a section
/// which a file names as its own ancestor ends the way up.
pub(super) fn parents(plan: &Plan) -> Vec<Option<usize>> {
    let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
    let mut parents = Vec::with_capacity(plan.sections.len());
    for (place, section) in plan.sections.iter().enumerate() {
        let parent = section.parent.as_ref();
        parents.push(parent.and_then(|parent| places.get(parent).copied()));
        places.insert(&section.id, place);
    }
    parents
}
