//! Bringing what a command needs and the machine does not have yet.
//!
//! Each step looks first whether the thing is there and then does nothing. What it brings goes
//! into the user's cache folder, except for Debian's packages and a rustup target. A step that
//! cannot go on ends with a sentence saying what is missing and what to do.

mod browsers;
mod debian;
mod npm;
mod tools;
mod wasm_std;

use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;
pub use wasm_std::{Compiler, TARGET};

/// What building the app takes.
pub struct Builder {
    /// The compiler that has the wasm32 standard library.
    pub compiler: Compiler,
    /// Folders of trunk, wasm-bindgen, the splitter, wasm-opt and esbuild.
    folders: Vec<PathBuf>,
}

impl Builder {
    fn with_packages(mut self) -> Outcome<Self> {
        let _alone = alone()?;
        self.folders.extend([npm::wasm_opt()?, npm::esbuild()?]);
        Ok(self)
    }

    /// A program of the builder's with all the tools on its `PATH`.
    pub fn command(&self, program: &str) -> Outcome<Command> {
        let folders = self
            .compiler
            .folder()
            .into_iter()
            .chain(self.folders.iter().map(PathBuf::as_path));
        let path = run::path_with(folders)?;
        let found = std::env::split_paths(&path)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file());
        let mut command = Command::new(found.unwrap_or_else(|| PathBuf::from(program)));
        command.current_dir(place::checkout()).env("PATH", path);
        self.compiler.apply(&mut command);
        Ok(command)
    }
}

/// What driving real browsers takes, as environment variables of the harness in `tests/browser`.
pub struct Browsers(pub Vec<(&'static str, std::ffi::OsString)>);

/// What serving takes: a wasm32 standard library, trunk, wasm-bindgen.
pub fn for_serving() -> Outcome<Builder> {
    builder(&[])
}

/// What building takes: the same, wasm-opt and esbuild.
pub fn for_building() -> Outcome<Builder> {
    builder(&[])?.with_packages()
}

/// What building and then testing in browsers takes, the browsers left out.
pub fn for_testing(engines: &[String]) -> Outcome<Builder> {
    let firefox = engines.iter().any(|name| name == "firefox");
    // Together with the others it is built in half the time.
    let further = if firefox {
        vec![tools::geckodriver()]
    } else {
        Vec::new()
    };
    builder(&further)?.with_packages()
}

fn builder(further: &[tools::Tool]) -> Outcome<Builder> {
    let _alone = alone()?;
    let compiler = wasm_std::compiler()?;
    let makers = [tools::trunk()?, tools::wasm_bindgen()?, tools::wasm_split()];
    let mut folders = tools::install(&makers)?;
    folders.extend(tools::install(further)?);
    tools::tidy_up()?;
    Ok(Builder { compiler, folders })
}

/// What the browser journeys take; `engines` are of `chromium`, `firefox` and `webkit`.
pub fn for_browsers(engines: &[String]) -> Outcome<Browsers> {
    let _alone = alone()?;
    browsers::browsers(engines)
}

/// rustfmt and clippy, with the toolchain that runs this program.
pub fn for_linting(compiler: &Compiler) -> Outcome {
    for (component, probe) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if run::succeeds(place::cargo().args([probe, "--version"])) {
            continue;
        }
        run::say(
            component,
            "not part of this toolchain yet; asking rustup for it",
        );
        run::quietly(
            Command::new("rustup").args(["component", "add", component]),
            &place::log(component)?,
        )
        .map_err(|failure| {
            failure.advice(format!("install {component} for your Rust toolchain."))
        })?;
    }
    compiler.bring_clippy()
}

/// `cargo xtask setup`: all of it.
pub fn everything(_: &[String]) -> Outcome {
    let engines = crate::test::engines();
    let builder = for_testing(&engines)?;
    for_linting(&builder.compiler)?;
    for_browsers(&engines)?;
    println!("Everything is there.");
    Ok(())
}

/// Lets only one set-up run at a time on one cache folder; others wait for it here.
fn alone() -> Outcome<File> {
    let path = place::cache("")?.join("setup.lock");
    let file = File::create(&path).map_err(on_path("write", &path))?;
    if file.try_lock().is_err() {
        run::say("waiting", "another set-up is at work on this machine");
        file.lock().map_err(on_path("lock", &path))?;
    }
    Ok(file)
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Outcome<String> {
    let path = place::checkout().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(on_path("read", &path))?;
    let mut lines = text
        .lines()
        .skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no {package}.")))
}
