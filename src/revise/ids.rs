//! The ids of a later version's items: those of their partners, and new ones for what is new.

use super::item::{Features, Item};
use super::pairs::pair;
use super::sections;
use crate::plan::{Id, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// What the pairing of two plans gave.
pub(super) struct Names {
    /// By the id an item has in the later version: the one it has from now on.
    pub ids: BTreeMap<Id, Id>,
    /// The ids of the plans named as related, in their order; they have none of their own.
    pub related: Vec<Id>,
    /// How many items of those that make a plan were paired, and how many either version has.
    pub paired: usize,
    pub kept: usize,
    pub incoming: usize,
}

/// Pairs two plans.
pub(super) fn names(kept: &Plan, incoming: &Plan) -> Names {
    let mut naming = Naming {
        taken: taken(kept),
        names: Names {
            ids: BTreeMap::new(),
            related: Vec::new(),
            paired: 0,
            kept: 0,
            incoming: 0,
        },
    };
    let (ours, theirs) = (sections::features(kept), sections::features(incoming));
    naming.name("section", &ours, &theirs, true);
    naming.kind::<crate::plan::Initiative>(kept, incoming, true);
    naming.kind::<crate::plan::Indicator>(kept, incoming, true);
    naming.kind::<crate::plan::ScheduleItem>(kept, incoming, true);
    naming.kind::<crate::plan::ProgressSheet>(kept, incoming, true);
    naming.kind::<crate::plan::GlossaryEntry>(kept, incoming, false);
    let mut names = naming.names;
    let related = Naming {
        taken: BTreeSet::new(),
        names: Names {
            ids: BTreeMap::new(),
            related: Vec::new(),
            paired: 0,
            kept: 0,
            incoming: 0,
        },
    };
    names.related = related.related(kept, incoming, &names.ids);
    names
}

struct Naming {
    taken: BTreeSet<Id>,
    names: Names,
}

impl Naming {
    fn kind<Kind: Item>(&mut self, kept: &Plan, incoming: &Plan, counts: bool) {
        let ours = features::<Kind>(kept, &BTreeMap::new());
        let theirs = features::<Kind>(incoming, &self.names.ids);
        self.name(Kind::WORD, &ours, &theirs, counts);
    }

    /// Gives each of the later version's items its partner's id, or a new one.
    fn name(&mut self, word: &str, kept: &[Features], incoming: &[Features], counts: bool) {
        let partners = pair(kept, incoming);
        if counts {
            self.names.paired += partners.iter().flatten().count();
            self.names.kept += kept.len();
            self.names.incoming += incoming.len();
        }
        let mut number = highest(word, &self.taken);
        for (item, partner) in incoming.iter().zip(partners) {
            let id = match partner {
                Some(partner) => kept[partner].id.clone(),
                None => {
                    number += 1;
                    Id::numbered(word, number)
                }
            };
            self.taken.insert(id.clone());
            self.names.ids.insert(item.id.clone(), id);
        }
    }

    fn related(mut self, kept: &Plan, incoming: &Plan, sections: &BTreeMap<Id, Id>) -> Vec<Id> {
        let ours = features::<super::fields::Related>(kept, &BTreeMap::new());
        let theirs = features::<super::fields::Related>(incoming, sections);
        self.taken.extend(ours.iter().map(|item| item.id.clone()));
        self.name(super::fields::Related::WORD, &ours, &theirs, false);
        let named = theirs
            .iter()
            .filter_map(|item| self.names.ids.remove(&item.id));
        named.collect()
    }
}

/// The features of one kind, where they stand told by the ids of the kept plan.
fn features<Kind: Item>(plan: &Plan, names: &BTreeMap<Id, Id>) -> Vec<Features> {
    let features = Kind::of(plan).into_iter().map(|item| {
        let mut features = item.features();
        if let Some(place) = names.get(&Id::from(&*features.place)) {
            features.place = place.to_string();
        }
        features
    });
    features.collect()
}

/// Every id of a plan, those included that only what people said still names: none is used again.
fn taken(plan: &Plan) -> BTreeSet<Id> {
    let mut taken = BTreeSet::new();
    taken.extend(plan.sections.iter().map(|item| item.id.clone()));
    taken.extend(plan.initiatives.iter().map(|item| item.id.clone()));
    taken.extend(plan.indicators.iter().map(|item| item.id.clone()));
    taken.extend(plan.schedule.iter().map(|item| item.id.clone()));
    taken.extend(plan.sheets.iter().map(|item| item.id.clone()));
    taken.extend(plan.glossary.iter().map(|item| item.id.clone()));
    taken.extend(plan.questions.iter().map(|item| item.id.clone()));
    taken.extend(plan.themes.keys().cloned());
    taken.extend(plan.set_aside.keys().cloned());
    taken.extend(plan.decided.keys().cloned());
    taken
}

/// The highest number that an id of a word has.
pub(super) fn highest<'a>(word: &str, ids: impl IntoIterator<Item = &'a Id>) -> usize {
    let numbers = ids.into_iter().filter_map(|id| {
        let number = id.as_str().strip_prefix(word)?.strip_prefix('-')?;
        number
            .parse()
            .ok()
            .filter(|number| *number < usize::MAX / 2)
    });
    numbers.max().unwrap_or(0)
}
