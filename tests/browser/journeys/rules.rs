//! The rules a plan is judged by are chosen, taken back and made a town's own.

use super::steps::{self, INDICATOR, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};

/// Somebody sees what another scale would change, applies it, takes it back, and makes a scale the town's own.
pub fn a_town_judges_by_its_own_rules(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, steps::SAMPLE_FILE)?;
    browser.click_named("判定のきまり（標準）")?;
    wait_for_count(browser, ".scales > li", 11)?;
    browser.click_named("選ぶと何が変わるか: 佐野市")?;
    wait_for_text_in(browser, ".trial", "判定が変わるものはありません")?;
    check(
        browser.count(".trial .primary")? == 0,
        "what is only read cannot be changed",
    )?;
    browser.goto("#/open/indicators?plan=plans/oizumi.json")?;
    steps::to_indicator(browser, INDICATOR)?;
    steps::keep(browser)?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    another_scale(browser)?;
    an_own_scale(browser)
}

fn another_scale(browser: &Browser) -> Outcome {
    browser.click_named("判定のきまり（標準）")?;
    browser.wait_for(".scales")?;
    browser.click_named("選ぶと何が変わるか: 佐野市")?;
    wait_for_count(browser, ".changes > li", 1)?;
    wait_for_text_in(browser, ".changes", "順調")?;
    wait_for_text_in(browser, ".changes", "1ポイント")?;
    browser.click_named("このきまりにする")?;
    browser.wait_for_text("判定のきまりを「佐野市」にしました")?;
    wait_for_text_in(browser, ".headline", "佐野市")?;
    steps::wait_until_saved(browser)?;
    browser.click_named("いま")?;
    wait_for_text_in(browser, ".card .grade", "1ポイント")?;
    browser.click(".legend a")?;
    wait_for_count(browser, "#found .card", 1)?;
    browser.reload()?;
    wait_for_text_in(browser, "#found .grade", "1ポイント")?;
    // What a reload forgets cannot be taken back: the scale is chosen back and that is taken back.
    browser.click_named("いま")?;
    browser.click_named("判定のきまり（佐野市）")?;
    browser.click_named("選ぶと何が変わるか: 標準")?;
    browser.click_named("このきまりにする")?;
    wait_for_text_in(browser, ".headline", "標準")?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, ".headline", "佐野市")?;
    browser.click_named("やり直す")?;
    wait_for_text_in(browser, ".headline", "標準")
}

fn an_own_scale(browser: &Browser) -> Outcome {
    browser.click_named("写して町の尺度にする: 多摩市")?;
    browser.wait_for("#own-scale")?;
    let shares = "form fieldset input[type=number]";
    wait_for_count(browser, shares, 2)?;
    browser.fill(shares, "40")?;
    browser.click_named("何が変わるか見る")?;
    browser.wait_for_text("上の段ほど割合を大きくしてください")?;
    browser.fill(shares, "150")?;
    browser.fill("form .fields input", "町のものさし")?;
    browser.fill("form fieldset:nth-of-type(2) input", "もうすこし")?;
    browser.click_named("何が変わるか見る")?;
    wait_for_text_in(browser, ".changes", "もうすこし")?;
    browser.click_named("このきまりにする")?;
    wait_for_text_in(browser, ".headline", "町のものさし")?;
    wait_for_count(browser, ".scales > li", 12)?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, ".headline", "町のものさし")?;
    browser.click_named("いま")?;
    wait_for_text_in(browser, ".card .grade", "もうすこし")
}
