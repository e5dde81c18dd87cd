//! The points of a ruler: their shapes, and their figures below the bar, none over another.

use super::Stepping;
use super::labels::{Line, Span};
use super::ruler::{Drawing, measure};
use crate::chart::spec::{ChartPoint, PointRole, RulerKind};
use crate::chart::svg::{Anchor, Role, fit, width_of};
use std::borrow::Cow;

/// No figure takes more of the width.
const WIDEST: f64 = 0.6;

/// So many gaps away from its place a figure is still beside it.
const BESIDE: f64 = 3.0;

/// A figure that found its place.
struct Figure<'a> {
    text: Cow<'a, str>,
    span: Span,
}

impl<'a> Drawing<'a> {
    /// The points with their figures, in the order of their years.
    pub fn points(&self, stepping: &mut Stepping) {
        let points = self.ruler.series.points.iter().enumerate();
        let shown: Vec<&ChartPoint> = points
            .filter(|(index, point)| {
                point.role != PointRole::Actual || self.ruler.marked == Some(*index)
            })
            .map(|(_, point)| point)
            .collect();
        let figures = self.figures(&shown);
        for (point, figure) in shown.iter().zip(&figures) {
            self.canvas.point(stepping.next(), &point.name, || {
                self.shape(point);
                if let Some(figure) = figure {
                    let actual = point.role == PointRole::Actual;
                    let role = if actual { Role::Actual } else { Role::Figure };
                    self.figure(role, figure.span, &figure.text);
                }
            });
        }
        if let RulerKind::FromZero { label, short } = &self.ruler.kind {
            self.zero(
                [label, short],
                figures.iter().flatten().map(|figure| figure.span),
            );
        }
    }

    fn figure(&self, role: Role, span: Span, text: &str) {
        let y = self.axis + (measure::BAR + measure::FIGURES) * self.size;
        self.canvas
            .text(role, self.size, span.anchor, (span.x(), y), text);
    }

    /// What stands for a point: the index for the actual, a wall for a limit, else a tick.
    fn shape(&self, point: &ChartPoint) {
        let x = self.x(point.number);
        let bottom = self.axis + measure::BAR * self.size;
        let tip = self.axis - measure::TICK * self.size;
        match point.role {
            PointRole::Actual => {
                let half = measure::INDEX * self.size * 0.62;
                let (top, base) = (
                    bottom + self.size * 0.06,
                    bottom + measure::INDEX * self.size,
                );
                self.canvas
                    .polygon(Role::Mark, &[(x, top), (x + half, base), (x - half, base)]);
            }
            PointRole::Target if self.ruler.kind == RulerKind::Limit => {
                for limit in self.limits() {
                    self.canvas
                        .line(Role::Wall, &[(limit, tip), (limit, bottom)]);
                }
            }
            PointRole::Interim => self.canvas.line(Role::Tick, &[(x, tip), (x, bottom)]),
            PointRole::Baseline | PointRole::Target => {
                self.canvas.line(Role::Tick, &[(x, self.axis), (x, tip)]);
            }
        }
    }

    /// Where the limits stand.
    fn limits(&self) -> impl Iterator<Item = f64> {
        let allowed = self.ruler.series.allowed;
        let low = allowed.and_then(|allowed| allowed.low);
        let high = allowed.and_then(|allowed| allowed.high);
        low.into_iter().chain(high).map(|limit| self.x(limit))
    }

