//! Steps: stages on a line in their order, the one reached marked.

use super::labels::{Line, Span};
use super::{Stepping, canvas, grade_class};
use crate::chart::spec::{ChartSpec, Steps};
use crate::chart::svg::{Anchor, Canvas, Role, fit, width_of, wrap};
use std::borrow::Cow;

/// Where things stand, as multiples of the text size.
mod measure {
    /// What stands above a stage, against its words.
    pub const SMALL: f64 = 0.84;
    /// From the top to the line.
    pub const LINE: f64 = 1.75;
    /// A stage's circle.
    pub const RADIUS: f64 = 0.42;
    /// From the line to the tip of the index.
    pub const INDEX_TOP: f64 = 0.6;
    /// The index.
    pub const INDEX: f64 = 0.66;
    /// From the line to the words' first baseline.
    pub const WORDS: f64 = 2.4;
    /// Between lines of words.
    pub const LEADING: f64 = 1.3;
    /// Below the words.
    pub const BELOW: f64 = 0.4;
    /// The most lines a stage's words take.
    pub const LINES: usize = 3;
}

/// The picture of the stages.
pub fn draw(spec: &ChartSpec, steps: &Steps, width: f64, size: f64) -> String {
    let column = width / steps.steps.len().max(1) as f64;
    let em = (column / size - 0.6).max(1.0);
    let words: Vec<Vec<Cow<'_, str>>> = steps
        .steps
        .iter()
        .map(|step| wrap(&step.words, em, measure::LINES))
        .collect();
    let lines = words.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let below = measure::WORDS + measure::LEADING * (lines - 1) as f64 + measure::BELOW;
    let canvas = canvas(spec, "c-steps", width, (measure::LINE + below) * size, size);
    let drawing = Drawing {
        canvas: &canvas,
        steps,
        column,
        size,
    };
    canvas.group(grade_class(spec.grade), || {
        drawing.line();
        let mut stepping = Stepping::of(spec);
        let mut above = Line::new(size * 0.4);
        for (index, words) in words.iter().enumerate() {
            drawing.step(index, words, &mut above, width, stepping.next());
        }
    });
    canvas.close()
}

struct Drawing<'a> {
    canvas: &'a Canvas,
    steps: &'a Steps,
    column: f64,
    size: f64,
}

impl Drawing<'_> {
    fn x(&self, index: usize) -> f64 {
        self.column * (index as f64 + 0.5)
    }

    fn y(&self) -> f64 {
        measure::LINE * self.size
    }

    /// The line through all stages, and over it the way gone.
    fn line(&self) {
        let last = self.steps.steps.len().saturating_sub(1);
        let thick = self.size * 0.3;
        self.canvas.bar(
            Role::Track,
            thick,
            (self.x(0), self.y()),
            (self.x(last), self.y()),
        );
        if let Some(reached) = self.steps.reached.filter(|reached| *reached > 0) {
            self.canvas.bar(
                Role::Bar,
                thick,
                (self.x(0), self.y()),
                (self.x(reached), self.y()),
            );
        }
    }

    fn step(
        &self,
        index: usize,
        words: &[Cow<'_, str>],
        above: &mut Line,
        width: f64,
        point: Option<usize>,
    ) {
        let Some(step) = self.steps.steps.get(index) else {
            return;
        };
        let (x, y) = (self.x(index), self.y());
        let here = self.steps.reached == Some(index);
        let passed = self.steps.reached.is_some_and(|reached| index <= reached);
        self.canvas.point(point, &step.name, || {
            let role = if passed { Role::Mark } else { Role::Open };
            self.canvas
                .circle(role, (x, y), measure::RADIUS * self.size);
            if here {
                let half = measure::INDEX * self.size * 0.62;
                let tip = y + measure::INDEX_TOP * self.size;
                let base = tip + measure::INDEX * self.size;
                self.canvas
                    .polygon(Role::Mark, &[(x, tip), (x + half, base), (x - half, base)]);
            }
            let small = self.size * measure::SMALL;
            let text = fit(&step.above, (self.column / small - 0.3).max(0.0));
            let span = Span::around(x, width_of(&text, small), (0.0, width));
            if above.take(span) {
                self.canvas
                    .text(Role::Soft, small, span.anchor, (span.x(), small), &text);
            }
            let role = if here { Role::Actual } else { Role::Figure };
            for (line, words) in words.iter().enumerate() {
                let y = y + (measure::WORDS + measure::LEADING * line as f64) * self.size;
                self.canvas
                    .text(role, self.size, Anchor::Middle, (x, y), words);
            }
        });
    }
}
