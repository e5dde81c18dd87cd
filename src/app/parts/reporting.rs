//! Writing the annual report of a schedule item.

use super::button::button;
use super::{boxed, standing};
use crate::app::state::App;
use crate::app::{browser, keeping};
use crate::plan::{AnnualReport, Edit, FiscalYear, Id, Reported, ScheduleItem};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// The form for one fiscal year. What is typed is kept beside the plan until it is put in, so that nobody loses it by
/// leaving.
pub fn form(app: App, item: &ScheduleItem, year: FiscalYear) -> AnyView {
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
    let draft = drafts(app, &item.id)
        .into_iter()
        .find(|draft| draft.fiscal_year == Some(year));
    let fields = fields(
        app,
        item,
        draft.as_ref().unwrap_or(&report),
        report.carried_over,
    );
    let typed = move |event: ev::Event| {
        let draft = in_form(&event, year);
        let id = written.with_value(|item| item.id.clone());
        let is_new = draft.note != report.note || draft.state != report.state;
        set_draft(app, &id, year, is_new.then_some(draft));
    };
    let said = fill(texts.reporting.set, &[("year", &named)]);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let mut report = in_form(&event, year);
        report.note = report.note.trim().to_owned();
        if report.is_empty() {
            return app.say(texts.reporting.empty.to_owned());
        }
        let item = written.get_value();
        make(app, &item.id, year, Edit::report(&item, report), &said);
    };
    view! {
        <form id="report" class="report" on:submit=submit on:input=typed inner_html=fields.0></form>
        {others(app, item, year, draft.is_some())}
    }
    .into_any()
}

/// What the form of an event holds.
fn in_form(event: &ev::Event, year: FiscalYear) -> AnnualReport {
    let state = browser::field_of(event, "select");
    AnnualReport {
        fiscal_year: Some(year),
        note: browser::field_of(event, "textarea"),
        state: Reported::ALL.into_iter().find(|each| key(*each) == state),
        carried_over: false,
    }
}

/// What else can be done with the year: begin it with the last note, drop what was typed, take its report away.
fn others(app: App, item: &ScheduleItem, year: FiscalYear, has_draft: bool) -> AnyView {
    let texts = app.words();
    let named = words::fiscal_year(texts, year);
    let id = item.id.clone();
    let mut buttons = Vec::new();
    if let Some(edit) = Edit::carry_over(item, year) {
        let said = fill(texts.reporting.was_carried, &[("year", &named)]);
        let id = id.clone();
        let carry = move || make(app, &id, year, edit.clone(), &said);
        buttons.push(button("button", texts.reporting.carry, carry));
    }
    if has_draft {
        let id = id.clone();
        let drop = move || {
            set_draft(app, &id, year, None);
            app.opened.notify();
            app.say(texts.reporting.dropped.to_owned());
        };
        buttons.push(button("plain", texts.sheet_form.drop, drop));
    }
    if item.report_for(year).is_some() {
        let nothing = AnnualReport {
            fiscal_year: Some(year),
            ..AnnualReport::default()
        };
        let edit = Edit::report(item, nothing);
        let said = fill(texts.reporting.removed, &[("year", &named)]);
        let remove = move || make(app, &id, year, edit.clone(), &said);
        buttons.push(button("plain", texts.reporting.remove, remove));
    }
    view! {
        {boxed("buttons spaced", buttons)}
        {standing(html! { p.muted.spaced { (texts.sheet_form.kept) } })}
    }
    .into_any()
}

/// Makes a change; what was typed is in it or gone with it. The focus stays at the form.
fn make(app: App, id: &Id, year: FiscalYear, edit: Edit, said: &str) {
    set_draft(app, id, year, None);
    app.edit(edit, said.to_owned());
    browser::later(|| browser::focus("#report button"));
}

fn fields(app: App, item: &ScheduleItem, shown: &AnnualReport, is_carried: bool) -> Markup {
    let texts = &app.words().reporting;
    let sayable = Reported::sayable(item.nature);
    let other = shown.state.filter(|state| !sayable.contains(state));
    let lines = shown.note.chars().count() / 30 + 4;
    html! {
        label.field {
            span { (texts.note) }
            // A browser takes the first line break of a field for the page's own.
            textarea rows=(lines.min(12)) { "\n" (shown.note) }
        }
        @if is_carried { p.notice { (texts.still_carried) } }
        label.field {
            span { (texts.state) }
            select {
                option value="" selected[shown.state.is_none()] { (texts.not_said) }
                @for state in sayable.iter().copied().chain(other) {
                    option value=(key(state)) selected[shown.state == Some(state)] {
                        (words::reported(app.words(), state))
                    }
                }
            }
        }
        button.button.primary { (texts.save) }
    }
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

/// What was typed of an item and not put in, year by year; what cannot be read is nothing.
fn drafts(app: App, id: &Id) -> Vec<AnnualReport> {
    let text = keeping::draft(app, id).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Keeps what was typed of a year or, with none, forgets it; that it was not kept is said.
fn set_draft(app: App, id: &Id, year: FiscalYear, draft: Option<AnnualReport>) {
    let before = drafts(app, id);
    let others = before.iter().filter(|own| own.fiscal_year != Some(year));
    let all: Vec<AnnualReport> = others.cloned().chain(draft).collect();
    if all == before {
        return;
    }
    let text = (!all.is_empty()).then(|| serde_json::to_string(&all).unwrap_or_default());
    keeping::set_draft(app, id, text.as_deref());
}
