//! 点検: what may be wrong with the plan, why it matters, and where it is mended.

use crate::app::markup::overview;
use crate::app::parts::button::button;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::standing;
use crate::app::state::App;
use crate::app::{Document, Page, browser};
use crate::check::{Concerned, Remark, Subject, check};
use crate::plan::{Edit, Plan, all_departments};
use crate::words::{self, fill, pieces};
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use maud::{Markup, html};

/// How many remarks of a kind stand on the screen before it refers to the kind alone.
const A_KIND: usize = 12;

/// How many of one kind stand on the screen at first, and how many more are shown at a time.
const A_KIND_ALONE: usize = 60;

/// The remarks that stand, in the order of the screen.
const STANDING: &str = "section:not(#aside) > .remarks > li";

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.check.title, ().into_any())}
        {move || app.read(|document| Some(content(app, document)))}
    }
    .into_any()
}

/// How many remarks nobody has set aside.
pub fn standing_remarks(document: &Document) -> usize {
    let remarks = remarks(document.plan());
    remarks
        .iter()
        .filter(|remark| remark.set_aside.is_none())
        .count()
}

fn remarks(plan: &Plan) -> Vec<Remark> {
    check(plan, Some(browser::last_closed_year()))
}

fn content(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let plan = document.plan();
    let (open, aside): (Vec<Remark>, Vec<Remark>) = remarks(plan)
        .into_iter()
        .partition(|remark| remark.set_aside.is_none());
    let count = open.len().to_string();
    let headline = match (open.is_empty(), aside.is_empty()) {
        (false, _) => words.check.headline,
        (true, true) => words.check.none,
        (true, false) => words.check.none_left,
    };
    let headline = super::now::strong_figures(pieces(headline, &[("count", &count)]));
    let keep = (!open.is_empty() && !app.is_kept()).then(|| {
        view! {
            <p class="muted">{words.check.keep_first}</p>
        }
    });
    let filter = app.filter();
    let (chosen, department) = (filter.kind, filter.department);
    let concerned = Concerned::of(plan);
    let all = open.len();
    let open: Vec<Remark> = open
        .into_iter()
        .filter(|it| department.is_empty() || concerned.concerns(&it.subject, &department))
        .collect();
    let narrowed = (open.len() < all).then(|| {
        let count = open.len().to_string();
        fill(
            words.check.of_department,
            &[("count", &count), ("department", &department)],
        )
    });
    let kinds = by_kind(open);
    let field = (kinds.len() > 1).then(|| narrowing(app, &kinds, &chosen));
    let departments = (all > 0).then(|| of_departments(app, plan, &department));
    let is_shown = |kind: &[Remark]| {
        let chosen_is_there = kinds.iter().any(|kind| is_of(kind, &chosen));
        !chosen_is_there || is_of(kind, &chosen)
    };
    let groups = kinds
        .iter()
        .filter(|kind| is_shown(kind))
        .map(|kind| group(app, plan, kind, is_of(kind, &chosen)));
    view! {
        <p class="headline" role="status" inner_html=headline.0></p>
        {keep}
        {standing(asked(app, plan))}
        <div class="fields">{field} {departments}</div>
        {narrowed.map(|told| view! { <p class="muted spaced" role="status">{told}</p> })}
        {groups.collect::<Vec<_>>()}
        {set_aside(app, plan, &aside)}
    }
    .into_any()
}

/// The way to what the readers could not decide: it is to be looked at as well.
fn asked(app: App, plan: &Plan) -> Markup {
    let template = app.words().now.questions_lead;
    let way = overview::way(plan.questions.len(), template, app.link(Page::Schedule));
    overview::ways(way.into_iter().collect())
}

/// The remarks by kind, the kinds in the order in which they come first.
fn by_kind(remarks: Vec<Remark>) -> Vec<Vec<Remark>> {
    let mut kinds: Vec<Vec<Remark>> = Vec::new();
    for remark in remarks {
        let name = remark.kind.name();
        match kinds.iter_mut().find(|kind| is_of(kind, name)) {
            Some(kind) => kind.push(remark),
            None => kinds.push(vec![remark]),
        }
    }
    kinds
}

