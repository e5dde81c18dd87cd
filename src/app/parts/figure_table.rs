//! An indicator's figures by year, and the entering of actuals.

use super::renewed;
use crate::app::state::App;
use crate::app::{FigureRow, browser, figure_rows};
use crate::check::check_entry;
use crate::judge::{Series, series};
use crate::plan::{Actual, Edit, Id, Indicator, Period, PlanPeriod, UnitHint, parse_value};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// The section of an indicator's screen. The table stands; what is pressed and entered in it is heard around it.
pub fn figures(
    app: App,
    indicator: &Indicator,
    plan: PlanPeriod,
    entering: RwSignal<Option<Period>>,
) -> AnyView {
    let texts = app.words();
    let rows = figure_rows(indicator, plan, browser::fiscal_year_now());
    let periods: Vec<Period> = rows.iter().map(|row| row.period).collect();
    let (shown, of) = (indicator.clone(), indicator.clone());
    let looked_at = indicator.clone();
    let id = indicator.id.clone();
    let close = move || {
        if let Some(period) = entering.get_untracked() {
            entering.set(None);
            browser::later(move || browser::focus(&format!("#{} button", row_id(period))));
        }
    };
    let press = move |event: ev::MouseEvent| {
        let Some((name, row)) = browser::pressed_in(&event, "tr") else {
            return;
        };
        let period = periods.iter().find(|period| row_id(**period) == row);
        match (name.as_str(), period) {
            ("enter", Some(period)) => open(entering, *period),
            ("remove", Some(period)) => {
                remove(app, &id, *period);
                close();
            }
            ("cancel", _) => close(),
            _ => {}
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let actual = entering
            .get_untracked()
            .map(|period| typed(&event, &of, period));
        if actual.is_some_and(|actual| set(app, &of, actual)) {
            close();
        }
    };
    let look = move |event: ev::Event| {
        if let Some(period) = entering.get_untracked() {
            look_at(app, &looked_at, &typed(&event, &looked_at, period));
        }
    };
    let leave = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let table = renewed(move || table(app, &shown, plan, &rows, entering.get()).0);
    view! {
        <section>
            <h2 id="figures">{texts.indicator.figures}</h2>
            <div class="scroll" on:click=press on:submit=submit on:keydown=leave on:input=look inner_html=table></div>
        </section>
    }
    .into_any()
}

/// Where a period's row is found.
fn row_id(period: Period) -> String {
    format!("y{}", period.year().unwrap_or_default())
}

/// Opens the field of a period.
pub fn open(entering: RwSignal<Option<Period>>, period: Period) {
    entering.set(Some(period));
    browser::later(move || browser::focus(&format!("#{} input", row_id(period))));
}

fn table(
    app: App,
    indicator: &Indicator,
    plan: PlanPeriod,
    rows: &[FigureRow],
    entering: Option<Period>,
) -> Markup {
    let texts = app.words();
    let series = series(indicator);
    let only = match series.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let unit = words::unit(indicator);
    html! {
        table.by-year {
            caption { @if !unit.is_empty() { (fill(texts.indicator.unit, &[("unit", &unit)])) } }
            thead {
                tr {
                    th scope="col" { (texts.kinds.year) }
                    th.figure scope="col" { (texts.kinds.pace) }
                    th.figure scope="col" { (texts.kinds.actual) }
                    th scope="col" { (texts.kinds.origin) }
                }
            }
            tbody {
                @for row in rows {
                    tr id=(row_id(row.period)) {
                        th scope="row" { (year(app, row)) }
                        td.figure data-kind=(texts.kinds.pace) { (expected(indicator, (only, plan), row)) }
                        td.figure data-kind=(texts.kinds.actual) { (actual(app, indicator, row, entering)) }
                        td { (origin(app, row)) }
                    }
                    @if entering == Some(row.period) && row.open {
                        tr.looked-at { td colspan="4" { div id="odd" role="status" {} } }
                    }
                }
            }
        }
    }
}

/// `R6（2024） 目標`.
fn year(app: App, row: &FigureRow) -> String {
    let texts = app.words();
    let year = match row.period {
        Period::FiscalYear(year) => words::short_and_western(texts, year),
        other => words::period(texts, other),
    };
    let role = match (&row.baseline, &row.target) {
        (Some(_), _) => texts.kinds.baseline,
        (None, Some((_, true))) => texts.kinds.target,
        (None, Some((_, false))) => texts.kinds.interim,
        (None, None) => "",
    };
    [&year, " ", role].concat()
}

/// The target, or where the pace would stand.
fn expected(
    indicator: &Indicator,
    (series, plan): (Option<&Series>, PlanPeriod),
    row: &FigureRow,
) -> String {
    match (&row.target, row.period) {
        (Some((target, _)), _) => bare(indicator, &target.value, &target.text),
        (None, Period::FiscalYear(year)) if row.baseline.is_none() => {
            let is_half = row.actual.as_ref().is_some_and(|actual| actual.half_year);
            let pace = series.and_then(|series| match is_half {
                true => series.expected_at_half_year(plan, series.accumulation, year),
                false => series.expected_at(plan, year),
            });
            pace.map(|pace| words::number(pace, words::decimals(indicator)))
                .unwrap_or_default()
        }
        _ => "—".to_owned(),
    }
}

/// The baseline, the actual with its button, or the field to enter it in.
fn actual(app: App, indicator: &Indicator, row: &FigureRow, entering: Option<Period>) -> Markup {
    match &row.baseline {
        Some(baseline) => html! { (bare(indicator, &baseline.value, &baseline.text)) },
        None if !row.open || !app.is_kept() => shown(app, indicator, row),
        None if entering == Some(row.period) => field(app, indicator, row),
        None => {
            let texts = app.words();
            let label = match row.actual {
                Some(_) => texts.entry.correct,
                None => texts.entry.enter,
            };
            let of = words::period(texts, row.period);
            html! {
                (shown(app, indicator, row)) " "
                button.plain name="enter" aria-label={ (of) " " (texts.kinds.actual) " " (label) } { (label) }
            }
        }
    }
}

/// A value in a table whose unit stands above it: the figure alone, everything else as written.
fn bare(indicator: &Indicator, value: &crate::plan::Value, text: &str) -> String {
    match value.single() {
        Some(quantity)
            if matches!(value, crate::plan::Value::Number { .. })
                && (quantity.scaled_unit().is_empty()
                    || quantity.scaled_unit() == words::unit(indicator)) =>
        {
            words::number(quantity.number, quantity.decimals)
        }
        _ if text.trim().is_empty() => "—".to_owned(),
        _ => text.trim().to_owned(),
    }
}

fn shown(app: App, indicator: &Indicator, row: &FigureRow) -> Markup {
    html! {
        @match &row.actual {
            Some(actual) => {
                b { (bare(indicator, &actual.value, &actual.text)) }
                @if actual.half_year { " " span.muted { (app.words().entry.until_half) } }
            }
            None if row.open => span.muted { (app.words().entry.not_entered) },
            None => "—",
        }
    }
}

/// The field: Enter saves, Escape leaves it as it was.
fn field(app: App, indicator: &Indicator, row: &FigureRow) -> Markup {
    let texts = app.words();
    let label = [&*words::period(texts, row.period), " ", texts.kinds.actual].concat();
    let text = row.actual.as_ref().map(|actual| &*actual.text);
    let is_half = row.actual.as_ref().is_some_and(|actual| actual.half_year);
    html! {
        form.entry {
            input aria-label=(label) aria-describedby="odd" inputmode="decimal" autocomplete="off" value=[text];
            span { (words::unit(indicator)) }
            label.tick {
                input type="checkbox" name="half" checked[is_half];
                span { (texts.entry.half_year) }
            }
            button.button.primary { (texts.entry.save) }
            @if text.is_some() {
                button.plain type="button" name="remove" { (texts.entry.remove) }
            }
            button.plain type="button" name="cancel" { (texts.app.cancel) }
        }
    }
}

/// Where the row's figures come from.
fn origin(app: App, row: &FigureRow) -> String {
    let texts = app.words();
    match (&row.actual, &row.baseline, &row.target) {
        (Some(actual), ..) if actual.entered_at.is_empty() => {
            texts.indicator.plan_document.to_owned()
        }
        (Some(actual), ..) => {
            let date = actual.entered_at.get(..10).unwrap_or_default();
            let entered = [date, " ", texts.indicator.entered].concat();
            match actual.note.as_str() {
                "" => entered,
                note => [&entered, texts.app.list_separator, note].concat(),
            }
        }
        (None, None, None) => String::new(),
        _ => texts.indicator.plan_document.to_owned(),
    }
}

fn remove(app: App, indicator: &Id, period: Period) {
    let texts = app.words();
    let year = words::period(texts, period);
    let said = fill(texts.entry.removed, &[("year", &year)]);
    let edit = Edit::SetActual {
        indicator: indicator.clone(),
        period,
        actual: None,
    };
    app.edit(edit, said);
}

/// What stands in the form of a period.
fn typed(event: &ev::Event, indicator: &Indicator, period: Period) -> Actual {
    let row = format!("#{} form", row_id(period));
    let text = browser::value_of(&[&row, " input"].concat());
    let text = text.trim();
    let hint = UnitHint {
        unit: words::unit(indicator),
    };
    Actual {
        period,
        text: text.to_owned(),
        value: parse_value(text, &hint),
        half_year: !browser::ticked_beside(event, "form").is_empty(),
        entered_at: browser::timestamp(),
        ..Actual::default()
    }
}

/// Says beside the field at once what is odd about a figure that is being typed, and why it matters. It can be entered all
/// the same.
fn look_at(app: App, indicator: &Indicator, actual: &Actual) {
    let texts = app.words();
    let remarks = if actual.value.is_missing() {
        Vec::new()
    } else {
        check_entry(indicator, actual)
    };
    let told = html! {
        @for remark in &remarks {
            p.notice { (words::remark(texts, remark)) }
            p.muted { (words::remark_why(texts, &remark.kind)) }
        }
        @if !remarks.is_empty() { p.muted { (texts.entry.odd) } }
    };
    browser::show_in("#odd", &told.0);
}

/// Enters an actual; `false` when there was nothing to enter.
fn set(app: App, indicator: &Indicator, actual: Actual) -> bool {
    let texts = app.words();
    if actual.text.is_empty() {
        app.say(texts.entry.empty.to_owned());
        return false;
    }
    let Actual { value, text, .. } = &actual;
    let year = words::period(texts, actual.period);
    let shown = words::value(texts, indicator, value, text);
    let mut said = fill(texts.entry.set, &[("year", &year), ("value", &shown)]);
    if value.single().is_none() && value.is_missing() {
        said.push_str(&fill(texts.entry.not_a_figure, &[("text", text)]));
    }
    app.edit(
        Edit::SetActual {
            indicator: indicator.id.clone(),
            period: actual.period,
            actual: Some(actual),
        },
        said,
    );
    true
}
