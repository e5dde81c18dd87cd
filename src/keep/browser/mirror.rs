//! The mirror in IndexedDB, which browsers write to disk at once.

use crate::keep::StorageError;
use crate::keep::backups::{Backup, listed};
use crate::keep::hash::ContentHash;
use crate::keep::mirror::{Texts, is_manifest, prefix};
use crate::keep::shelf::BEFORE_MIGRATION;
use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "monosashi";
const LAYOUT: u32 = 1;
/// The manifests stand by themselves, so that they are read without the many records.
const MANIFESTS: &str = "manifests";
const RECORDS: &str = "records";
const BACKUPS: &str = "backups";
const STORES: [&str; 3] = [MANIFESTS, RECORDS, BACKUPS];

/// The mirror of this origin.
#[derive(Clone, Debug)]
pub struct Mirror {
    database: IdbDatabase,
    /// The transaction that goes on by what it was answered: only while the page runs does it end.
    going_on: Rc<RefCell<Option<IdbTransaction>>>,
}

type Outcome<T> = Result<T, StorageError>;

impl Mirror {
    /// Opens the mirror, and makes it where there is none.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] where the browser lets the page have none, else the browser's own reason.
    pub async fn open() -> Outcome<Self> {
        let window = web_sys::window().ok_or(StorageError::Blocked)?;
        let factory = window.indexed_db().map_err(blocked)?;
        let factory = factory.ok_or(StorageError::Blocked)?;
        let request = factory.open_with_u32(NAME, LAYOUT).map_err(blocked)?;
        let making = request.clone();
        let make = Closure::once_into_js(move || {
            let made = making.result().ok().map(JsCast::unchecked_into);
            for store in STORES {
                // Without its stores the mirror cannot be opened, which is said then.
                let _ = made
                    .as_ref()
                    .map(|made: &IdbDatabase| made.create_object_store(store));
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database: IdbDatabase = result(&request).await?.unchecked_into();
        // A newer version of the app in another tab may need another layout: it is not kept waiting.
        let older = database.clone();
        let let_go = Closure::once_into_js(move || older.close());
        database.set_onversionchange(Some(let_go.unchecked_ref()));
        Ok(Self {
            database,
            going_on: Rc::default(),
        })
    }

    /// The page is left, and may be put aside by the browser as it is: what would keep other pages waiting is not done.
    pub fn leave(&self) {
        if let Some(transaction) = self.going_on.take() {
            // One that has ended needs no end.
            let _ = transaction.abort();
        }
    }

    /// Gives the mirror texts, all or none of them; none in the place of a text removes its key, but for records, which
    /// backups may list still. The mirror has begun with it when this returns, so that a page may call it as it is left.
    ///
    /// # Errors
    /// The browser's own reason; the mirror is as it was then.
    pub fn write(
        &self,
        texts: &[(String, Option<String>)],
        backup: Option<(&str, &Backup)>,
    ) -> Outcome<impl Future<Output = Outcome<()>> + use<>> {
        let transaction = self.begin(IdbTransactionMode::Readwrite)?;
        let (manifests, records) = (
            store(&transaction, MANIFESTS)?,
            store(&transaction, RECORDS)?,
        );
        for (key, text) in texts {
            let of = if is_manifest(key) {
                &manifests
            } else {
                &records
            };
            let key_value = JsValue::from_str(key);
            match text {
                Some(text) => of.put_with_key(&JsValue::from_str(text), &key_value),
                None if is_record(key) => continue,
                None => of.delete(&key_value),
            }
            .map_err(blocked)?;
        }
        if let Some((plan, backup)) = backup {
            let text = serde_json::to_string(backup).unwrap_or_default();
            let key = JsValue::from_str(&backup_key(plan, backup.revision()));
            let put = store(&transaction, BACKUPS)?.put_with_key(&JsValue::from_str(&text), &key);
            put.map_err(blocked)?;
        }
        Ok(ending(&transaction))
    }

    /// All manifests.
    ///
    /// # Errors
    /// The browser's own reason.
    pub async fn manifests(&self) -> Outcome<Texts> {
        let transaction = self.begin(IdbTransactionMode::Readonly)?;
        let manifests = all(&store(&transaction, MANIFESTS)?, None)?;
        that_is_all(&transaction);
        manifests.await
    }

    /// All texts of a plan.
    ///
    /// # Errors
    /// The browser's own reason.
    pub async fn texts(&self, plan: &str) -> Outcome<Texts> {
        let transaction = self.begin(IdbTransactionMode::Readonly)?;
        let range = range(plan)?;
        let manifests = all(&store(&transaction, MANIFESTS)?, Some(&range))?;
        let records = all(&store(&transaction, RECORDS)?, Some(&range))?;
        that_is_all(&transaction);
        let mut texts = manifests.await?;
        texts.extend(records.await?);
        Ok(texts)
    }

    /// The backups of a plan, the newest last. One that cannot be read is left out.
    ///
    /// # Errors
    /// The browser's own reason.
    pub async fn backups(&self, plan: &str) -> Outcome<Vec<Backup>> {
        let transaction = self.begin(IdbTransactionMode::Readonly)?;
        let texts = all(&store(&transaction, BACKUPS)?, Some(&range(plan)?))?;
        that_is_all(&transaction);
        Ok(parsed(texts.await?))
    }

    /// Removes all of a plan, its backups included.
    ///
    /// # Errors
    /// The browser's own reason; nothing is removed then.
    pub async fn forget(&self, plan: &str) -> Outcome<()> {
        let transaction = self.begin(IdbTransactionMode::Readwrite)?;
        for name in STORES {
            let range: JsValue = range(plan)?.into();
            store(&transaction, name)?.delete(&range).map_err(blocked)?;
        }
        ending(&transaction).await
    }

    /// Lets go of these backups of a plan, and of all records that no state lists any more.
    ///
    /// # Errors
    /// The browser's own reason; nothing is let go then.
    pub async fn thin(&self, plan: &str, revisions: &[u64]) -> Outcome<()> {
        // One transaction from the first look to the last removal: no tab writes in between.
        let transaction = self.begin(IdbTransactionMode::Readwrite)?;
        self.going_on.replace(Some(transaction.clone()));
        let thinned = thin_within(&transaction, plan, revisions).await;
        self.going_on.take();
        thinned
    }

    fn begin(&self, mode: IdbTransactionMode) -> Outcome<IdbTransaction> {
        let stores: Array = STORES.iter().map(|name| JsValue::from_str(name)).collect();
        let transaction = self
            .database
            .transaction_with_str_sequence_and_mode(&stores, mode);
        transaction.map_err(blocked)
    }
}

async fn thin_within(transaction: &IdbTransaction, plan: &str, revisions: &[u64]) -> Outcome<()> {
    let (backups, records) = (store(transaction, BACKUPS)?, store(transaction, RECORDS)?);
    let range = range(plan)?;
    for revision in revisions {
        let key = JsValue::from_str(&backup_key(plan, *revision));
        backups.delete(&key).map_err(blocked)?;
    }
    let kept = parsed(all(&backups, Some(&range))?.await?);
    let mut needed: BTreeSet<String> = kept
        .iter()
        .flat_map(|backup| backup.records(plan))
        .collect();
    let manifests = all(&store(transaction, MANIFESTS)?, Some(&range))?.await?;
    needed.extend(
        manifests
            .values()
            .flat_map(|manifest| listed(manifest, plan)),
    );
    let copied = [&*prefix(plan), BEFORE_MIGRATION].concat();
    let copied = result(&records.get(&JsValue::from_str(&copied)).map_err(blocked)?).await?;
    needed.extend(
        copied
            .as_string()
            .iter()
            .flat_map(|manifest| listed(manifest, plan)),
    );
    let keys = records.get_all_keys_with_key(&range).map_err(blocked)?;
    let keys: Array = result(&keys).await?.unchecked_into();
    for key in keys.iter().filter_map(|key| key.as_string()) {
        if is_record(&key) && !needed.contains(&key) {
            records.delete(&JsValue::from_str(&key)).map_err(blocked)?;
        }
    }
    done(transaction).await
}

fn is_record(key: &str) -> bool {
    let name = key.rsplit('/').next().unwrap_or_default();
    ContentHash::parse(name).is_some()
}

/// Numbers of equal length stand in their own order.
fn backup_key(plan: &str, revision: u64) -> String {
    format!("{}{revision:012}", prefix(plan))
}

fn parsed(texts: Texts) -> Vec<Backup> {
    let texts = texts.into_values();
    texts
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect()
}

fn range(plan: &str) -> Outcome<IdbKeyRange> {
    let prefix = prefix(plan);
    let end = [&*prefix, "\u{ffff}"].concat();
    IdbKeyRange::bound(&prefix.into(), &end.into()).map_err(blocked)
}

fn store(transaction: &IdbTransaction, name: &str) -> Outcome<IdbObjectStore> {
    transaction.object_store(name).map_err(blocked)
}

/// The texts of a store by their keys. They are asked for when this returns.
fn all(
    store: &IdbObjectStore,
    range: Option<&IdbKeyRange>,
) -> Outcome<impl Future<Output = Outcome<Texts>> + use<>> {
    let (keys, texts) = match range {
        Some(range) => (
            store.get_all_keys_with_key(range),
            store.get_all_with_key(range),
        ),
        None => (store.get_all_keys(), store.get_all()),
    };
    let (keys, texts) = (keys.map_err(blocked)?, texts.map_err(blocked)?);
    Ok(async move {
        let keys: Array = result(&keys).await?.unchecked_into();
        let texts: Array = result(&texts).await?.unchecked_into();
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    })
}

/// What a request gives.
async fn result(request: &IdbRequest) -> Outcome<JsValue> {
    if let Ok(ready) = request.result() {
        // Several requests are asked at once: another one may have its answer, or its error, before it is waited for.
        return match request.error().ok().flatten() {
            Some(error) => Err(failure(Some(error))),
            None => Ok(ready),
        };
    }
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let asked = request.clone();
        let answered = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &asked.result().unwrap_or_default());
        });
        request.set_onsuccess(Some(answered.unchecked_ref()));
        request.set_onerror(Some(&reject));
    });
    let answer = JsFuture::from(promise).await;
    answer.map_err(|_| failure(request.error().ok().flatten()))
}

