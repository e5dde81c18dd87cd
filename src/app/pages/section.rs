//! One 施策: everything the plan says of it.

use super::sections::children;
use crate::app::parts::goals;
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::parts::prose::Glossary;
use crate::app::parts::year_table::table;
use crate::app::parts::{achievement, sections, standing};
use crate::app::state::App;
use crate::app::{Document, Page, browser, this_year, years};
use crate::plan::{Goals, Id, Initiative, Section, Statement};
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
    let view = view! {
        {standing(badges(app, section))}
        {prose(words.sections.aims, statements(&glossary, &section.aims))}
        {prose(words.sections.situation, statements(&glossary, &section.situation))}
        {indicators(app, document, id)}
        {prose(words.sections.initiatives_title, initiatives(app, document, &glossary, id))}
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

/// A part of the screen with prose, in which terms explain themselves.
fn prose(title: &'static str, body: Option<AnyView>) -> Option<AnyView> {
    let body = body?;
    Some(
        view! { <section><div class="section-head"><h2>{title}</h2></div>{body}</section> }
            .into_any(),
    )
}

/// Who is responsible, SDGs and tags.
fn badges(app: App, section: &Section) -> Markup {
    let words = app.words();
    let goals = section.sdgs.iter().map(ToString::to_string);
    let goals = goals.collect::<Vec<_>>().join(words.app.list_separator);
    let joined = |names: &[String]| names.join(words.app.list_separator);
    sections::facts(&[
        (words.indicators.department, joined(&section.departments)),
        (words.sections.sdgs, goals),
        (words.sections.tags, joined(&section.tags)),
    ])
}

/// Bullets and paragraphs, under the headings they stand under.
fn statements(glossary: &Glossary, statements: &[Statement]) -> Option<AnyView> {
    if statements.is_empty() {
        return None;
    }
    let mut heading = "";
    let shown = statements.iter().map(|statement| {
        let new = (statement.heading != heading).then(|| statement.heading.clone());
        heading = &statement.heading;
        let title = new
            .filter(|title| !title.is_empty())
            .map(|title| view! { <h3>{title}</h3> });
        let class = if statement.bullet { "bullet" } else { "" };
        view! { {title} <div class=class>{glossary.prose(&statement.text)}</div> }
    });
    Some(view! { <div class="prose">{shown.collect_view()}</div> }.into_any())
}

fn indicators(app: App, document: &Document, id: &Id) -> Option<AnyView> {
    let own = document.all_judged().enumerate();
    let own = own.filter(|(_, (found, _))| found.section.as_ref() == Some(id));
    let own: Vec<usize> = own.map(|(index, _)| index).collect();
    if own.is_empty() {
        return None;
    }
    let own = Goals::of(document.plan()).grouped(&own);
    let pictures = Pictures::of_screen(".rulers");
    let inside = move || {
        let width = pictures.width(0);
        app.read_once(|document| {
            let source = app.source()?;
            let cards = goals::cards(app, document, &source, width, &own);
            Some(part(app.words().app.indicators, cards).0)
        })
    };
    Some(view! { <div inner_html=move || inside().unwrap_or_default()></div> }.into_any())
}

fn initiatives(app: App, document: &Document, glossary: &Glossary, id: &Id) -> Option<AnyView> {
    let own = document
        .plan()
        .initiatives
        .iter()
        .filter(|item| item.section.as_ref() == Some(id));
    let rows: Vec<AnyView> = own.map(|item| initiative(app, glossary, item)).collect();
    (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> }.into_any())
}

fn initiative(app: App, glossary: &Glossary, item: &Initiative) -> AnyView {
    let head = html! {
        h3 { (item.number) @if !item.number.is_empty() { " " } (item.name) }
        p.muted { (item.departments.join(app.words().app.list_separator)) }
    };
    let details = item.details.iter().map(|detail| {
        view! { <li>{glossary.prose(&detail.text)}</li> }
    });
    let details = details.collect_view();
    let has_details = !item.details.is_empty();
    view! {
        <li>
            {standing(head)}
            {has_details.then(|| view! { <ul class="bullets">{details}</ul> })}
        </li>
    }
    .into_any()
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
    let sheets = document.plan().sheets.iter();
    let rows = html! {
        @for sheet in sheets.filter(|sheet| sheet.section.as_ref() == Some(id)) {
            li {
                .card-head {
                    h3 { a href=(app.link(Page::Sheet(sheet.id.clone()))) { (sheet.title) } }
                    (achievement::badge(app, &sheet.achievement))
                }
            }
        }
    };
    html! { @if !rows.0.is_empty() { ul.rows { (rows) } } }
}

fn related(document: &Document, id: &Id) -> Markup {
    let plans = document.plan().related_plans.iter();
    let rows = html! {
        @for plan in plans.filter(|plan| plan.section.as_ref() == Some(id)) { li { (plan.name) } }
    };
    html! { @if !rows.0.is_empty() { ul.bullets { (rows) } } }
}
