//! A scale that is made the town's own: its name, the words and shares of its steps.

use super::Choosing;
use crate::app::browser;
use crate::app::state::App;
use crate::plan::{Scale, Step};
use crate::words::{self, decimals_of, fill, number};
use leptos::ev;
use leptos::prelude::*;

/// A scale as it is typed; none for a share that is no number.
#[derive(Clone)]
struct Typed {
    scale: Scale,
    shares: Vec<Option<f64>>,
}

/// The form, while there is a scale to change.
pub fn section(app: App, choosing: Choosing) -> AnyView {
    let shown = move || {
        choosing.draft.with(|draft| {
            let shown = draft.as_ref().map(|scale| form(app, choosing, scale));
            if shown.is_some() {
                browser::after_frame(|| browser::focus("#own-scale"));
            }
            shown
        })
    };
    shown.into_any()
}

fn form(app: App, choosing: Choosing, scale: &Scale) -> AnyView {
    let texts = &app.words().rules;
    let typed = StoredValue::new(Typed {
        scale: scale.clone(),
        shares: scale.steps.iter().map(|step| Some(step.share)).collect(),
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = typed.get_value();
        let mut scale = typed.scale;
        for (step, share) in scale.steps.iter_mut().zip(typed.shares) {
            let Some(share) = share else {
                return app.say(texts.no_share.to_owned());
            };
            step.share = share;
        }
        if !scale.is_in_order() {
            return app.say(texts.not_in_order.to_owned());
        }
        choosing.try_out(choosing.rules().on_own_scale(scale));
    };
    let name = move |event: Targeted<ev::Event>| {
        typed.update_value(|typed| typed.scale.title = event.target().value());
    };
    let cancel = move |_| {
        choosing.draft.set(None);
        browser::focus("h1");
    };
    let steps = scale.steps.iter().enumerate();
    let steps = steps.map(|(index, step)| fields(app, typed, index, step));
    view! {
        <section>
            <h2 id="own-scale" tabindex="-1">{texts.form}</h2>
            <form on:submit=submit>
                <div class="fields">
                    <label class="field">
                        <span>{texts.form_title}</span>
                        <input autocomplete="off" placeholder=texts.own value=scale.title.clone() on:input:target=name/>
                    </label>
                </div>
                {steps.collect::<Vec<_>>()}
                <p class="buttons spaced">
                    <button class="button primary">{texts.see}</button>
                    <button class="button" type="button" on:click=cancel>{app.words().app.cancel}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

type Targeted<Event> = ev::Targeted<Event, leptos::web_sys::HtmlInputElement>;

/// The word of one step and, where its condition names one, its share.
fn fields(app: App, typed: StoredValue<Typed>, index: usize, step: &Step) -> AnyView {
    let words = app.words();
    let texts = &words.rules;
    let grade = words::grade(words, step.grade);
    let word = move |event: Targeted<ev::Event>| {
        typed.update_value(|typed| {
            if let Some(step) = typed.scale.steps.get_mut(index) {
                event.target().value().trim().clone_into(&mut step.word);
            }
        });
    };
    let share = move |event: Targeted<ev::Event>| {
        typed.update_value(|typed| {
            if let Some(share) = typed.shares.get_mut(index) {
                *share = event
                    .target()
                    .value()
                    .parse()
                    .ok()
                    .map(|per_cent: f64| per_cent / 100.0);
            }
        });
    };
    let share = step.names_a_share().then(|| {
        let per_cent = step.share * 100.0;
        let shown = number(per_cent, decimals_of(per_cent, 0, 4));
        view! {
            <label class="field">
                <span>{texts.share}</span>
                <input type="number" step="any" inputmode="decimal" value=shown on:input:target=share/>
            </label>
        }
    });
    let condition = share.is_none().then(|| {
        view! { <p class="muted">{words::condition(words, step)}</p> }
    });
    view! {
        <fieldset class="fields">
            <legend>{fill(texts.step, &[("grade", grade)])}</legend>
            <label class="field">
                <span>{texts.word}</span>
                <input autocomplete="off" placeholder=grade value=step.word.clone() on:input:target=word/>
            </label>
            {share} {condition}
        </fieldset>
    }
    .into_any()
}
