//! Several plans at once: all their rulers on one screen.

use crate::app::parts::card::card;
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::state::App;
use crate::app::{Document, Page, Route, Source};
use crate::words::fill;
use leptos::prelude::*;

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let pictures = Pictures::of_screen(".rulers");
    let Some(Source::Files(paths)) = app.source() else {
        return ().into_any();
    };
    let mut place = 0;
    let shown = app.opened.with_untracked(|opened| {
        let documents = opened.documents();
        let count: usize = documents
            .iter()
            .map(|document| document.plan().indicators.len())
            .sum();
        let places = [
            ("plans", documents.len().to_string()),
            ("count", count.to_string()),
        ];
        let places = places
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let lead = fill(words.plans.pictures_lead, &places);
        let groups = documents.iter().zip(&paths).map(|(document, path)| {
            let source = Source::Files(vec![path.clone()]);
            let first = place;
            place += document.plan().indicators.len();
            rulers(app, document, &source, pictures, first)
        });
        (lead, groups.collect::<Vec<_>>())
    });
    view! {
        {heading(app, ().into_any(), words.plans.pictures_title, ().into_any())}
        <p class="headline">{shown.0}</p>
        {shown.1}
    }
    .into_any()
}

fn rulers(
    app: App,
    document: &Document,
    source: &Source,
    pictures: Pictures,
    first: usize,
) -> AnyView {
    let plan = document.plan();
    if plan.indicators.is_empty() {
        return ().into_any();
    }
    let cards = document
        .all_judged()
        .enumerate()
        .map(|(offset, (indicator, judgement))| {
            let to = Route::of(source, Page::Indicator(indicator.id.clone())).to_string();
            card(
                app,
                pictures,
                first + offset,
                to,
                (indicator, judgement, plan.period),
            )
        });
    let cards = cards.collect_view();
    let count = plan.indicators.len().to_string();
    let count = fill(app.words().now.count, &[("count", &count)]);
    let to = Route::of(source, Page::Now).to_string();
    let name = [&*plan.municipality.name, " ", &*plan.title].concat();
    view! {
        <section>
            <div class="section-head"><h2><a href=to>{name}</a></h2><span class="muted">{count}</span></div>
            <ul class="rulers">{cards}</ul>
        </section>
    }
    .into_any()
}
