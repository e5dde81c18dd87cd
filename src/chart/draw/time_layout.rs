//! Where the parts of a time chart stand.

use crate::chart::spec::{ChartPoint, PointRole, TimeChart};
use crate::chart::svg::{Place, Plane, fit, width_of};
use std::borrow::Cow;

/// Axis labels and captions, against the figures.
pub const SMALL: f64 = 0.84;
/// The second line of the years, against the figures.
pub const SMALLER: f64 = 0.75;
/// No column beside the plot takes more of the width.
const WIDEST: f64 = 0.22;

/// The parts of a picture in CSS pixels.
pub struct Layout {
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
    /// The text size.
    pub size: f64,
    /// The end of the axis' labels; the lines of the grid begin right of it.
    pub labels: f64,
    /// The middle of the place for unknown years, left of the first year.
    pub apart: f64,
    /// The room for that place's label.
    pub apart_width: f64,
    /// Where the first year stands.
    pub left: f64,
    /// Where the last year stands.
    pub right: f64,
    /// The end of the grid.
    pub end: f64,
    /// The top of the plot.
    pub top: f64,
    /// The bottom of the plot.
    pub bottom: f64,
    plane: Plane,
    last: i32,
}

impl Layout {
    /// The layout of a chart in a width.
    pub fn new(chart: &TimeChart, width: f64, size: f64) -> Self {
        let small = size * SMALL;
        let ticks = chart.ticks.iter().map(|(_, label)| width_of(label, small));
        let labels = ticks.fold(0.0, f64::max).min(width * WIDEST);
        let word = |word: &String| width_of(word, small).min(width * WIDEST);
        let apart_width = chart.unknown.as_ref().map_or(0.0, word);
        let column = if chart.unknown.is_some() {
            apart_width + size * 1.4
        } else {
            0.0
        };
        let left = labels + size * 1.5 + column;
        let points = chart.series.iter().flat_map(|series| &series.points);
        let beside = points
            .filter(|point| point.role == PointRole::Target)
            .map(|point| width_of(&point.label, size).max(width_of(&point.caption, small)))
            .fold(0.0, f64::max)
            + size * 1.2;
        let right = width
            - if beside <= width * 0.2 {
                beside
            } else {
                size * 1.6
            };
        let top = size * 2.4;
        let bottom = top + (width * 0.36).clamp(size * 12.0, size * 18.0);
        let years = f64::from(chart.first)..f64::from(chart.last);
        Self {
            width,
            height: bottom + size * if chart.calendar { 1.7 } else { 2.7 },
            size,
            labels,
            apart: labels + size * 0.8 + apart_width / 2.0,
            apart_width,
            left,
            right,
            end: (right + size).min(width),
            top,
            bottom,
            plane: Plane::new(years, chart.low..chart.high, (left, bottom), (right, top)),
            last: chart.last,
        }
    }

    /// Where a point stands. A baseline or an actual of unknown year stands apart; a target of unknown year at the end.
    pub fn at(&self, point: &ChartPoint) -> Place {
        match (point.period.year(), point.role) {
            (Some(year), _) => self.year(year, point.number),
            (None, PointRole::Interim | PointRole::Target) => self.year(self.last, point.number),
            (None, PointRole::Baseline | PointRole::Actual) => (self.apart, self.y(point.number)),
        }
    }

    /// Where a figure stands in a year.
    pub fn year(&self, year: i32, number: f64) -> Place {
        let x = self.plane.at(f64::from(year), number).0;
        (x.clamp(self.left, self.right), self.y(number))
    }

    /// The height of a figure.
    pub fn y(&self, number: f64) -> f64 {
        self.plane
            .at(f64::from(self.last), number)
            .1
            .clamp(self.top, self.bottom)
    }

    /// The labels of the axis with their baselines; those too near to the one below are left out.
    pub fn tick_labels<'a>(&self, chart: &'a TimeChart) -> Vec<(Cow<'a, str>, f64)> {
        let small = self.size * SMALL;
        let mut below = f64::INFINITY;
        let labels = chart.ticks.iter().filter_map(|(value, label)| {
            let y = self.y(*value) + small * 0.36;
            let free = below - y > small * 1.2;
            free.then(|| {
                below = y;
                (fit(label, self.labels / small + 1e-6), y)
            })
        });
        labels.collect()
    }

    /// The years that are named, the last one first: every one, or every second, fifth, …, as there is room.
    pub fn named_years(&self, chart: &TimeChart) -> Vec<i32> {
        let era = width_of("R00", self.size * SMALL);
        let widest = width_of("0000", self.size * SMALLER).max(era) + self.size * 0.6;
        let room = (self.right - self.left) / (f64::from(chart.last) - f64::from(chart.first));
        let every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
        let fits = |every: &i32| f64::from(*every) * room >= widest;
        let every = every.into_iter().find(fits).unwrap_or(10_000);
        let mut years = vec![chart.last];
        let mut next = chart.last - every;
        while next > chart.first {
            years.push(next);
            next -= every;
        }
        let free = years.last().is_some_and(|year| fits(&(year - chart.first)));
        if free || next == chart.first {
            years.push(chart.first);
        }
        years
    }
}
