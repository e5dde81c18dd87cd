//! 保存データ: how much room is used, whether a mirror is kept, and the backups of every plan.

use crate::app::mirroring::Mirroring;
use crate::app::parts::button::button;
use crate::app::parts::heading::heading;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{browser, keeping, mirroring};
use crate::keep::{Backup, Occasion, PlanCard, Room};
use crate::words::{self, Words, fill};
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let texts = &words.keeping;
    let back = html! { p.crumbs { a href="#/settings" { (words.settings.title) } } };
    let plans = move || {
        app.changed_elsewhere.get();
        let cards = keeping::cards(app);
        if cards.is_empty() {
            return standing(html! { p.muted.spaced { (texts.none) } });
        }
        let rows = cards.into_iter().map(|card| plan(app, card));
        let rows = rows.collect::<Vec<_>>();
        view! { <ul class="rows plans">{rows}</ul> }.into_any()
    };
    view! {
        {heading(app, back, texts.title, ().into_any())}
        {standing(html! { p.headline { (texts.lead) } })}
        <section>{move || { app.changed_elsewhere.get(); standing(used(app)) }}</section>
        <section>{mirrored(app)}</section>
        <section>
            {standing(html! { .section-head { h2 { (texts.plans_title) } } })}
            {plans}
        </section>
    }
    .into_any()
}

/// How much room is used, and what to do where little is left.
fn used(app: App) -> Markup {
    let texts = &app.words().keeping;
    let room = browser::used_room().map(|used| Room { used });
    html! {
        .section-head { h2 { (texts.use_title) } }
        @match room {
            Some(room) => {
                p.spaced { (words::room(app.words(), &room)) }
                @if room.is_scarce() { p.notice { (texts.use_high) } }
            }
            None => { p.notice { (texts.use_blocked) } }
        }
    }
}

/// Whether there is a mirror, and whether the browser may clear everything by itself.
fn mirrored(app: App) -> AnyView {
    let words = app.words();
    let texts = &words.keeping;
    let lasts = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let _ = lasts.try_set(browser::is_persisted().await);
    });
    let persist = move || {
        spawn_local(async move {
            let granted = browser::persist().await;
            if granted != Some(true) {
                app.say(texts.persist_refused.to_owned());
            }
            let _ = lasts.try_set(granted);
        });
    };
    let told = move || match lasts.get() {
        Some(true) => standing(html! { p.muted { (texts.persisted) } }),
        Some(false) => {
            let told = standing(html! { p.muted { (texts.not_persisted) } });
            boxed(
                "spaced",
                vec![told, button("button", texts.persist, persist)],
            )
        }
        None => standing(html! { p.muted { (texts.not_persisted) } }),
    };
    let mirror = move || {
        let (kind, text) = match app.mirror.get() {
            Mirroring::Open(_) => ("spaced", texts.mirror_ready),
            Mirroring::Refused => ("notice", texts.mirror_none),
            Mirroring::NotYet | Mirroring::Opening => ("muted", words.app.loading),
        };
        standing(html! { p class=(kind) { (text) } })
    };
    view! {
        {standing(html! { .section-head { h2 { (texts.mirror_title) } } })}
        {mirror}
        <div>{told}</div>
    }
    .into_any()
}

/// One plan with its backups.
fn plan(app: App, card: PlanCard) -> AnyView {
    let words = app.words();
    let texts = &words.keeping;
    let date = browser::local_time(&card.saved_at);
    let told = html! {
        p.muted { (card.municipality) }
        h3 { (words::card_title(words, &card)) }
        p.muted { (fill(texts.saved_at, &[("date", &date)])) }
    };
    let held = RwSignal::new(None::<Vec<Backup>>);
    let key = card.key.clone();
    Effect::new(move |_| {
        app.changed_elsewhere.get();
        app.mirror.track();
        let key = key.clone();
        spawn_local(async move {
            let backups = mirroring::backups(app, &key).await;
            let _ = held.try_set(Some(backups));
        });
    });
    let key = card.key;
    let list = move || {
        let backups = held.get()?;
        if backups.is_empty() {
            return Some(standing(html! { p.muted { (texts.backups_none) } }));
        }
        let rows = backups
            .into_iter()
            .filter_map(|backup| row(app, &key, backup));
        let rows = rows.collect::<Vec<_>>();
        let lead = standing(html! { p.muted { (texts.backups) } });
        Some(view! { {lead} <ul class="rows">{rows}</ul> }.into_any())
    };
    view! { <li>{standing(told)}<div>{list}</div></li> }.into_any()
}

/// One backup: when it was saved, why it was put away, what it holds, and the way back to it.
fn row(app: App, plan: &str, backup: Backup) -> Option<AnyView> {
    let words = app.words();
    let texts = &words.keeping;
    let held = backup.held()?;
    let date = browser::local_time(&held.saved_at);
    let told = html! {
        p { (date) }
        p.muted {
            span { (occasion(words, backup.occasion)) }
            " "
            span { (words::counted(words, &held.counts)) }
        }
    };
    let asking = RwSignal::new(false);
    let sure = fill(texts.restore_sure, &[("date", &date)]);
    let asked = StoredValue::new((plan.to_owned(), backup, date));
    let restore = move || {
        let (plan, backup, date) = asked.get_value();
        spawn_local(async move {
            mirroring::restore_backup(app, plan, backup, date).await;
            app.changed_elsewhere.update(|count| *count += 1);
        });
    };
    let way = move || {
        if !asking.get() {
            return button("button", texts.restore, move || asking.set(true));
        }
        let parts = vec![
            standing(html! { p role="alert" { (sure) } }),
            button("button primary", texts.restore, restore),
            button("plain", words.app.cancel, move || asking.set(false)),
        ];
        boxed("buttons", parts)
    };
    Some(view! { <li class="backup">{standing(told)}<div>{way}</div></li> }.into_any())
}

fn occasion(words: &Words, occasion: Occasion) -> &'static str {
    let texts = &words.keeping;
    match occasion {
        Occasion::Opened => texts.occasion_opened,
        Occasion::ManyChanges => texts.occasion_many,
        Occasion::BeforeMuch => texts.occasion_much,
        Occasion::BeforeRestoring => texts.occasion_restoring,
    }
}
