//! One plan in several tabs: what each changes is kept, and nothing is written over.

use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_text_in};
use super::stored;
use crate::harness::{Browser, Outcome, check};
use std::time::Instant;

/// Another indicator of the sample.
const OTHER: &str = "ふるさと納税寄附件数（累計）";

/// Faults 27, 30: two tabs change different indicators; each sees the other's within a second, and both are kept.
pub fn different_places_are_both_kept(browser: &mut Browser) -> Outcome {
    let indicator = open_indicator(browser)?;
    browser.open_tab(&indicator)?;
    steps::to_indicator(browser, OTHER)?;
    steps::enter_actual(browser, 2025, "3,000")?;
    steps::wait_until_saved(browser)?;
    browser.turn_to_tab(0)?;
    let begun = Instant::now();
    wait_for_text_in(browser, ".said", "別のタブで保存された変更")?;
    check(
        begun.elapsed().as_millis() < 1000,
        "what another tab saved is there within a second",
    )?;
    steps::enter_actual(browser, 2025, "140,000")?;
    steps::wait_until_saved(browser)?;
    // The tab that wrote is closed; the other goes on at once.
    browser.close_tab()?;
    browser.turn_to_tab(0)?;
    wait_for_text_in(browser, ".said", "別のタブで保存された変更")?;
    let begun = Instant::now();
    steps::enter_actual(browser, 2026, "3,100")?;
    steps::wait_until_saved(browser)?;
    check(
        begun.elapsed().as_secs() < 5,
        "a tab writes within five seconds after another one ended",
    )?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "3,000")?;
    wait_for_text_in(browser, "#y2026", "3,100")?;
    browser.goto(&indicator)?;
    wait_for_text_in(browser, "#y2025", "140,000")
}

/// Fault 28: two tabs enter another figure for the same year while neither could know of the other's: both are kept.
pub fn the_same_place_is_kept_twice(browser: &mut Browser) -> Outcome {
    let indicator = open_indicator(browser)?;
    // This tab is frozen between the change and its save.
    let freeze = "Object.defineProperty(navigator, 'locks', { value: { request: () => new Promise(() => {}) } });
        document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation());
        window.setTimeout = () => 0;";
    browser.execute(freeze, &[])?;
    steps::enter_actual(browser, 2025, "140,000")?;
    browser.open_tab(&indicator)?;
    browser.wait_for("#y2025 button")?;
    steps::enter_actual(browser, 2025, "150,000")?;
    steps::wait_until_saved(browser)?;
    browser.turn_to_tab(0)?;
    wait_for_text_in(
        browser,
        ".said",
        "同じところが別のタブでも変えられていました",
    )?;
    wait_for_text_in(browser, "#y2025", "150,000")?;
    browser.goto("#/")?;
    let beside = "Ⅲ 行財政と協働（別のタブと重なった版）";
    browser.click_named(beside)?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    steps::to_indicator(browser, INDICATOR)?;
    wait_for_text_in(browser, "#y2025", "140,000")
}

/// Fault 29: a page that was left, while another tab wrote, and is come back to shows what is kept before it writes anything.
pub fn a_page_come_back_to_looks_first(browser: &mut Browser) -> Outcome {
    let indicator = open_indicator(browser)?;
    browser.goto_address("about:blank")?;
    browser.open_tab(&indicator)?;
    browser.wait_for("#y2025 button")?;
    steps::enter_actual(browser, 2025, "150,000")?;
    steps::wait_until_saved(browser)?;
    browser.turn_to_tab(0)?;
    browser.back()?;
    wait_for_text_in(browser, "#y2025", "150,000")?;
    steps::enter_actual(browser, 2026, "160,000")?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "150,000")?;
    wait_for_text_in(browser, "#y2026", "160,000")
}

/// Faults 10, 32: another tab keeps the plan by a newer version of the app: this one only shows it, says why, and exports.
pub fn an_older_version_only_reads(browser: &mut Browser) -> Outcome {
    let indicator = open_indicator(browser)?;
    browser.open_tab("#/settings")?;
    stored::change_layout(browser, 99)?;
    let before = stored::texts(browser)?;
    browser.turn_to_tab(0)?;
    wait_for_text_in(browser, ".strip.trouble", "新しい版のまちのものさしで保存")?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".said", "このタブでは見るだけにします")?;
    browser.click(".strip.trouble button")?;
    let file = String::from_utf8(browser.download(1)?.bytes)?;
    check(file.contains(INDICATOR), "the plan can be exported")?;
    wait_for_text_in(browser, ".strip.trouble", "新しい版のまちのものさしで保存")?;
    browser.goto("#/")?;
    wait_for_text_in(browser, ".plans", "新しい版のまちのものさしで保存")?;
    browser.goto(&indicator)?;
    check(
        stored::texts(browser)? == before,
        "what the newer version keeps is as it was",
    )
}

/// Keeps the sample and opens one of its indicators, whose address is given.
fn open_indicator(browser: &Browser) -> Outcome<String> {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.wait_for("#y2025 button")?;
    browser.route()
}
