//! The storage's twin in memory: for tests, and for the app where the browser keeps nothing.

use super::{Storage, StorageError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts under keys in memory. A clone is another handle to the same texts.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    texts: RefCell<BTreeMap<String, String>>,
    quota: Cell<Option<usize>>,
    fault: RefCell<Option<Fault>>,
    writes: Cell<usize>,
}

/// What goes wrong, and at which write (counted from 0; a removal is a write too).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// That one write fails.
    Fails(usize, StorageError),
    /// That one write says it succeeded and kept only the first half of the text.
    Halves(usize),
    /// From that write on everything fails, as when the page is killed there.
    Dies(usize),
}

impl MemoryStorage {
    /// An empty storage without limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A storage that holds these texts.
    #[must_use]
    pub fn holding(texts: BTreeMap<String, String>) -> Self {
        let storage = Self::default();
        storage.shared.texts.replace(texts);
        storage
    }

    /// Limits what fits, in UTF-16 units of keys and texts together, as browsers count.
    pub fn set_quota(&self, units: Option<usize>) {
        self.shared.quota.set(units);
    }

    /// Lets a fault happen, counting writes anew from here; `None` repairs the storage.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.shared.writes.set(0);
        self.shared.fault.replace(fault);
    }

    /// How many writes there were since the fault was last set.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.shared.writes.get()
    }

    /// Everything in it.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.shared.texts.borrow().clone()
    }

    /// UTF-16 units of all keys and texts.
    #[must_use]
    pub fn used(&self) -> usize {
        let units = |text: &str| text.encode_utf16().count();
        self.shared
            .texts
            .borrow()
            .iter()
            .map(|(key, text)| units(key) + units(text))
            .sum()
    }

    /// Counts a write and says what befalls it: nothing (false), or that only half is kept (true).
    fn befalls(&self) -> Result<bool, StorageError> {
        let write = self.shared.writes.replace(self.shared.writes.get() + 1);
        match &*self.shared.fault.borrow() {
            Some(Fault::Fails(at, error)) if *at == write => Err(error.clone()),
            Some(Fault::Dies(at)) if *at <= write => Err(StorageError::Other("killed".to_owned())),
            Some(Fault::Halves(at)) => Ok(*at == write),
            _ => Ok(false),
        }
    }
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.shared.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let halved = self.befalls()?;
        let kept: String = if halved {
            text.chars().take(text.chars().count() / 2).collect()
        } else {
            text.to_owned()
        };
        let before = self.shared.texts.borrow_mut().insert(key.to_owned(), kept);
        if self
            .shared
            .quota
            .get()
            .is_some_and(|quota| self.used() > quota)
        {
            let mut texts = self.shared.texts.borrow_mut();
            match before {
                Some(before) => texts.insert(key.to_owned(), before),
                None => texts.remove(key),
            };
            return Err(StorageError::Full);
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.befalls()?;
        self.shared.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys_with_prefix(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let texts = self.shared.texts.borrow();
        Ok(texts
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_write_beyond_the_quota_fails_and_leaves_the_old_text() {
        let storage = MemoryStorage::new();
        storage.set_quota(Some(6));
        storage.set("鍵", "12345").unwrap();
        assert_eq!(storage.set("鍵", "123456"), Err(StorageError::Full));
        assert_eq!(storage.set("新", ""), Err(StorageError::Full));
        assert_eq!(storage.get("鍵"), Ok(Some("12345".to_owned())));
        assert_eq!(storage.used(), 6);
    }

    #[test]
    fn a_fault_befalls_exactly_the_write_it_was_set_for() {
        let storage = MemoryStorage::new();
        storage.set_fault(Some(Fault::Fails(1, StorageError::Blocked)));
        assert_eq!(storage.set("a", "1"), Ok(()));
        assert_eq!(storage.set("b", "2"), Err(StorageError::Blocked));
        assert_eq!(storage.remove("a"), Ok(()));
        storage.set_fault(Some(Fault::Halves(0)));
        storage.set("c", "1234").unwrap();
        assert_eq!(storage.get("c"), Ok(Some("12".to_owned())));
        storage.set_fault(Some(Fault::Dies(0)));
        assert!(storage.remove("c").is_err() && storage.set("d", "").is_err());
    }
}
