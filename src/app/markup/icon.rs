//! Drawn signs. Words always stand beside them, so they are hidden from screen readers.

use crate::judge::Grade;
use maud::{Markup, PreEscaped, html};

/// The ruler of the brand.
pub fn ruler() -> Markup {
    sign(
        "0 0 28 14",
        r#"<path d="M1 1h26v12H1zM5 1v4M9 1v6M13 1v4M17 1v6M21 1v4" fill="none" stroke="currentColor" stroke-width="1.6"/>"#,
    )
}

/// The shape of a grade: each is told from the others without colour.
pub fn grade(grade: Grade) -> Markup {
    sign("0 0 16 16", shape(grade))
}

fn shape(grade: Grade) -> &'static str {
    match grade {
        Grade::Achieved => {
            r#"<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.4 8.3l2.5 2.5 4.8-5" fill="none" stroke="var(--paper)" stroke-width="2"/>"#
        }
        Grade::OnTrack => r#"<path d="M8 1.5l7.5 13H.5z" fill="currentColor"/>"#,
        Grade::SlightlyBehind => r#"<path d="M8 .5L15.5 8 8 15.5.5 8z" fill="currentColor"/>"#,
        Grade::Behind => r#"<path d="M1.5 1.5h13v13h-13z" fill="currentColor"/>"#,
        Grade::Backward => r#"<path d="M8 14.5L.5 1.5h15z" fill="currentColor"/>"#,
        Grade::NotJudged => {
            r#"<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.6"/>"#
        }
    }
}

fn sign(view_box: &str, drawing: &str) -> Markup {
    html! { svg viewBox=(view_box) aria-hidden="true" { (PreEscaped(drawing)) } }
}
