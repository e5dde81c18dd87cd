//! Keeping the open plan in this browser, and taking it out as a file.

use super::errors::Trouble;
use super::later::{self, Task};
use super::state::{App, Opened};
use super::{Document, Route, Source, browser};
use crate::keep::{
    BrowserStorage, KeepError, Library, MemoryStorage, PlanCard, Storage, StorageError,
};
use crate::plan::{Edit, Plan};
use crate::words::fill;
use crate::write::plan_json;
use leptos::prelude::*;

/// The library of this browser; where it lets nothing be kept, one in memory, and that is said.
pub fn library() -> (Library<Box<dyn Storage>>, Option<Trouble>) {
    match BrowserStorage::open() {
        Ok(storage) => (Library::new(Box::new(storage)), None),
        Err(error) => (
            Library::new(Box::new(MemoryStorage::new())),
            Some(KeepError::Storage(error).into()),
        ),
    }
}

/// The kept plans as a list shows them; none where they cannot be read, and that is said.
pub fn cards(app: App) -> Vec<PlanCard> {
    match app.library.with_value(Library::list) {
        Ok(cards) => cards,
        Err(error) => {
            app.warn(&error.into());
            Vec::new()
        }
    }
}

/// Opens a kept plan.
pub fn load(app: App, key: &str) -> Opened {
    let source = Source::Kept(key.to_owned());
    let loaded = app.library.try_update_value(|library| library.load(key));
    match loaded.unwrap_or(Err(KeepError::NoSuchPlan)) {
        Ok(report) => {
            if let Some(trouble) = Trouble::of_damaged(&report.damaged) {
                app.warn(&trouble);
            }
            Opened::Open(source, vec![Document::new(report.plan)])
        }
        Err(error) => Opened::Failed(source, Trouble::from(error).told(app.words())),
    }
}

/// Keeps the plan that is open for reading, and goes on with it on the same screen.
pub fn keep(app: App) {
    let Some(plan) = app.read_once(|document| Some(document.plan().clone())) else {
        return;
    };
    let Some(key) = keep_new(app, &plan) else {
        return;
    };
    let source = Source::Kept(key);
    app.opened.update(|opened| {
        if let Opened::Open(place, _) = opened {
            *place = source.clone();
        }
    });
    app.route.update(|route| {
        if let Route::Plan { source: place, .. } = route {
            *place = source;
        }
    });
    app.route.with_untracked(|route| app.write(route));
    app.say_kept(app.words().app.kept);
}

/// Keeps a plan under a key of its own; none when it could not be, and that is said.
pub fn keep_new(app: App, plan: &Plan) -> Option<String> {
    let now = browser::timestamp();
    let kept = app.library.try_update_value(|library| {
        let key = library.free_key(plan, &now)?;
        library.save(&key, plan, &now)?;
        Ok::<_, KeepError>(key)
    });
    match kept? {
        Ok(key) => Some(key),
        Err(error) => {
            app.warn(&error.into());
            None
        }
    }
}

/// Saves the open plan soon: after the frame that shows the change.
pub fn save_soon(app: App) {
    if !app.unsaved.get_value() {
        app.unsaved.set_value(true);
        browser::after_frame(move || later::run(app, Task::Save));
    }
}

/// Saves the open plan if it was changed since it was saved last.
pub fn save_now(app: App) {
    if !app.unsaved.get_value() {
        return;
    }
    app.unsaved.set_value(false);
    let mut result = None;
    // What the screens show is the same saved or not: nothing hears of this.
    app.opened.update_untracked(|opened| {
        if let Opened::Open(Source::Kept(key), documents) = opened
            && let Some(document) = documents.first_mut()
        {
            result = app
                .library
                .try_update_value(|library| save(library, key, document));
        }
    });
    match result {
        Some(Ok(_)) => app.saved(),
        Some(Err(error)) => app.warn(&error.into()),
        None => {}
    }
}

/// Saves what was changed since the last save; all of it where that is not known.
fn save(
    library: &mut Library<Box<dyn Storage>>,
    key: &str,
    document: &mut Document,
) -> Result<PlanCard, KeepError> {
    let (plan, now) = (document.plan(), browser::timestamp());
    let saved = match document.unsaved() {
        Some(edits) => library.save_edits(key, plan, edits, &now),
        None => library.save(key, plan, &now),
    }?;
    document.note_saved();
    Ok(saved)
}

