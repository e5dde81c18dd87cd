//! The faults the product must stand, as `docs/faults.json` lists them, and the tests that name them.

use crate::place;
use crate::run::{Failure, Outcome, on_path};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// One fault and what is required of it.
#[derive(Debug)]
pub struct Fault {
    /// Its number, from 1 without a gap.
    pub row: usize,
    /// What happens.
    pub fault: String,
    /// What must be so nevertheless.
    pub required: String,
    /// Where it is to be shown: `native` or an engine.
    pub asks: Vec<String>,
    /// What a person does to see it where no machine here can; empty where one can.
    pub by_hand: Vec<String>,
}

/// A test that names faults in the first words of its documentation, `Fault 8: …` or `Faults 3, 4: …`, or in its own
/// name: `fault_08_…`.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The faults.
    pub rows: Vec<usize>,
    /// The test's own name; of a journey the name it is run by.
    pub test: String,
    /// Whether it is a journey through browsers.
    pub journey: bool,
}

/// All faults in their order.
pub fn faults() -> Outcome<Vec<Fault>> {
    let file = place::checkout().join("docs/faults.json");
    let text = fs::read_to_string(&file).map_err(on_path("read", &file))?;
    let rows: Vec<Value> = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("docs/faults.json: {error}.")))?;
    Ok(rows.iter().map(fault).collect())
}

/// Every test in the checkout that names a fault.
pub fn named() -> Outcome<Vec<Named>> {
    let journeys = place::checkout().join("tests/browser/journeys");
    let list = journeys.join("mod.rs");
    let list = fs::read_to_string(&list).map_err(on_path("read", &list))?;
    let mut named = Vec::new();
    for folder in ["src", "tests", "xtask/src"] {
        for file in rust_files(&place::checkout().join(folder))? {
            let text = fs::read_to_string(&file).map_err(on_path("read", &file))?;
            for (rows, function) in functions(&text) {
                let journey = file.starts_with(&journeys);
                let test = match journey {
                    true => journey_of(&list, &file, &function),
                    false => Some(function),
                };
                named.extend(test.map(|test| Named {
                    rows,
                    test,
                    journey,
                }));
            }
        }
    }
    Ok(named)
}

fn fault(row: &Value) -> Fault {
    let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let texts = |name: &str| {
        let all = row[name].as_array().into_iter().flatten();
        all.filter_map(|text| text.as_str().map(str::to_owned))
            .collect()
    };
    let number = row["row"].as_u64().unwrap_or_default();
    Fault {
        row: usize::try_from(number).unwrap_or_default(),
        fault: text("fault"),
        required: text("required"),
        asks: texts("asks"),
        by_hand: texts("by_hand"),
    }
}

fn rust_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(on_path("look into", folder))? {
        let path = entry.map_err(on_path("look into", folder))?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The functions of a file whose documentation names faults.
fn functions(text: &str) -> Vec<(Vec<usize>, String)> {
    let mut found = Vec::new();
    let mut rows = Vec::new();
    for line in text.lines().map(str::trim_start) {
        if let Some(documentation) = line.strip_prefix("///") {
            let named = rows_of(documentation.trim_start());
            if !named.is_empty() {
                rows = named;
            }
        } else if let Some(name) = function_of(line) {
            let mut named = std::mem::take(&mut rows);
            named.extend(row_of_name(name).filter(|row| !named.contains(row)));
            if !named.is_empty() {
                found.push((named, name.to_owned()));
            }
        } else if !line.starts_with('#') && !line.starts_with("//") {
            rows.clear();
        }
    }
    found
}

/// The numbers in `Fault 8: …` or `Faults 3, 4: …`; none in other lines.
fn rows_of(documentation: &str) -> Vec<usize> {
    let rest = documentation.strip_prefix("Faults ");
    let Some(rest) = rest.or_else(|| documentation.strip_prefix("Fault ")) else {
        return Vec::new();
    };
    let numbers = rest.split(':').next().unwrap_or_default();
    let numbers = numbers.split([',', ' ']).filter(|part| !part.is_empty());
    numbers
        .map(str::parse)
        .collect::<Result<_, _>>()
        .unwrap_or_default()
}

/// The number in a name like `fault_08_kept_texts_are_cut`.
fn row_of_name(name: &str) -> Option<usize> {
    name.strip_prefix("fault_")?.split('_').next()?.parse().ok()
}

/// The name of the function that a line begins.
fn function_of(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    line.strip_prefix("fn ")?.split(['(', '<']).next()
}

/// The name a journey is run by: the text before `module::function` in the list of journeys.
fn journey_of(list: &str, file: &Path, function: &str) -> Option<String> {
    let path = format!("{}::{function}", file.file_stem()?.to_str()?);
    let at = list
        .match_indices(&path)
        .find(|(at, found)| list[at + found.len()..].starts_with([',', ')', '\n', ' ']))?;
    list[..at.0].rsplit('"').nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_names_its_faults_in_its_documentation() {
        let text = "/// Fault 8: texts cut anywhere.\n#[test]\nfn one() {}\n\n\
            /// Another.\nfn two() {}\n    /// Faults 3, 4: full.\n    /// More.\n    pub fn three(x: u8) {}\n\
            /// Fault 9: of a thing that is no function.\nstruct Thing;\nfn four() {}\n\
            fn fault_28_no_text_is_lost() {}\n";
        let wanted = [
            (vec![8], "one"),
            (vec![3, 4], "three"),
            (vec![28], "fault_28_no_text_is_lost"),
        ];
        let wanted = wanted.map(|(rows, name)| (rows, name.to_owned()));
        assert_eq!(functions(text), wanted);
    }

    #[test]
    fn a_journey_is_known_by_the_name_it_is_run_by() {
        let list = "every_engine(\"first\", room::it_is),\nevery_engine(\n \"second\",\n room::it_is_so,\n),";
        let file = Path::new("tests/browser/journeys/room.rs");
        assert_eq!(
            journey_of(list, file, "it_is_so").as_deref(),
            Some("second")
        );
        assert_eq!(journey_of(list, file, "it_is").as_deref(), Some("first"));
        assert_eq!(journey_of(list, file, "it"), None);
    }

    #[test]
    fn the_faults_are_numbered_without_a_gap() {
        let rows: Vec<usize> = faults().unwrap().iter().map(|fault| fault.row).collect();
        assert_eq!(rows, (1..=48).collect::<Vec<_>>());
    }

    #[test]
    fn every_fault_has_a_test_that_names_it() {
        let named = named().unwrap();
        let missing: Vec<usize> = (faults().unwrap().iter().map(|fault| fault.row))
            .filter(|row| !named.iter().any(|test| test.rows.contains(row)))
            .collect();
        assert_eq!(
            missing, [0; 0],
            "no test's documentation begins with `Fault N:` for these"
        );
    }

    #[test]
    fn no_two_tests_that_name_faults_have_one_name() {
        let mut names: Vec<String> = named().unwrap().into_iter().map(|test| test.test).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
