//! What a plan lacks to be followed up: indicators of its initiatives, owners, baselines, sources, actuals; and
//! indicators that measure the town's own work as if it were what came of it.

use super::remark::{Kind, Remark, Subject};
use super::vocabulary::{OUTCOMES, OUTPUTS, ending, held};
use crate::plan::{FiscalYear, Id, Indicator, Initiative, MissingReason, Plan, Value, squash};

/// Initiatives without an indicator: by what indicators are tied to where a plan ties them at all, else by whether the part
/// of the plan they stand in has any. A plan without indicators keeps score in other ways.
pub(super) fn without_indicator(plan: &Plan) -> Vec<Remark> {
    let ties = plan
        .indicators
        .iter()
        .any(|indicator| !indicator.initiatives.is_empty());
    let is_measured = |initiative: &&Initiative| {
        plan.indicators.iter().any(|indicator| {
            if ties {
                indicator.initiatives.contains(&initiative.id)
            } else {
                related(
                    plan,
                    initiative.section.as_ref(),
                    indicator.section.as_ref(),
                )
            }
        })
    };
    if plan.indicators.is_empty() {
        return Vec::new();
    }
    plan.initiatives
        .iter()
        .filter(|initiative| !is_measured(initiative))
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

/// Whether one section is the other or stands above or below it; what stands nowhere may belong anywhere.
fn related(plan: &Plan, one: Option<&Id>, other: Option<&Id>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    let above = |lower: &Id, upper: &Id| {
        let path = plan.section_path(lower);
        path.iter().any(|section| section.id == *upper)
    };
    above(one, other) || above(other, one)
}

/// Whether nobody is named for an indicator: not itself, not the initiatives it is tied to, not the sections it stands in.
pub(super) fn has_no_owner(plan: &Plan, indicator: &Indicator) -> bool {
    let tied = plan
        .initiatives
        .iter()
        .filter(|initiative| indicator.initiatives.contains(&initiative.id));
    let path = indicator
        .section
        .as_ref()
        .map_or_else(Vec::new, |section| plan.section_path(section));
    indicator.departments.is_empty()
        && tied
            .flat_map(|initiative| &initiative.departments)
            .next()
            .is_none()
        && path.iter().all(|section| section.departments.is_empty())
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

/// Whether nothing is entered for a year, not even why it is missing.
pub(super) fn has_no_actual(indicator: &Indicator, year: FiscalYear) -> bool {
    let blank = Value::default();
    !indicator
        .actuals
        .iter()
        .any(|actual| actual.period.year() == Some(year.0) && actual.value != blank)
}

/// What the town does, where the indicator is called one of what came of it.
pub(super) fn output_as_outcome(indicator: &Indicator) -> Option<Kind> {
    held(&squash(&indicator.kind), OUTCOMES)?;
    let word = ending(&squash(&indicator.name), OUTPUTS)?;
    Some(Kind::OutputAsOutcome {
        word: word.to_owned(),
    })
}
