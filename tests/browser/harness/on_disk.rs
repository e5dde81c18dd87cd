//! The app's one file on the disk, as a person has it after a download.

use super::site::HOOK;
use super::{Browser, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// What the page begins with: its policy stands below it, and counts for all that stands below that.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// The file as the build made it.
pub fn one_file() -> Outcome<Vec<u8>> {
    let dist =
        std::env::var_os("MONOSASHI_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let page = dist.join("monosashi.html");
    fs::read(&page).map_err(|error| format!("{}: {error}", page.display()).into())
}

/// The page with the harness's script before its own policy, which stays as it is.
pub fn with_hook(page: &[u8]) -> Outcome<Vec<u8>> {
    with_first(page, &["<script>", HOOK, "</script>"].concat())
}

fn with_first(page: &[u8], addition: &str) -> Outcome<Vec<u8>> {
    let page = std::str::from_utf8(page)?;
    let (before, after) = page
        .split_once(FIRST)
        .ok_or("the page does not begin as it should")?;
    Ok([before, FIRST, addition, after].concat().into_bytes())
}

impl Browser {
    /// Writes a page to the disk and opens it from there from now on.
    pub fn turn_to_page(&mut self, folder: &Path, name: &str, page: &[u8]) -> Outcome {
        fs::create_dir_all(folder)?;
        let path = folder.join(name);
        fs::write(&path, page)?;
        self.turn_to_disk(&path)
    }

    /// Puts something more at the beginning of the page on the disk; `false` where it is not from there.
    pub fn alter_on_disk(&self, addition: &str) -> Outcome<bool> {
        let Some(address) = &self.on_disk else {
            return Ok(false);
        };
        let path = url::Url::parse(address)?.to_file_path();
        let path = path.map_err(|()| "the page has no path")?;
        // Before the harness's own script came first: what is added is to come after it.
        let page = fs::read(&path)?;
        let hook = ["<script>", HOOK, "</script>"].concat();
        let text = String::from_utf8(page)?.replacen(&hook, addition, 1);
        fs::write(&path, with_hook(text.as_bytes())?)?;
        Ok(true)
    }
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
