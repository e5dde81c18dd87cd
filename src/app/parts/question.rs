//! What a reader could not decide: asked, answered, closed.

use super::year_table::table;
use crate::app::state::App;
use crate::app::{Document, keeping};
use crate::plan::{Choice, Edit, FiscalYear, Mark, Question, QuestionKind, all_departments};
use crate::words::fill;
use leptos::ev;
use leptos::html::{Input, Select};
use leptos::prelude::*;
use maud::html;
use std::collections::BTreeMap;

/// All open questions.
pub fn list(app: App, document: &Document, years: &[FiscalYear]) -> AnyView {
    let texts = app.words();
    let questions = &document.plan().questions;
    if questions.is_empty() {
        return view! { <p class="headline">{texts.questions.none}</p> }.into_any();
    }
    let keep = (!app.is_kept()).then(|| {
        view! {
            <p class="spaced">{texts.questions.keep_first}</p>
            <button class="button" on:click=move |_| keeping::keep(app)>{texts.app.keep}</button>
        }
    });
    let rows = questions
        .iter()
        .map(|question| asked(app, document, question, years));
    view! {
        {keep}
        <h2 class="unseen">{texts.now.questions}</h2>
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
            <div inner_html=source.0></div>
            {answer}
        </li>
    }
    .into_any()
}

/// A department is chosen from the plan's own, or named.
fn departments(app: App, document: &Document, question: &Question) -> AnyView {
    let texts = app.words();
    let (chosen, named) = (NodeRef::<Select>::new(), NodeRef::<Input>::new());
    let names = all_departments(document.plan());
    let options = names
        .into_iter()
        .map(|name| view! { <option>{name}</option> });
    let question = StoredValue::new(question.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let named = named
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        let chosen = chosen
            .get_untracked()
            .map(|select| select.value())
            .unwrap_or_default();
        let name = if named.trim().is_empty() {
            chosen
        } else {
            named.trim().to_owned()
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
    view! {
        <form class="fields answer" on:submit=submit>
            <label class="field">
                <span>{texts.indicators.department}</span>
                <select node_ref=chosen><option></option>{options.collect_view()}</select>
            </label>
            <label class="field">
                <span>{texts.questions.other_department}</span>
                <input node_ref=named autocomplete="off"/>
            </label>
            <button class="button primary">{texts.questions.decide}</button>
        </form>
    }
    .into_any()
}

/// One of several readings is taken, or the one the plan carries is let stand.
fn readings(app: App, question: &Question) -> AnyView {
    let texts = app.words();
    let choices = question.choices.iter().filter_map(|choice| {
        let label = match choice {
            Choice::Marks { marks } => marks_in_words(app, marks),
            Choice::Departments { departments } => departments.join(texts.app.list_separator),
            Choice::Text { .. } => return None,
        };
        let (question, choice) = (question.clone(), choice.clone());
        let said = fill(texts.questions.taken, &[("choice", &label)]);
        let take = move |_| answer(app, &question, choice.clone(), said.clone());
        Some(view! { <button class="button" on:click=take>{label}</button> })
    });
    let choices = choices.collect_view();
    let id = question.id.clone();
    let close = move |_| {
        app.edit(
            Edit::CloseQuestion {
                question: id.clone(),
            },
            texts.questions.closed.to_owned(),
        );
    };
    view! {
        <div class="buttons spaced">
            {choices}
            <button class="plain" on:click=close>{texts.questions.let_stand}</button>
        </div>
    }
    .into_any()
}

/// `R6 ○ R7 ●`.
fn marks_in_words(app: App, marks: &BTreeMap<FiscalYear, Mark>) -> String {
    if marks.is_empty() {
        return app.words().questions.no_marks.to_owned();
    }
    let each = marks.iter().map(|(year, mark)| {
        let sign = match mark {
            Mark::Done => "●",
            Mark::Ongoing => "○",
        };
        [&*year.short(), sign].concat()
    });
    each.collect::<Vec<_>>().join(" ")
}

fn answer(app: App, question: &Question, choice: Choice, said: String) {
    if let Some(edit) = Edit::answer(question, choice) {
        app.edit(edit, said);
    }
}
