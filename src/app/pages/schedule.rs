//! 年次表: what is done in which year, how far it is, and what goes on into the next.

mod by_department;
mod next_year;

use crate::app::parts::button::way;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::year_table::table;
use crate::app::parts::{boxed, question, standing};
use crate::app::state::App;
use crate::app::{Document, browser, this_year, years};
use crate::judge::{ItemState, ShownItem, of_department, schedule_departments, shown_items, tally};
use crate::plan::{FiscalYear, Mark};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// The ways the screen can be looked at, as named in addresses.
const BY_DEPARTMENT: &str = "department";
const ENDING: &str = "ending";
const NEXT: &str = "next";
const QUESTIONS: &str = "questions";

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, plan_crumb(app), words.schedule.title, ().into_any())}
        {move || app.read(|document| Some(content(app, document)))}
    }
    .into_any()
}

fn content(app: App, document: &Document) -> AnyView {
    let words = app.words();
    let filter = app.filter();
    let plan = document.plan();
    let years = years(plan);
    let Some(year) = this_year(&years, &filter.year, browser::fiscal_year_now()) else {
        return standing(html! { p.headline { (words.schedule.none) } });
    };
    let all = shown_items(plan, year);
    let own = match filter.department.as_str() {
        "" => all.clone(),
        name => of_department(&all, Some(name)),
    };
    let rows = |shown: &[ShownItem]| {
        let items = shown.iter().map(|shown| shown.item).collect();
        table(app, document, items, &years, year)
    };
    let shown = match filter.view.as_str() {
        QUESTIONS => question::list(app, document, &years),
        BY_DEPARTMENT => standing(by_department::of(app, plan, &all, year, &rows)),
        NEXT => next_year::list(app, plan, &own, year),
        ENDING => {
            let ends = |shown: &&ShownItem| shown.item.marks.get(&year) == Some(&Mark::Done);
            let ending: Vec<ShownItem> = own.iter().filter(ends).cloned().collect();
            standing(rows(&ending))
        }
        _ => standing(rows(&own)),
    };
    view! {
        {standing(lead(app, &all, year))}
        {views(app, document, &filter.view)}
        {narrowing(app, document, &years, year)}
        {standing(html! { p.muted.spaced.signs { @for sign in words.schedule.legend { span { (sign) } " " } } })}
        {shown}
    }
    .into_any()
}

/// What is planned for the year, and what was reported by then.
fn lead(app: App, all: &[ShownItem], year: FiscalYear) -> Markup {
    let words = app.words();
    let whole = tally(all, year);
    let places = [
        ("count", whole.total().to_string()),
        ("year", words::fiscal_year(words, year)),
        ("ending", whole.planned_to_end.to_string()),
        ("going_on", whole.planned_to_go_on.to_string()),
        ("finished", whole.of(ItemState::Finished).to_string()),
        ("late", whole.of(ItemState::Late).to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    html! {
        p.headline { (super::now::strong_figures(pieces(words.schedule.headline, &places))) }
        p.headline { (super::now::strong_figures(pieces(words.reporting.headline, &places))) }
    }
}

/// The ways to look at it.
fn views(app: App, document: &Document, now: &str) -> AnyView {
    let words = app.words();
    let questions = document.plan().questions.len();
    let asked = fill(
        words.schedule.questions,
        &[("count", &questions.to_string())],
    );
    let views = [
        ("", words.schedule.by_year.to_owned()),
        (BY_DEPARTMENT, words.schedule.by_department.to_owned()),
        (ENDING, words.schedule.ending.to_owned()),
        (NEXT, words.reporting.next_year.to_owned()),
        (QUESTIONS, asked),
    ];
    let views = views
        .into_iter()
        .filter(|(view, _)| *view != QUESTIONS || questions > 0 || now == QUESTIONS);
    let views = views.map(|(view, label)| {
        let look = move || app.narrow(|filter| view.clone_into(&mut filter.view));
        way(&label, view == now, look)
    });
    boxed("buttons spaced", views.collect())
}

/// Which year is this year, and whose items are shown.
fn narrowing(app: App, document: &Document, years: &[FiscalYear], year: FiscalYear) -> AnyView {
    let words = app.words();
    let filter = app.filter();
    if filter.view == QUESTIONS {
        return ().into_any();
    }
    let labels = years.iter().map(|each| Choice {
        label: words::short_and_western(words, *each),
        chosen: *each == year,
    });
    let labels = labels.collect();
    let all = years.to_vec();
    let choose_year = move |index: usize| {
        if let Some(year) = all.get(index) {
            app.narrow(|filter| filter.year = year.0.to_string());
        }
    };
    let names: Vec<String> = std::iter::once(String::new())
        .chain(schedule_departments(document.plan()))
        .collect();
    let departments = names.iter().map(|name| Choice {
        label: if name.is_empty() {
            words.reporting.all_departments.to_owned()
        } else {
            name.clone()
        },
        chosen: *name == filter.department,
    });
    let departments = departments.collect();
    let choose_department = move |index: usize| {
        if let Some(name) = names.get(index) {
            app.narrow(|filter| filter.department.clone_from(name));
        }
    };
    view! {
        <div class="fields">
            {select(words.schedule.this_year, labels, Box::new(choose_year))}
            {select(words.indicators.department, departments, Box::new(choose_department))}
        </div>
    }
    .into_any()
}
