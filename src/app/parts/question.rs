//! What a reader could not decide: asked, answered, closed.

use super::button::button;
use super::year_table::table;
use super::{boxed, standing};
use crate::app::state::App;
use crate::app::{Document, browser, keeping};
use crate::plan::{Choice, Edit, FiscalYear, Question, QuestionKind, all_departments};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::html;

/// All open questions.
pub fn list(app: App, document: &Document, years: &[FiscalYear]) -> AnyView {
    let texts = app.words();
    let questions = &document.plan().questions;
    if questions.is_empty() {
        return standing(html! { p.headline { (texts.questions.none) } });
    }
    let keep = (!app.is_kept()).then(|| {
        view! {
            {standing(html! { p.spaced { (texts.questions.keep_first) } })}
            {button("button", texts.app.keep, move || keeping::keep(app))}
        }
    });
    let rows = questions
        .iter()
        .map(|question| asked(app, document, question, years));
    view! {
        {keep}
        {standing(html! { h2.unseen { (texts.now.questions) } })}
        <ul class="rows questions">{rows.collect::<Vec<_>>()}</ul>
    }
    .into_any()
}

/// One question, with the source's own line and the answers.
fn asked(app: App, document: &Document, question: &Question, years: &[FiscalYear]) -> AnyView {
    let texts = app.words();
    let plan = document.plan();
    let item = plan.schedule.iter().find(|item| item.id == question.item);
    let name = item.map(|item| item.name.clone()).or_else(|| {
        plan.indicator(&question.item)
            .map(|indicator| indicator.name.clone())
    });
    let ask = match question.kind {
        QuestionKind::MissingDepartment => texts.questions.department,
        QuestionKind::AmbiguousYears => texts.questions.years,
        QuestionKind::AmbiguousValue => texts.questions.value,
        QuestionKind::AmbiguousStructure => texts.questions.structure,
    };
    let line = question
        .line
        .map(|line| fill(texts.questions.line, &[("line", &line.to_string())]));
    let shown = item
        .zip(years.last())
        .filter(|_| question.kind == QuestionKind::AmbiguousYears);
    let shown = shown.map(|(item, last)| table(app, document, vec![item], years, *last));
    let source = html! {
        h3 { (name.unwrap_or_default()) }
        p { (ask) }
        blockquote.source { span.muted { (line.unwrap_or_default()) } " " (question.source_text) }
        (shown.unwrap_or_default())
    };
    let answer = app.is_kept().then(|| match question.kind {
        QuestionKind::MissingDepartment => departments(app, document, question),
        _ => readings(app, question),
    });
    view! {
        <li>
            {standing(source)}
            {answer}
        </li>
    }
    .into_any()
}

/// A department is chosen from the plan's own, or named.
fn departments(app: App, document: &Document, question: &Question) -> AnyView {
    let texts = app.words();
    let question = StoredValue::new(question.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let (chosen, named) = (
            browser::field_of(&event, "select"),
            browser::field_of(&event, "input"),
        );
        let name = match named.trim() {
            "" => chosen,
            named => named.to_owned(),
        };
        if name.is_empty() {
            return app.say(texts.questions.choose_first.to_owned());
        }
        let said = fill(texts.questions.department_set, &[("name", &name)]);
        let choice = Choice::Departments {
            departments: vec![name],
        };
        answer(app, &question.read_value(), choice, said);
    };
    let fields = html! {
        label.field {
            span { (texts.indicators.department) }
            select {
                option {}
                @for name in all_departments(document.plan()) { option { (name) } }
            }
        }
        label.field {
            span { (texts.questions.other_department) }
            input autocomplete="off";
        }
        button.button.primary { (texts.questions.decide) }
    };
    view! { <form class="fields answer" on:submit=submit inner_html=fields.0></form> }.into_any()
}

/// One of several readings is taken, or the one the plan carries is let stand.
fn readings(app: App, question: &Question) -> AnyView {
    let texts = app.words();
    let choices = question.choices.iter().filter_map(|choice| {
        if matches!(choice, Choice::Text { .. }) {
            return None;
        }
        let label = words::choice(texts, choice);
        let (question, choice) = (question.clone(), choice.clone());
        let said = fill(texts.questions.taken, &[("choice", &label)]);
        let take = move || answer(app, &question, choice.clone(), said.clone());
        Some(button("button", &label, take))
    });
    let mut choices = choices.collect::<Vec<_>>();
    let stand = Edit::let_stand(question);
    let close = move || app.edit(stand.clone(), texts.questions.closed.to_owned());
    choices.push(button("plain", texts.questions.let_stand, close));
    boxed("buttons spaced", choices)
}

fn answer(app: App, question: &Question, choice: Choice, said: String) {
    if let Some(edit) = Edit::answer(question, choice) {
        app.edit(edit, said);
    }
}
