//! Where labels stand: never over each other, never over the edge.

use crate::chart::svg::Anchor;

/// A label's stretch on its line of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// What holds when a font is narrower than the table says.
    pub anchor: Anchor,
}

impl Span {
    /// A label whose anchor is at `x`.
    pub fn new(anchor: Anchor, x: f64, width: f64) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self {
            left,
            right: left + width,
            anchor,
        }
    }

    /// A label around `x`, moved inside where it would stand over an edge.
    pub fn around(x: f64, width: f64, (left, right): (f64, f64)) -> Self {
        if x - width / 2.0 < left {
            Self::new(Anchor::Start, left, width)
        } else if x + width / 2.0 > right {
            Self::new(Anchor::End, right, width)
        } else {
            Self::new(Anchor::Middle, x, width)
        }
    }

    /// Where its anchor is.
    pub fn x(self) -> f64 {
        match self.anchor {
            Anchor::Start => self.left,
            Anchor::Middle => (self.left + self.right) / 2.0,
            Anchor::End => self.right,
        }
    }

    /// How long it is.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// The label moved aside; a narrower font then leaves more room, not less, on the side it moved away from.
    pub fn moved(self, by: f64) -> Self {
        let anchor = match by {
            by if by > 0.0 => Anchor::End,
            by if by < 0.0 => Anchor::Start,
            _ => self.anchor,
        };
        Self {
            left: self.left + by,
            right: self.right + by,
            anchor,
        }
    }

    /// Whether it is nearer to another than `gap`.
    pub fn meets(self, other: Self, gap: f64) -> bool {
        self.left + 1e-6 < other.right + gap && other.left + 1e-6 < self.right + gap
    }

    /// Whether `x` lies above it.
    pub fn covers(self, x: f64) -> bool {
        (self.left..=self.right).contains(&x)
    }
}

/// A line of labels.
#[derive(Debug)]
pub struct Line {
    taken: Vec<Span>,
    gap: f64,
}

impl Line {
    /// An empty line that keeps a gap between labels.
    pub fn new(gap: f64) -> Self {
        Self {
            taken: Vec::new(),
            gap,
        }
    }

    /// Takes the place, unless another label has it.
    pub fn take(&mut self, span: Span) -> bool {
        let free = !self.taken.iter().any(|taken| taken.meets(span, self.gap));
        if free {
            self.taken.push(span);
        }
        free
    }
}

/// A rectangle that a label, or something a label must not cover, takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Box {
    /// The square around a point.
    pub fn around((x, y): (f64, f64), half: f64) -> Self {
        Self {
            left: x - half,
            top: y - half,
            right: x + half,
            bottom: y + half,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn within(&self, frame: &Self) -> bool {
        self.left >= frame.left
            && self.right <= frame.right
            && self.top >= frame.top
            && self.bottom <= frame.bottom
    }
}

/// A page of labels.
#[derive(Debug)]
pub struct Page {
    frame: Box,
    taken: Vec<Box>,
    /// What is better not covered: lines.
    lines: Vec<Box>,
}

impl Page {
    /// An empty page; labels stay inside the frame.
    pub fn new(frame: Box) -> Self {
        Self {
            frame,
            taken: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Keeps labels off.
    pub fn keep_off(&mut self, place: Box) {
        self.taken.push(place);
    }

    /// Keeps labels off a line where there is another place.
    pub fn rather_off(&mut self, from: (f64, f64), to: (f64, f64), half: f64) {
        let steps = ((to.0 - from.0).abs().max((to.1 - from.1).abs()) / (half * 4.0))
            .ceil()
            .clamp(1.0, 64.0);
        let mut step = 0.0;
        while step <= steps {
            let share = step / steps;
            let at = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            self.lines.push(Box::around(at, half));
            step += 1.0;
        }
    }

    /// The first of the places that is free and crosses the fewest lines; it is then taken.
    pub fn take(&mut self, places: &[Box]) -> Option<usize> {
        let free = places.iter().enumerate().filter(|(_, place)| {
            place.within(&self.frame) && !self.taken.iter().any(|taken| taken.meets(place))
        });
        let crossed = |place: &Box| self.lines.iter().filter(|line| line.meets(place)).count();
        let (index, place) = free.min_by_key(|(_, place)| crossed(place))?;
        self.taken.push(*place);
        Some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_over_the_edge_moves_inside() {
        let span = Span::around(5.0, 40.0, (0.0, 100.0));
        assert_eq!((span.left, span.anchor), (0.0, Anchor::Start));
        let span = Span::around(95.0, 40.0, (0.0, 100.0));
        assert_eq!((span.right, span.anchor), (100.0, Anchor::End));
        assert_eq!(
            Span::around(50.0, 40.0, (0.0, 100.0)).anchor,
            Anchor::Middle
        );
    }

    #[test]
    fn a_place_that_is_taken_stays_taken() {
        let mut line = Line::new(4.0);
        assert!(line.take(Span::new(Anchor::Start, 0.0, 20.0)));
        assert!(!line.take(Span::new(Anchor::Start, 22.0, 20.0)));
        assert!(line.take(Span::new(Anchor::Start, 24.0, 20.0)));
    }

    #[test]
    fn a_label_takes_the_first_free_place_that_crosses_fewest_lines() {
        let frame = Box {
            left: 0.0,
            top: 0.0,
            right: 100.0,
            bottom: 100.0,
        };
        let mut page = Page::new(frame);
        page.rather_off((0.0, 20.0), (100.0, 20.0), 1.0);
        let places = [
            Box::around((50.0, 20.0), 10.0),
            Box::around((50.0, 60.0), 10.0),
            Box::around((99.0, 60.0), 10.0),
        ];
        assert_eq!(page.take(&places), Some(1));
        assert_eq!(page.take(&places), Some(0));
        assert_eq!(page.take(&places), None);
    }
}
