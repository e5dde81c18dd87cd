//! The same texts once more, in a second store of the browser.
//!
//! Browsers write their local storage to disk seconds late, and other pages of the origin may clear it. The mirror
//! (IndexedDB) has what was given to it at once. Each save gives it all texts it changed in one piece, so that it always
//! holds whole states. When the app starts, the two are compared plan by plan ([`gaps`]), and the one that is behind is
//! brought up: order is by what each tab saved, never by a clock.

use super::manifest::Manifest;
use super::shelf::{PREFIX, SLOTS, SlotTexts, newest};
use super::{KeepError, Storage, StorageError};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Texts by their keys in the storage.
pub type Texts = BTreeMap<String, String>;

/// What a plan's state in the storage is to its state in the mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The storage lacks what the mirror has: [`restore`] brings it back.
    StorageBehind(String),
    /// The mirror lacks what the storage has: it is given the storage's texts anew.
    MirrorBehind(String),
    /// Each has what the other lacks: the mirror's is kept beside the storage's as a plan of its own.
    Apart(String),
}

/// A storage that notes which keys are written, so that the mirror can be given the same.
pub struct Noted<S: Storage> {
    storage: S,
    keys: RefCell<BTreeSet<String>>,
}

impl<S: Storage> Noted<S> {
    /// Notes what is written to a storage.
    pub fn new(storage: S) -> Self {
        Self {
            storage,
            keys: RefCell::default(),
        }
    }

    /// What was written since this was asked last, as it stands now; none for what is not there any more.
    ///
    /// # Errors
    /// When the storage cannot be read; it is noted still then.
    pub fn take(&self) -> Result<Vec<(String, Option<String>)>, StorageError> {
        let keys = self.keys.borrow().clone();
        let texts = keys.into_iter().map(|key| {
            let text = self.storage.get(&key)?;
            Ok((key, text))
        });
        let texts = texts.collect::<Result<Vec<_>, StorageError>>()?;
        self.keys.borrow_mut().clear();
        Ok(texts)
    }
}

impl<S: Storage> Storage for Noted<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.keys.borrow_mut().insert(key.to_owned());
        self.storage.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.keys.borrow_mut().insert(key.to_owned());
        self.storage.remove(key)
    }

    fn keys_with_prefix(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.storage.keys_with_prefix(prefix)
    }
}

/// Whether a key is that of a manifest: these are the few texts that tell how far a state is.
#[must_use]
pub fn is_manifest(key: &str) -> bool {
    let name = key.strip_prefix(PREFIX).and_then(|key| key.split_once('/'));
    name.is_some_and(|(_, name)| SLOTS.contains(&name))
}

/// What every key of a plan begins with.
#[must_use]
pub fn prefix(plan: &str) -> String {
    format!("{PREFIX}{plan}/")
}

/// Where storage and mirror differ, plan by plan; `mirrored` are the mirror's manifests.
///
/// # Errors
/// When the storage cannot be read.
pub fn gaps(storage: &dyn Storage, mirrored: &Texts) -> Result<Vec<Gap>, StorageError> {
    let mut stored = Texts::new();
    for key in storage.keys_with_prefix(PREFIX)? {
        if is_manifest(&key)
            && let Some(text) = storage.get(&key)?
        {
            stored.insert(key, text);
        }
    }
    let keys = stored.keys().chain(mirrored.keys());
    let plans: BTreeSet<&str> = keys.filter_map(|key| plan_of(key)).collect();
    let gaps = plans.into_iter();
    Ok(gaps
        .filter_map(|plan| gap(plan, &slots(&stored, plan), &slots(mirrored, plan)))
        .collect())
}

/// Brings a plan in the storage to the state of the mirror, whose texts of the plan are given. What stands in the place of
/// a damaged manifest is put aside first.
///
/// # Errors
/// When the storage does not keep it; what was there is still whole then.
pub fn restore(storage: &dyn Storage, plan: &str, texts: &Texts) -> Result<(), KeepError> {
    let shelf = super::shelf::Shelf::new(storage, plan)?;
    let (manifests, others): (Vec<_>, Vec<_>) = texts.iter().partition(|(key, _)| is_manifest(key));
    for slot in SLOTS {
        if let Some(text) = shelf.read(slot)?
            && Manifest::parse(&text).is_err()
        {
            shelf.put_aside(&text)?;
        }
    }
    let mut manifests = manifests;
    // The newest goes last: until it is there, what was there counts.
    manifests
        .sort_by_key(|(_, text)| Manifest::parse(text).map_or(0, |manifest| manifest.revision));
    for (key, text) in others.into_iter().chain(manifests) {
        if let Some(name) = key.strip_prefix(&prefix(plan))
            && shelf.read(name)?.as_deref() != Some(text)
        {
            shelf.write(name, text)?;
        }
    }
    Ok(())
}

/// The same texts as those of another plan.
#[must_use]
pub fn renamed(texts: &Texts, from: &str, to: &str) -> Texts {
    let (from, to) = (prefix(from), prefix(to));
    let renamed = texts.iter().filter_map(|(key, text)| {
        let name = key.strip_prefix(&from)?;
        Some(([&*to, name].concat(), text.clone()))
    });
    renamed.collect()
}

fn gap(plan: &str, stored: &SlotTexts, mirrored: &SlotTexts) -> Option<Gap> {
    if stored == mirrored {
        return None;
    }
    let key = plan.to_owned();
    match (newest(stored), newest(mirrored)) {
        // What a newer version keeps is its own affair.
        (Err(KeepError::FutureSchema { .. }), _) => None,
        (Err(_), Ok(_) | Err(KeepError::FutureSchema { .. })) => Some(Gap::StorageBehind(key)),
        (Err(_), Err(_)) => None,
        (Ok(_), Err(_)) => Some(Gap::MirrorBehind(key)),
        (Ok(here), Ok(there)) => {
            let (here, there) = (here.manifest, there.manifest);
            match (holds(&here, &there), holds(&there, &here)) {
                (true, false) => Some(Gap::MirrorBehind(key)),
                (false, true) => Some(Gap::StorageBehind(key)),
                (false, false) => Some(Gap::Apart(key)),
                (true, true) if here.revision >= there.revision => Some(Gap::MirrorBehind(key)),
                (true, true) => Some(Gap::StorageBehind(key)),
            }
        }
    }
}

/// Whether all that a state was made of is in another, as far as they tell.
fn holds(state: &Manifest, part: &Manifest) -> bool {
    let last = part.tabs.iter().max_by_key(|(_, revision)| **revision);
    match last {
        // Of layouts that did not say who saved, the number alone tells.
        None => state.revision >= part.revision,
        Some((tab, revision)) => match state.tabs.get(tab) {
            Some(held) => held >= revision,
            // Forgotten behind so many others, or never there.
            None => state.tabs.values().all(|held| held > revision) && !state.tabs.is_empty(),
        },
    }
}

fn plan_of(key: &str) -> Option<&str> {
    Some(key.strip_prefix(PREFIX)?.split_once('/')?.0)
}

fn slots(texts: &Texts, plan: &str) -> SlotTexts {
    SLOTS.map(|slot| texts.get(&[&*prefix(plan), slot].concat()).cloned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
