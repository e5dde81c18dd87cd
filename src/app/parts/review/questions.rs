//! What the reader could not decide, asked before it is taken in: each question beside the source's own line.

use super::Found;
use crate::app::browser;
use crate::app::parts::{changing, standing};
use crate::plan::{Answer, Choice, Plan, QuestionKind, all_departments};
use crate::revise::Asked;
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use maud::{Markup, html};
use web_sys::{Element, HtmlInputElement};

/// What a field says that leaves the question open.
const LATER: &str = "later";
/// What a field says that lets the reading stand.
const STAND: &str = "stand";

/// The questions, anew when it goes elsewhere; the answers given stay.
pub fn shown(found: Found) -> AnyView {
    (move || list(found)).into_any()
}

fn list(found: Found) -> AnyView {
    let texts = found.app.words();
    let asked = found.asked();
    let before = found.revision(crate::revise::Revision::answered_before);
    let before = before.filter(|count| *count > 0).map(|count| {
        fill(
            texts.review.answered_before,
            &[("count", &count.to_string())],
        )
    });
    if asked.is_empty() {
        return standing(html! { @if let Some(before) = before { p.muted.spaced { (before) } } });
    }
    let head = html! {
        h4.spaced { (texts.review.questions) }
        p.muted { (texts.review.questions_help) }
        @if let Some(before) = before { p.muted { (before) } }
    };
    let rows = found.plan(|plan| {
        let rows = asked.iter().enumerate();
        let rows = rows.map(|(place, asked)| row(found, plan, place, asked));
        rows.map(|row| row.0).collect::<String>()
    });
    let all = asked.len();
    let count = move || {
        let given = found.answers.with(std::collections::BTreeMap::len);
        html! { p.answered aria-live="polite" { (told(found, given, all)) } }
    };
    let asked = StoredValue::new(asked);
    let hear = move |event: ev::Event| asked.with_value(|asked| hear(found, asked, &event));
    view! {
        {standing(head)}
        {changing(count)}
        <ol class="rows asked" on:change=hear inner_html=rows></ol>
    }
    .into_any()
}

fn told(found: Found, given: usize, all: usize) -> String {
    let texts = found.app.words();
    let (given, all) = (given.to_string(), all.to_string());
    fill(texts.review.answered, &[("all", &all), ("count", &given)])
}

/// One question: what it is about, the source's own line, and what can be answered.
fn row(found: Found, plan: &Plan, place: usize, asked: &Asked) -> Markup {
    let texts = found.app.words();
    let question = &asked.question;
    let as_read = plan.questions.iter().find(|read| read.id == asked.id);
    let name = as_read.and_then(|read| plan.name_of(&read.item));
    let name = name.unwrap_or(texts.review.unnamed);
    let ask = match question.kind {
        QuestionKind::MissingDepartment => texts.questions.department,
        QuestionKind::AmbiguousYears => texts.questions.years,
        QuestionKind::AmbiguousValue => texts.questions.value,
        QuestionKind::AmbiguousStructure => texts.questions.structure,
    };
    let given = found
        .answers
        .with_untracked(|answers| answers.get(&asked.id).cloned());
    let field = ["answer", &found.place.to_string(), &place.to_string()].join("-");
    html! {
        li data-question=(place) {
            p.strong { (name) }
            blockquote.source {
                @if let Some(line) = question.line {
                    b { (fill(texts.questions.line, &[("line", &line.to_string())])) } " "
                }
                (question.source_text)
            }
            @if question.kind == QuestionKind::MissingDepartment {
                (departments(found, plan, ask, given.as_ref()))
            } @else {
                (readings(found, asked, ask, &field, given.as_ref()))
            }
        }
    }
}

/// A department of the plan's own, another, none, or later.
fn departments(found: Found, plan: &Plan, ask: &str, given: Option<&Answer>) -> Markup {
    let texts = found.app.words();
    let all = all_departments(plan);
    let named = match given {
        Some(Answer::Choice {
            choice: Choice::Departments { departments },
        }) => departments.first().map_or("", String::as_str),
        _ => "",
    };
    let listed = all.iter().any(|name| name == named);
    html! {
        .fields {
            label.field {
                span { (ask) }
                select {
                    option value=(LATER) { (texts.review.leave_open) }
                    option value=(STAND) selected[given == Some(&Answer::LetStand)] { (texts.review.no_department) }
                    @for name in &all {
                        option value=(["=", name].concat()) selected[listed && name == named] { (name) }
                    }
                }
            }
            label.field {
                span { (texts.questions.other_department) }
                input autocomplete="off" value=[(!listed).then_some(named)];
            }
        }
    }
}

/// The readings the source allows, the one the item carries first, or later.
fn readings(found: Found, asked: &Asked, ask: &str, field: &str, given: Option<&Answer>) -> Markup {
    let texts = found.app.words();
    let choices = &asked.question.choices;
    let is_given = |choice: &Choice| match given {
        Some(Answer::Choice { choice: given }) => given == choice,
        _ => false,
    };
    let radio = |value: &str, label: &str, checked: bool| {
        html! {
            label.choice {
                input type="radio" name=(field) value=(value) checked[checked];
                span { (label) }
            }
        }
    };
    html! {
        fieldset.choices {
            legend { (ask) }
            @for (place, choice) in choices.iter().enumerate() {
                @let said = words::choice(texts, choice);
                @let label = if place == 0 { fill(texts.review.reading, &[("text", &said)]) } else { said };
                (radio(&place.to_string(), &label, is_given(choice)))
            }
            @if choices.is_empty() {
                (radio(STAND, texts.questions.let_stand, given == Some(&Answer::LetStand)))
            }
            (radio(LATER, texts.review.leave_open, given.is_none()))
        }
    }
}

/// Takes what was chosen in a row as its question's answer, or the answer back.
fn hear(found: Found, asked: &[Asked], event: &ev::Event) {
    let Some((field, row)) = browser::chosen_in(event, "li[data-question]") else {
        return;
    };
    let place = row.get_attribute("data-question");
    let asked = place.and_then(|place| asked.get(place.parse::<usize>().ok()?));
    let Some(asked) = asked else { return };
    let answer = if asked.question.kind == QuestionKind::MissingDepartment {
        department_in(&row, &field)
    } else {
        reading_in(asked, &field.value())
    };
    found.answers.update(|answers| {
        match answer {
            Some(answer) => answers.insert(asked.id.clone(), answer),
            None => answers.remove(&asked.id),
        };
    });
}

fn reading_in(asked: &Asked, value: &str) -> Option<Answer> {
    if value == STAND {
        return Some(Answer::LetStand);
    }
    let choice = asked.question.choices.get(value.parse::<usize>().ok()?)?;
    Some(Answer::Choice {
        choice: choice.clone(),
    })
}

/// What a row's list and field say. The one that was used last counts: the other is emptied.
fn department_in(row: &Element, field: &HtmlInputElement) -> Option<Answer> {
    let empty = |css: &str, value: &str| {
        let other = row.query_selector(css).ok().flatten();
        if let Some(other) = other {
            // Fields of every kind have their value under the same name.
            other.unchecked_into::<HtmlInputElement>().set_value(value);
        }
    };
    let value = field.value();
    let name = if field.tag_name() == "INPUT" {
        empty("select", LATER);
        value.trim()
    } else {
        empty("input", "");
        value.strip_prefix('=').unwrap_or_default()
    };
    if name.is_empty() {
        return (value == STAND).then_some(Answer::LetStand);
    }
    Some(Answer::Choice {
        choice: Choice::Departments {
            departments: vec![name.to_owned()],
        },
    })
}
