//! A table is copied from a spreadsheet and becomes rulers.

use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};

const TABLE: &str = "指標名\t単位\t現状値（令和6年度）\t目標値（令和11年度）\t担当課\n\
    移動図書館の利用者数\t人\t1,200\t1,500\t教育課\n\
    ごみの排出量\tt\t3,400\t３，０００\t環境課\n\
    遊具の点検\t\t未実施\t実施\t建設課\n\
    案内板の設置\t基\t12\t20\t建設課\t余り\n";

/// Somebody pastes a table, looks over what was read, and takes it in.
pub fn a_pasted_table_becomes_rulers(browser: &mut Browser) -> Outcome {
    browser.goto("#/import")?;
    browser.click_named("読む")?;
    browser.wait_for_text("読む文章がありません")?;
    browser.fill("#paste", TABLE)?;
    browser.click_named("読む")?;
    browser.wait_for("#review")?;
    let indicators = steps::reviewed(browser, "指標")?;
    check(
        indicators == 4,
        &format!("the review counts {indicators} of 4 indicators"),
    )?;
    browser.fill("#search-findings", "余り")?;
    wait_for_text_in(browser, "#findings details[open]", "余り")?;
    check(
        browser.execute("return localStorage.length", &[])? == 0,
        "nothing is kept before it is taken in",
    )?;
    steps::take_in(browser)?;
    wait_for_count(browser, ".card", 4)?;
    steps::to_indicator(browser, "移動図書館の利用者数")?;
    wait_for_count(browser, ".rulers.single svg", 2)?;
    wait_for_text_in(browser, "article", "1,500")?;
    steps::enter_actual(browser, 2025, "1,400")?;
    wait_for_text_in(browser, ".title .grade", "順調")
}
