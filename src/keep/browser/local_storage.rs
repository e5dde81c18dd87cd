//! The browser's local storage.

use crate::keep::{Storage, StorageError};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};

/// The local storage of the page's origin. It may become blocked at any time, so every call asks for it anew.
#[derive(Clone, Copy, Debug)]
pub struct BrowserStorage(());

impl BrowserStorage {
    /// The storage, where the browser lets the page have one.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] where it does not.
    pub fn open() -> Result<Self, StorageError> {
        local_storage().map(|_| Self(()))
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        local_storage()?
            .get_item(key)
            .map_err(|error| reason(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        local_storage()?
            .set_item(key, text)
            .map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        local_storage()?
            .remove_item(key)
            .map_err(|error| reason(&error))
    }

    /// One call for all keys: asking for them one by one by number takes quadratic time in Firefox.
    fn keys_with_prefix(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let storage = local_storage()?;
        let keys = js_sys::Object::keys(storage.unchecked_ref::<js_sys::Object>());
        Ok(keys
            .iter()
            .filter_map(|key| key.as_string())
            .filter(|key| key.starts_with(prefix))
            .collect())
    }
}

/// gloo panics where storage is blocked, so it is asked for only after the browser was.
fn local_storage() -> Result<web_sys::Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StorageError::Blocked),
    }
}

/// What an exception of the storage means. Names after the HTML standard; `NS_ERROR_…` is Firefox's own.
fn reason(error: &JsValue) -> StorageError {
    let name = js_sys::Reflect::get(error, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        Some(name) => StorageError::Other(name.to_owned()),
        None => StorageError::Other(format!("{error:?}")),
    }
}