/// Nothing more is asked of a transaction. It ends by itself then: a page that is left, and put aside by the browser in
/// the middle of one, would keep all others waiting (seen in WebKit).
fn that_is_all(transaction: &IdbTransaction) {
    #[expect(
        deprecated,
        reason = "an old Firefox had another of this name; the standard has this one"
    )]
    let ended = transaction.commit();
    // Browsers before 2021 have no such call; there it ends when the page next rests.
    let _ = ended;
}

/// Waits until a transaction of which nothing more is asked is on disk.
fn ending(transaction: &IdbTransaction) -> impl Future<Output = Outcome<()>> + use<> {
    let ended = done(transaction);
    that_is_all(transaction);
    ended
}

/// Waits until a transaction is on disk as far as the browser tells; it is listened to from now on.
fn done(transaction: &IdbTransaction) -> impl Future<Output = Outcome<()>> + use<> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let transaction = transaction.clone();
    async move {
        let ended = JsFuture::from(promise).await.map(drop);
        ended.map_err(|_| failure(transaction.error()))
    }
}

fn failure(error: Option<web_sys::DomException>) -> StorageError {
    match error.map(|error| error.name()) {
        Some(name) if name == "QuotaExceededError" => StorageError::Full,
        Some(name) => StorageError::Other(name),
        None => StorageError::Blocked,
    }
}

fn blocked(_: JsValue) -> StorageError {
    StorageError::Blocked
}
