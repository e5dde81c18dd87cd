//! One indicator among others: its name, its grade, its sentence and its ruler.

use super::grade;
use super::picture::Pictures;
use crate::app::state::App;
use crate::chart::ruler;
use crate::judge::Judgement;
use crate::plan::{Indicator, PlanPeriod};
use crate::words;
use leptos::prelude::*;

/// The card of an indicator; `place` is its place on the screen, `to` the address of its own screen.
pub fn card(
    app: App,
    pictures: Pictures,
    place: usize,
    to: String,
    (indicator, judgement, period): (&Indicator, &Judgement, PlanPeriod),
) -> AnyView {
    let texts = app.words();
    let line = words::line(texts, indicator, judgement);
    let chart_words = words::chart_words(texts, indicator, judgement);
    let drawing = ruler(indicator, judgement, period, &chart_words);
    let picture = match drawing {
        Some(spec) => pictures.picture(place, spec),
        None => in_words(app, indicator),
    };
    view! {
        <li class="card">
            <div class="card-head">
                <h3>{kind(&indicator.kind)} <a href=to>{indicator.name.clone()}</a></h3>
                {grade::badge(app, judgement.grade)}
            </div>
            <p class="muted">{line}</p>
            {picture}
        </li>
    }
    .into_any()
}

/// What the town calls the indicator: `KGI`.
pub fn kind(kind: &str) -> Option<impl IntoView + use<>> {
    (!kind.is_empty()).then(|| view! { <span class="kind">{kind.to_owned()}</span> })
}

/// Without a figure there is no ruler: from what to what, in words.
pub fn in_words(app: App, indicator: &Indicator) -> AnyView {
    let texts = app.words();
    let from = indicator.baseline.as_ref();
    let from = from.map(|baseline| words::value(texts, indicator, &baseline.value, &baseline.text));
    let Some(target) = indicator.final_target() else {
        return ().into_any();
    };
    let to = words::value(texts, indicator, &target.value, &target.text);
    let until = target.period.year().map(|_| {
        let year = words::period_short(texts, target.period);
        words::fill(texts.now.as_of, &[("period", &year)])
    });
    view! {
        <p class="words-only">
            {from.map(|from| view! { <b>{from}</b><span class="arrow" aria-hidden="true">"→"</span> })}
            <b>{to}</b>{until}
        </p>
    }
    .into_any()
}
