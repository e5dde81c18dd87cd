//! The library: several plans in one storage.

use super::changes::Changes;
use super::hash::ContentHash;
use super::manifest::{Counts, Manifest};
use super::settings::{self, Settings};
use super::shelf::{PREFIX, SLOTS, Shelf, SlotTexts, newest};
use super::volume::Volume;
use super::{Storage, StorageError};
use crate::plan::{Edit, Plan, sort_by_key};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Several plans in one storage. Each is named by a key, see [`Library::free_key`].
pub struct Library<S: Storage> {
    storage: S,
    /// What this tab is called in manifests.
    tab: String,
    volumes: BTreeMap<String, Volume>,
}

/// Why something could not be kept or read. What was kept before is unchanged; the caller can go on in memory.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// The storage itself.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// There is no plan with this key.
    #[error("no such plan")]
    NoSuchPlan,
    /// A newer version of the program keeps this plan: it can be exported as it is and not be written.
    #[error("kept by a newer version (layout {found})")]
    FutureSchema {
        /// The layout found.
        found: u64,
    },
    /// Neither manifest can be read: the plan can be exported as it is and not be written.
    #[error("the plan's manifests are damaged")]
    Unreadable,
    /// Another tab or program changed the plan since it was loaded here.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// What was read back is not what was written.
    #[error("{0} was not kept as written")]
    NotKept(String),
    /// A key is letters, digits and hyphens, at most 40.
    #[error("{0:?} cannot be a key")]
    UnusableKey(String),
}

/// How what is kept of a plan stands to what a tab knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is what the tab loaded or saved last.
    AsKnown,
    /// Another tab saved since; what this one saved last is in it.
    ByAnother,
    /// Another tab saved at the very same time: what this one saved last is not in it.
    WithoutThis,
}

/// What a list shows of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCard {
    /// What the plan is loaded by.
    pub key: String,
    /// The plan's title; empty where it cannot be read.
    pub title: String,
    /// The municipality's name.
    pub municipality: String,
    /// When it was saved, as the saver gave it (ISO 8601).
    pub saved_at: String,
    /// When it was last exported to a file; none when never.
    pub exported_at: Option<String>,
    /// Edits since then.
    pub edits_since_export: u32,
    /// When the first of these was made; none when there is none or nobody noted it.
    pub changed_since: Option<String>,
    /// How many items it has.
    pub counts: Counts,
    /// Whether it can be opened.
    pub state: CardState,
}

/// Whether a plan can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardState {
    /// It can.
    Ready,
    /// Both manifests are damaged: only [`Library::raw`] gives what is there.
    Unreadable,
    /// A newer version of the program keeps it: only [`Library::raw`] gives what is there.
    FutureSchema,
}

/// A plan as far as it could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadReport {
    /// The plan, without what is damaged.
    pub plan: Plan,
    /// What is damaged; empty when all is well. The next save puts it aside as it is found.
    pub damaged: Vec<Damaged>,
}

/// One record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its key in the storage.
    pub key: String,
    /// What stands there; none when nothing does.
    pub raw: Option<String>,
}

impl<S: Storage> Library<S> {
    /// The library in a storage that nobody else writes to meanwhile.
    pub fn new(storage: S) -> Self {
        Self::of_tab(storage, "only")
    }

    /// The library in a storage that other tabs write to as well; this one goes by a name that no other has.
    pub fn of_tab(storage: S, tab: &str) -> Self {
        Self {
            storage,
            tab: tab.to_owned(),
            volumes: BTreeMap::new(),
        }
    }

    /// The storage.
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// All plans, in the order of their keys.
    ///
    /// # Errors
    /// When the storage cannot be read at all.
    pub fn list(&self) -> Result<Vec<PlanCard>, KeepError> {
        let keys = self.storage.keys_with_prefix(PREFIX)?;
        let plans: BTreeSet<&str> = keys
            .iter()
            .filter_map(|key| key.strip_prefix(PREFIX)?.split_once('/'))
            .filter(|(_, name)| SLOTS.contains(name))
            .map(|(plan, _)| plan)
            .collect();
        let mut cards = Vec::with_capacity(plans.len());
        for key in plans {
            // A key that is none of ours may still begin like one.
            if let Ok(shelf) = Shelf::new(&self.storage, key) {
                cards.push(card(key, &shelf.slot_texts()?));
            }
        }
        Ok(cards)
    }

