//! `cargo xtask reliability`: fault by fault, which tests show that the product stands it, and how they went.

mod faults;
mod outcomes;

use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use faults::{Fault, Named};
pub use faults::{faults, named};
pub use outcomes::{Kind, Outcomes, Went};
use std::fs;

const PLACES: [(&str, &str); 4] = [
    ("native", "native"),
    ("chromium", "Chromium"),
    ("firefox", "Firefox"),
    ("webkit", "WebKit"),
];

/// What stands between these is of the last `cargo xtask soak`, and stays where there was none since.
const SOAK: (&str, &str) = ("<!-- soak -->\n", "<!-- /soak -->\n");

const HEAD: &str = "# Reliability\n\n\
    Every fault of [faults.json](faults.json), the tests that name it, and how they went. `cargo xtask test` runs them, \
    `cargo xtask soak` those that take hours, `cargo xtask reliability` writes this page from what both said last. A test names \
    its fault in the first words of its documentation (`Fault 8: …`); a figure is a line `figure: 8: what: how much` that \
    it prints.\n\n\
    ✓ passed, ✗ failed, ○ what it needs is not there, · asked for and not run, empty: not asked for.\n\n";

/// Writes `docs/reliability.md` from the last runs.
pub fn reliability(_: &[String]) -> Outcome {
    let (faults, named) = (faults()?, named()?);
    let (test, soak) = (Outcomes::kept(Kind::Test), Outcomes::kept(Kind::Soak));
    let file = place::checkout().join("docs/reliability.md");
    let old = fs::read_to_string(&file).unwrap_or_default();
    let rows: String = faults
        .iter()
        .map(|fault| row(fault, &named, &test))
        .collect();
    let long = long_runs(&faults, &soak);
    let long = match (long.is_empty(), between(&old, SOAK)) {
        (true, Some(kept)) => kept.to_owned(),
        _ => long,
    };
    let text = [
        HEAD,
        "| | fault | required | native | Chromium | Firefox | WebKit | figures |\n\
         | ---: | --- | --- | :---: | :---: | :---: | :---: | --- |\n",
        &rows,
        "\n## The long runs\n\n`cargo xtask soak`, before a release.\n\n| fault | what | how much |\n| ---: | --- | ---: |\n",
        SOAK.0,
        &long,
        SOAK.1,
        &by_hand(&faults),
        "\n## Which tests\n\n",
        &which(&faults, &named),
    ];
    fs::write(&file, text.concat()).map_err(on_path("write", &file))?;
    let green = faults
        .iter()
        .filter(|fault| is_shown(fault, &named, &test))
        .count();
    run::say(
        "docs/reliability.md",
        &format!(
            "{green} of {} faults are shown in every place asked for",
            faults.len()
        ),
    );
    let failed = faults.iter().any(|fault| {
        PLACES
            .iter()
            .any(|(at, _)| went(fault, &named, &test, at) == Some(Went::Failed))
    });
    if failed {
        Err(Failure::new("Tests that name faults failed."))
    } else {
        Ok(())
    }
}

/// How the tests that name a fault went in one place: failed if one did, passed over if all were, passed else; none where
/// none ran.
fn went(fault: &Fault, named: &[Named], outcomes: &Outcomes, at: &str) -> Option<Went> {
    let tests = named
        .iter()
        .filter(|test| test.rows.contains(&fault.row) && test.journey == (at != "native"));
    let all: Vec<Went> = tests
        .filter_map(|test| outcomes.went(at, &test.test))
        .collect();
    [Went::Failed, Went::Passed, Went::PassedOver]
        .into_iter()
        .find(|went| all.contains(went))
}

fn is_shown(fault: &Fault, named: &[Named], outcomes: &Outcomes) -> bool {
    fault
        .asks
        .iter()
        .all(|at| went(fault, named, outcomes, at) == Some(Went::Passed))
}

fn row(fault: &Fault, named: &[Named], outcomes: &Outcomes) -> String {
    let marks = PLACES.map(|(at, _)| match went(fault, named, outcomes, at) {
        Some(Went::Passed) => "✓",
        Some(Went::Failed) => "✗",
        Some(Went::PassedOver) => "○",
        None if fault.asks.iter().any(|asked| asked == at) => "·",
        None => "",
    });
    let figures = outcomes
        .figures(fault.row)
        .map(|(what, value)| format!("{what}: {value}"));
    let hand = if fault.by_hand.is_empty() {
        ""
    } else {
        " ([by hand](#by-hand) too)"
    };
    format!(
        "| {} | {}{hand} | {} | {} | {} |\n",
        fault.row,
        fault.fault,
        fault.required,
        marks.join(" | "),
        figures.collect::<Vec<_>>().join("; ")
    )
}

fn long_runs(faults: &[Fault], soak: &Outcomes) -> String {
    let mut lines: Vec<String> = Vec::new();
    // Readers are fuzzed for no fault of their own: their figures are of row 0.
    for row in faults.iter().map(|fault| fault.row).chain([0]) {
        let number = if row == 0 {
            "fuzzing".to_owned()
        } else {
            row.to_string()
        };
        lines.extend(
            soak.figures(row)
                .map(|(what, value)| format!("| {number} | {what} | {value} |\n")),
        );
    }
    lines.concat()
}

fn by_hand(faults: &[Fault]) -> String {
    let mut text = "\n## By hand\n\nWhat no machine here can show, before a release.\n".to_owned();
    for fault in faults.iter().filter(|fault| !fault.by_hand.is_empty()) {
        text.push_str(&format!("\n{}. {}\n", fault.row, fault.fault));
        fault
            .by_hand
            .iter()
            .for_each(|step| text.push_str(&format!("    - {step}\n")));
    }
    text
}

fn which(faults: &[Fault], named: &[Named]) -> String {
    let mut text = String::new();
    for fault in faults {
        let mut tests: Vec<String> = named
            .iter()
            .filter(|test| test.rows.contains(&fault.row))
            .map(|test| {
                if test.journey {
                    format!("journey `{}`", test.test)
                } else {
                    format!("`{}`", test.test)
                }
            })
            .collect();
        tests.sort();
        text.push_str(&format!("- {}: {}\n", fault.row, tests.join(", ")));
    }
    text
}

fn between<'a>(text: &'a str, (begin, end): (&str, &str)) -> Option<&'a str> {
    text.split_once(begin)?
        .1
        .split_once(end)
        .map(|(between, _)| between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_that_the_table_names_is_there() {
        let table = fs::read_to_string(place::checkout().join("docs/reliability.md")).unwrap();
        let listed = table.split_once("## Which tests").unwrap().1;
        let there: Vec<String> = named().unwrap().into_iter().map(|test| test.test).collect();
        let gone: Vec<&str> = listed
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| !there.contains(&(*name).to_owned()))
            .collect();
        assert_eq!(
            gone, [""; 0],
            "`cargo xtask reliability` writes the table anew"
        );
    }
}
