//! 計画のいま: how many indicators stand where, and a ruler for each.

use crate::app::parts::card::card;
use crate::app::parts::grade;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::picture::Pictures;
use crate::app::state::App;
use crate::app::{Document, Filter, Page, Route, Source, keeping};
use crate::judge::Grade;
use crate::plan::{Id, Period, Section};
use crate::words::{self, Piece, fill, pieces};
use leptos::prelude::*;
use std::collections::HashMap;

/// How many rulers a section shows before it refers to the list.
const A_SECTION: usize = 12;
/// How many rulers the screen shows before sections show only their count.
const A_SCREEN: usize = 96;

/// The screen.
pub fn page(app: App) -> AnyView {
    if app
        .opened
        .with_untracked(|opened| opened.documents().len() > 1)
    {
        return super::pictures::page(app);
    }
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.now.title, ().into_any())}
        {move || app.read(|document| Some(overview(app, document)))}
        <p class="buttons ending">
            <button class="button" on:click=move |_| keeping::export(app)>{words.app.export}</button>
            <a class="button" href="#/import">{words.plans.take_in}</a>
        </p>
    }
    .into_any()
}

fn overview(app: App, document: &Document) -> AnyView {
    let counts = grade::counts(document.all_judged().map(|(_, judgement)| judgement.grade));
    let pictures = Pictures::of_screen(".rulers");
    view! {
        <p class="headline">{strong_figures(headline(app, document))} {as_of(app, document)}</p>
        {grade::bar(app, &counts)}
        {grade::legend(app, &counts)}
        {also(app, document)}
        {sections(app, document, pictures)}
    }
    .into_any()
}

/// Pieces of a sentence, the figures in it large.
pub fn strong_figures(pieces: Vec<Piece>) -> AnyView {
    let shown = pieces.into_iter().map(|piece| {
        if piece.strong {
            view! { <strong>{piece.text}</strong> }.into_any()
        } else {
            piece.text.into_any()
        }
    });
    shown.collect_view().into_any()
}

fn headline(app: App, document: &Document) -> Vec<Piece> {
    let words = app.words();
    let count = document.plan().indicators.len();
    if count == 0 {
        return pieces(words.now.headline_no_indicators, &[]);
    }
    let entered = document
        .all_judged()
        .filter(|(indicator, _)| indicator.latest_actual(None).is_some());
    let entered = entered.count();
    let good = |grade: Grade| matches!(grade, Grade::Achieved | Grade::OnTrack);
    let reached = document
        .all_judged()
        .filter(|(_, judgement)| good(judgement.grade))
        .count();
    let places = [
        ("count", count.to_string()),
        ("entered", entered.to_string()),
        ("reached", reached.to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let template = if entered == 0 {
        words.now.headline_none
    } else {
        words.now.headline
    };
    pieces(template, &places)
}

/// The newest year anything is judged for.
fn as_of(app: App, document: &Document) -> Option<impl IntoView + use<>> {
    let words = app.words();
    let years = document
        .all_judged()
        .filter_map(|(_, judgement)| match judgement.period {
            Period::FiscalYear(year) => Some(year),
            _ => None,
        });
    let newest = words::fiscal_year(words, years.max()?);
    let end = fill(words.years.up_to, &[("year", &newest)]);
    let text = fill(words.now.as_of, &[("period", &end)]);
    Some(view! { <span class="muted">{text}</span> })
}

/// What else the plan holds, what is missing in it, what a person is asked.
fn also(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let plan = document.plan();
    let mut told: Vec<(String, Page)> = Vec::new();
    let mut tell = |count: usize, template: &str, page: Page| {
        if count > 0 {
            told.push((fill(template, &[("count", &count.to_string())]), page));
        }
    };
    let items = plan
        .schedule
        .iter()
        .filter(|item| item.repeat_of.is_none())
        .count();
    tell(items, words.now.open_schedule, Page::Schedule);
    tell(plan.sheets.len(), words.now.open_sheets, Page::Sheets);
    tell(
        plan.questions.len(),
        words.now.questions_lead,
        Page::Schedule,
    );
    if told.is_empty() {
        return ().into_any();
    }
    let rows = told.into_iter().map(|(text, page)| {
        let to = app.link(page);
        view! { <li><a href=to>{text}</a></li> }
    });
    view! { <ul class="rows also">{rows.collect_view()}</ul> }.into_any()
}

/// Each section that holds indicators, with its rulers, in the plan's order; those outside any section last.
fn sections(app: App, document: &Document, pictures: Pictures) -> AnyView {
    let plan = document.plan();
    let Some(source) = app.source() else {
        return ().into_any();
    };
    let sections = plan.sections.iter().enumerate();
    let places: HashMap<&Id, usize> = sections
        .map(|(place, section)| (&section.id, place))
        .collect();
    let mut groups = vec![Vec::new(); plan.sections.len() + 1];
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let place = indicator.section.as_ref().and_then(|id| places.get(id));
        groups[place.copied().unwrap_or(plan.sections.len())].push(index);
    }
    let mut first = 0;
    let mut shown = Vec::new();
    for (place, indices) in groups.into_iter().enumerate() {
        if !indices.is_empty() {
            let room = A_SCREEN.saturating_sub(first).min(A_SECTION);
            let section = plan.sections.get(place);
            shown.push(group(
                app,
                document,
                &source,
                pictures,
                section,
                &indices,
                (first, room),
            ));
            first += indices.len().min(room);
        }
    }
    shown.into_any()
}

/// One section's rulers: the first of them, and the way to the others.
fn group(
    app: App,
    document: &Document,
    source: &Source,
    pictures: Pictures,
    section: Option<&Section>,
    indices: &[usize],
    (first, room): (usize, usize),
) -> AnyView {
    let words = app.words();
    let plan = document.plan();
    let cards = indices
        .iter()
        .take(room)
        .enumerate()
        .filter_map(|(offset, index)| {
            let (indicator, judgement) = document.judged(*index)?;
            let to = Route::of(source, Page::Indicator(indicator.id.clone())).to_string();
            Some(card(
                app,
                pictures,
                first + offset,
                to,
                (indicator, judgement, plan.period),
            ))
        });
    let cards = cards.collect_view();
    let count = fill(words.now.count, &[("count", &indices.len().to_string())]);
    let title = match section {
        Some(section) => {
            let to = Route::of(source, Page::Section(section.id.clone())).to_string();
            view! { <a href=to>{words::section_title(section)}</a> }.into_any()
        }
        None if plan.sections.is_empty() => words.app.indicators.into_any(),
        None => words.now.outside.into_any(),
    };
    let others = (indices.len() > room).then(|| {
        let filter = Filter {
            section: section.map(|section| section.id.0.clone()).unwrap_or_default(),
            ..Filter::default()
        };
        let to = Route::narrowed(source, Page::Indicators, filter).to_string();
        let others = (indices.len() - room).to_string();
        view! { <p class="spaced"><a href=to>{fill(words.now.others, &[("count", &others)])}</a></p> }
    });
    view! {
        <section>
            <div class="section-head"><h2>{title}</h2><span class="muted">{count}</span></div>
            <ul class="rulers">{cards}</ul>
            {others}
        </section>
    }
    .into_any()
}
