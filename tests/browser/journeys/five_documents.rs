//! A whole plan document goes in through the file field and becomes screens.

#[path = "../../support/documents.rs"]
pub(super) mod documents;

use super::steps::{self, wait_for_count};
use crate::harness::{Browser, Outcome, check};
use std::fs;
use std::path::Path;

/// What the review must count, and where the plan is then looked at: its tab, what stands there, how often.
struct Expected {
    name: &'static str,
    counts: &'static [(&'static str, usize)],
    looked_at: (&'static str, &'static str, usize),
}

const FIVE: &[Expected] = &[
    Expected {
        name: "yoshioka",
        counts: &[("指標", 16)],
        looked_at: ("いま", ".card", 16),
    },
    Expected {
        name: "biratori",
        counts: &[("指標", 21)],
        looked_at: ("いま", ".card", 21),
    },
    Expected {
        name: "imakane",
        counts: &[("実践項目", 66), ("確かめてほしいこと", 10)],
        looked_at: ("年次表", "table.years tbody tr", 66),
    },
    Expected {
        name: "kamifurano",
        counts: &[("シート", 37)],
        looked_at: ("シート", ".sheets > li", 37),
    },
    Expected {
        name: "oizumi",
        counts: &[("指標", 24)],
        looked_at: ("いま", ".card", 24),
    },
];

const FIXTURES: &[Expected] = &[
    Expected {
        name: "1_policies_and_footnotes",
        counts: &[("指標", 4), ("取組", 3)],
        looked_at: ("いま", ".card", 4),
    },
    Expected {
        name: "2_chapters_and_measures",
        counts: &[("指標", 4), ("取組", 4)],
        looked_at: ("いま", ".card", 4),
    },
    Expected {
        name: "3_kgi_and_kpi",
        counts: &[("指標", 6), ("取組", 5)],
        looked_at: ("いま", ".card", 6),
    },
    Expected {
        name: "4_schedule",
        counts: &[("実践項目", 10), ("確かめてほしいこと", 2)],
        looked_at: ("年次表", "table.years tbody tr", 10),
    },
    Expected {
        name: "5_sheets",
        counts: &[("シート", 4)],
        looked_at: ("シート", ".sheets > li", 4),
    },
    Expected {
        name: "6_other_words",
        counts: &[("指標", 4), ("実践項目", 2), ("シート", 1)],
        looked_at: ("いま", ".card", 4),
    },
];

/// Each of the five towns' documents, where they are at hand.
pub fn each_document_becomes_screens(browser: &mut Browser) -> Outcome {
    for expected in FIVE {
        if let Some(text) = documents::document(expected.name) {
            goes_in(browser, expected, &text)?;
        }
    }
    Ok(())
}

/// Documents of the same shapes that every checkout has.
pub fn each_fixture_becomes_screens(browser: &mut Browser) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    for expected in FIXTURES {
        let text = fs::read_to_string(folder.join(format!("{}.txt", expected.name)))?;
        goes_in(browser, expected, &text)?;
    }
    Ok(())
}

fn goes_in(browser: &Browser, expected: &Expected, text: &str) -> Outcome {
    let name = format!("{}.txt", expected.name);
    let file = steps::file(browser, "five_documents", &name, text.as_bytes())?;
    browser.goto("#/")?;
    steps::review_file(browser, &file)?;
    browser.wait_for_text(&name)?;
    for (what, count) in expected.counts {
        let found = steps::reviewed(browser, what)?;
        check(
            found == *count,
            &format!("{name}: the review counts {found} of {count} {what}"),
        )?;
    }
    steps::take_in(browser)?;
    let (tab, css, count) = expected.looked_at;
    browser.click_named(tab)?;
    wait_for_count(browser, css, count).map_err(|error| format!("{name}: {error}").into())
}
