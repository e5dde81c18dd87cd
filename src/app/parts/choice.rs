//! A field in which one of several is chosen.

use leptos::prelude::*;
use maud::html;

/// One that can be chosen.
pub struct Choice {
    /// What it says.
    pub label: String,
    /// Whether it is the one chosen now.
    pub chosen: bool,
}

/// The field; `choose` hears the place of what was chosen.
pub fn select(
    label: &'static str,
    choices: Vec<Choice>,
    mut choose: Box<dyn FnMut(usize)>,
) -> AnyView {
    let field = html! {
        span { (label) }
        select {
            @for (index, choice) in choices.iter().enumerate() {
                option value=(index) selected[choice.chosen] { (choice.label) }
            }
        }
    };
    let changed = move |event| {
        if let Ok(index) = event_target_value(&event).parse() {
            choose(index);
        }
    };
    view! { <label class="field" on:change=changed inner_html=field.0></label> }.into_any()
}
