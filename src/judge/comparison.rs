//! The same indicators judged in two ways: by two yardsticks, or by the targets before they were changed.

use super::{Judgement, Yardstick, judge_by};
use crate::plan::{FiscalYear, Id, Indicator, Period, Plan, PlanPeriod};

/// An indicator whose grade is another by another yardstick.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The indicator.
    pub indicator: Id,
    /// Its judgement by the one.
    pub before: Judgement,
    /// Its judgement by the other.
    pub after: Judgement,
}

/// The indicators whose grade another yardstick changes, in the plan's order.
#[must_use]
pub fn changes(
    plan: &Plan,
    as_of: Option<FiscalYear>,
    before: &Yardstick,
    after: &Yardstick,
) -> Vec<Change> {
    let compared = plan.indicators.iter().map(|indicator| Change {
        indicator: indicator.id.clone(),
        before: judge_by(indicator, plan.period, as_of, before),
        after: judge_by(indicator, plan.period, as_of, after),
    });
    compared
        .filter(|change| change.before.grade != change.after.grade)
        .collect()
}

/// The judgements by the targets an indicator had before they were changed, each with when they were; the oldest first.
#[must_use]
pub fn by_earlier_targets(
    indicator: &Indicator,
    period: PlanPeriod,
    as_of: Option<FiscalYear>,
    by: &Yardstick,
) -> Vec<(Period, Judgement)> {
    let judged = indicator.earlier_targets.iter().map(|earlier| {
        let before = Indicator {
            targets: earlier.targets.clone(),
            earlier_targets: Vec::new(),
            ..indicator.clone()
        };
        (earlier.changed, judge_by(&before, period, as_of, by))
    });
    judged.collect()
}
