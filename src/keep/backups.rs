//! Backups: earlier states of a plan, thinned as time goes on.
//!
//! A backup is a manifest; its records stay in the mirror as long as a backup lists them, so that it takes no more room
//! than what changed. Of all backups stay the three newest, and of the days before the last one of each, ten in all. What
//! is newer is told by revisions alone: a clock that is set back or forth begins another day and nothing more.

use super::Counts;
use super::hash::ContentHash;
use super::manifest::Manifest;
use super::mirror::{Texts, prefix};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many backups of a plan there are at most.
const ALL: usize = 10;
/// How many of the newest stay, whichever day they are of.
const NEWEST: usize = 3;
/// After so many saves it is time for another one.
const SAVES: u64 = 20;

/// Why a state was put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The first change since the plan was opened.
    Opened,
    /// Many changes since the last backup.
    ManyChanges,
    /// A change of much at once, such as an import.
    BeforeMuch,
    /// An earlier state was about to be restored.
    BeforeRestoring,
}

/// An earlier state of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    /// The day it was put away, as the device's calendar said: `2026-04-01`.
    pub day: String,
    /// Why.
    pub occasion: Occasion,
    /// The manifest, as it stood in the storage.
    manifest: String,
}

/// What a list shows of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The state's number: a larger one is newer.
    pub revision: u64,
    /// When the state was saved, ISO 8601 as the device's clock said.
    pub saved_at: String,
    /// The plan's title.
    pub title: String,
    /// How many items it has.
    pub counts: Counts,
}

impl Backup {
    /// Puts a state away, by its manifest's text.
    #[must_use]
    pub fn new(manifest: String, day: &str, occasion: Occasion) -> Self {
        Self {
            day: day.to_owned(),
            occasion,
            manifest,
        }
    }

    /// What it holds; none when its manifest is damaged.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        let manifest = Manifest::parse(&self.manifest).ok()?;
        Some(Held {
            revision: manifest.revision,
            saved_at: manifest.saved_at,
            title: manifest.title,
            counts: manifest.counts,
        })
    }

    /// The state's number; 0 when its manifest is damaged.
    #[must_use]
    pub fn revision(&self) -> u64 {
        Manifest::parse(&self.manifest).map_or(0, |manifest| manifest.revision)
    }

    /// The texts of a storage that holds nothing but this state, under the plan's own key; `records` are the mirror's.
    #[must_use]
    pub fn texts(&self, plan: &str, records: &Texts) -> Texts {
        let listed = self.records(plan);
        let records = records.iter().filter(|(key, _)| listed.contains(*key));
        let mut texts: Texts = records
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        texts.insert([&*prefix(plan), "a"].concat(), self.manifest.clone());
        texts
    }

    /// The keys of its records.
    #[must_use]
    pub fn records(&self, plan: &str) -> BTreeSet<String> {
        listed(&self.manifest, plan)
    }
}

/// The keys of the records that a manifest lists; none when it is damaged.
#[must_use]
pub fn listed(manifest: &str, plan: &str) -> BTreeSet<String> {
    let prefix = prefix(plan);
    let manifest = Manifest::parse(manifest);
    let records = manifest.map(|manifest| manifest.records);
    let records = records.unwrap_or_default().into_iter();
    records
        .map(|hash: ContentHash| format!("{prefix}{hash}"))
        .collect()
}

/// Whether the state that a manifest lists is to be put away before the next one is saved, and why. `last` is the revision
/// that was put away last since the plan was opened, `much` whether what comes now changes much at once.
#[must_use]
pub fn due(last: Option<u64>, manifest: &str, much: bool) -> Option<Occasion> {
    let revision = Manifest::parse(manifest).ok()?.revision;
    match last {
        Some(last) if last == revision => None,
        _ if much => Some(Occasion::BeforeMuch),
        None => Some(Occasion::Opened),
        Some(last) => (revision >= last + SAVES).then_some(Occasion::ManyChanges),
    }
}

