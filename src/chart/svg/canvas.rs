//! A page to draw on in CSS pixels: plotters' elements and coordinate systems over [`Svg`].

use super::role::Role;
use super::width::text_width;
use super::writer::{Frame, GRID, Svg};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::prelude::DrawingArea;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// A place in CSS pixels from the upper left corner.
pub type Place = (f64, f64);

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A picture being drawn.
pub struct Canvas {
    svg: Rc<RefCell<Svg>>,
    area: DrawingArea<Svg, Shift>,
}

impl Canvas {
    /// An empty picture of a size in pixels, with the size its text has where nothing else is said.
    #[must_use]
    pub fn new(width: f64, height: f64, text_size: f64, frame: &Frame<'_>) -> Self {
        let size = (grid(width).unsigned_abs(), grid(height).unsigned_abs());
        let svg = Rc::new(RefCell::new(Svg::new(size, grid(text_size))));
        svg.borrow_mut().open(frame);
        let area = DrawingArea::from(&svg);
        Self { svg, area }
    }

    /// The finished SVG.
    #[must_use]
    pub fn close(self) -> String {
        self.svg.borrow_mut().close()
    }

    /// Draws what `inside` draws as one group with a class.
    pub fn group(&self, class: &str, inside: impl FnOnce()) {
        self.svg.borrow_mut().open_group(class);
        inside();
        self.svg.borrow_mut().close_group();
    }

    /// Draws what `inside` draws as a point that can be stepped to, where `index` is given.
    pub fn point(&self, index: Option<usize>, name: &str, inside: impl FnOnce()) {
        let Some(index) = index else { return inside() };
        self.svg.borrow_mut().open_point(index, name);
        inside();
        self.svg.borrow_mut().close_group();
    }

    /// A line through places; its width is the style sheet's.
    pub fn line(&self, role: Role, places: &[Place]) {
        self.draw(&PathElement::new(on_grid(places), role));
    }

    /// A line of a given width in pixels.
    pub fn bar(&self, role: Role, width: f64, from: Place, to: Place) {
        let style = role.stroke_width(grid(width).unsigned_abs());
        self.draw(&PathElement::new(on_grid(&[from, to]), style));
    }

    /// A rectangle between two corners.
    pub fn rectangle(&self, role: Role, a: Place, b: Place) {
        self.draw(&Rectangle::new([on(a), on(b)], filled(role)));
    }

    /// A circle.
    pub fn circle(&self, role: Role, center: Place, radius: f64) {
        self.draw(&Circle::new(on(center), grid(radius), filled(role)));
    }

    /// A closed shape.
    pub fn polygon(&self, role: Role, corners: &[Place]) {
        self.draw(&Polygon::new(on_grid(corners), filled(role)));
    }

    /// A line of text whose baseline is at the place; a text of blanks is none.
    pub fn text(&self, role: Role, size: f64, anchor: Anchor, at: Place, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(
                FontFamily::SansSerif,
                f64::from(grid(size)),
                FontStyle::Normal,
            ),
            color: role.to_backend_color(),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        self.draw(&Text::new(text, on(at), style));
    }

    /// Writing to a string cannot fail, and nothing else uses the backend while an element is drawn.
    fn draw<'a, Element>(&self, element: &'a Element)
    where
        &'a Element: PointCollection<'a, (i32, i32)>,
        Element: Drawable<Svg>,
    {
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok(), "a string takes every element");
    }
}

/// Two values a place: where they stand in a rectangle of the picture, by plotters' cartesian coordinates.
pub struct Plane {
    coordinates: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    x: Range<f64>,
    y: Range<f64>,
}

impl Plane {
    /// `x` from the left to the right edge, `y` from the bottom to the top; either may run downward, neither may be
    /// empty.
    #[must_use]
    pub fn new(x: Range<f64>, y: Range<f64>, lower_left: Place, upper_right: Place) -> Self {
        let pixels = (
            grid(lower_left.0)..grid(upper_right.0),
            grid(lower_left.1)..grid(upper_right.1),
        );
        Self {
            coordinates: Cartesian2d::new(x.clone(), y.clone(), pixels),
            x,
            y,
        }
    }

    /// The place of two values; those far outside stand one length outside.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Place {
        let (x, y) = self
            .coordinates
            .translate(&(near(x, &self.x), near(y, &self.y)));
        (pixels(x), pixels(y))
    }
}

/// The value, or what is one length of the range outside of it when it is farther away.
fn near(value: f64, range: &Range<f64>) -> f64 {
    let length = (range.end - range.start).abs();
    value.clamp(
        range.start.min(range.end) - length,
        range.start.max(range.end) + length,
    )
}

/// The width in pixels of a text of a size.
#[must_use]
pub fn width_of(text: &str, size: f64) -> f64 {
    text_width(text) * size
}

fn filled(role: Role) -> ShapeStyle {
    ShapeStyle::from(role).filled()
}

#[allow(clippy::cast_possible_truncation)] // saturates; pictures are a few thousand pixels wide
fn grid(pixels: f64) -> i32 {
    (pixels * f64::from(GRID)).round().clamp(-1e8, 1e8) as i32
}

fn pixels(grid: i32) -> f64 {
    f64::from(grid) / f64::from(GRID)
}

fn on((x, y): Place) -> (i32, i32) {
    (grid(x), grid(y))
}

fn on_grid(places: &[Place]) -> Vec<(i32, i32)> {
    places.iter().copied().map(on).collect()
}
