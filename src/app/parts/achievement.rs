//! 目標の達成, as towns word it, with the shape of the grade it is nearest to.

use super::grade;
use crate::app::NOT_JUDGED;
use crate::app::state::App;
use crate::judge::{AchievementTally, Grade, achievement_grade};
use crate::plan::achievement_rank;
use leptos::prelude::*;
use maud::{Markup, html};

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
    grade::shaped(achievement_grade(achievement), word)
}

/// How many sheets have which achievement, best first, and those not judged yet.
fn counts<'a>(words: &'a [String], tally: &'a AchievementTally) -> Vec<(&'a str, usize)> {
    let counts = words
        .iter()
        .map(String::as_str)
        .zip(tally.counts.iter().copied());
    let open = (tally.open > 0).then_some(("", tally.open));
    counts.chain(open).collect()
}

/// One bar of all sheets.
pub fn bar(app: App, words: &[String], tally: &AchievementTally) -> Markup {
    let counts = counts(words, tally).into_iter();
    let counts: Vec<(Grade, usize)> = counts
        .map(|(word, count)| (achievement_grade(word), count))
        .collect();
    grade::bar(app.words(), &counts)
}

/// Each achievement with its count; a tap shows only those.
pub fn legend(app: App, words: &[String], tally: &AchievementTally) -> AnyView {
    let items = counts(words, tally).into_iter().map(|(word, count)| {
        let wanted = if word.is_empty() { NOT_JUDGED } else { word }.to_owned();
        let narrow = move |_| {
            app.narrow(|filter| {
                filter.grade.clone_from(&wanted);
                filter.view.clear();
            });
        };
        let label = html! { (badge(app, word)) " " (count) };
        view! { <li><button class="plain" on:click=narrow inner_html=label.0></button></li> }
    });
    view! { <ul class="legend">{items.collect_view()}</ul> }.into_any()
}
