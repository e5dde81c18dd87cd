//! The main job without a mouse.

use super::steps::{self, INDICATOR, SAMPLE, focused, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Key, Outcome, check};
use serde_json::json;

/// More stops than any screen of the journey has.
const MOST_STOPS: usize = 150;

/// Somebody finds an indicator, steps through its pictures, enters an actual and takes it out, by keys alone.
pub fn the_main_job_needs_no_mouse(browser: &mut Browser) -> Outcome {
    browser.goto("")?;
    browser.wait_for_text(SAMPLE)?;
    browser.press(None, Key::Tab)?;
    check(
        focused(browser)? == "本文へ",
        "the first stop skips what stands above every screen",
    )?;
    forward_to(browser, SAMPLE)?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, "h1", "計画は、どこまで進んだか")?;
    back_to(browser, "指標")?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, "h1", "指標をさがす")?;
    forward_to(browser, "search")?;
    type_keys(browser, "ふるさと")?;
    wait_for_count(browser, ".card", 2)?;
    forward_to(browser, INDICATOR)?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    step_through_points(browser)?;
    enter(browser)?;
    back_to(browser, "いま")?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, "h1", "計画は、どこまで進んだか")?;
    forward_to(browser, "ファイルに書き出す")?;
    browser.press(None, Key::Enter)?;
    let file = browser.download(1)?;
    check(
        String::from_utf8(file.bytes)?.contains("\"140000\""),
        "the file holds the actual",
    )
}

fn step_through_points(browser: &Browser) -> Outcome {
    wait_for_count(browser, ".rulers.single svg", 2)?;
    for picture in 0..2 {
        forward_until(browser, "a point of a picture", |browser| {
            is_on_a_point(browser)
        })?;
        let first = focused(browser)?;
        browser.press(None, Key::Right)?;
        let second = focused(browser)?;
        check(
            !first.is_empty() && first != second && is_on_a_point(browser)?,
            &format!(
                "picture {picture}: the arrow goes from 「{first}」 to another point, 「{second}」"
            ),
        )?;
        browser.press(None, Key::End)?;
        let last = focused(browser)?;
        check(
            last.contains("411,519") || last.contains("4億"),
            &format!("picture {picture}: the last point is the target: 「{last}」"),
        )?;
        browser.press(None, Key::Home)?;
        check(focused(browser)? == first, "Home goes to the first point")?;
    }
    Ok(())
}

fn enter(browser: &Browser) -> Outcome {
    back_to(browser, "この端末に保存する")?;
    browser.press(None, Key::Enter)?;
    browser.wait_for_text("この端末に保存しました")?;
    forward_to(browser, "令和7年度 実績 入れる")?;
    browser.press(None, Key::Enter)?;
    wait_for_focus(browser, "#y2025 input")?;
    browser.press(None, Key::Escape)?;
    wait_for_focus(browser, "#y2025 button")?;
    browser.press(None, Key::Enter)?;
    wait_for_focus(browser, "#y2025 input")?;
    type_keys(browser, "140000")?;
    browser.press(None, Key::Enter)?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    wait_for_focus(browser, "#y2025 button")?;
    browser.press(Some(Key::Control), 'z')?;
    wait_for_text_in(browser, ".title .grade", "まだ判定できない")?;
    browser.press(Some(Key::Control), 'y')?;
    wait_for_text_in(browser, ".title .grade", "順調")?;
    steps::wait_until_saved(browser)
}

// Not by `:focus`, which matches nothing in a window that another one is before.
fn is_on_a_point(browser: &Browser) -> Outcome<bool> {
    let script = "return document.activeElement.matches('svg .point')";
    Ok(browser.execute(script, &[])? == json!(true))
}

fn wait_for_focus(browser: &Browser, css: &str) -> Outcome {
    let script = "return document.activeElement.matches(a[0])";
    browser.until_true(&format!("the focus on `{css}`"), script, &[json!(css)])
}

fn type_keys(browser: &Browser, text: &str) -> Outcome {
    text.chars().try_for_each(|key| browser.press(None, key))
}

/// Tab until what has the focus says this.
fn forward_to(browser: &Browser, words: &str) -> Outcome {
    forward_until(browser, words, |browser| Ok(focused(browser)? == words))
}

fn forward_until(
    browser: &Browser,
    what: &str,
    there: impl Fn(&Browser) -> Outcome<bool>,
) -> Outcome {
    seek(browser, None, what, there)
}

/// Shift+Tab until what has the focus says this.
fn back_to(browser: &Browser, words: &str) -> Outcome {
    seek(browser, Some(Key::Shift), words, |browser| {
        Ok(focused(browser)? == words)
    })
}

fn seek(
    browser: &Browser,
    held: Option<Key>,
    what: &str,
    there: impl Fn(&Browser) -> Outcome<bool>,
) -> Outcome {
    let mut stops = Vec::new();
    for _ in 0..MOST_STOPS {
        browser.press(held, Key::Tab)?;
        if there(browser)? {
            return Ok(());
        }
        stops.push(focused(browser)?.chars().take(20).collect::<String>());
    }
    stops.truncate(40);
    Err(format!(
        "the keyboard never comes to 「{what}」, only to {}",
        stops.join(" / ")
    )
    .into())
}
