//! A plotters backend that writes SVG with classes instead of colours.
//!
//! - plotters draws on whole numbers; the grid here has [`GRID`] of them to a CSS pixel, so that a point can stand
//!   between two pixels. What is written is in pixels with at most one decimal.
//! - Colours are [`Role`]s and become classes; whether a shape is filled or outlined is the style sheet's business.
//! - Lines of one role that follow each other become one `<path>`: the small ticks of a ruler are one node.
//! - Text is measured from a table ([`super::width`]) and never by a page.

use super::role::Role;
use super::width::text_width;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// Units of the drawing grid in one CSS pixel.
pub const GRID: i32 = 10;

/// Writing to a string does not fail.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The picture as it is being written.
#[derive(Debug, Default)]
pub struct SvgBackend {
    out: String,
    /// Width and height in grid units.
    size: (u32, u32),
    /// The role and width of the `<path>` that is still open.
    path: Option<(Role, u32)>,
    /// The text size, in grid units, that goes without saying.
    text_size: i32,
}

impl SvgBackend {
    /// An empty picture of a size in grid units, whose text is `text_size` grid units where nothing else is said.
    #[must_use]
    pub fn new(size: (u32, u32), text_size: i32) -> Self {
        Self {
            out: String::with_capacity(3072),
            size,
            path: None,
            text_size,
        }
    }

    /// Writes the `<svg>` tag with its title and description. `id` must be fit for an attribute and for a list of ids.
    pub fn open(&mut self, frame: &Frame<'_>) {
        let role = if frame.steppable {
            "graphics-document"
        } else {
            "img"
        };
        self.raw("<svg class=\"chart ");
        self.raw(frame.class);
        self.raw("\" role=\"");
        self.raw(role);
        self.raw("\" viewBox=\"0 0 ");
        self.number(coordinate(self.size.0));
        self.raw(" ");
        self.number(coordinate(self.size.1));
        self.raw("\" width=\"");
        self.number(coordinate(self.size.0));
        self.raw("\" height=\"");
        self.number(coordinate(self.size.1));
        self.raw("\" font-size=\"");
        self.number(self.text_size);
        for (attribute, part) in [
            ("\" aria-labelledby=\"", "-title"),
            ("\" aria-describedby=\"", "-desc"),
        ] {
            self.raw(attribute);
            self.raw(frame.id);
            self.raw(part);
        }
        self.raw("\">");
        for (tag, text) in [("title", frame.title), ("desc", frame.description)] {
            self.raw("<");
            self.raw(tag);
            self.raw(" id=\"");
            self.raw(frame.id);
            self.raw("-");
            self.raw(tag);
            self.raw("\">");
            escape_into(&mut self.out, text);
            self.raw("</");
            self.raw(tag);
            self.raw(">");
        }
    }

    /// Opens a group with a class.
    pub fn open_group(&mut self, class: &str) {
        self.end_path();
        self.raw("<g class=\"");
        self.raw(class);
        self.raw("\">");
    }

    /// Opens the group of a point that can be stepped to. The first of a picture is in the tab order; the page moves
    /// that place along as the arrow keys are pressed (`data-index` counts from 0).
    pub fn open_point(&mut self, index: usize, name: &str) {
        self.end_path();
        self.raw("<g class=\"point\" role=\"img\" data-index=\"");
        self.number(
            i32::try_from(index)
                .unwrap_or(i32::MAX / GRID)
                .saturating_mul(GRID),
        );
        self.raw(if index == 0 {
            "\" tabindex=\"0\" aria-label=\""
        } else {
            "\" tabindex=\"-1\" aria-label=\""
        });
        escape_into(&mut self.out, name);
        self.raw("\"><title>");
        escape_into(&mut self.out, name);
        self.raw("</title>");
    }

    /// Closes the innermost group.
    pub fn close_group(&mut self) {
        self.end_path();
        self.raw("</g>");
    }

    /// Ends the picture and gives its text.
    #[must_use]
    pub fn close(&mut self) -> String {
        self.end_path();
        self.raw("</svg>");
        std::mem::take(&mut self.out)
    }

    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A grid coordinate in pixels: 123 is `12.3`.
    fn number(&mut self, grid: i32) {
        let mut digits = [0_u8; 12];
        let mut rest = grid.unsigned_abs();
        let decimal = rest % GRID.unsigned_abs();
        rest /= GRID.unsigned_abs();
        if grid < 0 {
            self.out.push('-');
        }
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out
            .extend(digits[start..].iter().map(|digit| char::from(*digit)));
        if decimal != 0 {
            self.out.push('.');
            self.out.push(char::from(b'0' + decimal as u8));
        }
    }

    fn attribute(&mut self, name: &str, grid: i32) {
        self.raw(name);
        self.number(grid);
        self.raw("\"");
    }

    fn open_shape(&mut self, tag: &str, role: Role) {
        self.end_path();
        self.raw("<");
        self.raw(tag);
        self.raw(" class=\"");
        self.raw(role.class());
        self.raw("\"");
    }

    /// Goes on with the open path of the same style, or begins a new one.
    fn begin_path(&mut self, role: Role, width: u32) {
        if self.path == Some((role, width)) {
            return;
        }
        self.open_shape("path", role);
        if width > 1 {
            self.attribute(" stroke-width=\"", coordinate(width));
        }
        self.raw(" d=\"");
        self.path = Some((role, width));
    }

