//! The formulas that bodies use, applied as they state them, whatever the indicator.
//!
//! With b = baseline, a = actual, t = target, e = the line from b through the targets at the actual's year.

use super::Explanation;
use super::pace::{Course, rate};
use super::series::Point;
use crate::plan::Formula;

/// What a formula gives.
pub(super) struct Rated {
    /// The rate as the body would publish it; none where it divides by nothing or crosses a sign.
    pub rate: Option<f64>,
    /// What the rate should be by then.
    pub expected: Option<f64>,
    /// The rate against the whole way, where a better figure gives a better rate.
    pub target: Option<f64>,
    /// The rate and what it should be by then, where a better figure gives a better rate.
    pub pace: Option<(f64, f64)>,
    /// Whether a better figure may give a smaller rate.
    pub misleads: bool,
    /// How it came about.
    pub explanation: Explanation,
}

/// The rate by a formula; none where it divides by nothing or lacks a figure or a year, whatever the actual.
pub(super) fn rated(formula: Formula, course: &Course, actual: &Point) -> Option<Rated> {
    match formula {
        Formula::A | Formula::C | Formula::Cagr => from_baseline(formula, course, actual),
        Formula::B => ratio(course, actual),
        Formula::D => by_years(course, actual),
    }
}

/// A, C and CAGR start from the baseline.
fn from_baseline(formula: Formula, course: &Course, actual: &Point) -> Option<Rated> {
    let from = course.baseline?.number;
    let on_its_way = !course.holds();
    if !on_its_way && !course.is_plainly_read() {
        return None; // a bound met or a level held from the start: there is no way to go
    }
    let goal = course.goal();
    let place = |figure| {
        if on_its_way {
            goal.on_the_way(from, figure)
        } else {
            figure
        }
    };
    let target = goal.end_nearest(from);
    let year = actual.period.year();
    let line = course.line_of(actual);
    let way = |figure: f64| place(figure) - from;
    let mut is_defined = true;
    let (numerator, denominator) = match formula {
        Formula::A => (way(actual.number), target - from),
        Formula::C => (way(actual.number), way(line?)),
        _ => {
            let (start, end) = course.years()?;
            let reached = place(actual.number) / from;
            is_defined = reached >= 0.0; // across 0 there is no growth; the grade is that of 0
            (
                growth(
                    reached.max(0.0),
                    f64::from(year?.checked_sub(start)?) - course.not_gone_by(actual),
                )?,
                growth(target / from, f64::from(end.checked_sub(start)?))?,
            )
        }
    };
    let quotient = rate(numerator, denominator)?;
    let on_pace = |line: f64| rate(way(line), target - from);
    let expected = match formula {
        Formula::A => line.and_then(on_pace),
        _ => Some(1.0),
    };
    // Against a line that dips below the baseline, better is a smaller quotient.
    let rightly = on_its_way && (formula != Formula::C || denominator * (target - from) > 0.0);
    Some(Rated {
        rate: is_defined.then_some(quotient),
        expected,
        target: rightly.then_some(quotient),
        pace: expected
            .filter(|_| rightly)
            .map(|expected| (quotient, expected)),
        misleads: !rightly,
        explanation: Explanation::ByFormula {
            formula,
            baseline: Some(from),
            actual: actual.number,
            target,
            pace: line,
            numerator,
            denominator,
            rate: quotient,
        },
    })
}

/// The yearly growth to so many times the figure over so many years; none over none, and from 0 or across it.
fn growth(ratio: f64, years: f64) -> Option<f64> {
    let defined = years > 0.0 && ratio.is_finite() && ratio >= 0.0;
    defined.then(|| ratio.powf(years.recip()) - 1.0)
}

/// B.
fn ratio(course: &Course, actual: &Point) -> Option<Rated> {
    let target = course.figure()?;
    let quotient = rate(actual.number, target)?;
    let pace = course.pace_of(actual);
    Some(Rated {
        rate: Some(quotient),
        expected: pace.and_then(|pace| rate(pace, target)),
        target: course.share(actual.number, target),
        pace: pace
            .filter(|_| !course.holds())
            .and_then(|pace| course.share(actual.number, pace))
            .map(|share| (share, 1.0)),
        misleads: !course.rises_with(target),
        explanation: by_division(
            Formula::B,
            actual.number,
            target,
            (actual.number, target),
            pace,
        ),
    })
}

/// D.
fn by_years(course: &Course, actual: &Point) -> Option<Rated> {
    let target = course.figure()?;
    let whole = rate(actual.number, target)?;
    let gone_by = course.share_of_years(actual)?;
    let quotient = rate(whole, gone_by)?;
    let rightly = course.rises_with(target);
    Some(Rated {
        rate: Some(quotient),
        expected: Some(1.0),
        target: rightly.then_some(quotient),
        pace: rightly.then_some((quotient, 1.0)),
        misleads: !rightly,
        explanation: by_division(Formula::D, actual.number, target, (whole, gone_by), None),
    })
}

fn by_division(
    formula: Formula,
    actual: f64,
    target: f64,
    (numerator, denominator): (f64, f64),
    pace: Option<f64>,
) -> Explanation {
    Explanation::ByFormula {
        formula,
        baseline: None,
        actual,
        target,
        pace,
        numerator,
        denominator,
        rate: rate(numerator, denominator).unwrap_or_default(),
    }
}
