//! Setting an actual, and putting one back at its place.

use super::{Edit, EditError, find};
use crate::plan::{Actual, Id, Period, Plan};
use std::mem::replace;

pub(super) fn set_actual(
    plan: &mut Plan,
    indicator: Id,
    period: Period,
    actual: Option<Actual>,
) -> Result<Edit, EditError> {
    if actual
        .as_ref()
        .is_some_and(|actual| actual.period != period)
    {
        return Err(EditError::PeriodMismatch);
    }
    let actuals = &mut find(&mut plan.indicators, &indicator)?.actuals;
    let at = actuals
        .iter()
        .position(|existing| existing.period == period);
    let before = match (at, actual) {
        (Some(at), Some(actual)) => Some(replace(&mut actuals[at], actual)),
        (Some(at), None) => {
            // A hand-written file may hold them in any order: the place itself is kept.
            let actual = Box::new(actuals.remove(at));
            return Ok(Edit::RestoreActual {
                indicator,
                index: at,
                actual,
            });
        }
        (None, Some(actual)) => {
            let later = actuals.iter().position(|existing| existing.period > period);
            actuals.insert(later.unwrap_or(actuals.len()), actual);
            None
        }
        (None, None) => None,
    };
    Ok(Edit::SetActual {
        indicator,
        period,
        actual: before,
    })
}

pub(super) fn restore_actual(
    plan: &mut Plan,
    indicator: Id,
    index: usize,
    actual: Actual,
) -> Result<Edit, EditError> {
    let actuals = &mut find(&mut plan.indicators, &indicator)?.actuals;
    let index = index.min(actuals.len());
    let period = actual.period;
    if actuals[..index]
        .iter()
        .any(|earlier| earlier.period == period)
    {
        return Err(EditError::PeriodTaken);
    }
    actuals.insert(index, actual);
    Ok(Edit::SetActual {
        indicator,
        period,
        actual: None,
    })
}
