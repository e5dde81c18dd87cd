//! 担当: what each department has to do, and one department's whole.

use crate::app::parts::cards::cards;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::departments::link;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::picture::Pictures;
use crate::app::parts::year_table::table;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{Document, Page, browser, this_year, years};
use crate::plan::{
    Duties, Indicator, Initiative, Plan, ScheduleItem, Section, departments_in_order, duties,
    shared_duties, unassigned,
};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.departments.title, ().into_any())}
        {move || app.read(|document| Some(content(app, document)))}
    }
    .into_any()
}

fn content(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let plan = document.plan();
    let names = departments_in_order(plan);
    if names.is_empty() {
        return standing(html! { p.headline { (words.departments.none) } });
    }
    let chosen = app.filter().department;
    let field = choosing(app, &names, &chosen);
    let shown = if chosen.is_empty() {
        standing(overview(app, plan, &names))
    } else {
        one(app, document, &chosen)
    };
    view! { {boxed("fields", vec![field])} {shown} }.into_any()
}

fn choosing(app: App, names: &[String], chosen: &str) -> AnyView {
    let texts = &app.words().departments;
    let all: Vec<String> = std::iter::once(String::new())
        .chain(names.iter().cloned())
        .collect();
    let labels = all.iter().map(|name| Choice {
        label: match name.as_str() {
            "" => texts.all.to_owned(),
            name => name.to_owned(),
        },
        chosen: name == chosen,
    });
    let labels = labels.collect();
    let choose = move |index: usize| {
        if let Some(name) = all.get(index) {
            app.narrow(|filter| filter.department.clone_from(name));
        }
    };
    select(texts.choose, labels, Box::new(choose))
}

/// The kinds of items in the order of [`Duties::counts`].
fn columns(app: App) -> [&'static str; 6] {
    let texts = &app.words().departments;
    [
        texts.column_sections,
        texts.column_initiatives,
        texts.column_indicators,
        texts.column_schedule,
        texts.column_sheets,
        texts.column_near,
    ]
}

/// Every department with how much it has; kinds of which none has anything are left out.
fn overview(app: App, plan: &Plan, names: &[String]) -> Markup {
    let texts = &app.words().departments;
    let rows: Vec<(&str, [usize; 6])> = names
        .iter()
        .map(|name| (name.as_str(), duties(plan, name).counts()))
        .collect();
    let nobody = unassigned(plan);
    let columns = columns(app).into_iter().enumerate();
    let columns: Vec<(usize, &str)> = columns
        .filter(|(kind, _)| rows.iter().any(|(_, counts)| counts[*kind] > 0))
        .collect();
    let cells = |counts: &[usize; 6]| {
        html! {
            @for (kind, _) in &columns {
                td.figure { @if counts[*kind] == 0 { "—" } @else { (counts[*kind]) } }
            }
        }
    };
    let count = names.len().to_string();
    html! {
        p.headline { (fill(texts.lead, &[("count", &count)])) }
        .scroll {
            table.tally {
                thead {
                    tr {
                        th scope="col" { (texts.choose) }
                        @for (_, label) in &columns { th.figure scope="col" { (label) } }
                    }
                }
                tbody {
                    @for (name, counts) in &rows {
                        tr {
                            th scope="row" { a href=[link(app, name)] { (name) } }
                            (cells(counts))
                        }
                    }
                    @if !nobody.is_empty() {
                        tr { th scope="row" { (texts.nobody) } (cells(&nobody.counts())) }
                    }
                }
            }
        }
    }
}

/// One department's whole, and apart from it what it has with all others.
fn one(app: App, document: &Document, name: &str) -> AnyView {
    let texts = &app.words().departments;
    let plan = document.plan();
    let (own, shared) = (duties(plan, name), shared_duties(plan, name));
    let pictures = Pictures::of_screen(".rulers");
    let headline = headline(app, name, &own);
    let shared = (!shared.is_empty()).then(|| {
        let title = html! { .section-head { h2 { (texts.shared) } } };
        view! { <section class="shared">{standing(title)}{parts(app, document, &shared, pictures)}</section> }
    });
    view! {
        {standing(html! { p.headline role="status" { (headline) } })}
        {parts(app, document, &own, pictures)}
        {shared}
    }
    .into_any()
}

