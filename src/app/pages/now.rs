//! 計画のいま: how many indicators stand where, and a ruler for each.

use crate::app::one_file as file;
use crate::app::parts::button::button;
use crate::app::parts::card::card;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::picture::Pictures;
use crate::app::parts::{boxed, changing, standing};
use crate::app::parts::{goals, grade, one_file};
use crate::app::state::App;
use crate::app::{Document, Filter, Page, Route, Source, browser, keeping, later, standings};
use crate::judge::{Grade, Tally, Yardstick, newest_actual};
use crate::plan::{GoalGroup, Goals, Id, Period, Plan, Section};
use crate::words::{self, Piece, fill, pieces};
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::{Markup, html};
use std::collections::HashMap;

/// How many rulers a section shows before it refers to the list.
const A_SECTION: usize = 12;
/// How many rulers the screen shows before sections show only their count.
const A_SCREEN: usize = 96;

/// The screen.
pub fn page(app: App) -> AnyView {
    if untrack(|| app.are_several()) {
        return super::pictures::page(app);
    }
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.now.title, ().into_any())}
        {changing(move || app.read(|document| overview(app, document)))}
        {(!file::is_for_reading(app)).then(|| remarks(app))}
        {move || app.read(|document| sections(app, document))}
        {standing(reminder(app))}
        {boxed("buttons ending", vec![
            button("button", words.app.export, move || keeping::export(app)),
            standing(html! { a.button href="#/import" { (words.plans.take_in) } }),
        ])}
        {one_file::offer(app)}
    }
    .into_any()
}

/// Whether it is time to take the kept plan out as a file.
fn reminder(app: App) -> Markup {
    let card = match app.source() {
        Some(Source::Kept(key)) => keeping::cards(app).into_iter().find(|card| card.key == key),
        _ => None,
    };
    let reminder = card.and_then(|card| card.reminder(&browser::timestamp()));
    html! {
        @if let Some(reminder) = reminder { p.notice.spaced { (words::reminder(app.words(), reminder)) } }
    }
}

fn overview(app: App, document: &Document) -> Markup {
    let counts = standings(document.all_judged().map(|(_, judgement)| judgement));
    let scale = Yardstick::of(&document.plan().rules).scale;
    let scale = words::scale_title(app.words(), scale);
    let rules = fill(app.words().rules.link, &[("scale", scale)]);
    html! {
        p.headline {
            (strong_figures(headline(app, document)))
            @if let Some(text) = as_of(app, document) { " " span.muted { (text) } }
        }
        (grade::bar_of(app, &counts))
        (grade::legend(app, &counts))
        @if !counts.is_empty() { p { a href=(app.link(Page::Rules)) { (rules) } } }
        (also(app, document))
    }
}

/// Pieces of a sentence, the figures in it large.
pub fn strong_figures(pieces: Vec<Piece>) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.strong { strong { (piece.text) } } @else { (piece.text) }
        }
    }
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
fn as_of(app: App, document: &Document) -> Option<String> {
    let words = app.words();
    let years = document
        .all_judged()
        .filter_map(|(_, judgement)| match judgement.period {
            Period::FiscalYear(year) => Some(year),
            _ => None,
        });
    let newest = words::fiscal_year(words, years.max()?);
    let end = fill(words.years.up_to, &[("year", &newest)]);
    Some(fill(words.now.as_of, &[("period", &end)]))
}

/// What else the plan holds, what is missing in it, what a person is asked.
fn also(app: App, document: &Document) -> Markup {
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
    html! {
        @if !told.is_empty() {
            ul.rows.also {
                @for (text, page) in told { li { a href=(app.link(page)) { (text) } } }
            }
        }
    }
}

