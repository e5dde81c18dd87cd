//! The sustainable development goals a section serves, and choosing them: documents draw them as pictures, of which
//! their text says nothing.

use crate::app::browser;
use crate::app::state::App;
use crate::plan::{Edit, Section};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// The goals by number and name.
pub fn goals(app: App, section: &Section) -> Markup {
    html! {
        @if !section.sdgs.is_empty() {
            ul.goals {
                @for goal in &section.sdgs { li { b { (goal) } " " (name(app, *goal)) } }
            }
        }
    }
}

fn name(app: App, goal: u8) -> &'static str {
    let names = &app.words().sections.sdg_names;
    let place = usize::from(goal).checked_sub(1);
    place
        .and_then(|place| names.get(place))
        .copied()
        .unwrap_or_default()
}

/// The form in which they are chosen, of a plan that is kept.
pub fn choosing(app: App, section: &Section) -> Option<AnyView> {
    if !app.is_kept() {
        return None;
    }
    let words = &app.words().sections;
    let id = section.id.clone();
    let fields = html! {
        fieldset {
            legend.unseen { (words.sdgs) }
            .goal-choices {
                @for goal in 1..=17 {
                    label.check {
                        input type="checkbox" value=(goal) checked[section.sdgs.contains(&goal)];
                        span { b { (goal) } " " (name(app, goal)) }
                    }
                }
            }
        }
        .buttons.spaced { button.button.primary { (words.sdgs_save) } }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen = browser::checked("#goals input");
        let sdgs = chosen.iter().filter_map(|goal| goal.parse().ok()).collect();
        let edit = Edit::SetSdgs {
            section: id.clone(),
            sdgs,
        };
        app.edit(edit, words.sdgs_set.to_owned());
    };
    Some(
        view! {
            <details id="goals">
                <summary>{words.sdgs_choose}</summary>
                <form on:submit=submit inner_html=fields.0></form>
            </details>
        }
        .into_any(),
    )
}
