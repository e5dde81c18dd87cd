//! How far one series has come: rate, pace and grade.
//!
//! Three cases. A baseline short of the target is on its way: formula A against the pace. A baseline that reaches the
//! target already has it to hold: what counts is whether it does. Without a baseline there is only the target: formula B
//! where it means anything (for a falling figure a miss would show as over 100 %), else met or not. A formula that a body
//! insists on takes the place of the rate, never that of the direction.
//!
//! A count of which only half a year is known is doubled, and meets a target only where the half does so by itself.

use super::formula::rated;
use super::pace::{Course, rate};
use super::scale::{Facts, standard_scale};
use super::series::Point;
use super::{Explanation, Grade, HalfYear, Yardstick};
use crate::plan::{Against, Formula, Scale};

/// A grade with what it was made from.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub grade: Grade,
    pub step: Option<usize>,
    pub rate: Option<f64>,
    pub expected: Option<f64>,
    pub explanation: Explanation,
    /// What was made of a figure that goes no further than half its year.
    pub half_year: Option<HalfYear>,
    /// Whether the formula asked for could be used, and its rate is one by which a better figure can be told.
    pub formula: Applied,
}

/// What became of the formula asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Applied {
    #[default]
    Rightly,
    /// It has a rate, but the grade did not come from it.
    Misleading,
    /// It cannot be computed.
    NotAtAll,
}

impl Verdict {
    /// The verdict of a scale on facts.
    pub fn on(scale: &Scale, facts: &Facts, rate: Option<f64>, explanation: Explanation) -> Self {
        let step = facts.step(scale);
        Self {
            grade: step
                .and_then(|step| scale.steps.get(step))
                .map_or(Grade::NotJudged, |step| step.grade),
            step,
            rate,
            expected: None,
            explanation,
            half_year: None,
            formula: Applied::Rightly,
        }
    }
}

/// What is known of a figure before a scale is laid on.
struct Attained {
    /// The grade that fits it, on the standard scale.
    grade: Grade,
    rate: Option<f64>,
    expected: Option<f64>,
    /// The rate against the whole way, where it tells better from worse.
    target: Option<f64>,
    /// The rate and what it should be by then, where it tells better from worse.
    pace: Option<(f64, f64)>,
    explanation: Explanation,
}

/// The verdict on a figure of a course.
pub(super) fn attainment(course: &Course, actual: &Point, by: &Yardstick) -> Verdict {
    if !course.is_half_counted(actual) {
        let mut verdict = attained(course, actual, false, by);
        verdict.half_year = actual.half_year.then_some(HalfYear::HalfWay);
        return verdict;
    }
    let twice = |figure: f64| (figure * 2.0).clamp(f64::MIN, f64::MAX);
    let whole = Point {
        number: twice(actual.number),
        upper: actual.upper.map(twice),
        ..actual.clone()
    };
    let figure = actual.number;
    let still_to_come = !course.is_reached_by_half(actual);
    let mut verdict = attained(course, &whole, still_to_come, by);
    verdict.half_year = Some(HalfYear::Doubled { figure });
    verdict
}

/// The verdict on a figure that counts its whole year; one that does so only if the year goes on as it began meets
/// nothing yet.
fn attained(course: &Course, actual: &Point, still_to_come: bool, by: &Yardstick) -> Verdict {
    let mut attained = naturally(course, actual);
    if still_to_come && attained.grade == Grade::Achieved {
        attained.grade = Grade::OnTrack;
    }
    let formula = apply(by.formula, course, actual, &mut attained);
    let whole = |rate: f64| (rate, 1.0);
    let measured = match by.scale.against {
        Against::Pace => attained.pace,
        Against::Target => attained.target.map(whole),
        Against::Interim => interim(course, actual, by.formula)
            .or(attained.target)
            .map(whole),
        Against::Plan => planned(course, actual).map(whole),
    };
    let facts = Facts {
        grade: attained.grade,
        exceeded: attained.grade == Grade::Achieved && course.goal().shortfall(actual.number) < 0.0,
        just_missed: course.goal().is_just_missed_by(actual),
        measured,
        gain: course.gain(actual),
    };
    let mut verdict = Verdict::on(by.scale, &facts, attained.rate, attained.explanation);
    verdict.expected = attained.expected;
    verdict.formula = formula;
    verdict
}

