//! 計画のいま: how many indicators stand where, and a ruler for each.

use super::card::card;
use super::{goals, grade, strong_figures};
use crate::app::{Document, Filter, Page, Route, Source, standings};
use crate::judge::{Achievements, Grade, Tally, Yardstick, achievements, newest_actual};
use crate::plan::{
    FiscalYear, GoalGroup, Goals, Id, Nature, Plan, ScheduleItem, Section, sheet_years,
};
use crate::words::{self, Piece, Words, fill, pieces};
use maud::{Markup, html};
use std::collections::HashMap;

/// How many rulers a section shows before it refers to the list.
const A_SECTION: usize = 12;
/// How many rulers the screen shows before sections show only their count.
const A_SCREEN: usize = 96;

/// The indicators of one section, or of none.
pub struct Group {
    /// The section's place in the plan; that after the last for those outside any.
    section: usize,
    /// All of its indicators, by their places in the plan.
    indices: Vec<usize>,
    /// Those that have a ruler here, goals first.
    cards: Vec<GoalGroup>,
    /// The place on the screen of the first of its rulers.
    #[cfg_attr(
        not(all(target_arch = "wasm32", feature = "page")),
        allow(
            dead_code,
            reason = "only in a browser pictures come one after the other"
        )
    )]
    pub place: usize,
}

/// Each section that holds indicators, in the plan's order; those outside any section last.
pub fn groups(plan: &Plan) -> Vec<Group> {
    let sections = plan.sections.iter().enumerate();
    let places: HashMap<&Id, usize> = sections
        .map(|(place, section)| (&section.id, place))
        .collect();
    let goals = Goals::of(plan);
    let mut found = vec![Vec::new(); plan.sections.len() + 1];
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let place = indicator.section.as_ref().and_then(|id| places.get(id));
        found[place.copied().unwrap_or(plan.sections.len())].push(index);
    }
    let mut first = 0;
    let mut groups = Vec::new();
    for (section, indices) in found.into_iter().enumerate() {
        if !indices.is_empty() {
            let room = A_SCREEN.saturating_sub(first).min(A_SECTION);
            let place = first;
            first += indices.len().min(room);
            let cards = goals::first(goals.grouped(&indices), room);
            groups.push(Group {
                section,
                indices,
                cards,
                place,
            });
        }
    }
    groups
}

/// How many indicators stand where, what else the plan holds, what is missing.
pub fn overview(words: &Words, source: &Source, document: &Document) -> Markup {
    let counts = standings(document.all_judged().map(|(_, judgement)| judgement));
    let scale = Yardstick::of(&document.plan().rules).scale;
    let scale = words::scale_title(words, scale);
    let rules = fill(words.rules.link, &[("scale", scale)]);
    html! {
        p.headline {
            (strong_figures(headline(words, document)))
            @if let Some(text) = as_of(words, document) { " " span.muted { (text) } }
        }
        @if !counts.is_empty() {
            (grade::bar_of(words, &counts))
            (grade::legend(words, source, &counts, None))
            p { a href=(Route::of(source, Page::Rules)) { (rules) } }
        }
        (also(words, source, document))
    }
}

