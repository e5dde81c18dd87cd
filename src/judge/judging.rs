//! Judging an indicator: which actual, which case, and several series together.

use super::accumulation::accumulation;
use super::attainment::{Applied, Verdict, attainment};
use super::doubts::doubts;
use super::pace::Course;
use super::scale::{Facts, Yardstick};
use super::series::{Series, series_with};
use super::stage::stage_reached;
use super::vocabulary::Words;
use super::{
    AccumulationReason, Explanation, Grade, Inferred, Judgement, NotComputable, direction,
};
use crate::plan::{
    Accumulation, Actual, FiscalYear, Indicator, Observation, Period, PlanPeriod, Value,
    from_baseline,
};

/// Judges an indicator of a plan with this period by its newest actual or, as of a fiscal year, by the newest one up to
/// then. The pace is that of the actual's own year, however long ago that was.
///
/// What cannot be judged is `NotJudged` with the reason; direction, accumulation and doubts are given all the same.
#[must_use]
pub fn judge(indicator: &Indicator, period: PlanPeriod, as_of: Option<FiscalYear>) -> Judgement {
    judge_by(indicator, period, as_of, &Yardstick::default())
}

/// The same by a formula and on a scale of one's choice.
#[must_use]
pub fn judge_by(
    indicator: &Indicator,
    period: PlanPeriod,
    as_of: Option<FiscalYear>,
    by: &Yardstick,
) -> Judgement {
    let name = Words::of(&indicator.name);
    let accumulation = accumulation(indicator, &name);
    let actual = newest_actual(indicator, as_of);
    let series = series_with(indicator, &name, accumulation.value, actual.as_slice());
    let case = Case {
        indicator,
        name,
        period,
        actual,
        accumulation,
        by,
    };
    let series = series.as_slice();
    match (what_is_asked(indicator, series), series) {
        (Ok(Asked::Figures), [only]) => case.one(only),
        (Ok(Asked::Figures), several) => case.all(several),
        (Ok(Asked::Stages), _) => case.whole(&[], case.stages()),
        (Err(reason), _) => case.whole(&[], Err(reason)),
    }
}

/// The newest actual that has a value; as of a fiscal year, none after it. One whose year is unknown only where none has a
/// year; of several for one year the last entered.
#[must_use]
pub fn newest_actual(indicator: &Indicator, as_of: Option<FiscalYear>) -> Option<&Actual> {
    let in_time = |year: Option<i32>| match (year, as_of) {
        (Some(year), Some(limit)) => year <= limit.0,
        _ => true,
    };
    // From the newest on, as they mostly stand: of the others no more than the year is looked at.
    let mut newest: Option<(Option<i32>, &Actual)> = None;
    for actual in indicator.actuals.iter().rev() {
        let year = actual.period.year();
        let is_newer = newest.is_none_or(|(newest, _)| year > newest);
        if is_newer && in_time(year) && !actual.value.is_missing() {
            newest = Some((year, actual));
        }
    }
    newest.map(|(_, actual)| actual)
}

/// The kind of thing the final target asks for.
enum Asked {
    Figures,
    Stages,
}

/// What the final target asks for; of targets without a value, as if they were not there.
fn what_is_asked(indicator: &Indicator, series: &[Series]) -> Result<Asked, NotComputable> {
    let has_value = |target: &&Observation| !target.value.is_missing();
    let Some(target) = indicator.targets.iter().rev().find(has_value) else {
        return Err(NotComputable::NoTarget);
    };
    match &target.value {
        Value::Stage { .. } => {
            let baseline = indicator.baseline.as_ref().map(|baseline| &baseline.value);
            match baseline {
                None | Some(Value::Stage { .. } | Value::Missing { .. }) => Ok(Asked::Stages),
                Some(_) => Err(NotComputable::TargetNotAFigure),
            }
        }
        _ => {
            let is_target =
                |point: &super::Point| point.period == target.period && point.text == target.text;
            let usable = |one: &Series| one.targets.last().is_some_and(is_target);
            match &target.value {
                _ if series.iter().any(usable) => Ok(Asked::Figures),
                Value::Relative { .. } if from_baseline(&target.text).is_some() => {
                    Err(NotComputable::NoBaselineToChange)
                }
                Value::Relative { reference, .. } => Err(NotComputable::RelativeTarget {
                    reference: match reference.as_str() {
                        "" => target.text.clone(),
                        reference => reference.to_owned(),
                    },
                }),
                _ => Err(unit_differs(&target.text, series)),
            }
        }
    }
}

/// A figure that is in none of the series is one in another unit.
fn unit_differs(text: &str, series: &[Series]) -> NotComputable {
    NotComputable::UnitDiffers {
        text: text.to_owned(),
        unit: series
            .first()
            .map_or_else(String::new, |one| one.unit.to_string()),
    }
}

/// An indicator with everything its judgement is made from but the series, which hold no actual but the one judged.
struct Case<'a> {
    indicator: &'a Indicator,
    name: Words,
    period: PlanPeriod,
    actual: Option<&'a Actual>,
    accumulation: Inferred<Accumulation, AccumulationReason>,
    by: &'a Yardstick<'a>,
}

