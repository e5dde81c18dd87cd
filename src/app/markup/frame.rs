//! The frame around a plan's screens: the brand, the tabs, whose plan it is.

use super::icon;
use crate::app::{Page, Route, Source};
use crate::plan::Plan;
use crate::words::{self, Words};
use maud::{Markup, html};

/// The app's name with its sign.
pub fn brand(words: &Words) -> Markup {
    html! { (icon::ruler()) span { (words.app.name) } }
}

/// The tabs of a plan: the screens it has something for.
pub fn tabs(words: &Words, source: &Source, screens: &[(Page, &str)], page: &Page) -> Markup {
    let here = std::mem::discriminant(&parent(page));
    let current = |target: &Page| (here == std::mem::discriminant(target)).then_some("page");
    html! {
        nav.tabs aria-label=(words.app.nav) {
            @for (target, label) in screens {
                a aria-current=[current(target)] href=(Route::of(source, target.clone())) { (label) }
            }
        }
    }
}

/// The screens that a plan has something for, with their names in the tabs.
pub fn screens(words: &Words, plan: &Plan) -> Vec<(Page, &'static str)> {
    let (indicators, sheets) = (!plan.indicators.is_empty(), !plan.sheets.is_empty());
    let all = [
        (true, Page::Now, words.app.now),
        (
            !plan.sections.is_empty(),
            Page::Sections,
            words.app.sections,
        ),
        (indicators, Page::Indicators, words.app.indicators),
        (
            !plan.schedule.is_empty(),
            Page::Schedule,
            words.app.schedule,
        ),
        (sheets, Page::Sheets, words.app.sheets),
        (
            plan.names_departments(),
            Page::Departments,
            words.app.departments,
        ),
        (indicators || sheets, Page::Compare, words.app.compare),
        (true, Page::Check, words.app.check),
    ];
    let there = all.into_iter().filter(|(there, ..)| *there);
    there.map(|(_, page, label)| (page, label)).collect()
}

/// The screen in the tabs that a screen belongs to.
fn parent(page: &Page) -> Page {
    match page {
        Page::Section(_) => Page::Sections,
        Page::Indicator(_) => Page::Indicators,
        Page::Item(_) => Page::Schedule,
        Page::Sheet(_) => Page::Sheets,
        Page::Rules => Page::Now,
        other => other.clone(),
    }
}

/// Whose plan it is, what it is called, which years: the line above most screens' names.
pub fn crumb(words: &Words, plan: &Plan) -> Markup {
    let period = words::plan_period(words, plan.period);
    html! {
        @for part in [&plan.municipality.name, &plan.title, &period] {
            @if !part.is_empty() { span { (part) } }
        }
    }
}
