//! The ruler: a scale from left to right, the way gone as a bar, the actual as the index below it.

use super::{Stepping, canvas, grade_class};
use crate::chart::spec::{ChartPoint, ChartSpec, Ruler, RulerKind};
use crate::chart::svg::{Anchor, Canvas, Plane, Role, fit};

/// Where things stand, as multiples of the text size.
pub mod measure {
    /// Year labels, against the figures.
    pub const SMALL: f64 = 0.84;
    /// Room on both sides for what lies before the start and past the end.
    pub const ROOM: f64 = 2.1;
    /// The name of one of several series.
    pub const NAME: f64 = 1.7;
    /// From the top to the tips of the ticks.
    pub const YEARS: f64 = 1.15;
    /// A year's tick.
    pub const TICK: f64 = 0.75;
    /// A small tick.
    pub const MINOR: f64 = 0.38;
    /// The bar.
    pub const BAR: f64 = 0.7;
    /// The index.
    pub const INDEX: f64 = 0.66;
    /// From the bar to the figures' baseline.
    pub const FIGURES: f64 = 1.72;
    /// Below the figures.
    pub const BELOW: f64 = 0.35;
    /// Between labels.
    pub const GAP: f64 = 0.5;
    /// One ruler without its name.
    pub const HEIGHT: f64 = YEARS + TICK + BAR + FIGURES + BELOW;
    /// Between two rulers.
    pub const BETWEEN: f64 = 0.6;
}

/// The picture of one ruler, or of several below each other.
pub fn draw(spec: &ChartSpec, rulers: &[Ruler], width: f64, size: f64) -> String {
    let height_of = |ruler: &Ruler| {
        let name = if ruler.series.label.is_empty() {
            0.0
        } else {
            measure::NAME
        };
        (name + measure::HEIGHT) * size
    };
    let between = measure::BETWEEN * size * rulers.len().saturating_sub(1) as f64;
    let height = rulers.iter().map(height_of).sum::<f64>() + between;
    let canvas = canvas(spec, "c-ruler", width, height, size);
    let mut stepping = Stepping::of(spec);
    let mut top = 0.0;
    for ruler in rulers {
        canvas.group(grade_class(ruler.grade), || {
            Drawing::new(&canvas, ruler, width, size, top).draw(&mut stepping);
        });
        top += height_of(ruler) + measure::BETWEEN * size;
    }
    canvas.close()
}

/// One ruler on the canvas.
pub struct Drawing<'a> {
    pub canvas: &'a Canvas,
    pub ruler: &'a Ruler,
    plane: Plane,
    pub width: f64,
    pub size: f64,
    /// The left end of the scale.
    pub left: f64,
    /// The right end of the scale.
    pub right: f64,
    /// The top of everything but the name.
    pub top: f64,
    /// The line the ticks stand on.
    pub axis: f64,
}

impl<'a> Drawing<'a> {
    fn new(canvas: &'a Canvas, ruler: &'a Ruler, width: f64, size: f64, top: f64) -> Self {
        let name = if ruler.series.label.is_empty() {
            0.0
        } else {
            measure::NAME
        };
        let top = top + name * size;
        let axis = top + (measure::YEARS + measure::TICK) * size;
        let (left, right) = (measure::ROOM * size, width - measure::ROOM * size);
        let plane = Plane::new(
            ruler.start..ruler.end,
            0.0..1.0,
            (left, axis),
            (right, axis - size),
        );
        Self {
            canvas,
            ruler,
            plane,
            width,
            size,
            left,
            right,
            top,
            axis,
        }
    }

    fn draw(&self, stepping: &mut Stepping) {
        let name_at = (0.0, self.top - measure::NAME * self.size * 0.35);
        let name = fit(&self.ruler.series.label, self.width / self.size);
        self.canvas
            .text(Role::Name, self.size, Anchor::Start, name_at, &name);
        self.track();
        self.years();
        self.canvas.line(
            Role::Axis,
            &[(self.left, self.axis), (self.right, self.axis)],
        );
        self.way_gone();
        self.now();
        self.points(stepping);
    }

    /// Where a value stands on the scale, at most as far outside as there is room.
    pub fn x(&self, value: f64) -> f64 {
        let room = (measure::ROOM - measure::INDEX * 0.7) * self.size;
        self.plane
            .at(value, 0.0)
            .0
            .clamp(self.left - room, self.right + room)
    }

    /// Whether a value lies farther outside than there is room.
    pub fn is_off(&self, value: f64) -> bool {
        let x = self.plane.at(value, 0.0).0;
        x != self.x(value)
    }

    /// The middle of the bar.
    fn bar_y(&self) -> f64 {
        self.axis + measure::BAR * self.size / 2.0
    }

    /// The way to go, or the side that is allowed.
    fn track(&self) {
        let (left, right) = match (&self.ruler.kind, self.ruler.series.allowed) {
            (RulerKind::Limit, Some(allowed)) => {
                let (low, high) = (
                    allowed.low.map(|low| self.x(low)),
                    allowed.high.map(|high| self.x(high)),
                );
                // A ceiling's scale runs downward: what is allowed lies to the right of it, too.
                match (low, high) {
                    (Some(low), high) => (low, high.unwrap_or(self.right)),
                    (None, Some(high)) => (high, self.right),
                    (None, None) => (self.left, self.right),
                }
            }
            _ => (self.left, self.right),
        };
        self.canvas.bar(
            Role::Track,
            measure::BAR * self.size,
            (left, self.bar_y()),
            (right, self.bar_y()),
        );
    }

    /// The bar from where it is counted to the actual, cut where it is longer than the scale can show.
    fn way_gone(&self) {
        let Some(actual) = self.actual() else { return };
        let from = match (&self.ruler.kind, self.ruler.series.allowed) {
            (RulerKind::Limit, Some(allowed)) => {
                let inside_range = allowed.low.is_some() && allowed.high.is_some();
                let nearest = match (allowed.low, allowed.high) {
                    (Some(low), _) if actual.number < low => low,
                    (_, Some(high)) if actual.number > high => high,
                    (Some(limit), None) | (None, Some(limit)) => limit,
                    _ => actual.number,
                };
                if inside_range && nearest == actual.number {
                    return;
                }
                nearest
            }
            _ => self.ruler.start,
        };
        let (from, to) = (self.x(from), self.x(actual.number));
        self.canvas.bar(
            Role::Bar,
            measure::BAR * self.size,
            (from, self.bar_y()),
            (to, self.bar_y()),
        );
        if self.is_off(actual.number) {
            let inward = if to > self.right { -1.0 } else { 1.0 };
            let bottom = self.axis + measure::BAR * self.size;
            for step in [0.5, 0.9] {
                let x = to + inward * step * self.size;
                let slant = 0.14 * self.size;
                self.canvas
                    .line(Role::Cut, &[(x - slant, bottom), (x + slant, self.axis)]);
            }
        }
    }

    pub fn actual(&self) -> Option<&'a ChartPoint> {
        self.ruler.series.points.get(self.ruler.marked?)
    }
}
