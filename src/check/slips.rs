//! Slips of the hand, at entry and in files.

use super::direction::direction;
use super::magnitude::ten_times;
use super::remark::{Figure, Kind, Remark};
use super::vocabulary::{RATIOS, SHARES, held};
use crate::judge::{Point, Series, series};
use crate::plan::{Actual, Indicator, Period, Value, format_number, squash};

/// From so many digits on two years' figures are not the same by chance.
const TELLING_DIGITS: usize = 4;

/// What is odd about an actual that is about to be entered: the slips it would be, before the plan holds it. Only remarks
/// about this very figure.
#[must_use]
pub fn check_entry(indicator: &Indicator, actual: &Actual) -> Vec<Remark> {
    let mut entered = indicator.clone();
    entered
        .actuals
        .retain(|other| other.period != actual.period);
    entered.actuals.push(actual.clone());
    let entry = Figure {
        period: actual.period,
        text: actual.text.clone(),
    };
    slips(&entered)
        .into_iter()
        .filter(|kind| kind.figure() == Some(&entry))
        .map(|kind| Remark::indicator(&indicator.id, kind))
        .collect()
}

/// The slips in an indicator's figures.
pub(super) fn slips(indicator: &Indicator) -> Vec<Kind> {
    let all = series(indicator);
    let can_fall = |one: &Series| one.actuals.len() > 1 || one.targets.len() > 1;
    let is_sum = all
        .iter()
        .any(|one| one.accumulation.is_sum() && can_fall(one));
    let mut found = Vec::new();
    for one in &all {
        found.extend(ten_times(one));
        if is_sum {
            falling(&one.actuals, &mut found);
            falling(&one.targets, &mut found);
        }
        if is_share(indicator, one) {
            found.extend(over_hundred(one));
        }
        stale(one, &mut found);
        found.extend(direction(indicator, one));
    }
    found.extend(unit_changed(indicator, &all));
    found
}

impl Figure {
    pub(super) fn of(point: &Point) -> Self {
        Self {
            period: point.period,
            text: point.text.to_string(),
        }
    }
}

/// Sums below the one before.
fn falling(points: &[Point], found: &mut Vec<Kind>) {
    for pair in points.windows(2) {
        let [other, figure] = pair else { continue };
        let in_order = other.period.year() < figure.period.year();
        if in_order && figure.number < other.number {
            found.push(Kind::FallingTotal {
                figure: Figure::of(figure),
                other: Figure::of(other),
            });
        }
    }
}

/// Whether the figures are shares of a whole, by the unit and the name.
fn is_share(indicator: &Indicator, series: &Series) -> bool {
    let is_percent = matches!(&*series.unit, "%" | "％" | "パーセント");
    let name = squash(&indicator.name);
    is_percent && held(&name, SHARES).is_some() && held(&name, RATIOS).is_none()
}

fn over_hundred(series: &Series) -> impl Iterator<Item = Kind> {
    let points = series.baseline.iter().chain(&series.targets);
    points
        .chain(&series.actuals)
        .filter(|point| point.number > 100.0)
        .map(|point| Kind::OverHundred {
            figure: Figure::of(point),
        })
}

/// Actuals that are exactly the figure of the year before, to more digits than chance would have it.
fn stale(series: &Series, found: &mut Vec<Kind>) {
    let before = series.baseline.iter().chain(&series.actuals);
    for (other, figure) in before.zip(
        series
            .actuals
            .iter()
            .skip(usize::from(series.baseline.is_none())),
    ) {
        let years = other.period.year().zip(figure.period.year());
        let follows = years.is_some_and(|(before, year)| year == before + 1);
        let same = figure.number == other.number && figure.upper == other.upper;
        if follows && same && digits(figure) >= TELLING_DIGITS {
            found.push(Kind::StaleCopy {
                figure: Figure::of(figure),
                other: Figure::of(other),
            });
        }
    }
}

/// The digits that carry a figure: 4 of 1,230.5 but 2 of 12,000.
fn digits(point: &Point) -> usize {
    let written = format_number(point.number, point.decimals);
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// Figures in another unit: those that no series could take in.
fn unit_changed(indicator: &Indicator, series: &[Series]) -> Vec<Kind> {
    let Some(first) = series.first() else {
        return Vec::new();
    };
    let baseline = indicator.baseline.iter().chain(&indicator.targets);
    let observed = baseline.map(|one| (one.period, &one.text, &one.value));
    let actuals = indicator.actuals.iter();
    let odd = observed
        .chain(actuals.map(|one| (one.period, &one.text, &one.value)))
        .filter(|(period, text, value)| says_unit(value) && !is_in(series, *period, text));
    let mut found = Vec::new();
    for (period, text, _) in odd {
        let kind = Kind::UnitChanged {
            figure: Figure {
                period,
                text: text.clone(),
            },
            unit: first.unit.to_string(),
        };
        // A target and an actual may be the same text in the same year; that is one thing to mend.
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    found
}

fn says_unit(value: &Value) -> bool {
    let compound = matches!(value, Value::Compound { .. });
    !compound && value.single().is_some_and(|figure| !figure.unit.is_empty())
}

fn is_in(series: &[Series], period: Period, text: &str) -> bool {
    let is_it = |point: &Point| point.period == period && point.text == text;
    series.iter().any(|one| {
        let points = one.baseline.iter().chain(&one.targets).chain(&one.actuals);
        points.into_iter().any(is_it)
    })
}
