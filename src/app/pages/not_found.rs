//! What is shown where there is no screen, or no plan to show.

use crate::app::Route;
use crate::app::parts::heading::heading;
use crate::app::parts::standing;
use crate::app::state::App;
use leptos::prelude::*;
use maud::{Markup, html};

/// An address no screen has.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    told(
        app,
        words.app.not_found,
        words.app.not_found_help.to_owned(),
    )
}

/// A plan that could not be opened.
pub fn failed(app: App, why: String) -> AnyView {
    told(app, app.words().app.could_not_open, why)
}

fn told(app: App, title: &str, why: String) -> AnyView {
    let words = app.words();
    let told = html! {
        p.headline { (why) }
        p.buttons.spaced {
            a.button href=(Route::Plans) { (words.app.to_plans) }
            a.button href=(Route::Import) { (words.plans.take_in) }
        }
    };
    view! { {heading(app, Markup::default(), title, ().into_any())} {standing(told)} }.into_any()
}
