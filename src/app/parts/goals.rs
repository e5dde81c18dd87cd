//! KGI and the KPI that serve them, on the screen of either.

use super::button::button;
use super::card::{card, kind};
use super::judged::weighted;
use super::picture::Pictures;
use super::{grade, renewed, standing};
use crate::app::state::App;
use crate::app::{Document, Page, browser};
use crate::judge::{Tally, newest_actual};
use crate::plan::{Edit, Goals, Id, Served, ServesReason};
use crate::words::{self, Piece, fill, pieces};
use leptos::ev;
use leptos::prelude::*;
use maud::html;

/// What an indicator has to do with goals: the KPI that serve it, the KGI it serves. Nothing in a plan without a KGI.
pub fn section(
    app: App,
    document: &Document,
    id: &Id,
    pictures: Pictures,
    deciding: RwSignal<bool>,
) -> Option<AnyView> {
    let goals = Goals::of(document.plan());
    let at = document.position(id)?;
    let (indicator, _) = document.judged(at)?;
    if !goals.are_there() {
        return None;
    }
    let serving = goals
        .is_goal(at)
        .then(|| serving(app, document, goals.serving(at).to_vec(), pictures));
    let served = goals.served_by(at)?;
    let is_asked = !goals.is_goal(at) || !served.goals.is_empty();
    let is_kpi = served.reason != ServesReason::None || !indicator.kind.is_empty();
    let served = (is_asked && is_kpi).then(|| serves(app, document, id, &goals, served, deciding));
    Some(view! { {serving} {served} }.into_any())
}

/// What serves a goal: how many, how many of them measured, each with its ruler.
fn serving(app: App, document: &Document, serving: Vec<usize>, pictures: Pictures) -> AnyView {
    let texts = &app.words().goals;
    let told = weighted(coverage(app, document, &serving));
    let inside = move || {
        let width = pictures.width(0);
        app.read_once(|document| {
            let source = app.source()?;
            let cards = serving.iter();
            let cards =
                cards.map(|index| card(app.words(), document, &source, width.as_slice(), *index));
            Some(html! { ul.rulers.serving { @for card in cards { (card) } } }.0)
        })
    };
    view! {
        <section id="serving">
            <div class="section-head"><h2>{texts.serving}</h2></div>
            <p class="spaced" inner_html=told.0></p>
            <div inner_html=renewed(move || inside().unwrap_or_default())></div>
        </section>
    }
    .into_any()
}

fn coverage(app: App, document: &Document, serving: &[usize]) -> Vec<Piece> {
    let texts = &app.words().goals;
    let mut tally = Tally::default();
    for (indicator, judgement) in serving.iter().filter_map(|at| document.judged(*at)) {
        tally.add(judgement, newest_actual(indicator, None).is_some());
    }
    let template = match (tally.total(), tally.measured) {
        (0, _) => texts.serving_none,
        (_, 0) => texts.coverage_none,
        _ => texts.coverage,
    };
    let places = [
        ("count", &*tally.total().to_string()),
        ("measured", &*tally.measured.to_string()),
        ("reached", &*tally.reaching().to_string()),
    ];
    pieces(template, &places)
}

/// The goals an indicator serves, why these, and how a person says otherwise.
fn serves(
    app: App,
    document: &Document,
    id: &Id,
    goals: &Goals,
    served: &Served,
    deciding: RwSignal<bool>,
) -> AnyView {
    let texts = &app.words().goals;
    let told = html! {
        @if served.goals.is_empty() {
            p.spaced { (texts.serves_none) " " span.muted { (reason(app, document, served)) } }
        } @else {
            ul.rows {
                @for (indicator, judgement) in served.goals.iter().filter_map(|at| document.judged(*at)) {
                    li {
                        .card-head {
                            h3 {
                                (kind(&indicator.kind))
                                a href=(app.link(Page::Indicator(indicator.id.clone()))) { (indicator.name) }
                            }
                            (grade::badge(app.words(), judgement))
                        }
                        p.muted { (words::line(app.words(), indicator, judgement)) }
                    }
                }
            }
            p.muted { (reason(app, document, served)) }
        }
    };
    let all = goals.all().filter_map(|at| document.judged(at));
    let all = all.filter(|(goal, _)| goal.id != *id);
    let all: Vec<(String, String, bool)> = all
        .map(|(goal, _)| {
            let is_served = document.position(&goal.id);
            let is_served = is_served.is_some_and(|at| served.goals.contains(&at));
            (goal.id.0.clone(), goal.name.clone(), is_served)
        })
        .collect();
    let choice = app.is_kept().then(|| {
        let (id, is_said) = (id.clone(), served.reason == ServesReason::Said);
        view! {
            <button class="plain" aria-expanded=renewed(move || deciding.get().to_string())
                on:click=move |_| deciding.update(|open| *open = !*open)>
                {texts.choose}
            </button>
            {renewed(move || deciding.get().then(|| choosing(app, id.clone(), all.clone(), is_said)))}
        }
    });
    view! {
        <section id="serves">
            <div class="section-head"><h2>{texts.serves}</h2></div>
            {standing(told)}
            {choice}
        </section>
    }
    .into_any()
}

fn reason(app: App, document: &Document, served: &Served) -> String {
    let texts = &app.words().goals;
    match &served.reason {
        ServesReason::Said => texts.by_said.to_owned(),
        ServesReason::SameSection => texts.by_section.to_owned(),
        ServesReason::SectionAbove(id) => {
            let section = document.plan().section(id).map(words::section_title);
            let section = section.unwrap_or_default();
            fill(texts.by_section_above, &[("section", &section)])
        }
        ServesReason::None => String::new(),
    }
}

/// A box for each goal; what is ticked is served.
fn choosing(app: App, id: Id, all: Vec<(String, String, bool)>, is_said: bool) -> AnyView {
    let texts = &app.words().goals;
    let boxes = html! {
        legend.unseen { (texts.choose) }
        @for (place, (goal, name, is_served)) in all.iter().enumerate() {
            label.tick {
                input type="checkbox" id={ "serves-" (place) } value=(goal) checked[*is_served];
                span { (name) }
            }
        }
    };
    let of = id.clone();
    let change = move |event: ev::Event| {
        let ticked = browser::ticked_beside(&event, "fieldset");
        let edit = Edit::SetServes {
            indicator: of.clone(),
            serves: Some(ticked.into_iter().map(Id).collect()),
        };
        let here = browser::id_of(&event);
        app.edit(edit, texts.chosen.to_owned());
        browser::later(move || browser::focus(&["#", &here].concat()));
    };
    let leave = is_said.then(|| {
        button("plain", texts.leave, move || {
            let edit = Edit::SetServes {
                indicator: id.clone(),
                serves: None,
            };
            app.edit(edit, texts.left.to_owned());
            browser::later(|| browser::focus("#serves button"));
        })
    });
    view! { <fieldset on:change=change inner_html=boxes.0></fieldset> {leave} }.into_any()
}
