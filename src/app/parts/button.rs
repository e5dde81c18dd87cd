//! Buttons.

use leptos::prelude::*;

/// A button: how it looks, what it says, what it does.
pub fn button(class: &'static str, label: &str, press: impl FnMut() + 'static) -> AnyView {
    made(class, label.to_owned(), None, Box::new(press))
}

/// A button that is one of several ways to look at something; one of them is pressed.
pub fn way(label: &str, pressed: bool, press: impl FnMut() + 'static) -> AnyView {
    let pressed = if pressed { "true" } else { "false" };
    made("button", label.to_owned(), Some(pressed), Box::new(press))
}

fn made(
    class: &'static str,
    label: String,
    pressed: Option<&'static str>,
    mut press: Box<dyn FnMut()>,
) -> AnyView {
    view! {
        <button type="button" class=class aria-pressed=pressed on:click=move |_| press()>{label}</button>
    }
    .into_any()
}
