//! The ways between the items of a schedule: from one to another, and to the sections their texts name.

use crate::app::state::App;
use crate::app::{Filter, Page, Route};
use crate::plan::{FiscalYear, Id, Plan, ScheduleItem};
use crate::read::{Place, References};
use crate::words;
use maud::{Markup, html};

/// The address of an item's screen, for a fiscal year.
pub fn to_item(app: App, id: &Id, year: FiscalYear) -> Option<String> {
    let filter = Filter {
        year: year.0.to_string(),
        ..Filter::default()
    };
    let route = |source| Route::narrowed(&source, Page::Item(id.clone()), filter).to_string();
    app.source().map(route)
}

/// The number of the section an item stands in: `1-(1)-①`.
pub fn number(plan: &Plan, item: &ScheduleItem) -> String {
    let section = item.section.as_ref();
    section
        .map(|id| words::section_number(&plan.section_path(id)))
        .unwrap_or_default()
}

/// A text of an item; the sections and items it names are links.
pub fn linked(
    app: App,
    references: &References,
    item: &ScheduleItem,
    year: FiscalYear,
    text: &str,
) -> Markup {
    html! {
        @for run in references.runs(text, item) {
            @match run.to {
                None => (run.text),
                Some(Place::Section(id)) => a href=(app.link(Page::Section(id))) { (run.text) },
                Some(Place::Item(id)) => a href=[to_item(app, &id, year)] { (run.text) },
            }
        }
    }
}
