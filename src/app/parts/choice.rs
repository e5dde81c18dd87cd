//! A field in which one of several is chosen.

use leptos::prelude::*;

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
    let options = choices.into_iter().enumerate().map(|(index, choice)| {
        view! { <option value=index.to_string() selected=choice.chosen>{choice.label}</option> }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change:target=move |event| {
                if let Ok(index) = event.target().value().parse() {
                    choose(index);
                }
            }>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}
