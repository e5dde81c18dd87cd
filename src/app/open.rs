//! Opening the plan that the address names.

use super::errors::Trouble;
use super::state::{App, Opened};
use super::{Document, Source, browser, keeping};
use crate::read::{Reading, read_plan_file};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

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
    for path in &paths {
        match fetch_plans(path).await {
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

async fn fetch_plans(path: &str) -> Result<Reading, Trouble> {
    if !browser::is_same_origin(path) {
        return Err(Trouble::OtherOrigin(path.to_owned()));
    }
    let text = browser::fetch_text(path)
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
