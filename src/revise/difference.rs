//! What a later version changes, item by item and field by field.

use super::field::{Field, Kind, Shown};
use super::item::{Compared, Item};
use super::pairs::classes;
use crate::plan::Id;
use std::collections::BTreeMap;

/// What a later version changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Items only the later version has.
    pub new: Vec<ItemRef>,
    /// Items that say something else.
    pub changed: Vec<ItemChange>,
    /// Items only the kept plan has, of a kind the later version speaks of.
    pub gone: Vec<Gone>,
    /// How many of each kind there are of which.
    pub counts: BTreeMap<Kind, Counts>,
}

/// How many items of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Only in the later version.
    pub new: usize,
    /// In both, and different.
    pub changed: usize,
    /// Only in the kept plan.
    pub gone: usize,
    /// In both the same, or of a kind that the later version does not speak of.
    pub unchanged: usize,
}

/// An item by its id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRef {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its name as written.
    pub name: String,
}

/// An item that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The item, as it is called now.
    pub item: ItemRef,
    /// What differs.
    pub fields: Vec<FieldChange>,
}

/// A field that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What stands there now.
    pub before: Shown,
    /// What the later version says; never nothing.
    pub after: Shown,
    /// Whether people entered or decided what stands there: it stays unless they choose otherwise.
    pub entered: bool,
}

/// An item that the later version no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The item.
    pub item: ItemRef,
    /// Whether it stays unless a person chooses otherwise: people entered something of it, or what comes is named
    /// otherwise and so perhaps a part of the plan, such as a table with some of its figures.
    pub stays: bool,
}

impl Difference {
    /// Whether there is none.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }

    /// How many items the kept plan has.
    #[must_use]
    pub fn kept(&self) -> usize {
        let counts = self.counts.values();
        counts
            .map(|count| count.changed + count.gone + count.unchanged)
            .sum()
    }

    /// The fields in which a person has to choose, with their items.
    pub fn choices(&self) -> impl Iterator<Item = (&ItemRef, &FieldChange)> {
        self.changed.iter().flat_map(|change| {
            let entered = change.fields.iter().filter(|field| field.entered);
            entered.map(|field| (&change.item, field))
        })
    }

    /// Adds what differs in one kind; the items of the later version carry the ids of their partners.
    pub(super) fn add<Of: Item>(&mut self, kept: &[Of], incoming: &[Of], people: &People<'_>) {
        let mut partners: BTreeMap<&Id, &Of> = BTreeMap::new();
        partners.extend(kept.iter().map(|item| (item.id(), item)));
        let features: Vec<_> = incoming.iter().map(Item::features).collect();
        let spoken_of = classes(&features);
        let mut counts = Counts::default();
        for item in incoming {
            let Some(partner) = partners.remove(item.id()) else {
                counts.new += 1;
                self.new.push(reference(item));
                continue;
            };
            let fields = compared(partner, item, people);
            if fields.is_empty() {
                counts.unchanged += 1;
            } else {
                counts.changed += 1;
                let item = reference(partner);
                self.changed.push(ItemChange { item, fields });
            }
        }
        for item in kept.iter().filter(|item| partners.contains_key(item.id())) {
            if spoken_of.contains(item.features().class.as_str()) {
                counts.gone += 1;
                self.gone.push(Gone {
                    item: reference(item),
                    stays: people.is_part || item.is_entered() || (people.said_of)(item.id()),
                });
            } else {
                counts.unchanged += 1;
            }
        }
        if counts != Counts::default() {
            self.counts.insert(Of::KIND, counts);
        }
    }
}

/// What people did that a comparison of items does not show.
pub(super) struct People<'a> {
    /// Whether a person's answer settled a field of an item.
    pub answered: &'a dyn Fn(&Id, Field) -> Option<Answered>,
    /// Whether people said something of an item.
    pub said_of: &'a dyn Fn(&Id) -> bool,
    /// Whether what comes is named otherwise than the plan.
    pub is_part: bool,
}

/// A field that somebody's answer settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// The source says the same as when it was asked: nothing is different.
    AboutTheSame,
    /// The source says something else by now.
    AboutSomethingElse,
}

fn reference<Of: Item>(item: &Of) -> ItemRef {
    ItemRef {
        kind: Of::KIND,
        id: item.id().clone(),
        name: item.name().to_owned(),
    }
}

/// The fields in which an item differs. A later version that says nothing of a field takes nothing away.
fn compared<Of: Item>(kept: &Of, incoming: &Of, people: &People<'_>) -> Vec<FieldChange> {
    let fields = Of::fields().iter().map(|field| Compared {
        field: field.field,
        before: (field.shown)(kept),
        after: (field.shown)(incoming),
        entered: field.entered,
    });
    let mut found = Vec::new();
    for one in fields.chain(kept.more(incoming)) {
        if one.after.is_nothing() || one.before.same(&one.after) {
            continue;
        }
        let answered = (people.answered)(kept.id(), one.field);
        if answered == Some(Answered::AboutTheSame) {
            continue;
        }
        let people_did = one.entered || answered.is_some();
        found.push(FieldChange {
            field: one.field,
            entered: people_did && !one.before.is_nothing(),
            before: one.before,
            after: one.after,
        });
    }
    found
}
