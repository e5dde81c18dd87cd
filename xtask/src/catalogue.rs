//! `cargo xtask catalogue`: the catalogue of a folder of plan files (`examples/publish`).

use crate::place;
use crate::run::{self, Outcome, on_path};
use std::path::absolute;

/// Writes `catalogue.json` into the folder.
pub fn catalogue(arguments: &[String]) -> Outcome {
    let mut arguments = arguments.to_vec();
    // The program below runs in the checkout, wherever this one was called.
    if let Some(folder) = arguments.first_mut() {
        let found = absolute(&*folder).map_err(on_path("find", folder.as_ref()))?;
        *folder = found.display().to_string();
    }
    publish("catalogue", &arguments)
}

/// Has the crate's own program do its part: this one knows nothing of plans.
pub fn publish(what: &str, arguments: &[String]) -> Outcome {
    let mut publish = place::cargo();
    publish.args([
        "run",
        "--quiet",
        "--package",
        "monosashi",
        "--example",
        "publish",
        "--",
    ]);
    run::show(publish.arg(what).args(arguments))
}
