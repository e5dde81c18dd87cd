//! The app's one file on the disk, as a person has it after a download.

use super::site::HOOK;
use super::{Browser, Outcome};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The file as the build made it.
pub fn one_file() -> Outcome<Vec<u8>> {
    let dist =
        std::env::var_os("MONOSASHI_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let page = dist.join("monosashi.html");
    fs::read(&page).map_err(|error| format!("{}: {error}", page.display()).into())
}

/// The page with the harness's script before all others, which its policy names by its hash like those that are its own.
pub fn with_hook(page: &[u8]) -> Outcome<Vec<u8>> {
    let page = std::str::from_utf8(page)?;
    let hash = BASE64_STANDARD.encode(Sha256::digest(HOOK));
    let policy = format!("script-src 'sha256-{hash}' ");
    let style = page.find("<style").ok_or("the page has no style")?;
    let (head, rest) = page.split_at(style);
    let head = head.replacen("script-src ", &policy, 1);
    Ok([&head, "<script>", HOOK, "</script>", rest]
        .concat()
        .into_bytes())
}

impl Browser {
    /// Writes a page to the disk and opens it from there from now on.
    pub fn turn_to_page(&mut self, folder: &Path, name: &str, page: &[u8]) -> Outcome {
        fs::create_dir_all(folder)?;
        let path = folder.join(name);
        fs::write(&path, page)?;
        self.turn_to_disk(&path)
    }
}
