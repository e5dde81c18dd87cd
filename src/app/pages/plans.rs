//! 計画一覧: the plans kept here, those published beside the app, and the way in for others.

use crate::app::parts::button::button;
use crate::app::parts::heading::heading;
use crate::app::parts::{boxed, changing, standing};
use crate::app::published;
use crate::app::state::App;
use crate::app::{Page, Route, Source, browser, keeping};
use crate::keep::{CardState, Counts, PlanCard, Reminder};
use crate::words::{self, Words, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let cards = RwSignal::new(keeping::cards(app));
    published::fetch(app);
    let head = |title: &str| standing(html! { .section-head { h2 { (title) } } });
    let lead = html! {
        p.headline { (words.plans.lead) }
        p.buttons.spaced { a.button.primary href="#/import" { (words.plans.take_in) } }
    };
    view! {
        {heading(app, Markup::default(), words.plans.title, ().into_any())}
        {standing(lead)}
        <section>
            {head(words.plans.saved)}
            {changing(move || app.listed.with(|listed| listed.news.clone()))}
            {move || saved(app, cards)}
        </section>
        <section>{changing(move || app.listed.with(|listed| listed.list.clone()))}</section>
    }
    .into_any()
}

fn saved(app: App, cards: RwSignal<Vec<PlanCard>>) -> AnyView {
    let words = app.words();
    let shown = cards.get();
    if shown.is_empty() {
        return standing(html! { p.muted.spaced { (words.plans.saved_none) } });
    }
    let rows = shown
        .into_iter()
        .map(|card| row(app, card, cards))
        .collect::<Vec<_>>();
    view! { <ul class="rows plans">{rows}</ul> }.into_any()
}

/// One kept plan.
fn row(app: App, card: PlanCard, cards: RwSignal<Vec<PlanCard>>) -> AnyView {
    let words = app.words();
    let to = Route::of(&Source::Kept(card.key.clone()), Page::Now).to_string();
    let reminder = card.reminder(&browser::timestamp());
    let state = match card.state {
        CardState::Ready => exported(words, &card, reminder),
        CardState::Unreadable => words.trouble.kept_unreadable.to_owned(),
        CardState::FutureSchema => words.trouble.future_schema.to_owned(),
    };
    let urgent = card.state != CardState::Ready || reminder.is_some();
    let raw = (card.state != CardState::Ready).then(|| {
        let key = card.key.clone();
        let save = move || keeping::export_raw(app, &key);
        button("plain", words.trouble.save_raw, save)
    });
    let title = titled(words, &card);
    let told = html! {
        p.muted { (card.municipality) }
        h3 {
            @if card.state == CardState::Ready { a href=(to) { (title) } } @else { (title) }
        }
        p.muted { (counted(words, &card.counts)) }
        p.notice[urgent].muted[!urgent] { (state) }
    };
    let mut ways: Vec<AnyView> = raw.into_iter().collect();
    ways.push(remover(app, card, cards));
    view! { <li>{standing(told)}{boxed("buttons", ways)}</li> }.into_any()
}

fn titled(words: &Words, card: &PlanCard) -> String {
    if card.title.is_empty() {
        words.plans.untitled.to_owned()
    } else {
        card.title.clone()
    }
}

/// When it was last exported, and whether it is time to do it again.
fn exported(words: &Words, card: &PlanCard, reminder: Option<Reminder>) -> String {
    let last = match &card.exported_at {
        Some(at) => fill(
            words.plans.exported_at,
            &[("date", at.get(..10).unwrap_or(at))],
        ),
        None => words.plans.never_exported.to_owned(),
    };
    match reminder {
        Some(reminder) => [&*last, " ", &words::reminder(words, reminder)].concat(),
        None => last,
    }
}

/// What a plan holds: `24の指標、66の実践項目`.
pub fn counted(words: &Words, counts: &Counts) -> String {
    let parts = [
        (counts.indicators, words.plans.counts_indicators),
        (counts.schedule, words.plans.counts_schedule),
        (counts.sheets, words.plans.counts_sheets),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, template)| fill(template, &[("count", &count.to_string())]));
    parts.collect::<Vec<_>>().join(words.app.list_separator)
}

/// Removing asks once.
fn remover(app: App, card: PlanCard, cards: RwSignal<Vec<PlanCard>>) -> AnyView {
    let words = app.words();
    let asking = RwSignal::new(false);
    let sure = fill(words.plans.remove_sure, &[("title", &titled(words, &card))]);
    let card = StoredValue::new(card);
    let remove = move || {
        card.with_value(|card| keeping::remove(app, card));
        cards.set(keeping::cards(app));
    };
    (move || {
        if !asking.get() {
            return button("plain", words.plans.remove, move || asking.set(true));
        }
        boxed(
            "buttons",
            vec![
                standing(html! { p role="alert" { (sure) } }),
                button("button", words.entry.remove, remove),
                button("plain", words.app.cancel, move || asking.set(false)),
            ],
        )
    })
    .into_any()
}
