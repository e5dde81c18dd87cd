//! Publishes plans: leaves out what is internal, lists the plan files of a folder in its `catalogue.json`, and
//! puts a plan into the app's page.
//!
//! `cargo xtask catalogue FOLDER [--title …]` and `cargo xtask build --plan FILE` run it, or
//! `cargo run --example publish -- catalogue FOLDER [--title …]`, `… editions FOLDER FILE…` and `… page DIST NAME`.

mod catalogue;
mod command;
mod editions;
mod page;

use std::io::stderr;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    ExitCode::from(command::run(&arguments, &mut stderr().lock()))
}
