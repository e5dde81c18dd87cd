//! A chart as data, then drawn through plotters as SVG.
//!
//! [`ChartSpec`] holds everything that is drawn, words included; [`draw`] makes the SVG. The same spec gives the
//! same bytes natively and in the browser, since text is measured from a table of widths and not by a page.
//!
//! - `build`: from an indicator and its judgement to a spec.
//! - `draw`: from a spec to lines, shapes and text, none over another.
//! - `svg`: plotters' backend, which turns them into SVG.

mod build;
mod draw;
mod format;
mod spec;
mod svg;
mod table;
mod words;

pub use build::{compared, comparison, ruler, time_chart};
pub use draw::draw;
pub use spec::{
    Allowed, ChartPoint, ChartSeries, ChartSpec, ChartTable, Picture, PointRole, Ruler, RulerKind,
    Step, Steps, TimeChart, YearTick,
};
pub use svg::{standalone, text_width};
pub use words::{BoundTerms, ChartTerms, ChartWords};
