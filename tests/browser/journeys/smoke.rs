//! The page opens and says whose it is.

use crate::harness::{Browser, Outcome, check};

/// Somebody opens the address and sees the heading.
pub fn the_page_opens(browser: &mut Browser) -> Outcome {
    browser.goto("")?;
    // Before the app comes, the page says the same in its own words.
    browser.wait_for_text("見本")?;
    check(
        browser.text_of("h1")? == "計画一覧",
        "the first screen is the list of plans",
    )?;
    check(
        browser.text_of(".brand")? == "まちのものさし",
        "the app says its name",
    )
}
