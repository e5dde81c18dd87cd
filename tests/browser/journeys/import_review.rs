//! What a document leaves open is answered while it is looked over, and the import is taken back with one press.

use super::steps::{self, choose, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use std::fs;
use std::path::Path;

/// Somebody answers a document's questions before taking it in, looks through the findings, takes the import back and
/// makes it again.
pub fn questions_are_answered_before_it_is_taken_in(browser: &mut Browser) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = fs::read(folder.join("4_schedule.txt"))?;
    let file = steps::file(browser, "import_review", "4_schedule.txt", &text)?;
    steps::review_file(browser, &file)?;
    answer(browser)?;
    narrow(browser)?;
    check(
        browser.execute("return localStorage.length", &[])? == 0,
        "nothing is kept before it is taken in",
    )?;
    steps::take_in(browser)?;
    browser.click_named("取り込みを取り消す")?;
    browser.wait_for_text("取り込みを取り消しました")?;
    browser.wait_for_text("まだ計画はありません")?;
    check(
        browser.execute("return localStorage.length", &[])? == 0,
        "nothing is left of it",
    )?;
    steps::review_file(browser, &file)?;
    answer(browser)?;
    steps::take_in(browser)?;
    browser.click_named("年次表")?;
    wait_for_count(browser, "table.years tbody tr", 10)?;
    wait_for_count(browser, ".dot.doubtful", 0)?;
    browser.click_named("確かめる 1")?;
    wait_for_count(browser, ".questions > li", 1)
}

/// Of two questions one is answered; the other is answered and left open again.
fn answer(browser: &Browser) -> Outcome {
    wait_for_count(browser, ".asked > li", 2)?;
    wait_for_text_in(browser, ".asked .source", "行目")?;
    wait_for_text_in(browser, ".answered", "2件のうち0件を決めました")?;
    let years = ".asked input[type=radio][value='0']";
    browser.click(years)?;
    wait_for_text_in(browser, ".answered", "2件のうち1件を決めました")?;
    choose(browser, ".asked select", "まち課")?;
    wait_for_text_in(browser, ".answered", "2件のうち2件を決めました")?;
    browser.fill(".asked input:not([type=radio])", "みらい課")?;
    check(
        browser.value_of(".asked select")? == "later",
        "the field that was used last counts",
    )?;
    choose(browser, ".asked select", "あとで決める")?;
    wait_for_text_in(browser, ".answered", "2件のうち1件を決めました")
}

fn narrow(browser: &Browser) -> Outcome {
    let all = browser.count("#findings .lines li")?;
    check(all > 3, &format!("there are {all} findings"))?;
    browser.fill("#search-findings", "読めない行")?;
    wait_for_count(browser, "#findings .lines li", 1)?;
    browser.fill("#search-findings", "どこにもないことば")?;
    wait_for_text_in(browser, "#findings", "あてはまるものはありません")?;
    browser.fill("#search-findings", "")?;
    wait_for_count(browser, "#findings .lines li", all)?;
    choose(browser, "#findings select", "確認")?;
    wait_for_count(browser, "#findings .lines li", 2)
}