fn headline(app: App, name: &str, own: &Duties) -> Markup {
    let texts = app.words();
    if own.is_empty() {
        return html! { (fill(texts.departments.nothing, &[("name", name)])) };
    }
    let counts = columns(app).into_iter().zip(own.counts());
    let counts = counts.filter(|(_, count)| *count > 0);
    let what = counts.map(|(label, count)| [label, " ", &count.to_string()].concat());
    let what = what.collect::<Vec<_>>().join(texts.app.list_separator);
    let places = [("name", name), ("what", &*what)];
    html! {
        @for piece in pieces(texts.departments.headline, &places) {
            @if piece.strong { b { (piece.text) } } @else { (piece.text) }
        }
    }
}

/// What there is of each kind.
fn parts(app: App, document: &Document, found: &Duties, pictures: Pictures) -> AnyView {
    let texts = &app.words().departments;
    let plan = document.plan();
    let indicators = |title: &'static str, lead: Option<&'static str>, some: &[&Indicator]| {
        (!some.is_empty()).then(|| {
            let head = html! {
                .section-head { h2 { (title) } }
                @if let Some(lead) = lead { p.muted { (lead) } }
            };
            view! { <section>{standing(head)}{cards(app, pictures, some)}</section> }.into_any()
        })
    };
    let tables = html! {
        (part(texts.schedule, schedule(app, document, &found.schedule)))
        (part(texts.sheets, sheets(app, plan, found)))
        (part(texts.sections, html! {
            @for section in &found.sections { (section_row(app, plan, section)) }
        }))
    };
    let works = html! {
        @for item in &found.initiatives { (initiative_row(app, plan, item)) }
    };
    view! {
        {standing(part(texts.initiatives, works))}
        {indicators(texts.indicators, None, &found.indicators)}
        {indicators(texts.tied_indicators, None, &found.tied)}
        {indicators(texts.near_indicators, Some(texts.near_indicators_lead), &found.near)}
        {standing(tables)}
    }
    .into_any()
}

/// A part of the screen, where there is something: rows in a list, or a table.
fn part(title: &str, body: Markup) -> Markup {
    let are_rows = body.0.starts_with("<li");
    html! {
        @if !body.0.is_empty() {
            section {
                .section-head { h2 { (title) } }
                @if are_rows { ul.rows.sheets { (body) } } @else { (body) }
            }
        }
    }
}

fn section_row(app: App, plan: &Plan, section: &Section) -> Markup {
    let above = section.parent.as_ref().and_then(|id| plan.section(id));
    html! {
        li {
            @if let Some(above) = above { p.muted { (words::section_title(above)) } }
            h3 { a href=(app.link(Page::Section(section.id.clone()))) { (words::section_title(section)) } }
        }
    }
}

/// An initiative with its measures (単位施策), and who else has a part in it.
fn initiative_row(app: App, plan: &Plan, item: &Initiative) -> Markup {
    let section = item.section.as_ref().and_then(|id| plan.section(id));
    let to = section.map(|section| app.link(Page::Section(section.id.clone())));
    let separator = app.words().app.list_separator;
    let measures = item.details.iter().filter(|detail| detail.measure);
    let measures: Vec<&str> = measures.map(|detail| &*detail.text).collect();
    html! {
        li {
            @if let Some(section) = section { p.muted { (words::section_title(section)) } }
            h3 { a href=[to] { (item.number) @if !item.number.is_empty() { " " } (item.name) } }
            @if !measures.is_empty() { p { (measures.join(separator)) } }
            @if item.departments.len() > 1 { p.muted { (item.departments.join(separator)) } }
        }
    }
}

fn schedule(app: App, document: &Document, items: &[&ScheduleItem]) -> Markup {
    let years = years(document.plan());
    match this_year(&years, "", browser::fiscal_year_now()) {
        Some(year) if !items.is_empty() => table(app, document, items.to_vec(), &years, year),
        _ => Markup::default(),
    }
}

fn sheets(app: App, plan: &Plan, found: &Duties) -> Markup {
    html! { @for sheet in &found.sheets { (super::sheets::row(app, plan, sheet, false)) } }
}
