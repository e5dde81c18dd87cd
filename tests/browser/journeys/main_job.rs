//! The main job: from a sample to an actual of one's own, kept, taken out and brought back.

use super::steps::{self, INDICATOR, SAMPLE, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use serde_json::json;

/// Somebody opens a town's plan, reads one indicator, enters an actual, and carries it through a wiped browser.
pub fn a_plan_is_read_and_continued(browser: &mut Browser) -> Outcome {
    browser.goto("")?;
    browser.click_named(SAMPLE)?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    wait_for_count(browser, ".card", 24)?;
    find_by_a_word(browser)?;
    read_the_indicator(browser)?;
    steps::keep(browser)?;
    enter_and_take_back(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    wait_for_text_in(browser, "#y2025", "140,000")?;
    carry_over(browser)
}

fn find_by_a_word(browser: &Browser) -> Outcome {
    browser.click_named("指標")?;
    browser.type_text("#search", "フルサト")?;
    wait_for_count(browser, ".card", 2)?;
    steps::wait_for_address(browser, "q=")?;
    browser.click_named(INDICATOR)?;
    wait_for_text_in(browser, "h1", INDICATOR)
}

fn read_the_indicator(browser: &Browser) -> Outcome {
    wait_for_count(browser, ".rulers.single svg", 2)?;
    let script = "return [...document.querySelectorAll('.rulers.single svg')].every((svg) =>
        ['title', 'desc'].every((part) => (svg.querySelector(part)?.textContent ?? '').trim() !== ''))";
    check(
        browser.execute(script, &[])? == json!(true),
        "each picture has a title and a description",
    )?;
    let sentence = browser.text_of("article .headline")?;
    check(
        sentence.contains("増やす計画"),
        &format!("the sentence says what is planned: {sentence}"),
    )?;
    browser.click_named("表で見る")?;
    for figure in ["70,709", "411,519"] {
        wait_for_text_in(browser, ".chart-table", figure)?;
    }
    browser.click_named("図で見る")?;
    wait_for_count(browser, ".rulers.single svg", 2)
}

fn enter_and_take_back(browser: &Browser) -> Outcome {
    wait_for_text_in(browser, ".title .grade", "まだ判定できない")?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    wait_for_text_in(browser, "article", "目安の")?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, ".title .grade", "まだ判定できない")?;
    browser.click_named("やり直す")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    steps::wait_until_saved(browser)
}

fn carry_over(browser: &Browser) -> Outcome {
    let exported = steps::export(browser, 1)?;
    let text = String::from_utf8(exported.clone())?;
    check(
        text.contains("\"140,000\"") && text.contains("monosashi-plan"),
        "the file holds the actual as it was written",
    )?;
    steps::wipe(browser)?;
    let file = steps::file(browser, "main_job", "持ち出し.json", &exported)?;
    steps::review_file(browser, &file)?;
    let indicators = steps::reviewed(browser, "指標")?;
    check(
        indicators == 24,
        &format!("the review counts {indicators} of 24 indicators"),
    )?;
    check(
        browser.text_of("#review h3")? == SAMPLE,
        "the review names the plan",
    )?;
    steps::take_in(browser)?;
    let again = steps::export(browser, 1)?;
    check(
        again == exported,
        "what is exported again is the same to the byte",
    )
}
