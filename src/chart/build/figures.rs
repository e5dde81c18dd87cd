//! A series as a chart holds it: its points with what is said of them, its pace, what is allowed.

use super::scale::Way;
use crate::chart::format::figure;
use crate::chart::spec::{Allowed, ChartPoint, ChartSeries, PointRole};
use crate::chart::words::ChartWords;
use crate::judge::{Point, Series};
use crate::plan::Period;

/// Longer plans than this show the years of their figures only.
const MOST_YEARS: i32 = 60;

/// Beyond this, figures are placed as if they were this: there is no scale for them.
const FARTHEST: f64 = 1e300;

/// The figure as it is placed.
pub fn placeable(number: f64) -> f64 {
    number.clamp(-FARTHEST, FARTHEST)
}

/// The series with every point worded.
pub fn chart_series(series: &Series, words: &ChartWords<'_>) -> ChartSeries {
    let way = Way::of(series);
    let last = series.targets.len().saturating_sub(1);
    let mut points = Vec::with_capacity(1 + series.targets.len() + series.actuals.len());
    if let Some(baseline) = &series.baseline {
        points.push(point(series, PointRole::Baseline, baseline, words));
    }
    for (index, target) in series.targets.iter().enumerate() {
        let role = if index == last {
            PointRole::Target
        } else {
            PointRole::Interim
        };
        points.push(point(series, role, target, words));
    }
    for actual in &series.actuals {
        points.push(point(series, PointRole::Actual, actual, words));
    }
    points.sort_by_key(order);
    ChartSeries {
        label: series.label.clone(),
        unit: series.unit.clone(),
        decimals: decimals(series),
        points,
        pace: if matches!(way, Way::Limit(_)) {
            Vec::new()
        } else {
            pace(series)
        },
        allowed: allowed(series, way),
    }
}

fn point(series: &Series, role: PointRole, point: &Point, words: &ChartWords<'_>) -> ChartPoint {
    let label = match point.upper {
        Some(upper) => {
            let range = words
                .range
                .replacen("{low}", &figure(point.number, point.decimals, ""), 1)
                .replacen("{high}", &figure(upper, point.decimals, ""), 1);
            range + &series.unit
        }
        None => words.bounded(
            point.bound,
            figure(point.number, point.decimals, &series.unit),
        ),
    };
    let role_word = match role {
        PointRole::Baseline => words.baseline,
        PointRole::Actual => words.actual,
        PointRole::Interim => words.interim,
        PointRole::Target => words.target,
    };
    let period = known(point.period);
    let year = words.period_name(period);
    let mut name = String::with_capacity(series.label.len() + year.len() + label.len() + 16);
    for part in [series.label.as_str(), &year, role_word] {
        if !part.is_empty() {
            name.push_str(part);
            name.push(' ');
        }
    }
    name.push_str(&label);
    let caption = words
        .role_and_period
        .replacen("{role}", role_word, 1)
        .replacen("{period}", &words.period_short(period), 1);
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

/// Where the straight lines from the baseline over the interim targets to the final one stand, year by year.
fn pace(series: &Series) -> Vec<(i32, f64)> {
    let mut anchors: Vec<(i32, f64)> = Vec::new();
    for point in series.baseline.iter().chain(&series.targets) {
        if let Some(year) = known(point.period).year()
            && anchors.last().is_none_or(|before| before.0 < year)
        {
            anchors.push((year, placeable(point.number)));
        }
    }
    let (Some(first), Some(last)) = (anchors.first(), anchors.last()) else {
        return anchors;
    };
    if last.0.saturating_sub(first.0) > MOST_YEARS {
        return anchors;
    }
    let mut years: Vec<(i32, f64)> = vec![*first];
    for pair in anchors.windows(2) {
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        years.extend((from + 1..=to).map(|year| {
            let share = f64::from(year - from) / f64::from(to - from);
            (year, low * (1.0 - share) + high * share)
        }));
    }
    years
}

/// What meets the target, where the target is a limit or is written as one.
fn allowed(series: &Series, way: Way) -> Option<Allowed> {
    let target = series.targets.last()?;
    let bounded = target.bound.is_some() || target.upper.is_some();
    match way {
        Way::Limit(allowed) => Some(allowed),
        Way::Progress { .. } | Way::FromZero if bounded => super::scale::allowed(series, target),
        Way::Progress { .. } | Way::FromZero | Way::None => None,
    }
}
