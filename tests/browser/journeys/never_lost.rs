//! What was saved outlives a killed browser, another page's clearing, an older layout, and a person's own mistake.

use super::steps::{self, INDICATOR, SAMPLE, SAMPLE_FILE, wait_for_count, wait_for_text_in};
use super::stored;
use crate::harness::{Browser, Engine, Outcome, check};
use serde_json::{Value, json};

/// A small plan as the first layout kept it.
const FIRST_LAYOUT: &str = include_str!("../../../src/keep/tests/layouts/1.json");

/// Whether a save is over, one way or the other.
const SAVED_OR_NOT: &str = "return document.querySelector('.strip.trouble') !== null
    || (document.querySelector('.said')?.innerText ?? '').includes('保存しました')";

/// Fault 2: killed in the very moment in which the app says that it saved: nothing of it is lost.
pub fn a_killed_browser_has_what_was_said_to_be_saved(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let indicator = browser.route()?;
    // WebKit's sessions under a driver keep nothing on disk.
    let rounds = match (browser.engine, steps::is_soak()) {
        (Engine::WebKit, _) => 0,
        (_, false) => 3,
        (_, true) => 30,
    };
    for round in 0..rounds {
        let mut figure = String::new();
        for entry in 0..=round * 2 {
            figure = format!("14{round},{entry:03}");
            steps::enter_actual(browser, 2025, &figure)?;
            steps::wait_until_saved(browser)?;
        }
        browser.kill_and_reopen()?;
        browser.goto(&indicator)?;
        wait_for_text_in(browser, "#y2025", &figure)?;
        browser.console_errors()?;
    }
    if rounds == 0 {
        browser.pass_over("its sessions under a driver keep nothing on disk");
    } else {
        let engine = browser.engine;
        println!("figure: 2: browsers killed in {engine}: {rounds}, edits lost 0");
    }
    Ok(())
}

/// Fault 1: the page is killed at every write of one save in turn: the old state loads, or the new one, whole.
pub fn killed_at_any_write_it_is_the_old_state_or_the_new(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let mut kept = String::new();
    let (mut killed, mut write) = (0, 0);
    let points = if steps::is_soak() { 1_000 } else { 1 };
    loop {
        stored::die_at(browser, write)?;
        let figure = format!("{},{:03}", 150 + killed / 500, (2 * killed + write) % 1000);
        steps::enter_actual(browser, 2025, &figure)?;
        browser.until_true("a save or its failure", SAVED_OR_NOT, &[])?;
        let left = browser.execute("return window.writesLeft()", &[])?;
        browser.reload()?;
        wait_for_text_in(browser, "h1", INDICATOR)?;
        wait_for_count(browser, ".strip.trouble", 0)?;
        browser.wait_for("#y2025")?;
        let shown = browser.text_of("#y2025")?;
        let is_old = kept.is_empty() || shown.contains(&kept);
        check(
            is_old || shown.contains(&figure),
            &format!("killed at write {write}: 「{shown}」 is neither the old state nor the new"),
        )?;
        if shown.contains(&figure) {
            kept = figure;
        }
        // Once more from the first write on, when one save was killed at all of its own.
        let is_whole = left.as_i64() > Some(0);
        check(!is_whole || write > 1, "a save is more than one write")?;
        if is_whole && killed >= points {
            let engine = browser.engine;
            println!("figure: 1: saves killed in {engine}: {killed}, mixtures 0");
            return Ok(());
        }
        killed += usize::from(!is_whole);
        write = if is_whole { 0 } else { write + 1 };
    }
}

/// Fault 38: another page of the origin clears the storage, while the app is open and while it is not: it comes back.
pub fn what_another_page_clears_comes_back(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    steps::enter_actual(browser, 2025, "140,000")?;
    steps::wait_until_saved(browser)?;
    let indicator = browser.route()?;
    steps::wait_for_mirror(browser)?;
    browser.open_tab("#/settings")?;
    browser.execute("localStorage.clear()", &[])?;
    browser.close_tab()?;
    browser.turn_to_tab(0)?;
    wait_for_text_in(browser, ".said", "控えから1件の計画を戻しました")?;
    check(
        stored::texts(browser)?
            .as_object()
            .is_some_and(|texts| texts.len() > 10),
        "the storage has the plan again",
    )?;
    browser.execute("localStorage.clear()", &[])?;
    browser.goto_address("about:blank")?;
    browser.goto(&indicator)?;
    wait_for_text_in(browser, ".said", "控えから1件の計画を戻しました")?;
    wait_for_text_in(browser, "#y2025", "140,000")?;
    browser.goto("#/")?;
    wait_for_text_in(browser, ".plans", SAMPLE)
}

