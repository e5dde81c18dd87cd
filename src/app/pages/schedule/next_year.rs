//! What goes on into the next year, with the last notes, and the step that begins its list.

use crate::app::keeping;
use crate::app::parts::button::button;
use crate::app::parts::schedule_links::{number, to_item};
use crate::app::parts::{standing, year_table};
use crate::app::state::App;
use crate::judge::{ShownItem, carry_into_next, going_on};
use crate::plan::{FiscalYear, Plan, ScheduleItem};
use crate::words::{self, fill, pieces};
use leptos::prelude::*;
use maud::{Markup, html};

/// The list, of all items or of a department's own.
pub fn list(app: App, plan: &Plan, own: &[ShownItem], year: FiscalYear) -> AnyView {
    let texts = app.words();
    let next = FiscalYear(year.0 + 1);
    let (on, over) = going_on(own);
    let carried = carry_into_next(&on, year);
    let noted = carried.as_ref().map_or(0, |(count, _)| *count).to_string();
    let named = words::fiscal_year(texts, next);
    let count = on.len().to_string();
    let places = [
        ("count", count.as_str()),
        ("noted", noted.as_str()),
        ("year", named.as_str()),
    ];
    let lead = html! {
        p.headline { (crate::app::pages::now::strong_figures(pieces(texts.reporting.next_lead, &places))) }
    };
    let step = match carried {
        None => standing(html! { p.muted { (fill(texts.reporting.next_nothing, &places)) } }),
        Some(_) if !app.is_kept() => view! {
            {standing(html! { p { (texts.reporting.keep_first) } })}
            {button("button", texts.app.keep, move || keeping::keep(app))}
        }
        .into_any(),
        Some((_, edit)) => {
            let said = fill(texts.reporting.next_done, &places);
            let begin = move || {
                app.edit(edit.clone(), said.clone());
                app.narrow(|filter| {
                    filter.year = next.0.to_string();
                    filter.view.clear();
                });
            };
            let label = fill(texts.reporting.next_step, &places);
            button("button primary", &label, begin)
        }
    };
    let rows = html! {
        @if !on.is_empty() {
            section {
                .section-head { h2 { (fill(texts.reporting.next_on, &places)) } }
                ul.rows { @for shown in &on { (row(app, plan, shown.item, year)) } }
            }
        }
        @if !over.is_empty() {
            section {
                .section-head { h2 { (texts.reporting.next_over) } }
                ul.rows { @for shown in &over { (row(app, plan, shown.item, year)) } }
            }
        }
    };
    view! {
        {standing(lead)}
        <div class="spaced">{step}</div>
        {standing(rows)}
    }
    .into_any()
}

/// An item with where it stands and its last note.
fn row(app: App, plan: &Plan, item: &ScheduleItem, year: FiscalYear) -> Markup {
    let texts = app.words();
    let last = item.last_note_before(FiscalYear(year.0 + 1));
    html! {
        li {
            p.muted { (number(plan, item)) " " (item.departments.join(texts.app.list_separator)) }
            h3 { a href=[to_item(app, &item.id, year)] { (item.name) } }
            (year_table::standing(texts, plan, item, year))
            @if let Some(last) = last {
                @let of = words::report_year(texts, last.fiscal_year);
                p.note { (fill(texts.reporting.last_note, &[("year", &of), ("note", &last.note)])) }
            }
        }
    }
}
