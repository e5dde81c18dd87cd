//! The one seam to the browser: a place that keeps texts under keys.

/// A place that keeps texts under keys, as the browser's local storage does.
pub trait Storage {
    /// The text under a key; none when there is no such key.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be read at all.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key, in the place of what was there. When it fails, what was there stays.
    ///
    /// # Errors
    /// [`StorageError::Full`] when there is no room, else the reason the storage gives.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes a key; nothing happens when there is none.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be written at all.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// All keys that begin with a prefix, in no particular order.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be read at all.
    fn keys_with_prefix(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// Why the storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser does not let the page keep anything.
    #[error("storage is blocked")]
    Blocked,
    /// There is no room left.
    #[error("storage is full")]
    Full,
    /// Anything else, in the browser's own words.
    #[error("storage failed: {0}")]
    Other(String),
}

impl Storage for Box<dyn Storage> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys_with_prefix(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        (**self).keys_with_prefix(prefix)
    }
}