fn headline(words: &Words, document: &Document) -> Vec<Piece> {
    let count = document.plan().indicators.len();
    if count == 0 {
        return without_indicators(words, document.plan());
    }
    let entered = document
        .all_judged()
        .filter(|(indicator, _)| indicator.latest_actual(None).is_some());
    let entered = entered.count();
    let good = |grade: Grade| matches!(grade, Grade::Achieved | Grade::OnTrack);
    let reached = document
        .all_judged()
        .filter(|(_, judgement)| good(judgement.grade))
        .count();
    let places = [
        ("count", count.to_string()),
        ("entered", entered.to_string()),
        ("reached", reached.to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let template = if entered == 0 {
        words.now.headline_none
    } else {
        words.now.headline
    };
    pieces(template, &places)
}

/// How far a plan is that has no indicators: as its newest sheets report it, else as its schedule is laid out.
fn without_indicators(words: &Words, plan: &Plan) -> Vec<Piece> {
    if !plan.sheets.is_empty() {
        let year = sheet_years(plan).last().copied();
        return sheets_headline(words, year, &achievements(plan, year));
    }
    let items = || plan.schedule.iter().filter(|item| item.repeat_of.is_none());
    let of = |nature: Nature| items().filter(|item| item.nature == nature).count();
    let count = items().count();
    if count == 0 {
        return pieces(words.now.headline_no_indicators, &[]);
    }
    let places = [
        ("count", count.to_string()),
        ("finite", of(Nature::Finite).to_string()),
        ("continuing", of(Nature::Continuing).to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    pieces(words.now.headline_schedule, &places)
}

/// How many sheets of a year, or of all, reached what they aimed at.
pub fn sheets_headline(
    words: &Words,
    year: Option<FiscalYear>,
    found: &Achievements,
) -> Vec<Piece> {
    let year_name = year.map(|year| words::fiscal_year(words, year));
    let written = found.whole.total() - found.whole.open;
    let places = [
        ("year", year_name.clone().unwrap_or_default()),
        ("count", found.whole.total().to_string()),
        ("reached", found.reached.to_string()),
        ("written", written.to_string()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let template = match (year_name, found.whole.open) {
        (None, _) => words.sheets.headline_all,
        (Some(_), 0) => words.sheets.headline,
        // While the year goes on, how many are written says more than how many are reached.
        (Some(_), _) => words.sheets.headline_open,
    };
    pieces(template, &places)
}

/// The newest year anything is judged for.
fn as_of(words: &Words, document: &Document) -> Option<String> {
    let years = document
        .all_judged()
        .filter_map(|(_, judgement)| judgement.period.fiscal_year());
    let newest = words::fiscal_year(words, years.max()?);
    let end = fill(words.years.up_to, &[("year", &newest)]);
    Some(fill(words.now.as_of, &[("period", &end)]))
}

/// What else the plan holds, what a person is asked.
fn also(words: &Words, source: &Source, document: &Document) -> Markup {
    let plan = document.plan();
    let own = |item: &&ScheduleItem| item.repeat_of.is_none();
    let items = plan.schedule.iter().filter(own).count();
    let told = [
        (items, words.now.open_schedule, Page::Schedule),
        (plan.sheets.len(), words.now.open_sheets, Page::Sheets),
        (
            plan.questions.len(),
            words.now.questions_lead,
            Page::Schedule,
        ),
    ];
    let way = |(count, template, page)| way(count, template, Route::of(source, page).to_string());
    ways(told.into_iter().filter_map(way).collect())
}

/// The way to so many of something, said by a template; none where there are none.
pub fn way(count: usize, template: &str, href: String) -> Option<(String, String)> {
    let text = || fill(template, &[("count", &count.to_string())]);
    (count > 0).then(|| (text(), href))
}

/// Ways to what else there is.
pub fn ways(ways: Vec<(String, String)>) -> Markup {
    html! {
        @if !ways.is_empty() {
            ul.rows.also {
                @for (text, href) in ways { li { a href=(href) { (text) } } }
            }
        }
    }
}

/// One section's rulers: the first of them, and the way to the others. Pictures come in the widths that are given.
pub fn group(
    words: &Words,
    source: &Source,
    document: &Document,
    widths: &[u32],
    group: &Group,
) -> Markup {
    let plan = document.plan();
    let indices = &group.indices;
    let section = plan.sections.get(group.section);
    let judged = indices.iter().filter_map(|index| document.judged(*index));
    let mut tally = Tally::default();
    for (indicator, judgement) in judged {
        tally.add(judgement, newest_actual(indicator, None).is_some());
    }
    let places = [
        ("count", &*tally.total().to_string()),
        ("measured", &*tally.measured.to_string()),
    ];
    let template = match tally.measured {
        0 => words.now.count,
        _ => words.now.count_measured,
    };
    let count = fill(template, &places);
    let shown = group.cards.iter();
    let shown = shown.map(|(goal, others)| usize::from(goal.is_some()) + others.len());
    let rest = indices.len().saturating_sub(shown.sum());
    let all = || {
        let filter = Filter {
            section: section
                .map(|section| section.id.0.clone())
                .unwrap_or_default(),
            ..Filter::default()
        };
        Route::narrowed(source, Page::Indicators, filter)
    };
    html! {
        .section-head {
            h2 { (title(words, plan, source, section)) }
            span.muted { (count) }
        }
        (goals::cards(words, &group.cards, &|index| card(words, document, source, widths, index)))
        @if rest > 0 {
            p.spaced { a href=(all()) { (fill(words.now.others, &[("count", &rest.to_string())])) } }
        }
    }
}

/// What a group is called: its section, where it has one.
fn title(words: &Words, plan: &Plan, source: &Source, section: Option<&Section>) -> Markup {
    match section {
        Some(section) => {
            let to = Route::of(source, Page::Section(section.id.clone()));
            html! { a href=(to) { (words::section_title(section)) } }
        }
        None if plan.sections.is_empty() => html! { (words.app.indicators) },
        None => html! { (words.now.outside) },
    }
}