    /// A key that no plan has.
    ///
    /// # Errors
    /// When the storage cannot be read at all.
    pub fn free_key(&self, plan: &Plan, now: &str) -> Result<String, KeepError> {
        let mut seed = format!("{}\n{}\n{now}", plan.municipality.name, plan.title);
        loop {
            let key = format!("p{:06x}", ContentHash::of(&seed).short());
            if Shelf::new(&self.storage, &key)?.names()?.is_empty() {
                return Ok(key);
            }
            seed.push('\n');
        }
    }

    /// Loads a plan as far as it can be read.
    ///
    /// # Errors
    /// [`KeepError::NoSuchPlan`], [`KeepError::Unreadable`], [`KeepError::FutureSchema`], or the storage's own.
    pub fn load(&mut self, key: &str) -> Result<LoadReport, KeepError> {
        self.volumes.remove(key);
        let (mut volume, plan) = Volume::read(&Shelf::new(&self.storage, key)?)?;
        volume.belongs_to(&self.tab);
        let damaged = volume.damaged().to_vec();
        self.volumes.insert(key.to_owned(), volume);
        Ok(LoadReport { plan, damaged })
    }

    /// A plan as it was saved last, looked at and no more: what is open of it stays as it is.
    ///
    /// # Errors
    /// [`KeepError::NoSuchPlan`], [`KeepError::Unreadable`], [`KeepError::FutureSchema`], or the storage's own.
    pub fn look_at(&self, key: &str) -> Result<Plan, KeepError> {
        let (_, plan) = Volume::read(&Shelf::new(&self.storage, key)?)?;
        Ok(plan)
    }

    /// How what is kept of a plan stands to what this tab loaded or saved of it last.
    ///
    /// # Errors
    /// [`KeepError::NoSuchPlan`], [`KeepError::Unreadable`], [`KeepError::FutureSchema`], or the storage's own.
    pub fn standing(&self, key: &str) -> Result<Kept, KeepError> {
        let texts = Shelf::new(&self.storage, key)?.slot_texts()?;
        match self.volumes.get(key) {
            Some(volume) => volume.standing(&texts, &self.tab),
            None => newest(&texts).map(|_| Kept::ByAnother),
        }
    }

    /// Keeps a plan and says so only when it was read back the same. `now` is ISO 8601. Only records whose text is
    /// not there yet are written.
    ///
    /// # Errors
    /// Any [`KeepError`]; the state before is then still whole.
    pub fn save(&mut self, key: &str, plan: &Plan, now: &str) -> Result<PlanCard, KeepError> {
        self.save_changes(key, plan, &Changes::unknown(), now)
    }

    /// Keeps a plan in which nothing but these edits (or those whose inverses they are) were made since it was loaded
    /// or last saved here: what [`Library::save`] does, without looking at any other item, so that a plan of ten
    /// thousand indicators is saved as quickly as a small one.
    ///
    /// # Errors
    /// Any [`KeepError`]; the state before is then still whole.
    pub fn save_edits(
        &mut self,
        key: &str,
        plan: &Plan,
        edits: &[&Edit],
        now: &str,
    ) -> Result<PlanCard, KeepError> {
        self.save_changes(key, plan, &Changes::of(edits), now)
    }

    fn save_changes(
        &mut self,
        key: &str,
        plan: &Plan,
        changes: &Changes,
        now: &str,
    ) -> Result<PlanCard, KeepError> {
        let shelf = Shelf::new(&self.storage, key)?;
        let (volume, changes) = match self.volumes.entry(key.to_owned()) {
            Entry::Occupied(known) => (known.into_mut(), changes),
            Entry::Vacant(place) => {
                let volume = match Volume::read(&shelf) {
                    Ok((volume, _)) => volume,
                    Err(KeepError::NoSuchPlan) => Volume::default(),
                    Err(error) => return Err(error),
                };
                // What stands there was not loaded here: anything may differ from it.
                (place.insert(volume), &Changes::unknown())
            }
        };
        volume.save(&shelf, plan, changes, &self.tab, now)?;
        Ok(ready(key, volume.manifest()))
    }

