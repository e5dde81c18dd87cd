//! Ids: filled in where a hand-written file gives none, made unique where two items share one, and references checked.

use crate::plan::{Id, Plan};
use crate::read::finding::{Finding, FindingKind, Level};
use std::collections::HashSet;

/// Gives every item an id of its own and lists references to items that are not there. References stay as they are.
pub(super) fn settle(plan: &mut Plan, findings: &mut Vec<Finding>) {
    let mut taken: HashSet<String> = HashSet::new();
    let mut naming = Naming {
        taken: &mut taken,
        findings,
    };
    naming.name("section", plan.sections.iter_mut().map(|item| &mut item.id));
    naming.name(
        "initiative",
        plan.initiatives.iter_mut().map(|item| &mut item.id),
    );
    naming.name(
        "indicator",
        plan.indicators.iter_mut().map(|item| &mut item.id),
    );
    naming.name(
        "schedule",
        plan.schedule.iter_mut().map(|item| &mut item.id),
    );
    naming.name("sheet", plan.sheets.iter_mut().map(|item| &mut item.id));
    naming.name("term", plan.glossary.iter_mut().map(|item| &mut item.id));
    naming.name(
        "question",
        plan.questions.iter_mut().map(|item| &mut item.id),
    );
    check_references(plan, &taken, findings);
}

struct Naming<'a> {
    taken: &'a mut HashSet<String>,
    findings: &'a mut Vec<Finding>,
}

impl Naming<'_> {
    /// Keeps the ids that are there for those who came first; the others get the next free number of their kind.
    fn name<'i>(&mut self, kind: &str, ids: impl Iterator<Item = &'i mut Id>) {
        let mut nameless = Vec::new();
        for id in ids {
            let is_new = !id.is_empty() && self.taken.insert(id.0.clone());
            if !is_new {
                nameless.push(id);
            }
        }
        let mut number = 1;
        for id in nameless {
            while self.taken.contains(Id::numbered(kind, number).as_str()) {
                number += 1;
            }
            let before = std::mem::replace(id, Id::numbered(kind, number));
            self.taken.insert(id.0.clone());
            if !before.is_empty() {
                let kind = FindingKind::DuplicateId;
                let finding = Finding {
                    level: Level::Warning,
                    line: None,
                    text: before.0,
                    kind,
                    item: None,
                };
                self.findings.push(finding.about(id.clone()));
            }
        }
    }
}

fn check_references(plan: &Plan, known: &HashSet<String>, findings: &mut Vec<Finding>) {
    let mut check = |item: Option<&Id>, name: &str, to: &Id| {
        if !known.contains(to.as_str()) {
            let kind = FindingKind::DanglingReference { to: to.0.clone() };
            findings.push(Finding {
                level: Level::Warning,
                line: None,
                text: name.to_owned(),
                kind,
                item: item.cloned(),
            });
        }
    };
    for section in &plan.sections {
        section
            .parent
            .iter()
            .for_each(|to| check(Some(&section.id), &section.title, to));
    }
    for initiative in &plan.initiatives {
        initiative
            .section
            .iter()
            .for_each(|to| check(Some(&initiative.id), &initiative.name, to));
    }
    for indicator in &plan.indicators {
        let named = indicator.section.iter().chain(&indicator.initiatives);
        let named = named.chain(indicator.serves.iter().flatten());
        named.for_each(|to| check(Some(&indicator.id), &indicator.name, to));
    }
    for item in &plan.schedule {
        let named = item.section.iter().chain(&item.repeat_of);
        named.for_each(|to| check(Some(&item.id), &item.name, to));
    }
    for sheet in &plan.sheets {
        let named = sheet.section.iter().chain(&sheet.follows);
        named.for_each(|to| check(Some(&sheet.id), &sheet.title, to));
    }
    for entry in &plan.glossary {
        entry
            .cited_in
            .iter()
            .for_each(|to| check(Some(&entry.id), &entry.term, to));
    }
    for related in &plan.related_plans {
        related
            .section
            .iter()
            .for_each(|to| check(None, &related.name, to));
    }
    for question in &plan.questions {
        check(Some(&question.id), &question.source_text, &question.item);
    }
}
