//! What a save has to look at.

use super::record::Record;
use crate::plan::{Edit, Id};
use std::collections::BTreeSet;

/// What may have changed since the plan was loaded or last saved.
pub(super) struct Changes<'a> {
    /// How many edits.
    pub edits: u32,
    /// The items they changed in place; none when anything may have changed.
    items: Option<BTreeSet<&'a Id>>,
}

impl<'a> Changes<'a> {
    /// Anything may have changed, by one edit.
    pub fn unknown() -> Self {
        Self {
            edits: 1,
            items: None,
        }
    }

    /// These edits, or their inverses, were made.
    pub fn of(edits: &[&'a Edit]) -> Self {
        let items: Option<Vec<Vec<&Id>>> = edits.iter().map(|edit| edit.items()).collect();
        Self {
            edits: u32::try_from(edits.len()).unwrap_or(u32::MAX),
            items: items.map(|items| items.into_iter().flatten().collect()),
        }
    }

    /// Whether a record is as it was.
    pub fn spare(&self, record: &Record) -> bool {
        match (&self.items, record.item()) {
            (Some(items), Some(item)) => !items.contains(item),
            _ => false,
        }
    }
}
