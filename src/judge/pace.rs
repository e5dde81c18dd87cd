//! The pace (目安): where a figure should stand in a year.
//!
//! Formula C is the straight line from the baseline to the final target. Interim targets with a year of their own bend
//! it: the line goes through them. Where nothing is to change but something to be held, the pace is what is to be held
//! next. A baseline without a year is taken for the state when the plan began, that is of the fiscal year before its
//! first, and so is the 0 from which a sum counts that begins with the plan; a final target without a year for the plan's
//! last. A calendar year stands on the axis as the fiscal year of the same number.
//!
//! A figure that goes no further than the first half of its year is held against half of it: one year's count is doubled, a
//! sum or a state stands half-way from the year before.

use super::DirectionReason;
use super::goal::Goal;
use super::series::{Point, Series, Side};
use crate::plan::{Accumulation, FiscalYear, PlanPeriod};

/// No rate is larger: beyond it a rate says nothing, and within it stays finite whatever is computed from it.
const GREATEST_RATE: f64 = 1e6;

impl Series<'_> {
    /// Where the figure should stand in a fiscal year, in the series' unit (目安); none without a target, and for years
    /// that the known years and figures do not reach.
    #[must_use]
    pub fn expected_at(&self, period: PlanPeriod, year: FiscalYear) -> Option<f64> {
        Course::of(self, period)?.pace(year.0)
    }

    /// Where the figure should stand half-way through a fiscal year (前期, the end of September): one year's count at half
    /// of the year's, a sum or a state half-way from the year before, and what is to be held where it is to be held.
    #[must_use]
    pub fn expected_at_half_year(
        &self,
        period: PlanPeriod,
        counted: Accumulation,
        year: FiscalYear,
    ) -> Option<f64> {
        let course = Course::of(self, period)?;
        let whole = course.pace(year.0)?;
        match counted {
            Accumulation::PerPeriod => Some(whole / 2.0),
            _ => course.half_way(year.0),
        }
    }

    /// Where a figure stands between the baseline (0) and the final target (1), beyond them too; without a baseline its
    /// share of the target. None where the two are the same, or the target is 0 and there is no baseline.
    #[must_use]
    pub fn rate_at(&self, figure: f64) -> Option<f64> {
        let target = self.targets.last()?;
        match &self.baseline {
            Some(baseline) => {
                let from = baseline.number;
                let to = Goal::new(target, self.side).end_nearest(from);
                rate(figure - from, to - from)
            }
            None => rate(figure, target.number),
        }
    }

    /// The western year the pace starts from.
    pub(super) fn start_year(&self, period: PlanPeriod) -> Option<i32> {
        let before_the_plan = || period.start.map(|start| start.0.saturating_sub(1));
        let baseline = self.baseline.as_ref()?;
        if self.accumulation == Accumulation::CumulativeFromStart {
            return before_the_plan().or_else(|| baseline.period.year());
        }
        baseline.period.year().or_else(before_the_plan)
    }

    /// The western year of the final target.
    pub(super) fn end_year(&self, period: PlanPeriod) -> Option<i32> {
        self.targets
            .last()?
            .period
            .year()
            .or(period.end.map(|end| end.0))
    }
}

/// The quotient as a rate: finite, within its bounds; none when there is nothing to divide by.
pub(super) fn rate(numerator: f64, denominator: f64) -> Option<f64> {
    let quotient = numerator / denominator;
    (denominator != 0.0 && !quotient.is_nan())
        .then(|| quotient.clamp(-GREATEST_RATE, GREATEST_RATE))
}

/// A series on its way: from its baseline through its interim targets to the final one, each meant on the same side.
#[derive(Clone, Copy)]
pub(super) struct Course<'a> {
    /// The figure it starts from.
    pub baseline: Option<&'a Point<'a>>,
    /// The final target.
    pub target: &'a Point<'a>,
    side: Side,
    targets: &'a [Point<'a>],
    /// Whether a person or the document said where it should go.
    is_said: bool,
    start: Option<i32>,
    end: Option<i32>,
    /// The plan's first year.
    first: Option<i32>,
    counted: Accumulation,
}

