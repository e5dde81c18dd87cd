//! An indicator's figures on one scale, ready to be computed with and drawn.

use super::accumulation::accumulation;
use super::unit::Measure;
use super::{DirectionReason, Inferred, direction};
use crate::plan::{
    Accumulation, Actual, Bound, Direction, Indicator, Observation, Period, Quantity, RatePeriod,
    Value, sort_by_key,
};

/// One figure at a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// When.
    pub period: Period,
    /// The figure, in the series' unit; of a range, its lower end.
    pub number: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Decimals to show.
    pub decimals: u8,
    /// The text as written.
    pub text: String,
    /// The side that counts, where one is written (only in targets and bounds).
    pub bound: Option<Bound>,
    /// Written with 約, およそ, 程度 or 前後.
    pub approximate: bool,
    /// Whether it goes no further than the first half of its year (only in actuals).
    pub half_year: bool,
}

impl Point {
    /// Whether a figure, rounded to this one's decimals, is this one: what was measured no finer cannot have worsened by
    /// less.
    pub(super) fn is_written_as(&self, figure: f64) -> bool {
        let unit = 10_f64.powi(-i32::from(self.decimals));
        (figure - self.number).abs() < unit / 2.0
    }
}

/// On which side of a target a figure is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// At the target or above it.
    #[default]
    Above,
    /// At the target or below it.
    Below,
    /// About the target: inside its range or, without one, at the same level (同水準).
    Around,
}

/// The figures of one thing measured. A compound indicator has several series; all others have one or (stages,
/// relative values) none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What the series is called inside its indicator (`直営戸数`); empty when it is the only one.
    pub label: String,
    /// The unit with its scale all figures are in: `千円`.
    pub unit: String,
    /// Where it started; none also where the series has no figure of its own there, which is not 0. Of sums from the start
    /// it is 0, whatever one year's figure stands beside them in the plan.
    pub baseline: Option<Point>,
    /// Targets that are figures, interim first.
    pub targets: Vec<Point>,
    /// Actuals that are figures, in order of their periods.
    pub actuals: Vec<Point>,
    /// Where it should go.
    pub direction: Inferred<Direction, DirectionReason>,
    /// The side of the targets that this means.
    pub side: Side,
    /// Over what its figures are counted.
    pub accumulation: Accumulation,
}

/// The indicator's series, all figures brought to the indicator's unit and scale. What is missing, in words, relative or in
/// another unit is in no series.
#[must_use]
pub fn series(indicator: &Indicator) -> Vec<Series> {
    let actuals: Vec<&Actual> = indicator.actuals.iter().collect();
    series_with(indicator, accumulation(indicator).value, &actuals)
}

/// The same where it is known how the figures are counted (of `4 (21)`, a cumulative one takes the 21), and with only the
/// actuals that are wanted.
pub(super) fn series_with(
    indicator: &Indicator,
    counted: Accumulation,
    wanted: &[&Actual],
) -> Vec<Series> {
    let labels = labels(indicator);
    if labels.len() < 2 {
        // There is nothing to tell apart, and one series needs no label.
        return Vec::from_iter(one_series(indicator, "", counted, wanted));
    }
    let mut all: Vec<Series> = labels
        .iter()
        .filter_map(|label| one_series(indicator, label, counted, wanted))
        .collect();
    if indicator.direction == Direction::Unknown {
        direction::give_way(&mut all);
    }
    all
}

/// Every value of the indicator, the final target's first: the others are brought to what it is written in.
fn values(indicator: &Indicator) -> impl Iterator<Item = &Value> {
    let targets = indicator.targets.iter().rev().map(|target| &target.value);
    let baseline = indicator.baseline.iter().map(|baseline| &baseline.value);
    let actuals = indicator.actuals.iter().map(|actual| &actual.value);
    targets.chain(baseline).chain(actuals)
}

/// The labels of the indicator's compound values, in the final target's order.
fn labels(indicator: &Indicator) -> Vec<&str> {
    let mut labels: Vec<&str> = Vec::new();
    for value in values(indicator) {
        let Value::Compound { parts } = value else {
            continue;
        };
        for part in parts {
            if !labels.iter().any(|label| same_label(label, &part.label)) {
                labels.push(&part.label);
            }
        }
    }
    labels
}

/// Whether two labels are one, however they are spaced.
fn same_label(one: &str, other: &str) -> bool {
    let letters = |character: &char| !character.is_whitespace();
    one.chars()
        .filter(letters)
        .eq(other.chars().filter(letters))
}

