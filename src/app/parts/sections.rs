//! Where an item stands in the plan, and the way to those beside it.

use crate::app::state::App;
use crate::app::{Page, Route};
use crate::plan::Id;
use crate::words;
use maud::{Markup, html};

/// The sections from the top down to the one an item stands in, as links.
pub fn crumb(app: App, section: Option<&Id>) -> Markup {
    let (Some(source), Some(id)) = (app.source(), section) else {
        return Markup::default();
    };
    let path: Vec<(Id, String)> = app.read_once(|document| {
        let path = document.plan().section_path(id).into_iter();
        path.map(|section| (section.id.clone(), words::section_title(section)))
            .collect()
    });
    html! {
        @for (id, title) in path {
            span.path { a href=(Route::of(&source, Page::Section(id))) { (title) } }
        }
    }
}

/// The address, label and name of an item beside another.
pub type Neighbour = (String, &'static str, String);

/// The items before and after.
pub fn neighbours(
    label: &'static str,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
) -> Markup {
    html! {
        nav.neighbours aria-label=(label) {
            @for (to, label, name) in before.into_iter().chain(after) {
                a href=(to) { span.muted { (label) } br; (name) }
            }
        }
    }
}

/// Names and what goes with them, where there is something.
pub fn facts(facts: &[(&str, Markup)]) -> Markup {
    html! {
        @if facts.iter().any(|(_, fact)| !fact.0.is_empty()) {
            dl.facts {
                @for (name, fact) in facts {
                    @if !fact.0.is_empty() { dt { (name) } dd { (fact) } }
                }
            }
        }
    }
}
