//! 計画一覧: the plans kept here, those published beside the app, and the way in for others.

use crate::app::parts::button::button;
use crate::app::parts::heading::heading;
use crate::app::parts::{boxed, changing, standing};
use crate::app::published;
use crate::app::state::App;
use crate::app::{Page, Route, Source, browser, keeping, one_file};
use crate::keep::{CardState, PlanCard, Reminder, Room};
use crate::words::{self, Words, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let cards = RwSignal::new(keeping::cards(app));
    published::fetch(app);
    Effect::new(move |before: Option<()>| {
        app.changed_elsewhere.get();
        if before.is_some() {
            cards.set(keeping::cards(app));
        }
    });
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
            {changing(move || one_file::told_on_list(app, !cards.with(Vec::is_empty)))}
            {move || { cards.with(|_| ()); standing(room(app)) }}
        </section>
        <section>{changing(move || app.listed.with(|listed| listed.list.clone()))}</section>
    }
    .into_any()
}

fn saved(app: App, cards: RwSignal<Vec<PlanCard>>) -> AnyView {
    let shown = cards.get();
    if shown.is_empty() {
        return standing(html! { p.muted.spaced { (one_file::none_kept(app)) } });
    }
    let rows = shown
        .into_iter()
        .map(|card| row(app, card, cards))
        .collect::<Vec<_>>();
    view! { <ul class="rows plans">{rows}</ul> }.into_any()
}

/// The way to what is kept behind the list, and whether room gets scarce.
fn room(app: App) -> Markup {
    let words = app.words();
    let room = browser::used_room().map(|used| Room { used });
    html! {
        @if let Some(room) = room.filter(Room::is_scarce) {
            p.notice { (words::room(words, &room)) " " (words.keeping.use_high) }
        }
        p.spaced { a href="#/kept" { (words.keeping.link) } }
    }
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
    let title = words::card_title(words, &card);
    let told = html! {
        p.muted { (card.municipality) }
        h3 {
            @if card.state == CardState::Ready { a href=(to) { (title) } } @else { (title) }
        }
        p.muted { (words::counted(words, &card.counts)) }
        p.notice[urgent].muted[!urgent] { (state) }
    };
    let mut ways: Vec<AnyView> = raw.into_iter().collect();
    ways.push(remover(app, card, cards));
    view! { <li>{standing(told)}{boxed("buttons", ways)}</li> }.into_any()
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

/// Removing asks once.
fn remover(app: App, card: PlanCard, cards: RwSignal<Vec<PlanCard>>) -> AnyView {
    let words = app.words();
    let asking = RwSignal::new(false);
    let sure = fill(
        words.plans.remove_sure,
        &[("title", &words::card_title(words, &card))],
    );
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
