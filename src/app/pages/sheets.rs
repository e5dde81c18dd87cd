//! 進捗シート: what departments reported, by department and achievement.

use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::{achievement, boxed, standing};
use crate::app::state::App;
use crate::app::{Document, Page, set, takes_part};
use crate::plan::{Assignment, ProgressSheet};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.sheets.title, ().into_any())}
        {move || app.read(|document| Some(content(app, document)))}
    }
    .into_any()
}

fn content(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let sheets = &document.plan().sheets;
    if sheets.is_empty() {
        return standing(html! { p.headline { (words.sheets.none) } });
    }
    let filter = app.filter();
    let counts = achievement::counts(sheets);
    let reached = counts
        .iter()
        .filter(|(word, _)| achievement::is_reached(word));
    let reached: usize = reached.map(|(_, count)| count).sum();
    let places = [
        ("count", sheets.len().to_string()),
        ("reached", reached.to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let shown: Vec<&ProgressSheet> = sheets
        .iter()
        .filter(|sheet| {
            takes_part(&sheet.departments, &filter.department)
                && (filter.grade.is_empty() || sheet.achievement == filter.grade)
        })
        .collect();
    let count = fill(words.sheets.count, &[("count", &shown.len().to_string())]);
    let lead = html! {
        p.headline { (super::now::strong_figures(pieces(words.sheets.headline, &places))) }
        (achievement::bar(app, &counts))
    };
    let list = html! {
        p.muted.spaced role="status" { (count) }
        h2.unseen { (words.app.sheets) }
        ul.rows.sheets { @for sheet in shown { (row(app, document, sheet)) } }
    };
    view! {
        {standing(lead)}
        {achievement::legend(app, &counts)}
        {boxed("fields", vec![by_department(app, sheets), by_achievement(app, &counts)])}
        {standing(list)}
    }
    .into_any()
}

fn row(app: App, document: &Document, sheet: &ProgressSheet) -> Markup {
    let words = app.words();
    let to = app.link(Page::Sheet(sheet.id.clone()));
    let section = sheet
        .section
        .as_ref()
        .and_then(|id| document.plan().section(id));
    let section = section
        .filter(|section| !sheet.title.contains(&section.title))
        .map(words::section_title);
    html! {
        li {
            p.muted { (section.unwrap_or_default()) }
            .card-head {
                h3 { a href=(to) { (sheet.title) } }
                (achievement::badge(app, &sheet.achievement))
            }
            p.muted { (sheet.departments.join(words.app.list_separator)) }
        }
    }
}

fn by_department(app: App, sheets: &[ProgressSheet]) -> AnyView {
    let words = app.words();
    let written = sheets.iter().flat_map(|sheet| &sheet.departments);
    let names = set(written
        .map(|written| Assignment::parse(written))
        .flat_map(|found| [Some(found.name), found.lead])
        .flatten());
    let now = app.filter().department;
    narrowing(
        words.indicators.department,
        app,
        names,
        &now,
        |app, name| {
            app.narrow(|filter| filter.department = name);
        },
    )
}

fn by_achievement(app: App, counts: &[(String, usize)]) -> AnyView {
    let words = app.words();
    let names = counts
        .iter()
        .map(|(word, _)| word.clone())
        .filter(|word| !word.is_empty());
    let now = app.filter().grade;
    narrowing(
        words.sheets.achievement,
        app,
        set(names),
        &now,
        |app, name| {
            app.narrow(|filter| filter.grade = name);
        },
    )
}

fn narrowing(
    label: &'static str,
    app: App,
    names: BTreeSet<String>,
    now: &str,
    narrow: fn(App, String),
) -> AnyView {
    let all: Vec<String> = std::iter::once(String::new()).chain(names).collect();
    let labels = all.iter().map(|name| Choice {
        label: if name.is_empty() {
            app.words().indicators.all.to_owned()
        } else {
            name.clone()
        },
        chosen: name == now,
    });
    let labels = labels.collect();
    let choose = move |index: usize| {
        if let Some(name) = all.get(index) {
            narrow(app, name.clone());
        }
    };
    select(label, labels, Box::new(choose))
}
