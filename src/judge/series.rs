//! An indicator's figures on one scale, ready to be computed with and drawn.

use super::accumulation::accumulation;
use super::change::{change, changed};
use super::unit::Measure;
use super::vocabulary::Words;
use super::{DirectionReason, Inferred, direction};
use crate::plan::{
    Accumulation, Actual, Bound, Direction, Indicator, Observation, Period, Quantity, RatePeriod,
    Value, sort_by_key,
};
use std::borrow::Cow;

/// One figure at a period; its text is the plan's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point<'a> {
    /// When.
    pub period: Period,
    /// The figure, in the series' unit; of a range, its lower end.
    pub number: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Decimals to show.
    pub decimals: u8,
    /// The text as written.
    pub text: Cow<'a, str>,
    /// The side that counts, where one is written (only in targets and bounds).
    pub bound: Option<Bound>,
    /// Written with 約, およそ, 程度 or 前後.
    pub approximate: bool,
    /// Whether it goes no further than the first half of its year (only in actuals).
    pub half_year: bool,
}

impl Point<'_> {
    /// The same with a text of its own.
    fn into_owned(self) -> Point<'static> {
        let text = Cow::Owned(self.text.into_owned());
        Point { text, ..self }
    }

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

/// The figures of one thing measured, with the plan's own words. A compound indicator has several series; all others have
/// one or (stages, relative values) none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series<'a> {
    /// What the series is called inside its indicator (`直営戸数`); empty when it is the only one.
    pub label: Cow<'a, str>,
    /// The unit with its scale all figures are in: `千円`.
    pub unit: Cow<'a, str>,
    /// Where it started; none also where the series has no figure of its own there, which is not 0. Of sums from the start
    /// it is 0, whatever one year's figure stands beside them in the plan.
    pub baseline: Option<Point<'a>>,
    /// Targets that are figures, interim first.
    pub targets: Vec<Point<'a>>,
    /// Actuals that are figures, in order of their periods.
    pub actuals: Vec<Point<'a>>,
    /// Where it should go.
    pub direction: Inferred<Direction, DirectionReason>,
    /// The side of the targets that this means.
    pub side: Side,
    /// Over what its figures are counted.
    pub accumulation: Accumulation,
}

impl Series<'_> {
    /// The same with words of its own, to be kept without the plan.
    #[must_use]
    pub fn into_owned(self) -> Series<'static> {
        let owned = |points: Vec<Point>| points.into_iter().map(Point::into_owned).collect();
        Series {
            label: Cow::Owned(self.label.into_owned()),
            unit: Cow::Owned(self.unit.into_owned()),
            baseline: self.baseline.map(Point::into_owned),
            targets: owned(self.targets),
            actuals: owned(self.actuals),
            direction: self.direction,
            side: self.side,
            accumulation: self.accumulation,
        }
    }
}

/// The indicator's series, all figures brought to the indicator's unit and scale. What is missing, in words, relative or in
/// another unit is in no series.
#[must_use]
pub fn series(indicator: &Indicator) -> Vec<Series<'_>> {
    let actuals: Vec<&Actual> = indicator.actuals.iter().collect();
    let name = Words::of(&indicator.name);
    let counted = accumulation(indicator, &name).value;
    match series_with(indicator, &name, counted, &actuals) {
        All::One(one) => Vec::from_iter(one),
        All::Several(several) => several,
    }
}

/// All series of an indicator: mostly one, for which no list is made.
pub(super) enum All<'a> {
    /// The only one; none where no value is a figure.
    One(Option<Series<'a>>),
    Several(Vec<Series<'a>>),
}

impl<'a> All<'a> {
    pub fn as_slice(&self) -> &[Series<'a>] {
        match self {
            Self::One(one) => one.as_slice(),
            Self::Several(several) => several,
        }
    }
}

/// The same where it is known how the figures are counted (of `4 (21)`, a cumulative one takes the 21), and with only the
/// actuals that are wanted. `name`: the words of the indicator's name.
pub(super) fn series_with<'a>(
    indicator: &'a Indicator,
    name: &Words,
    counted: Accumulation,
    wanted: &[&'a Actual],
) -> All<'a> {
    let told = Told::by(indicator, wanted);
    if told.labels.len() < 2 {
        // There is nothing to tell apart, and one series needs no label.
        return All::One(one_series(indicator, name, "", told.per, counted, wanted));
    }
    let mut all: Vec<Series> = told
        .labels
        .iter()
        .filter_map(|label| one_series(indicator, name, label, None, counted, wanted))
        .collect();
    if indicator.direction == Direction::Unknown {
        direction::give_way(&mut all);
    }
    All::Several(all)
}