    /// The figures below the bar. The actual's stands under its index; the target's, the baseline's and then those of
    /// interim targets follow, each moved aside a little where that gives both room. One that finds none is left to the
    /// table and to what is read out.
    fn figures<'t>(&self, shown: &[&'t ChartPoint]) -> Vec<Option<Figure<'t>>> {
        let gap = measure::GAP * self.size;
        let em = self.width / self.size * WIDEST;
        let wanted = |point: &&'t ChartPoint| {
            let text = fit(&point.label, em);
            let span = self.span(point, width_of(&text, self.size));
            Figure { text, span }
        };
        let mut placed: Vec<Option<Figure<'t>>> = shown.iter().map(|_| None).collect();
        let mut line = Line::new(gap);
        let mark = shown
            .iter()
            .position(|point| point.role == PointRole::Actual);
        let mut index = mark.map(|at| Index {
            at: self.x(shown[at].number),
            span: wanted(&shown[at]).span,
            room: (0.0, self.width),
        });
        for role in [PointRole::Target, PointRole::Baseline, PointRole::Interim] {
            for (slot, point) in placed.iter_mut().zip(shown) {
                if point.role != role {
                    continue;
                }
                let mut figure = wanted(point);
                let apart = index.as_mut().is_none_or(|index| {
                    index.part(&mut figure.span, self.x(point.number), gap, self.width)
                });
                if apart && line.take(figure.span) {
                    if let Some(index) = &mut index {
                        index.keep_off(figure.span, gap);
                    }
                    *slot = Some(figure);
                }
            }
        }
        if let (Some(at), Some(index)) = (mark, index) {
            placed[at] = Some(Figure {
                span: index.span,
                ..wanted(&shown[at])
            });
        }
        placed
    }

    /// Where a figure would like to stand: at the ends of a way flush with them, elsewhere around its place.
    fn span(&self, point: &ChartPoint, width: f64) -> Span {
        let along = self.ruler.kind != RulerKind::Limit;
        let span = match point.role {
            PointRole::Baseline if along => Span::new(Anchor::Start, self.left, width),
            PointRole::Target if along => Span::new(Anchor::End, self.right, width),
            _ => return Span::around(self.x(point.number), width, (0.0, self.width)),
        };
        if span.left < 0.0 || span.right > self.width {
            Span::around(span.x(), width, (0.0, self.width))
        } else {
            span
        }
    }

    /// The start of a scale that counts from 0: the figure, and in brackets why, as far as there is room.
    fn zero(&self, labels: [&str; 2], figures: impl Iterator<Item = Span>) {
        let mut line = Line::new(measure::GAP * self.size);
        for span in figures {
            line.take(span);
        }
        for text in labels {
            let span = Span::new(Anchor::Start, self.left, width_of(text, self.size));
            if span.right <= self.width && line.take(span) {
                return self.figure(Role::Figure, span, text);
            }
        }
    }
}

/// The actual's figure, which may move as long as it stands under its index.
struct Index {
    /// Where the index points.
    at: f64,
    span: Span,
    /// What other figures leave to it.
    room: (f64, f64),
}

impl Index {
    /// Moves another figure and this one apart: first the other as far as it still is beside its place, then this one. Leaves
    /// both as they are, and says so, when that is not enough.
    fn part(&mut self, other: &mut Span, place: f64, gap: f64, width: f64) -> bool {
        if !other.meets(self.span, gap) {
            return true;
        }
        let on_the_left = place < self.at || (place == self.at && place > width / 2.0);
        let near = gap * BESIDE;
        let (mut theirs, mut ours) = (*other, self.span);
        if on_the_left {
            let lacking = theirs.right + gap - ours.left;
            let slack = theirs.left - (place - theirs.width() - near).max(0.0);
            theirs = theirs.moved(-lacking.min(slack.max(0.0)));
            ours = ours.moved((theirs.right + gap - ours.left).max(0.0));
        } else {
            let lacking = ours.right + gap - theirs.left;
            let slack = (place + theirs.width() + near).min(width) - theirs.right;
            theirs = theirs.moved(lacking.min(slack.max(0.0)));
            ours = ours.moved((theirs.left - gap - ours.right).min(0.0));
        }
        let fits = ours.covers(self.at) && ours.left >= self.room.0 && ours.right <= self.room.1;
        if fits {
            (*other, self.span) = (theirs, ours);
        }
        fits
    }

    /// Leaves a figure that has its place alone from now on.
    fn keep_off(&mut self, other: Span, gap: f64) {
        if other.left < self.span.left {
            self.room.0 = self.room.0.max(other.right + gap);
        } else {
            self.room.1 = self.room.1.min(other.left - gap);
        }
    }
}
