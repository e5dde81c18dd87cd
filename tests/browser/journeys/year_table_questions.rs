//! What a document leaves open about its year table is asked and answered.

use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};

/// Somebody answers who is responsible and which years are meant, takes an answer back, and finds it kept.
pub fn questions_are_answered_and_become_fewer(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, "plans/imakane.json")?;
    browser.click_named("年次表")?;
    wait_for_count(browser, "table.years tbody tr", 66)?;
    check(
        browser.count(".dot.doubtful")? > 0,
        "years in doubt are marked as such",
    )?;
    browser.click_named("確かめる 10")?;
    wait_for_count(browser, ".questions > li", 10)?;
    check(
        browser.count(".questions form")? == 0,
        "what is only read cannot be answered",
    )?;
    steps::keep(browser)?;
    who_is_responsible(browser)?;
    which_years(browser)?;
    browser.reload()?;
    wait_for_count(browser, ".questions > li", 7)?;
    browser.click_named("年度の表")?;
    wait_for_count(browser, "table.years tbody tr", 66)?;
    wait_for_count(browser, ".dot.doubtful", 0)
}

fn who_is_responsible(browser: &Browser) -> Outcome {
    wait_for_count(browser, ".questions form.answer", 9)?;
    browser.click("form.answer button")?;
    browser.wait_for_text("担当を選ぶか、名前を書いてください")?;
    browser.fill("form.answer select", "総務財政課")?;
    browser.click("form.answer button")?;
    browser.wait_for_text("担当を「総務財政課」にしました")?;
    wait_for_count(browser, ".questions > li", 9)?;
    browser.click_named("元に戻す")?;
    wait_for_count(browser, ".questions > li", 10)?;
    browser.click_named("やり直す")?;
    wait_for_count(browser, ".questions > li", 9)?;
    browser.type_text("form.answer input", "みらい課")?;
    browser.click("form.answer button")?;
    browser.wait_for_text("担当を「みらい課」にしました")?;
    wait_for_text_in(browser, "main button[aria-pressed=true]", "確かめる 8")
}

fn which_years(browser: &Browser) -> Outcome {
    browser.click_named("R7○")?;
    browser.wait_for_text("「R7○」にしました")?;
    wait_for_count(browser, ".questions > li", 7)?;
    steps::wait_until_saved(browser)
}
