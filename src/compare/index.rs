//! Figures of towns of any size on one axis: years, and the baseline as 100.

use super::member::rescale;
use super::{Group, Refusal};
use crate::judge::Series;
use crate::plan::FiscalYear;

/// No plan counts in smaller figures; below, an index would not stay finite.
const LEAST: f64 = 1e-9;

/// The first and last year of a group's figures, where any year is known: the axis all of them share.
#[must_use]
pub fn years(group: &Group) -> Option<(FiscalYear, FiscalYear)> {
    let points = group.members.iter().flat_map(super::Member::points);
    let mut years = points.filter_map(|point| point.period.year());
    let first = years.next()?;
    let ends = years.fold((first, first), |(low, high), year| {
        (low.min(year), high.max(year))
    });
    Some((FiscalYear(ends.0), FiscalYear(ends.1)))
}

/// The series with its baseline as 100, without a unit.
///
/// # Errors
/// [`Refusal::NoBaseline`] without a baseline, or with one that is not above 0.
pub fn indexed<'a>(series: &Series<'a>) -> Result<Series<'a>, Refusal> {
    let baseline = series.baseline.as_ref().map(|point| point.number);
    let baseline = baseline
        .filter(|number| *number >= LEAST)
        .ok_or(Refusal::NoBaseline)?;
    let mut indexed = series.clone();
    rescale(&mut indexed, 100.0 / baseline, Some(1));
    indexed.unit = "".into();
    Ok(indexed)
}
