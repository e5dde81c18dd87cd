//! Running other programs, and saying plainly what happens and what went wrong.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command or a step ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why something could not go on, and what the person can do about it.
#[derive(Debug)]
pub struct Failure {
    what: String,
    advice: Option<String>,
}

impl Failure {
    /// A failure that says what is wrong; add [`Failure::advice`] where there is something to do.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: None,
        }
    }

    /// The same failure with what the person can do.
    pub fn advice(self, advice: impl Into<String>) -> Self {
        Self {
            advice: Some(advice.into()),
            ..self
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.what)?;
        match &self.advice {
            Some(advice) => write!(out, "\nWhat you can do: {advice}"),
            None => Ok(()),
        }
    }
}

/// Says in one line what is done now and why.
pub fn say(what: &str, why: &str) {
    println!("· {what}: {why}");
}

/// Adds a context to an input/output error on a path.
pub fn on_path(doing: &str, path: &Path) -> impl FnOnce(std::io::Error) -> Failure {
    let line = format!("{doing} {}", path.display());
    move |error| Failure::new(format!("Could not {line}: {error}."))
}

/// Runs a command that shows its own output; an error when it does not succeed.
pub fn show(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{}` failed ({status}).",
            line_of(command)
        )))
    }
}

/// Runs a long command with its output in a log; an error shows the end of that log.
pub fn quietly(command: &mut Command, log: &Path) -> Outcome {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(on_path("make the folder", folder))?;
    }
    let out = fs::File::create(log).map_err(on_path("write the log", log))?;
    let twin = out.try_clone().map_err(on_path("write the log", log))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(twin)
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let end = lines[lines.len().saturating_sub(25)..].join("\n    ");
    Err(Failure::new(format!(
        "`{}` failed ({status}). The end of what it said, all of which is in {}:\n    {end}",
        line_of(command),
        log.display()
    )))
}

/// Runs a command whose standard output is handed on line by line, and shown as far as that says so.
pub fn watched(command: &mut Command, mut is_shown: impl FnMut(&str) -> bool) -> Outcome {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n') {
            let Ok(line) = line else { break };
            let line = String::from_utf8_lossy(&line);
            if is_shown(&line) {
                println!("{line}");
            }
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{}` failed ({status}).",
            line_of(command)
        )))
    }
}

/// A command's trimmed standard output, when it could be run and succeeded.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a command could be run and succeeded; nothing of it is shown.
pub fn succeeds(command: &mut Command) -> bool {
    let silent = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Where a program is on the `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|at| at.is_file())
}

/// The `PATH` with some folders put before it.
pub fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Outcome<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders
        .into_iter()
        .map(Path::to_path_buf)
        .chain(std::env::split_paths(&path));
    std::env::join_paths(all)
        .map_err(|error| Failure::new(format!("A tool's folder cannot be in PATH: {error}.")))
}

/// A command as one would type it.
pub fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words: Vec<_> = std::iter::once(program)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!(
        "`{}` could not be started: {error}.",
        line_of(command)
    ))
}
