//! Schedule items by fiscal year: ● and ○ on a line, this year marked.

use crate::app::state::App;
use crate::app::{Cell, Document, Filter, Page, Route, cells};
use crate::plan::{FiscalYear, Mark, Nature, Question, QuestionKind, ScheduleItem};
use crate::words;
use leptos::prelude::*;

/// The table of some of the plan's items. The roles are said, since narrow screens lay the rows out as blocks.
pub fn table(
    app: App,
    document: &Document,
    items: Vec<&ScheduleItem>,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> AnyView {
    let texts = app.words();
    if items.is_empty() {
        return view! { <p class="muted spaced">{texts.schedule.none_here}</p> }.into_any();
    }
    let heads = years.iter().map(|year| {
        let class = if *year == this_year {
            "mark this-year"
        } else {
            "mark"
        };
        view! { <th scope="col" role="columnheader" class=class>{year.short()}</th> }
    });
    let rows = items
        .into_iter()
        .map(|item| row(app, document, item, years, this_year));
    let rows = rows.collect::<Vec<_>>();
    view! {
        <table class="years" role="table">
            <thead role="rowgroup"><tr role="row">
                <th scope="col" role="columnheader" class="number">{texts.schedule.number}</th>
                <th scope="col" role="columnheader" class="name">{texts.schedule.item}</th>
                <th scope="col" role="columnheader" class="nature">{texts.schedule.nature}</th>
                {heads.collect_view()}
                <th scope="col" role="columnheader" class="who">{texts.indicators.department}</th>
            </tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(
    app: App,
    document: &Document,
    item: &ScheduleItem,
    years: &[FiscalYear],
    this_year: FiscalYear,
) -> AnyView {
    let texts = app.words();
    let plan = document.plan();
    let asked = |kind| {
        plan.questions
            .iter()
            .find(|question| question.item == item.id && question.kind == kind)
    };
    let cells = cells(item, asked(QuestionKind::AmbiguousYears), years);
    let cells = cells
        .into_iter()
        .zip(years)
        .map(|(cell, year)| mark(app, cell, *year == this_year));
    let repeated = item.repeat_of.is_some().then(|| {
        view! { <span class="kind">{texts.schedule.repeated}</span> }
    });
    let nature = match item.nature {
        Nature::Continuing => texts.schedule.continuing,
        Nature::Finite => texts.schedule.finite,
        Nature::Unknown => "",
    };
    let number = item
        .section
        .as_ref()
        .map(|id| words::section_number(&plan.section_path(id)));
    let (summary, progress) = (item.summary.clone(), item.progress.clone());
    view! {
        <tr role="row">
            <td role="cell" class="number muted">{number}</td>
            <th scope="row" role="rowheader" class="name">
                {repeated} {item.name.clone()}
                {(!summary.is_empty()).then(|| view! { <p class="muted">{summary}</p> })}
                {(!progress.is_empty()).then(|| view! { <p class="muted">{progress}</p> })}
            </th>
            <td role="cell" class="nature muted">{nature}</td>
            {cells.collect::<Vec<_>>()}
            <td role="cell" class="who">{who(app, item, asked(QuestionKind::MissingDepartment))}</td>
        </tr>
    }
    .into_any()
}

fn mark(app: App, cell: Cell, is_this_year: bool) -> AnyView {
    let texts = &app.words().schedule;
    let mut class = String::from("mark");
    for (is, name) in [
        (is_this_year, " this-year"),
        (cell.joined_before, " before"),
        (cell.joined_after, " after"),
    ] {
        class.push_str(if is { name } else { "" });
    }
    let dot = match (cell.doubtful, cell.mark) {
        (true, _) => Some(("dot doubtful", texts.doubtful, "?")),
        (false, Some(Mark::Done)) => Some(("dot done", texts.done, "")),
        (false, Some(Mark::Ongoing)) => Some(("dot", texts.ongoing, "")),
        (false, None) => None,
    };
    let dot = dot.map(|(class, said, sign)| {
        view! { <span class=class aria-hidden="true">{sign}</span><span class="unseen">{said}</span> }
    });
    view! { <td role="cell" class=class>{dot}</td> }.into_any()
}

/// Who is responsible, or the way to say so.
fn who(app: App, item: &ScheduleItem, asked: Option<&Question>) -> AnyView {
    let texts = app.words();
    if asked.is_none() || !item.departments.is_empty() {
        return item.departments.join(texts.app.list_separator).into_any();
    }
    let to = app.source().map(|source| {
        let filter = Filter {
            view: "questions".to_owned(),
            ..Filter::default()
        };
        Route::narrowed(&source, Page::Schedule, filter).to_string()
    });
    view! { <a class="notice strong" href=to>{texts.schedule.ask_department}</a> }.into_any()
}