impl<'a> Course<'a> {
    /// The course of a series; none when it has no target.
    pub fn of(series: &'a Series<'a>, period: PlanPeriod) -> Option<Self> {
        Some(Self {
            baseline: series.baseline.as_ref(),
            target: series.targets.last()?,
            side: series.side,
            targets: &series.targets,
            is_said: series.direction.reason == DirectionReason::Said,
            start: series.start_year(period),
            end: series.end_year(period),
            first: period.start.map(|start| start.0),
            counted: series.accumulation,
        })
    }

    /// The same figures meant the other way.
    pub fn on_side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    /// The same as far as an interim target.
    pub fn toward(self, target: &'a Point<'a>) -> Self {
        let end = target.period.year().or(self.end);
        Self {
            target,
            end,
            ..self
        }
    }

    /// The interim target due next in a year; when all are over, the last of them. None where there is none.
    pub fn interim(&self, year: Option<i32>) -> Option<&'a Point<'a>> {
        let (_, interim) = self.targets.split_last()?;
        let due = self.due(year);
        interim
            .iter()
            .find(|point| std::ptr::eq(*point, due))
            .or(interim.last())
    }

    /// The years of the baseline and of the final target.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.start.zip(self.end)
    }

    /// The share of the plan's years that is gone by at the end of one: in five years 20, 40, 60, 80, 100 %.
    pub fn share_of_years(&self, actual: &Point) -> Option<f64> {
        let before = match self.first {
            Some(first) => first.saturating_sub(1),
            None => self.start?,
        };
        let years = |until: i32| f64::from(until) - f64::from(before);
        let gone_by = years(actual.period.year()?) - self.not_gone_by(actual);
        let share = rate(gone_by, years(self.end?))?;
        (gone_by > 0.0 && share > 0.0).then_some(share.min(1.0))
    }

    /// The part of an actual's year that it does not count.
    pub fn not_gone_by(&self, actual: &Point) -> f64 {
        if actual.half_year && !self.is_half_counted(actual) {
            0.5
        } else {
            0.0
        }
    }

    /// The final target's figure, unless it is a range.
    pub fn figure(&self) -> Option<f64> {
        let figure = self.target.number;
        self.target.upper.is_none().then_some(figure)
    }

    /// Whether the direction is only read from two plain figures: then the way between them may have been meant.
    pub fn is_plainly_read(&self) -> bool {
        !self.is_said && self.target.bound.is_none() && self.target.upper.is_none()
    }

    /// Whether a figure divided by this one grows as the figure gets better.
    pub fn rises_with(&self, whole: f64) -> bool {
        match self.side {
            Side::Above => whole > 0.0,
            Side::Below => whole < 0.0,
            Side::Around => false,
        }
    }

    /// A figure as a share of another, upside down where lower is better, so that more is better. None around a figure
    /// and of nothing, whatever the figure; at nothing and beyond, what is upside down is as large as a rate can be.
    pub fn share(&self, figure: f64, whole: f64) -> Option<f64> {
        match self.side {
            _ if self.rises_with(whole) => rate(figure, whole),
            Side::Below if whole > 0.0 => rate(whole, figure.max(0.0)).or(Some(GREATEST_RATE)),
            Side::Above if whole < 0.0 => rate(whole, figure.min(0.0)).or(Some(GREATEST_RATE)),
            _ => None,
        }
    }

    /// By how much a figure is better than the baseline, and the baseline's size; a figure that was measured no finer
    /// than to be the baseline's is not worse.
    pub fn gain(&self, actual: &Point) -> Option<(f64, f64)> {
        let baseline = self.baseline?;
        let (from, figure) = (baseline.number, actual.number);
        let goal = self.goal();
        let gain = match self.side {
            Side::Above if !goal.is_range() => figure - from,
            Side::Below if !goal.is_range() => from - figure,
            _ if self.holds() => -goal.shortfall(figure).max(0.0),
            _ => {
                let place = goal.on_the_way(from, figure);
                (place - from) * (goal.end_nearest(from) - from).signum()
            }
        };
        let unmoved = gain < 0.0 && baseline.is_written_as(figure);
        Some((if unmoved { 0.0 } else { gain }, from.abs()))
    }

    /// What reaches the final target.
    pub fn goal(&self) -> Goal {
        Goal::new(self.target, self.side)
    }

    /// What would reach another figure if that were the final target.
    pub fn goal_at(&self, figure: f64) -> Goal {
        let point = Point {
            number: figure,
            bound: self.target.bound,
            ..Point::default()
        };
        Goal::new(&point, self.side)
    }

    /// Whether the figure is to be held: its baseline reaches the final target already.
    pub fn holds(&self) -> bool {
        self.baseline
            .is_some_and(|baseline| self.goal().shortfall(baseline.number) <= 0.0)
    }

    /// Whether the final target's year is over.
    fn is_over(&self, year: i32) -> bool {
        self.end.is_some_and(|end| year >= end)
    }

    /// The target due next in a year (none: the year is unknown): the first whose year is not over, else the final one.
    pub fn due(&self, year: Option<i32>) -> &'a Point<'a> {
        let open = |point: &&Point| match (point.period.year(), year) {
            (Some(due), Some(year)) => year <= due,
            _ => false,
        };
        self.targets.iter().find(open).unwrap_or(self.target)
    }

    /// What reaches the target due next.
    pub fn due_goal(&self, year: Option<i32>) -> Goal {
        Goal::new(self.due(year), self.side)
    }

    /// The figure expected in a year.
    pub fn pace(&self, year: i32) -> Option<f64> {
        match self.baseline {
            Some(held) if self.holds() => Some(self.due_goal(Some(year)).end_nearest(held.number)),
            _ => self.line(year),
        }
    }

    /// Whether an actual is one year's count of which only the first half is known.
    pub fn is_half_counted(&self, actual: &Point) -> bool {
        actual.half_year && self.counted == Accumulation::PerPeriod
    }

    /// Whether a half year's count reaches the year's target by itself: what is still to come takes nothing back.
    pub fn is_reached_by_half(&self, actual: &Point) -> bool {
        let grows = match self.side {
            Side::Above => actual.number >= 0.0,
            Side::Below => actual.number <= 0.0,
            Side::Around => false,
        };
        grows && self.goal().is_reached_by(actual)
    }

    /// The figure expected of an actual; one that counts half a year is doubled before.
    pub fn pace_of(&self, actual: &Point) -> Option<f64> {
        let year = actual.period.year()?;
        if actual.half_year && !self.is_half_counted(actual) {
            return self.half_way(year);
        }
        self.pace(year)
    }

    /// The line at an actual.
    pub fn line_of(&self, actual: &Point) -> Option<f64> {
        let year = actual.period.year()?;
        let whole = self.line(year)?;
        if actual.half_year && !self.is_half_counted(actual) {
            let before = self.line(year.checked_sub(1)?)?;
            return Some(before + (whole - before) / 2.0);
        }
        Some(whole)
    }

    /// Half-way through a year from the one before; what is to be held is to be held then too.
    fn half_way(&self, year: i32) -> Option<f64> {
        let whole = self.pace(year)?;
        if self.holds() {
            return Some(whole);
        }
        let before = self.pace(year.checked_sub(1)?)?;
        Some(before + (whole - before) / 2.0)
    }

    /// The line through baseline, interim targets and final target at a year.
    pub fn line(&self, year: i32) -> Option<f64> {
        if self.is_over(year) {
            return Some(self.end_of(self.target));
        }
        let mut before = self
            .start
            .zip(self.baseline.map(|baseline| baseline.number));
        if let Some((start, baseline)) = before
            && year <= start
        {
            return Some(baseline);
        }
        for point in self.targets {
            let last = std::ptr::eq(point, self.target);
            let due = if last { self.end } else { point.period.year() };
            let Some(due) = due.filter(|due| self.is_between(before, *due, last)) else {
                continue;
            };
            let next = (due, self.end_of(point));
            if year <= due {
                return before.map_or((year == due).then_some(next.1), |before| {
                    Some(between(before, next, year))
                });
            }
            before = Some(next);
        }
        None
    }

    /// Whether a year stands in order: after the one before it and, unless it is the last, before the last.
    fn is_between(&self, before: Option<(i32, f64)>, due: i32, last: bool) -> bool {
        before.is_none_or(|(year, _)| year < due) && (last || self.end.is_none_or(|end| due < end))
    }

    /// The figure a target asks for, coming from the baseline.
    fn end_of(&self, target: &Point) -> f64 {
        let from = self.baseline.unwrap_or(target);
        Goal::new(target, self.side).end_nearest(from.number)
    }
}

/// The straight line between two years at a year between them.
fn between((from, start): (i32, f64), (to, end): (i32, f64), year: i32) -> f64 {
    let share = (f64::from(year) - f64::from(from)) / (f64::from(to) - f64::from(from));
    start + (end - start) * share
}