/// What fits the figure: A on the way, met or not where something is to be held, B without a baseline.
fn naturally(course: &Course, actual: &Point) -> Attained {
    match course.baseline {
        Some(_) if course.holds() => held(course, actual),
        Some(baseline) => progressed(course, baseline, actual),
        None => reached(course, actual),
    }
}

/// Puts the rate of the formula asked for in the place of the one that fits.
fn apply(
    formula: Option<Formula>,
    course: &Course,
    actual: &Point,
    attained: &mut Attained,
) -> Applied {
    let held = course.holds();
    let Some(formula) = formula else {
        return Applied::Rightly;
    };
    if formula == Formula::A && !held {
        return Applied::Rightly; // what fits is A, or B with a note where there is no baseline
    }
    let Some(rated) = rated(formula, course, actual) else {
        if held {
            return Applied::Rightly; // the sentence says what is held: no rate is missing there
        }
        (attained.rate, attained.expected) = (None, None);
        return Applied::NotAtAll;
    };
    attained.rate = rated.rate;
    attained.expected = rated.expected;
    if rated.target.is_some() && !held {
        (attained.target, attained.pace) = (rated.target, rated.pace);
    }
    if rated.rate.is_some() && !held {
        attained.explanation = rated.explanation;
    }
    if rated.rate.is_none() {
        Applied::NotAtAll
    } else if rated.misleads || (held && formula == Formula::D) {
        // Of what is to be held as much is asked for in every year.
        Applied::Misleading
    } else {
        Applied::Rightly
    }
}

/// The rate toward the mid-term target due next.
fn interim(course: &Course, actual: &Point, formula: Option<Formula>) -> Option<f64> {
    if course.goal().is_range() {
        return None; // past a figure on the way there is no overshoot, as there would be around that figure
    }
    let toward = course.toward(course.interim(actual.period.year())?);
    let mut attained = naturally(&toward, actual);
    apply(formula, &toward, actual, &mut attained);
    attained.target
}

/// The actual against the figure planned for its year.
fn planned(course: &Course, actual: &Point) -> Option<f64> {
    let pace = course.pace_of(actual)?;
    course.share(actual.number, pace)
}

/// Formula A against formula C.
fn progressed(course: &Course, baseline: &Point, actual: &Point) -> Attained {
    let goal = course.goal();
    let from = baseline.number;
    let target = goal.end_nearest(from);
    // The baseline falls short of the target, so they differ and every rate exists.
    let share = |figure| rate(goal.on_the_way(from, figure) - from, target - from);
    let attained = share(actual.number).unwrap_or_default();
    let pace = course.pace_of(actual);
    let expected = pace.and_then(share);
    let unmoved = attained < 0.0 && baseline.is_written_as(actual.number);
    let judged = if unmoved { 0.0 } else { attained };
    let measured = expected.map(|expected| (judged, expected));
    let grade = match measured {
        _ if goal.is_reached_by(actual) => Grade::Achieved,
        Some(measured) => by_pace(measured, goal.is_just_missed_by(actual)),
        None if judged < 0.0 => Grade::Backward,
        None => Grade::NotJudged,
    };
    Attained {
        grade,
        rate: Some(attained),
        expected,
        target: Some(judged),
        pace: measured,
        explanation: Explanation::Progress {
            baseline: from,
            actual: actual.number,
            target,
            rate: attained,
            expected,
            pace,
        },
    }
}

