//! A plan published as the app's first screen: read before the app comes and without it, taken over without a jump.

use super::altered;
use super::steps::{INDICATOR, SAMPLE_FILE, wait_for_count, wait_for_text_in};
use crate::harness::{Browser, Engine, Outcome, check};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../../examples/publish/page.rs"]
mod page;

/// Where a town may put it.
const BELOW: &str = "/town/plan/";
/// The same page without any script, for what stands there before one runs.
const STILL: &str = "still.html";

/// What has a place on the screen, each with its top and left edge; rounded, for engines lay text out in parts of pixels.
const PLACES: &str = "return [...document.querySelectorAll('header, nav, .strip, h1, h2, h3, .headline, .grade-bar, .legend, .picture')]
    .filter((e) => e.getClientRects().length > 0)
    .map((e) => { const { top, left } = e.getBoundingClientRect();
      return [e.localName, Math.round(top + scrollY), Math.round(left)]; })";

/// A copy of the app with a sample as its first screen.
fn opens(browser: &mut Browser) -> Outcome<PathBuf> {
    altered::opens_below(browser, BELOW, |folder| {
        let name = SAMPLE_FILE.rsplit('/').next().unwrap_or_default();
        page::put(folder, name)?;
        without_scripts(folder)
    })
}

fn without_scripts(folder: &Path) -> Outcome {
    let mut page = fs::read_to_string(folder.join("index.html"))?;
    while let Some((before, rest)) = page.split_once("<script ") {
        let (_, after) = rest.split_once("</script>").ok_or("a script ends")?;
        page = [before, after].concat();
    }
    Ok(fs::write(folder.join(STILL), page)?)
}

/// Below a path of its host, the figures stand where the app then shows them, in a narrow and a wide window.
pub fn the_app_takes_the_page_over_without_a_jump(browser: &mut Browser) -> Outcome {
    opens(browser)?;
    for (width, height) in [(360, 740), (1440, 900)] {
        browser.goto("")?;
        browser.set_viewport(width, height)?;
        browser.goto_address(&browser.address_of(STILL))?;
        browser.wait_for_text("計画は、どこまで進んだか")?;
        let before = browser.execute(PLACES, &[])?;
        browser.goto_address("about:blank")?;
        browser.goto("")?;
        taken_over(browser)?;
        let after = browser.execute(PLACES, &[])?;
        nothing_moved(&before, &after)?;
        if browser.engine == Engine::Chromium {
            let moved = shifts(browser)?;
            println!("layout shift at {width} px: {moved:.4}");
            check(moved < 0.02, &format!("a layout shift of {moved}"))?;
        }
    }
    browser.check_accessibility()?;
    browser.click_named(INDICATOR)?;
    wait_for_text_in(browser, "h1", INDICATOR)?;
    browser.click(".brand")?;
    wait_for_text_in(browser, "h1", "計画は、どこまで進んだか")?;
    wait_for_count(browser, ".card", 24)?;
    browser.click_named("計画一覧へ")?;
    wait_for_text_in(browser, "h1", "計画一覧")
}

/// An address that asks for another screen gets that one, not the first.
pub fn another_address_opens_another_screen(browser: &mut Browser) -> Outcome {
    opens(browser)?;
    for (route, heading) in [
        ("#/settings", "表示"),
        ("#/plans", "計画一覧"),
        ("#/open/indicators?plan=plans/yoshioka.json", "指標をさがす"),
    ] {
        browser.goto_address("about:blank")?;
        browser.goto(route)?;
        let hidden = "return document.documentElement.hasAttribute('data-elsewhere')
            && ![...document.querySelectorAll('#early h1')].some((e) => e.getClientRects().length > 0)";
        browser.until_true(
            &format!("{route} not to show the first screen"),
            hidden,
            &[],
        )?;
        wait_for_text_in(browser, "h1", heading)?;
    }
    Ok(())
}

/// Without JavaScript the figures, rulers and the file of the plan are there.
pub fn it_is_read_without_javascript(browser: &mut Browser) -> Outcome {
    let folder = opens(browser)?;
    let mut address = browser.address_of(STILL);
    if browser.engine == Engine::Chromium {
        browser.goto_address("about:blank")?;
        let off = json!({ "value": true });
        browser.devtools("Emulation.setScriptExecutionDisabled", &off)?;
        address = browser.address_of("");
    }
    browser.goto_address(&address)?;
    let text = browser.text_of("main")?;
    for part in ["目標を数字にしています", INDICATOR, "計画一覧へ"] {
        check(text.contains(part), &format!("「{part}」 in {text}"))?;
    }
    if browser.engine == Engine::Chromium {
        check(
            text.contains("そのまま読めます"),
            "what does not work is said",
        )?;
    }
    let pictures = "return [...document.querySelectorAll('.picture svg, .words-only')]
        .filter((e) => e.getClientRects().length > 0).length";
    let shown = browser.execute(pictures, &[])?;
    check(shown == json!(24), &format!("{shown} rulers are shown"))?;
    let file = browser.execute("return document.querySelector('a[download]').href", &[])?;
    let file = file.as_str().unwrap_or_default().to_owned();
    check(
        file.ends_with(&[BELOW, SAMPLE_FILE].concat()) && folder.join(SAMPLE_FILE).is_file(),
        &format!("the plan's file is at {file}"),
    )
}

fn taken_over(browser: &Browser) -> Outcome {
    let script = "return performance.getEntriesByName('app:taken-over').length === 1";
    browser.until_true("the app to take the page over", script, &[])
}

/// Every place that was there before is there now.
fn nothing_moved(before: &Value, after: &Value) -> Outcome {
    let (Some(before), Some(after)) = (before.as_array(), after.as_array()) else {
        return Err("no places came back".into());
    };
    check(
        before.len() == after.len(),
        &format!("{} places became {}", before.len(), after.len()),
    )?;
    for (one, other) in before.iter().zip(after) {
        let near = |at: usize| {
            let distance = one[at].as_i64().unwrap_or(-1) - other[at].as_i64().unwrap_or(-9);
            distance.abs() <= 1
        };
        check(
            one[0] == other[0] && near(1) && near(2),
            &format!("{one} became {other}"),
        )?;
    }
    Ok(())
}

/// The sum of all layout shifts since the page began.
fn shifts(browser: &Browser) -> Outcome<f64> {
    let script = "return new Promise((done) => {
        const all = [];
        const observer = new PerformanceObserver((list) => all.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => {
          all.push(...observer.takeRecords());
          done(all.reduce((sum, { value }) => sum + value, 0));
        }));
      })";
    let sum = browser.execute(script, &[])?;
    sum.as_f64().ok_or_else(|| "no sum came back".into())
}
