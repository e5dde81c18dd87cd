//! What the person looks at: the keyboard's focus, and what stands in the window.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Puts the keyboard's focus on the first element a selector finds, and selects what it holds to be typed over.
pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus_on(&element);
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }
}

/// Puts the keyboard's focus on an element.
pub fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        let _ = element.focus();
    }
}

/// Puts the keyboard's focus on the first element a selector finds, without moving the page.
pub fn focus_where_it_stands(selector: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Ok(Some(element)) = document().query_selector(selector) {
        let element: HtmlElement = element.unchecked_into();
        let _ = element.focus_with_options(&options);
    }
}

/// Brings the first element a selector finds to the top of the window.
pub fn bring_into_view(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.scroll_into_view();
    }
}

/// Scrolls the row that an element stands in, and nothing else, until the element is in the middle of it.
pub fn show_in_its_row(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else {
        return;
    };
    let element: HtmlElement = element.unchecked_into();
    if let Some(row) = element.parent_element() {
        let beside = (row.client_width() - element.offset_width()) / 2;
        row.set_scroll_left(element.offset_left() - beside);
    }
}
