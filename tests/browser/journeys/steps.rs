//! Steps that several journeys take.

use crate::harness::{Browser, Outcome, check};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// The sample that most journeys look at, as the list names it, and its file beside the app.
pub const SAMPLE: &str = "Ⅲ 行財政と協働";
/// Where it lies.
pub const SAMPLE_FILE: &str = "plans/oizumi.json";
/// One of its indicators.
pub const INDICATOR: &str = "ふるさと納税の寄附金額（累計）";

/// Opens a file beside the app for reading and waits until its screen stands.
pub fn open_file(browser: &Browser, path: &str) -> Outcome {
    browser.goto(&format!("#/open?plan={path}"))?;
    browser.wait_for_text("計画は、どこまで進んだか")
}

/// Keeps the plan that is open for reading.
pub fn keep(browser: &Browser) -> Outcome {
    browser.click_named("この端末に保存する")?;
    browser.wait_for_text("この端末に保存しました")?;
    check(
        browser.route()?.starts_with("#/plan/"),
        "the address is that of a kept plan",
    )
}

/// Waits until a selector finds so many elements.
pub fn wait_for_count(browser: &Browser, css: &str, count: usize) -> Outcome {
    let script = "return document.querySelectorAll(a[0]).length === a[1]";
    browser
        .until_true(
            &format!("{count} × `{css}`"),
            script,
            &[json!(css), json!(count)],
        )
        .map_err(|error| match browser.count(css) {
            Ok(found) => format!("{error}; there are {found}").into(),
            Err(_) => error,
        })
}

/// Waits until an element shows a text.
pub fn wait_for_text_in(browser: &Browser, css: &str, text: &str) -> Outcome {
    let script =
        "return [...document.querySelectorAll(a[0])].some((e) => e.innerText.includes(a[1]))";
    browser
        .until_true(
            &format!("「{text}」 in `{css}`"),
            script,
            &[json!(css), json!(text)],
        )
        .map_err(|error| match browser.text_of(css) {
            Ok(found) => format!("{error}; it says 「{found}」").into(),
            Err(_) => error,
        })
}

/// Waits until the address says something: it follows the screen, after the frame that shows what was chosen.
pub fn wait_for_address(browser: &Browser, part: &str) -> Outcome {
    let script = "return decodeURIComponent(location.hash).includes(a[0])";
    browser.until_true(
        &format!("「{part}」 in the address"),
        script,
        &[json!(part)],
    )
}

/// The policy that the page has in itself.
pub fn policy(browser: &Browser) -> Outcome<String> {
    let script =
        "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
    let policy = browser.execute(script, &[])?;
    Ok(policy.as_str().unwrap_or_default().to_owned())
}

/// Whether the journeys run as long as they can: before a release, by `cargo xtask soak`.
pub fn is_soak() -> bool {
    std::env::var_os("MONOSASHI_SOAK").is_some()
}

/// Waits until the mirror has what is kept; the page is the same afterwards.
pub fn wait_for_mirror(browser: &Browser) -> Outcome {
    let script = "return new Promise((resolve) => {
        const asked = indexedDB.open('monosashi');
        asked.onupgradeneeded = () => asked.transaction.abort();
        asked.onerror = () => resolve(0);
        asked.onsuccess = () => {
          const count = asked.result.transaction('manifests').objectStore('manifests').count();
          count.onsuccess = () => { asked.result.close(); resolve(count.result); };
        };
      }).then((count) => count > 0)";
    browser.until_true("the mirror to have it", script, &[])
}

/// Goes to the screen 指標 and from there to one indicator.
pub fn to_indicator(browser: &Browser, name: &str) -> Outcome {
    browser.click_named("指標")?;
    browser.wait_for("#search")?;
    browser.click_named(name)?;
    wait_for_text_in(browser, "h1", name)
}

/// Chooses in a field the option whose words start so.
pub fn choose(browser: &Browser, css: &str, words: &str) -> Outcome {
    let script = "const found = [...(document.querySelector(a[0])?.options ?? [])]
        .find((e) => e.text.startsWith(a[1])); return found ? found.value : null";
    let option = browser.execute(script, &[json!(css), json!(words)])?;
    let option = option
        .as_str()
        .ok_or_else(|| format!("`{css}` has no 「{words}」"))?;
    browser.fill(css, option)
}

/// Enters an actual, or corrects the one that is there, on an indicator's screen.
pub fn enter_actual(browser: &Browser, year: u16, text: &str) -> Outcome {
    browser.click(&format!("#y{year} button"))?;
    browser.fill(&format!("#y{year} input"), text)?;
    browser.click(&format!("#y{year} form button"))?;
    browser.wait_for_none(&format!("#y{year} form"))
}

/// Waits until what was changed is said to be saved.
pub fn wait_until_saved(browser: &Browser) -> Outcome {
    wait_for_text_in(browser, ".said", "保存しました")
}

/// Exports the open plan from its first screen; `count` counts the downloads since the page was loaded.
pub fn export(browser: &Browser, count: usize) -> Outcome<Vec<u8>> {
    browser.click_named("いま")?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    browser.click_named("ファイルに書き出す")?;
    let download = browser.download(count)?;
    check(
        download.name.ends_with(".json"),
        &format!("{} is named as what it is", download.name),
    )?;
    Ok(download.bytes)
}

/// A file as a person would have it, in a folder of the engine's and the journey's own.
pub fn file(browser: &Browser, journey: &str, name: &str, bytes: &[u8]) -> Outcome<PathBuf> {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{journey}", browser.engine));
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}

/// Gives a file to the import page and waits for the review.
pub fn review_file(browser: &Browser, file: &Path) -> Outcome {
    browser.goto("#/import")?;
    browser.choose_file("#file", file)?;
    browser.wait_for("#review")
}

/// How many of something the review says it found; 0 when it does not name it.
pub fn reviewed(browser: &Browser, what: &str) -> Outcome<usize> {
    let script = "const found = [...document.querySelectorAll('#review .counts dt')]
        .find((e) => e.innerText.trim() === a[0]);
        return found ? Number(found.nextElementSibling.innerText) : 0";
    let count = browser.execute(script, &[json!(what)])?;
    Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
}

/// Takes in what the review shows, and waits for the plan's first screen.
pub fn take_in(browser: &Browser) -> Outcome {
    browser.click_named("新しい計画として取り込む")?;
    browser.wait_for_text("計画は、どこまで進んだか")?;
    check(
        browser.route()?.starts_with("#/plan/"),
        "the address is that of a kept plan",
    )
}

/// Removes everything that the browser keeps for the site, as clearing its data does.
pub fn wipe(browser: &Browser) -> Outcome {
    browser.execute("localStorage.clear()", &[])?;
    browser.goto("#/")?;
    browser.reload()?;
    browser.wait_for_text("まだ計画はありません")
}

/// What the element with the keyboard's focus says: its text or its accessible name.
pub fn focused(browser: &Browser) -> Outcome<String> {
    let script = "const e = document.activeElement;
        return [e.getAttribute('aria-label'), e.innerText, e.textContent, e.id]
          .find((text) => typeof text === 'string' && text.trim() !== '')?.trim() ?? ''";
    let said = browser.execute(script, &[])?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}
