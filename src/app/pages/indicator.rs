//! One indicator: its pictures, its sentence, how it was judged, its figures, where it comes from.

use crate::app::parts::button::button;
use crate::app::parts::card::in_words;
use crate::app::parts::figure_table::{self, figures};
use crate::app::parts::heading::heading;
use crate::app::parts::judged::judged;
use crate::app::parts::picture::Pictures;
use crate::app::parts::{departments, goals, grade, mend, renewed, saving, sections, standing};
use crate::app::state::App;
use crate::app::{Filter, Page, Route, browser};
use crate::chart::{ChartSpec, ChartTable, ruler, time_chart};
use crate::check::Place;
use crate::judge::Judgement;
use crate::plan::{FiscalYear, Id, Indicator, Period, PlanPeriod};
use crate::words;
use leptos::prelude::*;
use maud::{Markup, html};

/// The screen.
pub fn page(app: App, id: Id) -> AnyView {
    let texts = app.words();
    let Some(name) = app.read_once(|document| {
        document
            .plan()
            .indicator(&id)
            .map(|found| found.name.clone())
    }) else {
        return super::not_found::failed(app, texts.indicator.not_found.to_owned());
    };
    let held = app.indicator(id.clone());
    let period = app.read_once(|document| document.plan().period);
    let pictures = Pictures::of_screen(".rulers");
    let (deciding, entering) = (RwSignal::new(false), RwSignal::new(None));
    let as_table = RwSignal::new(false);
    let (mending, serving) = (RwSignal::new(false), RwSignal::new(false));
    let kpi = Pictures::of_screen(".serving");
    let of = id.clone();
    begin(app, (mending, deciding, entering));
    let on = move |show: &dyn Fn(&Indicator, &Judgement) -> AnyView| {
        held.with(|held| {
            held.as_ref()
                .map(|(indicator, judgement)| show(indicator, judgement))
        })
    };
    let badge = move || on(&|_, judgement| standing(grade::badge(app.words(), judgement)));
    view! {
        <article class="indicator">
            {heading(app, crumb(app, &id), &name, badge.into_any())}
            {move || on(&|indicator, judgement| {
                let summary = words::summary(texts, indicator, judgement);
                standing(html! { p.headline { (summary) } })
            })}
            {move || on(&|indicator, _| mend::missing(app, indicator, mending).into_any())}
            {move || on(&|indicator, judgement| drawn(app, pictures, (indicator, judgement, period), as_table))}
            {move || on(&|indicator, judgement| judged(app, indicator, judgement, deciding))}
            {move || on(&|indicator, _| figures(app, indicator, period, entering))}
            {move || app.read(|document| goals::section(app, document, &of, kpi, serving))}
            {move || on(&|indicator, _| standing(facts(app, indicator)))}
            {move || on(&|indicator, _| mend::section(app, indicator, mending))}
        </article>
        {standing(neighbours(app, &id))}
    }
    .into_any()
}

/// What the address asks for: the form with one of its fields, the choice of direction and count, the field of a year.
fn begin(
    app: App,
    (mending, deciding, entering): (RwSignal<bool>, RwSignal<bool>, RwSignal<Option<Period>>),
) {
    let filter = untrack(|| app.filter());
    if !untrack(|| app.is_kept()) {
        return;
    }
    match filter.view.as_str() {
        ENTER => {
            if let Ok(year) = filter.year.parse() {
                figure_table::open(entering, Period::FiscalYear(FiscalYear(year)));
            }
        }
        DECIDE => {
            deciding.set(true);
            browser::after_frame(|| browser::focus("#how-judged select"));
        }
        field if mend::is_field(field) => mend::open(mending, field),
        _ => {}
    }
}

/// The address of an indicator's screen where one thing of it is to be changed.
pub fn to_place(app: App, id: &Id, place: Option<Place>) -> String {
    let page = Page::Indicator(id.clone());
    let (view, year) = match place {
        Some(Place::Actual(period)) => (ENTER, period.year()),
        Some(Place::Direction | Place::Accumulation) => (DECIDE, None),
        Some(place) => (mend::field(place).unwrap_or_default(), None),
        None => ("", None),
    };
    let filter = Filter {
        view: view.to_owned(),
        year: year.map(|year| year.to_string()).unwrap_or_default(),
        ..Filter::default()
    };
    let source = app.source();
    source.map_or_else(String::new, |source| {
        Route::narrowed(&source, page, filter).to_string()
    })
}

/// The ways of looking in which an actual is entered, and direction and count are decided, as named in addresses.
const ENTER: &str = "enter";
const DECIDE: &str = "decide";

/// Where the indicator stands: its section, what the town calls it.
fn crumb(app: App, id: &Id) -> Markup {
    let (section, kind) = app.read_once(|document| {
        let found = document.plan().indicator(id);
        let section = found.and_then(|found| found.section.clone());
        (
            section,
            found.map(|found| found.kind.clone()).unwrap_or_default(),
        )
    });
    html! {
        (sections::crumb(app, section.as_ref()))
        @if !kind.is_empty() { span { (kind) } }
    }
}

