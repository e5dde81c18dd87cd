//! What only WebAssembly shows: lints of the code that runs in the browser, and its tests.

use super::Run;
use crate::place;
use crate::run::{self, Outcome, on_path};
use crate::setup;
use std::fs;

const TARGET: &str = "wasm32-unknown-unknown";

/// Clippy over the app as it is compiled for the browser.
pub fn clippy(run: &mut Run) -> Outcome {
    let mut clippy = run.builder.compiler.clippy();
    clippy.args([
        "--package",
        "monosashi",
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

/// The tests under `tests/` that use wasm-bindgen-test, in headless Chromium.
pub fn test(run: &mut Run) -> Outcome {
    let names = names()?;
    if names.is_empty() {
        println!("there are none");
        return Ok(());
    }
    let browsers = setup::for_browsers(&["chromium".to_owned()])?;
    let mut cargo = run.builder.command("cargo")?;
    cargo.args(["test", "--package", "monosashi", "--target", TARGET]);
    for name in &names {
        cargo.args(["--test", name]);
    }
    cargo
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            place::checkout().join("tests/webdriver.json"),
        )
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        // The whole app, unoptimised, is compiled by the browser first; the default of 20 s is short for that.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    drop(browsers);
    if let Some(driver) = run::find("chromedriver") {
        cargo.env("CHROMEDRIVER", driver);
    }
    run.count(&mut cargo)
}

/// The test files that run as WebAssembly: those that name wasm_bindgen_test.
fn names() -> Outcome<Vec<String>> {
    let folder = place::checkout().join("tests");
    let entries = fs::read_dir(&folder)
        .map_err(on_path("read", &folder))?
        .flatten();
    let files = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"));
    let named = files.filter(|file| {
        fs::read_to_string(file).is_ok_and(|text| text.contains("wasm_bindgen_test"))
    });
    Ok(named
        .filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned()))
        .collect())
}
