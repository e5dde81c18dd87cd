//! The app as one file, opened from a disk: alone, and with a plan in it.

use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_text_in};
use super::{altered, offline, screens};
use crate::harness::{Browser, Engine, Look, Outcome, Site, check, one_file, with_hook};
use base64::Engine as _;
use serde_json::json;
use std::fs;

/// A plan with everything internal that there is, and with markup for a name.
const PLAN: &str = r#"{"format": "monosashi-plan", "version": 1, "plan": {
    "municipality": {"name": "みほん町"}, "title": "</script><!--<script>総合計画",
    "indicators": [{"id": "indicator-1", "name": "</SCRIPT><b>公募委員の割合", "unit": "%",
        "baseline": {"period": 2020, "text": "2.0"}, "targets": [{"period": 2026, "text": "5.0"}],
        "actuals": [{"period": 2023, "text": "3.1", "entered_at": "2024-05-08T23:10:00Z",
            "entered_by": "内部の人", "note": "内部の覚え書き"}]}],
    "schedule": [{"id": "schedule-1", "name": "見直し", "progress": [
        {"fiscal_year": 2023, "note": "公表した経過", "state": "ongoing"},
        {"fiscal_year": 2024, "note": "内部の書きかけ", "carried_over": true}]}],
    "set_aside": {"indicator-1": {"stale_copy": "内部の理由"}},
    "decided": {"indicator-1": {"mended": "内部の判断"}}}}"#;

const INDICATOR_OF_PLAN: &str = "</SCRIPT><b>公募委員の割合";

/// Faults 26, 37: the file as it was made opens from a disk, asks for nothing, and says where plans are kept.
pub fn it_opens_from_a_disk_and_asks_for_nothing(browser: &mut Browser) -> Outcome {
    let folder = tempfile::tempdir()?;
    let page = one_file()?;
    let look = Look {
        notes_requests: true,
        ..Look::default()
    };
    browser.prepare(look, Site::start()?);
    browser.turn_to_page(folder.path(), "まちの ものさし（写し）.html", &page)?;
    browser.goto("")?;
    browser.wait_for_text("計画一覧")?;
    browser.wait_for_text("この端末のブラウザの中に保存されます。いまは見つかりません")?;
    browser.wait_for(".plans a[href*='oizumi']")?;
    the_policy_is_strict(browser)?;
    it_holds_the_published_files(browser, &page)?;
    println!("figure: 26: the app in one file: {} KB", page.len() / 1000);
    read_a_document(browser)?;
    browser.goto("#/settings")?;
    browser.wait_for_text("通信がなくても、この端末で開けます")?;
    nothing_was_asked_for(browser)?;
    nothing_was_sent(browser)?;
    nothing_can_be_asked_for(browser)
}

/// Fault 26: every screen opens from a disk, and the main job is done there.
pub fn every_screen_opens_from_a_disk(browser: &mut Browser) -> Outcome {
    let folder = tempfile::tempdir()?;
    let page = with_hook(&one_file()?)?;
    browser.turn_to_page(folder.path(), "monosashi.html", &page)?;
    screens::on_each(browser, |browser, _| nothing_was_asked_for(browser))?;
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    steps::enter_actual(browser, 2025, "141,414")?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "141,414")?;
    // With the plan in it the file needs nothing of what the browser keeps.
    browser.click_named("いま")?;
    let made = make(browser, "作業用をつくる", 1)?;
    browser.execute("localStorage.clear()", &[])?;
    browser.turn_to_page(folder.path(), "持ち出し.html", &with_hook(&made)?)?;
    browser.goto("")?;
    browser.wait_for_text("作業用のファイルです")?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.wait_for_text("141,414")?;
    nothing_was_asked_for(browser)
}

/// Fault 23: from the published app a plan whose names are markup is handed out to be read: what is internal is not in the file, and the file makes others.
pub fn a_reading_edition_holds_nothing_internal(browser: &mut Browser) -> Outcome {
    let folder = tempfile::tempdir()?;
    take_in(browser)?;
    let made = make(browser, "閲覧用をつくる", 1)?;
    let text = String::from_utf8(made.clone())?;
    check(!text.contains("内部の"), "nothing internal is in the file")?;
    check(text.contains("公表した経過"), "what is published is")?;
    browser.turn_to_page(folder.path(), "閲覧用.html", &with_hook(&made)?)?;
    browser.goto("")?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    browser.wait_for_text("閲覧用のファイルです")?;
    browser.wait_for_text(INDICATOR_OF_PLAN)?;
    check(
        browser.count(".strip button, .tabs a[href*='check']")? == 0,
        "it is to be read, not to be worked on",
    )?;
    browser.check_accessibility()?;
    let again = make(browser, "閲覧用をつくる", 1)?;
    check(again == made, "it makes another, the same to the byte")?;
    browser.click_named("まちのものさし")?;
    browser.click_named("このファイルに入っている計画を開く")?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    nothing_was_asked_for(browser)
}

