//! Compiled dependencies, kept in the cache so that a fresh checkout does not compile them again.
//!
//! A target folder cannot simply be shared: cargo tells two checkouts of one package apart only
//! by the times of their files, so that one could run what was built from the other. Each checkout
//! therefore has its own target folder, which begins as a copy of what was kept here: everything
//! but the project's own packages. Cargo still decides, unit by unit, what of it is fresh.

use crate::place;
use crate::run::{self, Outcome, on_path};
use serde_json::Value;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The parts of a target folder, one for each target and profile in use.
const PARTS: &[&str] = &[
    "debug",
    "wasm",
    "wasm32-unknown-unknown/debug",
    "wasm32-unknown-unknown/wasm",
];

/// What of a part is kept: whether a unit is fresh, what build scripts gave, what was compiled.
const FOLDERS: &[&str] = &[".fingerprint", "build", "deps"];

/// Fills the parts of this checkout's target folder that have never been built.
pub fn restore() {
    let (Ok(seeds), target) = (place::cache("seed"), place::target()) else {
        return;
    };
    for part in PARTS {
        let (from, to) = (seeds.join(part.replace('/', "-")), target.join(part));
        // The part of this very program is always there, with next to nothing in it.
        let begun = to.join("seeded").exists() || count(&to.join(".fingerprint")) > 100;
        if begun || !from.is_dir() {
            continue;
        }
        run::say(
            &format!("target/{part}"),
            "beginning with the dependencies compiled before",
        );
        if FOLDERS
            .iter()
            .try_for_each(|folder| copy(&from.join(folder), &to.join(folder), &|_| true))
            .is_ok()
        {
            let _ = File::create(to.join("seeded"));
        }
    }
}

/// Keeps the compiled dependencies of this checkout, unless those of the same Cargo.lock are kept.
pub fn keep() -> Outcome {
    let (seeds, own) = (place::cache("seed")?, own_names()?);
    let key = key()?;
    for part in PARTS {
        let (from, name) = (place::target().join(part), part.replace('/', "-"));
        let to = seeds.join(&name);
        if !from.is_dir() || fs::read_to_string(to.join("key")).is_ok_and(|kept| kept == key) {
            continue;
        }
        let fresh = seeds.join(format!("{name}.{}", std::process::id()));
        let foreign = |file: &str| !own.iter().any(|own| is_of(file, own));
        for folder in FOLDERS {
            copy(&from.join(folder), &fresh.join(folder), &foreign)?;
        }
        fs::write(fresh.join("key"), &key).map_err(on_path("write", &fresh.join("key")))?;
        let _ = fs::remove_dir_all(&to);
        if fs::rename(&fresh, &to).is_err() {
            // Another checkout was quicker; what it kept is as good.
            let _ = fs::remove_dir_all(&fresh);
        }
    }
    Ok(())
}

/// Drops what was compiled for a target, kept and in this checkout. Cargo knows a compiler by its version, not by the
/// standard library beside it: after another one was built it would take what fits no more.
pub fn forget(target: &str) {
    let of_target = |part: &&&str| part.starts_with(target);
    for part in PARTS.iter().filter(of_target) {
        if let Ok(seeds) = place::cache("seed") {
            let _ = fs::remove_dir_all(seeds.join(part.replace('/', "-")));
        }
        let _ = fs::remove_dir_all(place::target().join(part));
    }
}

/// Whether a file or folder of a target folder, such as `libplan-0a1b2c3d4e5f6071.rlib`, is of a
/// package: `web-…` is, `web-sys-…` is not of `web`.
fn is_of(file: &str, package: &str) -> bool {
    let of = |name: &str| {
        let hash = name
            .strip_prefix(package)
            .and_then(|rest| rest.strip_prefix('-'));
        let hash = hash.map(|rest| rest.split('.').next().unwrap_or(rest));
        hash.is_some_and(|hash| {
            hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    of(file) || file.strip_prefix("lib").is_some_and(of)
}

/// The names, of packages and of what they build, that are this project's own.
fn own_names() -> Outcome<Vec<String>> {
    let said = run::answer(place::cargo().args(["metadata", "--no-deps", "--format-version", "1"]));
    let metadata: Value = said
        .and_then(|said| serde_json::from_str(&said).ok())
        .unwrap_or_default();
    let mut names = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let targets = package["targets"].as_array().into_iter().flatten();
        for name in targets
            .chain([package])
            .filter_map(|named| named["name"].as_str())
        {
            names.extend([name.to_owned(), name.replace('-', "_")]);
        }
    }
    Ok(names)
}

/// What decides whether compiled dependencies are worth keeping anew.
fn key() -> Outcome<String> {
    let path = place::checkout().join("Cargo.lock");
    let mut hasher = DefaultHasher::new();
    fs::read(&path)
        .map_err(on_path("read", &path))?
        .hash(&mut hasher);
    run::answer(place::cargo().arg("--version")).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Copies a folder with the times of its files, by which cargo judges what is fresh. Names are
/// looked at in the folder itself, not further below.
pub fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> Outcome {
    let Ok(entries) = fs::read_dir(from) else {
        return Ok(());
    };
    fs::create_dir_all(to).map_err(on_path("make the folder", to))?;
    for entry in entries.flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        if !wanted(&name.to_string_lossy()) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(&name), &|_| true)?;
        } else {
            copy_file(&path, &to.join(&name))?;
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &PathBuf) -> Outcome {
    let copied = fs::copy(from, to).and_then(|_| {
        let modified = fs::metadata(from)?.modified()?;
        File::options()
            .append(true)
            .open(to)?
            .set_modified(modified)
    });
    copied.map_err(on_path("copy", from))
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder)
        .map(Iterator::count)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn a_dependency_whose_name_begins_like_ours_is_kept() {
        assert!(is_of("web-0a1b2c3d4e5f6071", "web"));
        assert!(is_of("libmonosashi-0a1b2c3d4e5f6071.rmeta", "monosashi"));
        assert!(!is_of("web-sys-0a1b2c3d4e5f6071", "web"));
        assert!(!is_of("libweb_sys-0a1b2c3d4e5f6071.rlib", "web"));
    }
}
