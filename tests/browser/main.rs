//! People's journeys through the published app, in real browsers.
//!
//! `cargo xtask test browser` brings the browsers and runs them all; words after `--` choose
//! journeys by a part of their name, and `MONOSASHI_BROWSERS` chooses engines. A plain
//! `cargo test` has no browsers to count on and passes over.
//!
//! To add a journey, add a function to a file in `journeys/` and its line to the list there.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test program talks to the terminal"
)]

#[cfg(not(target_arch = "wasm32"))]
mod harness;
#[cfg(not(target_arch = "wasm32"))]
mod journeys;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.is_empty())
        .collect();
    if arguments.first().is_some_and(|first| first == "shot") {
        return harness::shot::main(&arguments[1..]);
    }
    if std::env::var_os("MONOSASHI_BROWSERS").is_none()
        || arguments.iter().any(|argument| argument == "--list")
    {
        eprintln!(
            "browser journeys: passed over; `cargo xtask test browser` brings the browsers and runs them"
        );
        return std::process::ExitCode::SUCCESS;
    }
    harness::run(journeys::ALL, &arguments)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
