//! What a plan lacks to be followed up: indicators of its initiatives, owners, baselines, sources, actuals; and
//! indicators that measure the town's own work as if it were what came of it.

use super::remark::{Kind, Remark, Subject};
use super::vocabulary::{OUTCOMES, OUTPUTS, ending, held};
use crate::plan::{FiscalYear, Id, Indicator, Initiative, MissingReason, Plan, Value, squash};
use std::collections::{BTreeSet, HashSet};

/// Initiatives without an indicator: by what indicators are tied to where a plan ties them at all, else by whether the part
/// of the plan they stand in has any. A plan without indicators keeps score in other ways.
pub(super) fn without_indicator(plan: &Plan) -> Vec<Remark> {
    if plan.indicators.is_empty() {
        return Vec::new();
    }
    let measured = Measured::of(plan);
    plan.initiatives
        .iter()
        .filter(|initiative| !measured.has(plan, initiative))
        .map(|initiative| {
            let subject = Subject::Initiative(initiative.id.clone());
            let section = initiative.section.clone().map(Subject::Section);
            Remark {
                mended_at: section.unwrap_or_else(|| subject.clone()),
                subject,
                kind: Kind::NoIndicator,
                count: 1,
                set_aside: None,
            }
        })
        .collect()
}

/// What a plan's indicators measure.
struct Measured<'a> {
    /// The initiatives they are tied to.
    tied: BTreeSet<&'a Id>,
    /// The sections they stand in.
    sections: BTreeSet<&'a Id>,
    /// Those and all above them.
    above: BTreeSet<&'a Id>,
    /// Whether one stands in no section, and so may measure anything.
    anything: bool,
}

impl<'a> Measured<'a> {
    fn of(plan: &'a Plan) -> Self {
        let tied = plan.indicators.iter().flat_map(|it| &it.initiatives);
        let sections: BTreeSet<&Id> = plan
            .indicators
            .iter()
            .filter_map(|it| it.section.as_ref())
            .collect();
        let paths = sections.iter().flat_map(|id| plan.section_path(id));
        Self {
            tied: tied.collect(),
            above: paths.map(|section| &section.id).collect(),
            anything: plan.indicators.iter().any(|it| it.section.is_none()),
            sections,
        }
    }

    fn has(&self, plan: &Plan, initiative: &Initiative) -> bool {
        if !self.tied.is_empty() {
            return self.tied.contains(&initiative.id);
        }
        let Some(section) = &initiative.section else {
            return true; // it may belong anywhere
        };
        let path = plan.section_path(section);
        self.anything
            || self.above.contains(section)
            || path.iter().any(|above| self.sections.contains(&above.id))
    }
}

/// Who is responsible for what in a plan.
pub(super) struct Owners<'a> {
    /// The initiatives that somebody is named for.
    initiatives: HashSet<&'a Id>,
    /// The sections that somebody is named for, or for one above.
    sections: HashSet<&'a Id>,
}

impl<'a> Owners<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let owned = plan.initiatives.iter();
        let owned = owned.filter(|it| !it.departments.is_empty());
        let mut sections: HashSet<&Id> = HashSet::new();
        for section in &plan.sections {
            // Parents come before their children.
            let above = section.parent.as_ref();
            let above = above.is_some_and(|above| sections.contains(above));
            if above || !section.departments.is_empty() {
                sections.insert(&section.id);
            }
        }
        Self {
            initiatives: owned.map(|it| &it.id).collect(),
            sections,
        }
    }

    /// Whether nobody is named for an indicator: not itself, not the initiatives it is tied to, not the sections it stands
    /// in.
    pub fn lack(&self, indicator: &Indicator) -> bool {
        let section = indicator.section.as_ref();
        let mut tied = indicator.initiatives.iter();
        indicator.departments.is_empty()
            && !tied.any(|id| self.initiatives.contains(id))
            && !section.is_some_and(|id| self.sections.contains(id))
    }
}

/// Whether the start is not known. 未整備 and 新規 say that there was nothing before, which is a start.
pub(super) fn has_no_baseline(indicator: &Indicator) -> bool {
    match indicator.baseline.as_ref().map(|baseline| &baseline.value) {
        None => true,
        Some(Value::Missing { reason }) => {
            !matches!(reason, MissingReason::NotEstablished | MissingReason::New)
        }
        Some(_) => false,
    }
}

/// Whether nothing says how or from what the figure is taken.
pub(super) fn has_no_source(indicator: &Indicator) -> bool {
    indicator.measurement.is_empty() && indicator.note.is_empty()
}

/// Whether an actual is due for a year: it lies behind the baseline's year or in the plan's own years, and not behind the
/// last target. Where no year is known, none is due.
pub(super) fn is_due(plan: &Plan, indicator: &Indicator, year: FiscalYear) -> bool {
    let baseline = indicator.baseline.as_ref();
    let behind_baseline = baseline
        .and_then(|baseline| baseline.period.year())
        .map(|baseline| baseline < year.0);
    let in_plan = plan.period.start.map(|start| start <= year);
    let begun = match (behind_baseline, in_plan) {
        (None, None) => false,
        (behind, inside) => behind != Some(false) && inside != Some(false),
    };
    let target = indicator.final_target();
    let end = target
        .and_then(|target| target.period.year())
        .or(plan.period.end.map(|end| end.0));
    begun && end.is_none_or(|end| year.0 <= end)
}

/// Whether nothing is entered for a whole year, not even why it is missing.
pub(super) fn has_no_actual(indicator: &Indicator, year: FiscalYear) -> bool {
    let blank = Value::default();
    !indicator.actuals.iter().any(|actual| {
        actual.period.year() == Some(year.0) && actual.value != blank && !actual.half_year
    })
}

/// What the town does, where the indicator is called one of what came of it.
pub(super) fn output_as_outcome(indicator: &Indicator) -> Option<Kind> {
    held(&squash(&indicator.kind), OUTCOMES)?;
    let word = ending(&squash(&indicator.name), OUTPUTS)?;
    Some(Kind::OutputAsOutcome {
        word: word.to_owned(),
    })
}