/// Fault 37: from the published app a plan is handed on to be worked on: all of it is in the file, wherever that lies and whatever
/// it is called; what was worked on is found again.
pub fn a_working_edition_is_worked_on_elsewhere(browser: &mut Browser) -> Outcome {
    let folder = tempfile::tempdir()?;
    take_in(browser)?;
    let made = make(browser, "作業用をつくる", 1)?;
    check(
        String::from_utf8_lossy(&made).contains("内部の理由"),
        "everything is in the file",
    )?;
    let page = with_hook(&made)?;
    browser.turn_to_page(folder.path(), "作業用.html", &page)?;
    browser.goto("")?;
    browser.wait_for_text("作業用のファイルです")?;
    browser.check_accessibility()?;
    steps::keep(browser)?;
    browser.wait_for(".tabs a[href*='check']")?;
    let again = make(browser, "作業用をつくる", 1)?;
    check(again == made, "it makes another, the same to the byte")?;
    steps::to_indicator(browser, INDICATOR_OF_PLAN)?;
    steps::enter_actual(browser, 2024, "4.2")?;
    steps::wait_until_saved(browser)?;
    browser.goto_address("about:blank")?;
    browser.goto("")?;
    browser.click_named("この端末に保存した続きを開く")?;
    steps::to_indicator(browser, INDICATOR_OF_PLAN)?;
    wait_for_text_in(browser, "#y2024", "4.2")?;
    // Moved and called otherwise, the file shows its plan all the same.
    browser.turn_to_page(
        &folder.path().join("共有 フォルダ"),
        "名前を変えた.html",
        &page,
    )?;
    browser.goto("")?;
    browser.wait_for_text("作業用のファイルです")?;
    browser.wait_for_text(INDICATOR_OF_PLAN)?;
    browser.goto("#/")?;
    browser.wait_for_text("このファイルに入っている計画を開く")?;
    browser.wait_for_text("この端末のブラウザの中に")
}

/// The published app takes in the plan that is in such a file.
pub fn the_published_app_reads_such_a_file(browser: &mut Browser) -> Outcome {
    take_in(browser)?;
    let made = make(browser, "作業用をつくる", 1)?;
    steps::wipe(browser)?;
    let file = steps::file(browser, "one_file", "作業用.html", &made)?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    browser.wait_for_text(INDICATOR_OF_PLAN)
}

/// Where the file does not come, that is said and the plan is untouched.
pub fn a_file_that_cannot_be_made_is_said(browser: &mut Browser) -> Outcome {
    altered::opens(browser, |folder| {
        Ok(fs::remove_file(folder.join("monosashi.html"))?)
    })?;
    steps::open_file(browser, SAMPLE_FILE)?;
    browser.click_named("この計画を1つのファイルに")?;
    browser.click_named("閲覧用をつくる")?;
    browser.wait_for_text("つくれませんでした")?;
    browser.console_errors().map(drop)
}

/// Made once, such a file is made without a network too; before, it is said what to do.
pub fn made_once_it_is_made_without_a_network(browser: &mut Browser) -> Outcome {
    if !offline::holds_sets(browser)? {
        return Ok(());
    }
    offline::wait_until_ready(browser)?;
    steps::open_file(browser, SAMPLE_FILE)?;
    browser.set_site_down(true);
    browser.click_named("この計画を1つのファイルに")?;
    browser.click_named("閲覧用をつくる")?;
    browser.wait_for_text("つくれませんでした")?;
    browser.console_errors()?;
    browser.set_site_down(false);
    browser.click_named("閲覧用をつくる")?;
    let made = browser.download(1)?;
    browser.set_site_down(true);
    browser.click_named("閲覧用をつくる")?;
    check(browser.download(2)?.bytes == made.bytes, "it is the same")?;
    browser.console_errors().map(drop)
}

/// Takes in the plan with the internal notes by the published app.
fn take_in(browser: &Browser) -> Outcome {
    browser.goto("#/import")?;
    browser.fill("#paste", PLAN)?;
    browser.click_named("読む")?;
    browser.wait_for("#review")?;
    steps::take_in(browser)
}

