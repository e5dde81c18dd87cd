//! 判定のきまり: the formula and the scale a plan is judged by, and what another choice would change.

mod own_scale;
mod trial;

use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::{grade, judged::weighted, standing};
use crate::app::state::App;
use crate::judge::{Yardstick, scales};
use crate::plan::{Formula, Rules, Scale};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// The formulas to choose from, what fits each indicator first.
const FORMULAS: [Option<Formula>; 6] = [
    None,
    Some(Formula::A),
    Some(Formula::B),
    Some(Formula::C),
    Some(Formula::D),
    Some(Formula::Cagr),
];

/// What a person is about on the screen.
#[derive(Clone, Copy)]
struct Choosing {
    /// The rules in use.
    now: Memo<Rules>,
    /// The rules whose effect is shown.
    trying: RwSignal<Option<Rules>>,
    /// The scale that is being made the town's own.
    draft: RwSignal<Option<Scale>>,
}

impl Choosing {
    /// The rules a further choice starts from.
    fn rules(self) -> Rules {
        self.trying
            .get_untracked()
            .unwrap_or_else(|| self.now.get_untracked())
    }

    /// Shows what other rules would change; nothing, when they are those in use.
    fn try_out(self, rules: Rules) {
        self.draft.set(None);
        let is_new = rules != self.now.get_untracked();
        self.trying.set(is_new.then_some(rules));
    }
}

/// The screen.
pub fn page(app: App) -> AnyView {
    let texts = &app.words().rules;
    let choosing = Choosing {
        now: Memo::new(move |_| app.read(|document| document.plan().rules.clone())),
        trying: RwSignal::new(None),
        draft: RwSignal::new(None),
    };
    let keep = (!app.is_kept()).then(|| view! { <p class="spaced">{texts.keep_first}</p> });
    view! {
        {heading(app, plan_crumb(app), texts.title, ().into_any())}
        {move || choosing.now.with(|rules| standing(now(app, rules)))}
        {keep}
        {trial::section(app, choosing)}
        {own_scale::section(app, choosing)}
        <section>
            <h2>{texts.formula}</h2>
            {move || formulas(app, choosing)}
        </section>
        <section>
            <div class="section-head"><h2>{texts.scales}</h2></div>
            <p class="muted spaced">{texts.scales_lead}</p>
            {move || choosing.now.with(|rules| list(app, choosing, rules))}
        </section>
    }
    .into_any()
}

/// By what the plan is judged.
fn now(app: App, rules: &Rules) -> Markup {
    let words = app.words();
    let places = names(app, rules);
    let places = [("scale", &*places.0), ("formula", places.1)];
    html! { p.headline { (weighted(pieces(words.rules.now, &places))) } }
}

/// The names of a scale and a formula.
fn names(app: App, rules: &Rules) -> (String, &'static str) {
    let words = app.words();
    let by = Yardstick::of(rules);
    (
        words::scale_title(words, by.scale).to_owned(),
        words::formula(words, by.formula),
    )
}

/// The formula that is chosen or in use, and how it computes.
fn formulas(app: App, choosing: Choosing) -> AnyView {
    let words = app.words();
    let now = choosing.now.with(|rules| rules.formula);
    let shown = choosing
        .trying
        .with(|trying| trying.as_ref().map_or(now, |rules| rules.formula));
    let choices = FORMULAS.map(|formula| Choice {
        label: words::formula(words, formula).to_owned(),
        chosen: formula == shown,
    });
    let choose = move |index: usize| {
        let formula = FORMULAS.get(index).copied().flatten();
        choosing.try_out(Rules {
            formula,
            ..choosing.rules()
        });
    };
    view! {
        <div class="fields">{select(words.rules.formula_used, choices.into(), Box::new(choose))}</div>
        <p class="muted">{words::formula_means(words, shown)}</p>
    }
    .into_any()
}

/// The town's own scale, where it has one, and those that come with the program.
fn list(app: App, choosing: Choosing, rules: &Rules) -> AnyView {
    let used = Yardstick::of(rules).scale;
    let own = rules.own_scale.as_deref();
    let own = own.map(|scale| one(app, choosing, scale, used, true));
    let others = scales()
        .iter()
        .map(|scale| one(app, choosing, scale, used, false));
    let cards: Vec<_> = own.into_iter().chain(others).collect();
    view! { <ul class="scales">{cards}</ul> }.into_any()
}

/// One scale with its steps and what can be done with it.
fn one(app: App, choosing: Choosing, scale: &Scale, used: &Scale, is_own: bool) -> AnyView {
    let texts = &app.words().rules;
    let is_used = std::ptr::eq(scale, used);
    let title = words::scale_title(app.words(), scale);
    // Without rules of its own a plan names no scale: the first is used anyway.
    let is_first = scales()
        .first()
        .is_some_and(|first| std::ptr::eq(first, scale));
    let name = if is_first {
        String::new()
    } else {
        scale.name.clone()
    };
    let label = move |text: &str| [text, ": ", title].concat();
    let see = (!is_used).then(|| {
        let label = label(texts.try_scale);
        let see = move |_| choosing.try_out(choosing.rules().on_scale(&name));
        view! { <button class="button" aria-label=label on:click=see>{texts.try_scale}</button> }
    });
    let own = (app.is_kept() && !scale.steps.is_empty()).then(|| {
        let text = if is_own { texts.change } else { texts.copy };
        let draft = if is_own {
            scale.clone()
        } else {
            scale.copy_to_change()
        };
        let label = label(text);
        let start = move |_| {
            choosing.trying.set(None);
            choosing.draft.set(Some(draft.clone()));
        };
        view! { <button class="plain" aria-label=label on:click=start>{text}</button> }
    });
    view! {
        <li>
            {standing(told(app, scale, is_used))}
            <p class="buttons">{see} {own}</p>
        </li>
    }
    .into_any()
}

/// A scale in words.
fn told(app: App, scale: &Scale, is_used: bool) -> Markup {
    let words = app.words();
    let typed = scale.typed.join(words.app.list_separator);
    html! {
        h3 {
            (words::scale_title(words, scale))
            @if is_used { " " span.kind { (words.rules.in_use) } }
        }
        p.muted { (words::held_against(words, scale)) }
        dl.steps {
            @for step in &scale.steps {
                dt { (grade::shaped(step.grade, words::step_word(words, step))) }
                dd { (words::step_means(words, step)) }
            }
        }
        @if !scale.unjudged.is_empty() {
            p.muted { (fill(words.rules.unjudged, &[("word", &scale.unjudged)])) }
        }
        @if !typed.is_empty() { p.muted { (fill(words.rules.typed, &[("words", &typed)])) } }
    }
}
