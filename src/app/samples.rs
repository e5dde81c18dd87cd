//! The samples that lie beside the app.

use super::browser;
use super::state::App;
use crate::keep::Counts;
use crate::plan::Municipality;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;

/// The folder of the samples, beside the app.
const FOLDER: &str = "plans/";

/// What the catalogue says of a sample.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Sample {
    /// The file, in the folder of the catalogue.
    pub file: String,
    /// Whose plan it is.
    pub municipality: Municipality,
    /// The plan's title.
    pub title: String,
    /// Whose document the facts are from.
    pub source: String,
    /// How much is in it.
    pub counts: Counts,
}

impl Sample {
    /// Where the file lies beside the app.
    pub fn path(&self) -> String {
        [FOLDER, &self.file].concat()
    }
}

/// Has the catalogue brought, once. A build without samples shows none.
pub fn fetch(app: App) {
    if app.samples.with_untracked(|samples| !samples.is_empty()) {
        return;
    }
    spawn_local(async move {
        let catalogue =
            browser::text_of(browser::fetch(&[FOLDER, "catalogue.json"].concat())).await;
        let samples = catalogue.and_then(|text| serde_json::from_str::<Vec<Sample>>(&text).ok());
        app.samples.set(samples.unwrap_or_default());
    });
}
