//! One indicator among others: its name, its grade, its sentence and its ruler.

use super::grade;
use crate::app::{Document, Page, Route, Source};
use crate::chart::{draw, ruler};
use crate::judge::{Judgement, newest_actual};
use crate::plan::{Indicator, PlanPeriod};
use crate::words::{self, Words};
use maud::{Markup, PreEscaped, html};

/// The card of an indicator, by its place in the plan, with its picture in each of some widths: none while it is not known,
/// two where a style sheet chooses.
pub fn card(
    words: &Words,
    document: &Document,
    source: &Source,
    widths: &[u32],
    index: usize,
) -> Markup {
    card_with(words, document, source, widths, index, Markup::default())
}

/// The card of an indicator with something more below its sentence.
pub fn card_with(
    words: &Words,
    document: &Document,
    source: &Source,
    widths: &[u32],
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
                (grade::badge(words, judgement))
            }
            p.muted { (words::line(words, indicator, judgement)) }
            (more)
            @if !widths.is_empty() {
                (picture(words, widths, (indicator, judgement, document.plan().period)))
            }
        }
    }
}

fn picture(
    words: &Words,
    widths: &[u32],
    (indicator, judgement, period): (&Indicator, &Judgement, PlanPeriod),
) -> Markup {
    let chart_words = words::chart_words(words, indicator, judgement);
    let Some(mut spec) = ruler(indicator, judgement, period, &chart_words) else {
        return in_words(words, indicator);
    };
    if let [width] = widths {
        return html! { .picture { (PreEscaped(draw(&spec, *width))) } };
    }
    let mut pictures = String::new();
    for (width, class) in widths.iter().zip(["narrow", "wide"]) {
        spec.id.push('-');
        spec.id.push_str(class);
        let drawn = html! { .picture.(class) { (PreEscaped(draw(&spec, *width))) } };
        pictures.push_str(&drawn.0);
    }
    PreEscaped(pictures)
}

/// What the town calls the indicator: `KGI`.
pub fn kind(kind: &str) -> Markup {
    html! { @if !kind.is_empty() { span.kind { (kind) } " " } }
}

/// Without a figure there is no ruler: from what to what, in words.
pub fn in_words(texts: &Words, indicator: &Indicator) -> Markup {
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
            @if let Some(now) = newest_actual(indicator, None) {
                span.whole {
                    (texts.kinds.actual) " "
                    b { (words::value(texts, indicator, &now.value, &now.text)) }
                }
                span.arrow aria-hidden="true" { "→" }
            }
            b { (to) }
            @if target.period.year().is_some() {
                (words::fill(texts.now.as_of, &[("period", &words::period_short(texts, target.period))]))
            }
        }
    }
}
