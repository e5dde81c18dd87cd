//! 指標: search, filters, order; as rulers or as a table.

use crate::app::parts::card::{card, kind};
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::grade;
use crate::app::parts::heading::{heading, plan_crumb};
use crate::app::parts::picture::Pictures;
use crate::app::state::App;
use crate::app::{Filter, ORDERS, Page, browser, grade_key, matching, set};
use crate::judge::Grade;
use crate::plan::Assignment;
use crate::words::{self, fill};
use leptos::prelude::*;

/// How many a list shows, and how many more each time.
const RULERS: usize = 24;
const ROWS: usize = 50;
/// How many of them the frame of a keystroke holds; the others come right after it.
const AT_ONCE: usize = 8;

/// How many of what was found are shown.
#[derive(Clone, Copy)]
struct Room(RwSignal<usize>);

impl Room {
    /// The next frame holds the first few, the one after it a list's worth.
    fn restart(self) {
        self.0.set(AT_ONCE);
        browser::after_frame(move || {
            self.0.try_set(0);
        });
    }

    /// How many are shown, in steps of a list's worth.
    fn of(self, step: usize) -> usize {
        match self.0.get() {
            AT_ONCE => AT_ONCE,
            more => step + more,
        }
    }
}

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let filter = Memo::new(move |_| app.filter());
    let found = Memo::new(move |_| app.read(|document| matching(document, &filter.read())));
    let as_table = Memo::new(move |_| filter.with(|filter| filter.view == "table"));
    let room = Room(RwSignal::new(0));
    let query = filter.with_untracked(|filter| filter.query.clone());
    view! {
        {heading(app, plan_crumb(app), words.indicators.title, ().into_any())}
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{words.indicators.search}</span>
                <input type="search" id="search" autocomplete="off" value=query
                    on:input:target=move |event| {
                        let query = event.target().value();
                        room.restart();
                        app.narrow(|filter| filter.query = query);
                    }/>
            </label>
            {filters(app, filter)}
        </form>
        <div class="section-head">
            <p role="status">{move || told(app, found.with(Vec::len))}</p>
            {switch(app, as_table)}
        </div>
        {move || if as_table.get() { table(app, found, room) } else { rulers(app, found, room) }}
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
fn switch(app: App, as_table: Memo<bool>) -> AnyView {
    let words = app.words();
    let button = |label: &'static str, view: &'static str| {
        let pressed = move || (as_table.get() == (view == "table")).to_string();
        view! {
            <button class="button" type="button" aria-pressed=pressed
                on:click=move |_| app.narrow(|filter| view.clone_into(&mut filter.view))>
                {label}
            </button>
        }
    };
    view! {
        <div class="buttons">
            {button(words.indicators.as_rulers, "")}
            {button(words.indicators.as_table, "table")}
        </div>
    }
    .into_any()
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
        let grades = Grade::ALL.into_iter();
        let grades = grades.map(|grade| {
            (
                grade_key(grade).to_owned(),
                words::grade(words, grade).to_owned(),
            )
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

/// The places to show now: the first of those found. Each goes with the document's revision, so that a card is made
/// anew after a change.
fn shown(app: App, found: Memo<Vec<usize>>, count: usize) -> Vec<(usize, u64)> {
    let revision = app.read(crate::app::Document::revision);
    found.with(|found| {
        found
            .iter()
            .take(count)
            .map(|index| (*index, revision))
            .collect()
    })
}

fn rulers(app: App, found: Memo<Vec<usize>>, room: Room) -> AnyView {
    let pictures = Pictures::of_screen(".rulers");
    let cards = move || shown(app, found, room.of(RULERS));
    let of = move |(index, _): (usize, u64)| {
        app.read_once(|document| {
            let (indicator, judgement) = document.judged(index)?;
            let to = app.link(Page::Indicator(indicator.id.clone()));
            let judged = (indicator, judgement, document.plan().period);
            Some(card(app, pictures, index, to, judged))
        })
    };
    view! {
        <h2 class="unseen">{app.words().app.indicators}</h2>
        <ul class="rulers"><For each=cards key=|key| *key children=of/></ul>
        {more_button(app, found, room, RULERS)}
    }
    .into_any()
}

fn table(app: App, found: Memo<Vec<usize>>, room: Room) -> AnyView {
    let words = app.words();
    let rows = move || shown(app, found, room.of(ROWS));
    view! {
        <div class="scroll"><table class="indicators">
            <thead><tr>
                <th scope="col">{words.app.indicators}</th>
                <th scope="col" class="figure">{words.kinds.baseline}</th>
                <th scope="col" class="figure">{words.kinds.actual}</th>
                <th scope="col" class="figure">{words.kinds.target}</th>
                <th scope="col">{words.indicators.grade}</th>
            </tr></thead>
            <tbody><For each=rows key=|key| *key children=move |(index, _)| row(app, index)/></tbody>
        </table></div>
        {more_button(app, found, room, ROWS)}
    }
    .into_any()
}

fn row(app: App, index: usize) -> AnyView {
    let texts = app.words();
    app.read_once(|document| {
        let (indicator, judgement) = document.judged(index)?;
        let to = app.link(Page::Indicator(indicator.id.clone()));
        let baseline = indicator.baseline.as_ref();
        let baseline = baseline.map(|item| words::value(texts, indicator, &item.value, &item.text));
        let target = indicator.final_target();
        let target = target.map(|item| words::value(texts, indicator, &item.value, &item.text));
        let actual = indicator.latest_actual(None);
        let actual = actual.map(|item| words::value(texts, indicator, &item.value, &item.text));
        let view = view! {
            <tr>
                <th scope="row">{kind(&indicator.kind)} <a href=to>{indicator.name.clone()}</a></th>
                <td class="figure">{baseline}</td>
                <td class="figure strong">{actual}</td>
                <td class="figure">{target}</td>
                <td>{grade::badge(app, judgement.grade)}</td>
            </tr>
        };
        Some(view.into_any())
    })
    .unwrap_or_else(|| ().into_any())
}

/// Shows more, where there are more.
fn more_button(app: App, found: Memo<Vec<usize>>, room: Room, step: usize) -> AnyView {
    let words = app.words();
    (move || {
        let rest = found.with(Vec::len).saturating_sub(room.of(step).max(step));
        let label = fill(words.app.more, &[("count", &rest.to_string())]);
        (rest > 0).then(|| {
            view! {
                <p class="buttons spaced">
                    <button class="button" on:click=move |_| room.0.update(|more| *more += step)>{label}</button>
                </p>
            }
        })
    })
    .into_any()
}
