//! The app lies anywhere on its host: below a path, beside another of its kind.

use super::steps::{self, INDICATOR, SAMPLE, wait_for_text_in};
use crate::harness::{Browser, Look, Outcome, Site, check};
use serde_json::json;

const BELOW: &str = "/town/plan/";

/// Every part of it is found below the path, and nothing is asked for outside of it.
pub fn everything_works_below_a_path(browser: &mut Browser) -> Outcome {
    browser.prepare(Look::default(), Site::start_below(BELOW)?);
    browser.goto("")?;
    browser.click_named(SAMPLE)?;
    wait_for_text_in(browser, "h1", "計画は、どこまで進んだか")?;
    steps::keep(browser)?;
    browser.reload()?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.goto("#/import")?;
    browser.fill("#paste", "指標\t単位\t基準値\t目標値\n参加者\t人\t5\t8\n")?;
    browser.click_named("読む")?;
    browser.wait_for("#review")?;
    browser.goto("#/settings")?;
    wait_for_text_in(browser, "h1", "表示")?;
    let outside =
        "return performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname)
        .filter((path) => !path.startsWith(a[0]))";
    let outside = browser.execute(outside, &[json!(BELOW)])?;
    check(
        outside == json!([]),
        &format!("asked for outside of the path: {outside}"),
    )
}
