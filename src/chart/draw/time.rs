//! The time chart: fiscal years from left to right, figures upward.

use super::labels::{Box, Page};
use super::time_labels::{Label, place_labels};
use super::{Stepping, canvas, grade_class};
use crate::chart::spec::{ChartPoint, ChartSeries, ChartSpec, PointRole, TimeChart};
use crate::chart::svg::{Anchor, Canvas, Place, Plane, Role, fit, width_of};
use crate::plan::{FiscalYear, Period};

/// Years and axis labels against the figures.
pub const SMALL: f64 = 0.84;
/// The second line of the years.
const SMALLER: f64 = 0.75;

/// The picture of a time chart.
pub fn draw(spec: &ChartSpec, chart: &TimeChart, width: f64, size: f64) -> String {
    let layout = Layout::new(chart, width, size);
    let canvas = canvas(spec, "time", width, layout.height, size);
    let drawing = Drawing {
        canvas: &canvas,
        chart,
        layout: &layout,
    };
    drawing.bands();
    drawing.grid();
    drawing.years();
    let mut page = drawing.page();
    drawing.lines(&mut page);
    let mut stepping = Stepping::of(spec);
    let labels = place_labels(chart, &layout, &mut page);
    drawing.pace_label(&mut page);
    canvas.group(grade_class(spec.grade), || {
        for (index, series) in chart.series.iter().enumerate() {
            for (point, label) in series.points.iter().zip(&labels[index]) {
                canvas.point(stepping.next(), &point.name, || {
                    drawing.shape(index, point);
                    drawing.label(point, label.as_ref());
                });
            }
        }
    });
    canvas.close()
}

/// Where the parts of the picture stand.
pub struct Layout {
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
    /// The text size.
    pub size: f64,
    /// Years and figures.
    plane: Plane,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// The middle of the place for unknown years.
    apart: f64,
    last: i32,
}

impl Layout {
    fn new(chart: &TimeChart, width: f64, size: f64) -> Self {
        let small = size * SMALL;
        let most = width * 0.3;
        let ticks = chart
            .ticks
            .iter()
            .map(|(_, label)| width_of(label, small))
            .fold(0.0, f64::max);
        let ticks = ticks.min(most) + size * 0.7;
        let apart = chart
            .unknown
            .as_ref()
            .map_or(0.0, |word| width_of(word, small).min(most) + size);
        let targets = chart.series.iter().flat_map(|series| &series.points);
        let targets = targets.filter(|point| point.role == PointRole::Target);
        let beside = targets
            .map(|point| {
                width_of(&point.label, size).max(width_of(&point.caption, small)) + size * 1.2
            })
            .fold(size * 1.6, f64::max);
        let right = width
            - if beside <= width * 0.2 {
                beside
            } else {
                size * 1.6
            };
        let left = (ticks + apart).max(size * 1.6).min(width * 0.5);
        let top = size * 2.4;
        let bottom = top + (width * 0.36).clamp(size * 9.0, size * 17.0);
        let height = bottom + size * if chart.calendar { 1.7 } else { 2.7 };
        let years = f64::from(chart.first)..f64::from(chart.last);
        let plane = Plane::new(years, chart.low..chart.high, (left, bottom), (right, top));
        Self {
            width,
            height,
            size,
            plane,
            left,
            right,
            top,
            bottom,
            apart: left - apart / 2.0,
            last: chart.last,
        }
    }

    /// Where a point stands.
    pub fn at(&self, point: &ChartPoint) -> Place {
        let y = |number| self.plane.at(0.0, number).1.clamp(self.top, self.bottom);
        match (point.period.year(), point.role) {
            (Some(year), _) => self.year(year, point.number),
            (None, PointRole::Interim | PointRole::Target) => self.year(self.last, point.number),
            (None, PointRole::Baseline | PointRole::Actual) => (self.apart, y(point.number)),
        }
    }

    fn year(&self, year: i32, number: f64) -> Place {
        let (x, y) = self.plane.at(f64::from(year), number);
        (
            x.clamp(self.left, self.right),
            y.clamp(self.top, self.bottom),
        )
    }

    fn y(&self, number: f64) -> f64 {
        self.plane.at(0.0, number).1.clamp(self.top, self.bottom)
    }
}

struct Drawing<'a> {
    canvas: &'a Canvas,
    chart: &'a TimeChart,
    layout: &'a Layout,
}

