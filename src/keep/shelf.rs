//! The keys of one plan, and writing to them so that nothing unreadable is lost and nothing unread is believed.

use super::hash::ContentHash;
use super::manifest::{Manifest, Unusable};
use super::{KeepError, Storage, StorageError};
use crate::plan::sort_by_key;

/// What every key of ours begins with.
pub(super) const PREFIX: &str = "monosashi/1/";

/// The two places of a plan's manifests.
pub(super) const SLOTS: [&str; 2] = ["a", "b"];

/// Where the manifest stays that was the newest when the layout changed.
pub(super) const BEFORE_MIGRATION: &str = "before-migration";

/// The place of one plan in a storage.
#[derive(Clone)]
pub(super) struct Shelf<'s> {
    storage: &'s dyn Storage,
    prefix: String,
}

/// The texts of both manifests as they stand in storage.
pub(super) type SlotTexts = [Option<String>; 2];

impl<'s> Shelf<'s> {
    /// The shelf of a plan. A plan's key is letters, digits and hyphens, at most 40.
    pub fn new(storage: &'s dyn Storage, key: &str) -> Result<Self, KeepError> {
        let usable = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if key.is_empty() || key.len() > 40 || !key.chars().all(usable) {
            return Err(KeepError::UnusableKey(key.to_owned()));
        }
        Ok(Self {
            storage,
            prefix: format!("{PREFIX}{key}/"),
        })
    }

    /// The full key of a name on this shelf.
    pub fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    pub fn slot_texts(&self) -> Result<SlotTexts, StorageError> {
        Ok([self.read(SLOTS[0])?, self.read(SLOTS[1])?])
    }

    /// The text under a name.
    pub fn read(&self, name: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(&self.key(name))
    }

    /// Writes, reads back, and believes only what it reads.
    pub fn write(&self, name: &str, text: &str) -> Result<(), KeepError> {
        self.storage.set(&self.key(name), text)?;
        if self.read(name)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(KeepError::NotKept(self.key(name)))
        }
    }

    /// Writes a record under its hash, unless it is there already. Before a new key is made, it is noted in `added`.
    pub fn write_record(
        &self,
        hash: ContentHash,
        text: &str,
        added: &mut Vec<ContentHash>,
    ) -> Result<(), KeepError> {
        let name = hash.to_string();
        match self.read(&name)? {
            Some(before) if before == text => return Ok(()),
            Some(damaged) => self.put_aside(&damaged)?,
            None => added.push(hash),
        }
        self.write(&name, text)
    }

    /// Keeps a text that could not be read under a name of its own. The same text is put aside once.
    pub fn put_aside(&self, text: &str) -> Result<(), KeepError> {
        let name = format!("damaged-{}", ContentHash::of(text));
        if self.read(&name)?.as_deref() == Some(text) {
            return Ok(());
        }
        self.write(&name, text)
    }

    pub fn remove(&self, name: &str) -> Result<(), StorageError> {
        self.storage.remove(&self.key(name))
    }

    /// All names on this shelf.
    pub fn names(&self) -> Result<Vec<String>, StorageError> {
        let keys = self.storage.keys_with_prefix(&self.prefix)?;
        Ok(keys
            .iter()
            .filter_map(|key| key.strip_prefix(&self.prefix))
            .map(str::to_owned)
            .collect())
    }
}

/// Which of two manifests counts.
#[derive(Debug)]
pub(super) struct Newest {
    /// Its place in [`SLOTS`].
    pub slot: usize,
    pub manifest: Manifest,
    /// The manifest in the other place, where it can be read.
    pub other: Option<Manifest>,
}

/// The newer of the manifests that can be read.
pub(super) fn newest(texts: &SlotTexts) -> Result<Newest, KeepError> {
    let mut readable = Vec::with_capacity(2);
    let mut damaged = false;
    for (slot, text) in texts.iter().enumerate() {
        match text.as_deref().map(Manifest::parse) {
            None => {}
            Some(Ok(manifest)) => readable.push((slot, manifest)),
            Some(Err(Unusable::Future(found))) => return Err(KeepError::FutureSchema { found }),
            Some(Err(Unusable::Damaged)) => damaged = true,
        }
    }
    sort_by_key(&mut readable, |(_, manifest)| manifest.revision);
    match (readable.pop(), damaged) {
        (Some((slot, manifest)), _) => Ok(Newest {
            slot,
            manifest,
            other: readable.pop().map(|(_, manifest)| manifest),
        }),
        (None, true) => Err(KeepError::Unreadable),
        (None, false) => Err(KeepError::NoSuchPlan),
    }
}
