//! The browser keeps nothing, is full, or holds what cannot be read: it is said, and work goes on.

use super::altered;
use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_count, wait_for_text_in};
use super::stored;
use crate::harness::{Browser, Outcome, check};
use serde_json::json;

/// Refuses storage as a browser does whose person forbade it.
const BLOCKING: &str = "<script>Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('not allowed', 'SecurityError'); } });</script>";

/// The same later, while somebody works. What WebKit has compiled goes on asking the window as it was, but calls no
/// method that is another now.
const BLOCK: &str = "const refuse = () => { throw new DOMException('not allowed', 'SecurityError'); };
    Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse });
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = refuse";

/// Fills the storage to its last byte, and how it is freed again.
const FILL: &str = "let size = 1 << 20, count = 0;
    while (size > 0) {
      try { localStorage.setItem(`ballast${count}`, 'x'.repeat(size)); count += 1; } catch { size >>= 1; }
    }
    return count";
const FREE: &str = "Object.keys(localStorage).filter((key) => key.startsWith('ballast')).forEach((key) => localStorage.removeItem(key))";

/// Faults 6, 7, 48: storage is blocked from the start, as some browsers do it in private windows.
pub fn blocked_storage_is_said_and_export_works(browser: &mut Browser) -> Outcome {
    altered::begins_with(browser, BLOCKING)?;
    steps::open_file(browser, SAMPLE_FILE)?;
    wait_for_text_in(
        browser,
        ".strip.trouble",
        "データを残すことを許していません",
    )?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.click_named("この端末に保存する")?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    wait_for_text_in(browser, ".said", "令和7年度の実績を")?;
    let said = browser.text_of("body")?;
    check(
        !said.contains("保存しました"),
        "nothing is said to be kept that is not",
    )?;
    wait_for_text_in(
        browser,
        ".strip.trouble",
        "データを残すことを許していません",
    )?;
    the_banner_exports(browser, "\"140,000\"", 1)
}

/// Faults 3, 48: storage becomes full while somebody works, and has room again later.
pub fn full_storage_is_said_until_there_is_room(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let ballast = browser.execute(FILL, &[])?;
    check(ballast.as_u64() > Some(3), "the storage was filled")?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".strip.trouble", "いっぱいで、保存できません")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    check(
        !browser.text_of(".said")?.contains("保存しました"),
        "the change is not said to be saved",
    )?;
    the_banner_exports(browser, "\"140,000\"", 1)?;
    browser.execute(FREE, &[])?;
    steps::enter_actual(browser, 2025, "150,000")?;
    steps::wait_until_saved(browser)?;
    browser.wait_for_none(".strip.trouble")?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "150,000")
}

/// Fault 9: one record was damaged: the others load, the damage is named, and its text stays where it can be found.
pub fn a_damaged_record_takes_nothing_with_it(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    let damage = "const keys = Object.keys(localStorage).filter((key) => localStorage.getItem(key).includes(a[0]));
        keys.forEach((key) => localStorage.setItem(key, localStorage.getItem(key).slice(0, 60) + ' damaged'));
        return keys.length";
    let damaged = browser.execute(damage, &[json!(format!("\"{INDICATOR}\""))])?;
    check(
        damaged == 1,
        &format!("one record names the indicator; {damaged} do"),
    )?;
    browser.reload()?;
    wait_for_text_in(browser, ".strip.trouble", "1 か所が壊れていて")?;
    wait_for_count(browser, ".card", 23)?;
    the_damaged_text_is_there(browser)?;
    steps::to_indicator(browser, "ふるさと納税寄附件数（累計）")?;
    steps::enter_actual(browser, 2025, "3,000")?;
    steps::wait_until_saved(browser)?;
    the_damaged_text_is_there(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "3,000")
}

/// Fault 8: nothing of a plan can be read, in the storage or the mirror: it is not overwritten, and what is there can be taken out.
pub fn an_unreadable_plan_is_left_as_it_is(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    let route = browser.route()?;
    let damage = "Object.keys(localStorage).filter((key) => /[/][ab]$/.test(key))
        .forEach((key) => localStorage.setItem(key, '{ damaged'))";
    browser.execute(damage, &[])?;
    stored::forget_mirror(browser)?;
    let before = browser.execute("return JSON.stringify(localStorage)", &[])?;
    browser.reload()?;
    browser.wait_for_text("壊れていて開けません")?;
    browser.goto("#/")?;
    wait_for_text_in(browser, ".plans", "壊れていて開けません")?;
    browser.click_named("生データを書き出す")?;
    let raw = String::from_utf8(browser.download(1)?.bytes)?;
    check(
        raw.contains(INDICATOR) && raw.contains("damaged"),
        "what is there is taken out as it is",
    )?;
    browser.goto(&route)?;
    browser.wait_for_text("計画を開けませんでした")?;
    check(
        browser.execute("return JSON.stringify(localStorage)", &[])? == before,
        "nothing was written over",
    )
}

/// Fault 6: storage becomes blocked while somebody works: it is said, and what was entered can be exported.
pub fn storage_blocked_later_is_said(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.execute(BLOCK, &[])?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(
        browser,
        ".strip.trouble",
        "データを残すことを許していません",
    )?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    the_banner_exports(browser, "\"140,000\"", 1)
}

fn the_banner_exports(browser: &Browser, holds: &str, count: usize) -> Outcome {
    browser.click(".strip.trouble button")?;
    let file = browser.download(count)?;
    check(
        String::from_utf8(file.bytes)?.contains(holds),
        "the exported file holds what was entered",
    )
}

fn the_damaged_text_is_there(browser: &Browser) -> Outcome {
    let script = "return Object.values(localStorage).some((text) => text.includes(' damaged'))";
    check(
        browser.execute(script, &[])? == json!(true),
        "the damaged text is kept",
    )
}
