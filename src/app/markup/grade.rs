//! Grades: the badge, and how many stand where.

use super::icon;
use crate::app::{Filter, Page, Route, Source, Standing, grade_key, standing_key};
use crate::judge::{Grade, Judgement};
use crate::plan::Id;
use crate::words::{self, Words};
use maud::{Markup, PreEscaped, html};
use std::fmt::Write;

/// Shape and colour of how an indicator was graded, with the word for it: its scale's own or the grade's.
pub fn badge(words: &Words, judgement: &Judgement) -> Markup {
    shaped(judgement.grade, words::judged_grade(words, judgement))
}

/// Any words with a grade's shape and colour.
pub fn shaped(grade: Grade, word: &str) -> Markup {
    html! { span class={ "grade " (grade_key(grade)) } { (icon::grade(grade)) " " (word) } }
}

/// How many indicators stand where: one bar, the unjudged part hatched.
pub fn bar(words: &Words, counts: &[(Grade, usize)]) -> Markup {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return Markup::default();
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
    let label = words.now.bar;
    html! { svg.grade-bar role="img" aria-label=(label) { (PreEscaped(drawing)) } }
}

const HATCH: &str = r#"<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="currentColor" stroke-width="2" opacity=".55"/></pattern></defs>"#;

/// A bar of how many indicators stand where.
pub fn bar_of(words: &Words, standings: &[Standing]) -> Markup {
    let counts = standings.iter();
    let counts: Vec<_> = counts
        .map(|standing| (standing.like.grade, standing.count))
        .collect();
    bar(words, &counts)
}

/// The bar's legend: each grade with its count, a link to the indicators of the plan, or of one section, that have it.
pub fn legend(
    words: &Words,
    source: &Source,
    standings: &[Standing],
    section: Option<&Id>,
) -> Markup {
    let to = |standing: &Standing| {
        let filter = Filter {
            section: section.map(|id| id.0.clone()).unwrap_or_default(),
            grade: standing_key(&standing.like).to_owned(),
            ..Filter::default()
        };
        Route::narrowed(source, Page::Indicators, filter)
    };
    html! {
        ul.legend {
            @for standing in standings {
                li { a href=(to(standing)) { (badge(words, &standing.like)) " " span { (standing.count) } } }
            }
        }
    }
}
