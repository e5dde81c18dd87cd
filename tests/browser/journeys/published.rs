//! Plans that somebody publishes beside the app: listed, opened, followed from version to version.

use super::altered;
use super::steps::{self, wait_for_text_in};
use crate::harness::{Browser, Engine, Outcome, check};
use monosashi::plan::Plan;
use monosashi::publish::{Catalogue, Entry};
use monosashi::read::read_plan_file;
use monosashi::write::plan_json;
use serde_json::json;
use std::fs;
use std::path::Path;

/// A plan's first and second version.
const FIRST: &str = "100";
const SECOND: &str = "120";

fn plan(target: &str) -> Outcome<Plan> {
    let text = json!({
        "format": "monosashi-plan",
        "version": 1,
        "plan": {
            "title": "みほん総合計画",
            "municipality": { "name": "みほん町", "code": "" },
            "period": { "start": 2020, "end": 2030 },
            "indicators": [{
                "id": "i1", "name": "講座の参加者数", "unit": "人",
                "baseline": { "period": 2020, "text": "50" },
                "targets": [{ "period": 2030, "text": target }],
            }],
        },
    });
    let read = read_plan_file("", &text.to_string()).plans;
    Ok(read.into_iter().next().ok_or("the plan is read")?)
}

/// Puts a version of the plan into the folder of published plans, and lists it.
fn publish(folder: &Path, target: &str, date: &str) -> Outcome {
    let plan = plan(target)?;
    let text = plan_json(&plan);
    let entry = Entry::of("mihon.json", &plan, text.as_bytes(), date);
    fs::write(folder.join("plans/mihon.json"), &text)?;
    list(folder, vec![entry])
}

fn list(folder: &Path, plans: Vec<Entry>) -> Outcome {
    let catalogue = Catalogue {
        title: "みほん町の計画".to_owned(),
        plans,
        ..Catalogue::default()
    };
    Ok(fs::write(
        folder.join("plans/catalogue.json"),
        catalogue.to_text(),
    )?)
}

/// How often the page has asked for the list.
const ASKED: &str = "return performance.getEntriesByName(new URL('plans/catalogue.json', location.href).href).length";

fn asked(browser: &Browser) -> Outcome<u64> {
    Ok(browser.execute(ASKED, &[])?.as_u64().unwrap_or_default())
}

fn asked_more_often(browser: &Browser, before: u64) -> Outcome {
    let script = format!("{ASKED} > a[0]");
    browser.until_true("the list to be asked for", &script, &[json!(before)])
}

/// Comes back to the page from another window.
fn come_back(browser: &Browser) -> Outcome {
    let script = "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    browser.execute(script, &[]).map(drop)
}

/// A page stays open; the plan on it is published anew. Nothing is fetched again that has not changed, the new version is
/// said, and opened when the person wants it.
pub fn a_new_version_is_said_and_opened(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |folder| publish(folder, FIRST, "2025-04-01"))?;
    browser.goto("#/plans")?;
    browser.wait_for_text("みほん町の計画")?;
    browser.wait_for_text("2025-04-01 の版")?;
    let listed = asked(browser)?;
    browser.click_named("みほん総合計画")?;
    browser.wait_for_text("講座の参加者数")?;
    browser.wait_for_text("100人")?;
    asked_more_often(browser, listed)?;
    browser.take_unchanged();
    let opened = asked(browser)?;
    come_back(browser)?;
    asked_more_often(browser, opened)?;
    let unchanged = browser.take_unchanged();
    // WebKit as it is driven here keeps nothing on disk, and so has no copy to ask about.
    check(
        browser.engine == Engine::WebKit || unchanged.contains(&"plans/catalogue.json".to_owned()),
        "the host is asked whether the list changed, and says that it did not",
    )?;
    check(
        browser.count(".strip")? == 1,
        "nothing is said but that it is not kept",
    )?;
    publish(&folder, SECOND, "2026-04-01")?;
    come_back(browser)?;
    wait_for_text_in(browser, ".strip", "新しい版（2026-04-01）が公開されました")?;
    wait_for_text_in(browser, ".card", "100人")?;
    browser.check_accessibility()?;
    browser.click_named("新しい版を開く")?;
    wait_for_text_in(browser, ".card", "120人")?;
    check(
        !browser.text_of("body")?.contains("が公開されました"),
        "the version that is open is the one that is listed",
    )?;
    Ok(())
}

