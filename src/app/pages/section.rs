//! One 施策: everything the plan says of it.

mod goals;
mod threads;

use super::sections::children;
use crate::app::parts::cards::cards;
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::parts::prose::Glossary;
use crate::app::parts::year_table::table;
use crate::app::parts::{departments, sections, standing};
use crate::app::state::App;
use crate::app::{Document, browser, this_year, years};
use crate::plan::{self, Id, Initiative, Section, Statement, Thread, Threads};
use crate::words;
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App, id: Id) -> AnyView {
    let words = app.words();
    let title = app.read_once(|document| document.plan().section(&id).map(words::section_title));
    let Some(title) = title else {
        return super::not_found::failed(app, words.sections.not_found.to_owned());
    };
    let parent = app.read_once(|document| {
        document
            .plan()
            .section(&id)
            .and_then(|section| section.parent.clone())
    });
    view! {
        <article class="section">
            {heading(app, sections::crumb(app, parent.as_ref()), &title, ().into_any())}
            {move || app.read(|document| content(app, document, &id))}
        </article>
    }
    .into_any()
}

fn content(app: App, document: &Document, id: &Id) -> Option<AnyView> {
    let words = app.words();
    let plan = document.plan();
    let section = plan.section(id)?;
    let glossary = Glossary::of(plan);
    let tables = html! {
        (part(words.app.schedule, schedule(app, document, id)))
        (part(words.app.sheets, sheets(app, document, id)))
        (part(words.sections.below, children(app, document, id)))
        (part(words.sections.related, related(document, id)))
        (part(words.sections.glossary, glossary.cited_in(id)))
    };
    let found = plan::threads(plan, id);
    let pictures = Pictures::of_screen(".rulers");
    let works = if found.threads.iter().any(Thread::ties) {
        threads::threads(app, &glossary, pictures, &found)
    } else {
        let own = |body: Option<AnyView>, title| body.map(|body| part_of(title, body));
        let figures =
            (!found.indicators.is_empty()).then(|| cards(app, pictures, &found.indicators));
        let done = initiatives(app, &glossary, &found);
        view! {
            {own(figures, words.app.indicators)}
            {own(done, words.sections.initiatives_title)}
        }
        .into_any()
    };
    let aims: Vec<&Statement> = section.aims.iter().collect();
    let aims = statements(&glossary, &aims).map(|aims| part_of(words.sections.aims, aims));
    let situation = statements(&glossary, &found.situation);
    let situation = situation.map(|rest| part_of(words.sections.situation, rest));
    let view = view! {
        {standing(badges(app, section))}
        {goals::choosing(app, section)}
        {works}
        {aims}
        {situation}
        {standing(tables)}
    };
    Some(view.into_any())
}

/// A part of the screen, where the plan has something for it.
fn part(title: &str, body: Markup) -> Markup {
    html! {
        @if !body.0.is_empty() {
            section { .section-head { h2 { (title) } } (body) }
        }
    }
}

/// A part of the screen that reacts: prose, in which terms explain themselves, or pictures.
fn part_of(title: &'static str, body: AnyView) -> AnyView {
    view! { <section><div class="section-head"><h2>{title}</h2></div>{body}</section> }.into_any()
}

/// Who is responsible, SDGs and tags.
fn badges(app: App, section: &Section) -> Markup {
    let words = app.words();
    let tags = section.tags.join(words.app.list_separator);
    sections::facts(&[
        (
            words.indicators.department,
            departments::links(app, &section.departments),
        ),
        (words.sections.sdgs, goals::goals(app, section)),
        (words.sections.tags, html! { (tags) }),
    ])
}

/// Bullets and paragraphs, under the headings they stand under.
fn statements(glossary: &Glossary, statements: &[&Statement]) -> Option<AnyView> {
    if statements.is_empty() {
        return None;
    }
    let mut heading = "";
    let shown = statements.iter().map(|statement| {
        let new = (statement.heading != heading).then(|| statement.heading.clone());
        heading = &statement.heading;
        let title = new
            .filter(|title| !title.is_empty())
            .map(|title| view! { <p class="under">{title}</p> });
        let class = if statement.bullet { "bullet" } else { "" };
        view! { {title} <div class=class>{glossary.prose(&statement.text)}</div> }
    });
    Some(view! { <div class="prose">{shown.collect_view()}</div> }.into_any())
}

fn initiatives(app: App, glossary: &Glossary, found: &Threads) -> Option<AnyView> {
    let all = found.threads.iter();
    let rows: Vec<AnyView> = all
        .map(|thread| initiative(app, glossary, thread.initiative))
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> }.into_any())
}

fn initiative(app: App, glossary: &Glossary, item: &Initiative) -> AnyView {
    let name = [&*item.number, " ", &item.name].concat();
    let title = glossary.around(name.trim(), |inside| view! { <h3>{inside}</h3> }.into_any());
    let who = html! {
        @if !item.departments.is_empty() { p.muted { (departments::links(app, &item.departments)) } }
    };
    view! { <li>{title}{standing(who)}{details(glossary, item)}</li> }.into_any()
}

/// What an initiative consists of.
fn details(glossary: &Glossary, item: &Initiative) -> Option<AnyView> {
    let details = item.details.iter().map(|detail| {
        view! { <li>{glossary.prose(&detail.text)}</li> }
    });
    let details = details.collect_view();
    (!item.details.is_empty()).then(|| view! { <ul class="bullets">{details}</ul> }.into_any())
}

fn schedule(app: App, document: &Document, id: &Id) -> Markup {
    let plan = document.plan();
    let own: Vec<_> = plan
        .schedule
        .iter()
        .filter(|item| item.section.as_ref() == Some(id))
        .collect();
    let years = years(plan);
    match this_year(&years, "", browser::fiscal_year_now()) {
        Some(year) if !own.is_empty() => table(app, document, own, &years, year),
        _ => Markup::default(),
    }
}

fn sheets(app: App, document: &Document, id: &Id) -> Markup {
    let plan = document.plan();
    let own = plan.sheets.iter();
    let own = own.filter(|sheet| sheet.section.as_ref() == Some(id));
    let rows = html! { @for sheet in own { (super::sheets::row(app, plan, sheet, true)) } };
    html! { @if !rows.0.is_empty() { ul.rows.sheets { (rows) } } }
}

fn related(document: &Document, id: &Id) -> Markup {
    let plans = document.plan().related_plans.iter();
    let rows = html! {
        @for plan in plans.filter(|plan| plan.section.as_ref() == Some(id)) { li { (plan.name) } }
    };
    html! { @if !rows.0.is_empty() { ul.bullets { (rows) } } }
}
