//! The app without a network, and a new version of it.

use super::altered;
use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_text_in};
use crate::harness::{Browser, Engine, Outcome, check};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const KEPT: &str = "return JSON.stringify(Object.entries(localStorage).sort())";

/// Fault 35: opened once, the app opens without a network, and says that it does only when every file is here.
pub fn opened_once_it_opens_without_a_network(browser: &mut Browser) -> Outcome {
    if !holds_sets(browser)? {
        return Ok(());
    }
    browser.goto("#/settings")?;
    wait_for_text_in(browser, "main", "通信がないと開けません")?;
    wait_until_ready(browser)?;
    wait_for_text_in(browser, "main", "通信がなくても、この端末で開けます")?;
    steps::open_file(browser, SAMPLE_FILE)?;
    browser.set_site_down(true);
    if browser.engine == Engine::Chromium {
        browser.slow_down(4.0, 1600.0, 150)?;
    }
    browser.goto_address("about:blank")?;
    let begun = Instant::now();
    browser.goto("#/")?;
    browser.wait_for_text("計画一覧")?;
    let took = begun.elapsed();
    check(
        took < Duration::from_secs(3),
        &format!("it stands after {took:?} without a network"),
    )?;
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.goto("#/import")?;
    browser.wait_for("#file")?;
    browser.console_errors().map(drop)
}

/// Fault 34: a new version comes while a field is being edited. Nothing happens to the field; taken, the version is
/// there with what was entered.
pub fn a_new_version_waits_for_the_person(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |_| Ok(()))?;
    if !holds_sets(browser)? {
        return Ok(());
    }
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    wait_until_ready(browser)?;
    open_again(browser)?;
    wait_until_ready(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.click("#y2025 button")?;
    browser.fill("#y2025 input", "140,000")?;
    publish_new_version(&folder)?;
    look_for_it(browser)?;
    wait_for_text_in(browser, ".strip", "新しい版があります")?;
    check(
        browser.value_of("#y2025 input")? == "140,000",
        "what is being typed is untouched",
    )?;
    browser.check_accessibility()?;
    browser.click("#y2025 form button")?;
    steps::wait_until_saved(browser)?;
    let before = browser.execute(KEPT, &[])?;
    browser.click_named("新しい版に切り替える")?;
    browser.until_true(
        "the new version",
        "return document.documentElement.dataset.version === 'new'",
        &[],
    )?;
    wait_for_text_in(browser, "#y2025", "140,000")?;
    check(browser.execute(KEPT, &[])? == before, "all is kept")
}

/// Fault 33: a file of the set is gone, here and on the host, which has a new version. It is fetched anew, once, and what
/// is kept is untouched.
pub fn a_broken_set_is_fetched_anew(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |_| Ok(()))?;
    if !holds_sets(browser)? {
        return Ok(());
    }
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    wait_until_ready(browser)?;
    let before = browser.execute(KEPT, &[])?;
    publish_new_version(&folder)?;
    let script =
        "const name = (await caches.keys()).find((name) => name.startsWith('monosashi-app-'));
        const set = await caches.open(name);
        const lost = (await set.keys()).find((request) => request.url.endsWith('/app_bg.wasm'));
        return set.delete(lost)";
    let lost = browser.execute(&format!("return (async () => {{ {script} }})()"), &[])?;
    check(lost == json!(true), "a file of the set is gone")?;
    open_again(browser)?;
    browser.until_true(
        "the new version",
        "return document.documentElement.dataset.version === 'new'",
        &[],
    )?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    browser.console_errors()?;
    check(browser.execute(KEPT, &[])? == before, "all is kept")
}

/// Whether the engine as it is driven here lets a page be held for later at all.
pub(super) fn holds_sets(browser: &Browser) -> Outcome<bool> {
    browser.goto("#/")?;
    let has = browser.execute(
        "return navigator.serviceWorker !== undefined && window.caches !== undefined",
        &[],
    )?;
    if has != json!(true) {
        browser.pass_over("it has no service workers");
    }
    Ok(has == json!(true))
}

/// Comes back to the page from elsewhere. To load it again as a driver does goes past what holds it in Firefox.
fn open_again(browser: &Browser) -> Outcome {
    let route = browser.route()?;
    browser.goto_address("about:blank")?;
    browser.goto(&route)
}

/// Waits until every file of the app is held.
pub(super) fn wait_until_ready(browser: &Browser) -> Outcome {
    let script = "return document.documentElement.hasAttribute('data-offline')";
    browser.until_true("every file to be here", script, &[])
}

fn look_for_it(browser: &Browser) -> Outcome {
    let script = "document.dispatchEvent(new Event('visibilitychange'))";
    browser.execute(script, &[]).map(drop)
}

/// Another version in the place of the one that is published: the folder of its files has another name.
fn publish_new_version(folder: &Path) -> Outcome {
    let page = fs::read_to_string(folder.join("index.html"))?;
    let old = page
        .split_once("./app-")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(name, _)| format!("app-{name}"))
        .ok_or("the page names no folder")?;
    fs::rename(folder.join(&old), folder.join("app-new"))?;
    let page = page
        .replace(&old, "app-new")
        .replacen("<html ", "<html data-version=\"new\" ", 1);
    fs::write(folder.join("index.html"), page)?;
    let worker = folder.join("service-worker.js");
    let text = fs::read_to_string(&worker)?;
    let text = text
        .replace(&old, "app-new")
        .replacen("const BUILD = '", "const BUILD = 'new-", 1);
    Ok(fs::write(worker, text)?)
}