fn is_of(kind: &[Remark], name: &str) -> bool {
    kind.first()
        .is_some_and(|remark| remark.kind.name() == name)
}

/// The field in which one kind is chosen.
fn narrowing(app: App, kinds: &[Vec<Remark>], chosen: &str) -> AnyView {
    let words = app.words();
    let mut names = vec![""];
    let mut choices = vec![Choice {
        label: words.indicators.all.to_owned(),
        chosen: chosen.is_empty(),
    }];
    for (kind, first) in kinds.iter().filter_map(|kind| Some((kind, kind.first()?))) {
        let name = first.kind.name();
        let count = fill(words.check.count, &[("count", &kind.len().to_string())]);
        names.push(name);
        choices.push(Choice {
            label: [words::remark_title(words, &first.kind), " ", &count].concat(),
            chosen: name == chosen,
        });
    }
    let choose = move |index: usize| {
        if let Some(name) = names.get(index) {
            app.narrow(|filter| (*name).clone_into(&mut filter.kind));
        }
    };
    select(words.check.kind, choices, Box::new(choose))
}

/// The field in which one department is chosen, where the plan names several.
fn of_departments(app: App, plan: &Plan, chosen: &str) -> Option<AnyView> {
    let words = app.words();
    let mut names = all_departments(plan);
    if names.len() < 2 {
        return None;
    }
    names.insert(0, String::new());
    let choices = names.iter().map(|name| Choice {
        label: match name.as_str() {
            "" => words.indicators.all.to_owned(),
            name => name.to_owned(),
        },
        chosen: name == chosen,
    });
    let choices = choices.collect();
    let choose = move |index: usize| {
        if let Some(name) = names.get(index) {
            app.narrow(|filter| filter.department.clone_from(name));
        }
    };
    Some(select(
        words.indicators.department,
        choices,
        Box::new(choose),
    ))
}

/// The remarks of one kind: why they matter, then each.
fn group(app: App, plan: &Plan, kind: &[Remark], whole: bool) -> Option<AnyView> {
    let words = app.words();
    let first = kind.first()?;
    let title = words::remark_title(words, &first.kind);
    let count = fill(words.check.count, &[("count", &kind.len().to_string())]);
    let shown = app.filter().query.parse().unwrap_or(A_KIND_ALONE);
    let room = if whole { shown } else { A_KIND };
    let rest = kind.len().saturating_sub(room);
    let name = first.kind.name();
    let all = (rest > 0).then(|| {
        let label = fill(words.check.others, &[("count", &rest.to_string())]);
        button("plain", &label, move || {
            app.narrow(|filter| {
                name.clone_into(&mut filter.kind);
                if whole {
                    filter.query = (shown + A_KIND_ALONE).to_string();
                }
            });
        })
    });
    let rows = kind.iter().take(room).map(|remark| row(app, plan, remark));
    let view = view! {
        <section>
            <div class="section-head"><h2>{title}</h2><span class="muted">{count}</span></div>
            <p class="muted why">{words::remark_why(words, &first.kind)}</p>
            <ul class="rows remarks">{rows.collect::<Vec<_>>()}</ul>
            {all}
        </section>
    };
    Some(view.into_any())
}

fn row(app: App, plan: &Plan, remark: &Remark) -> AnyView {
    let told = told(app, plan, remark);
    let answer = app.is_kept().then(|| setting_aside(app, plan, remark));
    view! { <li>{standing(told)}{answer}</li> }.into_any()
}

/// The item, linked to where it is mended, and what was met.
fn told(app: App, plan: &Plan, remark: &Remark) -> Markup {
    let words = app.words();
    let to = match &remark.mended_at {
        Subject::Indicator(id) => {
            let place = plan.indicator(id).and_then(|it| remark.kind.place(it));
            super::indicator::to_place(app, id, place)
        }
        Subject::Section(id) => app.link(Page::Section(id.clone())),
        Subject::Initiative(_) => app.link(Page::Sections),
        Subject::Plan => app.link(Page::Indicators),
    };
    html! {
        h3 { a href=(to) { (name(app, plan, &remark.subject)) } }
        p { (words::remark(words, remark)) }
    }
}

