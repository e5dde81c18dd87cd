//! The years of a ruler: where the pace stands, as ticks and labels, and the year looked at.

use super::labels::{Line, Span};
use super::ruler::{Drawing, measure};
use crate::chart::spec::{RulerKind, YearTick};
use crate::chart::svg::{Role, width_of};

impl Drawing<'_> {
    /// Ticks and labels of the years, and the small ticks between.
    pub fn years(&self) {
        self.small_ticks();
        for tick in self.on_scale() {
            let x = self.x(tick.value);
            let tip = self.axis - measure::TICK * self.size;
            self.canvas.line(Role::Tick, &[(x, self.axis), (x, tip)]);
        }
        let size = self.size * measure::SMALL;
        let y = self.top + size * 0.92;
        for (tick, span) in self.on_scale().zip(self.year_labels(size)) {
            if let Some(span) = span {
                self.canvas
                    .text(Role::Soft, size, span.anchor, (span.x(), y), &tick.label);
            }
        }
    }

    fn on_scale(&self) -> impl Iterator<Item = &YearTick> {
        self.ruler
            .ticks
            .iter()
            .filter(|tick| !self.is_off(tick.value))
    }

    /// The labels that have room: first the year looked at, then the last and the first, those of targets, the rest.
    fn year_labels(&self, size: f64) -> Vec<Option<Span>> {
        let ticks: Vec<&YearTick> = self.on_scale().collect();
        let rank = |index: usize, tick: &YearTick| match tick {
            tick if tick.now => 0,
            _ if index + 1 == ticks.len() => 1,
            _ if index == 0 => 2,
            tick if tick.target => 3,
            _ => 4,
        };
        let mut line = Line::new(measure::GAP * self.size);
        let mut placed = vec![None; ticks.len()];
        for wanted in 0..=4 {
            for (index, (tick, slot)) in ticks.iter().zip(&mut placed).enumerate() {
                let width = width_of(&tick.label, size);
                let edges = (self.left - size, self.right + size);
                let span = Span::around(self.x(tick.value), width, edges);
                if rank(index, tick) == wanted && line.take(span) {
                    *slot = Some(span);
                }
            }
        }
        placed
    }

    /// Fifths of each year, or, without years, twentieths of the scale; none where they would run together.
    fn small_ticks(&self) {
        let ends = || [self.ruler.start, self.ruler.end].into_iter();
        let mut marks: Vec<f64> = match self.ruler.kind {
            RulerKind::Limit => Vec::new(),
            _ => self
                .ruler
                .ticks
                .iter()
                .map(|tick| tick.value)
                .filter(|value| !self.is_off(*value))
                .collect(),
        };
        let parts = if marks.len() < 2 { 20.0 } else { 5.0 };
        if marks.len() < 2 {
            marks = ends().collect();
        }
        for pair in marks.windows(2) {
            let (from, to) = (self.x(pair[0]), self.x(pair[1]));
            let step = (to - from) / parts;
            if step.abs() < self.size * 0.3 {
                continue;
            }
            let mut part = 1.0;
            while part < parts {
                let x = from + step * part;
                self.canvas.line(
                    Role::Minor,
                    &[(x, self.axis), (x, self.axis - measure::MINOR * self.size)],
                );
                part += 1.0;
            }
        }
    }

    /// The tick of the year looked at, through the bar: light where the bar has covered it.
    pub fn now(&self) {
        let Some(tick) = self
            .ruler
            .ticks
            .iter()
            .find(|tick| tick.now && !self.is_off(tick.value))
        else {
            return;
        };
        let x = self.x(tick.value);
        let bottom = self.axis + measure::BAR * self.size;
        let covered = self.actual().is_some_and(|actual| {
            let (start, end) = (self.x(self.ruler.start), self.x(actual.number));
            (start.min(end)..=start.max(end)).contains(&x)
        });
        let tip = self.axis - measure::TICK * self.size;
        if covered {
            self.canvas.line(Role::Now, &[(x, tip), (x, self.axis)]);
            self.canvas
                .line(Role::NowOnBar, &[(x, self.axis), (x, bottom)]);
        } else {
            self.canvas.line(Role::Now, &[(x, tip), (x, bottom)]);
        }
    }
}
