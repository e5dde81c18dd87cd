//! What was read, before anything is applied: how much, and everything the reader has to say.

use super::button::button;
use super::{boxed, standing};
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
        return standing(html! {
            p.spaced.notice role="alert" { (told) }
            (findings(app, &reading.findings))
        });
    }
    let head = html! {
        .section-head { h2 { (fill(texts.import.found, &[("name", name)])) } }
        @if incoming.decoded.unreadable > 0 { p.notice.spaced { (texts.import.unclear) } }
    };
    let plans = reading.plans.into_iter().map(|plan| found(app, plan));
    let plans = plans.collect::<Vec<_>>();
    view! {
        <section id="review">{standing(head)}{plans}</section>
        {standing(findings(app, &reading.findings))}
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
    let take_in = move || {
        if let Some(key) = plan.with_value(|plan| keeping::keep_new(app, plan)) {
            app.go(&Route::of(&Source::Kept(key), Page::Now));
            app.say_kept(texts.import.taken_in);
        }
    };
    let mut ways = vec![button("button primary", texts.import.take_in, take_in)];
    ways.extend(replacing(app, plan, &counts).into_iter().flatten());
    boxed("found", vec![standing(held), boxed("buttons spaced", ways)])
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
fn replacing(app: App, plan: StoredValue<Plan>, counts: &Counts) -> Option<Vec<AnyView>> {
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
    let replace = move || {
        let edit = Edit::Replace {
            plan: Box::new(plan.get_value()),
        };
        app.go(&Route::of(&Source::Kept(key.clone()), Page::Now));
        app.edit(edit, texts.import.replaced.to_owned());
    };
    Some(vec![
        button("button", &label, replace),
        standing(html! { p.muted { (changes) } }),
    ])
}

/// Everything the reader has to say, what matters most first.
fn findings(app: App, findings: &[Finding]) -> Markup {
    let texts = app.words();
    if findings.is_empty() {
        return html! { p.muted.spaced { (texts.import.no_findings) } };
    }
    html! {
        section {
            .section-head { h2 { (texts.import.findings) } }
            p.muted.spaced { (texts.import.findings_help) }
            @for level in [Level::Error, Level::Question, Level::Warning, Level::Note] {
                (group(app, level, findings))
            }
        }
    }
}

/// The findings of a level: the first of them, the others folded away.
fn group(app: App, level: Level, findings: &[Finding]) -> Markup {
    let texts = app.words();
    let findings = findings.iter().filter(|found| found.level == level);
    let findings: Vec<&Finding> = findings.collect();
    let (first, others) = findings.split_at(findings.len().min(FIRST));
    let open = matches!(level, Level::Error | Level::Question);
    let more = fill(texts.app.more, &[("count", &others.len().to_string())]);
    html! {
        @if !first.is_empty() {
            details.findings open[open] {
                summary { (words::finding_level(texts, level)) " " (findings.len()) }
                (rows(app, first))
                @if !others.is_empty() {
                    details { summary { (more) } (rows(app, others)) }
                }
            }
        }
    }
}

fn rows(app: App, findings: &[&Finding]) -> Markup {
    html! { ul.rows { @for found in findings { (row(app, found)) } } }
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
