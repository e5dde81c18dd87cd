//! A series as a chart holds it: its points with what is said of them, its pace, what is allowed.

use super::scale::Way;
use crate::chart::format::figure;
use crate::chart::spec::{Allowed, ChartPoint, ChartSeries, PointRole};
use crate::chart::words::ChartTerms;
use crate::judge::{Point, Series};
use crate::plan::{Accumulation, FiscalYear, Period, PlanPeriod};

/// Longer plans than this show the years of their figures only.
const MOST_YEARS: i32 = 60;

/// Beyond this, figures are placed as if they were this: there is no scale for them.
const FARTHEST: f64 = 1e300;

/// The figure as it is placed.
pub fn placeable(number: f64) -> f64 {
    number.clamp(-FARTHEST, FARTHEST)
}

/// The series with every point worded.
pub fn chart_series(series: &Series, period: PlanPeriod, terms: &ChartTerms) -> ChartSeries {
    let way = Way::of(series);
    let last = series.targets.len().saturating_sub(1);
    let mut points = Vec::with_capacity(1 + series.targets.len() + series.actuals.len());
    if let Some(baseline) = &series.baseline {
        put(
            &mut points,
            point(series, PointRole::Baseline, baseline, terms),
        );
    }
    for (index, target) in series.targets.iter().enumerate() {
        let role = if index == last {
            PointRole::Target
        } else {
            PointRole::Interim
        };
        let mut point = point(series, role, target, terms);
        match (way, role, target.upper) {
            (Way::Progress { to, .. }, PointRole::Target, _) => point.number = to,
            (Way::Limit(_), _, Some(upper)) => {
                point.number = point.number / 2.0 + placeable(upper) / 2.0;
            }
            _ => {}
        }
        put(&mut points, point);
    }
    for actual in &series.actuals {
        put(&mut points, point(series, PointRole::Actual, actual, terms));
    }
    ChartSeries {
        label: series.label.trim().to_owned(),
        unit: series.unit.to_string(),
        decimals: decimals(series),
        points,
        pace: if matches!(way, Way::Limit(_)) {
            Vec::new()
        } else {
            pace(series, period)
        },
        allowed: allowed(series, way),
    }
}

/// Puts a point in its place. There are few; a library sort would weigh more than all the rest of this file.
fn put(points: &mut Vec<ChartPoint>, point: ChartPoint) {
    let at = points.partition_point(|other| order(other) <= order(&point));
    points.insert(at, point);
}

fn point(series: &Series, role: PointRole, point: &Point, terms: &ChartTerms) -> ChartPoint {
    let label = match point.upper {
        Some(upper) => {
            let range = terms
                .range
                .replacen("{low}", &figure(point.number, point.decimals, ""), 1)
                .replacen("{high}", &figure(upper, point.decimals, ""), 1);
            range + &series.unit
        }
        None => terms.bounded(
            point.bound,
            figure(point.number, point.decimals, &series.unit),
        ),
    };
    let from_start = series.accumulation == Accumulation::CumulativeFromStart;
    let role_word = match role {
        PointRole::Baseline if from_start => terms.count_start,
        PointRole::Baseline => terms.baseline,
        PointRole::Actual => terms.actual,
        PointRole::Interim => terms.interim,
        PointRole::Target => terms.target,
    };
    let period = known(point.period);
    let half = if point.half_year {
        terms.first_half
    } else {
        ""
    };
    let year = terms.period_name(period) + half;
    let mut name = String::with_capacity(series.label.len() + year.len() + label.len() + 16);
    for part in [series.label.trim(), &year, role_word] {
        if !part.is_empty() {
            name.push_str(part);
            name.push(' ');
        }
    }
    name.push_str(&label);
    let caption = terms.with_note(role_word, &(terms.period_short(period) + half));
    ChartPoint {
        role,
        period,
        number: placeable(point.number),
        label,
        caption,
        name,
    }
}

/// The period, unless its year is none that anybody could mean.
fn known(period: Period) -> Period {
    match period.year() {
        Some(1..=9999) => period,
        _ => Period::Unknown,
    }
}

/// By year; of unknown years, the baseline comes first and a target last.
fn order(point: &ChartPoint) -> (i32, u8) {
    match (point.period.year(), point.role) {
        (Some(year), PointRole::Baseline) => (year, 0),
        (Some(year), PointRole::Interim | PointRole::Target) => (year, 1),
        (Some(year), PointRole::Actual) => (year, 2),
        (None, PointRole::Baseline) => (i32::MIN, 0),
        (None, PointRole::Actual) => (i32::MIN, 1),
        (None, PointRole::Interim) => (i32::MAX, 0),
        (None, PointRole::Target) => (i32::MAX, 1),
    }
}

/// The most decimals any figure is written with.
fn decimals(series: &Series) -> u8 {
    let all = series
        .baseline
        .iter()
        .chain(&series.targets)
        .chain(&series.actuals);
    all.map(|point| point.decimals).max().unwrap_or(0)
}

/// Where the pace stands, year by year: from the baseline's year (or, where that is unknown, from the plan's first) to
/// the final target's.
fn pace(series: &Series, period: PlanPeriod) -> Vec<(i32, f64)> {
    let targets = || {
        series
            .targets
            .iter()
            .filter_map(|target| known(target.period).year())
    };
    let baseline = series
        .baseline
        .as_ref()
        .and_then(|baseline| known(baseline.period).year());
    let planned = |year: Option<FiscalYear>| year.map(|year| year.0);
    let first = baseline
        .or_else(|| planned(period.start))
        .or_else(|| targets().min());
    let last = series
        .targets
        .last()
        .and_then(|target| known(target.period).year());
    let (Some(first), Some(last)) = (first, last.or_else(|| planned(period.end))) else {
        return Vec::new();
    };
    let at = |year: i32| {
        let number = series.expected_at(period, FiscalYear(year))?;
        (!number.is_nan()).then(|| (year, placeable(number)))
    };
    if last.saturating_sub(first) > MOST_YEARS {
        return baseline
            .into_iter()
            .chain(targets())
            .filter_map(at)
            .collect();
    }
    (first..=last).filter_map(at).collect()
}

/// What meets the target, where the target is a limit or is written as one.
fn allowed(series: &Series, way: Way) -> Option<Allowed> {
    let target = series.targets.last()?;
    let bounded = target.bound.is_some() || target.upper.is_some();
    match way {
        Way::Limit(allowed) => Some(allowed),
        Way::Progress { .. } | Way::FromZero if bounded => {
            Some(super::scale::allowed(series, target))
        }
        Way::Progress { .. } | Way::FromZero | Way::None => None,
    }
}