/// Fault 36: the browser has removed everything of the site: that is recognised at a plan's address, and the way back is offered.
pub fn an_emptied_browser_is_recognised(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    let plan = browser.route()?;
    steps::wait_for_mirror(browser)?;
    browser.goto_address("about:blank")?;
    // A page that still compares storage and mirror would bring back what is removed.
    browser.goto("#/kept")?;
    browser.wait_for_text("保存のたびに、控えも取っています")?;
    stored::wipe_everything(browser)?;
    browser.goto_address("about:blank")?;
    // What the page was doing with what was removed under it is aborted.
    browser.console_errors()?;
    browser.goto(&plan)?;
    browser.wait_for_text("この計画はこの端末にありません")?;
    browser.wait_for_text("書き出したファイルがあれば取り込めます")?;
    browser.click_named("計画を取り込む")?;
    wait_for_text_in(browser, "h1", "計画を取り込む")
}

/// A page that is left while it gives the mirror what it kept, and is put aside by the browser like that, keeps no other
/// page waiting.
pub fn a_page_left_in_the_middle_stops_no_other(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let indicator = browser.route()?;
    steps::wait_for_mirror(browser)?;
    for figure in ["140,001", "140,002", "140,003"] {
        browser.goto(&indicator)?;
        browser.wait_for("#y2025")?;
        steps::enter_actual(browser, 2025, figure)?;
        steps::wait_until_saved(browser)?;
        browser.goto_address("about:blank")?;
        browser.goto("#/kept")?;
        browser.wait_for_text("保存のたびに、控えも取っています")?;
        browser.goto_address("about:blank")?;
    }
    Ok(())
}

/// Fault 11: a plan as the first layout kept it opens, is changed, and its copy from before stays.
pub fn an_earlier_layout_opens(browser: &mut Browser) -> Outcome {
    browser.goto("#/settings")?;
    let texts: Value = serde_json::from_str(FIRST_LAYOUT)?;
    stored::put(browser, &texts)?;
    browser.goto("#/plan/p1/indicator/indicator-2")?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2024", "470")?;
    steps::enter_actual(browser, 2025, "480")?;
    steps::wait_until_saved(browser)?;
    let after = stored::texts(browser)?;
    check(
        after["monosashi/1/p1/before-migration"] == texts["monosashi/1/p1/a"],
        "the manifest from before is kept",
    )?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2024", "470")?;
    wait_for_text_in(browser, "#y2025", "480")
}

/// Fault 12: the page is killed at every write of the save that brings an earlier layout up.
pub fn killed_while_an_earlier_layout_is_brought_up(browser: &mut Browser) -> Outcome {
    let texts: Value = serde_json::from_str(FIRST_LAYOUT)?;
    for write in 0.. {
        browser.goto("#/settings")?;
        stored::wipe_everything(browser)?;
        stored::put(browser, &texts)?;
        browser.goto("#/plan/p1/indicator/indicator-2")?;
        browser.reload()?;
        wait_for_text_in(browser, "#y2024", "470")?;
        stored::die_at(browser, write)?;
        steps::enter_actual(browser, 2025, "480")?;
        browser.until_true("a save or its failure", SAVED_OR_NOT, &[])?;
        let left = browser.execute("return window.writesLeft()", &[])?;
        browser.reload()?;
        wait_for_text_in(browser, "#y2024", "470")?;
        wait_for_count(browser, ".strip.trouble", 0)?;
        if left.as_i64() > Some(0) {
            return wait_for_text_in(browser, "#y2025", "480");
        }
    }
    Ok(())
}

