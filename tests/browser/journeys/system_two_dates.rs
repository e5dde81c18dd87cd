//! A plan with two target dates, stages, measures of several departments: from the document to one department's work.

use super::five_documents::documents;
use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What a document holds, and what is to be seen of it.
struct Expected {
    name: &'static str,
    /// A chapter with stages, and how many of its indicators are drawn as steps.
    staged: (&'static str, usize),
    /// An indicator in that chapter that is a stage or has two dates, and its dates.
    indicator: &'static str,
    dates: [&'static str; 2],
    /// A measure (基本施策) with a part of it (単位施策), the chapter it stands in, and its departments.
    chapter: &'static str,
    measure: &'static str,
    part: &'static str,
    departments: &'static [&'static str],
    /// The department that is looked at, with how many measures it has a part in; how many departments there are.
    initiatives: usize,
    all: usize,
}

/// The real one, where it is at hand.
const DOCUMENT: Expected = Expected {
    name: "biratori",
    staged: ("第4章 行財政運営", 4),
    indicator: "行政機能の集約化",
    dates: ["R12", "R17"],
    chapter: "第1章 住民協働・コミュニティ",
    measure: "1 自治会・町内会・コミュニティ活動の促進",
    part: "集落支援員の活用",
    departments: &["総務課", "まちづくり課", "アイヌ施策推進課"],
    initiatives: 9,
    all: 9,
};

const FIXTURE: Expected = Expected {
    name: "2_chapters_and_measures",
    staged: ("第2章 遊び場", 1),
    indicator: "遊具の点検",
    dates: ["R11", "R16"],
    chapter: "第1章 図書館と公民館",
    measure: "1 図書館の充実",
    part: "移動図書館の運行",
    departments: &["教育課", "みほん図書館"],
    initiatives: 3,
    all: 4,
};

/// Somebody reads a chapter with its stages, and from one of its measures goes to what a department has to do.
pub fn a_department_finds_its_work(browser: &mut Browser) -> Outcome {
    if let Some(text) = documents::document(DOCUMENT.name) {
        a_plan(browser, &DOCUMENT, &text)?;
        steps::wipe(browser)?;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = fs::read_to_string(folder.join(format!("{}.txt", FIXTURE.name)))?;
    a_plan(browser, &FIXTURE, &text)
}

fn a_plan(browser: &Browser, expected: &Expected, text: &str) -> Outcome {
    let name = format!("{}.txt", expected.name);
    let file = steps::file(browser, "system_two_dates", &name, text.as_bytes())?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    stages_and_dates(browser, expected)?;
    measures_and_departments(browser, expected)?;
    one_department(browser, expected)
}

fn stages_and_dates(browser: &Browser, expected: &Expected) -> Outcome {
    let (chapter, stages) = expected.staged;
    browser.click_named("施策")?;
    browser.click_named(chapter)?;
    wait_for_text_in(browser, "h1", chapter)?;
    wait_for_count(browser, "article .c-steps", stages)?;
    browser.click_named(expected.indicator)?;
    wait_for_text_in(browser, "h1", expected.indicator)?;
    let script = "const drawn = document.querySelector('.rulers.single svg')?.textContent ?? '';
        return a.every((date) => drawn.includes(date))";
    let dates = expected.dates.map(|date| json!(date));
    browser.until_true("both dates in the picture", script, &dates)
}

fn measures_and_departments(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click_named("施策")?;
    browser.click_named(expected.chapter)?;
    wait_for_text_in(browser, "h1", expected.chapter)?;
    let script = "const row = [...document.querySelectorAll('.rows > li')]
        .find((e) => e.querySelector('h3')?.innerText.trim() === a[0]);
        return row !== undefined && row.innerText.includes(a[1])
          && a[2].every((name) => [...row.querySelectorAll('a.department')].some((e) => e.innerText === name))";
    let texts = [
        json!(expected.measure),
        json!(expected.part),
        json!(expected.departments),
    ];
    browser.until_true("the measure with its parts and departments", script, &texts)
}

fn one_department(browser: &Browser, expected: &Expected) -> Outcome {
    let department = expected.departments[0];
    browser.click_named(department)?;
    wait_for_text_in(browser, "h1", "だれが、何を担当しているか")?;
    wait_for_text_in(browser, ".headline", department)?;
    let measures = format!("取組 {}", expected.initiatives);
    wait_for_text_in(browser, ".headline", &measures)?;
    steps::wait_for_address(browser, "department=")?;
    browser.reload()?;
    wait_for_text_in(browser, ".headline", &measures)?;
    wait_for_text_in(browser, "h2", "同じ施策の指標")?;
    browser.wait_for(".card .picture svg")?;
    steps::choose(browser, ".fields select", "すべての担当")?;
    wait_for_count(browser, "table.tally tbody tr", expected.all)?;
    browser.click_named(department)?;
    wait_for_text_in(browser, ".headline", &measures)
}
