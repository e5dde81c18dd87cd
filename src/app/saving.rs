//! Saving the open plan: soon after a change, in turn with other tabs, at the latest when the page is left; and following
//! what other tabs save.

use super::errors::Trouble;
use super::keeping::{Shelves, load};
use super::later::{self, Task};
use super::mirroring::{self, reflect};
use super::state::{App, Opened};
use super::together::{self, Joined};
use super::{Document, Source, browser};
use crate::keep::{Backup, KeepError, Library, alone, due};
use crate::plan::Plan;
use crate::words::fill;
use leptos::prelude::*;
use std::time::Duration;

/// The name of the lock under which one tab at a time writes.
const LOCK: &str = "monosashi-write";

/// After so long a change is saved although no frame has shown it: a page that nobody sees has none.
const UNSEEN: Duration = Duration::from_millis(200);

/// After so long a change is saved although another tab has not let go of the lock: it is frozen. What both might write
/// at once is noticed afterwards.
const FROZEN: Duration = Duration::from_secs(2);

/// Saves the open plan soon: after the frame that shows the change.
pub fn save_soon(app: App) {
    app.unsaved.set_value(true);
    if app.saving.get_value() {
        return;
    }
    app.saving.set_value(true);
    let save = move || {
        if app.saving.get_value() {
            app.saving.set_value(false);
            later::run(app, Task::SaveInTurn);
        }
    };
    browser::after_frame(save);
    set_timeout(save, UNSEEN);
}

/// Saves the open plan when no other tab writes.
pub fn save_in_turn(app: App) {
    alone(LOCK, move || save_now(app));
    set_timeout(move || save_now(app), FROZEN);
}

/// Saves the open plan, if it was changed since it was saved last, on top of what other tabs kept of it meanwhile.
pub fn save_now(app: App) {
    if !app.unsaved.get_value() {
        return;
    }
    let saved = with_open(app, |library, key, document, beside| {
        let now = browser::timestamp();
        let last = app.put_away.with_value(|all| all.get(key).copied());
        let backup = library.manifest(key).and_then(|manifest| {
            let occasion = due(last, &manifest, document.changes_much())?;
            Some(Backup::new(manifest, &browser::today(), occasion))
        });
        let saved = together::save(library, key, document, beside, &now);
        saved.map(|(_, joined)| (joined, key.to_owned(), backup))
    });
    match saved {
        None => app.unsaved.set_value(false),
        Some(Ok((joined, key, backup))) => {
            app.unsaved.set_value(false);
            app.saved();
            tell(app, joined);
            reflect(app, backup.map(|backup| (key, backup)));
        }
        Some(Err(error)) => fail(app, error),
    }
}

/// Takes over what another tab kept of the open plan.
pub fn follow(app: App) {
    let followed = with_open(app, |library, key, document, beside| {
        together::follow(library, key, document, beside, &browser::timestamp())
    });
    match followed {
        Some(Ok(joined)) => tell(app, joined),
        Some(Err(error)) => fail(app, error),
        None => {}
    }
}

/// Opens the open plan anew, where nothing in it is unsaved: what is kept of it came from the mirror.
pub fn reopen(app: App) {
    if app.unsaved.get_value() {
        return follow(app);
    }
    let opened = app.opened.with_untracked(|opened| match opened {
        Opened::Open(Source::Kept(key), _) | Opened::Failed(Source::Kept(key), _) => {
            Some(key.clone())
        }
        _ => None,
    });
    if let Some(key) = opened {
        app.opened.set(load(app, &key));
    }
}

/// Does something with the open plan, where it is a kept one; what the screens show is the same before and after, unless
/// [`tell`] says otherwise.
fn with_open<Out>(
    app: App,
    act: impl FnOnce(&mut Library<Shelves>, &str, &mut Document, &dyn Fn(&Plan) -> String) -> Out,
) -> Option<Out> {
    let template = app.words().keeping.beside;
    let beside = move |plan: &Plan| fill(template, &[("title", &plan.title)]);
    let mut done = None;
    app.opened.update_untracked(|opened| {
        if let Opened::Open(Source::Kept(key), documents) = opened
            && let Some(document) = documents.first_mut()
        {
            let with = |library: &mut Library<Shelves>| act(library, key, document, &beside);
            done = app.library.try_update_value(with);
        }
    });
    done
}

/// Says what came from another tab, and has the screens show it.
fn tell(app: App, joined: Joined) {
    let texts = &app.words().keeping;
    match joined {
        Joined::Nothing => return,
        Joined::Followed => app.say(texts.followed.to_owned()),
        Joined::KeptBoth(key) => {
            let kept = app.library.with_value(|library| library.look_at(&key));
            let title = kept.map(|plan| plan.title).unwrap_or_default();
            app.say(fill(texts.kept_both, &[("title", &title)]));
            reflect(app, None);
        }
    }
    app.opened.update(|_| {});
    app.changed_elsewhere.update(|count| *count += 1);
}

fn fail(app: App, error: KeepError) {
    if matches!(error, KeepError::FutureSchema { .. }) {
        app.read_only.set_value(true);
        app.warn(&Trouble::NewerVersion);
    } else {
        app.warn(&error.into());
    }
}

/// Watches what may befall the open plan: the page is left or hidden, it is looked at again, another tab writes.
pub fn watch(app: App) {
    // What was changed has all its code here already: nothing is waited for.
    let save = move || {
        if app.unsaved.get_value() {
            later::run(app, Task::Save);
        }
    };
    let look = move || {
        if app.is_kept() {
            later::run(app, Task::Follow);
        }
    };
    let changes = [
        window_event_listener_untyped("visibilitychange", move |_| {
            if browser::is_hidden() { save() } else { look() }
        }),
        window_event_listener_untyped("pagehide", move |_| {
            mirroring::leave(app);
            save();
        }),
        // Out of the back/forward cache, or out of a long sleep.
        window_event_listener_untyped("pageshow", move |_| look()),
        window_event_listener_untyped("focus", move |_| look()),
        window_event_listener(leptos::ev::storage, move |event| match event.key() {
            // All of it was cleared, by whomever.
            None => later::run(app, Task::CatchUp),
            Some(key) if mirroring::is_manifest(&key) => {
                look();
                app.changed_elsewhere.update(|count| *count += 1);
            }
            Some(_) => {}
        }),
    ];
    on_cleanup(move || changes.into_iter().for_each(WindowListenerHandle::remove));
    mirroring::start(app);
}

/// Goes on with a newer version of the app, once everything is saved and nothing is half typed: the page's own script
/// (`page/offline.js`) loads the page again.
pub fn take_new_version(app: App) {
    save_now(app);
    let texts = &app.words().keeping;
    if app.unsaved.get_value() {
        app.say(texts.unsaved_first.to_owned());
    } else if browser::is_half_typed() {
        app.say(texts.finish_typing.to_owned());
    } else {
        browser::tell_page("monosashi-take-new-version");
    }
}
