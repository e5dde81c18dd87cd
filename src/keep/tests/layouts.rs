//! What earlier versions of the program kept: one file for every layout there was.

use super::*;

/// The storage as each layout left it: a plan saved, exported, changed and saved again, with a draft and settings.
const LAYOUTS: [(u64, &str); 1] = [(1, include_str!("layouts/1.json"))];

fn storage_of(layout: &str) -> MemoryStorage {
    copy(&serde_json::from_str(layout).unwrap())
}

/// What each of the files holds.
fn kept_then() -> Plan {
    let mut plan = plan("計画", 3);
    edit(&mut plan, 2, "470");
    plan
}

fn texts_under(storage: &MemoryStorage, name: &str) -> Option<String> {
    storage.get(&format!("monosashi/1/p1/{name}")).unwrap()
}

#[test]
fn fault_11_every_layout_there_was_opens_and_is_kept_in_this_one() {
    for (layout, texts) in LAYOUTS {
        let storage = storage_of(texts);
        let mut library = Library::new(storage.clone());
        let report = library.load("p1").unwrap();
        assert_eq!(report.plan, kept_then(), "layout {layout}");
        assert_eq!(report.damaged, vec![]);
        assert_eq!(library.settings().get("theme"), Some("dark"));
        let draft = library.draft("p1", &Id::from("sheet-1")).unwrap();
        assert_eq!(draft.as_deref(), Some("前期"));
        let before = library.list().unwrap().remove(0);

        let card = library.save_edits("p1", &report.plan, &[], LATER).unwrap();
        assert_eq!(card.edits_since_export, before.edits_since_export);
        let again = Library::new(storage).load("p1").unwrap();
        assert_eq!(again.plan, kept_then(), "layout {layout}");
    }
}

#[test]
fn fault_11_migrating_twice_gives_the_same() {
    for (_, texts) in LAYOUTS {
        let migrated = || {
            let storage = storage_of(texts);
            let mut library = Library::new(storage.clone());
            let plan = library.load("p1").unwrap().plan;
            library.save_edits("p1", &plan, &[], LATER).unwrap();
            storage
        };
        let (once, twice) = (migrated(), migrated());
        assert_eq!(once.texts(), twice.texts());
        let mut library = Library::new(twice.clone());
        let plan = library.load("p1").unwrap().plan;
        library.save_edits("p1", &plan, &[], LATER).unwrap();
        let loads = |storage| Library::new(storage).load("p1").unwrap();
        assert_eq!(loads(twice), loads(once));
    }
}

#[test]
fn fault_11_the_copy_from_before_stays_however_often_is_saved_afterwards() {
    for (layout, texts) in LAYOUTS {
        let storage = storage_of(texts);
        let newest = texts_under(&storage, "a");
        let mut library = Library::new(storage.clone());
        let mut plan = library.load("p1").unwrap().plan;
        for value in 0..5 {
            edit(&mut plan, 2, &value.to_string());
            library.save("p1", &plan, LATER).unwrap();
        }
        let copied = texts_under(&storage, "before-migration");
        assert_eq!(copied, newest, "layout {layout}");
        // Put in the place of both manifests it is the plan of then, with nothing missing.
        for slot in ["a", "b"] {
            let key = format!("monosashi/1/p1/{slot}");
            storage.set(&key, copied.as_deref().unwrap()).unwrap();
        }
        let report = Library::new(storage).load("p1").unwrap();
        assert_eq!((report.plan, report.damaged), (kept_then(), vec![]));
    }
}

#[test]
fn fault_12_a_page_killed_while_it_migrates_leaves_what_was_kept_or_all_of_the_new() {
    for (_, texts) in LAYOUTS {
        for write in 0.. {
            let storage = storage_of(texts);
            let mut library = Library::new(storage.clone());
            let mut plan = library.load("p1").unwrap().plan;
            edit(&mut plan, 1, "480");
            storage.set_fault(Some(Fault::Dies(write)));
            let saved = library.save("p1", &plan, LATER);
            let reached = storage.writes() > write;
            storage.set_fault(None);
            let report = Library::new(storage).load("p1").unwrap();
            assert_eq!(report.damaged, vec![]);
            assert!(report.plan == plan || (saved.is_err() && report.plan == kept_then()));
            if !reached {
                break;
            }
        }
    }
}

#[test]
fn fault_12_a_write_that_fails_while_it_migrates_leaves_every_byte_as_it_was() {
    for (_, texts) in LAYOUTS {
        for write in 0.. {
            let storage = storage_of(texts);
            let mut library = Library::new(storage.clone());
            let mut plan = library.load("p1").unwrap().plan;
            edit(&mut plan, 1, "480");
            storage.set_fault(Some(Fault::Fails(write, StorageError::Full)));
            let saved = library.save("p1", &plan, LATER);
            let reached = storage.writes() > write;
            storage.set_fault(None);
            if !reached {
                break;
            }
            if saved.is_err() {
                assert_eq!(storage.texts(), storage_of(texts).texts());
            }
        }
    }
}
