//! Where the present course leads: the figure of the final target's year, with a range and what would still be needed.
//!
//! The course is the straight line that fits all figures best, drawn from the newest one. How far to trust it is asked of
//! the figures themselves: every one is foretold from those before it (back-testing), and the worst miss of a year, times
//! the years to go, is the range. With fewer than four figures there is nothing to ask, and nothing is foretold.

use super::pace::Course;
use super::series::{Point, Series};
use crate::plan::{Accumulation, FiscalYear, PlanPeriod};

/// The fewest figures of different years from which anything is foretold.
pub const LEAST_POINTS: usize = 4;

/// Where the present course leads. Figures are in the series' unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The western year of the final target.
    pub year: i32,
    /// The figure foretold for it.
    pub figure: f64,
    /// The least figure that back-testing leaves likely.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// Whether the figure foretold reaches the target.
    pub reaches: bool,
    /// The change a year so far.
    pub yearly: f64,
    /// The change a year that would still lead to the target; 0 when it is reached already.
    pub needed: f64,
}

/// Why nothing is foretold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProjection {
    /// There is no target that is a figure.
    NoTarget,
    /// The final target has no year.
    TargetYearUnknown,
    /// The final target's year has an actual already, or is over.
    Over,
    /// There are fewer figures with a year than [`LEAST_POINTS`].
    TooFewPoints {
        /// How many there are.
        have: usize,
    },
}

impl Series<'_> {
    /// Where the present course leads by the figures there are or, as of a fiscal year, by those up to then.
    ///
    /// # Errors
    /// [`NoProjection`] says why nothing is foretold.
    pub fn projection(
        &self,
        period: PlanPeriod,
        as_of: Option<FiscalYear>,
    ) -> Result<Projection, NoProjection> {
        let course = Course::of(self, period).ok_or(NoProjection::NoTarget)?;
        let end = self
            .end_year(period)
            .ok_or(NoProjection::TargetYearUnknown)?;
        let points = self.by_year(as_of);
        let have = points.len();
        let (newest, figure) = match points.last() {
            Some((year, _)) if *year >= f64::from(end) => return Err(NoProjection::Over),
            Some(newest) if have >= LEAST_POINTS => *newest,
            _ => return Err(NoProjection::TooFewPoints { have }),
        };
        let ahead = f64::from(end) - newest;
        let yearly = slope(&points);
        let spread = worst_miss(&points) * ahead;
        let limits = self.limits();
        let foretold = figure + yearly * ahead;
        let goal = course.goal();
        Ok(Projection {
            year: end,
            figure: limits.hold(foretold),
            low: limits.hold(foretold - spread),
            high: limits.hold(foretold + spread),
            reaches: goal.contains(limits.hold(foretold)),
            yearly,
            needed: if goal.contains(figure) {
                0.0
            } else {
                (goal.end_nearest(figure) - figure) / ahead
            },
        })
    }

    /// Year (the end of it; half-way for half a year's) and figure of baseline and actuals in order; of several for one year the last entered.
    fn by_year(&self, as_of: Option<FiscalYear>) -> Vec<(f64, f64)> {
        let in_time = |year: &i32| as_of.is_none_or(|limit| *year <= limit.0);
        let mut points: Vec<(f64, f64)> = Vec::new();
        let mut add = |point: &Point| {
            let Some(year) = point.period.year().filter(in_time) else {
                return;
            };
            if point.half_year && self.accumulation == Accumulation::PerPeriod {
                return; // half a year's count is no figure of a year
            }
            let gone_by = if point.half_year { 0.5 } else { 1.0 };
            let (year, figure) = (f64::from(year) - 1.0 + gone_by, point.number);
            match points.binary_search_by(|known| known.0.total_cmp(&year)) {
                Ok(at) => points[at].1 = figure,
                Err(at) => points.insert(at, (year, figure)),
            }
        };
        self.baseline.iter().for_each(&mut add);
        self.actuals.iter().for_each(&mut add);
        points
    }

    /// What no figure of its kind passes.
    fn limits(&self) -> Limits {
        let all = || {
            let baseline = self.baseline.iter();
            let points = baseline.chain(&self.targets).chain(&self.actuals);
            points.map(|point| point.number)
        };
        let is_share = matches!(&*self.unit, "%" | "％");
        Limits {
            above_nothing: all().all(|figure| figure >= 0.0),
            within_the_whole: is_share && all().all(|figure| figure <= 100.0),
        }
    }
}

/// A count does not fall below nothing, a share does not pass the whole, unless the figures have done so already.
struct Limits {
    above_nothing: bool,
    within_the_whole: bool,
}

impl Limits {
    fn hold(&self, figure: f64) -> f64 {
        let figure = if self.above_nothing {
            figure.max(0.0)
        } else {
            figure
        };
        if self.within_the_whole {
            figure.min(100.0)
        } else {
            figure
        }
    }
}

/// The slope of the line that fits the points best (least squares); years differ.
#[allow(clippy::cast_precision_loss)] // there are far fewer points than 2^53
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let year = points.iter().map(|point| point.0).sum::<f64>() / count;
    let figure = points.iter().map(|point| point.1).sum::<f64>() / count;
    let (mut along, mut across) = (0.0, 0.0);
    for point in points {
        along += (point.0 - year) * (point.1 - figure);
        across += (point.0 - year) * (point.0 - year);
    }
    if across > 0.0 { along / across } else { 0.0 }
}

/// By how much a year the same way of foretelling missed at worst, for every point from all sets of points before it.
fn worst_miss(points: &[(f64, f64)]) -> f64 {
    let mut worst = 0.0_f64;
    for known in 2..points.len() {
        let (before, after) = points.split_at(known);
        let Some((year, figure)) = before.last() else {
            continue;
        };
        let yearly = slope(before);
        for later in after {
            let ahead = later.0 - year;
            let miss = (figure + yearly * ahead - later.1).abs() / ahead;
            worst = worst.max(miss);
        }
    }
    worst
}
