//! A picture of one screen, for somebody who works on it.

use super::{Browser, Engine, Look, Outcome, Site, driver};
use base64::Engine as _;
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// `shot --route '#/…' --size 360x740 [--dark] [--full] [--engine NAME] [--lang en]
/// [--script FILE.js] [--wait CSS] --out FILE.png`; `--folder` is what the files are relative to.
pub fn main(arguments: &[String]) -> ExitCode {
    let outcome = take(arguments);
    driver::end_shared();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("no picture: {error}");
            ExitCode::FAILURE
        }
    }
}

fn take(arguments: &[String]) -> Outcome {
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let folder = PathBuf::from(option("--folder").unwrap_or("."));
    let out = folder.join(option("--out").ok_or("--out FILE.png is missing")?);
    let size = option("--size").unwrap_or("1280x800");
    let (width, height) = size.split_once('x').ok_or("a size is as in 360x740")?;
    let engine = Engine::named(option("--engine").unwrap_or("chromium"))?;
    let dark = arguments.iter().any(|argument| argument == "--dark");
    let language = if option("--lang") == Some("en") {
        "en"
    } else {
        "ja"
    };
    let mut browser = Browser::new(engine)?;
    let look = Look {
        language,
        dark,
        ..Look::default()
    };
    browser.prepare(look, Site::start()?);
    browser.goto(option("--route").unwrap_or(""))?;
    browser.set_viewport(width.parse()?, height.parse()?)?;
    if let Some(script) = option("--script") {
        browser.execute(&fs::read_to_string(folder.join(script))?, &[])?;
    }
    if let Some(css) = option("--wait") {
        browser.wait_for(css)?;
    }
    settle(&browser)?;
    if arguments.iter().any(|argument| argument == "--full") && engine == Engine::Chromium {
        let picture = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = browser.devtools("Page.captureScreenshot", &picture)?;
        let png =
            base64::prelude::BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default())?;
        fs::write(&out, png)?;
    } else {
        browser.screenshot(&out)?;
    }
    for error in browser.console_errors()? {
        eprintln!("console: {error}");
    }
    Ok(())
}

/// Waits until fonts are loaded, two frames are drawn and no animation runs.
fn settle(browser: &Browser) -> Outcome {
    let script = "return document.fonts.ready
        .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        .then(() => Promise.all(document.getAnimations().filter((animation) =>
            animation.effect?.getComputedTiming().iterations !== Infinity).map((animation) => animation.finished)))
        .then(() => true)";
    browser.execute(script, &[]).map(drop)
}
