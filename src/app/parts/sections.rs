//! Where an item stands in the plan, and the way to those beside it.

use crate::app::state::App;
use crate::app::{Page, Route};
use crate::plan::Id;
use crate::words;
use leptos::prelude::*;

/// The sections from the top down to the one an item stands in, as links.
pub fn crumb(app: App, section: Option<&Id>) -> AnyView {
    let (Some(source), Some(id)) = (app.source(), section) else {
        return ().into_any();
    };
    let path: Vec<(Id, String)> = app.read_once(|document| {
        let path = document.plan().section_path(id).into_iter();
        path.map(|section| (section.id.clone(), words::section_title(section)))
            .collect()
    });
    let path = path.into_iter().map(|(id, title)| {
        let to = Route::of(&source, Page::Section(id)).to_string();
        view! { <span class="path"><a href=to>{title}</a></span> }
    });
    path.collect_view().into_any()
}

/// The address, label and name of an item beside another.
pub type Neighbour = (String, &'static str, String);

/// The items before and after.
pub fn neighbours(
    label: &'static str,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
) -> AnyView {
    let link = |to: Option<Neighbour>| {
        to.map(|(to, label, name)| {
            view! { <a href=to><span class="muted">{label}</span><br/>{name}</a> }
        })
    };
    view! { <nav class="neighbours" aria-label=label>{link(before)} {link(after)}</nav> }.into_any()
}