/// The file is not the one that is listed: it may be looked at, and that is said.
pub fn a_file_that_is_not_the_listed_one_is_said(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |folder| {
        publish(folder, SECOND, "2026-04-01")?;
        Ok(fs::write(
            folder.join("plans/mihon.json"),
            plan_json(&plan(FIRST)?),
        )?)
    })?;
    steps::open_file(browser, "plans/mihon.json")?;
    wait_for_text_in(browser, ".strip", "一覧に書かれた版と中身が違います")?;
    wait_for_text_in(browser, ".card", "100人")?;
    come_back(browser)?;
    wait_for_text_in(browser, ".strip", "一覧に書かれた版と中身が違います")?;
    publish(&folder, SECOND, "2026-04-01")?;
    browser.click_named("開き直す")?;
    wait_for_text_in(browser, ".card", "120人")?;
    let fits = "return !document.body.innerText.includes('中身が違います')";
    browser.until_true("the listed version", fits, &[])
}

/// A plan that was kept from a published file: its next version is said in the list, looked over, taken over.
pub fn a_kept_plan_follows_its_published_file(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |folder| publish(folder, FIRST, "2025-04-01"))?;
    steps::open_file(browser, "plans/mihon.json")?;
    steps::keep(browser)?;
    browser.goto("#/plans")?;
    browser.wait_for_text("みほん町の計画")?;
    check(
        !browser.text_of("main")?.contains("新しい版"),
        "the version that is kept is the one that is listed",
    )?;
    publish(&folder, SECOND, "2026-04-01")?;
    browser.reload()?;
    browser.wait_for_text("公開元に新しい版（2026-04-01）があります")?;
    browser.check_accessibility()?;
    browser.click_named("変わったところを見る")?;
    wait_for_text_in(browser, ".proposal", "の新しい版です")?;
    wait_for_text_in(browser, "#review dl.facts dd", "120")?;
    browser.click_named("新しい版として取り込む")?;
    browser.wait_for_text("新しい版を取り込みました")?;
    wait_for_text_in(browser, ".card", "120人")?;
    browser.goto("#/plans")?;
    browser.wait_for_text("みほん町の計画")?;
    check(
        !browser.text_of("main")?.contains("公開元に新しい版"),
        "what was taken over is not said again",
    )
}

/// A list that is missing or broken, or names a file that is not there, is said, and nothing else is touched by it.
pub fn a_broken_list_is_said_and_breaks_nothing(browser: &mut Browser) -> Outcome {
    let folder = altered::opens(browser, |folder| {
        let entry = Entry {
            file: "nowhere.json".to_owned(),
            title: "ない計画".to_owned(),
            ..Entry::default()
        };
        list(folder, vec![entry])
    })?;
    browser.goto("#/plans")?;
    browser.click_named("ない計画")?;
    browser.wait_for_text("「plans/nowhere.json」を読めませんでした")?;
    let catalogue = folder.join("plans/catalogue.json");
    fs::write(&catalogue, "{\"format\":")?;
    browser.goto("#/plans")?;
    browser.reload()?;
    browser.wait_for_text("一覧（plans/catalogue.json）が壊れていて読めません")?;
    browser.wait_for_text("まだ計画はありません")?;
    steps::open_file(browser, steps::SAMPLE_FILE)?;
    fs::remove_file(&catalogue)?;
    browser.goto("#/plans")?;
    browser.reload()?;
    browser.wait_for_text("公開されている計画の一覧は、いま読めません")?;
    let errors = browser.console_errors()?;
    let named = |error: &String| error.contains("nowhere.json") || error.contains("catalogue.json");
    check(
        errors.iter().all(named),
        &format!("only what is missing is complained of: {errors:?}"),
    )
}