/// The standard grade of a target that is not met.
fn by_pace(measured: (f64, f64), just_missed: bool) -> Grade {
    let facts = Facts {
        grade: Grade::NotJudged,
        measured: Some(measured),
        just_missed,
        ..Facts::default()
    };
    let scale = standard_scale();
    let step = facts.step(scale).and_then(|step| scale.steps.get(step));
    step.map_or(Grade::NotJudged, |step| step.grade)
}

/// Whether what is due next is held; on the same level it is やや遅れ, below that it is worse than where it started.
fn held(course: &Course, actual: &Point) -> Attained {
    let year = actual.period.year();
    let goal = course.due_goal(year);
    let holds = goal.is_reached_by(actual);
    let grade = match holds {
        true if course.goal().is_reached_by(actual) => Grade::Achieved,
        true => Grade::OnTrack,
        false if goal.nearly_contains(actual.number) => Grade::SlightlyBehind,
        false => Grade::Backward,
    };
    let due = course.due(year);
    let explanation = match (goal.low, goal.high, due.bound) {
        (Some(floor), None, None) => Explanation::Maintain {
            floor,
            actual: actual.number,
            held: holds,
        },
        (low, high, _) => Explanation::Bounded {
            actual: actual.number,
            target_text: due.text.to_string(),
            low,
            high,
            held: holds,
        },
    };
    let share = course.share(actual.number, due.number);
    Attained::graded(grade, share, explanation)
}

impl Attained {
    /// A grade without a rate; scales that ask for one are given the share of the figure asked for.
    fn graded(grade: Grade, share: Option<f64>, explanation: Explanation) -> Self {
        Self {
            grade,
            rate: None,
            expected: None,
            target: share,
            pace: None,
            explanation,
        }
    }
}

/// Formula B, or met and not met, where there is no baseline.
fn reached(course: &Course, actual: &Point) -> Attained {
    let goal = course.goal();
    let target = course.target.number;
    let pace = course.pace_of(actual);
    let is_met = goal.is_reached_by(actual);
    let ratio = match (goal.low, goal.high) {
        (Some(_), None) if target > 0.0 => rate(actual.number, target),
        (None, Some(_)) if target < 0.0 => rate(actual.number, target),
        _ => None,
    };
    let Some(ratio) = ratio else {
        let grade = if is_met {
            Grade::Achieved
        } else {
            missed(course, actual, pace)
        };
        let explanation = Explanation::Bounded {
            actual: actual.number,
            target_text: course.target.text.to_string(),
            low: goal.low,
            high: goal.high,
            held: is_met,
        };
        let share = course.figure();
        let share = share.and_then(|figure| course.share(actual.number, figure));
        return Attained::graded(grade, share, explanation);
    };
    let expected = pace.and_then(|pace| rate(pace, target));
    let measured = expected.map(|expected| (ratio.max(0.0), expected));
    let grade = match measured {
        _ if is_met => Grade::Achieved,
        Some(measured) => by_pace(measured, goal.is_just_missed_by(actual)),
        None => Grade::NotJudged,
    };
    Attained {
        grade,
        rate: Some(ratio),
        expected,
        target: Some(ratio),
        pace: measured,
        explanation: Explanation::RatioToTarget {
            actual: actual.number,
            target,
            rate: ratio,
            expected,
            pace,
        },
    }
}

/// The grade of a target that is not met, where there is no rate: against what the targets ask for in that year.
fn missed(course: &Course, actual: &Point, pace: Option<f64>) -> Grade {
    let Some(pace) = pace else {
        return Grade::NotJudged;
    };
    let goal = course.goal();
    let asked = if goal.is_range() {
        goal
    } else {
        course.goal_at(pace)
    };
    if asked.is_reached_by(actual) {
        Grade::OnTrack
    } else if asked.nearly_contains(actual.number) {
        Grade::SlightlyBehind
    } else {
        Grade::Behind
    }
}
