//! The harness does what it says, in every engine, on a page of its own.

use crate::harness::{Browser, Engine, Key, Look, Outcome, Site, check};
use serde_json::json;
use std::path::Path;

/// Words, keys, files, tabs, dialogs, sizes, downloads and errors arrive.
pub fn it_does_what_it_says(browser: &mut Browser) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/fixture");
    let look = Look {
        language: "en",
        dark: true,
        ..Look::default()
    };
    let site = Site::start_folder(&folder, "/town/plan/")?;
    browser.prepare(look, site);
    browser.goto("")?;
    let language = browser.text_of("#language")?;
    check(
        language.starts_with("en"),
        &format!("the language {language} is English"),
    )?;
    let dark = browser.execute(
        "return matchMedia('(prefers-color-scheme: dark)').matches",
        &[],
    )?;
    check(dark == json!(true), "the system asks for dark colours")?;
    browser.set_viewport(360, 740)?;
    browser.set_viewport(1200, 800)?;
    words_and_keys(browser)?;
    downloads_and_errors(browser)?;
    tabs_and_routes(browser)?;
    browser.check_accessibility()?;
    browser.no_errors()?;
    if browser.engine != Engine::WebKit {
        browser.execute("localStorage.setItem('kept', 'yes')", &[])?;
        browser.reload()?;
        browser.kill_and_reopen()?;
        browser.goto("")?;
        browser.wait_for_text("見出し")?;
    }
    Ok(())
}

fn words_and_keys(browser: &Browser) -> Outcome {
    browser.type_text("#name", "指標")?;
    browser.press(None, Key::Enter)?;
    browser.wait_for_text("入力 指標")?;
    browser.press(Some(Key::Control), Key::Enter)?;
    browser.wait_for_text("+Ctrl")?;
    browser.fill("#text", &"あ".repeat(5000))?;
    browser.wait_for_text("5000 文字")?;
    browser.click_named("あとで")?;
    browser.wait_for_text("遅れて")?;
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.txt", browser.engine));
    std::fs::write(&file, "ファイルの中身")?;
    browser.choose_file("#file", &file)?;
    browser.wait_for_text("ファイルの中身")?;
    browser.click("#ask")?;
    browser.answer_dialog(true)?;
    browser.wait_for_text("はい")
}

fn downloads_and_errors(browser: &Browser) -> Outcome {
    browser.click_named("保存")?;
    let download = browser.download(1)?;
    check(download.name == "計画.json", "the download has its name")?;
    check(
        download.bytes == "{\"名\":1}".as_bytes(),
        "the download has its bytes",
    )?;
    browser.click("#fail")?;
    let mut errors = Vec::new();
    crate::harness::wire::until("both errors", || {
        errors.extend(browser.console_errors()?);
        Ok((errors.len() >= 2).then_some(()))
    })?;
    let all = errors.join("\n");
    check(
        all.contains("わざと") && all.contains("二つ目") && errors.len() == 2,
        &all,
    )
}

fn tabs_and_routes(browser: &Browser) -> Outcome {
    browser.open_tab("#/second")?;
    check(
        browser.route()? == "#/second",
        "the second tab has its route",
    )?;
    browser.close_tab()?;
    browser.turn_to_tab(0)?;
    browser.goto("#/first")?;
    check(browser.route()? == "#/first", "the first tab has its own")?;
    browser.reload()?;
    check(browser.count("button")? == 4, "the page is there again")
}
