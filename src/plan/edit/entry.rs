//! What a person says of an item under a key: the themes it belongs to, the remarks set aside.

use crate::plan::Id;
use std::collections::BTreeMap;

/// Sets or (with none) removes what is said of an item under a key, and gives what was said before.
pub(super) fn set_entry<Entry>(
    entries: &mut BTreeMap<Id, BTreeMap<String, Entry>>,
    item: &Id,
    key: &str,
    entry: Option<Entry>,
) -> Option<Entry> {
    let Some(entry) = entry else {
        let own = entries.get_mut(item)?;
        let before = own.remove(key);
        if own.is_empty() {
            entries.remove(item);
        }
        return before;
    };
    let own = entries.entry(item.clone()).or_default();
    own.insert(key.to_owned(), entry)
}
