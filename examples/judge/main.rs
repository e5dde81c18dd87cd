//! Judges the indicators of plans and prints a row for each, without a browser.
//!
//! `cargo run --release --example judge -- plan.json [--as-of 2025] [--scale NAME] [--formula A|B|C|D|cagr]`

mod command;

use std::io::{stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    ExitCode::from(command::run(
        &arguments,
        &mut stdout().lock(),
        &mut stderr().lock(),
    ))
}
