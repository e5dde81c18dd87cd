//! The year table as a town works with it, from the plan document to the next year's list.

use super::five_documents::documents;
use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What the document holds and what is done with it.
struct Work {
    name: &'static str,
    shown: usize,
    counted: &'static str,
    questions: usize,
    /// The year it is done in, and the next, as the choice of years says them.
    years: [&'static str; 2],
    /// How many end in the year and go on in it.
    planned: [&'static str; 2],
    /// A department and its figures: items, late, due and so on as the table has them.
    department: (&'static str, &'static [&'static str]),
    /// How often an item is shown again and linked.
    repeated: usize,
    /// An item whose text names another section, and the number it names it by.
    reference: (&'static str, &'static str),
    /// An item that is reported finished, and one that goes on with a note.
    finished: &'static str,
    going_on: &'static str,
}

const DOCUMENT: Work = Work {
    name: "imakane",
    shown: 66,
    counted: "61の実践項目",
    questions: 10,
    years: ["R3", "R4"],
    planned: ["8", "43"],
    department: ("総務財政課", &["20", "4", "4", "12", "0", "0", "0", "0"]),
    repeated: 5,
    reference: (
        "簡易水道事業・下水道事業における公営企業会計の適用",
        "2-(3)-②",
    ),
    finished: "表彰審査委員会の廃止",
    going_on: "危機管理対策チームの設置",
};

const FIXTURE: Work = Work {
    name: "4_schedule",
    shown: 10,
    counted: "9の実践項目",
    questions: 2,
    years: ["R4", "R5"],
    planned: ["2", "5"],
    department: ("総務課", &["4", "2", "0", "2", "0", "0", "1"]),
    repeated: 1,
    reference: ("総合案内の試行", "2-(1)-②"),
    finished: "任期の見直し",
    going_on: "案内の掲示",
};

const NOTE: &str = "四月に三課で始めた。\n十月に手引きを配った。";

/// Somebody takes in the reform plan, answers what the document leaves open, reports on the year, begins the next, and
/// carries all of it through a wiped browser.
pub fn a_reform_plan_is_followed_up(browser: &mut Browser) -> Outcome {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let fixture = fs::read_to_string(fixtures.join("4_schedule.txt"))?;
    follow_up(browser, &FIXTURE, &fixture)?;
    match documents::document(DOCUMENT.name) {
        Some(text) => follow_up(browser, &DOCUMENT, &text),
        None => Ok(()),
    }
}

fn follow_up(browser: &Browser, work: &Work, text: &str) -> Outcome {
    let name = format!("{}.txt", work.name);
    let file = steps::file(browser, "system_year_table", &name, text.as_bytes())?;
    browser.goto("#/")?;
    steps::review_file(browser, &file)?;
    browser.wait_for_text(&name)?;
    steps::take_in(browser)?;
    browser.click_named("年次表")?;
    what_is_planned(browser, work)?;
    by_department(browser, work.department.0, work.department.1)?;
    answer_all(browser, work)?;
    references_lead_on(browser, work)?;
    report(browser, work)?;
    begin_the_next_year(browser, work)?;
    carry_through_a_wiped_browser(browser, work)
}

fn what_is_planned(browser: &Browser, work: &Work) -> Outcome {
    wait_for_count(browser, "table.years tbody tr", work.shown)?;
    steps::choose(browser, "main .fields select", work.years[0])?;
    wait_for_text_in(browser, ".headline", work.counted)?;
    let figures = browser.execute(
        "return [...document.querySelectorAll('.headline strong')].slice(0, 2).map((e) => e.innerText.trim())",
        &[],
    )?;
    check(
        figures == json!(work.planned),
        &format!("{figures} end and go on"),
    )?;
    check(
        browser.count(".dot.doubtful")? > 0,
        "years in doubt are marked as such",
    )?;
    check(
        browser.count("table.years a.kind")? == work.repeated,
        "repeated items lead to those they repeat",
    )?;
    let said = "return [...document.querySelectorAll('.standing')].every((e) => /報告なし|実践経過あり/.test(e.innerText))";
    check(
        browser.execute(said, &[])? == json!(true),
        "what nobody reported is said to be so",
    )
}

fn by_department(browser: &Browser, name: &str, figures: &[&str]) -> Outcome {
    browser.click_named("課ごと")?;
    browser.wait_for("table.tallies")?;
    let script = "const row = [...document.querySelectorAll('.tallies tbody tr')]
        .find((e) => e.querySelector('th').innerText.trim() === a[0]);
        return [...row.querySelectorAll('td')].map((e) => e.innerText.trim())";
    let found = browser.execute(script, &[json!(name)])?;
    check(found == json!(figures), &format!("{name} has {found}"))
}

fn answer_all(browser: &Browser, work: &Work) -> Outcome {
    browser.click_named(&format!("確かめる {}", work.questions))?;
    wait_for_count(browser, ".questions > li", work.questions)?;
    for left in (0..work.questions).rev() {
        if browser.count(".questions form.answer")? > 0 {
            let first = "const field = document.querySelector('form.answer select');
                return [...field.options].map((e) => e.value).find((e) => e !== '')";
            let name = browser.execute(first, &[])?;
            browser.fill("form.answer select", name.as_str().unwrap_or_default())?;
            browser.click("form.answer button")?;
        } else {
            browser.click(".questions .buttons button")?;
        }
        wait_for_count(browser, ".questions > li", left)?;
    }
    browser.wait_for_text("確かめることは、もうありません")?;
    steps::wait_until_saved(browser)?;
    browser.click_named("年度の表")?;
    wait_for_count(browser, "table.years tbody tr", work.shown)?;
    wait_for_count(browser, ".dot.doubtful", 0)
}

fn references_lead_on(browser: &Browser, work: &Work) -> Outcome {
    let (name, number) = work.reference;
    browser.click_named(name)?;
    wait_for_text_in(browser, "h1", name)?;
    browser.click_named(number)?;
    browser.wait_for("article.section")?;
    browser.back()?;
    wait_for_text_in(browser, "h1", name)?;
    browser.back()?;
    browser.click("table.years a.kind")?;
    browser.wait_for("#report")
}

/// One item is finished, of another a note is written; the note is taken back and made again.
fn report(browser: &Browser, work: &Work) -> Outcome {
    to_item(browser, work.finished, work.years[0])?;
    browser.click("#report button")?;
    browser.wait_for_text("実践経過を書くか、年度末にどうなったかを選んでください")?;
    steps::choose(browser, "#report select", "完了")?;
    browser.click("#report button")?;
    wait_for_text_in(browser, "#history", "完了")?;
    wait_for_text_in(browser, "article .standing", "「完了」と報告")?;
    to_item(browser, work.going_on, work.years[0])?;
    browser.fill("#report textarea", NOTE)?;
    browser.reload()?;
    browser.wait_for("#report textarea")?;
    check(
        browser.value_of("#report textarea")? == NOTE,
        "what was written and not put in is still there",
    )?;
    browser.click("#report button")?;
    wait_for_text_in(browser, "#history", "十月に手引きを配った")?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, "#history", "まだ何も書かれていません")?;
    browser.click_named("やり直す")?;
    wait_for_text_in(browser, "#history", "十月に手引きを配った")?;
    steps::wait_until_saved(browser)?;
    to_year_table(browser, work.years[0])?;
    wait_for_text_in(browser, ".headline", "完了と報告されたものは 1")
}

/// The last note stands beside the next year's, is carried over for one item, and then for all in one step.
fn begin_the_next_year(browser: &Browser, work: &Work) -> Outcome {
    let [this, next] = work.years;
    to_item(browser, work.going_on, next)?;
    wait_for_text_in(browser, "#last", "四月に三課で始めた")?;
    browser.click_named("前年度の内容を引き継ぐ")?;
    wait_for_text_in(browser, "article", "引き継いだままです")?;
    check(
        browser.value_of("#report textarea")? == NOTE,
        "the note is carried over",
    )?;
    browser.click_named("元に戻す")?;
    browser.wait_for_none("#report .notice")?;
    to_year_table(browser, this)?;
    browser.click_named("次の年度へ")?;
    browser.wait_for("main .button.primary")?;
    check(
        !browser.text_of("main .rows")?.contains(work.finished),
        "what is finished does not go on",
    )?;
    browser.click("main .button.primary")?;
    browser.wait_for_text("に引き継ぎました")?;
    steps::wait_until_saved(browser)?;
    to_item(browser, work.going_on, next)?;
    browser.wait_for("#report .notice")?;
    wait_for_text_in(browser, ".standing", "の報告なし")
}

fn carry_through_a_wiped_browser(browser: &Browser, work: &Work) -> Outcome {
    browser.reload()?;
    browser.wait_for("#report .notice")?;
    let exported = steps::export(browser, 1)?;
    let text = String::from_utf8(exported.clone())?;
    check(
        text.contains("十月に手引きを配った") && !text.contains("\"questions\""),
        "the file holds the note and no open question",
    )?;
    steps::wipe(browser)?;
    let file = steps::file(browser, "system_year_table", "持ち出し.json", &exported)?;
    steps::review_file(browser, &file)?;
    check(
        steps::reviewed(browser, "実践項目")? == work.shown,
        "the review counts the items",
    )?;
    steps::take_in(browser)?;
    browser.click_named("年次表")?;
    wait_for_count(browser, "table.years tbody tr", work.shown)?;
    let again = steps::export(browser, 1)?;
    check(
        again == exported,
        "what is exported again is the same to the byte",
    )?;
    steps::wipe(browser)
}

fn to_year_table(browser: &Browser, year: &str) -> Outcome {
    browser.click_named("年次表")?;
    browser.wait_for("table.years")?;
    steps::choose(browser, "main .fields select", year)?;
    wait_for_text_in(browser, "table.years thead .this-year", year)
}

fn to_item(browser: &Browser, name: &str, year: &str) -> Outcome {
    to_year_table(browser, year)?;
    browser.click_named(name)?;
    wait_for_text_in(browser, "h1", name)?;
    browser.wait_for("#report textarea")?;
    wait_for_text_in(browser, ".year-line .this-year", year)
}
