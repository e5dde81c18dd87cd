//! The page opens and says whose it is.

use crate::harness::{Browser, Outcome, check};

/// Somebody opens the address and sees the heading.
pub fn the_page_opens(browser: &mut Browser) -> Outcome {
    browser.goto("")?;
    browser.wait_for_text("まちのものさし")?;
    check(
        browser.text_of("h1")?.contains("まちのものさし"),
        "the heading is the app's name",
    )
}
