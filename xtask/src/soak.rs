//! `cargo xtask soak`: what takes hours, before a release.

use crate::reliability::{self, Kind, Outcomes};
use crate::run::{self, Failure, Outcome};
use crate::{build, place, setup};
use std::process::Command;

/// Tells the tests to run long: each knows how long it is then.
const SOAK: (&str, &str) = ("MONOSASHI_SOAK", "1");

/// The journeys that run longer when they are asked to.
const JOURNEYS: [&str; 3] = ["many_edits", "kill_", "storage_mutated"];

/// Runs a part and takes in what it says.
type Part = fn(&mut Outcomes) -> Outcome;

/// The parts, which can be run one by one.
const PARTS: [(&str, Part); 3] = [("native", native), ("fuzz", fuzz), ("journeys", journeys)];

/// Runs every test that names a fault, as long as it can run: natively with optimisation, each reader given a million
/// damaged sources, then the long journeys; or the parts that are named. Writes `docs/reliability.md` at the end.
pub fn soak(arguments: &[String]) -> Outcome {
    let is_part = |name: &String| PARTS.iter().any(|(part, _)| part == name);
    if let Some(unknown) = arguments.iter().find(|name| !is_part(name)) {
        let told = format!("There is no part `{unknown}` of it.");
        return Err(Failure::new(told).advice("The parts are native, fuzz and journeys."));
    }
    let whole = arguments.is_empty();
    let mut outcomes = match whole {
        true => Outcomes::default(),
        false => Outcomes::kept(Kind::Soak),
    };
    let mut went_well = true;
    for (name, run) in PARTS {
        if whole || arguments.iter().any(|part| part == name) {
            went_well &= run(&mut outcomes).is_ok();
            outcomes.keep(Kind::Soak)?;
        }
    }
    reliability::reliability(&[])?;
    if went_well {
        Ok(())
    } else {
        Err(Failure::new(
            "Not everything passed; what failed is said above.",
        ))
    }
}

fn native(outcomes: &mut Outcomes) -> Outcome {
    let named = reliability::named()?;
    let native = named.iter().filter(|test| !test.journey);
    let mut tests = place::cargo();
    tests.args(["test", "--release", "--workspace", "--lib", "--tests", "--"]);
    tests.args(native.map(|test| test.test.as_str()));
    heard(outcomes, tests.arg("--show-output"))
}

fn fuzz(outcomes: &mut Outcomes) -> Outcome {
    let mut fuzz = place::cargo();
    fuzz.args(["test", "--release", "--package", "monosashi"]);
    fuzz.args(["--test", "fuzz", "--", "--show-output"]);
    heard(outcomes, &mut fuzz)
}

fn journeys(outcomes: &mut Outcomes) -> Outcome {
    let engines = ["chromium", "firefox", "webkit"].map(str::to_owned);
    let browsers = setup::for_browsers(&engines)?;
    let dist = build::dist(&setup::for_testing(&engines)?)?;
    let mut journeys = place::cargo();
    journeys.args(["test", "--workspace", "--test", "browser", "--"]);
    journeys.args(JOURNEYS);
    heard(
        outcomes,
        journeys.env("MONOSASHI_DIST", dist).envs(browsers.0),
    )
}

/// Runs tests as long as they can run, and takes in what they say.
fn heard(outcomes: &mut Outcomes, tests: &mut Command) -> Outcome {
    run::watched(tests.env(SOAK.0, SOAK.1), |line| {
        outcomes.hear(line);
        true
    })
}
