//! 表示: colours and text size, and whether the app opens without a network.

use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::heading;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{Route, browser, keeping};
use leptos::prelude::*;
use maud::{Markup, html};

/// The names settings are kept under.
const THEME: &str = "theme";
const SIZE: &str = "text_size";
/// What the page's own script (`page/offline.js`) sets on the page's root when every file of the app is here.
const OFFLINE: &str = "data-offline";
/// What can be chosen; the empty word is the system's own.
const THEMES: [&str; 4] = ["", "light", "dark", "contrast"];
const SIZES: [&str; 4] = ["", "125", "150", "200"];

/// Puts the kept settings in force; called once at the start.
pub fn apply(app: App) {
    let settings = app.library.with_value(crate::keep::Library::settings);
    let word = |name: &str, known: &[&str]| {
        let word = settings.get(name).unwrap_or_default();
        if known.contains(&word) {
            word.to_owned()
        } else {
            String::new()
        }
    };
    browser::set_root("data-theme", &word(THEME, &THEMES));
    browser::set_root("data-size", &word(SIZE, &SIZES));
}

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let texts = &words.settings;
    let themes = [
        texts.theme_system,
        texts.theme_light,
        texts.theme_dark,
        texts.theme_contrast,
    ];
    let sizes = [
        texts.size_100,
        texts.size_125,
        texts.size_150,
        texts.size_200,
    ];
    let offline = RwSignal::new(browser::root_has(OFFLINE));
    let listener = window_event_listener_untyped("monosashi-offline", move |_| {
        offline.set(browser::root_has(OFFLINE));
    });
    on_cleanup(move || listener.remove());
    let opens_offline = move || {
        if offline.get() {
            texts.offline_ready
        } else {
            texts.offline_not_ready
        }
    };
    let below = html! {
        p.muted.spaced { (texts.kept) }
        p.spaced { a href=(Route::Kept) { (words.keeping.link) } }
        p.buttons.spaced { a.button href=(Route::Plans) { (words.app.to_plans) } }
    };
    view! {
        {heading(app, Markup::default(), texts.title, ().into_any())}
        {boxed("fields", vec![
            setting(app, texts.theme, THEME, &THEMES, &themes),
            setting(app, texts.size, SIZE, &SIZES, &sizes),
        ])}
        <p class="spaced" role="status">{opens_offline}</p>
        {standing(below)}
    }
    .into_any()
}

fn setting(
    app: App,
    label: &'static str,
    name: &'static str,
    values: &'static [&'static str],
    labels: &[&'static str],
) -> AnyView {
    let settings = app.library.with_value(crate::keep::Library::settings);
    let now = settings.get(name).unwrap_or_default().to_owned();
    let choices = values.iter().zip(labels).map(|(value, label)| Choice {
        label: (*label).to_owned(),
        chosen: *value == now,
    });
    let choose = move |index: usize| {
        let Some(value) = values.get(index) else {
            return;
        };
        keeping::keep_setting(app, name, value);
        apply(app);
    };
    select(label, choices.collect(), Box::new(choose))
}
