//! The year table by department: how many items are late, due, open and done, and which.

use crate::app::state::App;
use crate::app::{Filter, Page, Route};
use crate::judge::{ItemState, ItemTally, ShownItem, of_department, schedule_departments, tally};
use crate::plan::{FiscalYear, Plan};
use crate::words::{self, fill};
use maud::{Markup, html};

/// All departments in figures or, narrowed to one, its items by where they stand.
pub fn of(
    app: App,
    plan: &Plan,
    all: &[ShownItem],
    year: FiscalYear,
    rows: &dyn Fn(&[ShownItem]) -> Markup,
) -> Markup {
    let words = app.words();
    match app.filter().department.as_str() {
        "" => html! {
            (figures(app, plan, all, year))
            @let nobody = of_department(all, None);
            @if !nobody.is_empty() {
                section {
                    .section-head { h2 { (words.schedule.no_department) } span.muted { (counted(app, &nobody, year)) } }
                    (rows(&nobody))
                }
            }
        },
        name => {
            let own = of_department(all, Some(name));
            by_state(app, &own, year, rows)
        }
    }
}

/// Items grouped by where they stand, what asks for attention first.
fn by_state(
    app: App,
    own: &[ShownItem],
    year: FiscalYear,
    rows: &dyn Fn(&[ShownItem]) -> Markup,
) -> Markup {
    html! {
        @for state in ItemState::ALL {
            @let of: Vec<ShownItem> = own.iter().filter(|shown| shown.standing.state == state).cloned().collect();
            @if !of.is_empty() {
                section {
                    .section-head {
                        h2 { (words::item_state(app.words(), state)) }
                        span.muted { (counted(app, &of, year)) }
                    }
                    (rows(&of))
                }
            }
        }
    }
}

/// `4項目`, repeated ones counted once.
fn counted(app: App, shown: &[ShownItem], year: FiscalYear) -> String {
    let count = tally(shown, year).total().to_string();
    fill(app.words().schedule.count, &[("count", &count)])
}

/// A row for each department and one for all.
fn figures(app: App, plan: &Plan, all: &[ShownItem], year: FiscalYear) -> Markup {
    let words = app.words();
    let whole = tally(all, year);
    let states: Vec<ItemState> = ItemState::ALL
        .into_iter()
        .filter(|state| is_always_shown(*state) || whole.of(*state) > 0)
        .collect();
    let named = words::fiscal_year(words, year);
    html! {
        p.muted.why { (fill(words.reporting.counted, &[("year", &named)])) }
        .scroll {
            table.tallies {
                caption.unseen { (words.schedule.by_department) }
                thead {
                    tr {
                        th scope="col" { (words.indicators.department) }
                        th.figure scope="col" { (words.reporting.items) }
                        @for state in &states { th.figure scope="col" { (words::item_state(words, *state)) } }
                        th.figure scope="col" { (words.reporting.reported) }
                    }
                }
                tbody {
                    @for name in schedule_departments(plan) {
                        tr {
                            th scope="row" { a href=[to(app, &name, year)] { (name) } }
                            (counts(&tally(&of_department(all, Some(&name)), year), &states))
                        }
                    }
                    tr.strong { th scope="row" { (words.reporting.whole) } (counts(&whole, &states)) }
                }
            }
        }
    }
}

/// The states of which it is worth saying that there are none.
fn is_always_shown(state: ItemState) -> bool {
    matches!(
        state,
        ItemState::Late | ItemState::Due | ItemState::Open | ItemState::Finished
    )
}

fn counts(tally: &ItemTally, states: &[ItemState]) -> Markup {
    html! {
        @let of_states = states.iter().map(|state| tally.of(*state));
        @for count in std::iter::once(tally.total()).chain(of_states).chain([tally.reported]) {
            td.figure.muted[count == 0] { (count) }
        }
    }
}

fn to(app: App, name: &str, year: FiscalYear) -> Option<String> {
    let filter = Filter {
        view: super::BY_DEPARTMENT.to_owned(),
        department: name.to_owned(),
        year: year.0.to_string(),
        ..Filter::default()
    };
    let source = app.source()?;
    Some(Route::narrowed(&source, Page::Schedule, filter).to_string())
}
