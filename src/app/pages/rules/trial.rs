//! What other rules would change, before they are applied.

use super::{Choosing, names};
use crate::app::parts::{grade, judged::weighted, standing};
use crate::app::state::App;
use crate::app::{Document, Page, browser};
use crate::judge::{Yardstick, changes};
use crate::plan::{Edit, Rules};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// How many changed indicators are named.
const NAMED: usize = 100;

/// What the rules being tried out would change, with the button that applies them.
pub fn section(app: App, choosing: Choosing) -> AnyView {
    let shown = move || {
        choosing.trying.with(|rules| {
            let shown = rules.as_ref().map(|rules| trial(app, choosing, rules));
            if shown.is_some() {
                browser::after_frame(|| browser::focus("#trial"));
            }
            shown
        })
    };
    shown.into_any()
}

fn trial(app: App, choosing: Choosing, rules: &Rules) -> AnyView {
    let words = app.words();
    let texts = &words.rules;
    let (scale, formula) = names(app, rules);
    let title = fill(texts.trial, &[("scale", &scale), ("formula", formula)]);
    let told = app.read(|document| Some(told(app, document, rules)));
    let apply = app.is_kept().then(|| {
        let rules = Box::new(rules.clone());
        let said = fill(texts.applied, &[("scale", &scale)]);
        let apply = move |_| {
            choosing.trying.set(None);
            let rules = rules.clone();
            app.edit(Edit::SetRules { rules }, said.clone());
            browser::focus("h1");
        };
        view! { <button class="button primary" on:click=apply>{texts.apply}</button> }
    });
    let cancel = move |_| {
        choosing.trying.set(None);
        browser::focus("h1");
    };
    view! {
        <section class="trial">
            <h2 id="trial" tabindex="-1">{title}</h2>
            {told.map(standing)}
            <p class="buttons spaced">
                {apply}
                <button class="button" on:click=cancel>{words.app.cancel}</button>
            </p>
        </section>
    }
    .into_any()
}

/// How many indicators change grade, and each of them before and after.
fn told(app: App, document: &Document, rules: &Rules) -> Markup {
    let texts = &app.words().rules;
    let plan = document.plan();
    let changed = changes(
        plan,
        None,
        &Yardstick::of(&plan.rules),
        &Yardstick::of(rules),
    );
    let template = if changed.is_empty() {
        texts.unchanged
    } else {
        texts.changed
    };
    let places = [
        ("total", &*plan.indicators.len().to_string()),
        ("count", &*changed.len().to_string()),
    ];
    let loses_own = plan.rules.own_scale.is_some() && rules.own_scale.is_none();
    let rest = changed.len().saturating_sub(NAMED);
    html! {
        p { (weighted(pieces(template, &places))) }
        @if loses_own { p.notice { (texts.own_lost) } }
        ul.rows.changes {
            @for change in changed.iter().take(NAMED) {
                li {
                    @if let Some(indicator) = plan.indicator(&change.indicator) {
                        a href=(app.link(Page::Indicator(indicator.id.clone()))) { (indicator.name) }
                    }
                    p {
                        (grade::badge(app.words(), &change.before))
                        span.arrow aria-hidden="true" { "→" }
                        (grade::badge(app.words(), &change.after))
                        " " (words::mixed_counts(app.words(), &change.after))
                    }
                }
            }
        }
        @if rest > 0 { p.muted { (fill(texts.others, &[("count", &rest.to_string())])) } }
    }
}