impl Drawing<'_> {
    /// What is allowed, behind everything, and the limits themselves.
    fn bands(&self) {
        let layout = self.layout;
        for allowed in self.chart.series.iter().filter_map(|series| series.allowed) {
            let top = allowed.high.map_or(layout.top, |high| layout.y(high));
            let bottom = allowed.low.map_or(layout.bottom, |low| layout.y(low));
            self.canvas
                .rectangle(Role::Band, (layout.left, top), (layout.right, bottom));
            for limit in allowed.low.into_iter().chain(allowed.high) {
                let y = layout.y(limit);
                self.canvas
                    .line(Role::Limit, &[(layout.left, y), (layout.right, y)]);
            }
        }
    }

    /// Round figures and the lines at them; figures too near to each other are left out.
    fn grid(&self) {
        let layout = self.layout;
        let small = layout.size * SMALL;
        for (value, _) in &self.chart.ticks {
            let y = layout.y(*value);
            self.canvas
                .line(Role::Grid, &[(layout.left, y), (layout.right, y)]);
        }
        for (label, place) in self.tick_labels() {
            let x = self.tick_x();
            self.canvas
                .text(Role::Soft, small, Anchor::End, (x, place), &label);
        }
        let unit = fit(&self.chart.unit, layout.width / small - 1.0);
        if !unit.is_empty() {
            self.canvas.text(
                Role::Soft,
                small,
                Anchor::Start,
                (0.0, small),
                &format!("（{unit}）"),
            );
        }
    }

    fn tick_x(&self) -> f64 {
        let apart = self
            .chart
            .unknown
            .as_ref()
            .map_or(0.0, |_| (self.layout.left - self.layout.apart) * 2.0);
        self.layout.left - apart - self.layout.size * 0.5
    }

    /// The labels of the axis with their baselines.
    fn tick_labels(&self) -> Vec<(std::borrow::Cow<'_, str>, f64)> {
        let layout = self.layout;
        let small = layout.size * SMALL;
        let em = self.tick_x() / small;
        let mut before = f64::INFINITY;
        let labels = self.chart.ticks.iter().filter_map(|(value, label)| {
            let y = layout.y(*value) + small * 0.36;
            let free = before - y > small * 1.2;
            free.then(|| {
                before = y;
                (fit(label, em), y)
            })
        });
        labels.collect()
    }

    /// Years below the plot, in the era's short form and in western years; as many as have room.
    fn years(&self) {
        let (layout, chart) = (self.layout, self.chart);
        let (small, smaller) = (layout.size * SMALL, layout.size * SMALLER);
        let era = |year: i32| {
            if chart.calendar {
                year.to_string()
            } else {
                FiscalYear(year).short()
            }
        };
        let widest = width_of("0000", smaller).max(width_of("R00", small)) + layout.size * 0.6;
        let span = f64::from(chart.last) - f64::from(chart.first);
        let room = (layout.right - layout.left) / span * 1.0;
        let every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
        let every = every
            .into_iter()
            .find(|every| f64::from(*every) * room >= widest)
            .unwrap_or(10_000);
        let mut years = vec![chart.last];
        while let Some(year) = years
            .last()
            .map(|year| year - every)
            .filter(|year| *year >= chart.first)
        {
            years.push(year);
        }
        if years
            .last()
            .is_some_and(|year| f64::from(year - chart.first) * room >= widest)
        {
            years.push(chart.first);
        }
        let y = layout.bottom + layout.size * 1.2;
        for year in years {
            let x = layout.year(year, chart.low).0;
            self.canvas
                .text(Role::Year, small, Anchor::Middle, (x, y), &era(year));
            if !chart.calendar {
                self.canvas.text(
                    Role::Soft,
                    smaller,
                    Anchor::Middle,
                    (x, y + layout.size),
                    &year.to_string(),
                );
            }
        }
        if let Some(word) = &chart.unknown {
            let word = fit(word, (layout.left - layout.apart) * 2.0 / small);
            self.canvas
                .text(Role::Soft, small, Anchor::Middle, (layout.apart, y), &word);
        }
    }

    /// The page on which labels find their places: off the points, the axis' labels and, if they can, the lines.
    fn page(&self) -> Page {
        let layout = self.layout;
        let small = layout.size * SMALL;
        let mut page = Page::new(Box {
            left: 0.0,
            top: 0.0,
            right: layout.width,
            bottom: layout.bottom,
        });
        for (label, y) in self.tick_labels() {
            let right = self.tick_x();
            let left = right - width_of(&label, small);
            page.keep_off(Box {
                left,
                top: y - small,
                right,
                bottom: y + small * 0.25,
            });
        }
        if !self.chart.unit.is_empty() {
            let right = width_of(&self.chart.unit, small) + small * 2.0;
            page.keep_off(Box {
                left: 0.0,
                top: 0.0,
                right,
                bottom: small * 1.3,
            });
        }
        for point in self.chart.series.iter().flat_map(|series| &series.points) {
            page.keep_off(Box::around(layout.at(point), layout.size * 0.48));
        }
        page
    }

    /// The pace, dashed, and the line through the actuals from the baseline.
    fn lines(&self, page: &mut Page) {
        let layout = self.layout;
        let mut draw = |role: Role, places: &[Place]| {
            for pair in places.windows(2) {
                page.rather_off(pair[0], pair[1], layout.size * 0.1);
            }
            if places.len() > 1 {
                self.canvas.line(role, places);
            }
        };
        for series in &self.chart.series {
            draw(Role::Pace, &self.pace(series));
        }
        for (index, series) in self.chart.series.iter().enumerate() {
            let known = series.points.iter().filter(|point| {
                matches!(point.role, PointRole::Baseline | PointRole::Actual)
                    && point.period != Period::Unknown
            });
            let role = if index == 0 {
                Role::Line
            } else {
                Role::OtherLine
            };
            draw(
                role,
                &known.map(|point| layout.at(point)).collect::<Vec<_>>(),
            );
        }
    }

    /// The corners of the pace.
    fn pace(&self, series: &ChartSeries) -> Vec<Place> {
        let mut corners: Vec<(i32, f64)> = Vec::new();
        for (index, (year, number)) in series.pace.iter().enumerate() {
            let end = index == 0 || index + 1 == series.pace.len();
            let goal = series.points.iter().any(|point| {
                point.role == PointRole::Interim && point.period.year() == Some(*year)
            });
            if end || goal {
                corners.push((*year, *number));
            }
        }
        corners
            .into_iter()
            .map(|(year, number)| self.layout.year(year, number))
            .collect()
    }

    /// 目安の線, beside the line where there is room.
    fn pace_label(&self, page: &mut Page) {
        let layout = self.layout;
        let small = layout.size * SMALL;
        let width = width_of(&self.chart.pace_label, small);
        for series in &self.chart.series {
            let corners = self.pace(series);
            let (Some(from), Some(to)) = (corners.iter().rev().nth(1), corners.last()) else {
                continue;
            };
            let places: Vec<Box> = [0.62, 0.75, 0.5, 0.38]
                .into_iter()
                .flat_map(|share| {
                    let (x, y) = (
                        from.0 + (to.0 - from.0) * share,
                        from.1 + (to.1 - from.1) * share,
                    );
                    // Below a rising line and above a falling one there is room to the right.
                    let lower = Box {
                        left: x,
                        top: y + small * 0.3,
                        right: x + width,
                        bottom: y + small * 1.5,
                    };
                    let upper = Box {
                        left: x,
                        top: y - small * 1.5,
                        right: x + width,
                        bottom: y - small * 0.3,
                    };
                    if to.1 <= from.1 {
                        [lower, upper]
                    } else {
                        [upper, lower]
                    }
                })
                .collect();
            if let Some(place) = page.take(&places).and_then(|index| places.get(index)) {
                let at = (place.left, place.bottom - small * 0.3);
                self.canvas
                    .text(Role::Soft, small, Anchor::Start, at, &self.chart.pace_label);
                return;
            }
        }
    }

    /// A point's shape: hollow where it starts, filled for actuals, a diamond for targets. Several series differ by shape.
    fn shape(&self, series: usize, point: &ChartPoint) {
        let (x, y) = self.layout.at(point);
        let r = self.layout.size * 0.38;
        let role = match point.role {
            PointRole::Actual => Role::Mark,
            PointRole::Baseline => Role::Start,
            PointRole::Interim | PointRole::Target => Role::Goal,
        };
        match (role, series % 3) {
            (Role::Goal, _) => {
                let r = r * 1.35;
                self.canvas
                    .polygon(role, &[(x, y - r), (x + r, y), (x, y + r), (x - r, y)]);
            }
            (_, 0) => self.canvas.circle(role, (x, y), r),
            (_, 1) => {
                self.canvas
                    .rectangle(role, (x - r * 0.9, y - r * 0.9), (x + r * 0.9, y + r * 0.9));
            }
            _ => self.canvas.polygon(
                role,
                &[
                    (x, y - r * 1.2),
                    (x + r * 1.1, y + r * 0.8),
                    (x - r * 1.1, y + r * 0.8),
                ],
            ),
        }
    }

    fn label(&self, point: &ChartPoint, label: Option<&Label>) {
        let Some(label) = label else { return };
        let role = if point.role == PointRole::Actual {
            Role::Actual
        } else {
            Role::Value
        };
        let small = self.layout.size * SMALL;
        self.canvas.text(
            role,
            self.layout.size,
            label.anchor,
            (label.x, label.y),
            &label.figure,
        );
        let below = (label.x, label.y + small * 1.3);
        self.canvas
            .text(Role::Soft, small, label.anchor, below, &label.caption);
    }
}
