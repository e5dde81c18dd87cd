//! One 進捗シート.

use crate::app::Page;
use crate::app::parts::heading::heading;
use crate::app::parts::{achievement, sections, standing};
use crate::app::state::App;
use crate::plan::{Id, ProgressSheet};
use crate::words;
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App, id: &Id) -> AnyView {
    let texts = app.words();
    let found = app.read_once(|document| {
        let sheets = &document.plan().sheets;
        let here = sheets.iter().position(|sheet| sheet.id == *id)?;
        let beside = |index: Option<usize>| {
            let sheet = sheets.get(index?)?;
            Some((sheet.id.clone(), sheet.title.clone()))
        };
        Some((
            sheets[here].clone(),
            beside(here.checked_sub(1)),
            beside(Some(here + 1)),
        ))
    });
    let Some((sheet, before, after)) = found else {
        return super::not_found::failed(app, texts.sheets.not_found.to_owned());
    };
    let crumb = sections::crumb(app, sheet.section.as_ref());
    let badge = achievement::badge(app, &sheet.achievement);
    let body = html! { (facts(app, &sheet)) (prose(app, &sheet)) };
    let beside = |to: Option<(Id, String)>, label: &'static str| {
        to.map(|(id, title)| (app.link(Page::Sheet(id)), label, title))
    };
    let neighbours = sections::neighbours(
        texts.app.sheets,
        beside(before, texts.sheets.previous),
        beside(after, texts.sheets.next),
    );
    view! {
        <article class="sheet">
            {heading(app, crumb, &sheet.title, standing(badge))}
            {standing(body)}
        </article>
        {standing(neighbours)}
    }
    .into_any()
}

fn facts(app: App, sheet: &ProgressSheet) -> Markup {
    let texts = app.words();
    let year = sheet
        .fiscal_year
        .map(|year| words::fiscal_year(texts, year))
        .unwrap_or_default();
    let facts = [
        (
            texts.indicators.department,
            sheet.departments.join(texts.app.list_separator),
        ),
        (texts.kinds.year, year),
        (
            texts.indicator.where_from,
            words::provenance(texts, &sheet.provenance),
        ),
    ];
    sections::facts(&facts)
}

/// What the department wrote; a sheet without a word of it says so.
fn prose(app: App, sheet: &ProgressSheet) -> Markup {
    let texts = app.words();
    let one = |text: &str| -> Vec<String> {
        let text = text.trim();
        if text.is_empty() {
            Vec::new()
        } else {
            vec![text.to_owned()]
        }
    };
    let half = |text: &Option<String>| text.as_deref().map(one).unwrap_or_default();
    let parts = [
        (texts.sheets.aim, one(&sheet.aim)),
        (texts.sheets.goals, sheet.goals.clone()),
        (texts.sheets.actions, sheet.actions.clone()),
        (texts.sheets.first_half, half(&sheet.first_half)),
        (texts.sheets.second_half, half(&sheet.second_half)),
        (texts.sheets.evaluation, half(&sheet.evaluation)),
    ];
    let has_prose = parts.iter().any(|(_, texts)| !texts.is_empty());
    html! {
        @for (name, paragraphs) in &parts {
            @if !paragraphs.is_empty() {
                section.close { h2 { (name) } (body(paragraphs)) }
            }
        }
        @if !has_prose { p.muted.spaced { (texts.sheets.no_prose) } }
    }
}

/// One paragraph as it is, several as a list.
fn body(paragraphs: &[String]) -> Markup {
    match paragraphs {
        [only] => html! { p { (only) } },
        several => html! {
            ul.bullets { @for text in several { li { (text) } } }
        },
    }
}
