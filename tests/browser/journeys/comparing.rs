//! The same theme across plans.

use super::steps::{self, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Key, Outcome, check};
use serde_json::json;

/// From the list of plans to the themes that the samples share: figures in one unit with what to know, one theme alone,
/// every baseline as 100, and from there to a town's own screen.
pub fn the_samples_share_themes(browser: &mut Browser) -> Outcome {
    browser.goto("#/")?;
    browser.click_named("同じテーマをくらべる")?;
    wait_for_text_in(browser, "h1", "同じテーマをくらべる")?;
    browser.wait_for("section.theme .picture svg")?;
    check(
        browser.count("section.theme")? > 3,
        "the samples share several themes",
    )?;
    the_pictures_stand(browser)?;
    steps::choose(browser, ".fields select", "ふるさと納税")?;
    wait_for_count(browser, "section.theme", 1)?;
    for said in [
        "10倍して千円にそろえました",
        "比べられるのは基準値どうしです",
        "「企業版」と断っています",
    ] {
        wait_for_text_in(browser, ".cautions", said)?;
    }
    wait_for_count(browser, ".compared tbody tr", 2)?;
    wait_for_text_in(browser, ".compared", "12,660")?;
    wait_for_text_in(browser, ".compared", "70,709")?;
    browser.click(".theme summary")?;
    wait_for_text_in(browser, ".theme details", "単位が「件」で")?;
    every_baseline_as_100(browser)?;
    browser.click(".compared tbody a")?;
    browser.wait_for("article.indicator")?;
    check(
        browser.route()?.contains("plan=plans/yoshioka.json"),
        "the town's own plan is open",
    )
}

/// A hand is never so quick as to choose in the very frames in which a screen builds itself.
fn the_pictures_stand(browser: &Browser) -> Outcome {
    let script = "return performance.getEntriesByName('app:all-charts').length > 0";
    browser.until_true("the screen's last picture", script, &[])
}

fn every_baseline_as_100(browser: &Browser) -> Outcome {
    // By the keyboard: the screen above the pointer is built anew at each choice.
    let script = "[...document.querySelectorAll('button')]
        .find((button) => button.textContent === a[0]).focus()";
    browser.execute(script, &[json!("基準値を100として")])?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, ".compared caption", "基準値を100とした数")?;
    wait_for_text_in(browser, ".compared td", "100.0")?;
    steps::wait_for_address(browser, "view=index")?;
    browser.reload()?;
    wait_for_count(browser, "section.theme", 1)?;
    wait_for_text_in(browser, ".compared caption", "基準値を100とした数")
}

/// Two plans named in an address are compared; what counts different things stands side by side, and that is said.
pub fn what_counts_different_things_is_not_converted(browser: &mut Browser) -> Outcome {
    browser.goto("#/open/compare?plan=plans/biratori.json&plan=plans/oizumi.json")?;
    wait_for_text_in(browser, "h1", "同じテーマをくらべる")?;
    browser.wait_for("section.theme")?;
    wait_for_text_in(browser, "section.theme", "換算せずに並べます")?;
    browser.click_named("指標")?;
    wait_for_text_in(browser, "h1", "指標をまとめて見る")
}

/// Somebody chooses on the screen what to compare a kept plan with, takes something out of a theme and back, puts something
/// in that only looked as if it belonged, and divides by the inhabitants; the address leads there again.
pub fn a_kept_plan_is_compared_and_linked(browser: &mut Browser) -> Outcome {
    steps::open_file(browser, steps::SAMPLE_FILE)?;
    steps::keep(browser)?;
    browser.click_named("くらべる")?;
    wait_for_text_in(browser, ".headline", "くらべる相手を選んでください")?;
    browser.click(".choosing input[value='plans/yoshioka.json']")?;
    browser.wait_for("section.theme .picture svg")?;
    steps::wait_for_address(browser, "with=plans/yoshioka.json")?;
    browser.reload()?;
    browser.wait_for("section.theme .picture svg")?;
    steps::choose(browser, ".fields select", "ふるさと納税")?;
    wait_for_count(browser, "section.theme", 1)?;
    browser.click_named("このテーマから外す")?;
    browser.wait_for_text("「ふるさと納税」から外しました")?;
    browser.click_named("元に戻す")?;
    wait_for_count(browser, "section.theme", 1)?;
    browser.click(".theme summary")?;
    browser.click_named("このテーマに入れる")?;
    browser.wait_for_text("「ふるさと納税」に入れました")?;
    wait_for_text_in(browser, "section.theme", "換算せずに並べます")?;
    wait_for_text_in(browser, ".compared", "結び付けたもの")?;
    browser.click_named("1人あたりで見る")?;
    wait_for_text_in(browser, ".cautions", "人口41,616人で割りました")?;
    wait_for_text_in(browser, ".cautions", "1人あたりの数字から外しました")?;
    steps::wait_until_saved(browser)?;
    let route = browser.route()?;
    let key = route.split('/').nth(2).unwrap_or_default().to_owned();
    browser.goto(&format!(
        "#/open/compare?plan=plans/yoshioka.json&with=kept%3A{key}"
    ))?;
    wait_for_text_in(browser, ".compared", "結び付けたもの")?;
    check(
        browser.count(".link button")? == 0,
        "what is only read is not linked",
    )
}
