//! Which plans are compared with the open one: kept plans and published ones, chosen by ticking and named in the address.

use crate::app::errors::Trouble;
use crate::app::state::App;
use crate::app::{Source, browser, keeping, published};
use crate::keep::CardState;
use crate::plan::Plan;
use crate::read::read_plan_file;
use leptos::ev;
use leptos::prelude::*;
use maud::html;
use std::collections::BTreeSet;
use wasm_bindgen_futures::spawn_local;

/// What the address puts before the key of a kept plan.
const KEPT: &str = "kept:";

/// A plan chosen besides those that are open.
#[derive(Clone)]
pub struct Other {
    /// How the address names it.
    token: String,
    /// The plan.
    pub plan: Plan,
}

impl Other {
    /// Where it is.
    pub fn source(&self) -> Source {
        match self.token.strip_prefix(KEPT) {
            Some(key) => Source::Kept(key.to_owned()),
            None => Source::Files(vec![self.token.clone()]),
        }
    }
}

/// The plans the address names, as they come.
pub fn others(app: App) -> RwSignal<Vec<Other>> {
    let others: RwSignal<Vec<Other>> = RwSignal::new(Vec::new());
    let asked: StoredValue<BTreeSet<String>> = StoredValue::new(BTreeSet::new());
    let with = Memo::new(move |_| app.filter().with);
    Effect::new(move |_| {
        let tokens = with.with(|with| tokens(with));
        others.update(|held| held.retain(|other| tokens.contains(&other.token)));
        asked.update_value(|asked| asked.retain(|token| tokens.contains(token)));
        for token in tokens {
            let is_new = asked.try_update_value(|asked| asked.insert(token.clone()));
            if is_new == Some(true) {
                bring(app, token, with, others);
            }
        }
    });
    others
}

fn tokens(with: &str) -> Vec<String> {
    let tokens = with.split(',').filter(|token| !token.is_empty());
    tokens.map(str::to_owned).collect()
}

/// Has one plan brought. Those that have come stand in the order of the address.
fn bring(app: App, token: String, with: Memo<String>, others: RwSignal<Vec<Other>>) {
    let put = move |token: String, plan: Plan| {
        let Some(order) = with.try_get_untracked().map(|with| tokens(&with)) else {
            return; // the screen is gone
        };
        if !order.contains(&token) {
            return;
        }
        others.update(|held| {
            let place = |of: &str| order.iter().position(|token| token == of);
            let at = held.partition_point(|other| place(&other.token) < place(&token));
            held.insert(at, Other { token, plan });
        });
    };
    if let Some(key) = token.strip_prefix(KEPT) {
        match app.library.with_value(|library| library.look_at(key)) {
            Ok(plan) => put(token.clone(), plan),
            Err(error) => app.say(Trouble::from(error).told(app.words())),
        }
        return;
    }
    spawn_local(async move {
        let bytes = match browser::is_same_origin(&token) {
            true => browser::bytes_of(browser::fetch(&token)).await,
            false => None,
        };
        let plan = bytes.and_then(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            read_plan_file(&token, &text).plans.into_iter().next()
        });
        match plan {
            Some(plan) => put(token, plan),
            None => app.say(Trouble::Fetch(token).told(app.words())),
        }
    });
}

/// The boxes: every kept plan and every published plan but those that are open.
pub fn boxes(app: App) -> AnyView {
    let words = app.words();
    published::fetch(app);
    let cards = StoredValue::new(keeping::cards(app));
    let inside = move || {
        let open = app.source();
        let is_open = |token: &str| match &open {
            Some(Source::Kept(key)) => token.strip_prefix(KEPT) == Some(key),
            Some(Source::Files(paths)) => paths.iter().any(|path| path == token),
            None => false,
        };
        let kept = cards.with_value(|cards| {
            let ready = cards.iter().filter(|card| card.state == CardState::Ready);
            let named = ready.map(|card| {
                let name = [&*card.municipality, " ", &card.title].concat();
                ([KEPT, &card.key].concat(), name)
            });
            named.collect::<Vec<_>>()
        });
        let published = app.catalogue.with(|listed| {
            let entries = listed.catalogue().into_iter().flat_map(|it| &it.plans);
            let named = entries.map(|entry| {
                let parts = [
                    &*entry.municipality.name,
                    " ",
                    &entry.title,
                    words.compare.published,
                ];
                (entry.path(), parts.concat())
            });
            named.collect::<Vec<_>>()
        });
        let chosen = tokens(&untrack(|| app.filter().with));
        let all = kept.into_iter().chain(published);
        let all: Vec<_> = all.filter(|(token, _)| !is_open(token)).collect();
        html! {
            legend { (words.compare.with) }
            @for (token, name) in &all {
                label.tick {
                    input type="checkbox" value=(token) checked[chosen.contains(token)];
                    span { (name.trim()) }
                }
            }
        }
        .0
    };
    let choose = move |event: ev::Event| {
        let ticked = browser::ticked_beside(&event, "fieldset").join(",");
        app.narrow(|filter| filter.with = ticked);
    };
    view! { <fieldset class="choosing" on:change=choose inner_html=inside></fieldset> }.into_any()
}
