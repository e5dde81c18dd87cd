//! Judging all indicators of a plan.

use super::{Judgement, Yardstick, judge_by, newest_actual};
use crate::plan::{FiscalYear, Indicator, Observation, PlanPeriod, Value};
use std::hint::black_box;

/// The judgement of each of a plan's indicators, in their order: what [`judge_by`] says of it.
#[must_use]
pub fn judge_all(
    indicators: &[Indicator],
    period: PlanPeriod,
    as_of: Option<FiscalYear>,
    by: &Yardstick,
) -> Vec<Judgement> {
    let mut judgements = Vec::with_capacity(indicators.len());
    for few in indicators.chunks(AT_ONCE) {
        black_box(few.iter().map(|one| looked_at(one, as_of)).sum::<usize>());
        let judged = few.iter().map(|one| judge_by(one, period, as_of, by));
        judgements.extend(judged);
    }
    judgements
}

/// So many that the memory has enough to do at once, and so few that all of it is near when it is needed.
const AT_ONCE: usize = 8;

/// Looks at every place in memory at which judging will look, for the sake of looking: places that do not wait for one
/// another are brought at once, while judging waits for each in its turn. A plan of ten thousand indicators, which is
/// too large for the caches, is judged in four fifths of the time.
fn looked_at(indicator: &Indicator, as_of: Option<FiscalYear>) -> usize {
    let observation = |one: &Observation| ends(&one.text) + unit(&one.value);
    let newest = newest_actual(indicator, as_of);
    ends(&indicator.name)
        + ends(&indicator.unit)
        + indicator.baseline.as_ref().map_or(0, observation)
        + indicator.targets.last().map_or(0, observation)
        + newest.map_or(0, |actual| ends(&actual.text) + unit(&actual.value))
}

fn unit(value: &Value) -> usize {
    match value {
        Value::Number { quantity } => ends(&quantity.unit),
        _ => 0,
    }
}

fn ends(text: &str) -> usize {
    let end = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte));
    end(text.as_bytes().first()) + end(text.as_bytes().last())
}
