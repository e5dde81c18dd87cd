//! What a later version changes, shown before anything is applied: what people have to choose, what changes from what to
//! what, what is new, what is gone.

use super::Found;
use crate::app::browser;
use crate::app::parts::standing;
use crate::revise::{Choices, FieldChange, ItemRef, Kind, Revision};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// How many items are listed before the others are asked for.
const FIRST: usize = 20;

/// So few are shown without being asked for.
const FEW: usize = 8;

/// The difference, where it goes into a kept plan.
pub fn shown(found: Found) -> AnyView {
    (move || found.revision(|revision| listed(found, revision))).into_any()
}

fn listed(found: Found, revision: &Revision) -> AnyView {
    let texts = found.app.words();
    let difference = revision.difference();
    let counts = difference.counts.iter();
    let counts = counts.map(|(kind, count)| {
        html! {
            tr {
                th scope="row" { (words::kind_name(texts, *kind)) }
                @for count in [count.new, count.changed, count.gone, count.unchanged] {
                    td.figure.strong[count > 0] { (count) }
                }
            }
        }
    });
    let told = html! {
        h4.spaced { (texts.review.difference) }
        @if difference.is_nothing() {
            p { (texts.review.same) }
        } @else {
            table.difference {
                thead {
                    tr {
                        td {}
                        @for name in [texts.review.new, texts.review.changed, texts.review.gone, texts.review.unchanged] {
                            th.figure scope="col" { (name) }
                        }
                    }
                }
                tbody { @for row in counts { (row) } }
            }
        }
    };
    let lists = html! {
        (to_choose(found, revision))
        (changed(found, revision))
        (new(found, revision))
        (gone(found, revision))
    };
    let hear = move |event: ev::Event| hear(found, &event);
    view! {
        {standing(told)}
        <div on:change=hear inner_html=lists.0></div>
    }
    .into_any()
}

/// The fields in which what people entered stands against what the later version says.
fn to_choose(found: Found, revision: &Revision) -> Markup {
    let texts = found.app.words();
    let choices: Vec<_> = revision.difference().choices().collect();
    let rows = choices.iter().enumerate().map(|(place, (item, change))| {
        let name = ["take", &found.place.to_string(), &place.to_string()].join("-");
        html! {
            li {
                fieldset.choices data-choice=(place) {
                    legend { (item.name) " " span.muted { (words::field_label(texts, change.field)) } }
                    @for (value, template, plan, held) in [
                        ("stays", texts.review.stays, revision.before(), &change.before),
                        ("taken", texts.review.is_taken, revision.after(), &change.after),
                    ] {
                        label.choice {
                            input type="radio" name=(name) value=(value) checked[value == "stays"];
                            span { (fill(template, &[("text", &words::shown(texts, plan, change.field, held))])) }
                        }
                    }
                }
            }
        }
    });
    html! {
        @if !choices.is_empty() {
            details.findings open {
                summary { (summary(found, texts.review.entered, choices.len())) }
                p.muted { (texts.review.entered_help) }
                ul.rows { @for row in rows { (row) } }
            }
        }
    }
}

/// What the later version says otherwise and nobody entered.
fn changed(found: Found, revision: &Revision) -> Markup {
    let texts = found.app.words();
    let changed = revision.difference().changed.iter();
    let changed = changed.filter_map(|change| {
        let fields = change.fields.iter().filter(|field| !field.entered);
        let fields: Vec<&FieldChange> = fields.collect();
        (!fields.is_empty()).then_some((&change.item, fields))
    });
    let items: Vec<Markup> = changed
        .map(|(item, fields)| {
            html! {
                p { (named(found, item)) }
                dl.facts {
                    @for field in fields {
                        dt { (words::field_label(texts, field.field)) }
                        dd { (from_to(found, revision, field)) }
                    }
                }
            }
        })
        .collect();
    folded(
        found,
        texts.review.changed,
        texts.review.changed_help,
        items,
    )
}

