//! How an indicator was judged, with its own numbers, and what a person can decide about it.

use super::button::button;
use super::choice::{Choice, select};
use super::{boxed, renewed, standing};
use crate::app::state::App;
use crate::app::{Document, Page, browser};
use crate::judge::{Doubt, Judgement, Yardstick, by_earlier_targets, published, series};
use crate::plan::{Accumulation, Direction, Edit, Id, Indicator};
use crate::words::{self, Piece, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The section of an indicator's screen.
pub fn judged(
    app: App,
    indicator: &Indicator,
    judgement: &Judgement,
    deciding: RwSignal<bool>,
) -> AnyView {
    let texts = app.words();
    let told = html! {
        h2 tabindex="-1" { (texts.indicator.how_judged) }
        p { (weighted(words::explanation(texts, indicator, judgement))) }
        ul.bullets {
            @for each in words::series_explanations(texts, indicator, judgement) {
                li { (weighted(each)) }
            }
        }
        @for doubt in &judgement.doubts { p.notice { (words::doubt(texts, doubt)) } }
    };
    let mixed = judgement
        .doubts
        .contains(&Doubt::SingleYearAgainstCumulative);
    let mixed = (mixed && app.is_kept()).then(|| how_counted(app, indicator.id.clone()));
    let beside = app.read_once(|document| beside(app, document, indicator, judgement));
    let reasons = [
        &*words::direction_reason(texts, judgement),
        " ",
        &*words::accumulation_reason(texts, judgement),
        " ",
    ];
    let decide = app.is_kept().then(|| {
        view! {
            <button class="plain inline-link" aria-expanded=renewed(move || deciding.get().to_string())
                on:click=move |_| deciding.update(|open| *open = !*open)>
                {texts.indicator.decide}
            </button>
        }
    });
    let form_of = (
        indicator.id.clone(),
        indicator.direction,
        indicator.accumulation,
    );
    view! {
        <section id="how-judged">
            {standing(told)}
            {mixed}
            {standing(beside)}
            <p class="muted">{reasons.concat()} {decide}</p>
            {renewed(move || deciding.get().then(|| form(app, &form_of)))}
        </section>
    }
    .into_any()
}

/// What a baseline and a target that may be counted differently can mean; the doubt goes with the answer, and comes back
/// when that is taken back.
fn how_counted(app: App, indicator: Id) -> AnyView {
    let texts = app.words();
    let ways = [
        (Accumulation::CumulativeFromStart, texts.mend.from_start),
        (Accumulation::Cumulative, texts.mend.both_sums),
        (Accumulation::PerPeriod, texts.mend.both_single),
    ];
    let ways = ways.map(|(accumulation, label)| {
        let indicator = indicator.clone();
        button("button", label, move || {
            let edit = Edit::SetAccumulation {
                indicator: indicator.clone(),
                accumulation,
            };
            let choice = words::accumulation(texts, accumulation);
            app.edit(
                edit,
                fill(texts.indicator.accumulation_set, &[("choice", choice)]),
            );
            browser::later(|| browser::focus("#how-judged h2"));
        })
    });
    view! { <div class="buttons spaced" role="group" aria-label=texts.mend.counted>{ways.into_iter().collect::<Vec<_>>()}</div> }
        .into_any()
}

/// What stands beside the judgement: the published rate, where the present course leads, what the earlier targets would
/// give, and by which rules it was made.
fn beside(app: App, document: &Document, indicator: &Indicator, judgement: &Judgement) -> Markup {
    let texts = app.words();
    let plan = document.plan();
    let by = Yardstick::of(&plan.rules);
    let published = published(indicator, judgement, plan.period, None);
    let published = words::published_rate(texts, published.as_ref());
    let earlier = by_earlier_targets(indicator, plan.period, None, &by);
    let earlier = indicator.earlier_targets.iter().zip(&earlier);
    let rules = [("scale", words::scale_title(texts, by.scale))];
    let rules = fill(texts.rules.link, &rules);
    html! {
        @if !published.is_empty() { p { (published) } }
        @for (targets, (_, judgement)) in earlier {
            p { (weighted(words::earlier_targets(texts, indicator, targets, judgement))) }
        }
        @for one in series(indicator) {
            p {
                @if !one.label.is_empty() { (fill(texts.judging.series_part, &[("label", &one.label)])) }
                @match one.projection(plan.period, None) {
                    Ok(found) => (weighted(words::projection(texts, indicator, &one, &found))),
                    Err(reason) => span.muted { (words::no_projection(texts, reason)) },
                }
            }
        }
        p { a href=(app.link(Page::Rules)) { (rules) } }
    }
}

/// Pieces of a sentence, what stands out in bold.
pub fn weighted(pieces: Vec<Piece>) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.strong { b { (piece.text) } } @else { (piece.text) }
        }
    }
}

/// Direction and accumulation, to be said by a person.
fn form(app: App, (id, direction, accumulation): &(Id, Direction, Accumulation)) -> AnyView {
    let texts = app.words();
    let word = |direction| words::direction(texts, direction);
    let directions = [
        (Direction::Unknown, texts.indicator.leave_to_app),
        (Direction::Increase, word(Direction::Increase)),
        (Direction::Decrease, word(Direction::Decrease)),
        (Direction::Maintain, word(Direction::Maintain)),
        (Direction::Within, word(Direction::Within)),
        (Direction::Stage, word(Direction::Stage)),
    ];
    let word = |accumulation| words::accumulation(texts, accumulation);
    let accumulations = [
        (Accumulation::Unknown, texts.indicator.leave_to_app),
        (Accumulation::PerPeriod, word(Accumulation::PerPeriod)),
        (Accumulation::Cumulative, word(Accumulation::Cumulative)),
        (
            Accumulation::CumulativeFromStart,
            word(Accumulation::CumulativeFromStart),
        ),
        (Accumulation::PointInTime, word(Accumulation::PointInTime)),
    ];
    let chosen = directions
        .iter()
        .position(|(choice, _)| choice == direction);
    let of = id.clone();
    let set_direction = move |index: usize| {
        let Some((direction, label)) = directions.get(index).copied() else {
            return;
        };
        let said = fill(texts.indicator.direction_set, &[("choice", label)]);
        app.edit(
            Edit::SetDirection {
                indicator: of.clone(),
                direction,
            },
            said,
        );
    };
    let directions = labels(&directions, chosen);
    let chosen = accumulations
        .iter()
        .position(|(choice, _)| choice == accumulation);
    let of = id.clone();
    let set_accumulation = move |index: usize| {
        let Some((accumulation, label)) = accumulations.get(index).copied() else {
            return;
        };
        let said = fill(texts.indicator.accumulation_set, &[("choice", label)]);
        app.edit(
            Edit::SetAccumulation {
                indicator: of.clone(),
                accumulation,
            },
            said,
        );
    };
    let accumulations = labels(&accumulations, chosen);
    let fields = vec![
        select(
            texts.indicator.direction,
            directions,
            Box::new(set_direction),
        ),
        select(
            texts.indicator.accumulation,
            accumulations,
            Box::new(set_accumulation),
        ),
    ];
    boxed("fields", fields)
}

fn labels<Of>(choices: &[(Of, &str)], chosen: Option<usize>) -> Vec<Choice> {
    let labelled = choices.iter().enumerate();
    labelled
        .map(|(index, (_, label))| Choice {
            label: (*label).to_owned(),
            chosen: chosen == Some(index),
        })
        .collect()
}
