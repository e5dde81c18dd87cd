//! Drawing, reading and searching many indicators.

use super::figure::{Bar, Figure, Unit, median};
use super::harness::{Browser, Engine, Outcome};
use super::loads::{moment_of, time_to};
use super::plans;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// How often each is measured.
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
    keystrokes(&browser)?.into_iter().for_each(&mut *tell);
    judging(&browser)?.into_iter().for_each(tell);
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
        let answer = asynchronous(browser, &script, &[])?;
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
        floor.push(number(&asynchronous(browser, script, &[])?[0])?);
    }
    Ok(Figure {
        name: "import of 10,000 indicators, ten years each".to_owned(),
        value: median(app),
        unit: Unit::Milliseconds,
        floor: Some(("`JSON.parse` of the same text", median(floor))),
        bar: Bar::Ratio(10.0),
    })
}

/// From the plan to the judgement of every indicator, on a processor of a quarter of the speed: as it is from the second
/// plan on that a page opens, as a native program is measured, and the first time, when the engine has not yet compiled
/// more than a draft of the code.
fn judging(browser: &Browser) -> Outcome<[Figure; 2]> {
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
    let (mut first, mut again, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let end = time_to(browser, "#/open/indicators?plan=many.json", "app:judged")?;
        first.push(end - moment_of(browser, "app:read")?);
        let script = "const { plan } = await (await fetch('many.json')).json();
            const figure = (one) => Number(one.text);
            const begun = performance.now();
            const rates = plan.indicators.map((one) => {
              const from = figure(one.baseline);
              return (figure(one.actuals.at(-1)) - from) / (figure(one.targets.at(-1)) - from);
            });
            return [performance.now() - begun, rates.length]";
        floor.push(number(&asynchronous(browser, script, &[])?[0])?);
    }
    for file in ["./many.json", "many.json"].iter().cycle().take(RUNS) {
        moment_of(browser, "app:all-charts")?;
        let script = "performance.clearMarks(); location.hash = '#/open/indicators?plan=' + a[0]";
        browser.execute(script, &[json!(file)])?;
        let end = moment_of(browser, "app:judged")?;
        again.push(end - moment_of(browser, "app:read")?);
    }
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    let floor = median(floor);
    let figure = |when: &str, times: Vec<f64>, bar| Figure {
        name: format!("judging 10,000 indicators, 4× CPU{when}"),
        value: median(times),
        unit: Unit::Milliseconds,
        floor: Some(("(a − b) / (t − b) of the same figures", floor)),
        bar,
    };
    Ok([
        figure("", again, Bar::Value(50.0)),
        figure(": the first time of a page", first, Bar::None),
    ])
}

/// From a keystroke in the search field to the frame that shows what it found: the usual one, and the one that
/// finds the most that was not there before.
fn keystrokes(browser: &Browser) -> Outcome<[Figure; 2]> {
    let route = "#/open/indicators?plan=many.json";
    time_to(browser, route, "app:all-charts")?;
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
    let names: Vec<String> = (0..INDICATORS).map(plans::name).collect();
    let script = format!(
        "{AFTER_FRAME}
        const field = document.querySelector('#search'), app = [], floor = [];
        for (const text of a[0]) {{
          await after();
          const begun = performance.now();
          field.value = text;
          field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
          app.push(await after() - begun);
          await after();
        }}
        for (const text of a[0]) {{
          const begun = performance.now();
          a[1].filter((name) => name.includes(text));
          floor.push(performance.now() - begun);
        }}
        return [app, floor]"
    );
    let mut times: [Vec<Vec<f64>>; 2] = Default::default();
    for _ in 0..RUNS {
        let answer = asynchronous(browser, &script, &[json!(TYPED), json!(names)])?;
        for (side, runs) in times.iter_mut().enumerate() {
            let run = answer[side].as_array().ok_or("no times of keystrokes")?;
            runs.push(run.iter().filter_map(Value::as_f64).collect());
        }
    }
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    let [app, floor] = times.map(|runs| by_key(&runs));
    let floor = median(floor);
    let figure = |name: &str, value| Figure {
        name: format!("a search keystroke over 10,000 indicators, 4× CPU{name}"),
        value,
        unit: Unit::Milliseconds,
        floor: Some(("`String.includes` over the same names", floor)),
        bar: Bar::Value(50.0),
    };
    let slowest = app.iter().copied().fold(0.0, f64::max);
    Ok([figure("", median(app)), figure(": the slowest", slowest)])
}

/// The median of each keystroke over the runs.
fn by_key(runs: &[Vec<f64>]) -> Vec<f64> {
    let of_key = |key: usize| {
        median(
            runs.iter()
                .filter_map(|run| run.get(key).copied())
                .collect(),
        )
    };
    (0..TYPED.len()).map(of_key).collect()
}

/// Runs a script that may wait.
fn asynchronous(browser: &Browser, script: &str, arguments: &[Value]) -> Outcome<Value> {
    browser.execute(&format!("return (async () => {{ {script} }})()"), arguments)
}

fn number(value: &Value) -> Outcome<f64> {
    value.as_f64().ok_or_else(|| "no number came back".into())
}
