//! What counts as reaching a target.

use super::scale::SAME_LEVEL;
use super::series::{Point, Side};
use crate::plan::Bound;

/// The figures that reach a target: everything on one side of it, or a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Goal {
    /// The least of them.
    pub low: Option<f64>,
    /// The greatest of them.
    pub high: Option<f64>,
    /// Whether the ends themselves do not count (超, 未満).
    strict: bool,
}

impl Goal {
    /// What reaches a target that is meant on this side: its range if it is one, else the side, else the bound as it is
    /// written, else the same level (同水準).
    pub fn new(target: &Point, side: Side) -> Self {
        let figure = target.number;
        let bound = target.bound;
        let goal = |low, high, strict| Self { low, high, strict };
        if let Some(upper) = target.upper {
            return goal(Some(figure.min(upper)), Some(figure.max(upper)), false);
        }
        match (side, bound) {
            (Side::Above, _) => goal(Some(figure), None, bound == Some(Bound::MoreThan)),
            (Side::Below, _) => goal(None, Some(figure), bound == Some(Bound::LessThan)),
            (Side::Around, Some(Bound::AtLeast | Bound::MoreThan)) => {
                goal(Some(figure), None, bound == Some(Bound::MoreThan))
            }
            (Side::Around, Some(Bound::AtMost | Bound::LessThan)) => {
                goal(None, Some(figure), bound == Some(Bound::LessThan))
            }
            (Side::Around, None) => {
                let level = figure.abs() * SAME_LEVEL;
                goal(Some(figure - level), Some(figure + level), false)
            }
        }
    }

    /// Whether a figure reaches it.
    pub fn contains(self, figure: f64) -> bool {
        let shortfall = self.shortfall(figure);
        shortfall < 0.0 || (shortfall == 0.0 && !self.strict)
    }

    /// Whether a figure stands at an end that does not count.
    fn just_misses(self, figure: f64) -> bool {
        self.strict && self.shortfall(figure) == 0.0
    }

    /// Whether an actual reaches it: also one written as no more than inside it (`10%未満` against `10%未満`).
    pub fn is_reached_by(self, actual: &Point) -> bool {
        self.contains(actual.number) || self.is_written_inside(actual)
    }

    /// Whether an actual stands at an end that does not count.
    pub fn is_just_missed_by(self, actual: &Point) -> bool {
        self.just_misses(actual.number) && !self.is_written_inside(actual)
    }

    fn is_written_inside(self, actual: &Point) -> bool {
        let same_side = match actual.bound {
            Some(Bound::LessThan) => self.high.is_some(),
            Some(Bound::MoreThan) => self.low.is_some(),
            _ => false,
        };
        same_side && self.just_misses(actual.number)
    }

    /// Whether it has two ends.
    pub fn is_range(self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// By how much a figure falls short; 0 at an end, negative when it is inside.
    pub fn shortfall(self, figure: f64) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) => (low - figure).max(figure - high),
            (Some(low), None) => low - figure,
            (None, Some(high)) => figure - high,
            (None, None) => f64::NEG_INFINITY,
        }
    }

    /// Whether a figure falls short by no more than the same level of the end it misses.
    pub fn nearly_contains(self, figure: f64) -> bool {
        let end = self.end_nearest(figure);
        self.shortfall(figure) <= end.abs() * SAME_LEVEL
    }

    /// The end of it nearest to a figure: what is to be reached from there.
    pub fn end_nearest(self, figure: f64) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) if figure - low > high - figure => high,
            (Some(low), _) => low,
            (None, Some(high)) => high,
            (None, None) => figure,
        }
    }

    /// The figure as it stands on the way from `from`: anything inside a range stands at the end reached first, and what is
    /// past the other end as far before that one. On an open side a figure stands where it is.
    pub fn on_the_way(self, from: f64, figure: f64) -> f64 {
        let (Some(low), Some(high)) = (self.low, self.high) else {
            return figure;
        };
        let outside = self.shortfall(figure).max(0.0);
        if from < low {
            low - outside
        } else {
            high + outside
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(number: f64, bound: Option<Bound>) -> Point<'static> {
        Point {
            number,
            bound,
            ..Point::default()
        }
    }

    #[test]
    fn a_bound_that_excludes_its_figure_is_not_reached_by_it() {
        let under_ten = Goal::new(&target(10.0, Some(Bound::LessThan)), Side::Below);
        assert!(under_ten.contains(9.3));
        assert!(!under_ten.contains(10.0));
        let over_ninety = Goal::new(&target(90.0, Some(Bound::MoreThan)), Side::Above);
        assert!(!over_ninety.contains(90.0));
        assert!(over_ninety.contains(90.1));
    }

    #[test]
    fn a_range_is_reached_inside_and_at_its_ends() {
        let range = Point {
            upper: Some(10.0),
            ..target(5.0, None)
        };
        let goal = Goal::new(&range, Side::Around);
        assert!(goal.contains(5.0) && goal.contains(7.0) && goal.contains(10.0));
        assert!(!goal.contains(4.9) && !goal.contains(10.1));
        assert_eq!(goal.end_nearest(3.0), 5.0);
        assert_eq!(goal.end_nearest(20.0), 10.0);
        assert_eq!(goal.on_the_way(3.0, 7.0), 5.0);
        assert_eq!(goal.on_the_way(3.0, 12.0), 3.0);
        assert_eq!(goal.on_the_way(20.0, 4.0), 11.0);
    }

    #[test]
    fn around_a_figure_is_its_level_to_a_tenth() {
        let goal = Goal::new(&target(-50.0, None), Side::Around);
        assert!(goal.contains(-45.0) && goal.contains(-55.0));
        assert!(!goal.contains(-44.0) && !goal.contains(-56.0));
    }

    #[test]
    fn near_is_a_tenth_of_what_was_missed() {
        let floor = Goal::new(&target(28.0, None), Side::Above);
        assert!(floor.nearly_contains(26.0));
        assert!(!floor.nearly_contains(25.0));
        let none = Goal::new(&target(0.0, None), Side::Below);
        assert!(!none.nearly_contains(1.0));
    }
}
