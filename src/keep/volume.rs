//! One plan as it stands in storage, as far as this page knows.

use super::changes::Changes;
use super::hash::ContentHash;
use super::manifest::{Counts, Manifest, SCHEMA};
use super::record::{Record, records};
use super::shelf::{BEFORE_MIGRATION, Newest, SLOTS, Shelf, SlotTexts, newest};
use super::{Damaged, KeepError, Kept};
use crate::plan::{Plan, sort_by_key};

/// What this page read or wrote last of one plan.
#[derive(Default)]
pub(super) struct Volume {
    texts: SlotTexts,
    /// The place of the newest manifest; none before the first save.
    slot: Option<usize>,
    manifest: Manifest,
    /// The records of the manifest before.
    previous: Vec<ContentHash>,
    /// Whether the newest manifest lists the plan's records, each in its place and sound, but for what the next edits
    /// change. Not so after damage or a save that failed.
    in_step: bool,
    damaged: Vec<Damaged>,
    /// The revision that this tab saved last; none when it has not saved.
    own: Option<u64>,
    /// The records of the copy from before the layout changed; none before it was looked for.
    copied: Option<Vec<ContentHash>>,
    /// Whether what an interrupted save may have left behind is cleared away.
    swept: bool,
}

impl Volume {
    /// Reads a plan. What is damaged is left out and named.
    pub fn read(shelf: &Shelf) -> Result<(Self, Plan), KeepError> {
        let texts = shelf.slot_texts()?;
        let Newest {
            slot,
            manifest,
            other,
        } = newest(&texts)?;
        let mut damaged = Vec::new();
        if other.is_none()
            && let Some(raw) = &texts[1 - slot]
        {
            damaged.push(Damaged {
                key: shelf.key(SLOTS[1 - slot]),
                raw: Some(raw.clone()),
            });
        }
        // What a damaged manifest lists is not known: nothing may be cleared away beside it.
        let swept = !damaged.is_empty();
        let mut plan = Plan {
            title: manifest.title.clone(),
            ..Plan::default()
        };
        let mut kinds = Vec::with_capacity(manifest.records.len());
        for hash in &manifest.records {
            let raw = shelf.read(&hash.to_string())?;
            let sound = raw
                .as_deref()
                .filter(|text| ContentHash::of(text) == *hash)
                .and_then(Record::parse);
            match sound {
                Some(record) => {
                    kinds.push(record.kind());
                    record.put_into(&mut plan);
                }
                None => damaged.push(Damaged {
                    key: shelf.key(&hash.to_string()),
                    raw,
                }),
            }
        }
        let previous = other.map(|manifest| manifest.records).unwrap_or_default();
        let in_step = damaged.is_empty() && records(&plan).iter().map(Record::kind).eq(kinds);
        let volume = Self {
            texts,
            slot: Some(slot),
            manifest,
            previous,
            in_step,
            damaged,
            own: None,
            copied: None,
            swept,
        };
        Ok((volume, plan))
    }

    /// Notes which tab this is.
    pub fn belongs_to(&mut self, tab: &str) {
        self.own = self.manifest.tabs.get(tab).copied();
    }

    /// How manifests stand to what is known here; the tab's name is the one that it saves by.
    pub fn standing(&self, texts: &SlotTexts, tab: &str) -> Result<Kept, KeepError> {
        if *texts == self.texts {
            return Ok(Kept::AsKnown);
        }
        let newest = newest(texts)?.manifest;
        let holds = self.own.is_none() || newest.tabs.get(tab).copied() == self.own;
        Ok(if holds {
            Kept::ByAnother
        } else {
            Kept::WithoutThis
        })
    }

    /// What was found damaged.
    pub fn damaged(&self) -> &[Damaged] {
        &self.damaged
    }

    /// The newest manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Keeps a plan. When this fails, the state before is still whole.
    pub fn save(
        &mut self,
        shelf: &Shelf,
        plan: &Plan,
        changes: &Changes,
        tab: &str,
        now: &str,
    ) -> Result<(), KeepError> {
        let (hashes, changed) = self.changed_records(plan, changes);
        let edits = self.manifest.edits_since_export;
        let manifest = Manifest {
            schema: SCHEMA,
            revision: self.manifest.revision + 1,
            saved_at: now.to_owned(),
            exported_at: self.manifest.exported_at.clone(),
            edits_since_export: edits.saturating_add(changes.edits),
            changed_since: match &self.manifest.changed_since {
                None if changes.edits > 0 => Some(now.to_owned()),
                since => since.clone(),
            },
            title: plan.title.clone(),
            municipality: plan.municipality.name.clone(),
            counts: Counts::of(plan),
            tabs: self.manifest.tabs.clone(),
            records: hashes,
        };
        let manifest = manifest.saved_by(tab);
        self.in_step = false;
        let revision = manifest.revision;
        self.write(shelf, &changed, manifest)?;
        self.own = Some(revision);
        self.in_step = true;
        self.damaged.clear();
        Ok(())
    }

    /// Notes that the plan was exported to a file.
    pub fn mark_exported(&mut self, shelf: &Shelf, now: &str) -> Result<(), KeepError> {
        let manifest = Manifest {
            schema: SCHEMA,
            revision: self.manifest.revision + 1,
            exported_at: Some(now.to_owned()),
            edits_since_export: 0,
            changed_since: None,
            ..self.manifest.clone()
        };
        self.write(shelf, &[], manifest)
    }

