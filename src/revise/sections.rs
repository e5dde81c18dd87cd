//! By what a section is recognised: where it stands and what stands in it.

use super::item::{Features, Item};
use crate::plan::{Id, Plan, Section, fold_search};
use std::collections::BTreeMap;

/// How deep a path of sections is followed; a hand-written file may name a section as its own ancestor.
const DEEPEST: usize = 12;

/// The features of a plan's sections, in their order.
pub(super) fn features(plan: &Plan) -> Vec<Features> {
    let by_id: BTreeMap<&Id, &Section> = plan
        .sections
        .iter()
        .map(|section| (&section.id, section))
        .collect();
    let contents = contents(plan);
    let described = plan.sections.iter().map(|section| {
        let mut path = Vec::new();
        let mut next = section.parent.as_ref().and_then(|id| by_id.get(id));
        while let Some(above) = next
            && path.len() < DEEPEST
        {
            path.push(fold_search(&above.title));
            next = above.parent.as_ref().and_then(|id| by_id.get(id));
        }
        Features {
            place: path.join("\n"),
            rest: contents.get(&section.id).cloned().unwrap_or_default(),
            ..section.features()
        }
    });
    described.collect()
}

/// The names of what stands directly in each section.
fn contents(plan: &Plan) -> BTreeMap<&Id, String> {
    let mut contents: BTreeMap<&Id, String> = BTreeMap::new();
    let sections = plan
        .sections
        .iter()
        .map(|item| (item.parent.as_ref(), &item.title));
    let initiatives = plan
        .initiatives
        .iter()
        .map(|item| (item.section.as_ref(), &item.name));
    let indicators = plan
        .indicators
        .iter()
        .map(|item| (item.section.as_ref(), &item.name));
    let schedule = plan
        .schedule
        .iter()
        .map(|item| (item.section.as_ref(), &item.name));
    let sheets = plan
        .sheets
        .iter()
        .map(|item| (item.section.as_ref(), &item.title));
    let all = sections
        .chain(initiatives)
        .chain(indicators)
        .chain(schedule)
        .chain(sheets);
    for (section, name) in all {
        if let Some(section) = section {
            let names = contents.entry(section).or_default();
            names.push_str(&fold_search(name));
            names.push('\n');
        }
    }
    contents
}
