//! Two versions of a plan side by side.

use super::difference::{Difference, People};
use super::fields::{Head, Related};
use super::ids::names;
use super::item::Item;
use super::likeness::Likeness;
use super::questions::{Asked, Questions};
use crate::plan::{
    GlossaryEntry, Id, Indicator, Initiative, Plan, ProgressSheet, ScheduleItem, Section,
};

/// A kept plan and a later version of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    pub(super) kept: Plan,
    /// The later version; its items carry the ids of their partners.
    pub(super) incoming: Plan,
    /// The ids of the plans it names as related, in their order.
    pub(super) related: Vec<Id>,
    likeness: Likeness,
    difference: Difference,
    asked: Vec<Asked>,
    answered_before: usize,
}

impl Revision {
    /// Pairs and compares two versions.
    #[must_use]
    pub fn new(kept: &Plan, incoming: &Plan) -> Self {
        let (mut kept, mut incoming) = (kept.clone(), incoming.clone());
        kept.ensure_ids();
        incoming.ensure_ids();
        let names = names(&kept, &incoming);
        let fewer = names.kept.min(names.incoming);
        let likeness = Likeness::new(&kept, &incoming, names.paired, fewer);
        incoming.rename(&names.ids);
        let questions = Questions::new(&kept, &incoming);
        let mut revision = Self {
            kept,
            incoming,
            related: names.related,
            likeness,
            difference: Difference::default(),
            asked: Vec::new(),
            answered_before: questions.answered_before,
        };
        revision.difference = revision.compare(&questions);
        revision.asked = questions.asked;
        revision
    }

    /// What speaks for both being versions of one document.
    #[must_use]
    pub fn likeness(&self) -> Likeness {
        self.likeness
    }

    /// What the later version changes.
    #[must_use]
    pub fn difference(&self) -> &Difference {
        &self.difference
    }

    /// The kept plan, in which the items before a change are found.
    #[must_use]
    pub fn before(&self) -> &Plan {
        &self.kept
    }

    /// The later version with the ids its items have from now on.
    #[must_use]
    pub fn after(&self) -> &Plan {
        &self.incoming
    }

    /// What the later version asks, without what was answered before.
    #[must_use]
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// How many of its questions were answered before and are not asked again.
    #[must_use]
    pub fn answered_before(&self) -> usize {
        self.answered_before
    }

    /// The later version's items of a kind, with the ids they have from now on.
    pub(super) fn later<Of: Item>(&self) -> Vec<Of> {
        let mut items = Of::of(&self.incoming);
        if Of::KIND == Related::KIND {
            for (item, id) in items.iter_mut().zip(&self.related) {
                item.set_id(id.clone());
            }
        }
        items
    }

    fn compare(&self, questions: &Questions) -> Difference {
        let answered = |item: &Id, field| questions.answered(item, field);
        let said_of = |item: &Id| {
            let kept = &self.kept;
            kept.themes.contains_key(item)
                || kept.set_aside.contains_key(item)
                || kept.decided.contains_key(item)
        };
        let people = People {
            answered: &answered,
            said_of: &said_of,
            is_part: self.likeness.is_part(),
        };
        let mut difference = Difference::default();
        self.compare_kind::<Head>(&mut difference, &people);
        self.compare_kind::<Section>(&mut difference, &people);
        self.compare_kind::<Initiative>(&mut difference, &people);
        self.compare_kind::<Indicator>(&mut difference, &people);
        self.compare_kind::<ScheduleItem>(&mut difference, &people);
        self.compare_kind::<ProgressSheet>(&mut difference, &people);
        self.compare_kind::<GlossaryEntry>(&mut difference, &people);
        self.compare_kind::<Related>(&mut difference, &people);
        difference.counts.remove(&Head::KIND);
        difference
    }

    fn compare_kind<Of: Item>(&self, difference: &mut Difference, people: &People<'_>) {
        difference.add(&Of::of(&self.kept), &self.later::<Of>(), people);
    }
}