/// What the plan calls it.
fn name(app: App, plan: &Plan, subject: &Subject) -> String {
    let name = match subject {
        Subject::Plan => None,
        Subject::Indicator(id) => plan.indicator(id).map(|it| it.name.clone()),
        Subject::Section(id) => plan.section(id).map(words::section_title),
        Subject::Initiative(id) => {
            let mut all = plan.initiatives.iter();
            all.find(|it| it.id == *id).map(|it| it.name.clone())
        }
    };
    name.unwrap_or_else(|| app.words().check.whole_plan.to_owned())
}

/// Setting aside asks for the reason.
fn setting_aside(app: App, plan: &Plan, remark: &Remark) -> AnyView {
    let words = app.words();
    let label = fill(
        words.check.set_aside_item,
        &[("name", &name(app, plan, &remark.subject))],
    );
    let asking = RwSignal::new(false);
    let reason = NodeRef::<Input>::new();
    let (item, key) = (remark.subject.id(), remark.kind.key());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let written = reason.get_untracked().map(|input| input.value());
        let written = written.unwrap_or_default();
        if written.trim().is_empty() {
            return app.say(words.check.no_reason.to_owned());
        }
        let edit = Edit::SetAside {
            item: item.clone(),
            remark: key.clone(),
            reason: Some(written.trim().to_owned()),
        };
        let here = browser::place_among(&event, STANDING);
        app.edit(edit, words.check.was_set_aside.to_owned());
        on_to(here);
    };
    let submit = StoredValue::new(submit);
    Effect::new(move |_| {
        if let Some(field) = reason.get() {
            browser::focus_on(&field);
        }
    });
    (move || {
        if !asking.get() {
            let ask = move |_| asking.set(true);
            let label = label.clone();
            return view! { <button class="plain" aria-label=label on:click=ask>{words.check.set_aside}</button> }
                .into_any();
        }
        view! {
            <form class="aside" on:submit=move |event| submit.with_value(|submit| submit(event))>
                <label class="field">
                    <span>{words.check.reason}</span>
                    <input node_ref=reason autocomplete="off"/>
                </label>
                <button class="button">{words.questions.decide}</button>
                <button class="plain" type="button" on:click=move |_| asking.set(false)>{words.app.cancel}</button>
            </form>
        }
        .into_any()
    })
    .into_any()
}

/// Goes on to the remark that took the place of one that went: the next, or else the last; without any to the top.
fn on_to(here: usize) {
    browser::later(move || {
        if !browser::focus_nth(&[STANDING, " h3 a"].concat(), here) {
            browser::focus("h1");
        }
    });
}

/// What was set aside, with its reason and the way back.
fn set_aside(app: App, plan: &Plan, aside: &[Remark]) -> Option<AnyView> {
    if aside.is_empty() {
        return None;
    }
    let words = app.words();
    let count = fill(words.check.count, &[("count", &aside.len().to_string())]);
    let rows = aside.iter().map(|remark| {
        let given = remark.set_aside.as_deref().unwrap_or_default();
        let told = html! {
            (told(app, plan, remark))
            p.muted { (fill(words.check.reason_given, &[("reason", given)])) }
        };
        let back = Edit::SetAside {
            item: remark.subject.id(),
            remark: remark.kind.key(),
            reason: None,
        };
        let take_up = move || {
            app.edit(back.clone(), words.check.was_taken_up.to_owned());
            browser::later(|| browser::focus("#aside button, h1"));
        };
        let take_up = app
            .is_kept()
            .then(|| button("plain", words.check.take_up, take_up));
        view! { <li>{standing(told)}{take_up}</li> }
    });
    let view = view! {
        <section id="aside">
            <div class="section-head"><h2>{words.check.aside}</h2><span class="muted">{count}</span></div>
            <ul class="rows remarks">{rows.collect::<Vec<_>>()}</ul>
        </section>
    };
    Some(view.into_any())
}
