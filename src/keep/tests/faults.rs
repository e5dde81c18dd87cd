//! Every write of every operation fails once, in every way: the loop SQLite tests itself with.

use super::*;

type Operation = fn(&mut Library<MemoryStorage>) -> Result<(), KeepError>;

fn save_edited(library: &mut Library<MemoryStorage>) -> Result<(), KeepError> {
    library.save("p1", &edited(), LATER).map(drop)
}

fn save_reshaped(library: &mut Library<MemoryStorage>) -> Result<(), KeepError> {
    library.save("p1", &plan("計画、改訂", 9), LATER).map(drop)
}

fn mark_exported(library: &mut Library<MemoryStorage>) -> Result<(), KeepError> {
    library.mark_exported("p1", LATER).map(drop)
}

fn edited() -> Plan {
    let mut edited = plan("計画", 5);
    edit(&mut edited, 1, "470");
    edit(&mut edited, 4, "480");
    edited
}

/// The texts of a storage that holds a plan, saved twice.
fn kept() -> BTreeMap<String, String> {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    library.save("p1", &plan("下書き", 2), NOW).unwrap();
    library.save("p1", &plan("計画", 5), NOW).unwrap();
    storage.texts()
}

/// Runs an operation with a fault at each of its writes, until there are no more writes for a fault to befall.
pub(super) fn at_every_write(
    start: &BTreeMap<String, String>,
    operation: Operation,
    fault: fn(usize) -> Fault,
    check: impl Fn(&MemoryStorage, Result<(), KeepError>),
) -> usize {
    for write in 0.. {
        let storage = copy(start);
        let mut library = Library::new(storage.clone());
        let _ = library.load("p1");
        storage.set_fault(Some(fault(write)));
        let outcome = operation(&mut library);
        let reached = storage.writes() > write;
        storage.set_fault(None);
        if !reached {
            outcome.unwrap();
            return write;
        }
        check(&storage, outcome);
    }
    0
}

/// What loads now; none when nothing does.
fn loads(storage: &MemoryStorage) -> Option<Plan> {
    match Library::new(storage.clone()).load("p1") {
        Ok(report) => Some(report.plan),
        Err(KeepError::NoSuchPlan) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Faults 3, 5: storage is full, blocked, or fails in any other way at any write.
#[test]
fn a_write_that_fails_leaves_the_old_state_to_the_byte_or_the_new_one_is_whole() {
    let start = kept();
    let old = Some(plan("計画", 5));
    let faults: [fn(usize) -> Fault; 4] = [
        |write| Fault::Fails(write, StorageError::Full),
        |write| Fault::Fails(write, StorageError::Blocked),
        |write| Fault::Fails(write, StorageError::Other("UnknownError".to_owned())),
        Fault::Halves,
    ];
    for (operation, new) in [
        (save_edited as Operation, edited()),
        (save_reshaped, plan("計画、改訂", 9)),
        (mark_exported, plan("計画", 5)),
    ] {
        for fault in faults {
            let writes =
                at_every_write(&start, operation, fault, |storage, outcome| match outcome {
                    Err(_) => {
                        assert_eq!(storage.texts(), start);
                        assert_eq!(loads(storage), old);
                    }
                    Ok(()) => assert_eq!(loads(storage).as_ref(), Some(&new)),
                });
            assert!(writes > 0);
        }
    }
}

/// Fault 1: the page is killed.
#[test]
fn a_page_killed_at_any_write_leaves_the_old_or_the_new_state_never_a_mixture() {
    let start = kept();
    let old = plan("計画", 5);
    for (operation, new) in [
        (save_edited as Operation, edited()),
        (save_reshaped, plan("計画、改訂", 9)),
    ] {
        at_every_write(&start, operation, Fault::Dies, |storage, outcome| {
            let loaded = loads(storage).unwrap();
            assert!(loaded == old || loaded == new);
            assert!(
                outcome.is_err() || loaded == new,
                "said to be saved and is not"
            );
            // The next start goes on from there, and nothing of the interrupted save stays behind.
            let mut library = Library::new(storage.clone());
            library.load("p1").unwrap();
            library.save("p1", &new, LATER).unwrap();
            library.save("p1", &new, LATER).unwrap();
            assert_eq!(loads(storage).as_ref(), Some(&new));
            assert_eq!(storage.texts().len(), 2 + record_count(&new));
        });
    }
}

#[test]
fn a_first_save_that_fails_or_is_killed_leaves_nothing_or_the_whole_plan() {
    let nothing = BTreeMap::new();
    at_every_write(
        &nothing,
        save_edited,
        |write| Fault::Fails(write, StorageError::Full),
        |storage, outcome| {
            outcome.unwrap_err();
            assert_eq!(storage.texts(), nothing);
        },
    );
    at_every_write(&nothing, save_edited, Fault::Dies, |storage, _| {
        assert!(loads(storage).is_none_or(|plan| plan == edited()));
        let mut library = Library::new(storage.clone());
        library.save("p1", &plan("別の計画", 1), LATER).unwrap();
        library.save("p1", &plan("別の計画", 1), LATER).unwrap();
        assert_eq!(
            storage.texts().len(),
            2 + record_count(&plan("別の計画", 1))
        );
    });
}

#[test]
fn a_plan_that_is_being_removed_is_there_as_it_was_or_gone() {
    let start = kept();
    let operation: Operation = |library| library.remove("p1");
    at_every_write(&start, operation, Fault::Dies, |storage, outcome| {
        outcome.unwrap_err();
        assert!(loads(storage).is_none_or(|loaded| loaded == plan("計画", 5)));
        Library::new(storage.clone()).remove("p1").unwrap();
        assert_eq!(storage.texts(), BTreeMap::new());
    });
}

#[test]
fn a_storage_that_fills_up_anywhere_keeps_the_old_state_and_later_takes_the_new_one() {
    let start = kept();
    let used = copy(&start).used();
    let mut refused = 0;
    for room in 0.. {
        let storage = copy(&start);
        let mut library = Library::new(storage.clone());
        library.load("p1").unwrap();
        storage.set_quota(Some(used + room));
        match save_reshaped(&mut library) {
            Ok(()) => break,
            Err(error) => assert_eq!(error, KeepError::Storage(StorageError::Full)),
        }
        refused += 1;
        assert_eq!(storage.texts(), start);
        storage.set_quota(None);
        save_reshaped(&mut library).unwrap();
        assert_eq!(loads(&storage), Some(plan("計画、改訂", 9)));
    }
    assert!(refused > 100);
}

/// How many different records a plan is.
fn record_count(plan: &Plan) -> usize {
    let texts: std::collections::BTreeSet<String> = super::super::record::records(plan)
        .iter()
        .map(super::super::record::Record::to_text)
        .collect();
    texts.len()
}
