//! Opening the plan that the address names.

use super::errors::Trouble;
use super::state::{App, Opened};
use super::{Document, Source, browser, keeping};
use crate::read::{Reading, read_plan_file};
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Opens what the address names, unless it is open already.
pub fn open(app: App, source: Source) {
    if app
        .opened
        .with_untracked(|opened| opened.source() == Some(&source))
    {
        return;
    }
    match source {
        Source::Kept(key) => app.opened.set(keeping::load(app, &key)),
        Source::Files(paths) => {
            app.opened
                .set(Opened::Loading(Source::Files(paths.clone())));
            spawn_local(open_files(app, paths));
        }
    }
}

/// Opens files beside the app for reading.
async fn open_files(app: App, paths: Vec<String>) {
    let source = Source::Files(paths.clone());
    let mut documents = Vec::with_capacity(paths.len());
    let mut failed = None;
    // All are asked for at once; they are read in the order in which the address names them.
    let asked: Vec<_> = paths.iter().map(|path| ask(path)).collect();
    for (path, asked) in paths.iter().zip(asked) {
        match plans_of(path, asked).await {
            Ok(reading) => documents.extend(reading.plans.into_iter().map(Document::new)),
            Err(why) => failed = failed.or(Some(why)),
        }
    }
    // The person may have gone elsewhere while the files came.
    if app
        .opened
        .with_untracked(|opened| opened.source() != Some(&source))
    {
        return;
    }
    browser::mark("app:opened");
    app.opened.set(match failed {
        Some(why) => Opened::Failed(source, why.told(app.words())),
        None => Opened::Open(source, documents),
    });
}

/// Asks for a file, where it is one of this app's own origin.
fn ask(path: &str) -> Result<JsFuture, Trouble> {
    if browser::is_same_origin(path) {
        Ok(browser::fetch(path))
    } else {
        Err(Trouble::OtherOrigin(path.to_owned()))
    }
}

async fn plans_of(path: &str, asked: Result<JsFuture, Trouble>) -> Result<Reading, Trouble> {
    let text = browser::text_of(asked?)
        .await
        .ok_or_else(|| Trouble::Fetch(path.to_owned()))?;
    browser::mark("app:fetched");
    let reading = read_plan_file(path, &text);
    browser::mark("app:read");
    if reading.plans.is_empty() {
        return Err(Trouble::NothingFound(path.to_owned()));
    }
    Ok(reading)
}
