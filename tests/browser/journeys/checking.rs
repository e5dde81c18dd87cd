//! What may be wrong with a plan is looked at, set aside with a reason, taken up again.

use super::steps::{self, INDICATOR, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};

/// Somebody sees on the plan's first screen that there is something to look at, sets one remark aside with a reason, and
/// finds it kept; another leads to where it is mended.
pub fn a_remark_is_set_aside_with_a_reason(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, steps::SAMPLE_FILE)?;
    wait_for_text_in(browser, ".to-check", "点検で確かめたいところが")?;
    browser.click(".to-check a")?;
    wait_for_text_in(browser, "h1", "計画を点検する")?;
    browser.wait_for(".remarks h3 a")?;
    check(
        browser.count(".remarks button")? == 0,
        "in a plan that is only read nothing can be set aside",
    )?;
    steps::keep(browser)?;
    browser.wait_for(".remarks button")?;
    let all = browser.count(".remarks > li")?;
    set_one_aside(browser)?;
    wait_for_count(browser, "#aside .remarks > li", 1)?;
    wait_for_count(browser, ".remarks > li", all)?;
    browser.click_named("元に戻す")?;
    browser.wait_for_none("#aside")?;
    browser.click_named("やり直す")?;
    browser.wait_for("#aside")?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "#aside", "理由：国の統計の書き方に合わせた")?;
    browser.click_named("点検に戻す")?;
    browser.wait_for_none("#aside")?;
    wait_for_count(browser, ".remarks > li", all)?;
    one_kind_leads_to_where_it_is_mended(browser)
}

fn set_one_aside(browser: &Browser) -> Outcome {
    browser.click(".remarks button")?;
    browser.wait_for("form.aside input")?;
    browser.click("form.aside button")?;
    browser.wait_for_text("理由を書いてください")?;
    check(
        browser.count("#aside")? == 0,
        "without a reason nothing is set aside",
    )?;
    browser.type_text("form.aside input", "国の統計の書き方に合わせた")?;
    browser.click("form.aside button")?;
    browser.wait_for_text("点検から外しました")?;
    let script = "return document.activeElement.closest('section:not(#aside) > .remarks') !== null";
    browser.until_true("the keyboard's focus on the next remark", script, &[])
}

fn one_kind_leads_to_where_it_is_mended(browser: &Browser) -> Outcome {
    check(
        browser.count("main section h2")? > 1,
        "there are several kinds",
    )?;
    steps::choose(browser, ".fields select", "基準値のない指標")?;
    wait_for_count(browser, "main section h2", 1)?;
    let name = browser.text_of(".remarks h3 a")?;
    browser.click(".remarks h3 a")?;
    wait_for_text_in(browser, "h1", &name)?;
    browser.wait_for("#mend")?;
    let script = "return document.activeElement.name === 'baseline'";
    browser.until_true("the field in which it is mended", script, &[])?;
    browser.back()?;
    wait_for_count(browser, "main section h2", 1)
}

/// Somebody types ten times too much and is told so beside the field, corrects it, and enters a figure of half a year.
pub fn a_slip_is_said_while_it_is_typed(browser: &mut Browser) -> Outcome {
    browser.goto("#/open/indicators?plan=plans/oizumi.json")?;
    steps::to_indicator(browser, INDICATOR)?;
    steps::keep(browser)?;
    browser.click("#y2025 button")?;
    browser.fill("#y2025 input", "7,070,900")?;
    wait_for_text_in(browser, "#odd", "およそ100倍です")?;
    wait_for_text_in(browser, "#odd", "このまま入れることもできます")?;
    browser.fill("#y2025 input", "120,000")?;
    let script = "return document.querySelector('#odd').innerText === ''";
    browser.until_true("nothing odd any more", script, &[])?;
    browser.click("#y2025 input[name=half]")?;
    browser.click("#y2025 form button")?;
    browser.wait_for_none("#y2025 form")?;
    wait_for_text_in(browser, "#y2025", "前期")?;
    wait_for_text_in(browser, "article .headline", "令和7年度前期は1億2,000万円")?;
    wait_for_text_in(browser, "#how-judged", "前期までの数字なので")?;
    browser.click("#y2025 button")?;
    browser.wait_for("#y2025 input[name=half]:checked")?;
    browser.click("#y2025 input[name=half]")?;
    browser.click("#y2025 form button")?;
    browser.wait_for_none("#y2025 form")?;
    wait_for_text_in(browser, "article .headline", "令和7年度は1億2,000万円")
}

/// Where there is nothing to look at, that is said.
pub fn where_there_is_nothing_that_is_said(browser: &mut Browser) -> Outcome {
    browser.goto("#/open/check?plan=plans/kamifurano.json")?;
    wait_for_text_in(
        browser,
        ".headline",
        "確かめたいところは見つかりませんでした",
    )?;
    check(browser.count(".remarks")? == 0, "and no list stands there")
}
