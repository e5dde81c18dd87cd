//! What a person mends of an indicator: what was read wrong, what the document does not say.

use super::button::button;
use super::{renewed, standing};
use crate::app::browser;
use crate::app::state::App;
use crate::check::Place;
use crate::judge::{MissingStart, missing_start};
use crate::plan::{Dated, Id, Indicator, Mending, Period, Plan};
use crate::words::{self, fill};
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// How addresses name the field that is to be mended, and how it is called in the form.
const FIELDS: [(Place, &str); 5] = [
    (Place::Kind, "kind"),
    (Place::Baseline, "baseline"),
    (Place::Target, "target"),
    (Place::Departments, "departments"),
    (Place::Measurement, "measurement"),
];

/// The name of the field a place is mended in; none for what is not mended in the form.
pub fn field(place: Place) -> Option<&'static str> {
    let mut fields = FIELDS.iter();
    let found = fields.find(|(of, _)| *of == place);
    found.map(|(_, name)| *name)
}

/// Whether the form has a field of this name.
pub fn is_field(name: &str) -> bool {
    FIELDS.iter().any(|(_, field)| *field == name)
}

/// Opens the form and goes to one of its fields.
pub fn open(mending: RwSignal<bool>, field: &str) {
    mending.set(true);
    let field = format!("#mend [name={field}]");
    browser::after_frame(move || browser::focus(&field));
}

/// What an indicator without a figure at its start waits for, and the way to enter it.
pub fn missing(app: App, indicator: &Indicator, mending: RwSignal<bool>) -> Option<AnyView> {
    let texts = &app.words().mend;
    let told = match missing_start(indicator)? {
        MissingStart::FirstSurvey => texts.first_survey,
        MissingStart::Figure => texts.first_figure,
    };
    let enter = app.is_kept().then(|| {
        button("plain", texts.enter_baseline, move || {
            open(mending, "baseline-year");
        })
    });
    Some(view! { <div class="notice">{told} " " {enter}</div> }.into_any())
}

/// The way to the form, and the form while it is open.
pub fn section(app: App, indicator: &Indicator, mending: RwSignal<bool>) -> AnyView {
    let texts = &app.words().mend;
    if !app.is_kept() {
        return standing(html! { p.muted.spaced { (texts.keep_first) } });
    }
    let of = indicator.clone();
    let shown = renewed(move || {
        if mending.get() {
            return form(app, &of, mending);
        }
        let press = move || open(mending, "kind");
        view! { <p class="buttons spaced">{button("button", texts.open, press)}</p> }.into_any()
    });
    view! { <div id="mending">{shown}</div> }.into_any()
}

fn form(app: App, indicator: &Indicator, mending: RwSignal<bool>) -> AnyView {
    let texts = &app.words().mend;
    let close = move || {
        mending.set(false);
        browser::later(|| browser::focus("#mending button"));
    };
    let of = indicator.clone();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let mended = read(&event);
        let ticked = browser::ticked_beside(&event, "form");
        let is_changed = ticked.iter().any(|value| value == CHANGED);
        let changed = is_changed.then(|| Period::FiscalYear(browser::fiscal_year_now()));
        let ticked = ticked.into_iter().filter(|value| value != CHANGED);
        let mended = Mending {
            initiatives: ticked.map(Id).collect(),
            ..mended
        };
        let edit = mended.edit(&of, &words::unit(&of), changed);
        let edit =
            edit.and_then(|edit| app.read_once(|document| Some(edit.noted(document.plan()))));
        let Some(edit) = edit else {
            return app.say(texts.same.to_owned());
        };
        close();
        app.edit(edit, fill(texts.saved, &[("name", &of.name)]));
    };
    let leave = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let fields = app.read_once(|document| fields(app, document.plan(), indicator).0);
    view! {
        <section>
            <h2>{texts.title}</h2>
            <p class="muted">{texts.lead}</p>
            <form id="mend" on:submit=submit on:keydown=leave>
                <div inner_html=fields></div>
                <p class="buttons spaced">
                    <button class="button primary">{texts.save}</button>
                    <button class="button" type="button" on:click=move |_| close()>{app.words().app.cancel}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

/// The value of the box that says that the plan itself changed its target.
const CHANGED: &str = "target-changed";

fn fields(app: App, plan: &Plan, indicator: &Indicator) -> Markup {
    let texts = &app.words().mend;
    let now = Mending::of(indicator);
    let field = |name: &str, label: &str, value: &str| {
        html! {
            label.field {
                span { (label) }
                input name=(name) autocomplete="off" value=(value);
            }
        }
    };
    let near = near(plan, indicator);
    html! {
        .fields {
            (field("kind", texts.kind, &now.kind))
            (field("departments", texts.departments, &now.departments))
            (field("measurement", texts.measurement, &now.measurement))
        }
        .fields {
            (field("baseline-year", texts.baseline_year, &now.baseline.year))
            (field("baseline", texts.baseline, &now.baseline.text))
            (field("target-year", texts.target_year, &now.target.year))
            (field("target", texts.target, &now.target.text))
        }
        label.tick {
            input type="checkbox" value=(CHANGED);
            span { (texts.changed) }
        }
        @if !near.is_empty() {
            fieldset {
                legend { (texts.initiatives) }
                @for (id, name) in near {
                    label.tick {
                        input type="checkbox" value=(id) checked[now.initiatives.contains(&id)];
                        span { (name) }
                    }
                }
            }
        }
    }
}

/// The initiatives an indicator may be tied to: those it is, and those of the sections it stands in.
fn near(plan: &Plan, indicator: &Indicator) -> Vec<(Id, String)> {
    let path = indicator.section.as_ref();
    let path = path.map_or_else(Vec::new, |section| plan.section_path(section));
    let is_near = |section: &Option<Id>| {
        let section = section.as_ref();
        section.is_some_and(|id| path.iter().any(|above| above.id == *id))
    };
    let all = plan.initiatives.iter();
    let all = all.filter(|it| indicator.initiatives.contains(&it.id) || is_near(&it.section));
    all.map(|it| {
        let number = if it.number.is_empty() { "" } else { " " };
        (it.id.clone(), [&*it.number, number, &it.name].concat())
    })
    .collect()
}

fn read(event: &ev::SubmitEvent) -> Mending {
    let field = |name: &str| browser::field_of(event, &format!("[name={name}]"));
    Mending {
        kind: field("kind"),
        baseline: Dated {
            year: field("baseline-year"),
            text: field("baseline"),
        },
        target: Dated {
            year: field("target-year"),
            text: field("target"),
        },
        measurement: field("measurement"),
        departments: field("departments"),
        initiatives: Vec::new(),
    }
}
