//! The sheets of a town's departments: from the document through both halves of a year to the next year's.

use super::five_documents::documents;
use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Key, Outcome, check};
use std::fs;
use std::path::Path;

/// What a document holds, and what is to be seen of it.
struct Expected {
    name: &'static str,
    sheets: usize,
    /// The sheets that say their goal was reached, after the first one says it was not.
    reached: usize,
    /// A department, and how many sheets name it.
    department: (&'static str, usize),
    year: &'static str,
    next_year: &'static str,
}

/// The real one, where it is at hand.
const DOCUMENT: Expected = Expected {
    name: "kamifurano",
    sheets: 37,
    reached: 29,
    department: ("町民生活課", 10),
    year: "令和5年度",
    next_year: "令和6年度",
};

const FIXTURE: Expected = Expected {
    name: "5_sheets",
    sheets: 4,
    reached: 1,
    department: ("町民課", 2),
    year: "令和4年度",
    next_year: "令和5年度",
};

/// A department writes both halves and how far it came; the planning section counts, and makes the next year's sheets.
pub fn a_year_of_sheets_goes_into_the_next(browser: &mut Browser) -> Outcome {
    if let Some(text) = documents::document(DOCUMENT.name) {
        a_year(browser, &DOCUMENT, &text)?;
        steps::wipe(browser)?;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = fs::read_to_string(folder.join(format!("{}.txt", FIXTURE.name)))?;
    a_year(browser, &FIXTURE, &text)
}

fn a_year(browser: &Browser, expected: &Expected, text: &str) -> Outcome {
    let name = format!("{}.txt", expected.name);
    let file = steps::file(browser, "system_sheets", &name, text.as_bytes())?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    browser.click_named("シート")?;
    wait_for_count(browser, ".sheets > li", expected.sheets)?;
    write_on_the_first(browser, expected)?;
    count_by_department_and_section(browser, expected)?;
    make_the_next_year(browser, expected)?;
    see_two_years(browser, expected)?;
    carry_over(browser, expected)
}

fn write_on_the_first(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click(".sheets h3 a")?;
    browser.wait_for("table.form")?;
    wait_for_text_in(browser, "table.form .years-row", expected.year)?;
    browser.click_named("シートに書き込む")?;
    browser.type_text("#writing [name=first_half]", "前期に試したこと\n")?;
    // Whoever leaves the form finds what was written again.
    browser.click(".neighbours a")?;
    browser.wait_for_none("#writing")?;
    browser.back()?;
    browser.wait_for("#writing")?;
    check(
        browser
            .value_of("#writing [name=first_half]")?
            .contains("前期に試したこと"),
        "the draft is there again",
    )?;
    browser.fill("#writing [name=first_half]", "○前期に試したこと\n・二か所")?;
    browser.fill("#writing [name=second_half]", "○後期に広げたこと")?;
    steps::choose(browser, "#writing [name=achievement]", "達成できなかった")?;
    browser.fill("#writing [name=evaluation]", "来年も続ける。")?;
    browser.click_named("書き込む")?;
    browser.wait_for_none("#writing")?;
    wait_for_text_in(browser, ".title .grade", "達成できなかった")?;
    for text in ["前期に試したこと", "後期に広げたこと", "来年も続ける。"] {
        wait_for_text_in(browser, "table.form", text)?;
    }
    browser.click_named("元に戻す")?;
    browser.until_true(
        "what was written is taken back",
        "return !document.querySelector('table.form').innerText.includes('後期に広げたこと')",
        &[],
    )?;
    browser.click_named("やり直す")?;
    wait_for_text_in(browser, "table.form", "後期に広げたこと")?;
    steps::wait_until_saved(browser)
}

fn count_by_department_and_section(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click_named("シート")?;
    wait_for_text_in(browser, ".headline", &expected.reached.to_string())?;
    browser.click_named("課ごと・項目ごと")?;
    wait_for_count(browser, "table.tally", 2)?;
    wait_for_text_in(browser, "table.tally tfoot", &expected.sheets.to_string())?;
    wait_for_text_in(browser, "table.tally thead", "達成できなかった")?;
    let (department, count) = expected.department;
    let script = "const row = [...document.querySelectorAll('table.tally tbody tr')]
        .find((e) => e.querySelector('th').innerText.trim() === a[0]);
        return Number(row?.querySelector('td:last-child').innerText)";
    let counted = browser.execute(script, &[department.into()])?;
    check(
        counted.as_u64() == u64::try_from(count).ok(),
        &format!("{department} has {count} sheets, not {counted}"),
    )?;
    browser.click_named(department)?;
    wait_for_count(browser, ".sheets-shown > div > .sheets > li", count)
}

fn make_the_next_year(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click_named("シート")?;
    browser.click_named("次の年度のシートを作る")?;
    wait_for_count(browser, "#new-year input:checked", expected.sheets)?;
    browser.click_named("達成できたものを外す")?;
    let left = expected.sheets - expected.reached;
    wait_for_count(browser, "#new-year input:checked", left)?;
    browser.click_named("選んだシートを作る")?;
    let made = format!("{}のシートを{left}作りました。", expected.next_year);
    browser.wait_for_text(&made)?;
    wait_for_count(browser, ".sheets > li", left)?;
    browser.click_named("元に戻す")?;
    wait_for_count(browser, ".sheets > li", expected.sheets)?;
    browser.click_named("やり直す")?;
    wait_for_count(browser, ".sheets > li", left)?;
    browser.click_named("次の年度のシートを作る")?;
    browser.wait_for("#new-year")?;
    browser.click_named("一覧")?;
    wait_for_text_in(browser, ".headline", expected.next_year)
}

fn see_two_years(browser: &Browser, expected: &Expected) -> Outcome {
    browser.click(".sheets h3 a")?;
    browser.wait_for("table.form.two")?;
    for year in [expected.year, expected.next_year] {
        wait_for_text_in(browser, "table.form .years-row", year)?;
    }
    wait_for_text_in(browser, "table.form", "後期に広げたこと")?;
    write_by_keyboard(browser)?;
    wait_for_text_in(browser, "table.form.two", "新しい年度の前期")?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "table.form.two", "新しい年度の前期")?;
    browser.click_named(&format!("{}とならべる", expected.year))?;
    browser.wait_for_none("table.form.two")?;
    browser.click_named(&format!("{}のシート", expected.year))?;
    wait_for_text_in(browser, ".title .grade", "達成できなかった")
}

/// From the button through the form to the button that saves, without a mouse.
fn write_by_keyboard(browser: &Browser) -> Outcome {
    let script = "document.querySelector('.sheet .buttons button').focus()";
    browser.execute(script, &[])?;
    browser.press(None, Key::Enter)?;
    let script = "return document.activeElement?.name === 'first_half'";
    browser.until_true("the first field to have the focus", script, &[])?;
    for character in "新しい年度の前期".chars() {
        browser.press(None, character)?;
    }
    for _ in 0..10 {
        if steps::focused(browser)? == "書き込む" {
            return browser.press(None, Key::Enter);
        }
        browser.press(None, Key::Tab)?;
    }
    Err("the button that saves is not reached by keyboard".into())
}

fn carry_over(browser: &Browser, expected: &Expected) -> Outcome {
    let exported = steps::export(browser, 1)?;
    steps::wipe(browser)?;
    let file = steps::file(browser, "system_sheets", "持ち出し.json", &exported)?;
    steps::review_file(browser, &file)?;
    let sheets = steps::reviewed(browser, "シート")?;
    let all = 2 * expected.sheets - expected.reached;
    check(
        sheets == all,
        &format!("the review counts {sheets} of {all} sheets"),
    )?;
    steps::take_in(browser)?;
    check(
        steps::export(browser, 1)? == exported,
        "what is exported again is the same to the byte",
    )
}
