//! 進捗シート: what departments reported, by department and achievement; as a summary, as the town prints them, and the
//! sheets of a new year.

mod new_year;
mod summary;

use crate::app::markup::overview::sheets_headline;
use crate::app::parts::button::way;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::sheet_form::form;
use crate::app::parts::{achievement, boxed, standing};
use crate::app::state::App;
use crate::app::{ALL_YEARS, Document, NOT_JUDGED, Page, sheets_year, shown_sheets};
use crate::judge::{Achievements, achievements};
use crate::plan::{Plan, ProgressSheet, sheet_years};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The ways the screen can be looked at, as named in addresses.
const SUMMARY: &str = "summary";
const FORMS: &str = "forms";
const NEW_YEAR: &str = "new-year";

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.sheets.title, ().into_any())}
        {move || app.read(|document| Some(content(app, document)))}
    }
    .into_any()
}

fn content(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let plan = document.plan();
    if plan.sheets.is_empty() {
        return standing(html! { p.headline { (words.sheets.none) } });
    }
    let filter = app.filter();
    let found = achievements(plan, sheets_year(plan, &filter));
    let lead = html! {
        p.headline { (headline(app, plan, &found)) }
        (achievement::bar(app, &found.words, &found.whole))
    };
    let shown = match filter.view.as_str() {
        SUMMARY => standing(summary::tables(app, plan, &found)),
        NEW_YEAR => new_year::form(app, plan),
        view => boxed(
            "sheets-shown",
            vec![
                narrowing(app, plan, &found),
                standing(list(app, plan, view == FORMS)),
            ],
        ),
    };
    view! {
        {standing(lead)}
        {achievement::legend(app, &found.words, &found.whole)}
        {views(app, &filter.view)}
        {shown}
    }
    .into_any()
}

fn headline(app: App, plan: &Plan, found: &Achievements) -> Markup {
    let year = sheets_year(plan, &app.filter());
    super::now::strong_figures(sheets_headline(app.words(), year, found))
}

/// The ways to look at the sheets; a new year's are made where they can be kept.
fn views(app: App, now: &str) -> AnyView {
    let words = app.words();
    let all = [
        (true, "", words.sheets.as_list),
        (true, SUMMARY, words.sheets.as_summary),
        (true, FORMS, words.sheets.as_forms),
        (app.is_kept(), NEW_YEAR, words.next_year.open),
    ];
    let there = all.into_iter().filter(|(there, ..)| *there);
    let buttons = there.map(|(_, view, label)| {
        way(label, view == now, move || {
            app.narrow(|filter| view.clone_into(&mut filter.view));
        })
    });
    boxed("buttons spaced", buttons.collect())
}

/// The sheets that are shown, and apart from a department's own those of 全課.
fn list(app: App, plan: &Plan, as_forms: bool) -> Markup {
    let words = app.words();
    let filter = app.filter();
    let shown = shown_sheets(plan, &filter);
    let all_years = filter.year == ALL_YEARS;
    let count = |sheets: &[&ProgressSheet]| {
        fill(words.sheets.count, &[("count", &sheets.len().to_string())])
    };
    let sheets = |sheets: &[&ProgressSheet]| {
        html! {
            @if as_forms {
                ul.forms { @for sheet in sheets { li { (form(app, plan, sheet, None)) } } }
            } @else {
                ul.rows.sheets { @for sheet in sheets { (row(app, plan, sheet, all_years)) } }
            }
        }
    };
    html! {
        p.muted.spaced role="status" { (count(&shown.own)) }
        h2.unseen { (words.app.sheets) }
        (sheets(&shown.own))
        @if !shown.shared.is_empty() {
            section {
                .section-head { h2 { (words.sheets.shared) } span.muted { (count(&shown.shared)) } }
                (sheets(&shown.shared))
            }
        }
    }
}