/// Every value of the indicator, the final target's first: the others are brought to what it is written in.
fn values(indicator: &Indicator) -> impl Iterator<Item = &Value> {
    let actuals = indicator.actuals.iter().map(|actual| &actual.value);
    of_plan(indicator).chain(actuals)
}

/// The values that the plan itself was made with, the final target's first.
fn of_plan(indicator: &Indicator) -> impl Iterator<Item = &Value> {
    let targets = indicator.targets.iter().rev();
    let figures = targets.filter(|target| change(indicator, target).is_none());
    let targets = figures.map(|target| &target.value);
    let baseline = indicator.baseline.iter().map(|baseline| &baseline.value);
    targets.chain(baseline)
}

/// What the values of an indicator's plan and the actuals wanted tell beside their figures.
#[derive(Default)]
struct Told<'a> {
    /// The labels of the compound ones, in the final target's order.
    labels: Vec<&'a str>,
    /// Over what the first of the others that says so is counted. (A label's figures have it in their unit.)
    per: Option<&'a RatePeriod>,
}

impl<'a> Told<'a> {
    fn by(indicator: &'a Indicator, wanted: &[&'a Actual]) -> Self {
        let mut told = Self::default();
        // To look through all actuals of ten thousand indicators would take longer than to judge them.
        let wanted = wanted.iter().map(|actual| &actual.value);
        of_plan(indicator)
            .chain(wanted)
            .for_each(|value| match value {
                Value::Compound { parts } => parts.iter().for_each(|part| told.label(&part.label)),
                Value::Rate { per, .. } => _ = told.per.get_or_insert(per),
                _ => {}
            });
        told
    }

    fn label(&mut self, label: &'a str) {
        if !self.labels.iter().any(|known| same_label(known, label)) {
            self.labels.push(label);
        }
    }
}

/// Whether two labels are one, however they are spaced.
fn same_label(one: &str, other: &str) -> bool {
    let letters = |character: &char| !character.is_whitespace();
    one.chars()
        .filter(letters)
        .eq(other.chars().filter(letters))
}

/// One series; none when no value has a figure for it.
fn one_series<'a>(
    indicator: &'a Indicator,
    name: &Words,
    label: &'a str,
    per: Option<&'a RatePeriod>,
    counted: Accumulation,
    wanted: &[&'a Actual],
) -> Option<Series<'a>> {
    let model = model(indicator, label, counted)?;
    let measure = Measure::new(&indicator.unit, model, per);
    let point = |period: Period, text: &'a str, value: &'a Value| {
        figure(value, label, counted)?.point(&measure, period, text, value.bound())
    };
    let observed = |observation: &'a Observation| {
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
    let baseline = indicator.baseline.as_ref().and_then(observed);
    let targets = indicator
        .targets
        .iter()
        .filter_map(|target| match change(indicator, target) {
            None => observed(target),
            Some(change) => changed(&change, baseline.as_ref()?, target, &measure),
        });
    let targets = targets.collect();
    let mut series = Series {
        label: label.into(),
        baseline,
        targets,
        actuals,
        unit: measure.written,
        accumulation: counted,
        ..Series::default()
    };
    if counted == Accumulation::CumulativeFromStart {
        series.baseline = Some(nothing(indicator, series.targets.last()));
    }
    (series.direction, series.side) = direction::of_series(indicator, name, &series);
    Some(series)
}

/// The figure by which the others are measured: the first for a label that says its unit, where the indicator does not,
/// or else the first. None when no value has one.
fn model<'a>(indicator: &'a Indicator, label: &str, counted: Accumulation) -> Option<&'a Quantity> {
    let figures = values(indicator).filter_map(|value| figure(value, label, counted));
    let mut figures = figures.map(|figure| figure.quantity);
    let first = figures.next()?;
    let says_unit = |figure: &&Quantity| !figure.unit.is_empty() || figure.scale != 1;
    if !indicator.unit.is_empty() || says_unit(&first) {
        return Some(first);
    }
    figures.find(says_unit).or(Some(first))
}

/// Where a sum from the start begins.
fn nothing(indicator: &Indicator, target: Option<&Point>) -> Point<'static> {
    let baseline = indicator.baseline.as_ref();
    Point {
        period: baseline.map_or(Period::Unknown, |baseline| baseline.period),
        text: "0".into(),
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
    fn point<'a>(
        &self,
        measure: &Measure,
        period: Period,
        text: &'a str,
        bound: Option<Bound>,
    ) -> Option<Point<'a>> {
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
            text: text.into(),
            bound,
            approximate: self.quantity.approximate,
            half_year: false,
        })
    }
}
