//! Figures of towns of any size on one axis: years, and the baseline as 100.

use super::Group;
use super::member::rescale;
use crate::judge::Series;
use crate::plan::FiscalYear;

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

/// The series with its baseline as 100, without a unit; none without a baseline or where it is not above 0, since nothing
/// is a share of nothing.
#[must_use]
pub fn indexed(series: &Series) -> Option<Series> {
    let baseline = series.baseline.as_ref()?.number;
    if baseline <= 0.0 {
        return None;
    }
    let mut indexed = series.clone();
    rescale(&mut indexed, 100.0 / baseline, Some(1));
    indexed.unit.clear();
    Some(indexed)
}