    /// The hashes of all records of a plan, and the texts of those that the newest manifest does not list.
    fn changed_records(
        &self,
        plan: &Plan,
        changes: &Changes,
    ) -> (Vec<ContentHash>, Vec<(ContentHash, String)>) {
        let mut listed = self.manifest.records.clone();
        if !self.in_step {
            listed.clear(); // what is damaged is written again, whatever the manifest says
        }
        sort_by_key(&mut listed, |hash| *hash);
        let in_place = self.in_step
            && Counts::of(plan).without_questions() == self.manifest.counts.without_questions();
        let records = records(plan);
        let mut hashes = Vec::with_capacity(records.len());
        let mut changed = Vec::new();
        for (index, record) in records.iter().enumerate() {
            if in_place
                && changes.spare(record)
                && let Some(hash) = self.manifest.records.get(index)
            {
                hashes.push(*hash);
                continue;
            }
            let text = record.to_text();
            let hash = ContentHash::of(&text);
            hashes.push(hash);
            if listed.binary_search(&hash).is_err() {
                changed.push((hash, text));
            }
        }
        (hashes, changed)
    }

    /// Writes records, then the manifest in the older one's place, and only then removes what neither lists.
    fn write(
        &mut self,
        shelf: &Shelf,
        records: &[(ContentHash, String)],
        manifest: Manifest,
    ) -> Result<(), KeepError> {
        if shelf.slot_texts()? != self.texts {
            return Err(KeepError::ChangedElsewhere);
        }
        for raw in self
            .damaged
            .iter()
            .filter_map(|damaged| damaged.raw.as_deref())
        {
            shelf.put_aside(raw)?;
        }
        self.copy_before_migration(shelf)?;
        let text = manifest.to_text();
        // The first manifest stands in both places, so that one of two is there from the beginning.
        let slots: &[usize] = self
            .slot
            .map_or(&[0, 1], |slot| if slot == 0 { &[1] } else { &[0] });
        let mut added = Vec::new();
        let written = write_generation(shelf, records, &text, slots, &mut added);
        if let Err(error) = written {
            self.take_back(shelf, &added, slots);
            return Err(error);
        }
        for slot in slots {
            self.texts[*slot] = Some(text.clone());
        }
        let before = std::mem::replace(&mut self.manifest, manifest);
        let oldest = std::mem::replace(&mut self.previous, before.records);
        self.slot = slots.first().copied();
        self.sweep(shelf, oldest);
        Ok(())
    }

    /// Keeps the manifest of an older layout, with all that it lists, before the first one of this layout is written.
    fn copy_before_migration(&self, shelf: &Shelf) -> Result<(), KeepError> {
        let newest = self.slot.and_then(|slot| self.texts[slot].as_deref());
        match newest {
            Some(text) if self.manifest.schema < SCHEMA => shelf.write(BEFORE_MIGRATION, text),
            _ => Ok(()),
        }
    }

    /// As far as the storage lets it: the state before, to the byte.
    fn take_back(&self, shelf: &Shelf, added: &[ContentHash], slots: &[usize]) {
        for slot in slots {
            let (name, before) = (SLOTS[*slot], self.texts[*slot].as_deref());
            if shelf.read(name).ok().flatten().as_deref() != before {
                // The error that led here is the one to report; the manifest that counts is in the other place.
                let _ = before.map_or_else(
                    || shelf.remove(name).map_err(KeepError::from),
                    |text| shelf.write(name, text),
                );
            }
        }
        for hash in added {
            let _ = shelf.remove(&hash.to_string());
        }
        if self.manifest.schema < SCHEMA {
            let _ = shelf.remove(BEFORE_MIGRATION);
        }
    }

    /// Removes records that neither manifest lists. A record that stays behind does no harm, so errors are none here.
    fn sweep(&mut self, shelf: &Shelf, oldest: Vec<ContentHash>) {
        let copied = self.copied.get_or_insert_with(|| copied_records(shelf));
        let mut listed = [&self.manifest.records[..], &self.previous, copied].concat();
        sort_by_key(&mut listed, |hash| *hash);
        let mut surplus = oldest;
        if !self.swept {
            self.swept = true;
            let names = shelf.names().unwrap_or_default();
            surplus.extend(names.iter().filter_map(|name| ContentHash::parse(name)));
        }
        for hash in surplus
            .iter()
            .filter(|hash| listed.binary_search(hash).is_err())
        {
            let _ = shelf.remove(&hash.to_string());
        }
    }
}

/// What the copy from before the layout changed lists.
fn copied_records(shelf: &Shelf) -> Vec<ContentHash> {
    let text = shelf.read(BEFORE_MIGRATION).ok().flatten();
    let manifest = text.and_then(|text| Manifest::parse(&text).ok());
    manifest
        .map(|manifest| manifest.records)
        .unwrap_or_default()
}

/// Records first, the manifest last. `added` tells which records were not there before, also when it fails.
fn write_generation(
    shelf: &Shelf,
    records: &[(ContentHash, String)],
    manifest: &str,
    slots: &[usize],
    added: &mut Vec<ContentHash>,
) -> Result<(), KeepError> {
    for (hash, text) in records {
        shelf.write_record(*hash, text, added)?;
    }
    slots
        .iter()
        .try_for_each(|slot| shelf.write(SLOTS[*slot], manifest))
}
