//! The project's commands, run as `cargo xtask <command>`.
//!
//! Every command first sets up what it needs and is not there yet (see [`setup`]), so that a fresh
//! machine with Rust on it needs no other preparation.

mod bench;
mod build;
mod catalogue;
mod place;
mod planned;
mod reliability;
mod run;
mod seed;
mod serve;
mod setup;
mod shot;
mod single_file;
mod soak;
mod stamp;
mod test;
mod wasm;

use run::{Failure, Outcome};
use std::process::ExitCode;

/// One command: its name, the line that the list shows, and what it does with its arguments.
struct Command {
    name: &'static str,
    about: &'static str,
    act: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        about: "run the app on this machine and reload it on every change  [--port N]",
        act: serve::serve,
    },
    Command {
        name: "build",
        about: "make dist/, the app as it is published: any static host can serve it  [--plan FILE: its first screen] [--plans FOLDER] [--single-file: say where the one file is]",
        act: build::build,
    },
    Command {
        name: "test",
        about: "run every check and test, browsers included  [STEP…: only these; -- WORD…: only these journeys; --list]",
        act: test::test,
    },
    Command {
        name: "reliability",
        about: "write docs/reliability.md: fault by fault, which tests of the last run show that it is stood",
        act: reliability::reliability,
    },
    Command {
        name: "soak",
        about: "run what takes hours: every reader given a million damaged sources, a day's edits, the longest walks",
        act: soak::soak,
    },
    Command {
        name: "shot",
        about: "take a picture of a screen  --route '#/…' --size 360x740 [--dark] [--script FILE.js] --out FILE.png",
        act: shot::shot,
    },
    Command {
        name: "bench",
        about: "measure how large and how fast the app is, and write the README's table  [--dist FOLDER]",
        act: bench::bench,
    },
    Command {
        name: "catalogue",
        about: "list the plan files of a folder in its catalogue.json, to be published  FOLDER [--title …]",
        act: catalogue::catalogue,
    },
    Command {
        name: "wasm",
        about: "what trunk calls to make the page's WebAssembly",
        act: wasm::wasm,
    },
    Command {
        name: "setup",
        about: "only bring the tools that all the other commands need",
        act: setup::everything,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(name) = arguments.first() else {
        list_commands();
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        list_commands();
        eprintln!("\nThere is no command `{name}`.");
        return ExitCode::from(2);
    };
    match (command.act)(&arguments[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn list_commands() {
    println!("cargo xtask <command>\n");
    for Command { name, about, .. } in COMMANDS {
        println!("  {name:<11} {about}");
    }
}

/// The value after `--name` among a command's arguments; an error when it was left out at the end.
fn option<'a>(arguments: &'a [String], name: &str) -> Result<Option<&'a str>, Failure> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    match arguments.get(at + 1) {
        Some(value) => Ok(Some(value)),
        None => Err(Failure::new(format!("`{name}` needs a value after it."))),
    }
}
