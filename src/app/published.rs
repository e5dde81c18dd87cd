//! The plans that are published beside the app: their list, and whether what is open or kept is what is listed.

use super::errors::Trouble;
use super::open::open;
use super::parts::button::button;
use super::parts::standing;
use super::state::{App, Opened};
use super::{Route, Source, browser};
use crate::keep::Origin;
use crate::publish::{self, Catalogue, Difference, FILE, FOLDER, Standing, difference, sha256};
use crate::words::fill;
use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen_futures::spawn_local;

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
    difference: Option<Difference>,
}

/// A file beside the app, in the version of these bytes.
pub fn origin(path: &str, bytes: &[u8]) -> Origin {
    Origin {
        app: browser::folder(),
        file: path.trim_start_matches("./").to_owned(),
        sha256: sha256(bytes),
    }
}

/// Has the list brought, unless it is here.
pub fn fetch(app: App) {
    if app
        .catalogue
        .with_untracked(|listed| listed.catalogue().is_none())
    {
        spawn_local(async move {
            let listed = ask().await;
            app.catalogue.set(listed);
        });
    }
}

/// What the host says now: the browser asks whether its copy is still good.
async fn ask() -> Listed {
    let bytes = browser::bytes_of(browser::fetch(&[FOLDER, FILE].concat())).await;
    let Some(bytes) = bytes else {
        return Listed::Failed(Trouble::NoCatalogue);
    };
    match Catalogue::parse(&String::from_utf8_lossy(&bytes)) {
        Ok(catalogue) => Listed::Here(catalogue),
        Err(unusable) => Listed::Failed(Trouble::Catalogue(unusable)),
    }
}

/// Notes which files are open, and looks whether they are what is listed, once they are on the screen.
pub fn note_open(app: App, origins: Vec<Origin>) {
    app.published.set(Some(OpenFiles {
        origins,
        difference: None,
    }));
    browser::after_frame(move || look(app, false));
}

/// Looks for new versions whenever the person comes back to the page, which may have been open for weeks.
pub fn watch(app: App) {
    let listener = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() && app.published.with_untracked(Option::is_some) {
            look(app, true);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Compares the open files with the list as it is now. Where the list does not come, nothing is known and nothing said.
fn look(app: App, since_opened: bool) {
    spawn_local(async move {
        let listed = ask().await;
        let Some(catalogue) = listed.catalogue() else {
            return;
        };
        app.published.update(|open| {
            if let Some(open) = open {
                let before = open.difference.take();
                open.difference =
                    difference(catalogue, &open.origins, since_opened, before.as_ref());
            }
        });
        app.catalogue.set(listed);
    });
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
fn dated(without: &str, with: &str, date: &str) -> String {
    match date {
        "" => without.to_owned(),
        date => fill(with, &[("date", date)]),
    }
}

/// Notes which published file a plan came from that was just kept.
pub fn note_origin(app: App, key: &str, origin: &Origin) {
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

/// Where a kept plan is listed: that the file it came from has a new version, and the way to what changed in it.
pub fn newer(app: App, key: &str) -> Markup {
    let words = &app.words().published;
    let found = app.catalogue.with(|listed| {
        let catalogue = listed.catalogue()?;
        let origin = app.library.with_value(|library| library.origin(key))?;
        if origin.app != browser::folder() {
            return None;
        }
        match publish::standing(catalogue, &origin) {
            Standing::Other(entry) => Some((entry.path(), entry.date.clone())),
            Standing::Unknown | Standing::Listed => None,
        }
    });
    html! {
        @if let Some((path, date)) = found {
            p.notice {
                (dated(words.kept_newer, words.kept_newer_dated, &date)) " "
                a href=(Route::Review(path)) { (words.look) }
            }
        }
    }
}
