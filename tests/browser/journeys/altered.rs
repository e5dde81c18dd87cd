//! Copies of the app that are not as they were published: with a fault in them, or with something missing.

use crate::harness::{Browser, Look, Outcome, Site, copy_folder};
use std::fs;
use std::path::{Path, PathBuf};

/// Lets the browser open a copy of the app whose page begins with something more. A page on the disk is altered there.
pub fn begins_with(browser: &mut Browser, addition: &str) -> Outcome {
    if browser.alter_on_disk(addition)? {
        return Ok(());
    }
    opens(browser, |folder| {
        let page = folder.join("index.html");
        let text = fs::read_to_string(&page)?;
        let text = text.replacen("<head>", &format!("<head>{addition}"), 1);
        Ok(fs::write(page, text)?)
    })
    .map(drop)
}

/// Lets the browser open a copy of the app that was altered, and tells where the copy lies.
pub fn opens(browser: &mut Browser, alter: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    opens_below(browser, "/", alter)
}

/// The same below a path that begins and ends with a slash.
pub fn opens_below(
    browser: &mut Browser,
    below: &str,
    alter: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let dist =
        std::env::var_os("MONOSASHI_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let copy = tempfile::tempdir()?;
    copy_folder(&dist, copy.path())?;
    alter(copy.path())?;
    let folder = copy.path().to_path_buf();
    browser.prepare(Look::default(), Site::start_copy(copy, below)?);
    Ok(folder)
}

/// The files of a copy that have an ending, wherever they lie in it.
pub fn files_ending(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_ending(&path, ending)?);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    Ok(found)
}
