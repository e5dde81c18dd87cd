//! 目標の達成, as towns word it, with the shape of the grade it is nearest to.

use super::{grade, icon};
use crate::app::grade_key;
use crate::app::state::App;
use crate::judge::Grade;
use crate::plan::{self, ProgressSheet, achievement_rank};
use leptos::prelude::*;

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
pub fn badge(app: App, achievement: &str) -> AnyView {
    let shape = shape(achievement);
    let word = match achievement {
        "" => app.words().sheets.not_yet.to_owned(),
        worded => worded.to_owned(),
    };
    view! { <span class=format!("grade {}", grade_key(shape))>{icon::grade(shape)} {word}</span> }
        .into_any()
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
pub fn bar(app: App, counts: &[(String, usize)]) -> AnyView {
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
        view! {
            <li><button class="plain" on:click=narrow>{badge(app, word)} " " {*count}</button></li>
        }
    });
    view! { <ul class="legend">{items.collect_view()}</ul> }.into_any()
}
