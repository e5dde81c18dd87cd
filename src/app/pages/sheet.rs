//! One 進捗シート: as the town prints it, beside the year before, and writing on it.

mod writing;

use crate::app::parts::button::{button, way};
use crate::app::parts::heading::heading;
use crate::app::parts::sheet_form::{form, sections_above, year};
use crate::app::parts::{achievement, boxed, changing, sections, standing};
use crate::app::state::App;
use crate::app::{Page, Route};
use crate::plan::{
    Edit, FiscalYear, Id, Plan, ProgressSheet, followed_sheet, following_sheet, may_go_on,
};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App, id: Id) -> AnyView {
    let texts = app.words();
    let Some(sheet) = app.read_once(|document| find(document.plan(), &id).cloned()) else {
        return super::not_found::failed(app, texts.sheets.not_found.to_owned());
    };
    let above = app.read_once(|document| {
        let above = sections_above(document.plan(), &sheet);
        above.last().map(|section| section.id.clone())
    });
    let crumb = sections::crumb(app, above.as_ref());
    let beside = RwSignal::new(true);
    let held = StoredValue::new(id.clone());
    let badge = changing(move || {
        on_sheet(app, held, |_, sheet| {
            achievement::badge(app, &sheet.achievement)
        })
    });
    let table = changing(move || {
        on_sheet(app, held, |plan, sheet| {
            let before = followed_sheet(plan, sheet).filter(|_| beside.get());
            let origin = words::provenance(texts, &sheet.provenance);
            html! {
                (form(app, plan, sheet, before))
                @if !origin.is_empty() {
                    p.muted.spaced { (texts.indicator.where_from) " " (origin) }
                }
            }
        })
    });
    view! {
        <article class="sheet">
            {heading(app, crumb, &sheet.title, badge)}
            {writing::section(app, id.clone())}
            {move || on_sheet(app, held, |plan, sheet| Some(years(app, plan, sheet, beside)))}
            {table}
        </article>
        {standing(app.read_once(|document| neighbours(app, document.plan(), &id)))}
    }
    .into_any()
}

fn find<'a>(plan: &'a Plan, id: &Id) -> Option<&'a ProgressSheet> {
    plan.sheets.iter().find(|sheet| sheet.id == *id)
}

/// Reads something off the sheet, and again when it changes.
fn on_sheet<Out: Default>(
    app: App,
    id: StoredValue<Id>,
    get: impl FnOnce(&Plan, &ProgressSheet) -> Out,
) -> Out {
    app.read(|document| {
        let plan = document.plan();
        let sheet = id.with_value(|id| find(plan, id));
        sheet.map(|sheet| get(plan, sheet)).unwrap_or_default()
    })
}

/// The way to the years before and after, and whether the one before stands beside.
fn years(app: App, plan: &Plan, sheet: &ProgressSheet, beside: RwSignal<bool>) -> AnyView {
    let texts = app.words();
    let mut views = Vec::new();
    let to = |other: &ProgressSheet, label: &'static str| {
        let label = fill(label, &[("year", &year(app, other))]);
        let to = app.link(Page::Sheet(other.id.clone()));
        standing(html! { a.button href=(to) { (label) } })
    };
    if let Some(before) = followed_sheet(plan, sheet) {
        let label = fill(texts.sheets.beside, &[("year", &year(app, before))]);
        views.push(way(&label, beside.get(), move || {
            beside.update(|beside| *beside = !*beside);
        }));
        views.push(to(before, texts.sheets.earlier));
    }
    if let Some(after) = following_sheet(plan, sheet) {
        views.push(to(after, texts.sheets.later));
    } else if app.is_kept()
        && may_go_on(plan, sheet)
        && let Some(now) = sheet.fiscal_year
    {
        views.push(next_year(app, sheet.id.clone(), FiscalYear(now.0 + 1)));
    }
    boxed("buttons spaced", views)
}

/// Makes the one sheet of the next year, and goes there.
fn next_year(app: App, id: Id, year: FiscalYear) -> AnyView {
    let texts = app.words();
    let year = words::fiscal_year(texts, year);
    let label = fill(texts.next_year.make_one, &[("year", &year)]);
    button("button", &label, move || {
        let edit = app.read_once(|document| {
            Edit::next_years_sheets(document.plan(), std::slice::from_ref(&id))
        });
        if let Some(edit) = edit {
            let places = [("year", &*year), ("count", "1")];
            app.edit(edit, fill(texts.next_year.made, &places));
        }
        let made = app.read_once(|document| {
            let made = document.plan().sheets.last();
            made.map(|sheet| sheet.id.clone())
        });
        if let (Some(source), Some(made)) = (app.source(), made) {
            app.go(&Route::of(&source, Page::Sheet(made)));
        }
    })
}

/// The sheets before and after this one among those of its year.
fn neighbours(app: App, plan: &Plan, id: &Id) -> Markup {
    let texts = app.words();
    let year = find(plan, id).and_then(|sheet| sheet.fiscal_year);
    let of_year = plan.sheets.iter().filter(|sheet| sheet.fiscal_year == year);
    let of_year: Vec<&ProgressSheet> = of_year.collect();
    let here = of_year.iter().position(|sheet| sheet.id == *id);
    let beside = |place: Option<usize>, label: &'static str| {
        let sheet = of_year.get(place?)?;
        let to = app.link(Page::Sheet(sheet.id.clone()));
        Some((to, label, sheet.title.clone()))
    };
    sections::neighbours(
        texts.app.sheets,
        beside(
            here.and_then(|here| here.checked_sub(1)),
            texts.sheets.previous,
        ),
        beside(here.map(|here| here + 1), texts.sheets.next),
    )
}
