//! No screen keeps anybody out.

use super::screens;
use crate::harness::{Browser, Look, Outcome, Site, check};
use serde_json::json;

/// axe-core finds nothing on any screen in light colours.
pub fn nothing_is_found_in_light(browser: &mut Browser) -> Outcome {
    nothing_is_found(browser)
}

/// axe-core finds nothing on any screen in dark colours.
pub fn nothing_is_found_in_dark(browser: &mut Browser) -> Outcome {
    let look = Look {
        dark: true,
        ..Look::default()
    };
    browser.prepare(look, Site::start()?);
    browser.goto("")?;
    let dark = browser.execute(
        "return matchMedia('(prefers-color-scheme: dark)').matches",
        &[],
    )?;
    check(dark == json!(true), "the system asks for dark colours")?;
    nothing_is_found(browser)
}

/// Goes through all screens before it fails, so that one run tells everything.
fn nothing_is_found(browser: &Browser) -> Outcome {
    let mut found = Vec::new();
    screens::on_each(browser, |browser, name| {
        if let Err(error) = browser.check_accessibility() {
            found.push(format!("{name}: {error}"));
        }
        Ok(())
    })?;
    check(found.is_empty(), &found.join("\n    "))
}

/// On a page of 320 pixels nothing is wider than the page, and the tab of the screen is in sight.
pub fn nothing_is_wider_than_a_narrow_page(browser: &mut Browser) -> Outcome {
    browser.goto("")?;
    browser.set_viewport(320, 640)?;
    screens::on_each(browser, |browser, _| {
        let script = "const page = document.scrollingElement;
            const wide = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
              && e.closest('.scroll, svg, .unseen') === null);
            return page.scrollWidth <= innerWidth ? '' : `${page.scrollWidth} px: `
              + wide.slice(0, 4).map((e) => `${e.localName}.${e.className}`).join(', ')";
        let wide = browser.execute(script, &[])?;
        check(
            wide == "",
            &format!("nothing is wider than the page; {wide}"),
        )?;
        let in_sight =
            "const tab = document.querySelector('.tabs a[aria-current]')?.getBoundingClientRect();
            return tab === undefined || (tab.left >= 0 && tab.right <= innerWidth)";
        browser.until_true("the screen's tab in sight", in_sight, &[])
    })
}
