//! What a picture holds, read back from its SVG.

use monosashi::chart::text_width;

/// A line of text with the box it takes by the table of widths.
#[derive(Clone, Debug)]
pub struct Text {
    pub content: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Text {
    pub fn meets(&self, other: &Self, slack: f64) -> bool {
        self.left + slack < other.right
            && other.left + slack < self.right
            && self.top + slack < other.bottom
            && other.top + slack < self.bottom
    }
}

/// The width and height of the view box.
pub fn size(svg: &str) -> (f64, f64) {
    let view_box = attribute(svg.split_once('>').unwrap().0, "viewBox").unwrap();
    let numbers: Vec<f64> = view_box
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    (numbers[2], numbers[3])
}

/// Every `<text>`.
pub fn texts(svg: &str) -> Vec<Text> {
    let usual = attribute(svg.split_once('>').unwrap().0, "font-size").unwrap();
    svg.split("<text ")
        .skip(1)
        .map(|rest| text(rest, &usual))
        .collect()
}

fn text(rest: &str, usual: &str) -> Text {
    let (attributes, rest) = rest.split_once('>').unwrap();
    let content = unescaped(rest.split_once("</text>").unwrap().0);
    let number =
        |name: &str| attribute(attributes, name).map(|value| value.parse::<f64>().unwrap());
    let size = number("font-size").unwrap_or_else(|| usual.parse().unwrap());
    let width = text_width(&content) * size;
    let (x, y) = (number("x").unwrap(), number("y").unwrap());
    let left = match attribute(attributes, "text-anchor").as_deref() {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    Text {
        content,
        left,
        right: left + width,
        top: y - size * 0.88,
        bottom: y + size * 0.2,
    }
}

/// What is read out at each point, in order.
pub fn point_names(svg: &str) -> Vec<String> {
    svg.split("<g class=\"point\"")
        .skip(1)
        .map(|rest| unescaped(&attribute(rest.split_once('>').unwrap().0, "aria-label").unwrap()))
        .collect()
}

pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    Some(rest.split_once('"')?.0.to_owned())
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
