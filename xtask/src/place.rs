//! Where things are: the checkout, the user's cache folder, cargo's target folder.

use crate::run::{Failure, Outcome, on_path};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout that this xtask was built in.
pub fn checkout() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A folder of the project's in the user's cache, made if need be: what is built once and kept
/// outside the checkout. `MONOSASHI_CACHE` names another place.
pub fn cache(part: &str) -> Outcome<PathBuf> {
    let folder = cache_root()?.join(part);
    fs::create_dir_all(&folder).map_err(on_path("make the folder", &folder))?;
    Ok(folder)
}

/// The log of one set-up step.
pub fn log(step: &str) -> Outcome<PathBuf> {
    Ok(cache("log")?.join(format!("{step}.log")))
}

/// Cargo's target folder of this checkout; a developer's `CARGO_TARGET_DIR` wins.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) if !folder.is_empty() => checkout().join(folder),
        _ => checkout().join("target"),
    }
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(checkout());
    cargo
}

fn cache_root() -> Outcome<PathBuf> {
    let folder = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(own) = folder("MONOSASHI_CACHE") {
        return Ok(own);
    }
    let user = folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    user.map(|folder| folder.join("monosashi")).ok_or_else(|| {
        Failure::new(
            "There is no folder to keep built tools in: neither HOME nor XDG_CACHE_HOME is set.",
        )
        .advice("set MONOSASHI_CACHE to a folder of yours.")
    })
}
