//! Several plans at once: all their rulers on one screen.

use crate::app::parts::card::card;
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::state::App;
use crate::app::{Document, Page, Route};
use crate::words::fill;
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let pictures = Pictures::of_screen(".rulers");
    let counts: Vec<usize> = app.opened.with_untracked(|opened| {
        let plans = opened.documents().iter().map(Document::plan);
        plans.map(|plan| plan.indicators.len()).collect()
    });
    let lead = fill(
        words.plans.pictures_lead,
        &[
            ("plans", &counts.len().to_string()),
            ("count", &counts.iter().sum::<usize>().to_string()),
        ],
    );
    let mut first = 0;
    let mut groups = Vec::new();
    for (place, count) in counts.into_iter().enumerate() {
        if count > 0 {
            let of_plan = first;
            first += count;
            let inside = move || rulers(app, pictures.width(of_plan), place).0;
            groups.push(view! { <section inner_html=inside></section> });
        }
    }
    view! {
        {heading(app, Markup::default(), words.plans.pictures_title, ().into_any())}
        <p class="headline">{lead}</p>
        {groups}
    }
    .into_any()
}

/// One plan's rulers, by its place among the plans.
fn rulers(app: App, width: Option<u32>, place: usize) -> Markup {
    app.opened.with_untracked(|opened| {
        let (Some(source), Some(document)) =
            (opened.source_of(place), opened.documents().get(place))
        else {
            return Markup::default();
        };
        let plan = document.plan();
        let count = plan.indicators.len();
        let told = fill(app.words().now.count, &[("count", &count.to_string())]);
        html! {
            .section-head {
                h2 { a href=(Route::of(&source, Page::Now)) { (plan.municipality.name) " " (plan.title) } }
                span.muted { (told) }
            }
            ul.rulers {
                @for index in 0..count { (card(app.words(), document, &source, width.as_slice(), index)) }
            }
        }
    })
}
