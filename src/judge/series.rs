//! An indicator's figures on one scale, ready to be computed with and drawn.

use super::{DirectionReason, Inferred};
use crate::plan::{Bound, Direction, Indicator, Period};

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
    /// Where it started; none also where the series has no figure of its own there, which is not 0.
    pub baseline: Option<Point>,
    /// Targets that are figures, interim first.
    pub targets: Vec<Point>,
    /// Actuals that are figures, in order of their periods.
    pub actuals: Vec<Point>,
    /// Where it should go.
    pub direction: Inferred<Direction, DirectionReason>,
    /// The side of the targets that this means.
    pub side: Side,
}

/// The indicator's series, all figures brought to the indicator's unit and scale.
#[must_use]
pub fn series(_indicator: &Indicator) -> Vec<Series> {
    Vec::new()
}
