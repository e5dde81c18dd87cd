//! `cargo xtask catalogue`: the catalogue of a folder of plan files (`examples/publish`).

use crate::place;
use crate::run::{self, Outcome};

/// Writes `catalogue.json` into the folder.
pub fn catalogue(arguments: &[String]) -> Outcome {
    publish("catalogue", arguments)
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
