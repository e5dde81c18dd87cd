//! A plan whose situation, initiatives and indicators are tied by circled numbers: from the document to the measure.

use super::five_documents::documents;
use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Key, Outcome, check};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What a document holds, and what is to be seen of it.
struct Expected {
    name: &'static str,
    /// A measure, with how many initiatives and related plans it names.
    section: &'static str,
    threads: usize,
    related: usize,
    /// The first initiative, one of its indicators with its unit, its years and how it is measured.
    initiative: &'static str,
    indicator: &'static str,
    unit: &'static str,
    measured: &'static str,
    years: [u16; 2],
    /// A term with its citation.
    term: &'static str,
}

/// The real one, where it is at hand.
const DOCUMENT: Expected = Expected {
    name: "yoshioka",
    section: "① 協働のまちづくりの推進",
    threads: 5,
    related: 7,
    initiative: "① 自治会活動の支援を促進",
    indicator: "自治会連合会に係る研修会又は講演会",
    unit: "単位：回",
    measured: "測り方：年間開催数",
    years: [2020, 2026],
    term: "SNS※34",
};

const FIXTURE: Expected = Expected {
    name: "1_policies_and_footnotes",
    section: "① 見守りの輪づくり",
    threads: 2,
    related: 3,
    initiative: "① 集まる場を増やす",
    indicator: "茶話会の参加者数",
    unit: "単位：人",
    measured: "測り方：年間の延べ人数",
    years: [2021, 2027],
    term: "SNS※3",
};

/// Somebody reads a measure by its numbers, opens a footnote, says which goals it serves, and follows an indicator.
pub fn a_measure_is_read_by_its_numbers(browser: &mut Browser) -> Outcome {
    if let Some(text) = documents::document(DOCUMENT.name) {
        a_measure(browser, &DOCUMENT, &text)?;
        steps::wipe(browser)?;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = fs::read_to_string(folder.join(format!("{}.txt", FIXTURE.name)))?;
    a_measure(browser, &FIXTURE, &text)
}

fn a_measure(browser: &Browser, expected: &Expected, text: &str) -> Outcome {
    let name = format!("{}.txt", expected.name);
    let file = steps::file(browser, "system_indicator_table", &name, text.as_bytes())?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    browser.click_named("施策")?;
    browser.click_named(expected.section)?;
    wait_for_count(browser, ".thread", expected.threads)?;
    one_number(browser, expected)?;
    a_footnote(browser, expected)?;
    related_and_goals(browser, expected)?;
    an_indicator(browser, expected)
}

/// Under one number stand the figures, what is done and where the town is.
fn one_number(browser: &Browser, expected: &Expected) -> Outcome {
    let script = "const all = [...document.querySelectorAll('.thread')];
        const one = all.find((e) => e.querySelector('h2').innerText.trim() === a[0]);
        return one !== undefined && one.querySelectorAll('.card').length > 0
          && one.querySelectorAll('.bullets li').length > 0 && one.querySelectorAll('.prose .bullet').length > 0
          && [a[1], a[2], a[3]].every((text) => one.innerText.includes(text))";
    let texts = [
        json!(expected.initiative),
        json!(expected.indicator),
        json!(expected.unit),
        json!(expected.measured),
    ];
    browser.until_true("all that stands under the first number", script, &texts)?;
    browser.wait_for(".thread .picture svg")
}

/// A footnote opens on tap, and closes by keyboard.
fn a_footnote(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click_named(expected.term)?;
    wait_for_text_in(browser, ".explained", "Social Networking Service")?;
    let open = "return document.activeElement.getAttribute('aria-expanded')";
    browser.execute("document.querySelector('[data-harness]').focus()", &[])?;
    check(
        browser.execute(open, &[])? == json!("true"),
        "the term says that it is open",
    )?;
    browser.press(None, Key::Enter)?;
    browser.wait_for_none(".explained")
}

fn related_and_goals(browser: &Browser, expected: &Expected) -> Outcome {
    let script = "const part = [...document.querySelectorAll('section')]
        .find((e) => e.querySelector('h2')?.innerText === '関連する計画');
        return part?.querySelectorAll('li').length ?? 0";
    let related = browser.execute(script, &[])?;
    check(
        related.as_u64() == u64::try_from(expected.related).ok(),
        &format!("{} related plans, not {related}", expected.related),
    )?;
    browser.click_named("この施策のSDGsを選ぶ")?;
    browser.click("#goals input[value='11']")?;
    browser.click("#goals input[value='17']")?;
    browser.click_named("選んだSDGsにする")?;
    wait_for_count(browser, "ul.goals li", 2)?;
    wait_for_text_in(browser, "ul.goals", "11 住み続けられるまちづくりを")?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_count(browser, "ul.goals li", 2)
}

/// An indicator has its unit, how it is measured, both dates, and the way back to what it is tied to.
fn an_indicator(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click_named(expected.indicator)?;
    wait_for_text_in(browser, "h1", expected.indicator)?;
    wait_for_count(browser, ".rulers.single svg", 2)?;
    for year in expected.years {
        browser.wait_for(&format!("#y{year}"))?;
    }
    let (_, unit) = expected.unit.split_once('：').unwrap_or_default();
    let (_, measured) = expected.measured.split_once('：').unwrap_or_default();
    for fact in [unit, measured, expected.initiative] {
        wait_for_text_in(browser, "dl.facts dd", fact)?;
    }
    browser.click_named(expected.initiative)?;
    wait_for_text_in(browser, "h1", expected.section)
}
