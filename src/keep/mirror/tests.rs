//! The mirror and the storage, each of which may fall behind.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::keep::{Library, MemoryStorage};
use crate::plan::Plan;

const NOW: &str = "2026-04-01T09:00:00Z";

fn titled(title: &str) -> Plan {
    Plan {
        title: title.to_owned(),
        ..Plan::default()
    }
}

fn save(storage: &MemoryStorage, tab: &str, title: &str) {
    let mut library = Library::of_tab(storage.clone(), tab);
    let _ = library.load("p1");
    library.save("p1", &titled(title), NOW).unwrap();
}

fn title(storage: &MemoryStorage, plan: &str) -> String {
    let report = Library::new(storage.clone()).load(plan).unwrap();
    assert_eq!(report.damaged, vec![]);
    report.plan.title
}

/// What the mirror holds of a storage whose every text it was given.
fn mirrored(storage: &MemoryStorage) -> Texts {
    storage.texts()
}

fn manifests(texts: &Texts) -> Texts {
    let manifests = texts.iter().filter(|(key, _)| is_manifest(key));
    manifests
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

fn gaps_to(storage: &MemoryStorage, mirror: &Texts) -> Vec<Gap> {
    gaps(storage, &manifests(mirror)).unwrap()
}

fn set_back(storage: &MemoryStorage, texts: &Texts) {
    for key in storage.texts().keys() {
        storage.remove(key).unwrap();
    }
    for (key, text) in texts {
        storage.set(key, text).unwrap();
    }
}

#[test]
fn what_is_written_is_noted_until_it_is_taken() {
    let noted = Noted::new(MemoryStorage::new());
    noted.set("a", "1").unwrap();
    noted.set("b", "2").unwrap();
    noted.remove("b").unwrap();
    let taken = noted.take().unwrap();
    assert_eq!(
        taken,
        [
            ("a".to_owned(), Some("1".to_owned())),
            ("b".to_owned(), None)
        ]
    );
    assert_eq!(noted.take().unwrap(), []);
}

#[test]
fn nothing_is_to_be_done_where_both_are_the_same() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    assert_eq!(gaps_to(&storage, &mirrored(&storage)), []);
}

#[test]
fn fault_2_what_the_storage_lost_in_a_kill_comes_back_from_the_mirror() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let on_disk = storage.texts();
    for number in 0..9 {
        save(&storage, "one", &format!("計画、改訂{number}"));
    }
    let mirror = mirrored(&storage);
    set_back(&storage, &on_disk);
    assert_eq!(
        gaps_to(&storage, &mirror),
        [Gap::StorageBehind("p1".to_owned())]
    );
    restore(&storage, "p1", &mirror).unwrap();
    assert_eq!(title(&storage, "p1"), "計画、改訂8");
    assert_eq!(gaps_to(&storage, &mirror), []);
}

#[test]
fn fault_38_what_another_page_cleared_comes_back_whole() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let mirror = mirrored(&storage);
    set_back(&storage, &Texts::new());
    assert_eq!(
        gaps_to(&storage, &mirror),
        [Gap::StorageBehind("p1".to_owned())]
    );
    restore(&storage, "p1", &mirror).unwrap();
    assert_eq!(storage.texts(), mirror);
}

#[test]
fn a_mirror_that_is_behind_or_empty_never_takes_anything_from_the_storage() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let mirror = mirrored(&storage);
    save(&storage, "other", "計画、改訂");
    for mirror in [mirror, Texts::new()] {
        assert_eq!(
            gaps_to(&storage, &mirror),
            [Gap::MirrorBehind("p1".to_owned())]
        );
    }
}

#[test]
fn two_states_neither_of_which_holds_the_other_are_both_kept() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let on_disk = storage.texts();
    save(&storage, "one", "計画、停電の前");
    let mirror = mirrored(&storage);
    set_back(&storage, &on_disk);
    save(&storage, "other", "計画、停電の後");
    save(&storage, "other", "計画、停電の後2");
    assert_eq!(gaps_to(&storage, &mirror), [Gap::Apart("p1".to_owned())]);
    restore(&storage, "p2", &renamed(&mirror, "p1", "p2")).unwrap();
    assert_eq!(title(&storage, "p1"), "計画、停電の後2");
    assert_eq!(title(&storage, "p2"), "計画、停電の前");
}

#[test]
fn damaged_manifests_are_put_aside_before_the_mirrors_take_their_place() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let mirror = mirrored(&storage);
    for slot in ["a", "b"] {
        storage
            .set(&format!("monosashi/1/p1/{slot}"), "{ damaged")
            .unwrap();
    }
    assert_eq!(
        gaps_to(&storage, &mirror),
        [Gap::StorageBehind("p1".to_owned())]
    );
    restore(&storage, "p1", &mirror).unwrap();
    assert_eq!(title(&storage, "p1"), "計画");
    assert!(storage.texts().values().any(|text| text == "{ damaged"));
}

#[test]
fn what_a_newer_version_keeps_in_the_storage_is_left_alone() {
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let mirror = mirrored(&storage);
    let json = r#"{"schema":99}"#;
    let text = format!("{} {json}", super::super::hash::ContentHash::of(json));
    for slot in ["a", "b"] {
        storage
            .set(&format!("monosashi/1/p1/{slot}"), &text)
            .unwrap();
    }
    assert_eq!(gaps_to(&storage, &mirror), []);
}

#[test]
fn a_restoration_that_fails_or_is_killed_at_any_write_leaves_the_old_state_or_the_new() {
    use crate::keep::Fault;
    let storage = MemoryStorage::new();
    save(&storage, "one", "計画");
    let on_disk = storage.texts();
    save(&storage, "one", "計画、改訂1");
    save(&storage, "one", "計画、改訂2");
    let mirror = mirrored(&storage);
    for fault in [Fault::Dies as fn(usize) -> Fault, |write| {
        Fault::Fails(write, StorageError::Full)
    }] {
        for write in 0..8 {
            set_back(&storage, &on_disk);
            storage.set_fault(Some(fault(write)));
            let restored = restore(&storage, "p1", &mirror);
            storage.set_fault(None);
            let loaded = title(&storage, "p1");
            assert!(loaded == "計画、改訂2" || restored.is_err(), "{write}");
            // What was there stays readable; what comes in between is an earlier state of the same plan.
            assert!(loaded.starts_with("計画"), "{write}");
        }
    }
}

#[test]
fn fault_31_a_clock_set_back_or_forth_by_a_year_changes_nothing_of_the_order() {
    let storage = MemoryStorage::new();
    let mut library = Library::of_tab(storage.clone(), "one");
    for (title, now) in [
        ("計画", "2026-04-01T09:00:00Z"),
        ("計画、改訂1", "2027-04-01T09:00:00Z"),
        ("計画、改訂2", "2025-04-01T09:00:00Z"),
    ] {
        library.save("p1", &titled(title), now).unwrap();
    }
    let newest = mirrored(&storage);
    assert_eq!(title(&storage, "p1"), "計画、改訂2");
    library
        .save("p1", &titled("計画、改訂3"), "2020-01-01T00:00:00Z")
        .unwrap();
    assert_eq!(
        gaps_to(&storage, &newest),
        [Gap::MirrorBehind("p1".to_owned())]
    );
}
