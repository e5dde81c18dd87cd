//! The plans that are published beside the app: their list, and whether what is open or kept is what is listed.

use super::errors::Trouble;
use super::open::open;
use super::parts::button::button;
use super::parts::standing;
use super::state::{App, Opened};
use super::{Source, browser, later};
use crate::keep::Origin;
use crate::publish::{Catalogue, Difference, FILE, FOLDER, sha256};
use crate::words::fill;
use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen_futures::spawn_local;

/// Why the list was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To be shown.
    Show,
    /// Files were opened just now.
    Opened,
    /// The person came back to open files.
    CameBack,
}

/// What the list of plans shows of those that are published.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The published plans.
    pub list: Markup,
    /// What is new of those that are kept.
    pub news: Markup,
}

/// How far the list of published plans is.
#[derive(Clone, Debug, Default)]
pub enum Listed {
    /// Not asked for yet, or on its way.
    #[default]
    Waiting,
    /// It is here.
    Here(Catalogue),
    /// It did not come, or cannot be used.
    Failed(Trouble),
}

impl Listed {
    /// The list, where it is here.
    pub fn catalogue(&self) -> Option<&Catalogue> {
        match self {
            Self::Here(catalogue) => Some(catalogue),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// The published files that are open for reading, and what is to be said of their version.
#[derive(Clone, Debug)]
pub struct OpenFiles {
    /// Each in the version that came.
    pub origins: Vec<Origin>,
    /// What is to be said.
    pub difference: Option<Difference>,
}

/// A file beside the app, in the version of these bytes.
pub fn origin(path: &str, bytes: &[u8]) -> Origin {
    Origin {
        app: browser::folder(),
        file: path.trim_start_matches("./").to_owned(),
        sha256: sha256(bytes),
    }
}

/// Has the list brought, to be shown; what is shown of it stays until it is here.
pub fn fetch(app: App) {
    ask(app, Aim::Show);
}

/// Asks the host for the list as it is now; the browser asks whether its copy is still good.
fn ask(app: App, aim: Aim) {
    let (number, answered) = app.list_asked.get_value();
    let number = number + 1;
    app.list_asked.set_value((number, answered));
    let asked = browser::fetch(&[FOLDER, FILE].concat());
    spawn_local(async move {
        let bytes = browser::bytes_of(asked).await;
        // An answer that was overtaken by a later one says what was before.
        let (last, answered) = app.list_asked.get_value();
        if number < answered {
            return;
        }
        app.list_asked.set_value((last, number));
        if let Err(trouble) = later::list(app, bytes, aim).await
            && aim == Aim::Show
        {
            app.warn(&trouble);
        }
    });
}

/// Notes which files are open, and looks whether they are what is listed, once they are on the screen.
pub fn note_open(app: App, origins: Vec<Origin>) {
    app.published.set(Some(OpenFiles {
        origins,
        difference: None,
    }));
    browser::after_frame(move || ask(app, Aim::Opened));
}

/// Looks for new versions whenever the person comes back to the page, which may have been open for weeks.
pub fn watch(app: App) {
    let listener = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() && app.published.with_untracked(Option::is_some) {
            ask(app, Aim::CameBack);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Says that the open files are not what is listed.
pub fn strip(app: App) -> Option<AnyView> {
    let words = &app.words().published;
    let difference = app
        .published
        .with(|open| open.as_ref()?.difference.clone())?;
    let (told, label) = match difference {
        Difference::Unlike { .. } => (words.unlike.to_owned(), words.open_again),
        Difference::Newer { date } => (
            dated(words.newer, words.newer_dated, &date),
            words.open_newer,
        ),
    };
    let told = standing(html! { p { (told) } });
    let button = button("button", label, move || open_again(app));
    Some(view! { <div class="strip" role="status">{told}{button}</div> }.into_any())
}

fn open_again(app: App) {
    if let Some(source @ Source::Files(_)) = app.source() {
        app.published.set(None);
        app.opened.set(Opened::Nothing);
        open(app, source);
    }
}

/// A sentence with the date of a version where it has one.
pub fn dated(without: &str, with: &str, date: &str) -> String {
    match date {
        "" => without.to_owned(),
        date => fill(with, &[("date", date)]),
    }
}

/// Notes which published file a plan came from that was just kept.
pub fn note_origin(app: App, key: &str, origin: &Origin) {
    app.listed.update(|listed| listed.news = Markup::default());
    // Without the note the plan is kept all the same; only new versions of the file are not noticed.
    let _ = app
        .library
        .with_value(|library| library.set_origin(key, origin));
}

/// The same for the plan that was open for reading.
pub fn note_kept(app: App) {
    let open = app.published.get_untracked();
    if let (Some(Source::Kept(key)), Some(open)) = (app.source(), open) {
        if let [origin] = &*open.origins {
            note_origin(app, &key, origin);
        }
        app.published.set(None);
    }
}
