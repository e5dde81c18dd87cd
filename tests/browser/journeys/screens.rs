//! Every screen, one after the other, for what must be so on each of them.

use super::steps::{self, INDICATOR, wait_for_text_in};
use crate::harness::{Browser, Outcome};
use serde_json::json;

/// The screens that an address alone opens: the name of each, its address, its heading.
const ADDRESSES: &[(&str, &str, &str)] = &[
    ("list", "#/", "計画一覧"),
    ("import", "#/import", "計画を取り込む"),
    ("settings", "#/settings", "表示"),
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
        "check",
        "#/open/check?plan=plans/yoshioka.json",
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
    browser.wait_for("dl.facts")?;
    on("sheet")?;
    show(browser, "#/import", "計画を取り込む")?;
    browser.fill("#paste", TABLE)?;
    browser.click_named("読む")?;
    browser.wait_for("#review")?;
    on("review")?;
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
    browser.click_named("判定のきまり（標準）")?;
    browser.wait_for(".scales")?;
    browser.click_named("選ぶと何が変わるか: 佐野市")?;
    browser.wait_for("#trial")?;
    on("rules-trial")?;
    browser.click_named("写して町の尺度にする: 多摩市")?;
    browser.wait_for("#own-scale")?;
    on("rules-own-scale")?;
    show(browser, "#/", "計画一覧")?;
    browser.wait_for(".plans a[href^='#/plan/']")?;
    on("list-kept")
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