/// One series; none when no value has a figure for it.
fn one_series(
    indicator: &Indicator,
    label: &str,
    counted: Accumulation,
    wanted: &[&Actual],
) -> Option<Series> {
    let measure = measure(indicator, label, counted)?;
    let point = |period: Period, text: &str, value: &Value| {
        figure(value, label, counted)?.point(&measure, period, text, value.bound())
    };
    let observed = |observation: &Observation| {
        point(observation.period, &observation.text, &observation.value)
    };
    let mut actuals: Vec<Point> = wanted
        .iter()
        .filter_map(|actual| {
            let half_year = actual.half_year;
            let point = point(actual.period, &actual.text, &actual.value)?;
            Some(Point { half_year, ..point })
        })
        .collect();
    if !actuals.is_sorted_by_key(|point| point.period.year()) {
        sort_by_key(&mut actuals, |point| point.period.year());
    }
    let mut series = Series {
        label: label.to_owned(),
        baseline: indicator.baseline.as_ref().and_then(observed),
        targets: indicator.targets.iter().filter_map(observed).collect(),
        actuals,
        unit: measure.written,
        accumulation: counted,
        ..Series::default()
    };
    if counted == Accumulation::CumulativeFromStart {
        series.baseline = Some(nothing(indicator, series.targets.last()));
    }
    (series.direction, series.side) = direction::of_series(indicator, &series);
    Some(series)
}

/// What the figures for a label are measured in; none when no value has one.
fn measure<'a>(
    indicator: &'a Indicator,
    label: &str,
    counted: Accumulation,
) -> Option<Measure<'a>> {
    let mut figures = values(indicator).filter_map(|value| figure(value, label, counted));
    let first = figures.next()?;
    let says_unit =
        |figure: &Figure| !figure.quantity.unit.is_empty() || figure.quantity.scale != 1;
    let model = if !indicator.unit.is_empty() || says_unit(&first) {
        first.quantity
    } else {
        let other = figures.find(says_unit);
        other.map_or(first.quantity, |other| other.quantity)
    };
    // Only plain values are counted over a period: a label's figures have it in their unit.
    let per = values(indicator).find_map(|value| match value {
        Value::Rate { per, .. } if label.is_empty() => Some(per),
        _ => None,
    });
    Some(Measure::new(&indicator.unit, model, per))
}

/// Where a sum from the start begins.
fn nothing(indicator: &Indicator, target: Option<&Point>) -> Point {
    let baseline = indicator.baseline.as_ref();
    Point {
        period: baseline.map_or(Period::Unknown, |baseline| baseline.period),
        text: "0".to_owned(),
        decimals: target.map_or(0, |target| target.decimals),
        ..Point::default()
    }
}

/// What one value holds for one series, not yet in its unit.
struct Figure<'a> {
    quantity: &'a Quantity,
    upper: Option<&'a Quantity>,
    per: Option<&'a RatePeriod>,
}

/// The figure of a value for a label (empty: the only series); none when it has none.
fn figure<'a>(value: &'a Value, label: &str, counted: Accumulation) -> Option<Figure<'a>> {
    let plain = |quantity| Figure {
        quantity,
        upper: None,
        per: None,
    };
    match value {
        Value::Compound { parts } => parts
            .iter()
            .find(|part| label.is_empty() || same_label(&part.label, label))
            .map(|part| plain(&part.quantity)),
        _ if !label.is_empty() => None,
        Value::Range { low, high } => Some(Figure {
            upper: Some(high),
            ..plain(low)
        }),
        Value::Rate { quantity, per, .. } => Some(Figure {
            per: Some(per),
            ..plain(quantity)
        }),
        Value::SingleAndCumulative { cumulative, .. } if counted.is_sum() => {
            Some(plain(cumulative))
        }
        _ => value.single().map(plain),
    }
}

impl Figure<'_> {
    /// The figure as a point in the series' unit; none when it cannot be brought to it.
    fn point(
        &self,
        measure: &Measure,
        period: Period,
        text: &str,
        bound: Option<Bound>,
    ) -> Option<Point> {
        let (number, decimals) = measure.of(self.quantity, self.per)?;
        let upper = match self.upper {
            Some(upper) => Some(measure.of(upper, self.per)?),
            None => None,
        };
        Some(Point {
            period,
            number,
            upper: upper.map(|(upper, _)| upper),
            decimals: upper.map_or(decimals, |(_, more)| more.max(decimals)),
            text: text.to_owned(),
            bound,
            approximate: self.quantity.approximate,
            half_year: false,
        })
    }
}
