//! Grades: the badge, and how many stand where.

use super::icon;
use crate::app::state::App;
use crate::app::{Filter, Page, Route, grade_key};
use crate::judge::Grade;
use crate::plan::Id;
use crate::words;
use leptos::prelude::*;
use std::fmt::Write;

/// Shape, word and colour of a grade.
pub fn badge(app: App, grade: Grade) -> AnyView {
    let word = words::grade(app.words(), grade);
    view! { <span class=format!("grade {}", grade_key(grade))>{icon::grade(grade)} {word}</span> }
        .into_any()
}

/// How many indicators stand where: one bar, the unjudged part hatched.
pub fn bar(app: App, counts: &[(Grade, usize)]) -> AnyView {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return ().into_any();
    }
    let mut drawing = String::from(HATCH);
    let mut start = 0.0;
    for (grade, count) in counts {
        #[allow(clippy::cast_precision_loss)] // counts of indicators
        let width = *count as f64 / total as f64 * 100.0;
        let (class, fill) = match grade {
            Grade::NotJudged => ("unjudged", r#" fill="url(#hatch)""#),
            _ => (grade_key(*grade), ""),
        };
        let _ = write!(
            drawing,
            r#"<rect class="{class}" x="{start:.3}%" width="{width:.3}%" height="100%"{fill}/>"#
        );
        start += width;
    }
    let label = app.words().now.bar;
    view! { <svg class="grade-bar" role="img" aria-label=label inner_html=drawing></svg> }
        .into_any()
}

const HATCH: &str = r#"<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="currentColor" stroke-width="2" opacity=".55"/></pattern></defs>"#;

/// The bar's legend: each grade with its count, a link to the indicators that have it.
pub fn legend(app: App, counts: &[(Grade, usize)]) -> AnyView {
    legend_of(app, counts, None)
}

/// The legend of one section's bar.
pub fn legend_of(app: App, counts: &[(Grade, usize)], section: Option<&Id>) -> AnyView {
    let source = app.source();
    let items = counts.iter().map(|(grade, count)| {
        let filter = Filter {
            section: section.map(|id| id.0.clone()).unwrap_or_default(),
            grade: grade_key(*grade).to_owned(),
            ..Filter::default()
        };
        let to = source
            .as_ref()
            .map(|source| Route::narrowed(source, Page::Indicators, filter).to_string());
        view! { <li><a href=to>{badge(app, *grade)} <span>{*count}</span></a></li> }
    });
    view! { <ul class="legend">{items.collect_view()}</ul> }.into_any()
}

/// How many have which grade, best first, grades nobody has left out.
pub fn counts(grades: impl Iterator<Item = Grade>) -> Vec<(Grade, usize)> {
    let mut counts = Grade::ALL.map(|grade| (grade, 0));
    for grade in grades {
        for (known, count) in &mut counts {
            *count += usize::from(*known == grade);
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}