/// Fault 8: kept texts are cut or changed at random; the app opens what can be read, says what cannot, and changes nothing.
pub fn damaged_texts_never_stop_the_app(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    let plan = browser.route()?;
    let texts = stored::texts(browser)?;
    // Numbers that look random and are the same in every run.
    let damage = "let seed = a[0];
        const below = (limit) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % limit; };
        const keys = Object.keys(a[1]).filter((key) => key.split('/').length > 3);
        const key = keys[below(keys.length)], text = a[1][key], at = below(text.length);
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << below(15)));
        const damaged = below(2) ? text.slice(0, at) : text.slice(0, at) + flipped + text.slice(at + 1);
        localStorage.setItem(key, damaged);
        return [key, damaged]";
    for round in 0..12 {
        browser.goto("#/settings")?;
        stored::put(browser, &texts)?;
        let damaged = browser.execute(damage, &[json!(round + 1), texts.clone()])?;
        browser.goto(&plan)?;
        browser.reload()?;
        let opened = "return document.querySelector('.card') !== null || document.body.innerText.includes('壊れていて')";
        browser.until_true("the plan, or that it is damaged", opened, &[])?;
        check(
            browser.count("#recovery")? == 0,
            &format!("the app goes on with {}", damaged[0]),
        )?;
        let now = stored::texts(browser)?;
        let stays = now.as_object().into_iter().flatten();
        check(
            stays.clone().any(|(_, text)| *text == damaged[1]),
            &format!("the damaged text of {} is not written over", damaged[0]),
        )?;
    }
    Ok(())
}

/// Fault 5: the storage throws whatever it likes: it is said, export works, and what was kept is as it was.
pub fn whatever_the_storage_throws_is_said(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let before = stored::texts(browser)?;
    let thrown = [
        "new DOMException('x', 'UnknownError')",
        "new DOMException('x', 'InvalidStateError')",
        "new TypeError('x')",
        "'a text'",
        "undefined",
    ];
    for (round, thrown) in thrown.iter().enumerate() {
        let throws = format!("Storage.prototype.setItem = () => {{ throw {thrown}; }}");
        browser.execute(&throws, &[])?;
        let figure = format!("14{round},000");
        steps::enter_actual(browser, 2025, &figure)?;
        wait_for_text_in(browser, ".strip.trouble", "前に保存したものは残っています")?;
        browser.click(".strip.trouble button")?;
        let file = String::from_utf8(browser.download(round + 1)?.bytes)?;
        check(file.contains(&figure), "the file holds what was entered")?;
        check(
            stored::texts(browser)? == before,
            "the storage is as it was",
        )?;
    }
    Ok(())
}

/// An earlier state is restored, and that is taken back.
pub fn an_earlier_state_is_restored_and_that_taken_back(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::wait_for_mirror(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    let indicator = browser.route()?;
    steps::enter_actual(browser, 2025, "140,000")?;
    steps::wait_until_saved(browser)?;
    browser.goto("#/kept")?;
    wait_for_text_in(browser, "li.backup", "開いて変更する前")?;
    browser.click_named("この状態に戻す")?;
    browser.click("li.backup .button.primary")?;
    wait_for_text_in(browser, ".said", "の状態に戻しました")?;
    wait_for_text_in(browser, "main", "前の状態に戻す前")?;
    browser.goto(&indicator)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    wait_for_text_in(browser, "#y2025", "入力")?;
    check(
        !browser.text_of("#y2025")?.contains("140,000"),
        "the figure entered later is not in the earlier state",
    )?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, "#y2025", "140,000")?;
    browser.reload()?;
    wait_for_text_in(browser, "#y2025", "140,000")
}

/// Faults 4, 7: the screen 保存データ says how much room is used, by whomever, from 80 % on that it gets scarce, and that a
/// private window keeps nothing: no engine lets a page know that it is in one.
pub fn room_is_said_before_it_is_gone(browser: &mut Browser) -> Outcome {
    browser.goto("#/kept")?;
    browser.wait_for_text("使っている量")?;
    browser.wait_for_text("262万文字ぶんのうち")?;
    browser.wait_for_text("この端末に保存した計画はありません")?;
    browser.wait_for_text("シークレットウインドウでは、閉じると消えます")?;
    let fill = "localStorage.setItem('another-app', 'x'.repeat(a[0]))";
    browser.execute(fill, &[json!(2_100_000)])?;
    browser.goto("#/")?;
    browser.wait_for_text("残りが少なくなっています")?;
    browser.goto("#/kept")?;
    browser.wait_for_text("残りが少なくなっています")?;
    browser.wait_for_text("210万文字ぶんを使っています（81%）")
}
