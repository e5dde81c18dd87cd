//! One item's figures as they enter a comparison.

use super::{Reference, Theme, Unit};
use crate::judge::{Doubt, Point, Series, judge, series};
use crate::plan::{Accumulation, Indicator, PlanPeriod, Value};

/// The figures of one thing measured in one plan. A compound indicator gives several.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Whose it is.
    pub reference: Reference,
    /// The indicator's name as written.
    pub name: String,
    /// How it is measured, as written; empty when the plan does not say.
    pub measurement: String,
    /// The unit the plan writes it in.
    pub unit: Unit,
    /// The figures, in the group's unit, without those of half a year. Points whose year is unknown stand on no axis.
    pub series: Series<'static>,
    /// Over what targets and actuals are counted.
    pub accumulation: Accumulation,
    /// Over what the baseline is counted: one year where it looks so beside a sum.
    pub baseline_accumulation: Accumulation,
    /// What the final target is measured against, where it is relative and so no figure.
    pub relative_to: Option<String>,
}

impl Member {
    /// The members an indicator gives, each still in its own unit; none when it has no figures.
    pub(super) fn all_of(
        reference: &Reference,
        indicator: &Indicator,
        period: PlanPeriod,
        theme: Option<&Theme>,
    ) -> Vec<Self> {
        let judgement = judge(indicator, period, None);
        let accumulation = judgement.accumulation.value;
        let from_start = accumulation == Accumulation::CumulativeFromStart;
        let single = from_start
            || judgement
                .doubts
                .contains(&Doubt::SingleYearAgainstCumulative);
        let relative_to = match indicator.final_target().map(|target| &target.value) {
            Some(Value::Relative { reference, .. }) => Some(reference.clone()),
            _ => None,
        };
        let as_cases = theme.map_or(&[][..], |theme| theme.as_cases);
        let member = |series: Series| Self {
            reference: reference.clone(),
            name: indicator.name.clone(),
            measurement: indicator.measurement.clone(),
            unit: Unit::parse(&series.unit, as_cases),
            series: Series {
                actuals: whole_years(series.actuals),
                ..series
            }
            .into_owned(),
            accumulation,
            baseline_accumulation: if single {
                Accumulation::PerPeriod
            } else {
                accumulation
            },
            relative_to: relative_to.clone(),
        };
        if !from_start {
            return series(indicator).into_iter().map(member).collect();
        }
        // What compares is the baseline as written, not the 0 that the sum begins with.
        let as_written = Indicator {
            accumulation: Accumulation::Cumulative,
            ..indicator.clone()
        };
        series(&as_written).into_iter().map(member).collect()
    }

    /// Every figure.
    pub fn points(&self) -> impl Iterator<Item = &Point<'_>> {
        points(&self.series)
    }

    /// Brings the figures to another scale.
    pub(super) fn rescale(&mut self, factor: f64, unit: &str) {
        rescale(&mut self.series, factor, None);
        self.series.unit = unit.to_owned().into();
    }
}

fn whole_years(actuals: Vec<Point>) -> Vec<Point> {
    let whole = actuals.into_iter().filter(|point| !point.half_year);
    whole.collect()
}

/// Every figure of a series.
pub(super) fn points<'a>(series: &'a Series<'a>) -> impl Iterator<Item = &'a Point<'a>> {
    let baseline = series.baseline.iter();
    baseline.chain(&series.targets).chain(&series.actuals)
}

/// Multiplies every figure. So many decimals are shown as are given, or as few as lose nothing of the figure as written.
pub(super) fn rescale(series: &mut Series, factor: f64, decimals: Option<u8>) {
    let Series {
        baseline,
        targets,
        actuals,
        ..
    } = series;
    for point in baseline.iter_mut().chain(targets).chain(actuals) {
        point.number *= factor;
        point.upper = point.upper.map(|upper| upper * factor);
        point.decimals = decimals.unwrap_or_else(|| fewer(point.decimals, factor));
    }
}

/// The decimals left when a figure becomes so many times as large: none of 6.6 in tens.
fn fewer(decimals: u8, factor: f64) -> u8 {
    let mut left = decimals;
    let mut factor = factor;
    while left > 0 && factor >= 10.0 {
        left -= 1;
        factor /= 10.0;
    }
    left
}
