//! The published page runs what lies beside it and asks nobody else.

use super::{screens, steps};
use crate::harness::{Browser, Outcome, check};
use serde_json::json;

/// Fault 26: a strict policy, and not one request to another origin on any screen.
pub fn on_no_screen(browser: &mut Browser) -> Outcome {
    browser.goto("#/")?;
    the_policy_is_strict(browser)?;
    let mut asked = Vec::new();
    screens::on_each(browser, |browser, name| {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)
            .filter((name) => !name.startsWith(location.origin) && !/^(data|blob):/.test(name))";
        let elsewhere = browser.execute(script, &[])?;
        if elsewhere != json!([]) {
            asked.push(format!("{name}: {elsewhere}"));
        }
        Ok(())
    })?;
    check(asked.is_empty(), &asked.join("\n    "))?;
    what_is_not_ours_does_not_run(browser)
}

fn the_policy_is_strict(browser: &Browser) -> Outcome {
    let policy = steps::policy(browser)?;
    check(
        policy.starts_with("default-src 'none';") && policy.contains("'wasm-unsafe-eval'"),
        "nothing is allowed but what is needed",
    )?;
    check(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
        "no script in the page, no text as a script",
    )
}

/// A script in the page, a text as a script, a request elsewhere: each is refused.
fn what_is_not_ours_does_not_run(browser: &Browser) -> Outcome {
    browser.goto("#/")?;
    let script = "const done = [];
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = true';
        document.body.append(script);
        if (window.ranInline) done.push('a script in the page');
        const image = document.createElement('p');
        image.setAttribute('onclick', 'window.ranHandler = true');
        document.body.append(image);
        image.click();
        if (window.ranHandler) done.push('a handler in the page');
        script.remove();
        image.remove();
        return fetch('http://localhost:9/').then(() => done.push('a request elsewhere'), () => {})
            .then(() => done)";
    let ran = browser.execute(script, &[])?;
    browser.console_errors()?;
    check(ran == json!([]), &format!("not refused: {ran}"))
}
