//! Kind by kind: what is compared, and by what an item is recognised again.

mod head;
mod indicator;
mod parts;
mod works;

pub(super) use head::Head;
pub(super) use parts::Related;

use crate::plan::{Id, fold_search};

/// A text as it is compared: however it is spaced and in whichever kana.
fn folded(text: &str) -> String {
    // A name of ten thousand characters is told from others by its beginning.
    fold_search(text).chars().take(200).collect()
}

/// Texts as they are compared.
fn all_folded<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts = texts.into_iter().map(|text| folded(text));
    texts.collect::<Vec<_>>().join("\n")
}

/// Where an item stands.
fn place(section: Option<&Id>) -> String {
    section.map_or_else(String::new, ToString::to_string)
}