impl Case<'_> {
    /// The judgement of a verdict on the whole.
    fn whole(&self, series: &[Series], verdict: Result<Verdict, NotComputable>) -> Judgement {
        self.judgement(
            direction::of_indicator(self.indicator, &self.name, series),
            verdict,
        )
    }

    /// The judgement of a verdict with a direction, without doubts.
    fn judgement(
        &self,
        direction: Inferred<crate::plan::Direction, super::DirectionReason>,
        verdict: Result<Verdict, NotComputable>,
    ) -> Judgement {
        let verdict = verdict.unwrap_or_else(|reason| {
            let facts = Facts {
                grade: Grade::NotJudged,
                ..Facts::default()
            };
            Verdict::on(self.by.scale, &facts, None, Explanation::Not(reason))
        });
        let scale = self.by.scale;
        let step = verdict.step.and_then(|step| scale.steps.get(step));
        let is_typed =
            scale.steps.is_empty() && !matches!(verdict.explanation, Explanation::Not(_));
        Judgement {
            grade: verdict.grade,
            step: verdict.step,
            word: step.map_or(&scale.unjudged, |step| &step.word).clone(),
            rate: verdict.rate,
            expected: verdict.expected,
            period: self.actual.map_or(Period::Unknown, |actual| actual.period),
            direction,
            accumulation: self.accumulation.clone(),
            doubts: Vec::new(),
            half_year: verdict.half_year,
            explanation: if is_typed {
                Explanation::Not(NotComputable::TypedByDepartment)
            } else {
                verdict.explanation
            },
        }
    }

    /// The judgement of one series.
    fn one(&self, series: &Series) -> Judgement {
        let verdict = self.attained(series);
        let judged = series.actuals.first().zip(verdict.as_ref().ok());
        let doubts = doubts(
            self.indicator,
            &self.name,
            series,
            self.period,
            judged,
            self.by,
        );
        let mut judgement = self.judgement(series.direction.clone(), verdict);
        judgement.doubts = doubts;
        judgement
    }

    /// The verdict on one series.
    fn attained(&self, series: &Series) -> Result<Verdict, NotComputable> {
        let course = Course::of(series, self.period).ok_or(NotComputable::NoTarget)?;
        let actual = self.actual_after(course.baseline.map(|baseline| baseline.period))?;
        match series.actuals.first() {
            Some(point) => Ok(attainment(&course, point, self.by)),
            None if !series.label.is_empty() => Err(NotComputable::SeriesWithoutActual {
                label: series.label.to_string(),
            }),
            None if actual.value.single().is_some() => {
                Err(unit_differs(&actual.text, std::slice::from_ref(series)))
            }
            None => Err(NotComputable::ActualNotAFigure),
        }
    }

    /// The verdict on stages.
    fn stages(&self) -> Result<Verdict, NotComputable> {
        let baseline = self.indicator.baseline.as_ref();
        let actual = self.actual_after(baseline.map(|baseline| baseline.period))?;
        stage_reached(self.indicator, self.period, actual, self.by.scale)
    }

    /// The actual, unless it is from before the baseline.
    fn actual_after(&self, baseline: Option<Period>) -> Result<&Actual, NotComputable> {
        let actual = self.actual.ok_or(NotComputable::NoActual)?;
        let from = baseline.and_then(Period::year);
        match (actual.period.year(), from) {
            (Some(year), Some(from)) if year < from => Err(NotComputable::ActualBeforeBaseline),
            _ => Ok(actual),
        }
    }

    /// The judgement of several series, all of which must reach: the worst decides, and one that cannot be judged leaves
    /// the whole unjudged, since it might be worse still.
    fn all(&self, series: &[Series]) -> Judgement {
        if self.actual.is_none() {
            return self.whole(series, Err(NotComputable::NoActual));
        }
        let mut parts: Vec<(String, Box<Judgement>)> = Vec::with_capacity(series.len());
        let mut decides = 0;
        for (index, one) in series.iter().enumerate() {
            let part = self.one(one);
            if parts
                .get(decides)
                .is_some_and(|worst| part.is_worse_than(&worst.1))
            {
                decides = index;
            }
            parts.push((one.label.to_string(), Box::new(part)));
        }
        let mut doubts = Vec::new();
        for doubt in parts.iter().flat_map(|(_, part)| &part.doubts) {
            if !doubts.contains(doubt) {
                doubts.push(doubt.clone());
            }
        }
        let worst = parts.get(decides).map(|(_, part)| part);
        let verdict = Verdict {
            grade: worst.map_or(Grade::NotJudged, |worst| worst.grade),
            step: worst.and_then(|worst| worst.step),
            rate: worst.and_then(|worst| worst.rate),
            expected: worst.and_then(|worst| worst.expected),
            half_year: worst.and_then(|worst| worst.half_year),
            explanation: Explanation::AllSeries { parts, decides },
            formula: Applied::Rightly,
        };
        let mut judgement = self.whole(series, Ok(verdict));
        judgement.doubts = doubts;
        judgement
    }
}
