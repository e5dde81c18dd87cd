//! Schedule items by fiscal year: ● and ○ on a line, this year marked.

use crate::app::state::App;
use crate::app::{Cell, Document, Filter, Page, Route, cells};
use crate::plan::{FiscalYear, Mark, Nature, Question, QuestionKind, ScheduleItem};
use crate::words;
use maud::{Markup, html};

/// The table of some of the plan's items. The roles are said, since narrow screens lay the rows out as blocks.
pub fn table(
    app: App,
    document: &Document,
    items: Vec<&ScheduleItem>,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> Markup {
    let texts = app.words();
    if items.is_empty() {
        return html! { p.muted.spaced { (texts.schedule.none_here) } };
    }
    html! {
        table.years role="table" {
            thead role="rowgroup" {
                tr role="row" {
                    th.number scope="col" role="columnheader" { (texts.schedule.number) }
                    th.name scope="col" role="columnheader" { (texts.schedule.item) }
                    th.nature scope="col" role="columnheader" { (texts.schedule.nature) }
                    @for year in years {
                        th.mark.this-year[*year == this_year] scope="col" role="columnheader" { (year.short()) }
                    }
                    th.who scope="col" role="columnheader" { (texts.indicators.department) }
                }
            }
            tbody role="rowgroup" {
                @for item in items { (row(app, document, item, years, this_year)) }
            }
        }
    }
}

fn row(
    app: App,
    document: &Document,
    item: &ScheduleItem,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> Markup {
    let texts = app.words();
    let plan = document.plan();
    let asked = |kind| {
        plan.questions
            .iter()
            .find(|question| question.item == item.id && question.kind == kind)
    };
    let cells = cells(item, asked(QuestionKind::AmbiguousYears), years);
    let nature = match item.nature {
        Nature::Continuing => texts.schedule.continuing,
        Nature::Finite => texts.schedule.finite,
        Nature::Unknown => "",
    };
    let number = item
        .section
        .as_ref()
        .map(|id| words::section_number(&plan.section_path(id)));
    html! {
        tr role="row" {
            td.number.muted role="cell" { (number.unwrap_or_default()) }
            th.name scope="row" role="rowheader" {
                @if item.repeat_of.is_some() { span.kind { (texts.schedule.repeated) } " " }
                (item.name)
                @for more in std::iter::once(&item.summary).chain(item.progress.iter().map(|report| &report.note)) {
                    @if !more.is_empty() { p.muted { (more) } }
                }
            }
            td.nature.muted role="cell" { (nature) }
            @for (cell, year) in cells.into_iter().zip(years) { (mark(app, cell, *year == this_year)) }
            td.who role="cell" { (who(app, item, asked(QuestionKind::MissingDepartment))) }
        }
    }
}

fn mark(app: App, cell: Cell, is_this_year: bool) -> Markup {
    let texts = &app.words().schedule;
    let dot = match (cell.doubtful, cell.mark) {
        (true, _) => Some(("dot doubtful", texts.doubtful, "?")),
        (false, Some(Mark::Done)) => Some(("dot done", texts.done, "")),
        (false, Some(Mark::Ongoing)) => Some(("dot", texts.ongoing, "")),
        (false, None) => None,
    };
    html! {
        td.mark.this-year[is_this_year].before[cell.joined_before].after[cell.joined_after] role="cell" {
            @if let Some((class, said, sign)) = dot {
                span class=(class) aria-hidden="true" { (sign) }
                span.unseen { (said) }
            }
        }
    }
}

/// Who is responsible, or the way to say so.
fn who(app: App, item: &ScheduleItem, asked: Option<&Question>) -> Markup {
    let texts = app.words();
    if asked.is_none() || !item.departments.is_empty() {
        return html! { (item.departments.join(texts.app.list_separator)) };
    }
    let to = app.source().map(|source| {
        let filter = Filter {
            view: "questions".to_owned(),
            ..Filter::default()
        };
        Route::narrowed(&source, Page::Schedule, filter).to_string()
    });
    html! { a.notice.strong href=[to] { (texts.schedule.ask_department) } }
}
