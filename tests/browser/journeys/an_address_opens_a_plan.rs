//! A link to a file beside the app opens it; a link to somewhere else does not.

use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, Site, check};
use serde_json::json;

const ALL: &[&str] = &["yoshioka", "biratori", "imakane", "kamifurano", "oizumi"];

/// One plan, opened for reading by its address, survives reloading and going back, and can be kept.
pub fn one_plan_is_read_reloaded_and_kept(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    wait_for_count(browser, ".card", 24)?;
    browser.wait_for_text("閲覧中です")?;
    steps::to_indicator(browser, INDICATOR)?;
    let route = browser.route()?;
    browser.reload()?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    check(
        browser.count("#y2025 button")? == 0,
        "a plan that is only read has nothing to enter",
    )?;
    browser.back()?;
    browser.wait_for("#search")?;
    browser.back()?;
    wait_for_count(browser, ".card", 24)?;
    browser.goto(&route)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    steps::keep(browser)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    browser.reload()?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    browser.wait_for("#y2025 button")
}

/// Several plans in one address make one page of all their pictures.
pub fn several_plans_make_one_page_of_pictures(browser: &mut Browser) -> Outcome {
    let plans: Vec<String> = ALL
        .iter()
        .map(|name| format!("plan=plans/{name}.json"))
        .collect();
    browser.goto(&format!("#/open?{}", plans.join("&")))?;
    wait_for_count(browser, ".card", 61)?;
    let script = "return [...document.querySelectorAll('.card')]
        .every((card) => card.querySelector('svg title, .words-only') !== null)";
    browser.until_true("a picture or words on every card", script, &[])?;
    browser.reload()?;
    wait_for_count(browser, ".card", 61)?;
    browser.click_named(INDICATOR)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    browser.back()?;
    wait_for_count(browser, ".card", 61)
}

/// A file that is not there, or lies on another site, is refused in words, and nothing asks that site.
pub fn what_lies_elsewhere_is_refused(browser: &mut Browser) -> Outcome {
    let other = Site::start()?;
    let address = other.address_of(SAMPLE_FILE);
    browser.goto(&format!("#/open?plan={address}"))?;
    browser.wait_for_text("よそのサイトのファイル")?;
    check(browser.count(".card")? == 0, "nothing of it is shown")?;
    let asked = "return performance.getEntriesByType('resource').some((e) => e.name === a[0])";
    check(
        browser.execute(asked, &[json!(address)])? == json!(false),
        "the other site was not asked",
    )?;
    browser.goto("#/open?plan=//example.invalid/plan.json")?;
    wait_for_text_in(browser, "main", "example.invalid")?;
    browser.goto("#/nowhere")?;
    browser.wait_for_text("この画面はありません")?;
    browser.goto("#/open?plan=plans/nowhere.json")?;
    browser.wait_for_text("を読めませんでした")?;
    let errors = browser.console_errors()?;
    check(
        errors.iter().all(|error| error.contains("nowhere.json")),
        &format!("only the missing file is complained of: {errors:?}"),
    )
}
