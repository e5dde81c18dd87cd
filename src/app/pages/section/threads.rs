//! A section by its numbers: what is done, by which figures one can tell, where the town is.

use super::{details, part_of, statements};
use crate::app::parts::cards::cards;
use crate::app::parts::picture::Pictures;
use crate::app::parts::prose::Glossary;
use crate::app::parts::{departments, standing};
use crate::app::state::App;
use crate::plan::{Thread, Threads};
use leptos::prelude::*;
use maud::html;

/// Every number of the section, then the indicators that no number ties.
pub fn threads(app: App, glossary: &Glossary, pictures: Pictures, found: &Threads) -> AnyView {
    let all = found.threads.iter();
    let all = all.map(|each| thread(app, glossary, pictures, each));
    let others = (!found.indicators.is_empty()).then(|| {
        part_of(
            app.words().app.indicators,
            cards(app, pictures, &found.indicators),
        )
    });
    view! { {all.collect::<Vec<_>>()} {others} }.into_any()
}

fn thread(app: App, glossary: &Glossary, pictures: Pictures, thread: &Thread) -> AnyView {
    let words = &app.words().sections;
    let item = thread.initiative;
    let name = [&*item.number, " ", &item.name].concat();
    let title = glossary.around(name.trim(), |inside| {
        view! { <div class="section-head"><h2>{inside}</h2></div> }.into_any()
    });
    let who = html! {
        @if !item.departments.is_empty() { p.muted { (departments::links(app, &item.departments)) } }
    };
    let figures = (!thread.indicators.is_empty()).then(|| cards(app, pictures, &thread.indicators));
    let done = details(glossary, item).map(|done| {
        view! { <h3>{words.initiatives_title}</h3> {done} }
    });
    let situation = statements(glossary, &thread.situation).map(|situation| {
        view! { <h3>{words.situation}</h3> {situation} }
    });
    view! {
        <section class="thread">
            {title}
            {standing(who)}
            {figures}
            {done}
            {situation}
        </section>
    }
    .into_any()
}
