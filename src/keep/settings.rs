//! How the person likes the app: a few words under names, in one record.

use super::shelf::PREFIX;
use super::{KeepError, Storage};
use std::collections::BTreeMap;

/// Words under names: `theme`, `text_size`, `last_route`. Names that this version does not know are kept too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// The word under a name; none when it was never set.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Sets the word under a name.
    pub fn set(&mut self, name: &str, word: &str) {
        self.0.insert(name.to_owned(), word.to_owned());
    }
}

fn key() -> String {
    format!("{PREFIX}settings")
}

/// Nothing set where there are none or they cannot be read: they are conveniences, not data.
pub(super) fn read(storage: &dyn Storage) -> Settings {
    let text = storage.get(&key()).ok().flatten().unwrap_or_default();
    Settings(serde_json::from_str(&text).unwrap_or_default())
}

pub(super) fn write(storage: &dyn Storage, settings: &Settings) -> Result<(), KeepError> {
    let text = serde_json::to_string(&settings.0).unwrap_or_default();
    storage.set(&key(), &text)?;
    if storage.get(&key())?.as_deref() == Some(text.as_str()) {
        Ok(())
    } else {
        Err(KeepError::NotKept(key()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::keep::{Fault, MemoryStorage, StorageError};

    #[test]
    fn settings_come_back_and_unknown_names_stay() {
        let storage = MemoryStorage::new();
        storage.set(&key(), r#"{"of_the_future":"1"}"#).unwrap();
        let mut settings = read(&storage);
        settings.set("theme", "dark");
        write(&storage, &settings).unwrap();
        assert_eq!(read(&storage).get("theme"), Some("dark"));
        assert_eq!(read(&storage).get("of_the_future"), Some("1"));
        assert_eq!(read(&storage).get("last_route"), None);
    }

    #[test]
    fn broken_settings_are_as_none_and_a_failed_write_is_said() {
        let storage = MemoryStorage::new();
        storage.set(&key(), "{").unwrap();
        assert_eq!(read(&storage), Settings::default());
        storage.set_fault(Some(Fault::Fails(0, StorageError::Full)));
        assert_eq!(
            write(&storage, &Settings::default()),
            Err(KeepError::Storage(StorageError::Full))
        );
        storage.set_fault(Some(Fault::Halves(0)));
        assert_eq!(
            write(&storage, &Settings::default()),
            Err(KeepError::NotKept(key()))
        );
    }
}
