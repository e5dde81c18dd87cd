//! 指標: search, filters, order; as rulers or as a table.

use crate::app::parts::button::{button, way};
use crate::app::parts::card::{card, kind};
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::grade;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::long_list::LongList;
use crate::app::parts::picture::Pictures;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{Filter, ORDERS, Page, grade_key, matching, set};
use crate::judge::{Grade, Yardstick};
use crate::plan::Assignment;
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// How many a list shows, and how many more each time.
const RULERS: usize = 24;
const ROWS: usize = 50;
/// How many of them stand in a window below the search field: a keystroke brings those first.
const RULERS_IN_SIGHT: usize = 4;
const ROWS_IN_SIGHT: usize = 12;

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let filter = Memo::new(move |_| app.filter());
    let found = Memo::new(move |_| app.read(|document| matching(document, &filter.read())));
    let as_table = Memo::new(move |_| filter.with(|filter| filter.view == "table"));
    let keys = StoredValue::new(0);
    let query = filter.with_untracked(|filter| filter.query.clone());
    view! {
        {heading(app, plan_crumb(app), words.indicators.title, ().into_any())}
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{words.indicators.search}</span>
                <input type="search" id="search" autocomplete="off" value=query
                    on:input=move |event| {
                        let query = event_target_value(&event);
                        keys.update_value(|keys| *keys += 1);
                        app.narrow(|filter| filter.query = query);
                    }/>
            </label>
            {filters(app, filter)}
        </form>
        <div class="section-head">
            <p role="status">{move || told(app, found.with(Vec::len))}</p>
            {move || switch(app, as_table.get())}
        </div>
        {move || if as_table.get() { table(app, found, keys) } else { rulers(app, found, keys) }}
    }
    .into_any()
}

fn told(app: App, count: usize) -> String {
    let words = app.words();
    let template = if count == 0 {
        words.indicators.none
    } else {
        words.indicators.found
    };
    fill(template, &[("count", &count.to_string())])
}

/// Rulers or table.
fn switch(app: App, as_table: bool) -> AnyView {
    let words = app.words();
    let look =
        move |view: &'static str| move || app.narrow(|filter| view.clone_into(&mut filter.view));
    let ways = vec![
        way(words.indicators.as_rulers, !as_table, look("")),
        way(words.indicators.as_table, as_table, look("table")),
    ];
    boxed("buttons", ways)
}

/// A field a filter is chosen in: its label, its choices by value and word, and where it is kept.
type Narrowing = (
    &'static str,
    Vec<(String, String)>,
    fn(&mut Filter) -> &mut String,
);

/// The filters the plan has something for.
fn filters(app: App, filter: Memo<Filter>) -> AnyView {
    let words = app.words();
    let fields = narrowings(app);
    let any = filter.with_untracked(|filter| {
        let mut filter = filter.clone();
        let chosen = |(_, _, of): &Narrowing| !of(&mut filter).is_empty();
        fields.iter().any(chosen)
    });
    let fields = fields
        .into_iter()
        .filter(|(_, choices, _)| choices.len() > 1);
    let fields = fields.map(|(label, choices, of)| {
        let mut now = filter.get_untracked();
        let chosen = of(&mut now).clone();
        let first = (String::new(), words.indicators.all.to_owned());
        let choices: Vec<_> = std::iter::once(first).chain(choices).collect();
        let labels = choices.iter().map(|(value, label)| Choice {
            label: label.clone(),
            chosen: *value == chosen,
        });
        let labels = labels.collect();
        let choose = move |index: usize| {
            if let Some((value, _)) = choices.get(index) {
                app.narrow(|filter| of(filter).clone_from(value));
            }
        };
        select(label, labels, Box::new(choose))
    });
    let fields = fields.collect::<Vec<_>>();
    view! {
        <details class="narrow" open=any>
            <summary>{words.indicators.narrow}</summary>
            <div class="fields">{fields} {order(app, filter)}</div>
        </details>
    }
    .into_any()
}

fn narrowings(app: App) -> Vec<Narrowing> {
    let words = app.words();
    app.read_once(|document| {
        let plan = document.plan();
        let sections = plan.sections.iter().map(|section| {
            let depth = plan.section_path(&section.id).len().saturating_sub(1);
            let title = ["\u{3000}".repeat(depth), words::section_title(section)].concat();
            (section.id.0.clone(), title)
        });
        let written = plan.indicators.iter().flat_map(|found| &found.departments);
        let departments = set(written.map(|written| Assignment::parse(written).name));
        let departments = departments.into_iter().map(|name| (name.clone(), name));
        let kinds = set(plan.indicators.iter().map(|found| &found.kind));
        let kinds = kinds.into_iter().filter(|kind| !kind.is_empty());
        let kinds = kinds.map(|kind| (kind.clone(), kind.clone()));
        let scale = Yardstick::of(&plan.rules).scale;
        let steps = scale.steps.iter().map(|step| (&step.word, step.grade));
        let unjudged = std::iter::once((&scale.unjudged, Grade::NotJudged));
        let grades = steps.chain(unjudged).map(|(word, grade)| match &**word {
            "" => (
                grade_key(grade).to_owned(),
                words::grade(words, grade).to_owned(),
            ),
            word => (word.to_owned(), word.to_owned()),
        });
        let narrowings: Vec<Narrowing> = vec![
            (words.app.sections, sections.collect(), |filter| {
                &mut filter.section
            }),
            (words.indicators.grade, grades.collect(), |filter| {
                &mut filter.grade
            }),
            (
                words.indicators.department,
                departments.collect(),
                |filter| &mut filter.department,
            ),
            (words.indicators.kind, kinds.collect(), |filter| {
                &mut filter.kind
            }),
        ];
        narrowings
    })
}

