//! The kept plan as it is once a later version was taken over.

use super::choices::Choices;
use super::difference::ItemChange;
use super::fields::{Head, Related};
use super::item::Item;
use super::questions::{answers, open_after};
use super::revision::Revision;
use crate::plan::{Answer, Edit, Id, Period, Plan};
use std::collections::{BTreeMap, BTreeSet};

impl Revision {
    /// The one edit that takes the later version over as chosen, together with the answers to what it asks (by the ids
    /// its questions were read with). Targets that others take the place of are kept with the period of the change.
    ///
    /// An item that is to be removed stays where something that stays stands in it or belongs to it.
    #[must_use]
    pub fn take_over(
        &self,
        choices: &Choices,
        given: &BTreeMap<Id, Answer>,
        changed: Period,
    ) -> Edit {
        let mut removed: BTreeSet<Id> = self
            .difference()
            .gone
            .iter()
            .filter(|gone| choices.removes(gone))
            .map(|gone| gone.item.id.clone())
            .collect();
        let plan = loop {
            let mut plan = self.merged(choices, &removed, changed);
            let held: Vec<Id> = plan
                .references()
                .into_iter()
                .filter(|id| removed.contains(*id))
                .cloned()
                .collect();
            if held.is_empty() {
                plan.forget(&removed);
                break plan;
            }
            for id in held {
                removed.remove(&id);
            }
        };
        let mut edits = answers(&plan, self.asked(), given);
        let plan = Box::new(plan);
        edits.insert(0, Edit::Replace { plan });
        Edit::Together { edits }
    }

    fn merged(&self, choices: &Choices, removed: &BTreeSet<Id>, changed: Period) -> Plan {
        let merge = Merge {
            revision: self,
            changes: self
                .difference()
                .changed
                .iter()
                .map(|change| (&change.item.id, change))
                .collect(),
            choices,
            removed,
            changed,
        };
        let mut plan = self.kept.clone();
        for head in merge.items::<Head>() {
            head.put_into(&mut plan);
        }
        plan.sections = merge.items();
        plan.initiatives = merge.items();
        plan.indicators = merge.items();
        plan.schedule = merge.items();
        plan.sheets = merge.items();
        plan.glossary = merge.items();
        plan.related_plans = merge
            .items::<Related>()
            .into_iter()
            .map(|related| related.plan)
            .collect();
        plan.questions = open_after(&self.kept, &self.incoming, self.asked());
        if plan.rules.is_empty() {
            plan.rules = self.incoming.rules.clone();
        }
        let new: BTreeSet<&Id> = self.difference().new.iter().map(|item| &item.id).collect();
        add_said(&mut plan.themes, &self.incoming.themes, &new);
        add_said(&mut plan.set_aside, &self.incoming.set_aside, &new);
        add_said(&mut plan.decided, &self.incoming.decided, &new);
        plan
    }
}

/// Takes what people said of items that are new.
fn add_said<Said: Clone>(
    kept: &mut BTreeMap<Id, Said>,
    incoming: &BTreeMap<Id, Said>,
    new: &BTreeSet<&Id>,
) {
    for (id, said) in incoming.iter().filter(|(id, _)| new.contains(id)) {
        kept.insert(id.clone(), said.clone());
    }
}

struct Merge<'a> {
    revision: &'a Revision,
    changes: BTreeMap<&'a Id, &'a ItemChange>,
    choices: &'a Choices,
    removed: &'a BTreeSet<Id>,
    changed: Period,
}

impl Merge<'_> {
    /// The items of a kind in the order of the later version; those it does not have follow what they stood behind.
    fn items<Of: Item>(&self) -> Vec<Of> {
        let kept = Of::of(&self.revision.kept);
        let incoming: Vec<Of> = self.revision.later();
        let mut partners: BTreeMap<&Id, &Of> = BTreeMap::new();
        partners.extend(kept.iter().map(|item| (item.id(), item)));
        let spoken: BTreeSet<&Id> = incoming.iter().map(Item::id).collect();
        let mut behind: BTreeMap<Option<&Id>, Vec<&Of>> = BTreeMap::new();
        let mut last = None;
        for item in &kept {
            if spoken.contains(item.id()) {
                last = Some(item.id());
            } else if !self.removed.contains(item.id()) {
                behind.entry(last).or_default().push(item);
            }
        }
        let mut items = Vec::with_capacity(kept.len().max(incoming.len()));
        items.extend(followers(&mut behind, None));
        for item in &incoming {
            items.push(match partners.get(item.id()) {
                Some(partner) => self.item(partner, item),
                None => item.clone(),
            });
            items.extend(followers(&mut behind, Some(item.id())));
        }
        items
    }

    /// An item with what is taken of its later version. It starts from the kept one, so that what no source gives stays.
    fn item<Of: Item>(&self, kept: &Of, incoming: &Of) -> Of {
        let mut item = kept.clone();
        item.follow(incoming);
        let change = self.changes.get(kept.id());
        for field in change.into_iter().flat_map(|change| &change.fields) {
            if !self.choices.takes(kept.id(), field) {
                continue;
            }
            match Of::fields().iter().find(|own| own.field == field.field) {
                Some(own) => (own.take)(&mut item, incoming),
                None => item.take_more(incoming, field.field, self.changed),
            }
        }
        item.settle(incoming);
        item
    }
}

/// The items that stand behind a place, taken out.
fn followers<'a, Of: Item>(
    behind: &mut BTreeMap<Option<&'a Id>, Vec<&'a Of>>,
    place: Option<&'a Id>,
) -> Vec<Of> {
    let items = behind.get_mut(&place).map(std::mem::take);
    items.unwrap_or_default().into_iter().cloned().collect()
}
