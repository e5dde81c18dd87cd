//! 計画のいま: how many indicators stand where, and a ruler for each.

pub use crate::app::markup::strong_figures;

use crate::app::markup::overview;
use crate::app::one_file as file;
use crate::app::parts::button::button;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::one_file;
use crate::app::parts::picture::Pictures;
use crate::app::parts::{boxed, changing, standing};
use crate::app::state::App;
use crate::app::{Document, Page, Route, Source, browser, keeping, later};
use crate::words::{self, fill};
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    if untrack(|| app.are_several()) {
        return super::pictures::page(app);
    }
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.now.title, ().into_any())}
        {changing(move || app.read(|document| standing_of(app, document)))}
        {(!file::is_for_reading(app)).then(|| remarks(app))}
        {move || app.read(|document| sections(app, document))}
        {standing(reminder(app))}
        {boxed("buttons ending", ways(app))}
        {one_file::offer(app)}
    }
    .into_any()
}

fn ways(app: App) -> Vec<AnyView> {
    let words = app.words();
    let way = |route: Route, label: &str| standing(html! { a.button href=(route) { (label) } });
    let mut ways = vec![
        button("button", words.app.export, move || keeping::export(app)),
        way(Route::Import, words.plans.take_in),
    ];
    // Where a plan is the first screen, the name at the top leads to that.
    if browser::home().is_some() {
        ways.push(way(Route::Plans, words.app.to_plans));
    }
    ways
}

fn standing_of(app: App, document: &Document) -> Markup {
    let source = app.source();
    let shown = source.map(|source| overview::overview(app.words(), &source, document));
    shown.unwrap_or_default()
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

/// Each section that holds indicators, with its rulers.
fn sections(app: App, document: &Document) -> Vec<AnyView> {
    let pictures = Pictures::of_screen(".rulers");
    let groups = overview::groups(document.plan()).into_iter();
    let shown = groups.map(|group| {
        let inside = move || {
            let width = pictures.width(group.place);
            let source = app.source()?;
            let show = |document: &Document| {
                overview::group(app.words(), &source, document, width.as_slice(), &group)
            };
            Some(app.read_once(show).0)
        };
        view! { <section inner_html=move || inside().unwrap_or_default()></section> }.into_any()
    });
    shown.collect()
}
