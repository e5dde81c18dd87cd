//! 年次表: what is done in which year.

use crate::app::parts::button::way;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::year_table::table;
use crate::app::parts::{boxed, question, standing};
use crate::app::state::App;
use crate::app::{Document, browser, set, takes_part, this_year, years};
use crate::judge::{shown_items, tally};
use crate::plan::{Assignment, FiscalYear, Mark, ScheduleItem};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// The ways the screen can be looked at, as named in addresses.
const BY_DEPARTMENT: &str = "department";
const ENDING: &str = "ending";
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
    let shown = match filter.view.as_str() {
        QUESTIONS => question::list(app, document, &years),
        BY_DEPARTMENT => standing(by_department(app, document, &years, year)),
        view => {
            let items = plan.schedule.iter().filter(|item| {
                takes_part(&item.departments, &filter.department)
                    && (view != ENDING || item.marks.get(&year) == Some(&Mark::Done))
            });
            standing(table(app, document, items.collect(), &years, year))
        }
    };
    let lead = html! {
        p.headline { (super::now::strong_figures(headline(app, document, year))) }
    };
    view! {
        {standing(lead)}
        {views(app, document, &filter.view)}
        {narrowing(app, document, &years, year)}
        {shown}
        {standing(html! { p.muted.spaced { (words.schedule.legend) } })}
    }
    .into_any()
}

fn headline(app: App, document: &Document, year: FiscalYear) -> Vec<words::Piece> {
    let words = app.words();
    let whole = tally(&shown_items(document.plan(), year), year);
    let places = [
        ("count", whole.total().to_string()),
        ("year", words::fiscal_year(words, year)),
        ("ending", whole.planned_to_end.to_string()),
        ("going_on", whole.planned_to_go_on.to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    pieces(words.schedule.headline, &places)
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
    let by_department = (filter.view != BY_DEPARTMENT).then(|| {
        let all: Vec<String> = std::iter::once(String::new())
            .chain(departments(document))
            .collect();
        let labels = all.iter().map(|name| Choice {
            label: if name.is_empty() {
                words.indicators.all.to_owned()
            } else {
                name.clone()
            },
            chosen: *name == filter.department,
        });
        let labels = labels.collect();
        let choose = move |index: usize| {
            if let Some(name) = all.get(index) {
                app.narrow(|filter| filter.department.clone_from(name));
            }
        };
        select(words.indicators.department, labels, Box::new(choose))
    });
    view! {
        <div class="fields">
            {select(words.schedule.this_year, labels, Box::new(choose_year))}
            {by_department}
        </div>
    }
    .into_any()
}

/// The units responsible for items of the schedule.
fn departments(document: &Document) -> Vec<String> {
    let written = document
        .plan()
        .schedule
        .iter()
        .flat_map(|item| &item.departments);
    let names = set(written.map(|written| Assignment::parse(written).name));
    names.into_iter().collect()
}

fn by_department(app: App, document: &Document, years: &[FiscalYear], year: FiscalYear) -> Markup {
    let words = app.words();
    let all = &document.plan().schedule;
    let group = |name: &str, items: Vec<&ScheduleItem>| {
        let count = fill(words.schedule.count, &[("count", &items.len().to_string())]);
        html! {
            section {
                .section-head { h2 { (name) } span.muted { (count) } }
                (table(app, document, items, years, year))
            }
        }
    };
    let of_department = |name: &str| {
        let items = all.iter();
        items
            .filter(|item| takes_part(&item.departments, name))
            .collect()
    };
    let nobody: Vec<&ScheduleItem> = all
        .iter()
        .filter(|item| item.departments.is_empty())
        .collect();
    html! {
        @for name in departments(document) { (group(&name, of_department(&name))) }
        @if !nobody.is_empty() { (group(words.schedule.no_department, nobody)) }
    }
}
