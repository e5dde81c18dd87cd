//! What may make a judgement wrong, to be said beside it.

use super::accumulation::single_year_against_cumulative;
use super::attainment::{Applied, Verdict, attainment};
use super::better_words::is_open;
use super::pace::Course;
use super::series::{Point, Series, Side};
use super::vocabulary::Words;
use super::{DirectionReason, Doubt, Yardstick};
use crate::plan::{Accumulation, Actual, Indicator, Period, PlanPeriod, Value};

/// The doubts about one series of an indicator whose name has these words and, where it has one, the actual judged with its grade.
pub(super) fn doubts(
    indicator: &Indicator,
    name: &Words,
    series: &Series,
    period: PlanPeriod,
    judged: Option<(&Point, &Verdict)>,
    by: &Yardstick,
) -> Vec<Doubt> {
    let Some(course) = Course::of(series, period) else {
        return Vec::new();
    };
    let actual = judged.map(|(actual, _)| actual);
    let formula = judged.map_or(Applied::Rightly, |(_, verdict)| verdict.formula);
    let unknown = |point: Option<&Point>| {
        !course.holds() && point.is_some_and(|point| point.period == Period::Unknown)
    };
    let points = [series.baseline.as_ref(), Some(course.target), actual];
    let doubts = [
        (
            single_year_against_cumulative(indicator, name, series, period),
            Doubt::SingleYearAgainstCumulative,
        ),
        (
            judged.is_some_and(|(actual, verdict)| {
                other_way(name, series, course, actual, verdict.step, by)
            }),
            Doubt::DirectionInferred,
        ),
        (
            // A sum from the start begins with the plan, whatever the baseline's year.
            unknown(series.baseline.as_ref())
                && series.accumulation != Accumulation::CumulativeFromStart,
            Doubt::BaselineYearUnknown,
        ),
        (unknown(Some(course.target)), Doubt::TargetYearUnknown),
        (unknown(actual), Doubt::ActualYearUnknown),
        (
            series.accumulation == Accumulation::Unknown
                && actual.is_some_and(|actual| actual.half_year),
            Doubt::HalfYearUntold,
        ),
        (
            baseline_left_out(indicator, series),
            Doubt::BaselineNotAFigure,
        ),
        (
            points.into_iter().flatten().any(|point| point.approximate),
            Doubt::Approximate,
        ),
        (
            actual.is_some_and(|actual| like_a_years_sum(indicator, course.target, actual)),
            Doubt::PeriodOfActualUntold,
        ),
        (
            final_target_unset(indicator, course.target),
            Doubt::FinalTargetNotSet,
        ),
        (formula == Applied::NotAtAll, Doubt::FormulaNotApplicable),
        (formula == Applied::Misleading, Doubt::RateMisleads),
        (!indicator.earlier_targets.is_empty(), Doubt::TargetChanged),
    ];
    doubts
        .into_iter()
        .filter_map(|(holds, doubt)| holds.then_some(doubt))
        .collect()
}

/// Whether the direction was read against what the figures alone say, and reading it their way would give another grade.
fn other_way(
    name: &Words,
    series: &Series,
    course: Course,
    actual: &Point,
    step: Option<usize>,
    by: &Yardstick,
) -> bool {
    let side = match series.direction.reason {
        DirectionReason::TargetBelowBaselineIsFloor => Side::Below,
        DirectionReason::TargetAboveBaselineIsCeiling { .. }
        | DirectionReason::GivesWayTo { .. } => Side::Above,
        // 空き家 100 → 120 may be a forecast to stay under.
        DirectionReason::TargetAboveBaseline
        | DirectionReason::TargetEqualsBaseline
        | DirectionReason::NoBaselineMoreIsBetter
            if is_open(name) || is_open(&Words::of(&series.label)) =>
        {
            Side::Below
        }
        _ => return false,
    };
    attainment(&course.on_side(side), actual, by).step != step
}

/// How often what a target counts by comes in a year.
const IN_A_YEAR: [(&str, f64); 3] = [("月", 12.0), ("週", 52.0), ("日", 365.0)];

/// Whether the target is so many a month, a week or a day, and the actual a bare figure as large as a whole year's: 12
/// beside 月1回.
fn like_a_years_sum(indicator: &Indicator, target: &Point, actual: &Point) -> bool {
    let Some(Value::Rate { per, .. }) = indicator.final_target().map(|target| &target.value) else {
        return false;
    };
    let Some((_, times)) = IN_A_YEAR.iter().find(|(unit, _)| *unit == per.unit) else {
        return false;
    };
    let times = times / f64::from(per.count.max(1));
    let says_period = |entered: &Actual| matches!(entered.value, Value::Rate { .. });
    let mut entered = indicator.actuals.iter();
    let entered = entered.find(|it| it.period == actual.period && it.text == actual.text);
    // From half of a whole year's on: what a month counts is seldom six times its target.
    target.number > 0.0
        && actual.number >= target.number * times / 2.0
        && !entered.is_some_and(says_period)
}

/// Whether the plan's last target has no value (a dash), so that the one before it is held against.
fn final_target_unset(indicator: &Indicator, judged: &Point) -> bool {
    let last = indicator.final_target();
    last.is_some_and(|last| last.value.is_missing() && last.period.year() > judged.period.year())
}

/// Whether the plan has a baseline that could not be computed with. (A series of a compound value may have none of its
/// own; that is no slip.)
fn baseline_left_out(indicator: &Indicator, series: &Series) -> bool {
    let written = |baseline: &crate::plan::Observation| !baseline.value.is_missing();
    series.label.is_empty()
        && series.baseline.is_none()
        && indicator.baseline.as_ref().is_some_and(written)
}
