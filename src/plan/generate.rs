//! Plans made up at random, for tests of what must hold for every plan.
//!
//! Texts are nasty on purpose, ids are unique and references point at items that are there.

mod edits;
mod indicators;
mod items;
mod values;

pub use edits::{edit, edited_plan};
pub use indicators::{actual, indicator};
pub use values::{period, text, value};

use super::{Id, Plan};
use items::{
    glossary_entry, initiative, municipality, plan_period, question, related_plan, rules,
    schedule_item, section, sheet,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// How many cases a property runs: `PROPTEST_CASES` where it is set, else the number given.
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(usual)
}

/// Any plan: up to a few items of each kind.
pub fn plan() -> BoxedStrategy<Plan> {
    let heads = (municipality(), text(), plan_period(), text(), rules());
    let works = (
        vec(section(), 0..5),
        vec(initiative(), 0..4),
        vec(indicator(), 0..6),
    );
    let years = (vec(schedule_item(), 0..4), vec(sheet(), 0..3));
    let rests = (
        vec(glossary_entry(), 0..3),
        vec(related_plan(), 0..3),
        vec(question(), 0..3),
    );
    (heads, works, years, rests)
        .prop_map(|(head, work, year, rest)| {
            let (municipality, title, period, source, rules) = head;
            let (sections, initiatives, indicators) = work;
            let (schedule, sheets) = year;
            let (glossary, related_plans, questions) = rest;
            let mut plan = Plan {
                municipality,
                title,
                period,
                source,
                sections,
                initiatives,
                indicators,
                schedule,
                sheets,
                glossary,
                related_plans,
                themes: BTreeMap::new(),
                set_aside: BTreeMap::new(),
                decided: BTreeMap::new(),
                questions,
                rules,
            };
            name_items(&mut plan);
            plan
        })
        .boxed()
}

/// Gives every item its id and lets the items refer to each other.
fn name_items(plan: &mut Plan) {
    let section_of = |index: usize, sections: usize| {
        (sections > 0 && index % 3 != 2).then(|| Id::numbered("section", index % sections + 1))
    };
    let sections = plan.sections.len();
    for (index, section) in plan.sections.iter_mut().enumerate() {
        section.id = Id::numbered("section", index + 1);
        section.parent = (index > 0).then(|| Id::numbered("section", index / 2 + 1));
    }
    for (index, item) in plan.initiatives.iter_mut().enumerate() {
        item.id = Id::numbered("initiative", index + 1);
        item.section = section_of(index, sections);
    }
    let initiative = plan.initiatives.first().map(|item| item.id.clone());
    for (index, item) in plan.indicators.iter_mut().enumerate() {
        item.id = Id::numbered("indicator", index + 1);
        item.section = section_of(index, sections);
        item.initiatives = initiative
            .iter()
            .filter(|_| index % 2 == 0)
            .cloned()
            .collect();
    }
    let indicators = plan.indicators.len();
    for (index, item) in plan.indicators.iter_mut().enumerate() {
        let goal = Id::numbered("indicator", index * 2 % indicators + 1);
        item.serves = match index % 3 {
            0 => None,
            1 => Some(vec![goal]),
            _ => Some(Vec::new()),
        };
    }
    for (index, item) in plan.schedule.iter_mut().enumerate() {
        item.id = Id::numbered("schedule", index + 1);
        item.section = section_of(index, sections);
        item.repeat_of = (index == 2).then(|| Id::numbered("schedule", 1));
    }
    for (index, sheet) in plan.sheets.iter_mut().enumerate() {
        sheet.id = Id::numbered("sheet", index + 1);
        sheet.section = section_of(index, sections);
        sheet.follows = (index == 2).then(|| Id::numbered("sheet", 1));
    }
    for (index, entry) in plan.glossary.iter_mut().enumerate() {
        entry.id = Id::numbered("term", index + 1);
        entry.cited_in = section_of(index, sections).into_iter().collect();
    }
    for (index, related) in plan.related_plans.iter_mut().enumerate() {
        related.section = section_of(index, sections);
    }
    for (index, question) in plan.questions.iter_mut().enumerate() {
        question.id = Id::numbered("question", index + 1);
        question.item = Id::numbered("schedule", index + 1);
    }
    decide(plan);
}

/// Lets a person have said something of the first indicator.
fn decide(plan: &mut Plan) {
    let Some(indicator) = plan.indicators.first() else {
        return;
    };
    let said = |key: &str| (key.to_owned(), indicator.name.clone());
    let themes = BTreeMap::from([(indicator.name.clone(), indicator.unit.is_empty())]);
    let set_aside = BTreeMap::from([said("stale_copy"), said("")]);
    plan.themes.insert(indicator.id.clone(), themes);
    plan.set_aside.insert(indicator.id.clone(), set_aside);
    if let Some(question) = plan.questions.first() {
        let key = question.kind.key().to_owned();
        let line = question.source_text.clone();
        plan.decided
            .insert(indicator.id.clone(), BTreeMap::from([(key, line)]));
    }
}
