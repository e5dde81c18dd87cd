//! Achievement by department and by section.

use crate::app::parts::achievement;
use crate::app::state::App;
use crate::app::{Filter, Page, Route};
use crate::judge::{AchievementTally, Achievements};
use crate::plan::Plan;
use crate::words;
use maud::{Markup, html};

/// How many levels of sections the table names: the items themselves are the list.
const LEVELS: usize = 2;

/// Both tables.
pub fn tables(app: App, plan: &Plan, found: &Achievements) -> Markup {
    let texts = &app.words().sheets;
    let departments = found.departments.iter().map(|(name, tally)| Row {
        name: name.clone(),
        to: link(app, |filter| filter.department.clone_from(name)),
        depth: 0,
        tally,
    });
    let nobody = rest(texts.nobody, &found.nobody);
    let sections = found
        .sections
        .iter()
        .filter(|(_, depth, _)| *depth < LEVELS);
    let sections = sections.filter_map(|(id, depth, tally)| {
        Some(Row {
            name: words::section_title(plan.section(id)?),
            to: link(app, |filter| filter.section.clone_from(&id.0)),
            depth: *depth,
            tally,
        })
    });
    let elsewhere = rest(texts.elsewhere, &found.elsewhere);
    let has_sections = found.sections.iter().any(|(_, depth, _)| *depth < LEVELS);
    html! {
        section {
            .section-head { h2 { (texts.by_department) } }
            (table(app, app.words().indicators.department, found, departments.chain(nobody).collect()))
            p.muted { (texts.several_count) }
        }
        @if has_sections {
            section {
                .section-head { h2 { (texts.by_section) } }
                (table(app, texts.section, found, sections.chain(elsewhere).collect()))
            }
        }
    }
}

struct Row<'a> {
    name: String,
    /// The sheets themselves.
    to: Option<String>,
    depth: usize,
    tally: &'a AchievementTally,
}

/// What no department or section has, where there is something.
fn rest<'a>(name: &str, tally: &'a AchievementTally) -> Option<Row<'a>> {
    (tally.total() > 0).then(|| Row {
        name: name.to_owned(),
        to: None,
        depth: 0,
        tally,
    })
}

/// The address of the list, narrowed further than the screen is.
fn link(app: App, narrow: impl FnOnce(&mut Filter)) -> Option<String> {
    let mut filter = Filter {
        year: app.filter().year,
        ..Filter::default()
    };
    narrow(&mut filter);
    let source = app.source()?;
    Some(Route::narrowed(&source, Page::Sheets, filter).to_string())
}

fn table(app: App, first: &str, found: &Achievements, rows: Vec<Row>) -> Markup {
    let texts = &app.words().sheets;
    html! {
        .scroll {
            table.tally {
                thead {
                    tr {
                        th scope="col" { (first) }
                        @for word in &found.words { th.figure scope="col" { (achievement::badge(app, word)) } }
                        th.figure scope="col" { (texts.open) }
                        th.figure scope="col" { (texts.total) }
                    }
                }
                tbody {
                    @for row in rows {
                        tr {
                            th.deeper[row.depth > 0] scope="row" {
                                @match row.to {
                                    Some(to) => a href=(to) { (row.name) },
                                    None => (row.name),
                                }
                            }
                            (cells(found, row.tally))
                        }
                    }
                }
                tfoot { tr { th scope="row" { (texts.in_all) } (cells(found, &found.whole)) } }
            }
        }
    }
}

/// A count for each word, those not judged yet, and all. None is a dash: a table of zeros hides its figures.
fn cells(found: &Achievements, tally: &AchievementTally) -> Markup {
    let count = |count: usize| {
        if count == 0 {
            "—".to_owned()
        } else {
            count.to_string()
        }
    };
    html! {
        @for place in 0..found.words.len() {
            td.figure { (count(tally.counts.get(place).copied().unwrap_or_default())) }
        }
        td.figure { (count(tally.open)) }
        td.figure.strong { (tally.total()) }
    }
}
