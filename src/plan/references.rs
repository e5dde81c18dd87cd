//! What refers to what: every place of a plan where an id stands.

use super::{Id, Plan};
use std::collections::{BTreeMap, BTreeSet};

impl Plan {
    /// Gives items other ids, everywhere they are named; an id that is not among the names stays.
    pub fn rename(&mut self, names: &BTreeMap<Id, Id>) {
        self.each_id(&mut |id| {
            if let Some(name) = names.get(id) {
                id.clone_from(name);
            }
        });
        rename_keys(&mut self.themes, names);
        rename_keys(&mut self.set_aside, names);
        rename_keys(&mut self.decided, names);
    }

    /// The items that others stand in, belong to or repeat. Footnotes, questions and what people said of an item hold
    /// nothing that would be lost with it.
    #[must_use]
    pub fn references(&self) -> BTreeSet<&Id> {
        let mut named = BTreeSet::new();
        named.extend(self.sections.iter().filter_map(|item| item.parent.as_ref()));
        named.extend(
            self.initiatives
                .iter()
                .filter_map(|item| item.section.as_ref()),
        );
        for item in &self.indicators {
            named.extend(item.section.iter().chain(&item.initiatives));
        }
        for item in &self.schedule {
            named.extend(item.section.iter().chain(&item.repeat_of));
        }
        for item in &self.sheets {
            named.extend(item.section.iter().chain(&item.follows));
        }
        let related = self.related_plans.iter();
        named.extend(related.filter_map(|item| item.section.as_ref()));
        named
    }

    /// Takes out what names these items without being lost with them, since they are no longer there.
    pub fn forget(&mut self, gone: &BTreeSet<Id>) {
        for entry in &mut self.glossary {
            entry.cited_in.retain(|section| !gone.contains(section));
        }
        for goals in self
            .indicators
            .iter_mut()
            .filter_map(|item| item.serves.as_mut())
        {
            goals.retain(|goal| !gone.contains(goal));
        }
        for item in &mut self.sheets {
            item.follows.take_if(|earlier| gone.contains(earlier));
        }
        self.questions
            .retain(|question| !gone.contains(&question.item));
        self.themes.retain(|id, _| !gone.contains(id));
        self.set_aside.retain(|id, _| !gone.contains(id));
        self.decided.retain(|id, _| !gone.contains(id));
    }

    /// What an item is called, as written; none when there is no such item or it has no name.
    #[must_use]
    pub fn name_of(&self, id: &Id) -> Option<&str> {
        let sections = self.sections.iter().map(|item| (&item.id, &item.title));
        let initiatives = self.initiatives.iter().map(|item| (&item.id, &item.name));
        let indicators = self.indicators.iter().map(|item| (&item.id, &item.name));
        let schedule = self.schedule.iter().map(|item| (&item.id, &item.name));
        let sheets = self.sheets.iter().map(|item| (&item.id, &item.title));
        let terms = self.glossary.iter().map(|item| (&item.id, &item.term));
        let mut all = sections
            .chain(initiatives)
            .chain(indicators)
            .chain(schedule)
            .chain(sheets)
            .chain(terms);
        let (_, name) = all.find(|(own, _)| *own == id)?;
        (!name.is_empty()).then_some(name.as_str())
    }

    /// Every id that stands in an item or a question: its own and those it names.
    fn each_id(&mut self, act: &mut impl FnMut(&mut Id)) {
        for item in &mut self.sections {
            act(&mut item.id);
            item.parent.iter_mut().for_each(&mut *act);
        }
        for item in &mut self.initiatives {
            act(&mut item.id);
            item.section.iter_mut().for_each(&mut *act);
        }
        for item in &mut self.indicators {
            act(&mut item.id);
            let serves = item.serves.iter_mut().flatten();
            let named = item.section.iter_mut().chain(&mut item.initiatives);
            named.chain(serves).for_each(&mut *act);
        }
        for item in &mut self.schedule {
            act(&mut item.id);
            let named = item.section.iter_mut().chain(&mut item.repeat_of);
            named.for_each(&mut *act);
        }
        for item in &mut self.sheets {
            act(&mut item.id);
            let named = item.section.iter_mut().chain(&mut item.follows);
            named.for_each(&mut *act);
        }
        for item in &mut self.glossary {
            act(&mut item.id);
            item.cited_in.iter_mut().for_each(&mut *act);
        }
        for item in &mut self.related_plans {
            item.section.iter_mut().for_each(&mut *act);
        }
        for item in &mut self.questions {
            act(&mut item.id);
            act(&mut item.item);
        }
    }
}

fn rename_keys<Said>(said: &mut BTreeMap<Id, Said>, names: &BTreeMap<Id, Id>) {
    let entries = std::mem::take(said);
    for (id, entry) in entries {
        said.insert(names.get(&id).cloned().unwrap_or(id), entry);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::plan::generate;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(200)))]

        #[test]
        fn a_plan_renamed_forth_and_back_is_the_same(plan in generate::plan()) {
            let mut renamed = plan.clone();
            let mut names = BTreeMap::new();
            renamed.each_id(&mut |id| {
                names.insert(id.clone(), Id(format!("other-{id}")));
            });
            names.extend(plan.themes.keys().map(|id| (id.clone(), Id(format!("other-{id}")))));
            renamed.rename(&names);
            let text = serde_json::to_string(&renamed).unwrap_or_default();
            prop_assert!(!names.keys().any(|id| text.contains(&format!("\"{id}\""))), "an id was forgotten");
            let back = names.into_iter().map(|(id, name)| (name, id)).collect();
            renamed.rename(&back);
            prop_assert_eq!(renamed, plan);
        }
    }
}
