//! What was read, before anything is applied: how much, and everything the reader has to say.

use super::standing;
use crate::app::incoming::Incoming;
use crate::app::state::{App, Opened};
use crate::app::{Page, Route, Source, Trouble, keeping};
use crate::keep::Counts;
use crate::plan::{Edit, Plan};
use crate::read::{Finding, Level, Reading};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// How many findings of a level are listed before the others are asked for.
const FIRST: usize = 20;

/// The review of a reading.
pub fn review(app: App, incoming: &Incoming, reading: Reading) -> AnyView {
    let texts = app.words();
    let name = if incoming.name.is_empty() {
        texts.import.pasted
    } else {
        &incoming.name
    };
    if reading.plans.is_empty() {
        let told = Trouble::NothingFound(name.to_owned()).told(texts);
        return view! { <p class="spaced notice" role="alert">{told}</p> {findings(app, reading.findings)} }
            .into_any();
    }
    let unclear = incoming.text.contains('\u{fffd}').then(|| {
        view! { <p class="notice spaced">{texts.import.unclear}</p> }
    });
    let plans = reading
        .plans
        .into_iter()
        .map(|plan| found(app, plan))
        .collect::<Vec<_>>();
    view! {
        <section id="review">
            <div class="section-head"><h2>{fill(texts.import.found, &[("name", name)])}</h2></div>
            {unclear}
            {plans}
        </section>
        {findings(app, reading.findings)}
    }
    .into_any()
}

/// One plan that was found, and what can be done with it.
fn found(app: App, plan: Plan) -> AnyView {
    let texts = app.words();
    let counts = Counts::of(&plan);
    let title = match plan.title.as_str() {
        "" => texts.plans.untitled,
        title => title,
    };
    let held = html! {
        p.muted { (plan.municipality.name) " " (words::plan_period(texts, plan.period)) }
        h3 { (title) }
        dl.facts.counts {
            @for (name, count) in counted(app, &counts) { dt { (name) } dd { (count) } }
        }
    };
    let plan = StoredValue::new(plan);
    let take_in = move |_| {
        if let Some(key) = plan.with_value(|plan| keeping::keep_new(app, plan)) {
            app.go(&Route::of(&Source::Kept(key), Page::Now));
            app.say_kept(texts.import.taken_in);
        }
    };
    view! {
        <div class="found">
            {standing(held)}
            <div class="buttons spaced">
                <button class="button primary" on:click=take_in>{texts.import.take_in}</button>
                {replacing(app, plan, &counts)}
            </div>
        </div>
    }
    .into_any()
}

/// What a plan holds, by what it is called.
fn counted(app: App, counts: &Counts) -> Vec<(&'static str, usize)> {
    let texts = app.words();
    let all = [
        (texts.app.sections, counts.sections),
        (texts.sections.initiatives_title, counts.initiatives),
        (texts.app.indicators, counts.indicators),
        (texts.schedule.item, counts.schedule),
        (texts.app.sheets, counts.sheets),
        (texts.now.questions, counts.questions),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The way to put it in the place of the kept plan that is open, with what that changes.
fn replacing(app: App, plan: StoredValue<Plan>, counts: &Counts) -> Option<AnyView> {
    let texts = app.words();
    let Some(Source::Kept(key)) = app.source() else {
        return None;
    };
    let (title, before) = app.opened.with_untracked(|opened| match opened {
        Opened::Open(_, documents) => documents
            .first()
            .map(|document| (document.plan().title.clone(), Counts::of(document.plan()))),
        _ => None,
    })?;
    let changes = [
        (texts.app.indicators, before.indicators, counts.indicators),
        (texts.schedule.item, before.schedule, counts.schedule),
        (texts.app.sheets, before.sheets, counts.sheets),
    ];
    let changes = changes
        .into_iter()
        .filter(|(_, before, after)| before != after);
    let changes = changes.map(|(name, before, after)| {
        [name, " ", &before.to_string(), " → ", &after.to_string()].concat()
    });
    let changes = changes.collect::<Vec<_>>().join(texts.app.list_separator);
    let label = fill(texts.import.replace, &[("title", &title)]);
    let replace = move |_| {
        let edit = Edit::Replace {
            plan: Box::new(plan.get_value()),
        };
        app.go(&Route::of(&Source::Kept(key.clone()), Page::Now));
        app.edit(edit, texts.import.replaced.to_owned());
    };
    Some(
        view! {
            <button class="button" on:click=replace>{label}</button>
            <p class="muted">{changes}</p>
        }
        .into_any(),
    )
}

/// Everything the reader has to say, what matters most first.
fn findings(app: App, findings: Vec<Finding>) -> AnyView {
    let texts = app.words();
    if findings.is_empty() {
        return view! { <p class="muted spaced">{texts.import.no_findings}</p> }.into_any();
    }
    let levels = [Level::Error, Level::Question, Level::Warning, Level::Note];
    let groups = levels.into_iter().filter_map(|level| {
        let of_level: Vec<Finding> = findings
            .iter()
            .filter(|found| found.level == level)
            .cloned()
            .collect();
        (!of_level.is_empty()).then(|| group(app, level, of_level))
    });
    let groups = groups.collect::<Vec<_>>();
    view! {
        <section>
            <div class="section-head"><h2>{texts.import.findings}</h2></div>
            <p class="muted spaced">{texts.import.findings_help}</p>
            {groups}
        </section>
    }
    .into_any()
}

fn group(app: App, level: Level, findings: Vec<Finding>) -> AnyView {
    let texts = app.words();
    let count = findings.len();
    let open = matches!(level, Level::Error | Level::Question);
    let title = [words::finding_level(texts, level), " ", &count.to_string()].concat();
    let shown = RwSignal::new(FIRST);
    let rows = move || {
        let rows = findings.iter().take(shown.get());
        html! { @for found in rows { (row(app, found)) } }.0
    };
    let more = move || {
        let rest = count.saturating_sub(shown.get());
        let label = fill(texts.app.more, &[("count", &rest.to_string())]);
        (rest > 0).then(|| {
            view! { <button class="button" on:click=move |_| shown.set(usize::MAX)>{label}</button> }
        })
    };
    view! {
        <details class="findings" open=open>
            <summary>{title}</summary>
            <ul class="rows" inner_html=rows></ul>
            {more}
        </details>
    }
    .into_any()
}

fn row(app: App, found: &Finding) -> Markup {
    let texts = app.words();
    html! {
        li {
            p {
                @if let Some(line) = found.line {
                    b { (fill(texts.questions.line, &[("line", &line.to_string())])) } " "
                }
                (words::finding(texts, found))
            }
            blockquote.source { (found.text) }
        }
    }
}