/// The way to what should be looked at; how much that is, is known once the screens are here.
fn remarks(app: App) -> AnyView {
    let words = app.words();
    let count = RwSignal::new(None);
    Effect::new(move |_| {
        app.read(Document::revision);
        if app.screens_are_here.get() {
            // A large plan takes its time; what was pressed is shown first.
            browser::after_frame(move || {
                spawn_local(async move {
                    let _ = count.try_set(later::remarks(app).await.ok());
                });
            });
        }
    });
    let text = move || match count.get() {
        Some(count @ 1..) => fill(words.check.open_count, &[("count", &count.to_string())]),
        _ => words.check.open.to_owned(),
    };
    view! { <ul class="rows also to-check"><li><a href=app.link(Page::Check)>{text}</a></li></ul> }
        .into_any()
}

/// Each section that holds indicators, with its rulers, in the plan's order; those outside any section last.
fn sections(app: App, document: &Document) -> Vec<AnyView> {
    let plan = document.plan();
    let pictures = Pictures::of_screen(".rulers");
    let sections = plan.sections.iter().enumerate();
    let places: HashMap<&Id, usize> = sections
        .map(|(place, section)| (&section.id, place))
        .collect();
    let goals = Goals::of(plan);
    let mut groups = vec![Vec::new(); plan.sections.len() + 1];
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let place = indicator.section.as_ref().and_then(|id| places.get(id));
        groups[place.copied().unwrap_or(plan.sections.len())].push(index);
    }
    let mut first = 0;
    let mut shown = Vec::new();
    for (section, indices) in groups.into_iter().enumerate() {
        if !indices.is_empty() {
            let room = A_SCREEN.saturating_sub(first).min(A_SECTION);
            let place = first;
            first += indices.len().min(room);
            let cards = goals::first(goals.grouped(&indices), room);
            let inside = move || {
                let width = pictures.width(place);
                let shown = (&*indices, &*cards);
                app.read_once(|document| group(app, document, width, section, shown))
            };
            shown.push(view! { <section inner_html=move || inside().0></section> }.into_any());
        }
    }
    shown
}

/// One section's rulers: the first of them, and the way to the others.
fn group(
    app: App,
    document: &Document,
    width: Option<u32>,
    section: usize,
    (indices, cards): (&[usize], &[GoalGroup]),
) -> Markup {
    let words = app.words();
    let plan = document.plan();
    let Some(source) = app.source() else {
        return Markup::default();
    };
    let section = plan.sections.get(section);
    let judged = indices.iter().filter_map(|index| document.judged(*index));
    let mut tally = Tally::default();
    for (indicator, judgement) in judged {
        tally.add(judgement, newest_actual(indicator, None).is_some());
    }
    let places = [
        ("count", &*tally.total().to_string()),
        ("measured", &*tally.measured.to_string()),
    ];
    let template = match tally.measured {
        0 => words.now.count,
        _ => words.now.count_measured,
    };
    let count = fill(template, &places);
    let shown = cards.iter();
    let shown = shown.map(|(goal, others)| usize::from(goal.is_some()) + others.len());
    let rest = indices.len().saturating_sub(shown.sum());
    let all = || {
        let filter = Filter {
            section: section
                .map(|section| section.id.0.clone())
                .unwrap_or_default(),
            ..Filter::default()
        };
        Route::narrowed(&source, Page::Indicators, filter)
    };
    html! {
        .section-head {
            h2 { (title(app, plan, &source, section)) }
            span.muted { (count) }
        }
        (goals::cards(app, cards, &|index| card(app, document, &source, width, index)))
        @if rest > 0 {
            p.spaced { a href=(all()) { (fill(words.now.others, &[("count", &rest.to_string())])) } }
        }
    }
}

/// What a group is called: its section, where it has one.
fn title(app: App, plan: &Plan, source: &Source, section: Option<&Section>) -> Markup {
    let words = app.words();
    match section {
        Some(section) => {
            let to = Route::of(source, Page::Section(section.id.clone()));
            html! { a href=(to) { (words::section_title(section)) } }
        }
        None if plan.sections.is_empty() => html! { (words.app.indicators) },
        None => html! { (words.now.outside) },
    }
}
