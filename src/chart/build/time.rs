//! An indicator as a time chart.

use super::axis::axis;
use super::figures::{chart_series, placeable};
use crate::chart::spec::{ChartPoint, ChartSeries, PointRole, TimeChart};
use crate::chart::words::ChartTerms;
use crate::judge::Series;
use crate::plan::{Period, PlanPeriod};

/// The series over their years; none when there is no figure or no year.
pub fn time_chart(all: &[Series], period: PlanPeriod, terms: &ChartTerms) -> Option<TimeChart> {
    let series = all.iter().map(|series| chart_series(series, period, terms));
    let upper = all.iter().flat_map(|series| &series.targets);
    let upper = upper.filter_map(|target| target.upper).map(placeable);
    over_years(series.collect(), upper.collect(), period, terms)
}

/// Series as a chart holds them over their years, with whatever else is to be in reach; none when there is no figure or
/// no year.
pub fn over_years(
    mut series: Vec<ChartSeries>,
    reached: Vec<f64>,
    period: PlanPeriod,
    terms: &ChartTerms,
) -> Option<TimeChart> {
    series.retain(|series| !series.points.is_empty());
    let (first, last) = years(&series, period)?;
    let (low, high) = reach(reached, &series)?;
    let unit = &series.first()?.unit;
    let same_unit = series.iter().all(|other| other.unit == *unit);
    let decimals = series
        .iter()
        .map(|series| series.decimals)
        .max()
        .unwrap_or(0);
    let axis = axis(
        low,
        high,
        decimals,
        if same_unit { unit } else { "" },
        terms,
    );
    let apart = series
        .iter()
        .flat_map(|series| &series.points)
        .any(stands_apart);
    Some(TimeChart {
        first,
        last,
        unknown: apart.then(|| terms.year_unknown.to_owned()),
        low: axis.low,
        high: axis.high,
        ticks: axis.ticks,
        unit: if axis.unit.is_empty() {
            axis.unit
        } else {
            terms.with_note("", &axis.unit)
        },
        pace_label: terms.pace_line.to_owned(),
        calendar: series
            .iter()
            .flat_map(|series| &series.points)
            .any(is_calendar),
        series,
    })
}

fn is_calendar(point: &ChartPoint) -> bool {
    matches!(point.period, Period::Calendar { .. })
}

/// Whether a point has no place among the years: a baseline or actual of unknown year. (A target of unknown year is
/// taken to be the plan's end and says 年度不明.)
fn stands_apart(point: &ChartPoint) -> bool {
    point.period == Period::Unknown && matches!(point.role, PointRole::Baseline | PointRole::Actual)
}

/// The first and the last year, never the same.
fn years(series: &[ChartSeries], period: PlanPeriod) -> Option<(i32, i32)> {
    let known = || {
        series
            .iter()
            .flat_map(|series| &series.points)
            .filter_map(|point| point.period.year())
    };
    let targets_unknown = series
        .iter()
        .flat_map(|series| &series.points)
        .any(|point| point.role == PointRole::Target && point.period == Period::Unknown);
    let planned = [period.start, period.end]
        .into_iter()
        .flatten()
        .map(|year| year.0);
    let few = known().min() == known().max();
    let all = || known().chain(planned.clone().filter(|_| few || targets_unknown));
    let (first, last) = (all().min()?, all().max()?);
    Some(if first < last {
        (first, last)
    } else {
        (first, last.saturating_add(1))
    })
}

/// The least and the greatest figure, limits included.
fn reach(reached: Vec<f64>, series: &[ChartSeries]) -> Option<(f64, f64)> {
    let points = series
        .iter()
        .flat_map(|series| &series.points)
        .map(|point| point.number);
    let limits = series.iter().filter_map(|series| series.allowed);
    let limits = limits.flat_map(|allowed| allowed.low.into_iter().chain(allowed.high));
    let figures = points.chain(reached).chain(limits);
    figures.fold(None, |reach, figure| {
        let (low, high) = reach.unwrap_or((figure, figure));
        Some((low.min(figure), high.max(figure)))
    })
}
