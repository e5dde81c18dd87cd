//! A plan's texts are text, whatever stands in them.

use super::steps::{self, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use serde_json::{Value, json};

/// Would run, and would ask another host, if anything took it for markup.
const MARKUP: &str = "<img src=http://127.0.0.1:9/x onerror=window.ran=1><script>window.ran=1</script>\
    <svg onload=window.ran=1></svg><a href=javascript:window.ran=1>javascript:window.ran=1 JaVa\tScRiPt:window.ran=1 \
    data:text/html,<script>window.ran=1</script></a>";
/// Ends the places a text could stand in, first.
const CLOSING: &str = "\"'></title></desc></text></svg></textarea></option>";

/// Faults 23, 24: somebody opens a file with markup in every text, on every screen.
pub fn markup_in_a_plan_is_shown_as_text(browser: &mut Browser) -> Outcome {
    let file = steps::file(
        browser,
        "nothing_executes",
        "計画<img src=x onerror=window.ran=1>.json",
        serde_json::to_string(&frame())?.as_bytes(),
    )?;
    steps::review_file(browser, &file)?;
    wait_for_text_in(browser, "#review h3", "<script>")?;
    nothing_ran(browser)?;
    steps::take_in(browser)?;
    wait_for_text_in(browser, ".card h3", "<script>")?;
    nothing_ran(browser)?;
    browser.click(".card h3 a")?;
    wait_for_text_in(browser, "article h1", "<script>")?;
    browser.wait_for(".rulers.single svg title")?;
    the_saved_picture_holds_none(browser)?;
    steps::enter_actual(browser, 2025, MARKUP)?;
    wait_for_text_in(browser, "#y2025", "<script>")?;
    nothing_ran(browser)?;
    browser.click("nav.tabs a:nth-of-type(2)")?;
    browser.click("main h2 a")?;
    wait_for_text_in(browser, "article.section", "<script>")?;
    nothing_ran(browser)?;
    for (tab, css) in [
        ("年次表", "table.years"),
        ("シート", ".sheets"),
        ("指標", ".card"),
    ] {
        browser.click_named(tab)?;
        wait_for_text_in(browser, css, "<script>")?;
        nothing_ran(browser)?;
    }
    browser.click_named("年次表")?;
    browser.click("table.years .name a")?;
    wait_for_text_in(browser, "#history", "<script>")?;
    nothing_ran(browser)?;
    browser.click_named("シート")?;
    browser.click(".sheets h3 a")?;
    browser.wait_for_text("目指す姿")?;
    nothing_ran(browser)?;
    browser.goto("#/")?;
    wait_for_text_in(browser, ".plans", "<script>")?;
    nothing_ran(browser)
}

fn nothing_ran(browser: &Browser) -> Outcome {
    let script = "return [
        window.ran === undefined,
        document.querySelector('main img, main script, main [onload]') === null,
        performance.getEntriesByType('resource').every((e) => e.name.startsWith(location.origin)),
        [...document.querySelectorAll('a[href]')].every((e) => /^#|^(https?|mailto):/.test(e.getAttribute('href'))),
      ]";
    let found = browser.execute(script, &[])?;
    for (at, what) in [
        "nothing in a text runs",
        "no text becomes an element",
        "no request leaves the origin",
        "every link leads to a screen",
    ]
    .iter()
    .enumerate()
    {
        check(found[at] == json!(true), what)?;
    }
    Ok(())
}

/// The picture as a file: read as SVG, it has no script, no handler and no link.
fn the_saved_picture_holds_none(browser: &Browser) -> Outcome {
    browser.click_named("SVG")?;
    let picture = String::from_utf8(browser.download(1)?.bytes)?;
    // The page's own policy refuses the file's style even while it is only parsed.
    let script = r#"const text = a[0].replace(/<style[\s\S]*?<\/style>/g, '').replace(/ style="[^"]*"/g, '');
        const page = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [...page.querySelectorAll('*')];
        return page.querySelector('parsererror, script, foreignObject, image, a') === null
          && all.every((e) => [...e.attributes].every((own) => !own.name.startsWith('on')))"#;
    let clean = browser.execute(script, &[json!(picture)])?;
    check(
        clean == json!(true),
        "the saved picture is whole and holds text only",
    )
}

/// A plan with an item of every kind, each text of which is markup.
fn frame() -> Value {
    let text = format!("{CLOSING}{MARKUP}");
    let year = |year: i32, text: &str| json!({ "period": year, "text": text });
    json!({ "format": "monosashi-plan", "version": 1, "plan": {
        "municipality": { "name": text, "code": "000000" },
        "title": text,
        "source": text,
        "period": { "start": 2024, "end": 2029 },
        "sections": [{
            "id": "section-1", "level": text, "number": text, "title": text, "tags": [text], "departments": [text],
            "aims": [{ "text": text, "heading": text }], "situation": [{ "text": text, "bullet": true }],
        }],
        "initiatives": [{ "id": "initiative-1", "section": "section-1", "name": text, "number": text,
            "departments": [text], "details": [{ "text": text }] }],
        "indicators": [{
            "id": "indicator-1", "section": "section-1", "name": text, "kind": text, "unit": text,
            "measurement": text, "note": text, "departments": [text], "initiatives": ["initiative-1"],
            "baseline": year(2024, "10"), "targets": [year(2029, "20")],
        }],
        "schedule": [{ "id": "schedule-1", "section": "section-1", "name": text, "summary": text, "progress": text,
            "departments": [text], "marks": { "2024": "ongoing", "2025": "done" } }],
        "sheets": [{
            "id": "sheet-1", "section": "section-1", "title": text, "departments": [text], "aim": text,
            "goals": [text], "actions": [text], "first_half": text, "second_half": text, "achievement": text,
            "evaluation": text,
        }],
        "glossary": [{ "id": "term-1", "term": text, "text": text, "cited_in": ["section-1"] }],
        "related_plans": [{ "id": "related-1", "section": "section-1", "name": text }],
    } })
}
