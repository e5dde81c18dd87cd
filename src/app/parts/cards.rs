//! Cards of a few indicators, goals first, with what the plan says of how each is measured.

use super::card::card_with;
use super::picture::Pictures;
use super::renewed;
use crate::app::markup::goals;
use crate::app::state::App;
use crate::plan::{Goals, Id, Indicator};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The cards; the pictures come in once their width is known.
pub fn cards(app: App, pictures: Pictures, indicators: &[&Indicator]) -> AnyView {
    let ids: Vec<Id> = indicators.iter().map(|found| found.id.clone()).collect();
    let inside = move || {
        let width = pictures.width(0);
        app.read_once(|document| {
            let source = app.source()?;
            let places: Vec<usize> = ids.iter().filter_map(|id| document.position(id)).collect();
            let groups = Goals::of(document.plan()).grouped(&places);
            let one = |index: usize| {
                let more = document
                    .judged(index)
                    .map(|(found, _)| measured(app, found));
                card_with(
                    app.words(),
                    document,
                    &source,
                    width.as_slice(),
                    index,
                    more.unwrap_or_default(),
                )
            };
            Some(goals::cards(app.words(), &groups, &one).0)
        })
    };
    view! { <div inner_html=renewed(move || inside().unwrap_or_default())></div> }.into_any()
}

/// `単位：回　測り方：年間開催数`.
fn measured(app: App, indicator: &Indicator) -> Markup {
    let texts = &app.words().indicator;
    let unit = words::unit(indicator);
    let unit = (!unit.is_empty()).then(|| fill(texts.unit, &[("unit", &unit)]));
    let how = (!indicator.measurement.is_empty())
        .then(|| fill(texts.measured, &[("how", &indicator.measurement)]));
    html! {
        @if unit.is_some() || how.is_some() {
            p.muted.apart {
                @for part in [unit, how].into_iter().flatten() { span { (part) } }
            }
        }
    }
}
