//! SVG as text: tags, attributes, numbers and paths into one string.

use super::role::Role;
use plotters_backend::BackendCoord;

/// Units of the drawing grid in one CSS pixel.
pub const GRID: i32 = 10;

/// The picture as it is being written.
#[derive(Debug, Default)]
pub struct Svg {
    out: String,
    /// Width and height in grid units.
    pub size: (u32, u32),
    /// The role and width of the `<path>` that is still open.
    path: Option<(Role, u32)>,
    /// The text size, in grid units, that goes without saying.
    pub text_size: i32,
}

impl Svg {
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
            self.text(text);
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
        self.text(name);
        self.raw("\"><title>");
        self.text(name);
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

    /// Writes markup as it is.
    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Text between tags or quotes.
    pub fn text(&mut self, text: &str) {
        escape_into(&mut self.out, text);
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

    /// Writes an attribute's opening, a coordinate in pixels, and the closing quote.
    pub fn attribute(&mut self, name: &str, grid: i32) {
        self.raw(name);
        self.number(grid);
        self.raw("\"");
    }

    /// Begins a tag with the class of a role.
    pub fn open_shape(&mut self, tag: &str, role: Role) {
        self.end_path();
        self.raw("<");
        self.raw(tag);
        self.raw(" class=\"");
        self.raw(role.class());
        self.raw("\"");
    }

    /// Goes on with the open path of the same style, or begins a new one.
    pub fn begin_path(&mut self, role: Role, width: u32) {
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
    pub fn trace(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
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

/// A length in grid units.
pub fn coordinate(grid: u32) -> i32 {
    i32::try_from(grid).unwrap_or(i32::MAX)
}

/// Text fit for an element or a quoted attribute: what means something in markup is escaped, and characters that XML
/// does not allow are left out (a saved file must stay readable).
fn escape_into(out: &mut String, text: &str) {
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
    use super::*;

    #[test]
    fn coordinates_are_written_in_pixels_with_at_most_one_decimal() {
        let mut backend = Svg::new((100, 100), 120);
        for grid in [0, 7, 10, 123, -5, -120] {
            backend.number(grid);
            backend.raw(" ");
        }
        assert_eq!(backend.out, "0 0.7 1 12.3 -0.5 -12 ");
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
