//! Every screen, one after the other, for what must be so on each of them.

use super::steps::{self, INDICATOR, wait_for_text_in};
use crate::harness::{Browser, Outcome};
use serde_json::json;

/// The screens that an address alone opens: the name of each, its address, its heading.
const ADDRESSES: &[(&str, &str, &str)] = &[
    ("list", "#/", "計画一覧"),
    ("import", "#/import", "計画を取り込む"),
    ("settings", "#/settings", "表示"),
    ("kept", "#/kept", "保存データ"),
    ("not-found", "#/nowhere", "この画面はありません"),
    (
        "now",
        "#/open?plan=plans/oizumi.json",
        "計画は、どこまで進んだか",
    ),
    ("sections", "#/open/sections?plan=plans/oizumi.json", "施策"),
    (
        "indicators",
        "#/open/indicators?plan=plans/oizumi.json",
        "指標をさがす",
    ),
    (
        "indicators-table",
        "#/open/indicators?plan=plans/biratori.json&view=table&sort=name",
        "指標をさがす",
    ),
    (
        "schedule",
        "#/open/schedule?plan=plans/imakane.json",
        "ことし、何をするか",
    ),
    (
        "schedule-departments",
        "#/open/schedule?plan=plans/imakane.json&view=department",
        "ことし、何をするか",
    ),
    (
        "questions",
        "#/open/schedule?plan=plans/imakane.json&view=questions",
        "ことし、何をするか",
    ),
    (
        "schedule-department",
        "#/open/schedule?plan=plans/imakane.json&view=department&department=農林振興課&year=2021",
        "ことし、何をするか",
    ),
    (
        "schedule-next",
        "#/open/schedule?plan=plans/imakane.json&view=next&year=2021",
        "ことし、何をするか",
    ),
    (
        "rules",
        "#/open/rules?plan=plans/oizumi.json",
        "判定のきまり",
    ),
    (
        "sections-deep",
        "#/open/sections?plan=plans/imakane.json",
        "施策",
    ),
    (
        "sheets",
        "#/open/sheets?plan=plans/kamifurano.json",
        "取組は、どうなったか",
    ),
    (
        "sheets-summary",
        "#/open/sheets?plan=plans/kamifurano.json&view=summary",
        "取組は、どうなったか",
    ),
    (
        "sheets-forms",
        "#/open/sheets?plan=plans/kamifurano.json&view=forms",
        "取組は、どうなったか",
    ),
    (
        "departments",
        "#/open/departments?plan=plans/biratori.json",
        "だれが、何を担当しているか",
    ),
    (
        "department",
        "#/open/departments?plan=plans/biratori.json&department=%E7%B7%8F%E5%8B%99%E8%AA%B2",
        "だれが、何を担当しているか",
    ),
    (
        "check",
        "#/open/check?plan=plans/biratori.json",
        "計画を点検する",
    ),
    (
        "compare",
        "#/open/compare?plan=plans/yoshioka.json&plan=plans/biratori.json&plan=plans/oizumi.json",
        "同じテーマをくらべる",
    ),
    (
        "pictures",
        "#/open?plan=plans/yoshioka.json&plan=plans/biratori.json&plan=plans/oizumi.json",
        "指標をまとめて見る",
    ),
];

/// A table with something to correct, something to ask and something that is not understood.
const TABLE: &str = "指標名\t単位\t現状値\t目標値（令和11年度）\t担当課\n\
    移動図書館の利用者数\t人\t1,200\t1,500\t教育課\n\
    案内板の設置\t基\t12\t20\t建設課\t余り\nこの行は表ではありません\n";

/// A document that leaves questions open.
const QUESTIONS: &str = include_str!("../../fixtures/documents/4_schedule.txt");

/// Figures of the plan that was kept, one of them other than what was entered.
const LATER: &str = "指標名\t単位\t実績値（令和7年度）\t目標値（令和11年度）\n\
    ふるさと納税の寄附金額（累計）\t千円\t150,000\t450,000\n";

