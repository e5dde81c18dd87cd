//! What only WebAssembly shows: lints of the code that runs in the browser.

use super::Run;
use crate::run::{self, Outcome};

const TARGET: &str = "wasm32-unknown-unknown";

/// Clippy over the app as it is compiled for the browser.
pub fn clippy(run: &mut Run) -> Outcome {
    let mut clippy = run.builder.compiler.clippy();
    clippy.args([
        "--package",
        "monosashi",
        "--package",
        "monosashi-judge",
        "--package",
        "monosashi-plan",
        "--lib",
        "--bins",
        "--target",
        TARGET,
        "--",
        "-D",
        "warnings",
    ]);
    run::show(&mut clippy)
}
