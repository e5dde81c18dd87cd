//! Everything the reader has to say: narrowed, counted, and put together where it says the same.

use crate::app::browser;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::read::{Finding, Group, LEVELS, Level, Narrow, Reading, Subject, Subjects, grouped};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

/// How many findings that say the same are listed before the others are asked for.
const FIRST: usize = 20;

/// The list with its filters.
pub fn list(app: App, reading: Arc<Reading>, subjects: Subjects) -> AnyView {
    let texts = app.words();
    let findings = &reading.findings;
    if findings.is_empty() {
        return standing(html! { p.muted.spaced { (texts.import.no_findings) } });
    }
    let narrow = RwSignal::new(Narrow::default());
    let fields = boxed(
        "fields",
        vec![
            by_level(app, findings, narrow),
            by_subject(app, findings, &subjects, narrow),
            by_words(app, narrow),
        ],
    );
    let shown = move || {
        let findings = &reading.findings;
        narrow.with(|narrow| {
            let left = narrow.left(findings, &subjects, |found| words::finding(texts, found));
            listed(app, &left, findings.len())
        })
    };
    let head = html! {
        .section-head { h2 { (texts.import.findings) } }
        p.muted.spaced { (texts.import.findings_help) }
    };
    view! {
        <section id="findings">
            {standing(head)}
            {fields}
            <div aria-live="polite" inner_html=move || shown().0></div>
        </section>
    }
    .into_any()
}

fn by_level(app: App, findings: &[Finding], narrow: RwSignal<Narrow>) -> AnyView {
    let texts = app.words();
    let there = LEVELS.into_iter().filter_map(|level| {
        let count = findings.iter().filter(|found| found.level == level).count();
        (count > 0).then_some((level, count))
    });
    let there: Vec<(Level, usize)> = there.collect();
    let named = there
        .iter()
        .map(|(level, count)| (words::finding_level(texts, *level), *count));
    let choices = choices(app, findings.len(), named);
    let choose = move |place: usize| {
        let level = place.checked_sub(1).and_then(|place| there.get(place));
        narrow.update(|narrow| narrow.level = level.map(|(level, _)| *level));
    };
    select(texts.review.kind, choices, Box::new(choose))
}

fn by_subject(
    app: App,
    findings: &[Finding],
    subjects: &Subjects,
    narrow: RwSignal<Narrow>,
) -> AnyView {
    let texts = app.words();
    let all = [
        Subject::Indicator,
        Subject::Schedule,
        Subject::Sheet,
        Subject::Initiative,
        Subject::Section,
        Subject::Term,
        Subject::Source,
    ];
    let about: Vec<Subject> = findings
        .iter()
        .map(|found| subjects.subject(found))
        .collect();
    let there = all.into_iter().filter_map(|subject| {
        let count = about.iter().filter(|about| **about == subject).count();
        (count > 0).then_some((subject, count))
    });
    let there: Vec<(Subject, usize)> = there.collect();
    let named = there
        .iter()
        .map(|(subject, count)| (words::subject_name(texts, *subject), *count));
    let choices = choices(app, findings.len(), named);
    let choose = move |place: usize| {
        let subject = place.checked_sub(1).and_then(|place| there.get(place));
        narrow.update(|narrow| narrow.subject = subject.map(|(subject, _)| *subject));
    };
    select(texts.review.about, choices, Box::new(choose))
}

/// All of them, and then each kind with its count.
fn choices<'a>(app: App, all: usize, there: impl Iterator<Item = (&'a str, usize)>) -> Vec<Choice> {
    let texts = app.words();
    let first = std::iter::once((texts.review.all, all));
    let choices = first
        .chain(there)
        .enumerate()
        .map(|(place, (name, count))| {
            let count = count.to_string();
            Choice {
                label: fill(texts.review.counted, &[("name", name), ("count", &count)]),
                chosen: place == 0,
            }
        });
    choices.collect()
}

fn by_words(app: App, narrow: RwSignal<Narrow>) -> AnyView {
    let field = html! {
        span { (app.words().review.search) }
        input type="search" id="search-findings" autocomplete="off";
    };
    let heard = move |event| {
        let words = event_target_value(&event);
        // The key stands in its field before the list follows.
        browser::after_frame(move || {
            narrow.try_update(|narrow| narrow.words = words);
        });
    };
    view! { <label class="field" on:input=heard inner_html=field.0></label> }.into_any()
}

/// The findings that are left, by what they say.
fn listed(app: App, left: &[&Finding], all: usize) -> Markup {
    let texts = app.words();
    let (count, all_count) = (left.len().to_string(), all.to_string());
    let told = fill(texts.review.left, &[("all", &all_count), ("count", &count)]);
    let few = left.len() <= FIRST;
    html! {
        p.muted.spaced { (told) }
        @if left.is_empty() { p { (texts.review.none_left) } }
        @for group in grouped(left) { (together(app, &group, few)) }
    }
}

/// Findings that say the same: what they say, and the lines it is said of.
fn together(app: App, group: &Group<'_>, few: bool) -> Markup {
    let texts = app.words();
    let (first, others) = group.findings.split_at(group.findings.len().min(FIRST));
    let open = few || matches!(group.level, Level::Error | Level::Question);
    let more = fill(texts.app.more, &[("count", &others.len().to_string())]);
    let places = group.findings.len().to_string();
    let Some(one) = first.first() else {
        return Markup::default();
    };
    html! {
        details.findings open[open] {
            summary {
                span.kind { (words::finding_level(texts, group.level)) }
                (words::finding(texts, one)) " "
                span.muted { (fill(texts.review.places, &[("count", &places)])) }
            }
            (rows(app, first))
            @if !others.is_empty() {
                details { summary { (more) } (rows(app, others)) }
            }
        }
    }
}

fn rows(app: App, findings: &[&Finding]) -> Markup {
    let texts = app.words();
    html! {
        ul.lines {
            @for found in findings {
                li {
                    @if let Some(line) = found.line {
                        b { (fill(texts.questions.line, &[("line", &line.to_string())])) } " "
                    }
                    span.source-text { (found.text) }
                }
            }
        }
    }
}
