//! Every reader is given what was damaged at will: nothing panics, and what is read holds together.
//!
//! Each target mutates its seeds (fixtures of ours, and the files of its folder in `tests/corpus`, which hold what was
//! ever met) and reads the outcome. A few hundred readings are part of every run of the tests; `cargo xtask soak` makes a
//! million of each, and `MONOSASHI_FUZZ` names another number. What makes a reader panic is written into the corpus,
//! where it is read first from then on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

mod mutate;
mod seeds;
mod targets;

use mutate::{Dice, mutated};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// The longest text that is tried, in bytes.
const LONGEST: usize = 20_000;

/// Reads mutations of seeds, as many as the run asks for.
fn fuzz(target: &str, seeds: &[Vec<u8>], read: fn(&[u8])) {
    let corpus = corpus(target);
    let mut seeds = seeds.to_vec();
    for (path, known) in &corpus {
        attempt(target, known, read, Some(path));
        seeds.push(known.clone());
    }
    let (readings, mut dice) = (readings(), Dice::new(seed()));
    for _ in 0..readings {
        let mut input = mutated(&seeds, &mut dice);
        input.truncate(LONGEST);
        attempt(target, &input, read, None);
    }
    println!(
        "figure: 0: {target}, readings without a panic: {}",
        with_commas(readings)
    );
}

/// Reads one text; what panics is kept and named.
fn attempt(target: &str, input: &[u8], read: fn(&[u8]), known: Option<&PathBuf>) {
    if catch_unwind(AssertUnwindSafe(|| read(input))).is_ok() {
        return;
    }
    let path = known.cloned().unwrap_or_else(|| {
        let hash = input.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let path = folder(target).join(format!("met-{hash:016x}"));
        fs::create_dir_all(folder(target)).unwrap();
        fs::write(&path, input).unwrap();
        path
    });
    panic!("{target}: a reader panics over {}", path.display());
}

fn folder(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(target)
}

/// What was ever met, in the order of its names.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder(target))
        .into_iter()
        .flatten()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

fn readings() -> usize {
    let number = std::env::var("MONOSASHI_FUZZ")
        .ok()
        .and_then(|number| number.parse().ok());
    let soak = std::env::var_os("MONOSASHI_SOAK").is_some();
    number.unwrap_or(if soak { 1_000_000 } else { 300 })
}

/// Where the dice begin: `MONOSASHI_SEED` makes another run of the same length.
fn seed() -> u64 {
    let seed = std::env::var("MONOSASHI_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    seed.unwrap_or(1)
}

fn with_commas(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| String::from_utf8_lossy(group));
    groups.collect::<Vec<_>>().join(",")
}

#[test]
fn plan_files() {
    fuzz("plan_file", &seeds::plan_files(), targets::plan_file);
}

#[test]
fn long_csv() {
    fuzz("long_csv", &seeds::long_csv(), targets::csv);
}

#[test]
fn wide_csv() {
    fuzz("wide_csv", &seeds::wide_csv(), targets::csv);
}

#[test]
fn pasted_tables() {
    fuzz("pasted_table", &seeds::pasted_tables(), targets::text);
}

#[test]
fn documents() {
    fuzz("document", &seeds::documents(), targets::document);
}

#[test]
fn encodings() {
    fuzz("encoding", &seeds::encodings(), targets::bytes);
}

#[test]
fn values_years_and_references() {
    fuzz("notation", &seeds::notations(), targets::notation);
}
