//! A picture as a file of its own.

/// The page's own style: every variable in it has the light theme as its fallback.
const STYLE: &str = include_str!("../../../style/chart.css");

/// The SVG of [`crate::chart::draw`] as a file: with its namespace and its style, so that it looks right in any viewer
/// and in print.
#[must_use]
pub fn standalone(svg: &str) -> String {
    let Some((open, inside)) = svg.split_once('>') else {
        return svg.to_owned();
    };
    let mut file = String::with_capacity(svg.len() + STYLE.len() + 64);
    file.push_str(&open.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1));
    file.push_str("><style>");
    file.push_str(STYLE.trim());
    file.push_str("</style>");
    file.push_str(inside);
    file
}
