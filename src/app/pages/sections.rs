//! 施策: the plan's hierarchy.

use crate::app::parts::changing;
use crate::app::parts::grade;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::state::App;
use crate::app::{Document, Page, below, standings};
use crate::plan::{Id, Section};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.sections.title, ().into_any())}
        {changing(move || app.read(|document| tree(app, document)))}
    }
    .into_any()
}

fn tree(app: App, document: &Document) -> Markup {
    let plan = document.plan();
    if plan.sections.is_empty() {
        return html! { p.headline { (app.words().sections.none) } };
    }
    html! {
        @for section in plan.children(None) {
            section {
                .section-head {
                    h2 { (link(app, section)) }
                    span.muted { (held(app, document, section)) }
                }
                (grades(app, document, section))
                (children(app, document, &section.id))
            }
        }
    }
}

/// The sections below one, and those below them.
pub fn children(app: App, document: &Document, parent: &Id) -> Markup {
    let below = document.plan().children(Some(parent));
    let below: Vec<_> = below.filter(|section| section.id != *parent).collect();
    html! {
        @if !below.is_empty() {
            ul.tree {
                @for section in below {
                    li {
                        .tree-row {
                            (link(app, section))
                            span.muted { (held(app, document, section)) }
                        }
                        (children(app, document, &section.id))
                    }
                }
            }
        }
    }
}

fn link(app: App, section: &Section) -> Markup {
    let to = app.link(Page::Section(section.id.clone()));
    html! { a href=(to) { (words::section_title(section)) } }
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
fn grades(app: App, document: &Document, section: &Section) -> Markup {
    let inside = below(document.plan(), &section.id);
    let judged = document.all_judged().filter(|(indicator, _)| {
        indicator
            .section
            .as_ref()
            .is_some_and(|id| inside.contains(id))
    });
    let counts = standings(judged.map(|(_, judgement)| judgement));
    html! {
        @if !counts.is_empty() {
            (grade::bar_of(app.words(), &counts))
            @if let Some(source) = app.source() {
                (grade::legend(app.words(), &source, &counts, Some(&section.id)))
            }
        }
    }
}
