//! The five real documents give what a careful reader finds in them: the counts of `domain.md`, and row by row the
//! answers. Where the documents are not at hand, the tests say so and pass over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod counts;
#[path = "../support/documents.rs"]
mod documents;
mod rows;
mod systems;
#[path = "../support/words.rs"]
mod words;

use monosashi::plan::Plan;
use monosashi::read::{Finding, Reading, document};

/// What a document gives; none where it is not at hand.
fn read(name: &str) -> Option<(Plan, Vec<Finding>)> {
    let text = documents::document(name)?;
    let Reading {
        mut plans,
        findings,
    } = document::read(&format!("{name}.txt"), &text);
    assert_eq!(plans.len(), 1, "{name}");
    Some((plans.remove(0), findings))
}

#[test]
fn no_word_of_the_five_documents_is_lost_but_headings() {
    for name in ["yoshioka", "biratori", "oizumi", "imakane", "kamifurano"] {
        let Some(text) = documents::document(name) else {
            return;
        };
        let lost = words::lost_words(&text, &document::read(name, &text));
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}
