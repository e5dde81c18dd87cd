//! The program stops, or cannot even start: what is kept is there, can be taken out, and is never written over.

use super::altered;
use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use serde_json::{Value, json};
use std::fs;

/// A button in whose handler the app's own module traps: it is called with a closure that is none. The page's own script
/// has to say so, since what a driver's script throws is hidden from the page.
const REACH: &str = "<script>
    let held;
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        held ??= (made.instance ?? made).exports;
        return made;
      };
    }
    const trap = () => {
      for (const [name, made] of Object.entries(held)) {
        if (name.startsWith('wasm_bindgen_') && name.includes('invoke')) made(1, 1, 1, 1, 1);
      }
    };
    window.trapSoon = () => {
      const button = document.createElement('button');
      button.onclick = trap;
      setTimeout(() => button.click());
    };
    </script>";

/// A start that always ends in a trap.
const TRAP_AT_START: &str = "<script>addEventListener('DOMContentLoaded', () => setTimeout(() => {
      const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,97,0,0,10,5,1,3,0,0,11]);
      new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.a();
    }))</script>";

/// No WebAssembly, as in Lockdown Mode.
const NO_WEBASSEMBLY: &str = "<script>delete window.WebAssembly</script>";

const KEPT: &str = "return JSON.stringify(Object.entries(localStorage)
    .filter(([key]) => key.startsWith('monosashi/')).sort())";

/// Fault 39: a panic in a handler. The recovery page stands, hands over what is kept, and nothing more is written; after
/// it the plan is there.
pub fn a_trap_leads_to_the_recovery_page(browser: &mut Browser) -> Outcome {
    altered::begins_with(browser, REACH)?;
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    steps::enter_actual(browser, 2025, "140,000")?;
    steps::wait_until_saved(browser)?;
    let before = browser.execute(KEPT, &[])?;
    browser.execute("trapSoon()", &[])?;
    wait_for_text_in(browser, "#recovery h1", "動かなくなりました")?;
    browser.console_errors()?;
    check(
        steps::focused(browser)? == "動かなくなりました",
        "the page says it to those who do not see it",
    )?;
    wait_for_text_in(browser, "#recovery .rows", "大泉町")?;
    what_is_kept_is_handed_over(browser, "#recovery .rows button", 1)?;
    what_is_kept_is_handed_over(browser, "#recovery .rows + .buttons button", 2)?;
    let refused = "try { localStorage.setItem('monosashi/1/x', 'x'); return 'written' }
        catch (error) { return error.name }";
    check(
        browser.execute(refused, &[])? == json!("InvalidStateError"),
        "nothing more is written",
    )?;
    browser.check_accessibility()?;
    browser.execute("dispatchEvent(new Event('pagehide'))", &[])?;
    browser.console_errors()?;
    check(browser.execute(KEPT, &[])? == before, "all is as it was")?;
    browser.click_named("もう一度開く")?;
    wait_for_text_in(browser, "#y2025", "140,000")
}

/// Fault 39: the program stops when the storage was cleared. What the mirror still has is handed over, and the file is taken
/// in again.
pub fn what_only_the_mirror_has_is_handed_over(browser: &mut Browser) -> Outcome {
    altered::begins_with(browser, REACH)?;
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::wait_for_mirror(browser)?;
    browser.execute("localStorage.clear(); trapSoon()", &[])?;
    wait_for_text_in(browser, "#recovery .rows", "大泉町")?;
    browser.console_errors()?;
    browser.click("#recovery .rows button")?;
    let file = browser.download(1)?;
    let file = steps::file(browser, "mirror", &file.name, &file.bytes)?;
    browser.click_named("もう一度開く")?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    steps::review_file(browser, &file)?;
    check(
        steps::reviewed(browser, "指標")? == 24,
        "the plan of the file has its indicators",
    )
}

/// Fault 40: a panic at every start. The second one opens the safe mode, which the next start opens too; from there the
/// program can be tried again.
pub fn two_failed_starts_lead_to_the_safe_mode(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    let before = browser.execute(KEPT, &[])?;
    let entries: Value = serde_json::from_str(before.as_str().unwrap_or_default())?;
    // Another port is another origin: what was kept is carried over.
    altered::begins_with(browser, TRAP_AT_START)?;
    browser.goto("#/")?;
    wait_for_text_in(browser, "#recovery h1", "動かなくなりました")?;
    browser.reload()?;
    wait_for_text_in(browser, "#recovery h1", "安全モード")?;
    browser.console_errors()?;
    // The fence around the storage is that of the page that stopped: a page of no program is not fenced.
    browser.goto_address(&browser.address_of("harness-hook.js"))?;
    let carry = "for (const [key, text] of a[0]) localStorage.setItem(key, text)";
    browser.execute(carry, &[entries])?;
    browser.goto("#/")?;
    wait_for_text_in(browser, "#recovery h1", "安全モード")?;
    check(
        browser.count("#recovery .rows")? == 0,
        "nothing that is kept is looked into",
    )?;
    what_is_kept_is_handed_over(browser, "#recovery .buttons + .buttons button", 1)?;
    browser.check_accessibility()?;
    check(browser.execute(KEPT, &[])? == before, "all is as it was")?;
    browser.click_named("もう一度開く")?;
    wait_for_text_in(browser, "#recovery h1", "動かなくなりました")?;
    // A page that is left traps no more.
    browser.goto_address("about:blank")?;
    browser.console_errors().map(drop)
}

/// Fault 33: a file of the app is missing. No blank page; what is kept is there.
pub fn a_missing_file_is_said(browser: &mut Browser) -> Outcome {
    altered::opens(browser, |folder| {
        for file in altered::files_ending(folder, "app_bg.wasm")? {
            fs::remove_file(file)?;
        }
        Ok(())
    })?;
    browser.goto("#/")?;
    wait_for_text_in(browser, "#recovery h1", "必要なファイルが届きませんでした")?;
    browser.check_accessibility()?;
    browser.console_errors().map(drop)
}

/// Fault 41: no WebAssembly. A plain page says what to do.
pub fn without_webassembly_a_page_says_what_to_do(browser: &mut Browser) -> Outcome {
    altered::begins_with(browser, NO_WEBASSEMBLY)?;
    browser.goto("#/")?;
    wait_for_text_in(browser, "#recovery", "ロックダウンモード")?;
    browser.check_accessibility()
}

fn what_is_kept_is_handed_over(browser: &Browser, button: &str, count: usize) -> Outcome {
    browser.click(button)?;
    let file = browser.download(count)?;
    let texts: Value = serde_json::from_slice(&file.bytes)?;
    let texts = texts.as_object().ok_or("a text under each key")?;
    let held = texts
        .values()
        .any(|text| text.as_str().is_some_and(|text| text.contains(INDICATOR)));
    check(
        held && file.name.ends_with(".json"),
        &format!("{} holds the plan's texts", file.name),
    )
}
