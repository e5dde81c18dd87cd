//! An indicator's figures on one scale, ready to be computed with and drawn.

use crate::plan::{Bound, Indicator, Period};

/// One figure at a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When.
    pub period: Period,
    /// The figure, in the series' unit.
    pub number: f64,
    /// Decimals to show.
    pub decimals: u8,
    /// The text as written.
    pub text: String,
    /// The side that counts, where one is written (only in targets and bounds).
    pub bound: Option<Bound>,
}

/// The figures of one thing measured. A compound indicator has several series; all others have one or (stages,
/// relative values) none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What the series is called inside its indicator (`直営戸数`); empty when it is the only one.
    pub label: String,
    /// The unit with its scale all figures are in: `千円`.
    pub unit: String,
    /// Where it started.
    pub baseline: Option<Point>,
    /// Targets that are figures, interim first.
    pub targets: Vec<Point>,
    /// Actuals that are figures, in order of their periods.
    pub actuals: Vec<Point>,
}

/// The indicator's series, all figures brought to the indicator's unit and scale.
#[must_use]
pub fn series(_indicator: &Indicator) -> Vec<Series> {
    Vec::new()
}
