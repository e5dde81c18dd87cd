//! The folder that a browser keeps its things in: where it lies, and what it begins with.

use super::Outcome;
use super::copy_folder;
use super::engine::{Engine, Look};
use super::wire::Wire;
use std::fs;
use std::path::Path;
use std::process::{Command, id};
use std::sync::{Mutex, PoisonError};
use tempfile::{Builder, TempDir};

/// Where files lie in memory.
const MEMORY: &str = "/dev/shm";

/// What the profiles of a run need there at most, in KB.
const ROOM: u64 = 2_000_000;

const PREFIX: &str = "monosashi-";

/// Firefox takes longer to write a fresh profile than to start on one that is there. The first of a run is therefore
/// what all others begin as.
static FIRST: Mutex<Option<TempDir>> = Mutex::new(None);

/// What of a profile is only of the browser that was on it.
const OF_ONE: [&str; 4] = ["lock", ".parentlock", "cache2", "user.js"];

/// A profile on which nothing was done yet.
pub fn fresh(engine: Engine) -> Outcome<TempDir> {
    let profile = folder()?;
    if engine == Engine::Firefox {
        let mut first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = match first.take() {
            Some(begun) => begun,
            None => started_once(engine)?,
        };
        copy_folder(first.insert(begun).path(), profile.path())?;
    }
    Ok(profile)
}

/// Takes away what all profiles began as.
pub fn end_shared() {
    FIRST.lock().unwrap_or_else(PoisonError::into_inner).take();
}

/// Takes away what a run that was killed has left in memory.
pub fn sweep() {
    let left = fs::read_dir(MEMORY).into_iter().flatten().flatten();
    for folder in left {
        let name = folder.file_name().to_string_lossy().into_owned();
        let process = name
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split('-').next());
        let ended = process.is_some_and(|process| !Path::new("/proc").join(process).exists());
        if ended {
            let _ = fs::remove_dir_all(folder.path());
        }
    }
}

/// An empty folder, in memory where there is room: a browser writes thousands of small files.
fn folder() -> Outcome<TempDir> {
    let prefix = format!("{PREFIX}{}-", id());
    let mut named = Builder::new();
    let named = named.prefix(&prefix);
    Ok(match memory_has_room() {
        true => named.tempdir_in(MEMORY)?,
        false => named.tempdir()?,
    })
}

fn memory_has_room() -> bool {
    let asked = Command::new("df")
        .args(["--output=avail", "-k", MEMORY])
        .output();
    let said = asked.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let free = said
        .ok()
        .and_then(|said| said.lines().last()?.trim().parse().ok());
    free.is_some_and(|free: u64| free > ROOM)
}

/// A profile that the engine has started on and left, without what is of one browser only.
fn started_once(engine: Engine) -> Outcome<TempDir> {
    let (profile, look) = (folder()?, Look::default());
    let driver = engine.start_driver(&look, profile.path())?;
    let capabilities = engine.capabilities(&look, profile.path())?;
    Wire::open(&driver.address(), capabilities)?.close();
    drop(driver);
    for own in OF_ONE.map(|name| profile.path().join(name)) {
        let _ = fs::remove_file(&own).or_else(|_| fs::remove_dir_all(&own));
    }
    Ok(profile)
}
