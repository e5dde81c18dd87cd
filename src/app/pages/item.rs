//! One 実践項目: what it is, what is planned, what was reported year by year.

use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::heading;
use crate::app::parts::reporting::form;
use crate::app::parts::schedule_links::{linked, number, to_item};
use crate::app::parts::year_table::{line, nature, standing as said_standing};
use crate::app::parts::{departments, sections, standing};
use crate::app::state::App;
use crate::app::{Document, browser, this_year, years};
use crate::judge::original;
use crate::plan::{AnnualReport, FiscalYear, Id, ScheduleItem};
use crate::read::References;
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App, id: &Id) -> AnyView {
    let texts = app.words();
    let found = app.read_once(|document| {
        let items = &document.plan().schedule;
        let here = items.iter().position(|item| item.id == *id)?;
        let beside = |index: Option<usize>| {
            let item = items.get(index?)?;
            Some((item.id.clone(), item.name.clone()))
        };
        Some((
            items[here].clone(),
            beside(here.checked_sub(1)),
            beside(Some(here + 1)),
        ))
    });
    let Some((item, before, after)) = found else {
        return super::not_found::failed(app, texts.reporting.not_found.to_owned());
    };
    let crumb = sections::crumb(app, item.section.as_ref());
    let id = item.id.clone();
    let content = move || app.read(|document| content(app, document, &id));
    let neighbours = move || {
        let year = app.read(|document| year_of(app, document));
        let beside = |to: &Option<(Id, String)>, label: &'static str| {
            let (id, name) = to.clone()?;
            Some((to_item(app, &id, year?)?, label, name))
        };
        let before = beside(&before, texts.reporting.previous);
        let after = beside(&after, texts.reporting.next);
        sections::neighbours(texts.app.schedule, before, after).0
    };
    view! {
        <article class="item">
            {heading(app, crumb, &item.name, ().into_any())}
            {content}
        </article>
        <div inner_html=neighbours></div>
    }
    .into_any()
}

/// The year the screen is about.
fn year_of(app: App, document: &Document) -> Option<FiscalYear> {
    let years = years(document.plan());
    this_year(&years, &app.filter().year, browser::fiscal_year_now())
}

fn content(app: App, document: &Document, id: &Id) -> Option<AnyView> {
    let plan = document.plan();
    let item = plan.schedule.iter().find(|item| item.id == *id)?;
    let years = years(plan);
    let year = this_year(&years, &app.filter().year, browser::fiscal_year_now());
    // An item without any year can be reported on all the same.
    let year = year.unwrap_or_else(browser::fiscal_year_now);
    let texts = app.words();
    let references = References::of(plan);
    let of_name = references.runs(&item.name, item);
    let lead = html! {
        // The heading is no link, so a name that refers to something is said again.
        @if of_name.iter().any(|run| run.to.is_some()) {
            p { (linked(app, &references, item, year, &item.name)) }
        }
        (said_standing(texts, plan, item, year))
        @if !years.is_empty() { .scroll { (line(app, document, item, &years, year)) } }
        (about(app, document, item))
        section.close {
            h2 { (texts.reporting.summary) }
            @if item.summary.is_empty() {
                p.muted { (texts.reporting.no_summary) }
            } @else {
                p.prose { (linked(app, &references, item, year, &item.summary)) }
            }
        }
    };
    let of = original(plan, item);
    let reporting = if of.id == item.id {
        reporting(app, item, &years, year)
    } else {
        standing(repeats(app, document, of, year))
    };
    let history = history(app, &references, of, year);
    let again = repeated_at(app, document, item, year);
    Some(
        view! {
            {standing(lead)}
            {reporting}
            {standing(html! { (history) (again) })}
        }
        .into_any(),
    )
}

fn about(app: App, document: &Document, item: &ScheduleItem) -> Markup {
    let texts = app.words();
    sections::facts(&[
        (
            texts.schedule.number,
            html! { (number(document.plan(), item)) },
        ),
        (
            texts.schedule.nature,
            html! { (nature(texts, item.nature)) },
        ),
        (
            texts.indicators.department,
            departments::links(app, &item.departments),
        ),
        (
            texts.indicator.where_from,
            html! { (words::provenance(texts, &item.provenance)) },
        ),
    ])
}

/// The last note beside the form for this year.
fn reporting(app: App, item: &ScheduleItem, years: &[FiscalYear], year: FiscalYear) -> AnyView {
    let texts = app.words();
    let last = item.last_note_before(year);
    let title = fill(
        texts.reporting.last,
        &[(
            "year",
            &last.map_or_else(
                || words::fiscal_year(texts, FiscalYear(year.0 - 1)),
                |last| words::report_year(texts, last.fiscal_year),
            ),
        )],
    );
    let last = html! {
        section.close id="last" {
            h2 { (title) }
            @match last {
                Some(last) => {
                    p.note { (last.note) }
                    @if let Some(state) = last.state { p.strong { (words::reported(texts, state)) } }
                },
                None => p.muted { (texts.reporting.no_last) },
            }
        }
    };
    let of = fill(
        texts.reporting.of_year,
        &[("year", &words::fiscal_year(texts, year))],
    );
    view! {
        <div class="beside">
            {standing(last)}
            <section class="close">
                <h2>{of}</h2>
                <div class="fields">{choose_year(app, years, year)}</div>
                {form(app, item, year)}
            </section>
        </div>
    }
    .into_any()
}

fn choose_year(app: App, years: &[FiscalYear], year: FiscalYear) -> AnyView {
    let texts = app.words();
    let all = years.to_vec();
    let choices = years.iter().map(|each| Choice {
        label: words::short_and_western(texts, *each),
        chosen: *each == year,
    });
    let choose = move |index: usize| {
        if let Some(year) = all.get(index) {
            app.narrow(|filter| filter.year = year.0.to_string());
        }
    };
    select(texts.reporting.year, choices.collect(), Box::new(choose))
}

/// Of a repeated item: which one it repeats, where it is reported on.
fn repeats(app: App, document: &Document, of: &ScheduleItem, year: FiscalYear) -> Markup {
    let texts = app.words();
    let at = number(document.plan(), of);
    html! {
        section.close id="repeats" {
            p { (fill(texts.reporting.repeats_here, &[("number", &at)])) }
            p { a.button href=[to_item(app, &of.id, year)] { (of.name) } }
        }
    }
}

/// All reports, the newest first.
fn history(app: App, references: &References, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let texts = app.words();
    let state = |report: &AnnualReport| match report.state {
        Some(state) => words::reported(texts, state),
        None if report.carried_over => texts.reporting.only_carried,
        None => "",
    };
    html! {
        section id="history" {
            .section-head { h2 { (texts.reporting.all) } }
            @if item.progress.is_empty() { p.muted.spaced { (texts.reporting.none) } }
            ul.rows {
                @for report in item.progress.iter().rev() {
                    li {
                        h3 { (words::report_year(texts, report.fiscal_year)) " " span.muted { (state(report)) } }
                        p.note { (linked(app, references, item, year, &report.note)) }
                    }
                }
            }
        }
    }
}

/// Where else the item is shown.
fn repeated_at(app: App, document: &Document, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let plan = document.plan();
    let again = plan
        .schedule
        .iter()
        .filter(|other| other.id != item.id && original(plan, other).id == item.id);
    let rows = html! {
        @for other in again {
            li { a href=[to_item(app, &other.id, year)] { (number(plan, other)) } }
        }
    };
    html! {
        @if !rows.0.is_empty() {
            section.close { h2 { (app.words().reporting.repeated_at) } ul.bullets { (rows) } }
        }
    }
}
