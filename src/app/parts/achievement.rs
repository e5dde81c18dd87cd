//! 目標の達成, as towns word it, with the shape of the grade it is nearest to.

use super::grade;
use crate::app::state::App;
use crate::judge::Grade;
use crate::plan::{self, ProgressSheet, achievement_rank};
use leptos::prelude::*;
use maud::{Markup, html};

/// The grade whose shape an achievement takes.
fn shape(achievement: &str) -> Grade {
    match achievement_rank(achievement) {
        Some(0) => Grade::Achieved,
        Some(1) => Grade::SlightlyBehind,
        Some(_) => Grade::Behind,
        None => Grade::NotJudged,
    }
}

/// Whether the goal was reached.
pub fn is_reached(achievement: &str) -> bool {
    achievement_rank(achievement) == Some(0)
}

/// Shape and the town's own words.
pub fn badge(app: App, achievement: &str) -> Markup {
    let word = match achievement {
        "" => app.words().sheets.not_yet,
        worded => worded,
    };
    grade::shaped(shape(achievement), word)
}

/// How many sheets have which achievement, best first.
pub fn counts(sheets: &[ProgressSheet]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for sheet in sheets {
        match counts
            .iter_mut()
            .find(|(word, _)| *word == sheet.achievement)
        {
            Some((_, count)) => *count += 1,
            None => counts.push((sheet.achievement.clone(), 1)),
        }
    }
    plan::sort_by_key(&mut counts, |(word, _)| shape(word));
    counts
}

/// One bar of all sheets.
pub fn bar(app: App, counts: &[(String, usize)]) -> Markup {
    let counts: Vec<_> = counts
        .iter()
        .map(|(word, count)| (shape(word), *count))
        .collect();
    grade::bar(app, &counts)
}

/// Each achievement with its count; a tap shows only those.
pub fn legend(app: App, counts: &[(String, usize)]) -> AnyView {
    let items = counts.iter().map(|(word, count)| {
        let wanted = word.clone();
        let narrow = move |_| app.narrow(|filter| filter.grade.clone_from(&wanted));
        let label = html! { (badge(app, word)) " " (count) };
        view! { <li><button class="plain" on:click=narrow inner_html=label.0></button></li> }
    });
    view! { <ul class="legend">{items.collect_view()}</ul> }.into_any()
}
