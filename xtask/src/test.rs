//! `cargo xtask test`: every check there is, one after the other, and a count at the end.

mod licences;
mod wasm;

use crate::reliability::{Kind, Outcomes};
use crate::run::{self, Failure, Outcome};
use crate::setup::{self, Builder};
use crate::{build, place, seed};
use std::process::Command;
use std::time::Instant;

/// One step: its name, what it shows to be so, and how.
struct Step {
    name: &'static str,
    about: &'static str,
    act: fn(&mut Run) -> Outcome,
}

const STEPS: &[Step] = &[
    Step {
        name: "format",
        about: "every file is as rustfmt writes it",
        act: format,
    },
    Step {
        name: "licences",
        about: "every dependency's licence is one of those in deny.toml",
        act: licences::check,
    },
    Step {
        name: "clippy",
        about: "clippy finds nothing in what runs natively",
        act: clippy,
    },
    Step {
        name: "clippy-app",
        about: "clippy finds nothing in what runs in the browser",
        act: wasm::clippy,
    },
    Step {
        name: "native",
        about: "the tests that need no browser",
        act: native,
    },
    Step {
        name: "dist",
        about: "the app can be published",
        act: dist,
    },
    Step {
        name: "browser",
        about: "people's journeys through real browsers",
        act: browser,
    },
];

/// A run of some steps: what they share and what they counted.
struct Run {
    builder: Builder,
    engines: Vec<String>,
    /// Parts of journeys' names; none chooses all.
    journeys: Vec<String>,
    passed: usize,
    failed: usize,
    /// What the tests said, for the table of faults.
    outcomes: Outcomes,
}

/// Runs the steps named, or all; goes on after a failed one, and fails at the end.
pub fn test(arguments: &[String]) -> Outcome {
    if arguments.iter().any(|argument| argument == "--list") {
        STEPS
            .iter()
            .for_each(|step| println!("  {:<10} {}", step.name, step.about));
        return Ok(());
    }
    let (names, journeys) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[][..]),
    };
    let steps = chosen(names)?;
    let engines = engines();
    let builder = if steps.iter().any(|step| step.name == "browser") {
        setup::for_testing(&engines)?
    } else {
        setup::for_building()?
    };
    setup::for_linting(&builder.compiler)?;
    build::fetch(&builder)?;
    seed::restore();
    let mut run = Run {
        builder,
        engines,
        journeys: journeys.to_vec(),
        passed: 0,
        failed: 0,
        outcomes: Outcomes::default(),
    };
    let mut report = Vec::new();
    let mut failures = 0;
    for step in &steps {
        println!("\n== {}: {}", step.name, step.about);
        let begun = Instant::now();
        let before = (run.passed, run.failed);
        let outcome = (step.act)(&mut run);
        let word = if outcome.is_ok() { "ok    " } else { "FAILED" };
        report.push(format!(
            "{word} {:<10} {:>4} s",
            step.name,
            begun.elapsed().as_secs()
        ));
        // A step that counts no tests of its own is one, and so is one that failed for another reason.
        match outcome {
            Ok(()) => run.passed += usize::from((run.passed, run.failed) == before),
            Err(failure) => {
                println!("{failure}");
                run.failed += usize::from(run.failed == before.1);
                failures += 1;
            }
        }
    }
    if failures == 0 && steps.len() == STEPS.len() {
        seed::keep()?;
    }
    keep_outcomes(&steps, run.outcomes, &run.journeys)?;
    println!(
        "\n{}\n{} passed, {} failed",
        report.join("\n"),
        run.passed,
        run.failed
    );
    if failures == 0 {
        Ok(())
    } else {
        Err(Failure::new(
            "Not everything passed; what failed is said above.",
        ))
    }
}

