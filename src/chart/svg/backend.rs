//! A plotters backend that writes SVG with classes instead of colours.
//!
//! - plotters draws on whole numbers; the grid here has [`super::writer::GRID`] of them to a CSS pixel, so that a point can stand
//!   between two pixels. What is written is in pixels with at most one decimal.
//! - Colours are [`Role`]s and become classes; whether a shape is filled or outlined is the style sheet's business.
//! - Lines of one role that follow each other become one `<path>`: the small ticks of a ruler are one node.
//! - Text is measured from a table ([`super::width`]) and never by a page.

use super::role::Role;
use super::width::text_width;
use super::writer::{Svg, coordinate};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// Writing to a string does not fail.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
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
        self.text(text);
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
    fn lines_of_one_role_that_follow_each_other_are_one_path() {
        let backend = Rc::new(RefCell::new(Svg::new((1000, 1000), 120)));
        let area = DrawingArea::from(&backend);
        for x in [100, 200, 300] {
            area.draw(&PathElement::new(vec![(x, 0), (x, 55)], Role::Minor))
                .unwrap();
        }
        area.draw(&PathElement::new(
            vec![(0, 0), (55, 77)],
            Role::Bar.stroke_width(90),
        ))
        .unwrap();
        assert_eq!(
            backend.borrow_mut().close(),
            "<path class=\"c-minor\" d=\"M10 0V5.5M20 0V5.5M30 0V5.5\"/>\
             <path class=\"c-bar\" stroke-width=\"9\" d=\"M0 0L5.5 7.7\"/></svg>"
        );
    }

    #[test]
    fn plotters_measures_text_from_the_table() {
        let area = Svg::new((1000, 1000), 120).into_drawing_area();
        let style = plotters::style::TextStyle::from(("sans-serif", 100));
        assert_eq!(
            area.estimate_text_size("指標名", &style).unwrap(),
            (300, 100)
        );
    }
}
