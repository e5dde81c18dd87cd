//! How long it takes from an address to a picture: plainly, and on a slow phone with a slow network.

use super::figure::{Bar, Figure, Unit, median};
use super::harness::{Browser, Engine, Outcome};
use super::sizes;
use serde_json::json;
use std::fs;
use std::path::Path;

/// How often each is measured.
const RUNS: usize = 5;

/// The five plans that lie beside the app.
const PLANS: [&str; 5] = ["oizumi", "yoshioka", "imakane", "biratori", "kamifurano"];

/// A page to load and what is waited for: the name of a mark.
struct Load {
    what: &'static str,
    route: String,
    mark: &'static str,
    /// The data it loads besides the app.
    data: Vec<String>,
    /// What it may take on the slow phone, in milliseconds.
    bar: Bar,
}

/// Set in the page as soon as the app's own controls were rendered and the next task ran.
const INTERACTIVE: &str = "bench:interactive";

/// Measures every load, each beside an empty page of the same bytes.
pub fn measure(folder: &Path, tell: &mut dyn FnMut(Figure)) -> Outcome {
    let browser = Browser::new(Engine::Chromium)?;
    browser.set_viewport(390, 844)?;
    // A browser's own first start is not the app's.
    browser.goto("")?;
    browser.devtools("Network.enable", &json!({}))?;
    browser.devtools(
        "Network.setCacheDisabled",
        &json!({ "cacheDisabled": true }),
    )?;
    let watches = [("header.banner a", INTERACTIVE), (".picture svg", PICTURE)];
    let watch = json!({ "source": watches.map(|(css, mark)| marking(css, mark)).concat() });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &watch)?;
    for slow in [false, true] {
        throttle(&browser, slow)?;
        let circumstances = if slow { ", 4× CPU and slow 4G" } else { "" };
        for (number, load) in loads().iter().enumerate() {
            let floor = format!("floor-{number}.html");
            fs::write(folder.join(&floor), empty_page(folder, load)?)?;
            let (mut app, mut least) = (Vec::new(), Vec::new());
            for _ in 0..RUNS {
                app.push(time_to(&browser, &load.route, load.mark)?);
                least.push(time_to(&browser, &floor, "bench:floor")?);
            }
            tell(Figure {
                name: [load.what, circumstances].concat(),
                value: median(app),
                unit: Unit::Milliseconds,
                floor: Some(("an empty page of the same bytes", median(least))),
                bar: if slow { load.bar } else { Bar::None },
            });
        }
        tell(planned(&browser, circumstances)?);
    }
    Ok(())
}

fn loads() -> [Load; 3] {
    let file = |plan: &str| format!("plans/{plan}.json");
    let open = |plans: &[String]| format!("#/open?plan={}", plans.join("&plan="));
    let one = vec![file(PLANS[0])];
    let all: Vec<String> = PLANS.into_iter().map(file).collect();
    [
        Load {
            what: "first view interactive",
            route: "#/".to_owned(),
            mark: INTERACTIVE,
            data: Vec::new(),
            bar: Bar::Value(2000.0),
        },
        Load {
            what: "first picture of a plan",
            route: open(&one),
            mark: "app:first-chart",
            data: one,
            bar: Bar::None,
        },
        Load {
            what: "all 61 pictures of five plans",
            route: open(&all),
            mark: "app:all-charts",
            data: all,
            bar: Bar::None,
        },
    ]
}

/// Set as soon as a picture of a plan was rendered.
const PICTURE: &str = "bench:picture";

/// Sets a mark as soon as the first element that a selector finds was rendered and the next task ran.
fn marking(css: &str, mark: &str) -> String {
    format!(
        "
    new MutationObserver((changes, observer) => {{
      if (!document.querySelector('{css}')) return;
      observer.disconnect();
      requestAnimationFrame(() => {{
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.mark('{mark}');
        channel.port2.postMessage(0);
      }});
    }}).observe(document, {{ childList: true, subtree: true }});"
    )
}

/// The first picture of a plan that stands in the page itself, beside the same page without a script.
fn planned(browser: &Browser, circumstances: &str) -> Outcome<Figure> {
    let (mut app, mut still) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        app.push(time_to(browser, "planned.html", PICTURE)?);
        still.push(time_to(browser, "planned-still.html", PICTURE)?);
    }
    Ok(Figure {
        name: [
            "first picture of a plan in the page (`--plan`)",
            circumstances,
        ]
        .concat(),
        value: median(app),
        unit: Unit::Milliseconds,
        floor: Some(("the same page without scripts", median(still))),
        bar: Bar::Ratio(1.3),
    })
}

/// Lighthouse's slow 4G and a processor of a quarter of the speed, or neither.
fn throttle(browser: &Browser, slow: bool) -> Outcome {
    let network = if slow {
        json!({ "offline": false, "latency": 150, "downloadThroughput": 1.6e6 / 8.0, "uploadThroughput": 750e3 / 8.0 })
    } else {
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })
    };
    browser.devtools("Network.emulateNetworkConditions", &network)?;
    let rate = json!({ "rate": if slow { 4 } else { 1 } });
    browser.devtools("Emulation.setCPUThrottlingRate", &rate)?;
    Ok(())
}

/// Loads a page anew and gives the time from its start to a mark, in milliseconds.
pub fn time_to(browser: &Browser, route: &str, mark: &str) -> Outcome<f64> {
    browser.goto_address("about:blank")?;
    browser.goto_address(&browser.address_of(route))?;
    moment_of(browser, mark)
}

/// Waits for a mark of the page and gives its moment, in milliseconds since the page's start.
pub fn moment_of(browser: &Browser, mark: &str) -> Outcome<f64> {
    let script = "return new Promise((done) => new PerformanceObserver((list, observer) => {
          const marks = list.getEntriesByName(a[0]);
          if (marks.length === 0) return;
          observer.disconnect();
          done(marks.at(-1).startTime);
        }).observe({ type: 'mark', buffered: true }))";
    let moment = browser
        .execute(script, &[json!(mark)])
        .map_err(|error| format!("no mark `{mark}`: {error}"))?;
    moment
        .as_f64()
        .ok_or_else(|| format!("the page set no mark `{mark}`").into())
}

/// A page that loads the app's own files and the plans at once, and does nothing with them. It is as
/// long as the app's page.
fn empty_page(folder: &Path, load: &Load) -> Outcome<String> {
    let mut parts = sizes::first_view(folder)?;
    if !load.data.is_empty() {
        parts.extend(sizes::of_plans(folder)?);
    }
    let length = parts.iter().find(|part| part.name == "index.html");
    let length = length.map_or(0, |part| usize::try_from(part.bytes).unwrap_or_default());
    let (styles, others): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .map(|part| part.name)
        .filter(|name| name != "index.html")
        .partition(|name| name.ends_with(".css"));
    let mut page = String::from("<!doctype html><link rel=icon href='data:,'>");
    for style in styles {
        page.push_str(&format!("<link rel=stylesheet href='{style}'>"));
    }
    let fetched: Vec<&String> = others.iter().chain(&load.data).collect();
    page.push_str(&format!(
        "<script type=module>
        await Promise.all({}.map((file) => fetch(file).then((answer) => answer.arrayBuffer())));
        requestAnimationFrame(() => {{
          const channel = new MessageChannel();
          channel.port1.onmessage = () => performance.mark('bench:floor');
          channel.port2.postMessage(0);
        }});
        </script>",
        json!(fetched)
    ));
    Ok(format!("{page:<length$}"))
}