/// One sheet of a list, with its year where the list is of several.
pub fn row(app: App, plan: &Plan, sheet: &ProgressSheet, with_year: bool) -> Markup {
    let words = app.words();
    let to = app.link(Page::Sheet(sheet.id.clone()));
    let section = sheet.section.as_ref().and_then(|id| plan.section(id));
    let section = section
        .filter(|section| !sheet.title.contains(&section.title))
        .map(words::section_title);
    let year = sheet.fiscal_year.filter(|_| with_year);
    let year = year.map(|year| words::fiscal_year(words, year));
    let who = sheet.departments.join(words.app.list_separator);
    html! {
        li {
            @if let Some(section) = section { p.muted { (section) } }
            .card-head {
                h3 { a href=(to) { (sheet.title) } }
                (achievement::badge(app, &sheet.achievement))
            }
            p.muted { (who) @if let Some(year) = year { " " (year) } }
        }
    }
}

/// The fields in which year, department, section and achievement are chosen.
fn narrowing(app: App, plan: &Plan, found: &Achievements) -> AnyView {
    let words = app.words();
    let filter = app.filter();
    let all = (String::new(), words.indicators.all.to_owned());
    let named = |name: &String| (name.clone(), name.clone());
    let departments = found.departments.iter().map(|(name, _)| named(name));
    let open =
        (found.whole.open > 0).then(|| (NOT_JUDGED.to_owned(), words.sheets.not_yet.to_owned()));
    let achievements = found.words.iter().map(named).chain(open);
    let sections = found.sections.iter().filter(|(_, depth, _)| *depth < 2);
    let sections = sections.filter_map(|(id, _, _)| {
        let section = plan.section(id)?;
        Some((id.0.clone(), words::section_title(section)))
    });
    let choices = |rest: &mut dyn Iterator<Item = (String, String)>| {
        let mut choices = vec![all.clone()];
        choices.extend(rest);
        choices
    };
    let mut years = Vec::new();
    let all_years = each_year(app, plan);
    if all_years.len() > 2 {
        let now =
            sheets_year(plan, &filter).map_or(ALL_YEARS.to_owned(), |year| year.0.to_string());
        years.push(field(words.kinds.year, all_years, &now, move |value| {
            app.narrow(|filter| filter.year = value);
        }));
    }
    let mut fields = Vec::new();
    let departments = choices(&mut departments.into_iter());
    fields.push(field(
        words.indicators.department,
        departments,
        &filter.department,
        move |value| app.narrow(|filter| filter.department = value),
    ));
    let sections = choices(&mut sections.into_iter());
    fields.push(field(
        words.sheets.section,
        sections,
        &filter.section,
        move |value| app.narrow(|filter| filter.section = value),
    ));
    let achievements = choices(&mut achievements.into_iter());
    fields.push(field(
        words.sheets.achievement,
        achievements,
        &filter.grade,
        move |value| app.narrow(|filter| filter.grade = value),
    ));
    let is_narrowed = [&filter.department, &filter.section, &filter.grade]
        .iter()
        .any(|value| !value.is_empty());
    let year = (!years.is_empty()).then(|| boxed("fields", years));
    view! {
        {year}
        <details open=is_narrowed>
            <summary>{words.sheets.narrow}</summary>
            {boxed("fields", fields)}
        </details>
    }
    .into_any()
}

/// The plan's fiscal years, latest first, and all of them.
fn each_year(app: App, plan: &Plan) -> Vec<(String, String)> {
    let words = app.words();
    let years = sheet_years(plan).into_iter().rev();
    let years = years.map(|year| (year.0.to_string(), words::fiscal_year(words, year)));
    let all = (ALL_YEARS.to_owned(), words.sheets.all_years.to_owned());
    years.chain([all]).collect()
}

/// A field of values with what each says.
fn field(
    label: &'static str,
    choices: Vec<(String, String)>,
    now: &str,
    narrow: impl Fn(String) + 'static,
) -> AnyView {
    let labels = choices.iter().map(|(value, label)| Choice {
        label: label.clone(),
        chosen: value == now,
    });
    let labels = labels.collect();
    let choose = move |index: usize| {
        if let Some((value, _)) = choices.get(index) {
            narrow(value.clone());
        }
    };
    select(label, labels, Box::new(choose))
}