/// Shows every screen in turn and does something on each, by its name.
pub fn on_each(browser: &Browser, mut act: impl FnMut(&Browser, &str) -> Outcome) -> Outcome {
    let mut on = |name: &str| {
        // Pictures and lists come after the heading.
        browser.until_true(
            "all pictures",
            "return document.querySelector('main .picture:empty') === null && document.querySelector('main h1') !== null",
            &[],
        )?;
        act(browser, name).map_err(|error| -> Box<dyn std::error::Error> {
            format!("on the screen {name}: {error}").into()
        })
    };
    for (name, address, heading) in ADDRESSES {
        show(browser, address, heading)?;
        on(name)?;
    }
    show(browser, "#/open/sections?plan=plans/yoshioka.json", "施策")?;
    browser.click(".tree a")?;
    browser.wait_for("article.section")?;
    on("section")?;
    show(
        browser,
        "#/open/sheets?plan=plans/kamifurano.json",
        "取組は、どうなったか",
    )?;
    browser.click(".sheets h3 a")?;
    browser.wait_for("table.form")?;
    on("sheet")?;
    sheets_of_two_years(browser, &mut on)?;
    items(browser, &mut on)?;
    paste(browser, TABLE)?;
    on("review")?;
    paste(browser, QUESTIONS)?;
    browser.wait_for(".asked > li")?;
    on("review-questions")?;
    show(
        browser,
        "#/open?plan=plans/oizumi.json",
        "計画は、どこまで進んだか",
    )?;
    steps::to_indicator(browser, INDICATOR)?;
    on("indicator-read")?;
    steps::keep(browser)?;
    steps::enter_actual(browser, 2025, "140,000")?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    on("indicator")?;
    browser.click_named("表で見る")?;
    browser.click_named("決める")?;
    browser.click("#y2025 button")?;
    browser.wait_for("#y2025 input")?;
    on("indicator-entry")?;
    browser.click_named("この指標を直す")?;
    browser.wait_for("#mend")?;
    browser.click_named("支えるKGIを決める")?;
    browser.wait_for("#serves input")?;
    on("indicator-mending")?;
    browser.click_named("くらべる")?;
    browser.click(".choosing input[value='plans/yoshioka.json']")?;
    browser.wait_for("section.theme .picture svg")?;
    on("compare-kept")?;
    browser.click_named("いま")?;
    browser.click_named("この計画を1つのファイルに")?;
    browser.wait_for("#one-file li button")?;
    on("one-file")?;
    browser.click_named("判定のきまり（標準）")?;
    browser.wait_for(".scales")?;
    browser.click_named("選ぶと何が変わるか: 佐野市")?;
    browser.wait_for("#trial")?;
    on("rules-trial")?;
    browser.click_named("写して町の尺度にする: 多摩市")?;
    browser.wait_for("#own-scale")?;
    on("rules-own-scale")?;
    paste(browser, LATER)?;
    browser.wait_for(".proposal")?;
    on("review-version")?;
    show(browser, "#/", "計画一覧")?;
    browser.wait_for(".plans a[href^='#/plan/']")?;
    on("list-kept")
}

/// An item of a year table, to read and to report on.
fn items(browser: &Browser, on: &mut impl FnMut(&str) -> Outcome) -> Outcome {
    show(
        browser,
        "#/open/schedule?plan=plans/imakane.json&year=2021",
        "ことし、何をするか",
    )?;
    browser.click("table.years .name a")?;
    browser.wait_for("#history")?;
    on("item")?;
    steps::keep(browser)?;
    browser.wait_for("#report")?;
    on("item-entry")
}

/// Writing on a sheet, choosing the sheets of a new year, two years side by side: of a plan that is kept.
fn sheets_of_two_years(browser: &Browser, on: &mut dyn FnMut(&str) -> Outcome) -> Outcome {
    steps::keep(browser)?;
    browser.click_named("シートに書き込む")?;
    browser.wait_for("#writing")?;
    on("sheet-writing")?;
    browser.click_named("あとで続ける")?;
    browser.click_named("シート")?;
    browser.click_named("次の年度のシートを作る")?;
    browser.wait_for("#new-year")?;
    on("sheets-new-year")?;
    browser.click_named("選んだシートを作る")?;
    browser.wait_for_none("#new-year")?;
    browser.click(".sheets h3 a")?;
    browser.wait_for("table.form.two")?;
    on("sheet-two-years")
}

/// Has a text read on the import's screen.
fn paste(browser: &Browser, text: &str) -> Outcome {
    show(browser, "#/import", "計画を取り込む")?;
    browser.fill("#paste", text)?;
    browser.click_named("読む")?;
    browser.wait_for("#review")
}

/// Goes to an address and waits for its heading.
fn show(browser: &Browser, address: &str, heading: &str) -> Outcome {
    // By way of an empty address, so that the screen before does not pass for this one.
    browser.goto("#/settings")?;
    wait_for_text_in(browser, "h1", "表示")?;
    browser.goto(address)?;
    wait_for_text_in(browser, "h1", heading)?;
    let script = "return a[0] !== '計画一覧' || document.querySelector('.plans') !== null";
    browser.until_true("the samples", script, &[json!(heading)])
}
