//! Opening the plan that the address names.

use super::errors::Trouble;
use super::later::{self, Task};
use super::state::{App, Opened};
use super::{Document, Source, browser, published};
use crate::read::read_plan_file;
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
    app.opened.set(Opened::Loading(source.clone()));
    match source {
        Source::Kept(key) => later::run(app, Task::Load(key)),
        Source::Files(paths) => spawn_local(open_files(app, paths)),
    }
}

/// Opens files beside the app for reading.
async fn open_files(app: App, paths: Vec<String>) {
    let source = Source::Files(paths.clone());
    let mut files = Vec::with_capacity(paths.len());
    let mut failed = None;
    // All are asked for at once; they are read in the order in which the address names them.
    let asked: Vec<_> = paths.iter().map(|path| ask(path)).collect();
    for (path, asked) in paths.into_iter().zip(asked) {
        match bytes_of(&path, asked).await {
            Ok(bytes) => files.push((path, bytes)),
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
    match failed {
        Some(why) => {
            let told = why.told(app.words());
            app.opened.set(Opened::Failed(source, told));
        }
        None => later::run(app, Task::Read(source, files)),
    }
}

/// What files hold: each with its address.
pub fn read(app: App, source: Source, files: Vec<(String, Vec<u8>)>) -> Opened {
    browser::mark("app:fetched");
    let mut plans = Vec::with_capacity(files.len());
    let mut origins = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(&bytes);
        let reading = read_plan_file(&path, text.trim_start_matches('\u{feff}'));
        if reading.plans.is_empty() {
            return Opened::Failed(source, Trouble::NothingFound(path).told(app.words()));
        }
        plans.extend(reading.plans);
        origins.push(published::origin(&path, &bytes));
    }
    browser::mark("app:read");
    let judged: Vec<Document> = plans.into_iter().map(Document::judged_only).collect();
    browser::mark("app:judged");
    let documents = judged.into_iter();
    let documents = documents.map(Document::made_searchable).collect();
    browser::mark("app:opened");
    published::note_open(app, origins);
    Opened::Open(source, documents)
}

/// Asks for a file, where it is one of this app's own origin.
fn ask(path: &str) -> Result<JsFuture, Trouble> {
    if browser::is_same_origin(path) {
        Ok(browser::fetch(path))
    } else {
        Err(Trouble::OtherOrigin(path.to_owned()))
    }
}

async fn bytes_of(path: &str, asked: Result<JsFuture, Trouble>) -> Result<Vec<u8>, Trouble> {
    let bytes = browser::bytes_of(asked?).await;
    bytes.ok_or_else(|| Trouble::Fetch(path.to_owned()))
}
