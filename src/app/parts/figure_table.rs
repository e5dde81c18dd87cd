//! An indicator's figures by year, and the entering of actuals.

use crate::app::state::App;
use crate::app::{FigureRow, browser, figure_rows};
use crate::judge::{Series, series};
use crate::plan::{Actual, Edit, Indicator, Period, PlanPeriod, UnitHint, parse_value};
use crate::words::{self, fill};
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

/// The section of an indicator's screen.
pub fn figures(
    app: App,
    indicator: &Indicator,
    plan: PlanPeriod,
    entering: RwSignal<Option<Period>>,
) -> AnyView {
    let texts = app.words();
    let rows = figure_rows(indicator, plan, browser::fiscal_year_now());
    let series = series(indicator);
    let only = match series.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let rows = rows
        .into_iter()
        .map(|row| row_view(app, indicator, (only, plan), row, entering));
    let unit = words::unit(indicator);
    let unit = (!unit.is_empty()).then(|| fill(texts.indicator.unit, &[("unit", &unit)]));
    view! {
        <section>
            <h2 id="figures">{texts.indicator.figures}</h2>
            <div class="scroll">
                <table>
                    <caption>{unit}</caption>
                    <thead><tr>
                        <th scope="col">{texts.kinds.year}</th>
                        <th scope="col" class="figure">{texts.kinds.pace}</th>
                        <th scope="col" class="figure">{texts.kinds.actual}</th>
                        <th scope="col">{texts.kinds.origin}</th>
                    </tr></thead>
                    <tbody>{rows.collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row_view(
    app: App,
    indicator: &Indicator,
    (series, plan): (Option<&Series>, PlanPeriod),
    row: FigureRow,
    entering: RwSignal<Option<Period>>,
) -> AnyView {
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
    let expected = match (&row.target, row.period) {
        (Some((target, _)), _) => bare(indicator, &target.value, &target.text),
        (None, Period::FiscalYear(year)) if row.baseline.is_none() => {
            let pace = series.and_then(|series| series.expected_at(plan, year));
            pace.map(|pace| words::number(pace, words::decimals(indicator)))
                .unwrap_or_default()
        }
        _ => "—".to_owned(),
    };
    let origin = origin(app, &row);
    let (id, period) = (
        format!("y{}", row.period.year().unwrap_or_default()),
        row.period,
    );
    let actual_cell = match &row.baseline {
        Some(baseline) => bare(indicator, &baseline.value, &baseline.text).into_any(),
        None if row.open && app.is_kept() => {
            entry(app, indicator, row.actual.clone(), period, entering)
        }
        None => shown_actual(app, indicator, &row),
    };
    view! {
        <tr id=id>
            <th scope="row">{year} " " {role}</th>
            <td class="figure">{expected}</td>
            <td class="figure">{actual_cell}</td>
            <td>{origin}</td>
        </tr>
    }
    .into_any()
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

fn shown_actual(app: App, indicator: &Indicator, row: &FigureRow) -> AnyView {
    match &row.actual {
        Some(actual) => view! { <b>{bare(indicator, &actual.value, &actual.text)}</b> }.into_any(),
        None if row.open => {
            view! { <span class="muted">{app.words().entry.not_entered}</span> }.into_any()
        }
        None => "—".into_any(),
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

/// The actual of a year with its button, or the field to enter it in.
fn entry(
    app: App,
    indicator: &Indicator,
    actual: Option<Actual>,
    period: Period,
    entering: RwSignal<Option<Period>>,
) -> AnyView {
    let texts = app.words();
    let row = FigureRow {
        period,
        baseline: None,
        target: None,
        actual: actual.clone(),
        open: true,
    };
    let shown = indicator.clone();
    (move || {
        if entering.get() == Some(period) {
            return field(app, &shown, actual.clone(), period, entering);
        }
        let label = if actual.is_some() {
            texts.entry.correct
        } else {
            texts.entry.enter
        };
        let of = words::period(texts, period);
        view! {
            {shown_actual(app, &shown, &row)} " "
            <button class="plain" aria-label=[&*of, " ", texts.kinds.actual, " ", label].concat()
                on:click=move |_| entering.set(Some(period))>{label}</button>
        }
        .into_any()
    })
    .into_any()
}

/// The field: Enter saves, Escape leaves it as it was.
fn field(
    app: App,
    indicator: &Indicator,
    actual: Option<Actual>,
    period: Period,
    entering: RwSignal<Option<Period>>,
) -> AnyView {
    let texts = app.words();
    let node = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let close = move || {
        entering.set(None);
        let back = format!("#y{} button", period.year().unwrap_or_default());
        browser::later(move || browser::focus(&back));
    };
    let of = indicator.clone();
    let there = actual.is_some();
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = node.get_untracked() else {
            return;
        };
        if set(app, &of, period, &input.value()) {
            close();
        }
    };
    let id = indicator.id.clone();
    let remove = move |_| {
        let year = words::period(texts, period);
        let said = fill(texts.entry.removed, &[("year", &year)]);
        app.edit(
            Edit::SetActual {
                indicator: id.clone(),
                period,
                actual: None,
            },
            said,
        );
        close();
    };
    let label = [&*words::period(texts, period), " ", texts.kinds.actual].concat();
    view! {
        <form class="entry" on:submit=save on:keydown=move |event| {
            if event.key() == "Escape" {
                close();
            }
        }>
            <input node_ref=node aria-label=label inputmode="decimal" autocomplete="off"
                value=actual.map(|actual| actual.text).unwrap_or_default()/>
            <button class="button primary">{texts.entry.save}</button>
            {there.then(|| view! {
                <button class="plain" type="button" on:click=remove>{texts.entry.remove}</button>
            })}
            <button class="plain" type="button" on:click=move |_| close()>{texts.app.cancel}</button>
        </form>
    }
    .into_any()
}

/// Enters an actual; `false` when there was nothing to enter.
fn set(app: App, indicator: &Indicator, period: Period, text: &str) -> bool {
    let texts = app.words();
    let text = text.trim();
    if text.is_empty() {
        app.say(texts.entry.empty.to_owned());
        return false;
    }
    let value = parse_value(
        text,
        &UnitHint {
            unit: words::unit(indicator),
        },
    );
    let year = words::period(texts, period);
    let shown = words::value(texts, indicator, &value, text);
    let mut said = fill(texts.entry.set, &[("year", &year), ("value", &shown)]);
    if value.single().is_none() && value.is_missing() {
        said.push_str(&fill(texts.entry.not_a_figure, &[("text", text)]));
    }
    let actual = Actual {
        period,
        text: text.to_owned(),
        value,
        entered_at: browser::timestamp(),
        ..Actual::default()
    };
    app.edit(
        Edit::SetActual {
            indicator: indicator.id.clone(),
            period,
            actual: Some(actual),
        },
        said,
    );
    true
}
