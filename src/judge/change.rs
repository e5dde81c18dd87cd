//! Targets that are written as a change of the baseline: 現状維持, 基準値以上, 20%削減.

use super::series::Point;
use super::unit::{Measure, exact};
use crate::plan::{Bound, FromBaseline, Indicator, Observation, Value, from_baseline};

/// More than any share of a whole: a bare figure beyond it is no percentage.
const WHOLE: f64 = 100.0;

/// The change that a target means; none of one that is a figure itself, or is held against something else.
pub(super) fn change(indicator: &Indicator, target: &Observation) -> Option<FromBaseline> {
    match &target.value {
        Value::Relative { .. } => from_baseline(&target.text),
        Value::Number { quantity } if matches!(quantity.unit.as_str(), "%" | "倍") => {
            let baseline = indicator.baseline.as_ref()?.value.single()?;
            // 1,000 → ▲20%, 100 → 1.5倍: nothing else says that the baseline is in that unit.
            let is_bare = indicator.unit.is_empty() && baseline.unit.is_empty();
            match quantity.unit.as_str() {
                "倍" if is_bare && quantity.number > 0.0 => {
                    Some(FromBaseline::Times(quantity.number))
                }
                "%" if is_bare && quantity.number < 0.0 && baseline.number > WHOLE => {
                    Some(FromBaseline::Times(1.0 + quantity.number / 100.0))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The figure that a change of a baseline leads to; none from below zero, where a share has no meaning, and where it is
/// counted in another unit.
pub(super) fn changed<'a>(
    change: &FromBaseline,
    baseline: &Point,
    target: &'a Observation,
    measure: &Measure,
) -> Option<Point<'a>> {
    let side = |is_more| {
        if is_more {
            Bound::AtLeast
        } else {
            Bound::AtMost
        }
    };
    let (number, decimals, bound) = match change {
        FromBaseline::Level(bound) => (baseline.number, baseline.decimals, *bound),
        FromBaseline::Times(times) if baseline.number > 0.0 => {
            let (number, decimals) = exact(baseline.number * times);
            (number, decimals, Some(side(*times >= 1.0)))
        }
        FromBaseline::Times(_) => return None,
        FromBaseline::Plus(quantity) => {
            let (more, decimals) = measure.of(quantity, None)?;
            let (number, _) = exact(baseline.number + more);
            let decimals = decimals.max(baseline.decimals);
            (number, decimals, Some(side(more >= 0.0)))
        }
    };
    Some(Point {
        period: target.period,
        number,
        decimals,
        text: target.text.as_str().into(),
        bound,
        ..Point::default()
    })
}