/// `1,500人 → 1,800人`, read out with a word for the arrow.
fn from_to(found: Found, revision: &Revision, change: &FieldChange) -> Markup {
    let texts = found.app.words();
    let before = words::shown(texts, revision.before(), change.field, &change.before);
    let after = words::shown(texts, revision.after(), change.field, &change.after);
    html! {
        del { (before) }
        span.arrow aria-hidden="true" { "→" }
        span.unseen { (texts.review.from_to) }
        ins { (after) }
    }
}

fn new(found: Found, revision: &Revision) -> Markup {
    let items = revision.difference().new.iter();
    let items = items.map(|item| html! { p { (named(found, item)) } });
    folded(found, found.app.words().review.new, "", items.collect())
}

/// What the later version no longer has: ticked is what is removed.
fn gone(found: Found, revision: &Revision) -> Markup {
    let texts = found.app.words();
    let none = Choices::default();
    let items = revision.difference().gone.iter().enumerate();
    let items = items.map(|(place, gone)| {
        html! {
            label.choice {
                input type="checkbox" data-gone=(place) checked[none.removes(gone)];
                span { (named(found, &gone.item)) " " span.muted { (texts.review.remove) } }
            }
        }
    });
    let items = items.collect();
    folded(found, texts.review.gone, texts.review.gone_help, items)
}

/// Items under a summary with their count; the first of them, the others folded once more.
fn folded(found: Found, name: &str, help: &str, items: Vec<Markup>) -> Markup {
    let texts = found.app.words();
    let (first, others) = items.split_at(items.len().min(FIRST));
    let more = fill(texts.app.more, &[("count", &others.len().to_string())]);
    html! {
        @if !items.is_empty() {
            details.findings open[items.len() <= FEW] {
                summary { (summary(found, name, items.len())) }
                @if !help.is_empty() { p.muted { (help) } }
                ul.rows { @for item in first { li { (item) } } }
                @if !others.is_empty() {
                    details { summary { (more) } ul.rows { @for item in others { li { (item) } } } }
                }
            }
        }
    }
}

fn summary(found: Found, name: &str, count: usize) -> String {
    let template = found.app.words().review.counted;
    fill(template, &[("name", name), ("count", &count.to_string())])
}

/// An item's name behind the word for what it is.
fn named(found: Found, item: &ItemRef) -> Markup {
    let texts = found.app.words();
    let kind = words::kind_name(texts, item.kind);
    let name = match item.name.as_str() {
        "" => texts.review.unnamed,
        name => name,
    };
    html! {
        span.kind { (kind) }
        @if item.kind != Kind::Plan { span.strong { (name) } }
    }
}

/// Takes what was chosen.
fn hear(found: Found, event: &ev::Event) {
    found.confirming.set(false);
    if let Some((field, row)) = browser::chosen_in(event, "[data-choice]") {
        let place = row.get_attribute("data-choice");
        let taken = field.value() == "taken";
        choose(found, place, |revision, place, choices| {
            let chosen = revision.difference().choices().nth(place);
            if let Some((item, change)) = chosen {
                choices.take(&item.id, change.field, taken);
            }
        });
    } else if let Some((field, row)) = browser::chosen_in(event, "[data-gone]") {
        let place = row.get_attribute("data-gone");
        let removed = field.checked();
        choose(found, place, |revision, place, choices| {
            if let Some(gone) = revision.difference().gone.get(place) {
                choices.remove(&gone.item.id, removed);
            }
        });
    }
}

fn choose(found: Found, place: Option<String>, act: impl FnOnce(&Revision, usize, &mut Choices)) {
    let Some(place) = place.and_then(|place| place.parse::<usize>().ok()) else {
        return;
    };
    found.target.with_value(|target| {
        if let Some(target) = target {
            found
                .choices
                .update(|choices| act(&target.revision, place, choices));
        }
    });
}
