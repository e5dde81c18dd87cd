//! How far one series has come: rate, pace and grade.
//!
//! Three cases. A baseline short of the target is on its way: formula A against the pace. A baseline that reaches the
//! target already has it to hold: what counts is whether it does. Without a baseline there is only the target: formula B
//! where it means anything (for a falling figure a miss would show as over 100 %), else met or not.

use super::pace::{Course, rate};
use super::scale::DEFAULT_SCALE;
use super::series::Point;
use super::{Explanation, Grade};

/// A grade with what it was made from.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub grade: Grade,
    pub rate: Option<f64>,
    pub expected: Option<f64>,
    pub explanation: Explanation,
}

/// The verdict on a figure of a course.
pub(super) fn attainment(course: &Course, actual: &Point) -> Verdict {
    match course.baseline {
        Some(_) if course.holds() => held(course, actual),
        Some(baseline) => progressed(course, baseline, actual),
        None => reached(course, actual),
    }
}

/// Formula A against formula C.
fn progressed(course: &Course, baseline: &Point, actual: &Point) -> Verdict {
    let goal = course.goal();
    let from = baseline.number;
    let target = goal.end_nearest(from);
    // The baseline falls short of the target, so they differ and every rate exists.
    let share = |figure| rate(goal.on_the_way(from, figure) - from, target - from);
    let attained = share(actual.number).unwrap_or_default();
    let pace = actual.period.year().and_then(|year| course.pace(year));
    let expected = pace.and_then(share);
    let unmoved = attained < 0.0 && is_same_as_written(baseline, actual.number);
    let judged = if unmoved { 0.0 } else { attained };
    let grade = match expected {
        _ if goal.contains(actual.number) => Grade::Achieved,
        Some(expected) => DEFAULT_SCALE.by_pace(judged, expected),
        None if judged < 0.0 => Grade::Backward,
        None => Grade::NotJudged,
    };
    Verdict {
        grade,
        rate: Some(attained),
        expected,
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

/// Whether a figure, rounded to the baseline's decimals, is the baseline: what was measured no finer cannot have worsened
/// by less.
fn is_same_as_written(baseline: &Point, figure: f64) -> bool {
    let unit = 10_f64.powi(-i32::from(baseline.decimals));
    (figure - baseline.number).abs() < unit / 2.0
}

/// Whether what is due next is held; on the same level it is やや遅れ, below that it is worse than where it started.
fn held(course: &Course, actual: &Point) -> Verdict {
    let year = actual.period.year();
    let goal = course.due_goal(year);
    let holds = goal.contains(actual.number);
    let grade = match holds {
        true if course.goal().contains(actual.number) => Grade::Achieved,
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
            target_text: due.text.clone(),
            low,
            high,
            held: holds,
        },
    };
    Verdict {
        grade,
        rate: None,
        expected: None,
        explanation,
    }
}

/// Formula B, or met and not met, where there is no baseline.
fn reached(course: &Course, actual: &Point) -> Verdict {
    let goal = course.goal();
    let target = course.target.number;
    let pace = actual.period.year().and_then(|year| course.pace(year));
    let is_met = goal.contains(actual.number);
    let ratio = match (goal.low, goal.high) {
        (Some(_), None) if target > 0.0 => rate(actual.number, target),
        (None, Some(_)) if target < 0.0 => rate(actual.number, target),
        _ => None,
    };
    let Some(ratio) = ratio else {
        return Verdict {
            grade: if is_met {
                Grade::Achieved
            } else {
                missed(course, actual, pace)
            },
            rate: None,
            expected: None,
            explanation: Explanation::Bounded {
                actual: actual.number,
                target_text: course.target.text.clone(),
                low: goal.low,
                high: goal.high,
                held: is_met,
            },
        };
    };
    let expected = pace.and_then(|pace| rate(pace, target));
    let grade = match expected {
        _ if is_met => Grade::Achieved,
        Some(expected) => DEFAULT_SCALE.by_pace(ratio.max(0.0), expected),
        None => Grade::NotJudged,
    };
    Verdict {
        grade,
        rate: Some(ratio),
        expected,
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
    if asked.contains(actual.number) {
        Grade::OnTrack
    } else if asked.nearly_contains(actual.number) {
        Grade::SlightlyBehind
    } else {
        Grade::Behind
    }
}
