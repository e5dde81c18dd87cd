//! A plan with goals over indicators: which serve which, sums from the start year, surveys without a baseline.

use super::five_documents::documents;
use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use std::fs;
use std::path::Path;

/// What stands in a document of this kind.
struct Case {
    file: &'static str,
    goals: usize,
    indicators: usize,
    /// A goal that is asked of people and was not asked before the plan, and how many serve it.
    survey: (&'static str, usize),
    /// An indicator whose baseline is one year's and whose target a sum, and the goal it serves.
    sum: (&'static str, &'static str),
}

const REAL: Case = Case {
    file: "oizumi",
    goals: 6,
    indicators: 24,
    survey: ("人権が尊重されていると感じる人の割合", 3),
    sum: ("ふるさと納税の寄附金額（累計）", "経常収支比率"),
};

const FIXTURE: Case = Case {
    file: "3_kgi_and_kpi",
    goals: 2,
    indicators: 6,
    survey: ("川の水が きれいだと感じる人の割合", 3),
    sum: (
        "水源を守る寄附の金額（累計）",
        "川の水が きれいだと感じる人の割合",
    ),
};

/// From the document to what serves what, the first survey's figure, and a sum that somebody says how to count.
pub fn goals_sums_and_surveys_are_followed_up(browser: &mut Browser) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let fixture = fs::read_to_string(folder.join("3_kgi_and_kpi.txt"))?;
    let real = documents::document(REAL.file).map(|text| (REAL, text));
    for (case, text) in [(FIXTURE, fixture)].into_iter().chain(real) {
        let name = format!("{}.txt", case.file);
        follow(browser, &case, &name, &text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

fn follow(browser: &Browser, case: &Case, name: &str, text: &str) -> Outcome {
    let file = steps::file(browser, "system_kgi_kpi", name, text.as_bytes())?;
    browser.goto("#/")?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    wait_for_count(browser, ".rulers.goal .card", case.goals)?;
    wait_for_count(browser, ".card", case.indicators)?;
    wait_for_text_in(browser, ".under", "このKGIを支えるKPI")?;
    a_survey_gets_its_first_figure(browser, case)?;
    a_sum_is_doubted_until_somebody_decides(browser, case)?;
    a_person_says_what_serves_what(browser, case)?;
    steps::wait_until_saved(browser)?;
    browser.reload()?;
    wait_for_text_in(browser, "#how-judged", "0 から数えています")?;
    let exported = String::from_utf8(steps::export(browser, 1)?)?;
    check(
        exported.contains("\"cumulative_from_start\"") && exported.contains("\"serves\""),
        "the file holds what was decided",
    )
}

fn a_survey_gets_its_first_figure(browser: &Browser, case: &Case) -> Outcome {
    let (survey, serving) = case.survey;
    steps::to_indicator(browser, survey)?;
    wait_for_text_in(browser, "article .headline", "基準値はまだありません")?;
    wait_for_text_in(browser, ".notice", "最初の調査の年度と値を入れる")?;
    wait_for_count(browser, "#serving .card", serving)?;
    wait_for_text_in(browser, "#serving", "実績はまだ入っていません")?;
    browser.click_named("基準値を入れる")?;
    browser.wait_for("#mend")?;
    browser.fill("[name=baseline-year]", "令和7年度")?;
    browser.fill("[name=baseline]", "38.2")?;
    browser.click("#mend .primary")?;
    wait_for_text_in(browser, "article .headline", "38.2%から")?;
    browser.wait_for_none("#mend")?;
    check(
        browser.count("article > .notice, article .notice .plain")? == 0,
        "nothing is asked for any more",
    )?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, "article .headline", "基準値はまだありません")?;
    browser.click_named("やり直す")?;
    wait_for_text_in(browser, "article .headline", "38.2%から")
}

fn a_sum_is_doubted_until_somebody_decides(browser: &Browser, case: &Case) -> Outcome {
    let (sum, _) = case.sum;
    steps::to_indicator(browser, sum)?;
    steps::enter_actual(browser, 2025, "1,900")?;
    doubted(browser)?;
    browser.click_named("いま")?;
    wait_for_text_in(browser, ".card", "基準は1年分、目標は合計かもしれません")?;
    browser.click_named("指標")?;
    browser.click_named("表")?;
    wait_for_text_in(
        browser,
        "table.indicators",
        "基準は1年分、目標は合計かもしれません",
    )?;
    browser.click_named(sum)?;
    doubted(browser)?;
    browser.click_named("基準は1年分、目標は計画の始まりからの合計")?;
    decided(browser)?;
    browser.click_named("元に戻す")?;
    doubted(browser)?;
    browser.click_named("やり直す")?;
    decided(browser)?;
    browser.click_named("いま")?;
    wait_for_text_in(browser, ".card", "計画の始まりからの合計で")?;
    steps::to_indicator(browser, sum)
}

/// The doubt stands in the sentence and beside the rate.
fn doubted(browser: &Browser) -> Outcome {
    wait_for_text_in(
        browser,
        "article .headline",
        "基準は1年分、目標は合計かもしれません",
    )?;
    wait_for_text_in(
        browser,
        "#how-judged .notice",
        "基準が単年、目標が累計のように見えます",
    )
}

fn decided(browser: &Browser) -> Outcome {
    browser.wait_for_none("#how-judged .notice")?;
    wait_for_text_in(browser, "#how-judged", "0 から数えています")?;
    let sentence = browser.text_of("article .headline")?;
    check(
        !sentence.contains("かもしれません") && sentence.contains("計画の始まりからの合計で"),
        &format!("the doubt is gone: {sentence}"),
    )
}

fn a_person_says_what_serves_what(browser: &Browser, case: &Case) -> Outcome {
    let (_, goal) = case.sum;
    wait_for_text_in(browser, "#serves h3", goal)?;
    wait_for_text_in(browser, "#serves", "同じ施策にあるので、そうみています")?;
    browser.click_named("支えるKGIを決める")?;
    wait_for_count(browser, "#serves input", case.goals)?;
    browser.click("#serves input:checked")?;
    wait_for_text_in(browser, "#serves", "どのKGIを支えるかは決まっていません")?;
    browser.click("#serves-1")?;
    wait_for_text_in(browser, "#serves", "そう決められています")?;
    wait_for_count(browser, "#serves h3 a", 1)?;
    browser.click_named("元に戻す")?;
    browser.click_named("元に戻す")?;
    wait_for_text_in(browser, "#serves", "同じ施策にあるので、そうみています")?;
    browser.click_named("やり直す")?;
    browser.click_named("やり直す")?;
    browser.click_named("決めない（施策の並びにまかせる）")?;
    wait_for_text_in(browser, "#serves", "同じ施策にあるので、そうみています")?;
    browser.click("#serves-1")?;
    wait_for_text_in(browser, "#serves", "そう決められています")
}
