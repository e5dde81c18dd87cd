//! Drawing, reading and searching many indicators.

use super::figure::{Bar, Figure, Unit, median};
use super::harness::{Browser, Engine, Outcome};
use super::loads::{moment_of, time_to};
use super::plans;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const RUNS: usize = 5;

/// How many pictures are drawn, in two plans, since the app shows all pictures of several plans at once.
const PICTURES: usize = 1000;

/// How many indicators are read and searched.
const INDICATORS: usize = 10_000;
/// How many years each has.
const YEARS: usize = 10;

/// What is typed, a keystroke after the other.
const TYPED: [&str; 9] = [
    "図",
    "図書",
    "図書館",
    "図書館利",
    "図書館利用",
    "図書館",
    "図",
    "相談",
    "相談件数",
];

/// Waits until what the page holds now was rendered; `after` is the name of a function for scripts.
const AFTER_FRAME: &str = "const after = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));";

/// Measures all of it.
pub fn measure(folder: &Path, tell: &mut dyn FnMut(Figure)) -> Outcome {
    let half = PICTURES / 2;
    fs::write(folder.join("first-half.json"), plans::plan(0, half, YEARS)?)?;
    fs::write(
        folder.join("second-half.json"),
        plans::plan(half, half, YEARS)?,
    )?;
    fs::write(folder.join("many.json"), plans::plan(0, INDICATORS, YEARS)?)?;
    let browser = Browser::new(Engine::Chromium)?;
    browser.set_viewport(1280, 800)?;
    tell(pictures(&browser)?);
    tell(reading(&browser)?);
    tell(keystroke(&browser)?);
    Ok(())
}

/// From the judged plans to the frame that shows all pictures.
fn pictures(browser: &Browser) -> Outcome<Figure> {
    let (mut app, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let end = time_to(
            browser,
            "#/open?plan=first-half.json&plan=second-half.json",
            "app:all-charts",
        )?;
        app.push(end - moment_of(browser, "app:opened")?);
        // The same pictures, ready-made, into the same places, emptied before.
        let script = format!(
            "{AFTER_FRAME}
            const list = document.querySelector('.rulers'), pictures = document.querySelectorAll('.picture svg');
            const html = [...pictures].map((svg) => `<li class=card><div class=picture>${{svg.outerHTML}}</div></li>`).join('');
            document.querySelector('main').replaceChildren(list);
            list.innerHTML = '';
            await after();
            const begun = performance.now();
            list.innerHTML = html;
            return [pictures.length, await after() - begun]"
        );
        let answer = asynchronous(browser, &script)?;
        if answer[0] != json!(PICTURES) {
            return Err(format!("the page shows {} pictures", answer[0]).into());
        }
        floor.push(number(&answer[1])?);
    }
    Ok(Figure {
        name: "1,000 pictures: built, drawn, shown".to_owned(),
        value: median(app),
        unit: Unit::Milliseconds,
        floor: Some(("`innerHTML` of the same SVG", median(floor))),
        bar: Bar::Ratio(2.0),
    })
}

/// From the text of a plan file to the plan.
fn reading(browser: &Browser) -> Outcome<Figure> {
    let (mut app, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let end = time_to(browser, "#/open/indicators?plan=many.json", "app:read")?;
        app.push(end - moment_of(browser, "app:fetched")?);
        let script = "const text = await (await fetch('many.json')).text();
            const begun = performance.now();
            const frame = JSON.parse(text);
            return [performance.now() - begun, frame.plan.indicators.length]";
        floor.push(number(&asynchronous(browser, script)?[0])?);
    }
    Ok(Figure {
        name: "import of 10,000 indicators, ten years each".to_owned(),
        value: median(app),
        unit: Unit::Milliseconds,
        floor: Some(("`JSON.parse` of the same text", median(floor))),
        bar: Bar::Ratio(10.0),
    })
}

/// From a keystroke in the search field to the frame that shows what it found.
fn keystroke(browser: &Browser) -> Outcome<Figure> {
    time_to(
        browser,
        "#/open/indicators?plan=many.json",
        "app:all-charts",
    )?;
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
    let (mut app, mut floor) = (Vec::new(), Vec::new());
    let names: Vec<String> = (0..INDICATORS).map(plans::name).collect();
    for _ in 0..RUNS {
        let script = format!(
            "{AFTER_FRAME}
            const field = document.querySelector('#search'), times = [];
            for (const text of a[0]) {{
              await after();
              const begun = performance.now();
              field.value = text;
              field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
              times.push(await after() - begun);
              await after();
            }}
            const found = a[0].map((text) => {{
              const begun = performance.now();
              const count = a[1].filter((name) => name.includes(text)).length;
              return [performance.now() - begun, count];
            }});
            return [times, found.map(([time]) => time), document.querySelector('[role=status]').textContent]"
        );
        let script = format!("return (async () => {{ {script} }})()");
        let answer = browser.execute(&script, &[json!(TYPED), json!(names)])?;
        for (measured, at) in [(&mut app, 0), (&mut floor, 1)] {
            let times = answer[at].as_array().ok_or("no times of keystrokes")?;
            measured.extend(times.iter().filter_map(Value::as_f64));
        }
    }
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    Ok(Figure {
        name: "a search keystroke over 10,000 indicators, 4× CPU".to_owned(),
        value: median(app),
        unit: Unit::Milliseconds,
        floor: Some(("`String.includes` over the same names", median(floor))),
        bar: Bar::Value(50.0),
    })
}

/// Runs a script that may wait.
fn asynchronous(browser: &Browser, script: &str) -> Outcome<Value> {
    browser.execute(&format!("return (async () => {{ {script} }})()"), &[])
}

fn number(value: &Value) -> Outcome<f64> {
    value.as_f64().ok_or_else(|| "no number came back".into())
}
