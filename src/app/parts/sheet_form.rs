//! A sheet as towns print it: labels and what is written beside them, in the form's order.

use super::{achievement, departments};
use crate::app::state::App;
use crate::plan::{Plan, ProgressSheet, Section, squash};
use crate::words;
use maud::{Markup, html};

/// The form of a sheet; with the sheet of the year before, both years stand side by side. The roles are said, since
/// narrow screens lay the rows out as blocks.
pub fn form(
    app: App,
    plan: &Plan,
    sheet: &ProgressSheet,
    before: Option<&ProgressSheet>,
) -> Markup {
    let texts = &app.words().sheets;
    let sheets: Vec<&ProgressSheet> = before.into_iter().chain([sheet]).collect();
    let rows = [
        (texts.goals, row(&sheets, |sheet| bullets(&sheet.goals))),
        (texts.actions, row(&sheets, |sheet| bullets(&sheet.actions))),
        (
            texts.first_half,
            row(&sheets, |sheet| note(app, sheet, &sheet.first_half)),
        ),
        (
            texts.second_half,
            row(&sheets, |sheet| note(app, sheet, &sheet.second_half)),
        ),
        (
            texts.achievement,
            row(&sheets, |sheet| achievement::badge(app, &sheet.achievement)),
        ),
        (
            texts.evaluation,
            row(&sheets, |sheet| note(app, sheet, &sheet.evaluation)),
        ),
    ];
    html! {
        table.form.two[before.is_some()] role="table" {
            tbody role="rowgroup" {
                (places(app, plan, sheet, sheets.len()))
                (labelled(
                    app,
                    app.words().indicators.department,
                    &sheets,
                    row(&sheets, |sheet| departments::links(app, &sheet.departments)),
                ))
                (labelled(app, texts.aim, &sheets, row(&sheets, |sheet| lines(&sheet.aim))))
            }
            tbody role="rowgroup" {
                (years(app, &sheets))
                @for (label, cells) in rows { (labelled(app, label, &sheets, cells)) }
            }
        }
        @if !has_prose(sheet) && !app.is_kept() { p.muted.spaced { (texts.no_prose) } }
    }
}

/// Whether the department wrote anything but how far it came.
fn has_prose(sheet: &ProgressSheet) -> bool {
    !(sheet.aim.is_empty() && sheet.goals.is_empty() && sheet.actions.is_empty())
        || [&sheet.first_half, &sheet.second_half, &sheet.evaluation]
            .iter()
            .any(|text| text.is_some())
}

/// The sections it stands in, by what the town calls each level, and the item.
fn places(app: App, plan: &Plan, sheet: &ProgressSheet, columns: usize) -> Markup {
    let texts = &app.words().sheets;
    let wide = |label: &str, text: &str| {
        html! {
            tr role="row" {
                th scope="row" role="rowheader" { (label) }
                td role="cell" colspan=(columns) { (text) }
            }
        }
    };
    html! {
        @for section in sections_above(plan, sheet) {
            @let label = if section.level.is_empty() { texts.place } else { &section.level };
            (wide(label, &words::section_title(section)))
        }
        (wide(texts.item, &sheet.title))
    }
}

/// The sections a sheet stands in, from the top down, but those that its item names itself.
pub fn sections_above<'a>(plan: &'a Plan, sheet: &ProgressSheet) -> Vec<&'a Section> {
    let path = sheet.section.as_ref().map(|id| plan.section_path(id));
    let title = squash(&sheet.title);
    let above = path.into_iter().flatten();
    above
        .filter(|section| !title.contains(&squash(&section.title)))
        .collect()
}

/// The fiscal years over what is reported.
fn years(app: App, sheets: &[&ProgressSheet]) -> Markup {
    html! {
        tr.years-row role="row" {
            th scope="row" role="rowheader" { (app.words().kinds.year) }
            @for sheet in sheets {
                th scope="col" role="columnheader" { (year(app, sheet)) }
            }
        }
    }
}

/// `令和5年度`, or that it is not known.
pub fn year(app: App, sheet: &ProgressSheet) -> String {
    let words = app.words();
    match sheet.fiscal_year {
        Some(year) => words::fiscal_year(words, year),
        None => words.years.unknown.to_owned(),
    }
}

fn row(sheets: &[&ProgressSheet], cell: impl Fn(&ProgressSheet) -> Markup) -> Vec<Markup> {
    sheets.iter().map(|sheet| cell(sheet)).collect()
}

/// A label and its cells; those that say the same in every year are one, and a row in which no sheet has anything is
/// left out.
fn labelled(app: App, label: &str, sheets: &[&ProgressSheet], cells: Vec<Markup>) -> Markup {
    if cells.iter().all(|cell| cell.0.is_empty()) {
        return Markup::default();
    }
    let is_one = cells.windows(2).all(|pair| pair[0].0 == pair[1].0);
    let span = if is_one { sheets.len() } else { 1 };
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (label) }
            @for (cell, sheet) in cells.into_iter().zip(sheets).take(sheets.len() / span) {
                td role="cell" colspan=(span) data-year=[(!is_one).then(|| year(app, sheet))] { (cell) }
            }
        }
    }
}

fn bullets(items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul.bullets { @for item in items { li { (item) } } }
        }
    }
}

/// What is reported, or that nothing is yet; of a sheet without its prose neither.
fn note(app: App, sheet: &ProgressSheet, text: &Option<String>) -> Markup {
    match text {
        Some(text) => lines(text),
        None if has_prose(sheet) => html! { span.muted { (app.words().sheets.not_yet) } },
        None => Markup::default(),
    }
}

/// The text line by line; those that begin with a mark hang behind it.
fn lines(text: &str) -> Markup {
    let is_marked = |line: &str| line.starts_with(['○', '◯', '●', '・', '※', '-', '◇', '◆', '□']);
    html! {
        @for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            p.marked[is_marked(line)] { (line) }
        }
    }
}
