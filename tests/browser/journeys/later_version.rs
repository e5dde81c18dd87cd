//! A later version of a document is recognised, looked over and taken over, and what was entered is still there.

use super::steps::{self, to_indicator, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use std::fs;
use std::path::Path;

const BUS: &str = "バスの利用者数";

/// What the later version says otherwise: a target, a name, a line less and a line more.
const CHANGES: [(&str, &str); 3] = [
    ("\t12,400\t13,000\t", "\t12,400\t14,500\t"),
    ("茶話会の参加者数", "茶話会に来た人の数"),
    (
        "② 読みあげ訪問の回数\t回\t0\t24\t訪問記録",
        "② 声の便りの登録者数\t人\t15\t90\t登録簿",
    ),
];

/// Faults 20, 21: what a later version changes is counted beforehand, and one press takes it back.
/// Somebody takes in a plan, enters an actual, takes in the next year's version of it, and takes that back.
pub fn a_later_version_keeps_what_was_entered(browser: &mut Browser) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = fs::read_to_string(folder.join("1_policies_and_footnotes.txt"))?;
    let first = steps::file(browser, "later_version", "計画.txt", text.as_bytes())?;
    let mut later = text;
    for (from, to) in CHANGES {
        check(later.contains(from), &format!("the fixture has 「{from}」"))?;
        later = later.replace(from, to);
    }
    let later = steps::file(browser, "later_version", "計画 改訂.txt", later.as_bytes())?;

    steps::review_file(browser, &first)?;
    check(
        browser.count(".proposal")? == 0,
        "the first version is none of another",
    )?;
    steps::take_in(browser)?;
    to_indicator(browser, BUS)?;
    steps::enter_actual(browser, 2025, "12,700")?;
    steps::wait_until_saved(browser)?;
    let address = browser.route()?;

    steps::review_file(browser, &later)?;
    difference_is_shown(browser)?;
    browser.click_named("新しい版として取り込む")?;
    browser.wait_for_text("新しい版を取り込みました")?;
    wait_for_count(browser, ".card", 4)?;
    steps::wait_until_saved(browser)?;
    browser.goto(&address)?;
    wait_for_text_in(browser, "h1", BUS)?;
    wait_for_text_in(browser, "#y2025", "12,700")?;
    browser.wait_for_text("14,500")?;
    browser.click_named("元に戻す")?;
    browser.wait_for_text("13,000")?;
    wait_for_text_in(browser, "#y2025", "12,700")?;
    browser.click_named("指標")?;
    browser.wait_for_text("読みあげ訪問の回数")?;

    steps::review_file(browser, &first)?;
    browser.wait_for(".proposal")?;
    wait_for_text_in(browser, "#review", "違うところはありません")
}

fn difference_is_shown(browser: &Browser) -> Outcome {
    wait_for_text_in(browser, ".proposal", "の新しい版です")?;
    let script = "const row = [...document.querySelectorAll('.difference tbody tr')]
        .find((e) => e.querySelector('th').innerText.trim() === '指標');
        return [...row.querySelectorAll('td')].map((e) => Number(e.innerText))";
    let counts = browser.execute(script, &[])?;
    check(
        counts == serde_json::json!([1, 2, 1, 1]),
        &format!("the indicators that are new, changed, gone and the same: {counts}"),
    )?;
    wait_for_text_in(browser, "#review dl.facts dd", "13,000")?;
    wait_for_text_in(browser, "#review dl.facts dd", "14,500")?;
    wait_for_text_in(browser, "#review .rows", "声の便りの登録者数")?;
    wait_for_text_in(browser, "#review .rows", "読みあげ訪問の回数")
}
