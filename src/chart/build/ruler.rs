//! A series as a ruler.

use super::Judged;
use super::figures::{chart_series, placeable};
use super::scale::{Way, around_limit};
use crate::chart::format::figure;
use crate::chart::spec::{ChartSeries, PointRole, Ruler, RulerKind, YearTick};
use crate::chart::words::ChartTerms;
use crate::judge::{Point, Series};
use crate::plan::{Accumulation, FiscalYear, Period, PlanPeriod};

/// The ruler of a series; none when it has no figure to reach. `missing` is what the plan says where the baseline's
/// figure should be.
pub fn ruler(
    series: &Series,
    judged: Judged,
    missing: &str,
    period: PlanPeriod,
    terms: &ChartTerms,
) -> Option<Ruler> {
    let way = Way::of(series);
    let mut worded = chart_series(series, period, terms);
    let marked = judged.marked.and_then(|period| marked(&worded, period));
    if let Some(point) = marked.and_then(|index| worded.points.get_mut(index))
        && is_half_counted(series, point.period)
    {
        point.number = placeable(point.number * 2.0);
    }
    let target = placeable(series.targets.last()?.number);
    let (start, end, kind) = match way {
        Way::Progress { from, to } => (from, to, RulerKind::Progress),
        Way::FromZero => {
            let said = if missing.is_empty() {
                terms.no_baseline
            } else {
                missing
            };
            let short = figure(0.0, 0, &series.unit);
            let label = terms.with_note(&short, said);
            (0.0, target, RulerKind::FromZero { label, short })
        }
        Way::Limit(allowed) => {
            let shown =
                worded.points.iter().enumerate().filter(|(index, point)| {
                    point.role != PointRole::Actual || marked == Some(*index)
                });
            let figures: Vec<f64> = shown.map(|(_, point)| point.number).collect();
            let (start, end) = around_limit(allowed, &figures, &series.unit);
            (start, end, RulerKind::Limit)
        }
        Way::None => return None,
    };
    let now = marked.and_then(|index| worded.points[index].period.year());
    let ticks = ticks(&worded, &kind, now);
    Some(Ruler {
        series: worded,
        grade: judged.grade,
        start,
        end,
        kind,
        ticks,
        marked,
    })
}

/// Whether the actual of a period is one year's count of which only the first half is known: it stands where the whole year
/// would if it went on so, as it is judged, and keeps its own figure.
fn is_half_counted(series: &Series, period: Period) -> bool {
    let is_half = |point: &Point| point.half_year && point.period == period;
    series.accumulation == Accumulation::PerPeriod && series.actuals.iter().any(is_half)
}

/// The actual judged: the one of that period, or else the newest one before it.
fn marked(series: &ChartSeries, period: Period) -> Option<usize> {
    let actuals = || {
        series
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.role == PointRole::Actual)
    };
    let same = actuals().rfind(|(_, point)| point.period == period);
    let newest = || {
        actuals().rfind(|(_, point)| match (point.period.year(), period.year()) {
            (Some(year), Some(limit)) => year <= limit,
            _ => true,
        })
    };
    same.or_else(newest).map(|(index, _)| index)
}

/// The years on the scale: along a way, where the pace stands; around a limit, where the plan's own figures stand.
fn ticks(series: &ChartSeries, kind: &RulerKind, now: Option<i32>) -> Vec<YearTick> {
    let planned = || {
        series
            .points
            .iter()
            .filter(|point| point.role != PointRole::Actual)
    };
    let is_target = |year: i32| {
        planned()
            .any(|point| point.role != PointRole::Baseline && point.period.year() == Some(year))
    };
    let calendar = planned().any(|point| matches!(point.period, Period::Calendar { .. }));
    let tick = |(year, value): (i32, f64)| YearTick {
        value,
        label: if calendar {
            year.to_string()
        } else {
            FiscalYear(year).short()
        },
        now: now == Some(year) && *kind != RulerKind::Limit,
        target: is_target(year),
    };
    if *kind == RulerKind::Limit {
        planned()
            .filter_map(|point| Some(tick((point.period.year()?, point.number))))
            .collect()
    } else {
        series.pace.iter().copied().map(tick).collect()
    }
}