/// Saves at once when the page is left or hidden.
pub fn save_when_leaving(app: App) {
    // What was changed has all its code here already: nothing is waited for.
    let save = move || {
        if app.unsaved.get_value() {
            later::run(app, Task::Save);
        }
    };
    let hidden = window_event_listener_untyped("visibilitychange", move |_| save());
    let leaving = window_event_listener_untyped("pagehide", move |_| save());
    on_cleanup(move || {
        hidden.remove();
        leaving.remove();
    });
}

/// Hands the open plan over as a file, and notes that it was.
pub fn export(app: App) {
    let Some((name, json)) = app.read_once(|document| {
        let plan = document.plan();
        let name = [&*plan.municipality.name, " ", &*plan.title].concat();
        Some((
            super::parts::saving::file_name(name.trim(), "json"),
            plan_json(plan),
        ))
    }) else {
        return;
    };
    if !browser::download_text(&name, "application/json", &json) {
        return app.say(Trouble::Download(name).told(app.words()));
    }
    if let Some(Source::Kept(key)) = app.source() {
        // The file is what counts; that the note of it was not kept changes nothing for the person.
        let _ = app
            .library
            .try_update_value(|library| library.mark_exported(&key, &browser::timestamp()));
    }
    app.say(fill(app.words().app.exported, &[("file", &name)]));
}

/// Hands over what is kept of a plan as it is, whatever state it is in.
pub fn export_raw(app: App, key: &str) {
    match app.library.with_value(|library| library.raw(key)) {
        Ok(raw) => {
            let name = [key, ".json"].concat();
            browser::download_text(&name, "application/json", &raw);
        }
        Err(error) => app.warn(&error.into()),
    }
}

/// Removes a kept plan.
pub fn remove(app: App, card: &PlanCard) {
    let removed = app
        .library
        .try_update_value(|library| library.remove(&card.key));
    match removed.unwrap_or(Err(KeepError::Storage(StorageError::Blocked))) {
        Ok(()) => app.say(fill(app.words().plans.removed, &[("title", &card.title)])),
        Err(error) => app.warn(&error.into()),
    }
    let was_open = app.source() == Some(Source::Kept(card.key.clone()));
    if was_open {
        app.opened.set(Opened::Nothing);
    }
}

/// Takes back that a plan was taken in: it is removed, and nothing else.
pub fn take_back(app: App, key: &str) {
    let removed = app.library.try_update_value(|library| library.remove(key));
    match removed.unwrap_or(Err(KeepError::Storage(StorageError::Blocked))) {
        Ok(()) => {
            app.unsaved.set_value(false);
            app.opened.set(Opened::Nothing);
            app.say(app.words().review.taken_back.to_owned());
            app.go_on(&Route::Plans);
        }
        Err(error) => app.warn(&error.into()),
    }
}

/// The kept plans that can be read, with their cards; the open one as it stands.
pub fn kept_plans(app: App) -> Vec<(PlanCard, Plan)> {
    let open = app.source();
    let kept = cards(app).into_iter().filter_map(|card| {
        if open == Some(Source::Kept(card.key.clone())) {
            let plan = app.read_once(|document| Some(document.plan().clone()));
            return Some((card, plan?));
        }
        let plan = app.library.with_value(|library| library.look_at(&card.key));
        Some((card, plan.ok()?))
    });
    kept.collect()
}

/// Makes a change to a kept plan, which is opened for it where it is not open; `false` where it cannot be opened.
pub fn edit_kept(app: App, key: &str, edit: Edit, said: String) -> bool {
    if app.source() != Some(Source::Kept(key.to_owned())) {
        save_now(app);
        let opened = load(app, key);
        if let Opened::Failed(_, why) = opened {
            app.say(why);
            return false;
        }
        app.opened.set(opened);
    }
    app.edit(edit, said);
    true
}

/// Keeps how the person likes the app.
pub fn keep_setting(app: App, name: &str, value: &str) {
    let kept = app.library.with_value(|library| {
        let mut settings = library.settings();
        settings.set(name, value);
        library.save_settings(&settings)
    });
    if let Err(error) = kept {
        app.warn(&error.into());
    }
}
