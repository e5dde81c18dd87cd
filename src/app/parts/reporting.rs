//! Writing the annual report of a schedule item.

use super::button::button;
use super::{boxed, standing};
use crate::app::state::App;
use crate::app::{browser, keeping};
use crate::plan::{AnnualReport, Edit, FiscalYear, Reported, ScheduleItem};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What was typed and not yet saved, by fiscal year: it outlasts a change of the year shown and an undo.
pub type Drafts = StoredValue<BTreeMap<FiscalYear, Draft>>;

/// A report as it stands in the form.
#[derive(Clone, Debug)]
pub struct Draft {
    note: String,
    state: String,
}

impl Draft {
    /// What the form of an event holds.
    fn of(event: &ev::Event) -> Self {
        Self {
            note: browser::field_of(event, "textarea"),
            state: browser::field_of(event, "select"),
        }
    }
}

/// The form for one fiscal year, with the note of the last one beside it.
pub fn form(app: App, item: &ScheduleItem, year: FiscalYear, drafts: Drafts) -> AnyView {
    let texts = app.words();
    let named = words::fiscal_year(texts, year);
    if !app.is_kept() {
        return view! {
            {standing(html! { p.spaced { (texts.reporting.keep_first) } })}
            {button("button", texts.app.keep, move || keeping::keep(app))}
        }
        .into_any();
    }
    let written = StoredValue::new(item.clone());
    let report = item.report_for(year).cloned().unwrap_or_default();
    let draft = drafts.with_value(|drafts| drafts.get(&year).cloned());
    let draft = draft.unwrap_or_else(|| Draft {
        note: report.note.clone(),
        state: report.state.map(key).unwrap_or_default().to_owned(),
    });
    let typed = move |event: ev::Event| {
        drafts.update_value(|drafts| {
            drafts.insert(year, Draft::of(&event));
        });
    };
    let said = fill(texts.reporting.set, &[("year", &named)]);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match written.with_value(|item| save(item, year, &Draft::of(&event))) {
            Some(edit) => make(app, edit, said.clone(), drafts),
            None => app.say(texts.reporting.empty.to_owned()),
        }
    };
    let fields = fields(app, item, &draft, report.carried_over);
    view! {
        <form id="report" class="report" on:submit=submit on:input=typed inner_html=fields.0></form>
        {others(app, item, year, &named, drafts)}
    }
    .into_any()
}

/// The edit that writes what the form holds; none when it holds nothing.
fn save(item: &ScheduleItem, year: FiscalYear, draft: &Draft) -> Option<Edit> {
    let states = Reported::sayable(item.nature).iter().copied();
    let report = AnnualReport {
        fiscal_year: Some(year),
        note: draft.note.trim().to_owned(),
        state: states.chain(all()).find(|state| key(*state) == draft.state),
        carried_over: false,
    };
    (!report.is_empty()).then(|| Edit::report(item, report))
}

/// What else can be done with the year: begin it with the last note, or take its report away.
fn others(app: App, item: &ScheduleItem, year: FiscalYear, named: &str, drafts: Drafts) -> AnyView {
    let texts = app.words();
    let mut buttons = Vec::new();
    if let Some(edit) = Edit::carry_over(item, year) {
        let said = fill(texts.reporting.was_carried, &[("year", named)]);
        let carry = move || make(app, edit.clone(), said.clone(), drafts);
        buttons.push(button("button", texts.reporting.carry, carry));
    }
    if item.report_for(year).is_some() {
        let nothing = AnnualReport {
            fiscal_year: Some(year),
            ..AnnualReport::default()
        };
        let edit = Edit::report(item, nothing);
        let said = fill(texts.reporting.removed, &[("year", named)]);
        let remove = move || make(app, edit.clone(), said.clone(), drafts);
        buttons.push(button("plain", texts.reporting.remove, remove));
    }
    boxed("buttons spaced", buttons)
}

/// Makes a change; what was typed is in it or gone with it. The focus stays at the form.
fn make(app: App, edit: Edit, said: String, drafts: Drafts) {
    drafts.update_value(BTreeMap::clear);
    app.edit(edit, said);
    browser::later(|| browser::focus("#report button"));
}

fn fields(app: App, item: &ScheduleItem, draft: &Draft, is_carried: bool) -> Markup {
    let texts = app.words();
    let texts = &texts.reporting;
    let sayable = Reported::sayable(item.nature);
    let other = all().find(|state| key(*state) == draft.state && !sayable.contains(state));
    let lines = draft.note.chars().count() / 30 + 4;
    html! {
        label.field {
            span { (texts.note) }
            textarea rows=(lines.min(12)) { (draft.note) }
        }
        @if is_carried { p.notice { (texts.still_carried) } }
        label.field {
            span { (texts.state) }
            select {
                option value="" selected[draft.state.is_empty()] { (texts.not_said) }
                @for state in sayable.iter().copied().chain(other) {
                    option value=(key(state)) selected[key(state) == draft.state] {
                        (words::reported(app.words(), state))
                    }
                }
            }
        }
        button.button.primary { (texts.save) }
    }
}

fn all() -> impl Iterator<Item = Reported> {
    [
        Reported::NotBegun,
        Reported::Ongoing,
        Reported::Reached,
        Reported::Finished,
        Reported::Stopped,
    ]
    .into_iter()
}

/// What stands for a state in the form.
fn key(state: Reported) -> &'static str {
    match state {
        Reported::NotBegun => "not_begun",
        Reported::Ongoing => "ongoing",
        Reported::Reached => "reached",
        Reported::Finished => "finished",
        Reported::Stopped => "stopped",
    }
}
