//! From a chart as data to SVG.

mod labels;
mod ruler;
mod ruler_figures;
mod ruler_years;
mod steps;
mod time;
mod time_labels;
mod time_layout;

use super::spec::{ChartSpec, Picture};
use super::svg::{Canvas, Frame};
use crate::judge::Grade;

/// Narrower pictures are drawn at this width and scaled down.
const NARROWEST: f64 = 160.0;

/// The spec as SVG for a box of `width` CSS pixels: accessible (title, description, a focusable point each) and
/// themeable (classes only; `style/chart.css` says how they look). A file of its own needs
/// [`super::standalone`].
#[must_use]
pub fn draw(spec: &ChartSpec, width: u32) -> String {
    let width = f64::from(width).max(NARROWEST);
    let size = if spec.text_size.is_finite() {
        spec.text_size.clamp(6.0, width / 12.0)
    } else {
        13.0
    };
    match &spec.picture {
        Picture::Ruler(rulers) => ruler::draw(spec, rulers, width, size),
        Picture::Steps(steps) => steps::draw(spec, steps, width, size),
        Picture::TimeChart(chart) => time::draw(spec, chart, width, size),
    }
}

/// The class that gives a grade's colour and, in print, its pattern.
fn grade_class(grade: Grade) -> &'static str {
    match grade {
        Grade::Achieved => "grade-achieved",
        Grade::OnTrack => "grade-on-track",
        Grade::SlightlyBehind => "grade-slightly-behind",
        Grade::Behind => "grade-behind",
        Grade::Backward => "grade-backward",
        Grade::NotJudged => "grade-unjudged",
    }
}

fn canvas(spec: &ChartSpec, class: &str, width: f64, height: f64, size: f64) -> Canvas {
    let frame = Frame {
        class,
        id: &spec.id,
        title: &spec.title,
        description: &spec.description,
        steppable: spec.steppable,
    };
    Canvas::new(width, height, size, &frame)
}

/// Counts the points that can be stepped to, in the order they are drawn.
struct Stepping(Option<usize>);

impl Stepping {
    fn of(spec: &ChartSpec) -> Self {
        Self(spec.steppable.then_some(0))
    }

    /// The next point's index; none when the picture cannot be stepped through.
    fn next(&mut self) -> Option<usize> {
        let index = self.0?;
        self.0 = Some(index + 1);
        Some(index)
    }
}
