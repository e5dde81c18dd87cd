//! The app as one file that was opened from a disk, perhaps with a plan in it.
//!
//! The file's own start (`page/one_file.js`) marks the page's root with what it is, and answers for the plan as for any
//! file beside the app.

use super::parts::button::button;
use super::state::App;
use super::{Page, Route, Source, browser, keeping, later};
use crate::keep::PlanCard;
use crate::write::Edition;
use leptos::prelude::*;
use maud::{Markup, html};

/// The plan in the file, as the address names it.
const PLAN: &str = "carried-plan.json";

/// Which edition the open plan is, where it is the one in this file.
pub fn edition(app: App) -> Option<Edition> {
    let carried = matches!(app.source(), Some(Source::Files(paths)) if paths == [PLAN]);
    let edition = if browser::root_has("data-reading") {
        Edition::Reading
    } else {
        Edition::Working
    };
    carried.then_some(edition)
}

/// On the list of plans of the one file: the way to the plan in it, and where those on the list are.
pub fn told_on_list(app: App, lists_any: bool) -> Markup {
    let words = &app.words().one_file;
    let carried = Route::of(&Source::Files(vec![PLAN.to_owned()]), Page::Now);
    html! {
        @if browser::root_has("data-carries") { p.spaced { a href=(carried) { (words.open_carried) } } }
        @if lists_any && is_one_file() { p.muted.spaced { (words.where_kept) } }
    }
}

/// What the list of plans says where none is kept; of the one file, where those would be that were kept by it.
pub fn none_kept(app: App) -> &'static str {
    let words = app.words();
    if is_one_file() {
        words.one_file.none_kept
    } else {
        words.plans.saved_none
    }
}

fn is_one_file() -> bool {
    browser::root_has("data-one-file")
}

/// Whether the open plan is to be read, not worked on.
pub fn is_for_reading(app: App) -> bool {
    edition(app) == Some(Edition::Reading)
}

/// The strip over a plan open for reading: its name, what it says, and the ways on from there.
pub fn strip(app: App) -> (&'static str, Markup, Vec<AnyView>) {
    let words = app.words();
    let keep = || {
        button("plain", words.app.keep, move || {
            later::run(app, later::Task::Keep);
        })
    };
    match edition(app) {
        None => {
            let told = html! { p { (words.app.reading_only) } };
            (words.app.keep, told, vec![keep()])
        }
        Some(Edition::Reading) => {
            let told = html! { p { (words.one_file.is_reading) } };
            (words.one_file.reading_name, told, Vec::new())
        }
        Some(Edition::Working) => {
            let told = html! {
                p { (words.one_file.is_working) }
                @if let Some(kept) = kept_before(app) { p { a href=(kept) { (words.one_file.go_on) } } }
            };
            (words.one_file.working_name, told, vec![keep()])
        }
    }
}

/// The plan of this town and title that is kept here: the file's own, worked on since.
fn kept_before(app: App) -> Option<Route> {
    let is_same = |card: &PlanCard| {
        app.read_once(|document| {
            let plan = document.plan();
            plan.title == card.title && plan.municipality.name == card.municipality
        })
    };
    let card = keeping::cards(app).into_iter().find(is_same)?;
    Some(Route::of(&Source::Kept(card.key), Page::Now))
}
