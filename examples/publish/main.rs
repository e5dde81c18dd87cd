//! Publishes plan files: lists those of a folder in its `catalogue.json`.
//!
//! `cargo xtask catalogue FOLDER [--title …]`, or `cargo run --example publish -- catalogue FOLDER [--title …]`

mod catalogue;

use std::io::stderr;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    ExitCode::from(catalogue::run(&arguments, &mut stderr().lock()))
}