/// Keeps what the tests said for the table of faults: a whole run takes the place of what was kept, a part is added.
fn keep_outcomes(steps: &[&Step], said: Outcomes, journeys: &[String]) -> Outcome {
    let whole = steps.len() == STEPS.len() && journeys.is_empty() && engines().len() == 3;
    let mut kept = match whole {
        true => Outcomes::default(),
        false => Outcomes::kept(Kind::Test),
    };
    kept.add(said);
    kept.keep(Kind::Test)
}

/// The browser engines to test in: all, or those that `MONOSASHI_BROWSERS` names.
pub fn engines() -> Vec<String> {
    let named = std::env::var("MONOSASHI_BROWSERS").unwrap_or_default();
    let named = if named.is_empty() {
        "chromium,firefox,webkit"
    } else {
        &named
    };
    named
        .split(',')
        .map(|name| name.trim().to_owned())
        .collect()
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Step>> {
    if let Some(unknown) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != *name))
    {
        return Err(
            Failure::new(format!("There is no step `{unknown}`.")).advice(
                "`cargo xtask test --list` names them; `cargo test NAME` runs single native tests.",
            ),
        );
    }
    Ok(STEPS
        .iter()
        .filter(|step| names.is_empty() || names.iter().any(|name| name == step.name))
        .collect())
}

fn format(_: &mut Run) -> Outcome {
    run::show(place::cargo().args(["fmt", "--all", "--check"]))
        .map_err(|failure| failure.advice("`cargo fmt --all` writes them so."))
}

fn clippy(_: &mut Run) -> Outcome {
    run::show(place::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

/// Properties draw the same cases at every run here, so that what is tested decides alone whether it passes; a plain
/// `cargo test` and `cargo xtask soak` draw new ones.
fn native(run: &mut Run) -> Outcome {
    let mut tests = place::cargo();
    tests.args(["test", "--workspace", "--", "--show-output"]);
    run.count(tests.env("PROPTEST_RNG_SEED", "20240401"))
}

fn dist(run: &mut Run) -> Outcome {
    build::dist(&run.builder).map(drop)
}

fn browser(run: &mut Run) -> Outcome {
    let browsers = setup::for_browsers(&run.engines)?;
    let dist = build::dist(&run.builder)?;
    let mut journeys = place::cargo();
    // Of the whole workspace, as the native tests were: for the package alone its features differ, and with them all.
    journeys.args(["test", "--workspace", "--test", "browser", "--"]);
    journeys.args(&run.journeys);
    run.count(journeys.env("MONOSASHI_DIST", dist).envs(browsers.0))
}

impl Run {
    /// Runs a command and adds up the tests that its output counts.
    fn count(&mut self, command: &mut Command) -> Outcome {
        let (mut passed, mut failed) = (0, 0);
        let mut among_successes = false;
        let outcome = run::watched(command, |line| {
            passed += number_before(line, "passed");
            failed += number_before(line, "failed");
            self.outcomes.hear(line);
            // What passing tests print is kept back, but for figures.
            among_successes = match line {
                "successes:" => true,
                "failures:" => false,
                _ => among_successes && !line.starts_with("test result:"),
            };
            !among_successes || line.starts_with("figure: ")
        });
        self.passed += passed;
        self.failed += failed;
        outcome
    }
}

/// The number before a word in a line that counts tests, such as `3 passed; 0 failed`; 0 in others.
fn number_before(line: &str, word: &str) -> usize {
    let counts = line.contains("passed") && line.contains("failed");
    let words: Vec<&str> = line.split([' ', ';', ',']).collect();
    let found = words.windows(2).find(|pair| pair[1].starts_with(word));
    found
        .filter(|_| counts)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn the_counts_of_cargo_and_of_the_journeys_are_read() {
        let cargo = "test result: ok. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(
            (
                number_before(cargo, "passed"),
                number_before(cargo, "failed")
            ),
            (12, 3)
        );
        assert_eq!(number_before("3 passed, 1 failed", "failed"), 1);
        assert_eq!(
            number_before("test all_5 passed through ... ok", "passed"),
            0
        );
    }
}