/// The revisions of the backups that are let go.
#[must_use]
pub fn surplus(backups: &[Backup]) -> Vec<u64> {
    let mut newest_first: Vec<(u64, &str)> = backups
        .iter()
        .map(|backup| (backup.revision(), &*backup.day))
        .collect();
    newest_first.sort_by(|one, other| other.cmp(one));
    let mut days = Vec::new();
    let mut kept = 0;
    let mut surplus = Vec::new();
    for (place, (revision, day)) in newest_first.into_iter().enumerate() {
        let last_of_day = days.last() != Some(&day);
        days.push(day);
        if kept < ALL && (place < NEWEST || last_of_day) {
            kept += 1;
        } else {
            surplus.push(revision);
        }
    }
    surplus
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::keep::{Library, MemoryStorage};
    use crate::plan::Plan;

    fn manifest(revision: u64) -> String {
        let manifest = Manifest {
            schema: 2,
            revision,
            ..Manifest::default()
        };
        manifest.to_text()
    }

    fn backup(revision: u64, day: &str) -> Backup {
        Backup::new(manifest(revision), day, Occasion::ManyChanges)
    }

    /// The revisions that stay when one backup after the other is put away on these days.
    fn kept_of(days: &[&str]) -> Vec<u64> {
        let mut kept: Vec<Backup> = Vec::new();
        for (revision, day) in (1..).zip(days) {
            kept.push(backup(revision, day));
            let surplus = surplus(&kept);
            kept.retain(|backup| !surplus.contains(&backup.revision()));
        }
        kept.iter().map(Backup::revision).collect()
    }

    #[test]
    fn of_one_day_the_three_newest_stay() {
        assert_eq!(kept_of(&["2026-04-01"; 9]), [7, 8, 9]);
    }

    #[test]
    fn of_the_days_before_the_last_one_stays_and_ten_in_all() {
        let days: Vec<String> = (1..=20)
            .flat_map(|day| vec![format!("2026-04-{day:02}"); 2])
            .collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        assert_eq!(kept_of(&days), [24, 26, 28, 30, 32, 34, 36, 38, 39, 40]);
    }

    #[test]
    fn fault_31_a_clock_that_runs_wrong_lets_go_of_no_more_than_a_right_one() {
        let wrong = [
            "2026-04-01",
            "2027-04-01",
            "2025-04-01",
            "2027-04-01",
            "2026-04-02",
            "2020-01-01",
        ];
        assert_eq!(kept_of(&wrong), [1, 2, 3, 4, 5, 6]);
        let many: Vec<&str> = wrong.into_iter().cycle().take(30).collect();
        assert_eq!(kept_of(&many).len(), 10);
        assert_eq!(kept_of(&many).last(), Some(&30));
    }

    #[test]
    fn a_state_is_put_away_at_the_first_change_before_much_and_after_many() {
        assert_eq!(due(None, &manifest(6), false), Some(Occasion::Opened));
        assert_eq!(due(Some(6), &manifest(6), true), None);
        assert_eq!(due(Some(6), &manifest(7), true), Some(Occasion::BeforeMuch));
        assert_eq!(due(Some(6), &manifest(25), false), None);
        assert_eq!(
            due(Some(6), &manifest(26), false),
            Some(Occasion::ManyChanges)
        );
        assert_eq!(due(None, "damaged", true), None);
    }

    #[test]
    fn a_backup_holds_its_state_whatever_came_after() {
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        let plan = |title: &str| Plan {
            title: title.to_owned(),
            ..Plan::default()
        };
        library
            .save("p1", &plan("計画"), "2026-04-01T09:00:00Z")
            .unwrap();
        let backup = Backup::new(
            library.manifest("p1").unwrap(),
            "2026-04-01",
            Occasion::Opened,
        );
        let mut records = storage.texts();
        for title in ["改訂1", "改訂2", "改訂3"] {
            library
                .save("p1", &plan(title), "2026-04-02T09:00:00Z")
                .unwrap();
            records.extend(storage.texts());
        }
        assert_eq!(backup.held().unwrap().title, "計画");
        let restored = MemoryStorage::holding(backup.texts("p1", &records));
        let report = Library::new(restored).load("p1").unwrap();
        assert_eq!((report.plan, report.damaged), (plan("計画"), vec![]));
    }
}
