//! The time chart: fiscal years from left to right, figures upward.

use super::labels::{Box, Page};
use super::time_labels::{Label, place_labels};
use super::time_layout::{Layout, SMALL, SMALLER};
use super::{Stepping, canvas};
use crate::chart::spec::{ChartPoint, ChartSeries, ChartSpec, PointRole, TimeChart};
use crate::chart::svg::{Anchor, Canvas, Place, Role, fit, width_of};
use crate::plan::{FiscalYear, Period};

/// The picture of a time chart.
pub fn draw(spec: &ChartSpec, chart: &TimeChart, width: f64, size: f64) -> String {
    let layout = Layout::new(chart, width, size);
    let canvas = canvas(spec, "c-time", width, layout.height, size);
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
    for (index, series) in chart.series.iter().enumerate() {
        for (point, label) in series.points.iter().zip(&labels[index]) {
            canvas.point(stepping.next(), &point.name, || {
                drawing.shape(index, point);
                drawing.label(point, label.as_ref());
            });
        }
    }
    canvas.close()
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
        let (left, right) = (layout.labels + layout.size * 0.5, layout.end);
        for allowed in self.chart.series.iter().filter_map(|series| series.allowed) {
            let top = allowed.high.map_or(layout.top, |high| layout.y(high));
            let bottom = allowed.low.map_or(layout.bottom, |low| layout.y(low));
            self.canvas
                .rectangle(Role::Band, (left, top), (right, bottom));
            for limit in allowed.low.into_iter().chain(allowed.high) {
                let y = layout.y(limit);
                self.canvas.line(Role::Limit, &[(left, y), (right, y)]);
            }
        }
    }

    /// Round figures and the lines at them.
    fn grid(&self) {
        let (layout, small) = (self.layout, self.layout.size * SMALL);
        let left = layout.labels + layout.size * 0.5;
        let bottom = self
            .chart
            .ticks
            .first()
            .is_none_or(|tick| layout.y(tick.0) < layout.bottom);
        let ticks = self.chart.ticks.iter().map(|tick| layout.y(tick.0));
        for y in ticks.chain(bottom.then_some(layout.bottom)) {
            self.canvas.line(Role::Grid, &[(left, y), (layout.end, y)]);
        }
        for (label, y) in layout.tick_labels(self.chart) {
            self.canvas
                .text(Role::Soft, small, Anchor::End, (layout.labels, y), &label);
        }
        let unit = fit(&self.chart.unit, layout.width / small);
        self.canvas
            .text(Role::Soft, small, Anchor::Start, (0.0, small), &unit);
    }

    /// Years below the plot, in the era's short form and in western years.
    fn years(&self) {
        let (layout, chart) = (self.layout, self.chart);
        let (small, smaller) = (layout.size * SMALL, layout.size * SMALLER);
        let y = layout.bottom + layout.size * 1.2;
        for year in layout.named_years(chart) {
            let x = layout.year(year, chart.low).0;
            let western = year.to_string();
            if chart.calendar {
                self.canvas
                    .text(Role::Year, small, Anchor::Middle, (x, y), &western);
            } else {
                let era = FiscalYear(year).short();
                self.canvas
                    .text(Role::Year, small, Anchor::Middle, (x, y), &era);
                let below = (x, y + layout.size);
                self.canvas
                    .text(Role::Soft, smaller, Anchor::Middle, below, &western);
            }
        }
        if let Some(word) = &chart.unknown {
            let word = fit(word, layout.apart_width / small + 1e-6);
            self.canvas
                .text(Role::Soft, small, Anchor::Middle, (layout.apart, y), &word);
        }
    }

    /// The page on which labels find their places: off the points, the axis' labels and, if they can, the lines.
    fn page(&self) -> Page {
        let (layout, small) = (self.layout, self.layout.size * SMALL);
        let frame = Box {
            left: 0.0,
            top: 0.0,
            right: layout.width,
            bottom: layout.bottom,
        };
        let mut page = Page::new(frame);
        for (label, y) in layout.tick_labels(self.chart) {
            let right = layout.labels + small * 0.2;
            let left = layout.labels - width_of(&label, small);
            page.keep_off(Box {
                left,
                top: y - small * 1.1,
                right,
                bottom: y + small * 0.4,
            });
        }
        if !self.chart.unit.is_empty() {
            let right = width_of(&self.chart.unit, small);
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