    /// Notes that a plan was exported to a file just now.
    ///
    /// # Errors
    /// Any [`KeepError`]; the state before is then still whole.
    pub fn mark_exported(&mut self, key: &str, now: &str) -> Result<PlanCard, KeepError> {
        let shelf = Shelf::new(&self.storage, key)?;
        let volume = match self.volumes.entry(key.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Volume::read(&shelf)?.0),
        };
        volume.mark_exported(&shelf, now)?;
        Ok(ready(key, volume.manifest()))
    }

    /// The text of a plan's newest manifest; none when there is none that can be read.
    #[must_use]
    pub fn manifest(&self, key: &str) -> Option<String> {
        let texts = Shelf::new(&self.storage, key).ok()?.slot_texts().ok()?;
        let slot = newest(&texts).ok()?.slot;
        texts.into_iter().nth(slot)?
    }

    /// Lets go of what is known of a plan here: the next save writes all of it.
    pub fn forget(&mut self, key: &str) {
        self.volumes.remove(key);
    }

    /// Removes a plan with all that was kept of it, what was put aside included.
    ///
    /// # Errors
    /// The storage's own; removing can then be tried again.
    pub fn remove(&mut self, key: &str) -> Result<(), KeepError> {
        let shelf = Shelf::new(&self.storage, key)?;
        self.volumes.remove(key);
        let mut names = shelf.names()?;
        // The manifest that counts goes last of the two, so that what loads in between is never an older state.
        let last = newest(&shelf.slot_texts()?).map_or(SLOTS[0], |newest| SLOTS[newest.slot]);
        sort_by_key(&mut names, |name| {
            (!SLOTS.contains(&name.as_str()), name == last)
        });
        for name in names {
            shelf.remove(&name)?;
        }
        Ok(())
    }

    /// Everything kept of a plan, text by text under its key in the storage, whatever state it is in: pretty JSON.
    ///
    /// # Errors
    /// [`KeepError::NoSuchPlan`] when nothing is there, or the storage's own.
    pub fn raw(&self, key: &str) -> Result<String, KeepError> {
        let shelf = Shelf::new(&self.storage, key)?;
        let mut texts = BTreeMap::new();
        for name in shelf.names()? {
            texts.insert(shelf.key(&name), shelf.read(&name)?);
        }
        if texts.is_empty() {
            return Err(KeepError::NoSuchPlan);
        }
        Ok(serde_json::to_string_pretty(&texts).unwrap_or_default())
    }

    /// How the person likes the app; nothing set where that cannot be read.
    #[must_use]
    pub fn settings(&self) -> Settings {
        settings::read(&self.storage)
    }

    /// Keeps how the person likes the app.
    ///
    /// # Errors
    /// The storage's own, or [`KeepError::NotKept`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), KeepError> {
        settings::write(&self.storage, settings)
    }
}

fn card(key: &str, texts: &SlotTexts) -> PlanCard {
    let state = match newest(texts) {
        Ok(newest) => return ready(key, &newest.manifest),
        Err(KeepError::FutureSchema { .. }) => CardState::FutureSchema,
        Err(_) => CardState::Unreadable,
    };
    PlanCard {
        state,
        ..ready(key, &Manifest::default())
    }
}

fn ready(key: &str, manifest: &Manifest) -> PlanCard {
    PlanCard {
        key: key.to_owned(),
        title: manifest.title.clone(),
        municipality: manifest.municipality.clone(),
        saved_at: manifest.saved_at.clone(),
        exported_at: manifest.exported_at.clone(),
        edits_since_export: manifest.edits_since_export,
        changed_since: manifest.changed_since.clone(),
        counts: manifest.counts,
        state: CardState::Ready,
    }
}