fn order(app: App, filter: Memo<Filter>) -> AnyView {
    let words = app.words();
    let now = filter.with_untracked(|filter| filter.sort.clone());
    let labels = [
        words.indicators.by_plan,
        words.indicators.by_urgency,
        words.indicators.by_rate,
        words.indicators.by_name,
    ];
    let choices = ORDERS.iter().zip(labels).map(|(order, label)| Choice {
        label: label.to_owned(),
        chosen: *order == now,
    });
    let choose = move |index: usize| {
        if let Some(order) = ORDERS.get(index) {
            app.narrow(|filter| (*order).clone_into(&mut filter.sort));
        }
    };
    select(words.indicators.order, choices.collect(), Box::new(choose))
}

fn rulers(app: App, found: Memo<Vec<usize>>, keys: StoredValue<u32>) -> AnyView {
    let pictures = Pictures::of_screen(".rulers");
    let show = |app: App, width: Option<u32>, index| {
        let source = app.source();
        let of = |document: &_| {
            Some(card(
                app.words(),
                document,
                source.as_ref()?,
                width.as_slice(),
                index,
            ))
        };
        app.read_once(of).unwrap_or_default()
    };
    let list = LongList::new(app, show, RULERS_IN_SIGHT, keys);
    let place = html! {
        h2.unseen { (app.words().app.indicators) }
        ul.rulers id="found" {}
    };
    view! { {standing(place)} {filled(app, found, list, RULERS, Some(pictures))} }.into_any()
}

fn table(app: App, found: Memo<Vec<usize>>, keys: StoredValue<u32>) -> AnyView {
    let words = app.words();
    let list = LongList::new(app, |app, _, index| row(app, index), ROWS_IN_SIGHT, keys);
    let table = html! {
        .scroll {
            table.indicators {
                thead {
                    tr {
                        th scope="col" { (words.app.indicators) }
                        th.figure scope="col" { (words.kinds.baseline) }
                        th.figure scope="col" { (words.kinds.actual) }
                        th.figure scope="col" { (words.kinds.target) }
                        th scope="col" { (words.indicators.grade) }
                    }
                }
                tbody id="found" {}
            }
        }
    };
    view! { {standing(table)} {filled(app, found, list, ROWS, None)} }.into_any()
}

fn row(app: App, index: usize) -> Markup {
    let texts = app.words();
    app.read_once(|document| {
        let Some((indicator, judgement)) = document.judged(index) else {
            return Markup::default();
        };
        let told = |value, text: &str| words::value(texts, indicator, value, text);
        let baseline = indicator.baseline.as_ref();
        let actual = indicator.latest_actual(None);
        let target = indicator.final_target();
        html! {
            tr {
                th scope="row" {
                    (kind(&indicator.kind))
                    a href=(app.link(Page::Indicator(indicator.id.clone()))) { (indicator.name) }
                }
                td.figure data-kind=(texts.kinds.baseline) {
                    @if let Some(item) = baseline { (told(&item.value, &item.text)) }
                }
                td.figure.strong data-kind=(texts.kinds.actual) {
                    @if let Some(item) = actual { (told(&item.value, &item.text)) }
                }
                td.figure data-kind=(texts.kinds.target) {
                    @if let Some(item) = target { (told(&item.value, &item.text)) }
                }
                td {
                    (grade::badge(app.words(), judgement))
                    @let doubt = words::mixed_counts(texts, judgement);
                    @if !doubt.is_empty() { p.muted { (doubt) } }
                }
            }
        }
    })
}

/// Keeps a list filled with the first of what was found, and shows more where there are more.
fn filled(
    app: App,
    found: Memo<Vec<usize>>,
    list: LongList,
    step: usize,
    pictures: Option<Pictures>,
) -> AnyView {
    let words = app.words();
    let shown = RwSignal::new(step);
    let width = move || pictures.and_then(|pictures| pictures.width(0));
    let first = move |count: usize| -> Vec<usize> {
        found.with(|found| found.iter().take(count).copied().collect())
    };
    Effect::new(move |_| {
        // A change to the plan may be one to any of the items.
        app.opened.track();
        let (items, width) = (first(step), width());
        if pictures.is_none() || width.is_some() {
            shown.set(step);
            list.fill(items, width);
        }
    });
    let more = move || {
        shown.update(|shown| *shown += step);
        let (items, width) = untrack(|| (first(shown.get()), width()));
        list.complete(&items, width);
    };
    (move || {
        let rest = found.with(Vec::len).saturating_sub(shown.get());
        let label = fill(words.app.more, &[("count", &rest.to_string())]);
        (rest > 0).then(|| boxed("buttons spaced", vec![button("button", &label, more)]))
    })
    .into_any()
}
