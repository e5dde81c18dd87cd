//! Hours of work, words half composed, and texts that no form foresees.

use super::altered;
use super::steps::{self, INDICATOR, SAMPLE_FILE, wait_for_text_in};
use crate::harness::{Browser, Outcome, check};
use serde_json::{Value, json};

/// Remembers the app's memory, which nothing else lets be asked for.
const REACH: &str = "<script>
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        const all = Object.values((made.instance ?? made).exports ?? {});
        window.memories.push(...all.filter((it) => it instanceof WebAssembly.Memory));
        return made;
      };
    }
    </script>";

/// Enters another figure so many times, as quickly as the page draws.
const EDITS: &str =
    "const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const stands = async (css, wanted) => {
      for (let tries = 0; tries < 600; tries += 1) {
        if (!!document.querySelector(css) === wanted) return;
        await frame();
      }
      throw new Error(`${css} does not stand`);
    };
    return (async () => {
      for (let edit = 0; edit < a[0]; edit += 1) {
        document.querySelector('#y2025 button').click();
        await stands('#y2025 form', true);
        const field = document.querySelector('#y2025 input');
        field.value = `${100000 + ((a[1] + edit) * 7) % 90000}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelector('#y2025 form button').click();
        await stands('#y2025 form', false);
      }
      return Math.max(...window.memories.map((memory) => memory.buffer.byteLength));
    })()";

/// How many edits are asked for in one call.
const AT_ONCE: usize = 50;

/// Fault 42: edit after edit, for a whole day in the long run: memory keeps to its plateau, nodes do not pile up.
pub fn a_days_edits_need_no_more_than_an_hours(browser: &mut Browser) -> Outcome {
    let soak = super::steps::is_soak();
    let (begin, edits) = if soak { (1_000, 10_000) } else { (100, 300) };
    altered::begins_with(browser, REACH)?;
    steps::open_file(browser, SAMPLE_FILE)?;
    steps::keep(browser)?;
    steps::to_indicator(browser, INDICATOR)?;
    browser.wait_for("#y2025 button")?;
    make(browser, 0, begin)?;
    let (plateau, nodes) = (make(browser, begin, AT_ONCE)?, nodes(browser)?);
    let (memory, later) = (
        make(browser, begin + AT_ONCE, edits - begin - AT_ONCE)?,
        self::nodes(browser)?,
    );
    #[allow(clippy::cast_precision_loss)]
    let grown = memory as f64 / plateau as f64;
    println!("figure: 42: edits: {edits}");
    println!("figure: 42: memory, of its plateau: {:.0} %", grown * 100.0);
    check(
        grown <= 1.2,
        &format!("after {edits} edits memory is {grown:.2} of what it was after {begin}"),
    )?;
    check(
        later <= nodes + nodes / 5,
        &format!("{nodes} nodes became {later}"),
    )?;
    Ok(())
}

/// Makes edits and gives the bytes of the app's memory after them.
fn make(browser: &Browser, before: usize, edits: usize) -> Outcome<u64> {
    let mut memory = 0;
    for done in (0..edits).step_by(AT_ONCE) {
        let bytes = browser.execute(
            EDITS,
            &[json!(AT_ONCE.min(edits - done)), json!(before + done)],
        )?;
        memory = bytes.as_u64().ok_or("the app has a memory")?;
    }
    Ok(memory)
}

/// The nodes that the engine holds, those of no page included, after it has cleared away what it could.
fn nodes(browser: &Browser) -> Outcome<u64> {
    browser.devtools("HeapProfiler.collectGarbage", &json!({}))?;
    let counters = browser.devtools("Memory.getDOMCounters", &json!({}))?;
    counters["nodes"]
        .as_u64()
        .ok_or_else(|| format!("no nodes are counted: {counters}").into())
}

/// Fault 44: the tab is hidden in the middle of a word being composed. What was typed is kept at once, and the field is
/// not touched.
pub fn a_word_being_composed_goes_on(browser: &mut Browser) -> Outcome {
    let file = steps::file(
        browser,
        "enduring",
        "項目.json",
        schedule().to_string().as_bytes(),
    )?;
    steps::review_file(browser, &file)?;
    steps::take_in(browser)?;
    browser.click_named("年次表")?;
    browser.click("table.years .name a")?;
    browser.wait_for("#report textarea")?;
    let script = "const field = document.querySelector('#report textarea');
        const hidden = (is) => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => is ? 'hidden' : 'visible' });
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        };
        const kept = (text) => Object.values(localStorage).some((value) => value.includes(text));
        const type = (text, more) => {
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, ...more }));
        };
        field.focus();
        type('会議を開いた。', {});
        const begun = performance.now();
        field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        type('会議を開いた。つぎは', { isComposing: true });
        hidden(true);
        return new Promise((done) => {
          const look = () => {
            const took = performance.now() - begun;
            if (kept('会議を開いた。') || took > 2000) done([took, kept('会議を開いた。')]);
            else setTimeout(look, 5);
          };
          look();
        }).then((saved) => {
          hidden(false);
          const same = document.querySelector('#report textarea') === field && document.activeElement === field;
          const held = field.value;
          field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'つぎは' }));
          type('会議を開いた。次は', {});
          return [...saved, same, held, kept('次は')];
        })";
    let found = browser.execute(script, &[])?;
    let took = found[0].as_f64().unwrap_or(f64::MAX);
    check(
        found[1] == json!(true) && took < 300.0,
        &format!("it is kept after {took:.0} ms"),
    )?;
    check(
        found[2] == json!(true),
        "the field and the focus are the same",
    )?;
    check(
        found[3] == json!("会議を開いた。つぎは"),
        "the composition is untouched",
    )?;
    check(found[4] == json!(true), "it goes on and is kept")?;
    println!("figure: 44: {}, kept within: 300 ms", browser.engine);
    Ok(())
}

fn schedule() -> Value {
    json!({ "format": "monosashi-plan", "version": 1, "plan": {
        "title": "みほん計画",
        "period": { "start": 2024, "end": 2029 },
        "schedule": [{ "id": "schedule-1", "name": "会議の見直し", "nature": "continuing",
            "marks": { "2024": "ongoing", "2025": "ongoing" } }],
    } })
}

/// Names that no form foresees: long ones, emoji of several parts, rare characters, combining marks, reversed text.
fn odd_names() -> Vec<String> {
    let parts = [
        "👨\u{200d}👩\u{200d}👧",
        "𠮷野家",
        "葛\u{e0100}城市",
        "か\u{3099}き\u{3099}",
        "\u{202e}さかさま\u{202c}",
        "ｶﾞｷﾞ",
    ];
    let mut names: Vec<String> = parts.iter().map(|part| format!("{part}の数")).collect();
    names.push("長い名前".repeat(2_500));
    names.push("w".repeat(10_000));
    names
}

/// Fault 46: such names come back exactly, and no screen is wider than a phone's 320 px, which is 1,280 px at 400 %.
pub fn odd_texts_stay_exact_and_fit(browser: &mut Browser) -> Outcome {
    let names = odd_names();
    let indicators: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            json!({ "id": format!("i{at}"), "section": "s1", "name": name, "unit": "人", "departments": [name],
                "baseline": { "period": 2024, "text": "10" }, "targets": [{ "period": 2029, "text": "20" }] })
        })
        .collect();
    let frame = json!({ "format": "monosashi-plan", "version": 1, "plan": {
        "title": names[0], "municipality": { "name": names[2], "code": "" },
        "sections": [{ "id": "s1", "level": "章", "number": "1", "title": names[6] }], "indicators": indicators } });
    let file = steps::file(
        browser,
        "enduring",
        "名前.json",
        frame.to_string().as_bytes(),
    )?;
    browser.set_viewport(320, 640)?;
    steps::review_file(browser, &file)?;
    fits(browser, "the review")?;
    steps::take_in(browser)?;
    fits(browser, "the overview")?;
    let exported: Value = serde_json::from_slice(&steps::export(browser, 1)?)?;
    for (at, name) in names.iter().enumerate() {
        let came_back = exported["plan"]["indicators"][at]["name"] == json!(name);
        check(came_back, &format!("name {at} comes back exactly"))?;
    }
    browser.click("nav.tabs a:nth-of-type(2)")?;
    browser.wait_for("main h2")?;
    fits(browser, "the measures")?;
    browser.click_named("指標")?;
    browser.wait_for(".card")?;
    fits(browser, "the indicators")?;
    // A link of ten thousand characters is taller than the window, and a driver does not reach its middle.
    browser.execute(
        "document.querySelector('.card:last-of-type h3 a').click()",
        &[],
    )?;
    browser.wait_for("article h1")?;
    fits(browser, "one indicator")?;
    browser.goto("#/")?;
    wait_for_text_in(browser, ".plans", "の数")?;
    fits(browser, "the list")
}

fn fits(browser: &Browser, screen: &str) -> Outcome {
    let width = browser.execute("return document.scrollingElement.scrollWidth", &[])?;
    check(
        width.as_u64() <= Some(320),
        &format!("{screen} is {width} px wide"),
    )
}
