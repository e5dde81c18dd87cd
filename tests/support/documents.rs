//! The five real documents and what a careful reader finds in them, where they are at hand.

use std::path::{Path, PathBuf};

/// Where the documents are: `PLAN_DOCUMENTS`, or beside the checkout.
fn folder() -> PathBuf {
    std::env::var_os("PLAN_DOCUMENTS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/documents"),
        PathBuf::from,
    )
}

/// The text of a document (`oizumi`); none where the documents are not at hand, which is said in one line.
pub fn document(name: &str) -> Option<String> {
    read(&folder().join(format!("{name}.txt")))
}

/// The rows of an answer (`indicators_61`) below its heading; none where the answers are not at hand.
#[allow(dead_code)] // not every test that reads the documents compares rows
pub fn answers(name: &str) -> Option<Vec<Vec<String>>> {
    let text = read(&folder().join("../answers").join(format!("{name}.tsv")))?;
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    Some(text.lines().skip(1).map(cells).collect())
}

fn read(path: &Path) -> Option<String> {
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!(
            "passed over: {} is not at hand (PLAN_DOCUMENTS names another folder)",
            path.display()
        );
    }
    text
}
