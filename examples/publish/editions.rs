//! Plan files on their way to a host: without what is internal.

use monosashi::plan::Plan;
use monosashi::publish::FILE;
use monosashi::read::read_plan_file;
use monosashi::write::{plan_json, plans_json};
use std::fs;
use std::path::Path;

/// Puts the reading edition of plan files into a folder, under their own names; what has nothing internal stays as it is to
/// the byte, and so does a catalogue. Gives how many there are.
///
/// # Errors
/// A sentence that names the file which is no plan file, or cannot be read or written. Those before it are there.
pub fn put(folder: &Path, files: &[&str]) -> Result<usize, String> {
    for file in files.iter().map(Path::new) {
        let trouble = |error: std::io::Error| format!("{}: {error}", file.display());
        let name = file.file_name().unwrap_or_default();
        let target = folder.join(name);
        let bytes = fs::read(file).map_err(trouble)?;
        let written = match name == FILE {
            true => Some(bytes),
            false => edition(bytes),
        };
        let written =
            written.ok_or_else(|| format!("{}: 計画ファイルとして読めません", file.display()))?;
        fs::write(&target, written).map_err(trouble)?;
    }
    Ok(files.len())
}

/// The reading edition of a file, which is the file itself where nothing in it is internal; none where it is no plan file.
fn edition(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(&bytes);
    let plans = read_plan_file("", text.trim_start_matches('\u{feff}')).plans;
    let editions: Vec<Plan> = plans.iter().map(Plan::reading_edition).collect();
    match editions.as_slice() {
        [] => None,
        _ if editions == plans => Some(bytes),
        [plan] => Some(plan_json(plan).into_bytes()),
        plans => Some(plans_json(plans).into_bytes()),
    }
}