/// The ruler and the time chart, or their figures as a table, with the buttons that save them.
fn drawn(
    app: App,
    pictures: Pictures,
    (indicator, judgement, period): (&Indicator, &Judgement, PlanPeriod),
    as_table: RwSignal<bool>,
) -> AnyView {
    let texts = app.words();
    let chart_words = words::chart_words(texts, indicator, judgement);
    let ruler = ruler(indicator, judgement, period, &chart_words).map(on_a_page);
    let chart = time_chart(indicator, judgement, period, &chart_words).map(on_a_page);
    let saved = chart.clone().or_else(|| ruler.clone());
    let table = saved.as_ref().map(ChartSpec::table);
    let first = match ruler {
        Some(spec) => pictures.picture(spec),
        None => standing(in_words(app.words(), indicator)),
    };
    let second = chart.map(|spec| figure(app, pictures, spec, table, as_table));
    let has_chart = second.is_some();
    let switch = renewed(move || {
        let label = if as_table.get() {
            texts.indicator.as_chart
        } else {
            texts.indicator.as_table
        };
        let turn = move || as_table.update(|table| *table = !*table);
        has_chart.then(|| button("button", label, turn))
    });
    view! {
        <div class="rulers single">{first} {second}</div>
        <div class="buttons">{switch} {saving::buttons(app, indicator, saved)}</div>
    }
    .into_any()
}

/// A picture that has the page to itself: larger, and its points can be stepped through.
fn on_a_page(mut spec: ChartSpec) -> ChartSpec {
    spec.text_size = 16.0;
    spec.steppable = true;
    spec
}

/// The time chart, or the same figures as a table.
fn figure(
    app: App,
    pictures: Pictures,
    spec: ChartSpec,
    table: Option<ChartTable>,
    as_table: RwSignal<bool>,
) -> AnyView {
    let texts = app.words();
    let table = StoredValue::new(table.unwrap_or_default());
    renewed(move || {
        if !as_table.get() {
            return view! {
                {pictures.picture(spec.clone())}
                <p class="unseen">{texts.indicator.points_help}</p>
            }
            .into_any();
        }
        standing(table.with_value(|table| as_markup(texts.indicator.chart, table)))
    })
    .into_any()
}

fn as_markup(caption: &str, table: &ChartTable) -> Markup {
    html! {
        .scroll {
            table.chart-table {
                caption.unseen { (caption) }
                thead { tr { @for cell in &table.header { th scope="col" { (cell) } } } }
                tbody {
                    @for row in &table.rows {
                        tr { @for cell in row { td { (cell) } } }
                    }
                }
            }
        }
    }
}

/// What else the plan says of the indicator.
fn facts(app: App, indicator: &Indicator) -> Markup {
    let texts = app.words();
    let text = |text: &str| html! { (text) };
    let facts = [
        (texts.kinds.unit, text(&words::unit(indicator))),
        (texts.indicator.measurement, text(&indicator.measurement)),
        (
            texts.indicator.departments,
            departments::links(app, &indicator.departments),
        ),
        (texts.indicator.initiatives, tied(app, indicator)),
        (
            texts.indicator.published_rate,
            text(&indicator.published_rate),
        ),
        (texts.indicator.note, text(&indicator.note)),
        (texts.indicator.as_written, text(&written(app, indicator))),
        (
            texts.indicator.where_from,
            text(&words::provenance(texts, &indicator.provenance)),
        ),
    ];
    html! {
        section { h2 { (texts.indicator.about) } (sections::facts(&facts)) }
    }
}

/// The initiatives tied to the indicator, each a way to where it stands.
fn tied(app: App, indicator: &Indicator) -> Markup {
    let tied = app.read_once(|document| {
        let all = document.plan().initiatives.iter();
        let tied = all.filter(|initiative| indicator.initiatives.contains(&initiative.id));
        let tied = tied.map(|initiative| {
            let name = [&*initiative.number, " ", &initiative.name].concat();
            (initiative.section.clone(), name)
        });
        tied.collect::<Vec<_>>()
    });
    html! {
        @for (section, name) in tied {
            @let to = section.map(|section| app.link(Page::Section(section)));
            p { a href=[to] { (name.trim()) } }
        }
    }
}

/// The baseline and the targets as the document writes them.
fn written(app: App, indicator: &Indicator) -> String {
    let texts = app.words();
    let all = indicator.baseline.iter().chain(&indicator.targets);
    let all = all.map(|item| [&*words::period(texts, item.period), " ", &item.text].concat());
    all.collect::<Vec<_>>().join(" → ")
}

/// The indicators before and after this one in the plan.
fn neighbours(app: App, id: &Id) -> Markup {
    let texts = app.words();
    let (before, after) = app.read_once(|document| {
        let indicators = &document.plan().indicators;
        let here = document.position(id).unwrap_or_default();
        let name = |index: usize| {
            indicators
                .get(index)
                .map(|found| (found.id.clone(), found.name.clone()))
        };
        (here.checked_sub(1).and_then(name), name(here + 1))
    });
    let beside = |to: Option<(Id, String)>, label: &'static str| {
        to.map(|(id, name)| (app.link(Page::Indicator(id)), label, name))
    };
    sections::neighbours(
        texts.app.indicators,
        beside(before, texts.indicator.previous),
        beside(after, texts.indicator.next),
    )
}
