//! Schedule items by fiscal year: ● and ○ on a line, this year marked.

use super::schedule_links::{number, to_item};
use crate::app::state::App;
use crate::app::{Cell, Document, Filter, Page, Route, cells};
use crate::judge::{ItemStanding, ItemState, item_standing, original};
use crate::plan::{FiscalYear, Mark, Nature, Plan, Question, QuestionKind, ScheduleItem};
use crate::words::{self, Words, fill};
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
            (head(texts, years, this_year))
            tbody role="rowgroup" {
                @for item in items { (row(app, document, item, years, this_year)) }
            }
        }
    }
}

fn head(texts: &Words, years: &[FiscalYear], this_year: FiscalYear) -> Markup {
    html! {
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
    html! {
        tr role="row" {
            td.number.muted role="cell" { (number(plan, item)) }
            th.name scope="row" role="rowheader" {
                a href=[to_item(app, &item.id, this_year)] { (item.name) }
                (repeats(app, plan, item, this_year))
                (brief_standing(texts, plan, item, this_year))
            }
            td.nature.muted role="cell" { (nature(texts, item.nature)) }
            (marks(texts, plan, item, years, this_year))
            td.who role="cell" {
                (who(app, item, asked(plan, item, QuestionKind::MissingDepartment)))
            }
        }
    }
}

/// The marks of an item alone, as a table of one row below its years.
pub fn line(
    app: App,
    document: &Document,
    item: &ScheduleItem,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> Markup {
    let texts = app.words();
    html! {
        table.year-line {
            caption { (texts.reporting.marks) }
            thead {
                tr {
                    @for year in years {
                        th.mark.this-year[*year == this_year] scope="col" { (year.short()) }
                    }
                }
            }
            tbody { tr { (marks(texts, document.plan(), item, years, this_year)) } }
        }
    }
}

/// Whether it ends, in words; nothing where the document does not say it.
pub fn nature(texts: &Words, nature: Nature) -> &'static str {
    match nature {
        Nature::Continuing => texts.schedule.continuing,
        Nature::Finite => texts.schedule.finite,
        Nature::Unknown => "",
    }
}

/// Where the item stands, in a sentence; what is late stands out.
pub fn standing(texts: &Words, plan: &Plan, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let standing = item_standing(plan, item, year);
    let said = words::item_standing(texts, original(plan, item), &standing, year);
    html! { p class=(standing_class(&standing)) { (said) } }
}

/// The same in a few words, behind the name.
fn brief_standing(texts: &Words, plan: &Plan, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let standing = item_standing(plan, item, year);
    let said = words::item_standing_short(texts, original(plan, item), &standing, year);
    html! { span class=(standing_class(&standing)) { (said) } }
}

fn standing_class(standing: &ItemStanding) -> &'static str {
    match standing.state {
        ItemState::Late => "standing notice",
        _ => "standing muted",
    }
}

/// Of a repeated item, which one it repeats, as a link.
fn repeats(app: App, plan: &Plan, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let texts = app.words();
    let of = original(plan, item);
    let at = number(plan, of);
    html! {
        @if of.id != item.id {
            " "
            a.kind href=[to_item(app, &of.id, year)] { (fill(texts.reporting.repeats, &[("number", &at)])) }
        }
    }
}

fn asked<'a>(plan: &'a Plan, item: &ScheduleItem, kind: QuestionKind) -> Option<&'a Question> {
    let mut questions = plan.questions.iter();
    questions.find(|question| question.item == item.id && question.kind == kind)
}

fn marks(
    texts: &Words,
    plan: &Plan,
    item: &ScheduleItem,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> Markup {
    let cells = cells(item, asked(plan, item, QuestionKind::AmbiguousYears), years);
    html! {
        @for (cell, year) in cells.into_iter().zip(years) { (mark(texts, cell, *year == this_year)) }
    }
}

fn mark(texts: &Words, cell: Cell, is_this_year: bool) -> Markup {
    let texts = &texts.schedule;
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
