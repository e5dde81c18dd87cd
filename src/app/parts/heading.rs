//! The head of a screen: where it stands, its name.

use super::standing;
use crate::app::markup::frame;
use crate::app::state::App;
use leptos::prelude::*;
use maud::{Markup, html};

/// The one `h1` of a screen, with the line above it. The window's title says the same, and the keyboard's focus
/// goes there when the screen was come to from another.
pub fn heading(app: App, crumb: Markup, title: &str, beside: AnyView) -> AnyView {
    let words = app.words();
    document().set_title(&[title, words.app.title_separator, words.app.name].concat());
    Effect::new(move |_| app.arrive("h1"));
    let title = html! { h1 tabindex="-1" { (title) } };
    view! {
        <p class="crumb" inner_html=crumb.0></p>
        <div class="title">{standing(title)}{beside}</div>
    }
    .into_any()
}

/// Whose plan it is, what it is called, which years: the line above most screens' names.
pub fn plan_crumb(app: App) -> Markup {
    app.read_once(|document| frame::crumb(app.words(), document.plan()))
}
