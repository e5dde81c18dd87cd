//! `cargo xtask soak`: what takes hours, before a release.

use crate::reliability::{self, Kind, Outcomes};
use crate::run::{self, Failure, Outcome};
use crate::{build, place, setup};
use std::process::Command;

/// Tells the tests to run long: each knows how long it is then.
const SOAK: (&str, &str) = ("MONOSASHI_SOAK", "1");

/// The journeys that run longer when they are asked to.
const JOURNEYS: [&str; 3] = ["many_edits", "kill_", "storage_mutated"];

/// Runs every test that names a fault, as long as it can run: natively with optimisation, each reader given a million
/// damaged sources, then the long journeys. Writes `docs/reliability.md` at the end.
pub fn soak(_: &[String]) -> Outcome {
    let mut outcomes = Outcomes::default();
    let named = reliability::named()?;
    let native = named.iter().filter(|test| !test.journey);
    let mut tests = place::cargo();
    tests.args([
        "test",
        "--release",
        "--package",
        "monosashi",
        "--package",
        "monosashi-judge",
        "--package",
        "monosashi-plan",
        "--lib",
        "--tests",
        "--",
    ]);
    tests.args(native.map(|test| test.test.as_str()));
    let mut went_well = heard(&mut outcomes, tests.arg("--show-output")).is_ok();
    let mut fuzz = place::cargo();
    fuzz.args([
        "test",
        "--release",
        "--package",
        "monosashi",
        "--test",
        "fuzz",
    ]);
    went_well &= heard(&mut outcomes, fuzz.args(["--", "--show-output"])).is_ok();
    let engines = ["chromium", "firefox", "webkit"].map(str::to_owned);
    let browsers = setup::for_browsers(&engines)?;
    let dist = build::dist(&setup::for_testing(&engines)?)?;
    let mut journeys = place::cargo();
    journeys.args(["test", "--package", "monosashi", "--test", "browser", "--"]);
    journeys
        .args(JOURNEYS)
        .env("MONOSASHI_DIST", dist)
        .envs(browsers.0);
    went_well &= heard(&mut outcomes, &mut journeys).is_ok();
    outcomes.keep(Kind::Soak)?;
    reliability::reliability(&[])?;
    if went_well {
        Ok(())
    } else {
        Err(Failure::new(
            "Not everything passed; what failed is said above.",
        ))
    }
}

/// Runs tests as long as they can run, and takes in what they say.
fn heard(outcomes: &mut Outcomes, tests: &mut Command) -> Outcome {
    run::watched(tests.env(SOAK.0, SOAK.1), |line| {
        outcomes.hear(line);
        true
    })
}
