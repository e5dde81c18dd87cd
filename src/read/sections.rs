//! Sections and initiatives that the rows of a table name.

use super::indicator_table::{Entry, SectionName, names_level, split_number, unmarked};
use crate::plan::{Id, Initiative, Plan, Provenance, Section, squash};

/// Puts entries into a plan: their indicators, and the sections and initiatives their rows name, each once.
pub(super) fn add_entries(plan: &mut Plan, entries: Vec<Entry>) {
    for entry in entries {
        let mut indicator = entry.indicator;
        let provenance = indicator.provenance.clone();
        if let Some(section) = place(plan, &entry.sections, &provenance) {
            indicator.section = Some(section);
        }
        if !entry.initiative.is_empty() {
            indicator.initiatives.push(initiative(
                plan,
                &entry.initiative,
                indicator.section.clone(),
                provenance,
            ));
        }
        indicator.id = Id::numbered("indicator", plan.indicators.len() + 1);
        plan.indicators.push(indicator);
    }
}

/// The section at the end of a path, with those above it; new ones where the plan has none of that name there.
pub(super) fn place(plan: &mut Plan, path: &[SectionName], provenance: &Provenance) -> Option<Id> {
    let mut parent = None;
    for name in path {
        let (number, title) = match name.number.as_str() {
            "" => numbered_title(&name.title),
            number => (number, name.title.as_str()),
        };
        let same = |section: &&Section| {
            section.parent == parent && section.title == title && section.number == number
        };
        let id = match plan.sections.iter().find(same) {
            Some(section) => section.id.clone(),
            None => {
                let id = Id::numbered("section", plan.sections.len() + 1);
                plan.sections.push(Section {
                    id: id.clone(),
                    parent,
                    level: name.level.clone(),
                    number: number.to_owned(),
                    title: title.to_owned(),
                    provenance: provenance.clone(),
                    ..Section::default()
                });
                id
            }
        };
        parent = Some(id);
    }
    parent
}

/// A title taken apart: `第1章 暮らし` is (`第1章`, `暮らし`), `基本目標２　産業` is (`基本目標２`, `産業`).
fn numbered_title(title: &str) -> (&str, &str) {
    // ■ before 基本施策1 is how the line is set.
    let title = if names_level(title) {
        unmarked(title)
    } else {
        title
    };
    let (number, rest) = split_number(title);
    if !number.is_empty() {
        return (number, rest);
    }
    let Some((first, rest)) = title.split_once([' ', '\u{3000}', '：', ':', '\n']) else {
        return ("", title);
    };
    let has_digit = squash(first)
        .chars()
        .any(|c| c.is_ascii_digit() || ('①'..='⓿').contains(&c) || ('Ⅰ'..='ⅿ').contains(&c));
    if has_digit && first.chars().count() <= 8 && !rest.trim().is_empty() {
        (first, rest.trim())
    } else {
        ("", title)
    }
}

/// The initiative of this name in a section; a new one where there is none.
fn initiative(plan: &mut Plan, written: &str, section: Option<Id>, provenance: Provenance) -> Id {
    let (number, name) = split_number(written);
    let same = |initiative: &&Initiative| {
        initiative.section == section && initiative.name == name && initiative.number == number
    };
    if let Some(initiative) = plan.initiatives.iter().find(same) {
        return initiative.id.clone();
    }
    let id = Id::numbered("initiative", plan.initiatives.len() + 1);
    plan.initiatives.push(Initiative {
        id: id.clone(),
        section,
        number: number.to_owned(),
        name: name.to_owned(),
        provenance,
        ..Initiative::default()
    });
    id
}