    fn end_path(&mut self) {
        if self.path.take().is_some() {
            self.raw("\"/>");
        }
    }

    /// `M` to the first point, then lines; upright and level ones in their short form.
    fn trace(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut before: Option<BackendCoord> = None;
        for (x, y) in points {
            match before {
                Some(at) if at == (x, y) => continue,
                Some((_, level)) if level == y => self.step('H', &[x]),
                Some((upright, _)) if upright == x => self.step('V', &[y]),
                Some(_) => self.step('L', &[x, y]),
                None => self.step('M', &[x, y]),
            }
            before = Some((x, y));
        }
    }

    fn step(&mut self, letter: char, to: &[i32]) {
        self.out.push(letter);
        for (index, coordinate) in to.iter().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.number(*coordinate);
        }
    }
}

/// What the `<svg>` tag says.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The class beside `chart`.
    pub class: &'a str,
    /// The prefix of the ids inside.
    pub id: &'a str,
    /// The title.
    pub title: &'a str,
    /// The description.
    pub description: &'a str,
    /// Whether it holds points that can be stepped to (it is then a document and not one image).
    pub steppable: bool,
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.open_shape("rect", Role::of(style.color()));
        self.attribute(" x=\"", a.0.min(b.0));
        self.attribute(" y=\"", a.1.min(b.1));
        self.attribute(" width=\"", (a.0 - b.0).abs());
        self.attribute(" height=\"", (a.1 - b.1).abs());
        self.raw("/>");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.begin_path(Role::of(style.color()), style.stroke_width());
        self.trace(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.open_shape("circle", Role::of(style.color()));
        self.attribute(" cx=\"", center.0);
        self.attribute(" cy=\"", center.1);
        self.attribute(" r=\"", coordinate(radius));
        self.raw("/>");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.open_shape("path", Role::of(style.color()));
        self.raw(" d=\"");
        self.trace(corners);
        self.raw("Z\"/>");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = style.anchor();
        #[allow(clippy::cast_possible_truncation)] // text sizes are far below 2^31
        let size = style.size().round() as i32;
        let baseline = match anchor.v_pos {
            VPos::Top => at.1 + size * 22 / 25,
            VPos::Center => at.1 + size * 9 / 25,
            VPos::Bottom => at.1,
        };
        self.open_shape("text", Role::of(style.color()));
        self.attribute(" x=\"", at.0);
        self.attribute(" y=\"", baseline);
        if size != self.text_size {
            self.attribute(" font-size=\"", size);
        }
        match anchor.h_pos {
            HPos::Left => {}
            HPos::Center => self.raw(" text-anchor=\"middle\""),
            HPos::Right => self.raw(" text-anchor=\"end\""),
        }
        self.raw(">");
        escape_into(&mut self.out, text);
        self.raw("</text>");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // `as` saturates, a size is not negative
        Ok(((text_width(text) * size).ceil() as u32, size.ceil() as u32))
    }
}

fn coordinate(grid: u32) -> i32 {
    i32::try_from(grid).unwrap_or(i32::MAX)
}

/// Text fit for an element or a quoted attribute: what means something in markup is escaped, and characters that XML
/// does not allow are left out (a saved file must stay readable).
pub fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use plotters::element::PathElement;
    use plotters::prelude::{DrawingArea, IntoDrawingArea};
    use plotters::style::Color;
    use std::cell::RefCell;
    use std::rc::Rc;

    #[test]
    fn coordinates_are_written_in_pixels_with_at_most_one_decimal() {
        let mut backend = SvgBackend::new((100, 100), 120);
        for grid in [0, 7, 10, 123, -5, -120] {
            backend.number(grid);
            backend.raw(" ");
        }
        assert_eq!(backend.out, "0 0.7 1 12.3 -0.5 -12 ");
    }

    #[test]
    fn lines_of_one_role_that_follow_each_other_are_one_path() {
        let backend = Rc::new(RefCell::new(SvgBackend::new((1000, 1000), 120)));
        let area = DrawingArea::from(&backend);
        for x in [100, 200, 300] {
            area.draw(&PathElement::new(vec![(x, 0), (x, 55)], &Role::Minor))
                .unwrap();
        }
        area.draw(&PathElement::new(
            vec![(0, 0), (55, 77)],
            Role::Bar.stroke_width(90),
        ))
        .unwrap();
        assert_eq!(
            backend.borrow_mut().close(),
            "<path class=\"minor\" d=\"M10 0V5.5M20 0V5.5M30 0V5.5\"/>\
             <path class=\"bar\" stroke-width=\"9\" d=\"M0 0L5.5 7.7\"/></svg>"
        );
    }

    #[test]
    fn plotters_measures_text_from_the_table() {
        let area = SvgBackend::new((1000, 1000), 120).into_drawing_area();
        let style = plotters::style::TextStyle::from(("sans-serif", 100));
        assert_eq!(
            area.estimate_text_size("指標名", &style).unwrap(),
            (300, 100)
        );
    }

    #[test]
    fn markup_in_text_stays_text_and_what_xml_forbids_is_left_out() {
        let mut out = String::new();
        escape_into(&mut out, "<script>alert(\"1\")</script>&'\u{0}\u{b}\n");
        assert_eq!(
            out,
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39; "
        );
    }
}
