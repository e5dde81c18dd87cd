//! The labels of a time chart's points: which there are, and where they find room.

use super::labels::{Box, Page};
use super::time_layout::{Layout, SMALL};
use crate::chart::spec::{ChartPoint, PointRole, TimeChart};
use crate::chart::svg::{Anchor, fit, width_of};

/// A label that found its place.
pub struct Label {
    /// The figure, cut where the picture is too narrow for it.
    pub figure: String,
    /// What stands below it; may be empty.
    pub caption: String,
    /// Which part of both stands at `x`.
    pub anchor: Anchor,
    /// Where.
    pub x: f64,
    /// The figure's baseline.
    pub y: f64,
}

/// A label for every point of every series, as far as there is room: first the newest actuals, then the targets, the
/// baselines, the interim targets, and last the earlier actuals.
pub fn place_labels(
    chart: &TimeChart,
    layout: &Layout,
    page: &mut Page,
) -> Vec<Vec<Option<Label>>> {
    let mut labels: Vec<Vec<Option<Label>>> = chart
        .series
        .iter()
        .map(|series| series.points.iter().map(|_| None).collect())
        .collect();
    for wanted in 0..=4 {
        for (series, slots) in chart.series.iter().zip(&mut labels) {
            let newest = series
                .points
                .iter()
                .rposition(|point| point.role == PointRole::Actual);
            for (index, (point, slot)) in series.points.iter().zip(slots).enumerate() {
                let is_newest = newest == Some(index);
                let rank = match point.role {
                    PointRole::Actual if is_newest => 0,
                    PointRole::Target => 1,
                    PointRole::Baseline => 2,
                    PointRole::Interim => 3,
                    PointRole::Actual => 4,
                };
                if rank == wanted {
                    let caption = caption(point, &series.label, is_newest);
                    *slot = place(point, &caption, layout, page);
                }
            }
        }
    }
    labels
}

/// What stands below a figure. An actual's year is below it on the axis; of several series each says its name once where
/// it is newest, and at its target.
fn caption(point: &ChartPoint, series: &str, newest: bool) -> String {
    match (point.role, series.is_empty()) {
        (PointRole::Actual, _) if newest => series.to_owned(),
        (PointRole::Actual, _) => String::new(),
        (_, true) => point.caption.clone(),
        (_, false) if point.caption.is_empty() => series.to_owned(),
        (_, false) => format!("{series} {}", point.caption),
    }
}

/// The first place around the point that is free, in full, then without the caption.
fn place(point: &ChartPoint, caption: &str, layout: &Layout, page: &mut Page) -> Option<Label> {
    let (size, small) = (layout.size, layout.size * SMALL);
    let figure = fit(&point.label, layout.width / size * 0.6);
    let short = fit(caption, layout.width / small * 0.6);
    for caption in [short.as_ref(), ""] {
        let width = width_of(&figure, size).max(width_of(caption, small));
        let height = size * 1.15 + if caption.is_empty() { 0.0 } else { small * 1.3 };
        let sides = sides(point.role);
        let places: Vec<Box> = sides
            .iter()
            .map(|side| side.place(layout.at(point), width, height, size))
            .collect();
        if let Some(taken) = page.take(&places) {
            let (side, place) = (sides[taken], places[taken]);
            let (anchor, x) = match side {
                Side::Above | Side::Below => (Anchor::Middle, (place.left + place.right) / 2.0),
                Side::Right | Side::AboveRight | Side::BelowRight => (Anchor::Start, place.left),
                Side::Left | Side::AboveLeft | Side::BelowLeft => (Anchor::End, place.right),
            };
            let y = place.top + size * 0.92;
            return Some(Label {
                figure: figure.into_owned(),
                caption: caption.to_owned(),
                anchor,
                x,
                y,
            });
        }
    }
    None
}

/// Where a label stands, seen from its point.
#[derive(Clone, Copy)]
enum Side {
    Above,
    Below,
    Left,
    Right,
    AboveLeft,
    AboveRight,
    BelowLeft,
    BelowRight,
}

/// Where a label would like to stand, best first.
fn sides(role: PointRole) -> [Side; 8] {
    use Side::{Above, AboveLeft, AboveRight, Below, BelowLeft, BelowRight, Left, Right};
    match role {
        PointRole::Actual => [
            Above, AboveLeft, AboveRight, Below, BelowRight, BelowLeft, Right, Left,
        ],
        PointRole::Baseline => [
            BelowRight, Below, AboveRight, Above, Right, BelowLeft, AboveLeft, Left,
        ],
        PointRole::Target => [
            Right, AboveLeft, Above, BelowLeft, Below, Left, AboveRight, BelowRight,
        ],
        PointRole::Interim => [
            Above, AboveLeft, Below, BelowRight, AboveRight, BelowLeft, Right, Left,
        ],
    }
}

impl Side {
    /// The rectangle of a label of a size beside a point.
    fn place(self, (x, y): (f64, f64), width: f64, height: f64, size: f64) -> Box {
        let near = size * 0.55;
        let left = match self {
            Self::Above | Self::Below => x - width / 2.0,
            Self::Right => x + near * 1.4,
            Self::Left => x - near * 1.4 - width,
            Self::AboveLeft | Self::BelowLeft => x - width + near * 0.3,
            Self::AboveRight | Self::BelowRight => x - near * 0.3,
        };
        let top = match self {
            Self::Above | Self::AboveLeft | Self::AboveRight => y - near - height,
            Self::Below | Self::BelowLeft | Self::BelowRight => y + near,
            Self::Right | Self::Left => y - height / 2.0,
        };
        Box {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }
}
