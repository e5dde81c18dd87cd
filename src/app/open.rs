//! Opening the plan that the address names.

use super::state::{App, Opened};
use super::{Document, Source, browser};
use crate::read::{Reading, read_text};
use crate::words::fill;
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
        Source::Kept(_) => {
            let why = app.words().trouble.no_such_plan.to_owned();
            app.opened.set(Opened::Failed(source, why));
        }
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
        match fetch_plans(app, path).await {
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
    app.opened.set(match failed {
        Some(why) => Opened::Failed(source, why),
        None => Opened::Open(source, documents),
    });
}

async fn fetch_plans(app: App, path: &str) -> Result<Reading, String> {
    let texts = &app.words().trouble;
    let say = |template: &str| fill(template, &[("path", path)]);
    if !browser::is_same_origin(path) {
        return Err(say(texts.other_origin));
    }
    let text = browser::fetch_text(path)
        .await
        .ok_or_else(|| say(texts.fetch))?;
    let reading = read_text(path, &text);
    if reading.plans.is_empty() {
        Err(say(texts.nothing_in_file))
    } else {
        Ok(reading)
    }
}
