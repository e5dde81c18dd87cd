//! Taking in what was looked over: as a plan of its own, or over a kept plan as one step that an undo takes back.

use super::Found;
use crate::app::parts::button::button;
use crate::app::parts::{boxed, standing};
use crate::app::said::Back;
use crate::app::{Page, Route, Source, browser, keeping, published};
use crate::keep;
use crate::plan::Period;
use crate::revise::with_answers;
use crate::words::fill;
use leptos::prelude::*;
use maud::html;

/// The way to take it in, which stays at the foot of the screen.
pub fn ways(found: Found) -> AnyView {
    let ways = move || {
        let removes = found.revision(|revision| {
            let difference = revision.difference();
            let removed = found.choices.with(|choices| choices.removed(difference));
            (difference.kept(), removed, difference.gone.len())
        });
        match removes {
            None => new_plan(found),
            Some((all, removed, _)) if found.confirming.get() => confirm(found, all, removed),
            Some((_, removed, gone)) => version(found, removed, gone),
        }
    };
    view! { <div class="taking">{ways}</div> }.into_any()
}

fn new_plan(found: Found) -> AnyView {
    let texts = found.app.words();
    let too_large = RwSignal::new(None);
    // How much room a large plan needs takes a while to say: what was found stands before.
    browser::after_frame(move || {
        let used = browser::used_room().unwrap_or_default();
        let percent = found.reading.try_with_value(|reading| {
            let plan = reading.plans.get(found.place)?;
            keep::too_large(plan, used)
        });
        too_large.try_set(percent.flatten());
    });
    let told = move || {
        let percent = too_large.get()?.to_string();
        let told = fill(texts.import.too_large, &[("percent", &percent)]);
        Some(standing(html! { p.notice role="alert" { (told) } }))
    };
    let label = texts.import.take_in;
    let take = button("button primary", label, move || take_in(found));
    boxed("buttons", vec![told.into_any(), take])
}

fn version(found: Found, removed: usize, gone: usize) -> AnyView {
    let texts = found.app.words();
    let press = move || {
        let most = found.revision(|revision| {
            let difference = revision.difference();
            found
                .choices
                .with_untracked(|choices| choices.removes_most(difference))
        });
        if most == Some(true) {
            found.confirming.set(true);
        } else {
            take_over(found);
        }
    };
    let mut parts = vec![button("button primary", texts.review.take_over, press)];
    if removed > 0 {
        let counts = [
            ("count", &*removed.to_string()),
            ("all", &*gone.to_string()),
        ];
        let told = fill(texts.review.removed_count, &counts);
        parts.push(standing(html! { p.muted { (told) } }));
    }
    boxed("buttons", parts)
}

/// Asks once more before most of a plan is removed.
fn confirm(found: Found, all: usize, removed: usize) -> AnyView {
    let texts = found.app.words();
    let counts = [("all", &*all.to_string()), ("count", &*removed.to_string())];
    let told = fill(texts.review.most_removed, &counts);
    boxed(
        "buttons",
        vec![
            standing(html! { p role="alert" { (told) } }),
            button("button primary", texts.review.remove_and_take, move || {
                take_over(found);
            }),
            button("plain", texts.app.cancel, move || {
                found.confirming.set(false);
            }),
        ],
    )
}

/// Keeps it as a plan of its own, with the answers in it.
fn take_in(found: Found) {
    let app = found.app;
    let plan = found.plan(|plan| {
        found
            .answers
            .with_untracked(|given| with_answers(plan, given))
    });
    if let Some(key) = keeping::keep_new(app, &plan) {
        note_origin(found, &key);
        // Where the browser lets nothing be kept, that stays said at the top.
        if app.lasting {
            let said = app.words().import.taken_in.to_owned();
            app.say_with(said, Back::Import(key.clone()));
        }
        app.go_on(&Route::of(&Source::Kept(key), Page::Now));
    }
}

/// Takes it over the kept plan, as one step.
fn take_over(found: Found) {
    let app = found.app;
    let year = Period::FiscalYear(browser::fiscal_year_now());
    let taken = found.target.with_value(|target| {
        let target = target.as_ref()?;
        let edit = found.choices.with_untracked(|choices| {
            found
                .answers
                .with_untracked(|given| target.revision.take_over(choices, given, year))
        });
        Some((target.key.clone(), target.title.clone(), edit))
    });
    let Some((key, title, edit)) = taken else {
        return;
    };
    let said = fill(app.words().review.taken_over, &[("title", &title)]);
    if keeping::edit_kept(app, &key, edit, said) {
        note_origin(found, &key);
        app.go_on(&Route::of(&Source::Kept(key), Page::Now));
    }
}

/// Notes the published file that was taken in, so that its next version is noticed.
fn note_origin(found: Found, key: &str) {
    found.origin.with_value(|origin| {
        if let Some(origin) = origin {
            published::note_origin(found.app, key, origin);
        }
    });
}
