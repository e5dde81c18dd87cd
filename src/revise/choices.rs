//! What a person chooses of a difference; without a choice, what people entered stays and all else follows the source.

use super::difference::{Difference, FieldChange, Gone};
use super::field::Field;
use crate::plan::Id;
use std::collections::BTreeMap;

/// The choices made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    taken: BTreeMap<(Id, Field), bool>,
    removed: BTreeMap<Id, bool>,
}

impl Choices {
    /// Chooses whether what the later version says of a field is taken.
    pub fn take(&mut self, item: &Id, field: Field, taken: bool) {
        self.taken.insert((item.clone(), field), taken);
    }

    /// Chooses whether an item that is gone is removed.
    pub fn remove(&mut self, item: &Id, removed: bool) {
        self.removed.insert(item.clone(), removed);
    }

    /// Whether a field is taken.
    #[must_use]
    pub fn takes(&self, item: &Id, change: &FieldChange) -> bool {
        let chosen = self.taken.get(&(item.clone(), change.field));
        chosen.copied().unwrap_or(!change.entered)
    }

    /// Whether an item that is gone is removed.
    #[must_use]
    pub fn removes(&self, gone: &Gone) -> bool {
        let chosen = self.removed.get(&gone.item.id);
        chosen.copied().unwrap_or(!gone.stays)
    }

    /// How many items are removed.
    #[must_use]
    pub fn removed(&self, difference: &Difference) -> usize {
        let gone = difference.gone.iter();
        gone.filter(|gone| self.removes(gone)).count()
    }

    /// Whether so much is removed that it is asked once more: over half of what is kept.
    #[must_use]
    pub fn removes_most(&self, difference: &Difference) -> bool {
        self.removed(difference) * 2 > difference.kept()
    }
}
