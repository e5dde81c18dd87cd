//! One indicator among others: its name, its grade, its sentence and its ruler.

use super::grade;
use crate::app::state::App;
use crate::app::{Document, Page, Route, Source};
use crate::chart::{draw, ruler};
use crate::judge::Judgement;
use crate::plan::{Indicator, PlanPeriod};
use crate::words;
use maud::{Markup, PreEscaped, html};

/// The card of an indicator, by its place in the plan. The picture comes in once its width is known.
pub fn card(
    app: App,
    document: &Document,
    source: &Source,
    width: Option<u32>,
    index: usize,
) -> Markup {
    card_with(app, document, source, width, index, Markup::default())
}

/// The card of an indicator with something more below its sentence.
pub fn card_with(
    app: App,
    document: &Document,
    source: &Source,
    width: Option<u32>,
    index: usize,
    more: Markup,
) -> Markup {
    let Some((indicator, judgement)) = document.judged(index) else {
        return Markup::default();
    };
    let to = Route::of(source, Page::Indicator(indicator.id.clone()));
    html! {
        li.card {
            .card-head {
                h3 { (kind(&indicator.kind)) a href=(to) { (indicator.name) } }
                (grade::badge(app, judgement))
            }
            p.muted { (words::line(app.words(), indicator, judgement)) }
            (more)
            @if let Some(width) = width {
                (picture(app, width, (indicator, judgement, document.plan().period)))
            }
        }
    }
}

fn picture(
    app: App,
    width: u32,
    (indicator, judgement, period): (&Indicator, &Judgement, PlanPeriod),
) -> Markup {
    let chart_words = words::chart_words(app.words(), indicator, judgement);
    match ruler(indicator, judgement, period, &chart_words) {
        Some(spec) => html! { .picture { (PreEscaped(draw(&spec, width))) } },
        None => in_words(app, indicator),
    }
}

/// What the town calls the indicator: `KGI`.
pub fn kind(kind: &str) -> Markup {
    html! { @if !kind.is_empty() { span.kind { (kind) } " " } }
}

/// Without a figure there is no ruler: from what to what, in words.
pub fn in_words(app: App, indicator: &Indicator) -> Markup {
    let texts = app.words();
    let Some(target) = indicator.final_target() else {
        return Markup::default();
    };
    let to = words::value(texts, indicator, &target.value, &target.text);
    html! {
        p.words-only {
            @if let Some(from) = &indicator.baseline {
                b { (words::value(texts, indicator, &from.value, &from.text)) }
                span.arrow aria-hidden="true" { "→" }
            }
            b { (to) }
            @if target.period.year().is_some() {
                (words::fill(texts.now.as_of, &[("period", &words::period_short(texts, target.period))]))
            }
        }
    }
}
