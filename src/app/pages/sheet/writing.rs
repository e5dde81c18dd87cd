//! Writing on a sheet: 前期, 後期, 目標の達成 and 評価・検証, and what is planned. What is written and not put in yet is kept
//! as a draft, so that leaving the form loses nothing.

use super::find;
use crate::app::parts::button::button;
use crate::app::parts::sheet_form::year;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{browser, keeping};
use crate::judge::achievement_words;
use crate::plan::{Edit, Id, Plan, ProgressSheet, SheetTexts};
use crate::words::fill;
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};

/// The button, the form while it is open, and what is said of a draft.
pub fn section(app: App, id: Id) -> AnyView {
    let open = RwSignal::new(draft(app, &id).is_some());
    let kept = Memo::new(move |_| app.is_kept());
    let shown = move || {
        if !kept.get() {
            return standing(html! { p.muted.spaced { (app.words().sheet_form.keep_first) } });
        }
        if open.get() {
            form(app, id.clone(), open)
        } else {
            buttons(app, &id, open)
        }
    };
    shown.into_any()
}

fn buttons(app: App, id: &Id, open: RwSignal<bool>) -> AnyView {
    let texts = &app.words().sheet_form;
    let has_draft = draft(app, id).is_some();
    let label = if has_draft { texts.go_on } else { texts.write };
    let mut views = vec![button("button primary", label, move || {
        open.set(true);
        browser::later(|| browser::focus("#writing textarea"));
    })];
    if has_draft {
        views.push(dropping(app, id.clone(), open));
        views.push(standing(html! { p.muted { (texts.kept) } }));
    }
    boxed("buttons spaced", views)
}

fn dropping(app: App, id: Id, open: RwSignal<bool>) -> AnyView {
    let texts = &app.words().sheet_form;
    button("plain", texts.drop, move || {
        set_draft(app, &id, None);
        open.set(false);
        open.notify();
        app.say(texts.dropped.to_owned());
    })
}

fn form(app: App, id: Id, open: RwSignal<bool>) -> AnyView {
    let texts = &app.words().sheet_form;
    let found = app.read_once(|document| {
        let plan = document.plan();
        let sheet = find(plan, &id)?;
        let texts = draft(app, &id).unwrap_or_else(|| SheetTexts::of(sheet));
        Some(fields(app, plan, sheet, &texts))
    });
    let Some(fields) = found else {
        return ().into_any();
    };
    let (of_submit, of_input) = (id.clone(), id.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if put_in(app, &of_submit) {
            open.set(false);
            browser::later(|| browser::focus(".sheet .buttons button"));
        }
    };
    let keep = move |_| {
        let written = written();
        let now = app.read_once(|document| {
            find(document.plan(), &of_input).is_some_and(|sheet| SheetTexts::of(sheet) == written)
        });
        set_draft(app, &of_input, (!now).then_some(&written));
    };
    let leave = move || {
        open.set(false);
        browser::later(|| browser::focus(".sheet .buttons button"));
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            leave();
        }
    };
    let others = vec![button("plain", texts.leave, leave), dropping(app, id, open)];
    view! {
        <section class="close" id="writing">
            <form on:submit=submit on:input=keep on:keydown=escape inner_html=fields.0></form>
            {boxed("buttons", others)}
            {standing(html! { p.muted { (texts.keeps) } })}
        </section>
    }
    .into_any()
}

fn fields(app: App, plan: &Plan, sheet: &ProgressSheet, written: &SheetTexts) -> Markup {
    let (texts, form) = (&app.words().sheets, &app.words().sheet_form);
    let offered = achievement_words(plan);
    let is_offered = written.achievement.is_empty() || offered.contains(&written.achievement);
    let own = if is_offered { "" } else { &written.achievement };
    html! {
        h2 { (fill(form.title, &[("year", &year(app, sheet))])) }
        (area("first_half", texts.first_half, "", 5, &written.first_half))
        (area("second_half", texts.second_half, "", 5, &written.second_half))
        .fields {
            label.field {
                span { (texts.achievement) }
                select name="achievement" {
                    option value="" { (texts.not_yet) }
                    @for word in &offered {
                        option value=(word) selected[*word == written.achievement] { (word) }
                    }
                }
            }
            label.field {
                span { (form.other_word) }
                input name="other" autocomplete="off" value=(own);
            }
        }
        (area("evaluation", texts.evaluation, "", 4, &written.evaluation))
        details {
            summary { (form.plan_part) }
            (area("aim", texts.aim, "", 3, &written.aim))
            (area("goals", texts.goals, form.one_a_line, 4, &written.goals))
            (area("actions", texts.actions, form.one_a_line, 4, &written.actions))
        }
        .buttons.spaced { button.button.primary { (form.save) } }
    }
}

fn area(name: &str, label: &str, help: &str, rows: u8, text: &str) -> Markup {
    html! {
        label.field {
            span { (label) @if !help.is_empty() { " " small { (help) } } }
            // A browser takes the first line break of a field for the page's own.
            textarea name=(name) rows=(rows) { "\n" (text) }
        }
    }
}

/// What the form's fields hold.
fn written() -> SheetTexts {
    let field = |name: &str| browser::value_of(&["#writing [name='", name, "']"].concat());
    let other = field("other");
    SheetTexts {
        aim: field("aim"),
        goals: field("goals"),
        actions: field("actions"),
        first_half: field("first_half"),
        second_half: field("second_half"),
        achievement: match other.trim() {
            "" => field("achievement"),
            other => other.to_owned(),
        },
        evaluation: field("evaluation"),
    }
}

/// Puts what is written into the plan; `false` when that changes nothing.
fn put_in(app: App, id: &Id) -> bool {
    let texts = &app.words().sheet_form;
    let Some((before, after)) = app.read_once(|document| {
        let sheet = find(document.plan(), id)?;
        Some((sheet.clone(), written().on(sheet)))
    }) else {
        return false;
    };
    if before == after {
        app.say(texts.nothing_new.to_owned());
        return false;
    }
    let said = fill(texts.saved, &[("title", &after.title)]);
    let sheet = Box::new(after);
    app.edit(Edit::SetSheet { sheet }, said);
    set_draft(app, id, None);
    true
}

/// The draft of a sheet; one that cannot be read is none.
fn draft(app: App, id: &Id) -> Option<SheetTexts> {
    serde_json::from_str(&keeping::draft(app, id)?).ok()
}

/// Keeps the draft or, with none, forgets it; that it was not kept is said.
fn set_draft(app: App, id: &Id, draft: Option<&SheetTexts>) {
    let text = draft.map(|draft| serde_json::to_string(draft).unwrap_or_default());
    keeping::set_draft(app, id, text.as_deref());
}
