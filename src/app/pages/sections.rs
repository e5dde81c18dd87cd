//! 施策: the plan's hierarchy.

use crate::app::parts::grade;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::state::App;
use crate::app::{Document, Page, below};
use crate::plan::{Id, Section};
use crate::words::{self, fill};
use leptos::prelude::*;

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.sections.title, ().into_any())}
        {move || app.read(|document| Some(tree(app, document)))}
    }
    .into_any()
}

fn tree(app: App, document: &Document) -> AnyView {
    let plan = document.plan();
    if plan.sections.is_empty() {
        return view! { <p class="headline">{app.words().sections.none}</p> }.into_any();
    }
    let tops = plan.children(None).map(|section| {
        let to = app.link(Page::Section(section.id.clone()));
        view! {
            <section>
                <div class="section-head">
                    <h2><a href=to>{words::section_title(section)}</a></h2>
                    <span class="muted">{held(app, document, section)}</span>
                </div>
                {grades(app, document, section)}
                {children(app, document, &section.id)}
            </section>
        }
    });
    tops.collect_view().into_any()
}

/// The sections below one, and those below them.
pub fn children(app: App, document: &Document, parent: &Id) -> AnyView {
    let below: Vec<_> = document.plan().children(Some(parent)).collect();
    if below.is_empty() {
        return ().into_any();
    }
    let rows = below
        .into_iter()
        .filter(|section| section.id != *parent)
        .map(|section| {
            let to = app.link(Page::Section(section.id.clone()));
            view! {
                <li>
                    <div class="tree-row">
                        <a href=to>{words::section_title(section)}</a>
                        <span class="muted">{held(app, document, section)}</span>
                    </div>
                    {children(app, document, &section.id)}
                </li>
            }
            .into_any()
        });
    view! { <ul class="tree">{rows.collect::<Vec<_>>()}</ul> }.into_any()
}

/// What a section and all below it hold: `4指標、2実践項目`.
fn held(app: App, document: &Document, section: &Section) -> String {
    let words = app.words();
    let plan = document.plan();
    let inside = below(plan, &section.id);
    let is_in = |id: &Option<Id>| id.as_ref().is_some_and(|id| inside.contains(id));
    let counts = [
        (
            plan.indicators
                .iter()
                .filter(|item| is_in(&item.section))
                .count(),
            words.sections.indicators,
        ),
        (
            plan.initiatives
                .iter()
                .filter(|item| is_in(&item.section))
                .count(),
            words.sections.initiatives,
        ),
        (
            plan.schedule
                .iter()
                .filter(|item| is_in(&item.section))
                .count(),
            words.sections.schedule,
        ),
        (
            plan.sheets
                .iter()
                .filter(|item| is_in(&item.section))
                .count(),
            words.sections.sheets,
        ),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts = counts.map(|(count, template)| fill(template, &[("count", &count.to_string())]));
    counts.collect::<Vec<_>>().join(words.app.list_separator)
}

/// How the indicators of a section and all below it stand.
fn grades(app: App, document: &Document, section: &Section) -> AnyView {
    let inside = below(document.plan(), &section.id);
    let judged = document.all_judged().filter(|(indicator, _)| {
        indicator
            .section
            .as_ref()
            .is_some_and(|id| inside.contains(id))
    });
    let counts = grade::counts(judged.map(|(_, judgement)| judgement.grade));
    if counts.is_empty() {
        return ().into_any();
    }
    view! { {grade::bar(app, &counts)} {grade::legend_of(app, &counts, Some(&section.id))} }
        .into_any()
}
