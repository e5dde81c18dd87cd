//! How large and how fast the published app is, measured in Chromium.
//!
//! `cargo xtask bench` brings what this needs and runs it on a folder that holds the published app with each file
//! compressed beside it as `NAME.br`. The figures come out as a Markdown table on standard output. Each is the median of
//! a few runs and stands beside its floor, measured in the same run by the same browser: the least that the same
//! work could take. A plain `cargo bench` has no browser to count on and passes over.
//!
//! | file | what it measures |
//! |------|------------------|
//! | [`sizes`]  | how many bytes the first view takes |
//! | [`loads`]  | how long it takes from an address to a picture |
//! | [`work`]   | drawing, reading and searching many indicators |
//! | [`plans`]  | the plans made up for that |
//! | [`figure`] | a figure, its floor, its bar, and their table |
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a program that talks to the terminal and is no library"
)]

#[cfg(not(target_arch = "wasm32"))]
mod figure;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/browser/harness/mod.rs"]
#[allow(unused_imports, reason = "the journeys use more of it")]
mod harness;
#[cfg(not(target_arch = "wasm32"))]
mod loads;
#[cfg(not(target_arch = "wasm32"))]
mod plans;
#[cfg(not(target_arch = "wasm32"))]
mod sizes;
#[cfg(not(target_arch = "wasm32"))]
mod work;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let Some(folder) = std::env::var_os("MONOSASHI_DIST").map(std::path::PathBuf::from) else {
        eprintln!("benchmarks: passed over; `cargo xtask bench` brings the browser and runs them");
        return std::process::ExitCode::SUCCESS;
    };
    match measure(&folder) {
        Ok(figures) => {
            print!("{}", figure::table(&figures));
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("not measured: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn measure(folder: &std::path::Path) -> harness::Outcome<Vec<figure::Figure>> {
    let mut figures = sizes::measure(folder)?;
    for figure in &figures {
        eprintln!("{figure}");
    }
    let mut tell = |figure: figure::Figure| {
        eprintln!("{figure}");
        figures.push(figure);
    };
    loads::measure(folder, &mut tell)?;
    work::measure(folder, &mut tell)?;
    Ok(figures)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
