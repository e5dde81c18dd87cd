//! One 施策: everything the plan says of it.

use super::sections::children;
use crate::app::parts::card::card;
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::parts::prose::Glossary;
use crate::app::parts::year_table::table;
use crate::app::parts::{achievement, sections};
use crate::app::state::App;
use crate::app::{Document, Page, browser, this_year, years};
use crate::plan::{Id, Initiative, Section, Statement};
use crate::words;
use leptos::prelude::*;

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
    let section = document.plan().section(id)?;
    let glossary = Glossary::of(document.plan());
    let view = view! {
        {badges(app, section)}
        {part(words.sections.aims, statements(&glossary, &section.aims))}
        {part(words.sections.situation, statements(&glossary, &section.situation))}
        {part(words.app.indicators, indicators(app, document, id))}
        {part(words.sections.initiatives_title, initiatives(app, document, &glossary, id))}
        {part(words.app.schedule, schedule(app, document, id))}
        {part(words.app.sheets, sheets(app, document, id))}
        {part(words.sections.below, Some(children(app, document, id)).filter(|_| {
            document.plan().children(Some(id)).next().is_some()
        }))}
        {part(words.sections.related, related(document, id))}
        {part(words.sections.glossary, glossary.cited_in(id))}
    };
    Some(view.into_any())
}

/// A part of the screen, where the plan has something for it.
fn part(title: &'static str, body: Option<AnyView>) -> AnyView {
    let Some(body) = body else {
        return ().into_any();
    };
    view! {
        <section><div class="section-head"><h2>{title}</h2></div>{body}</section>
    }
    .into_any()
}

/// Who is responsible, SDGs and tags.
fn badges(app: App, section: &Section) -> AnyView {
    let words = app.words();
    let goals = section.sdgs.iter().map(ToString::to_string);
    let goals = goals.collect::<Vec<_>>().join(words.app.list_separator);
    let facts = [
        (
            words.indicators.department,
            section.departments.join(words.app.list_separator),
        ),
        (words.sections.sdgs, goals),
        (
            words.sections.tags,
            section.tags.join(words.app.list_separator),
        ),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts: Vec<_> = facts
        .map(|(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> })
        .collect();
    if facts.is_empty() {
        return ().into_any();
    }
    view! { <dl class="facts">{facts}</dl> }.into_any()
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
    let period = document.plan().period;
    let own: Vec<_> = document
        .all_judged()
        .filter(|(found, _)| found.section.as_ref() == Some(id))
        .collect();
    if own.is_empty() {
        return None;
    }
    let pictures = Pictures::of_screen(".rulers");
    let cards = own
        .into_iter()
        .enumerate()
        .map(|(place, (indicator, judgement))| {
            let to = app.link(Page::Indicator(indicator.id.clone()));
            card(app, pictures, place, to, (indicator, judgement, period))
        });
    Some(view! { <ul class="rulers">{cards.collect::<Vec<_>>()}</ul> }.into_any())
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
    let separator = app.words().app.list_separator;
    let name = [
        &*item.number,
        if item.number.is_empty() { "" } else { " " },
        &item.name,
    ]
    .concat();
    let details = item.details.iter().map(|detail| {
        view! { <li>{glossary.prose(&detail.text)}</li> }
    });
    let details = details.collect_view();
    let has_details = !item.details.is_empty();
    view! {
        <li>
            <h3>{name}</h3>
            <p class="muted">{item.departments.join(separator)}</p>
            {has_details.then(|| view! { <ul class="bullets">{details}</ul> })}
        </li>
    }
    .into_any()
}

fn schedule(app: App, document: &Document, id: &Id) -> Option<AnyView> {
    let plan = document.plan();
    let own: Vec<_> = plan
        .schedule
        .iter()
        .filter(|item| item.section.as_ref() == Some(id))
        .collect();
    let years = years(plan);
    let year = this_year(&years, "", browser::fiscal_year_now())?;
    (!own.is_empty()).then(|| table(app, document, own, &years, year))
}

fn sheets(app: App, document: &Document, id: &Id) -> Option<AnyView> {
    let own = document
        .plan()
        .sheets
        .iter()
        .filter(|sheet| sheet.section.as_ref() == Some(id));
    let rows: Vec<_> = own
        .map(|sheet| {
            let to = app.link(Page::Sheet(sheet.id.clone()));
            view! {
                <li><div class="card-head">
                    <h3><a href=to>{sheet.title.clone()}</a></h3>
                    {achievement::badge(app, &sheet.achievement)}
                </div></li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> }.into_any())
}

fn related(document: &Document, id: &Id) -> Option<AnyView> {
    let own = document
        .plan()
        .related_plans
        .iter()
        .filter(|plan| plan.section.as_ref() == Some(id));
    let rows: Vec<_> = own
        .map(|plan| view! { <li>{plan.name.clone()}</li> })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="bullets">{rows}</ul> }.into_any())
}
