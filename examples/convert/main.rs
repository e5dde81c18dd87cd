//! Converts plan documents and tables to plan JSON, many at a time, without a browser.
//!
//! `cargo run --release --example convert -- FILE… [--out plan.json]`

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
