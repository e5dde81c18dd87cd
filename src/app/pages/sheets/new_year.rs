//! A new year's sheets, made from those of the latest one.

use crate::app::browser;
use crate::app::parts::button::button;
use crate::app::parts::{achievement, boxed, standing};
use crate::app::state::App;
use crate::plan::{Edit, FiscalYear, Id, Plan, latest_sheets, sheet_years};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::html;

/// The form: which sheets go on, all of them at first.
pub fn form(app: App, plan: &Plan) -> AnyView {
    let texts = app.words();
    let Some(from) = sheet_years(plan).last().copied() else {
        return standing(html! { p.spaced { (texts.next_year.no_year) } });
    };
    let next = FiscalYear(from.0 + 1);
    let [from, year] = [from, next].map(|year| words::fiscal_year(texts, year));
    let places = [("from", &*from), ("year", &*year)];
    let sheets = latest_sheets(plan);
    if sheets.is_empty() {
        return standing(html! { p.spaced { (fill(texts.next_year.nothing_left, &places)) } });
    }
    let lead = html! {
        .section-head { h2 { (fill(texts.next_year.title, &places)) } }
        p.spaced { (fill(texts.next_year.lead, &places)) }
    };
    let rows = html! {
        fieldset {
            legend { (texts.next_year.choose) }
            ul.rows.choices {
                @for sheet in &sheets {
                    li {
                        label.check {
                            input type="checkbox" value=(sheet.id) checked
                                data-reached[achievement::is_reached(&sheet.achievement)];
                            span {
                                b { (sheet.title) } " "
                                span.muted { (sheet.departments.join(texts.app.list_separator)) }
                            }
                            (achievement::badge(app, &sheet.achievement))
                        }
                    }
                }
            }
        }
        .buttons.spaced { button.button.primary { (texts.next_year.make) } }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        make(app, &year);
    };
    let choosing = vec![
        button("button", texts.next_year.without_reached, || {
            browser::check("#new-year [data-reached]", false);
        }),
        button("button", texts.next_year.choose_all, || {
            browser::check("#new-year input", true);
        }),
    ];
    view! {
        <section id="new-year">
            {standing(lead)}
            {boxed("buttons spaced", choosing)}
            <form on:submit=submit inner_html=rows.0></form>
        </section>
    }
    .into_any()
}

/// Makes the sheets that are chosen, and shows them.
fn make(app: App, year: &str) {
    let texts = &app.words().next_year;
    let chosen: Vec<Id> = browser::checked("#new-year input")
        .into_iter()
        .map(Id)
        .collect();
    let edit = app.read_once(|document| Edit::next_years_sheets(document.plan(), &chosen));
    let Some(edit) = edit else {
        return app.say(texts.none_chosen.to_owned());
    };
    let places = [("year", year), ("count", &*chosen.len().to_string())];
    app.edit(edit, fill(texts.made, &places));
    app.narrow(|filter| {
        filter.view.clear();
        filter.year.clear();
    });
    browser::later(|| browser::focus("h1"));
}
