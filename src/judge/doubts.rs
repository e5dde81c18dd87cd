//! What may make a judgement wrong, to be said beside it.

use super::accumulation::single_year_against_cumulative;
use super::attainment::{Applied, Verdict, attainment};
use super::better_words::is_open;
use super::pace::Course;
use super::series::{Point, Series, Side};
use super::vocabulary::Words;
use super::{DirectionReason, Doubt, Yardstick};
use crate::plan::{Accumulation, Indicator, Period, PlanPeriod};

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

/// Whether the plan has a baseline that could not be computed with. (A series of a compound value may have none of its
/// own; that is no slip.)
fn baseline_left_out(indicator: &Indicator, series: &Series) -> bool {
    let written = |baseline: &crate::plan::Observation| !baseline.value.is_missing();
    series.label.is_empty()
        && series.baseline.is_none()
        && indicator.baseline.as_ref().is_some_and(written)
}
