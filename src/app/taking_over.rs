//! Taking the page over from what it said before the app came.
//!
//! Where that is the first screen of a published plan (`early.rs`), the app is put together beside the page and stands in
//! its place only when it shows the same: nothing moves, and nothing is empty in between.

use super::browser;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Mounts the app in the place of what the page says.
pub fn mount<View: IntoView + 'static>(shell: impl FnOnce() -> View + 'static) {
    let Some(body) = document().body() else {
        return;
    };
    // What an address asks for that is another screen's is not what stands there.
    let is_early = document().get_element_by_id("early").is_some();
    let is_early = is_early && !browser::root_has("data-elsewhere");
    let aside = document().create_element("div").ok();
    match aside.and_then(|aside| aside.dyn_into::<HtmlElement>().ok()) {
        Some(aside) if is_early => {
            leptos::mount::mount_to(aside.clone(), shell).forget();
            stand_when_whole(body, aside);
        }
        _ => {
            body.set_inner_html("");
            leptos::mount::mount_to_body(shell);
        }
    }
}

/// Looks at every frame whether the app shows a screen, gives its pictures two more, and puts it in the page's place.
fn stand_when_whole(body: HtmlElement, aside: HtmlElement) {
    request_animation_frame(move || {
        if !matches!(aside.query_selector("main h1"), Ok(Some(_))) {
            return stand_when_whole(body, aside);
        }
        browser::after_frame(move || browser::after_frame(move || stand(&body, &aside)));
    });
}

fn stand(body: &HtmlElement, aside: &HtmlElement) {
    let (x, y) = (window().scroll_x(), window().scroll_y());
    let focused = document().active_element();
    let focused = focused.and_then(|it| it.get_attribute("href"));
    body.set_inner_html("");
    while let Some(child) = aside.first_child() {
        if body.append_child(&child).is_err() {
            break;
        }
    }
    window().scroll_to_with_x_and_y(x.unwrap_or_default(), y.unwrap_or_default());
    if let Some(address) = focused {
        focus_link(body, &address);
    }
    // Pictures whose place had no width while the app stood aside have one now.
    browser::tell_page("resize");
    browser::mark("app:taken-over");
}

/// Puts the keyboard's focus on the link that it was on.
fn focus_link(body: &HtmlElement, address: &str) {
    let Ok(links) = body.query_selector_all("a[href]") else {
        return;
    };
    let links = (0..links.length()).filter_map(|place| links.item(place));
    let mut links = links.filter_map(|node| node.dyn_into::<Element>().ok());
    let same = links.find(|link| link.get_attribute("href").as_deref() == Some(address));
    if let Some(link) = same {
        browser::focus_on(&link);
    }
}