/// Makes a file of the open plan on its first screen; `count` counts the downloads since the page was loaded.
fn make(browser: &Browser, edition: &str, count: usize) -> Outcome<Vec<u8>> {
    browser.click_named("この計画を1つのファイルに")?;
    browser.click_named(edition)?;
    browser.wait_for_text("をつくりました")?;
    let file = browser.download(count)?;
    check(
        file.name.ends_with(&format!("{}.html", &edition[..9])),
        &format!("{} is named as what it is", file.name),
    )?;
    Ok(file.bytes)
}

/// A document goes through the worker.
fn read_a_document(browser: &Browser) -> Outcome {
    let text = include_bytes!("../../fixtures/documents/4_schedule.txt");
    let file = steps::file(browser, "one_file", "4_schedule.txt", text)?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    browser.reload()?;
    browser.wait_for_text("計画は、どこまで進んだか")
}

fn the_policy_is_strict(browser: &Browser) -> Outcome {
    let policy = steps::policy(browser)?;
    check(
        policy.starts_with("default-src 'none'; script-src 'sha256-"),
        "nothing is allowed but what is named by its hash",
    )?;
    check(
        [
            "unsafe-inline",
            "'unsafe-eval'",
            "connect-src",
            "http",
            "'self'",
        ]
        .iter()
        .all(|word| !policy.contains(word)),
        &format!("{policy} allows nothing further"),
    )
}

/// What it runs is to the byte what the published app runs, and it can give itself.
fn it_holds_the_published_files(browser: &Browser, page: &[u8]) -> Outcome {
    let script = "return fetch(a[0]).then((answer) => answer.arrayBuffer()).then((buffer) => {
        const bytes = new Uint8Array(buffer);
        let text = '';
        for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
        return btoa(text);
    })";
    let held = |name: &str| -> Outcome<Vec<u8>> {
        let text = browser.execute(script, &[json!(name)])?;
        Ok(base64::prelude::BASE64_STANDARD.decode(text.as_str().unwrap_or_default())?)
    };
    let dist = std::env::var_os("MONOSASHI_DIST").unwrap_or_else(|| "dist".into());
    let files = altered::files_ending(dist.as_ref(), ".wasm")?;
    check(files.len() > 5, "the published app has its files")?;
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        check(
            held(&name)? == fs::read(&file)?,
            &format!("{name} is the same"),
        )?;
    }
    check(
        held("monosashi.html")? == page,
        "it gives itself as it was made",
    )
}

fn nothing_was_asked_for(browser: &Browser) -> Outcome {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !/^(data|blob):/.test(name))";
    let asked = browser.execute(script, &[])?;
    check(asked == json!([]), &format!("asked for: {asked}"))
}

/// As Chromium's own tools see it: it loads the page itself, and what the page holds.
fn nothing_was_sent(browser: &Browser) -> Outcome {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let mut requests = browser.requests()?;
    let page = browser.address_of("");
    check(requests.contains(&page), "the page's own load is noted")?;
    // The browser's own first page is none of the app's.
    let own = ["chrome:", "data:", "blob:"];
    requests.retain(|address| *address != page && !own.iter().any(|own| address.starts_with(own)));
    check(requests.is_empty(), &format!("sent: {requests:?}"))
}

/// Not by a request, not by a picture: the policy refuses each, and says so to the page.
fn nothing_can_be_asked_for(browser: &Browser) -> Outcome {
    let script = "return new Promise((done) => {
        const refused = new Set();
        addEventListener('securitypolicyviolation', (event) => {
          refused.add(event.effectiveDirective);
          if (refused.size === 2) done([...refused].sort());
        });
        setTimeout(() => done([...refused].sort()), 5000);
        try {
          const request = new XMLHttpRequest();
          request.open('GET', 'http://localhost:9/');
          request.send();
        } catch { /* refused */ }
        const image = new Image();
        image.src = 'http://localhost:9/x.png';
      })";
    let refused = browser.execute(script, &[])?;
    // Chromium's own log names each refusal: they are the ones asked for here.
    let told = browser.console_errors()?;
    check(
        refused == json!(["connect-src", "img-src"]),
        &format!("only {refused} were refused"),
    )?;
    let others: Vec<_> = told
        .iter()
        .filter(|line| !line.contains("localhost:9"))
        .collect();
    check(
        browser.engine != Engine::Chromium || others.is_empty(),
        &format!("the log has further errors: {others:?}"),
    )
}
