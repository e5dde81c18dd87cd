//! A stamp of files: the app's sources with equal stamps give an equal `dist/`, and a folder is named by its content.

use crate::run::{Outcome, on_path};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What never reaches `dist/`.
const OTHER: &[&str] = &["target", "dist", "tests", "benches", "docs", "examples"];

/// The stamp of all that `dist/` is made from: paths and contents, not times, and the compiler by the version it tells.
pub fn of_sources(checkout: &Path, compiler: &str) -> Outcome<String> {
    let mut folders = vec![checkout.to_path_buf()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let hidden = name.starts_with('.') && name != ".cargo";
            let other = hidden
                || name.ends_with(".md")
                || (folder == checkout && OTHER.contains(&name.as_str()));
            match (other, path.is_dir()) {
                (true, _) => {}
                (false, true) => folders.push(path),
                (false, false) => files.push(path),
            }
        }
    }
    of_files(compiler, checkout, files)
}

/// The stamp of all that a folder holds.
pub fn of_folder(folder: &Path) -> Outcome<String> {
    of_files("", folder, files_below(folder)?)
}

fn of_files(maker: &str, base: &Path, mut files: Vec<PathBuf>) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    maker.hash(&mut hasher);
    files.sort();
    for file in files {
        file.strip_prefix(base).unwrap_or(&file).hash(&mut hasher);
        let content = fs::read(&file).map_err(on_path("read", &file))?;
        content.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// All files below a folder.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let found = fs::read_dir(folder).map_err(on_path("read", folder))?;
    Ok(found.flatten().map(|entry| entry.path()).collect())
}
