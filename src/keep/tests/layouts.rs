//! What earlier versions of the program kept: one file for every layout there was.

use super::faults::at_every_write;
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

/// What a person does first with a plan of an earlier layout.
fn save_edited(library: &mut Library<MemoryStorage>) -> Result<(), KeepError> {
    let mut plan = library.load("p1")?.plan;
    edit(&mut plan, 1, "480");
    library.save("p1", &plan, LATER).map(drop)
}

#[test]
fn fault_12_a_page_killed_while_it_migrates_leaves_what_was_kept_or_all_of_the_new() {
    let mut edited = kept_then();
    edit(&mut edited, 1, "480");
    let check = |storage: &MemoryStorage, saved: Result<(), KeepError>| {
        let report = Library::new(storage.clone()).load("p1").unwrap();
        assert_eq!(report.damaged, vec![]);
        assert!(report.plan == edited || (saved.is_err() && report.plan == kept_then()));
    };
    for (_, texts) in LAYOUTS {
        let start = storage_of(texts).texts();
        at_every_write(&start, save_edited, Fault::Dies, check);
        let storage = copy(&start);
        check(&storage, save_edited(&mut Library::new(storage.clone())));
    }
}

#[test]
fn fault_12_a_write_that_fails_while_it_migrates_leaves_every_byte_as_it_was() {
    let full = |write| Fault::Fails(write, StorageError::Full);
    for (_, texts) in LAYOUTS {
        let start = storage_of(texts).texts();
        at_every_write(&start, save_edited, full, |storage, saved| {
            if saved.is_err() {
                assert_eq!(storage.texts(), start);
            }
        });
    }
}
