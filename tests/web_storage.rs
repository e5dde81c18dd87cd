//! The browser's own storage under the library: kept, full, blocked.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::keep::{BrowserStorage, KeepError, Library, Storage, StorageError};
use monosashi::plan::Plan;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const NOW: &str = "2026-04-01T09:00:00Z";

/// One test in three steps: the tests of a file share one page and thus one storage.
#[wasm_bindgen_test]
fn the_browser_keeps_a_plan_says_when_it_is_full_and_says_when_it_is_blocked() {
    web_sys::window()
        .unwrap()
        .local_storage()
        .unwrap()
        .unwrap()
        .clear()
        .unwrap();
    keeps_a_plan();
    says_when_it_is_full();
    says_when_it_is_blocked();
}

fn keeps_a_plan() {
    let mut library = Library::new(BrowserStorage::open().unwrap());
    library
        .save("p1", &titled("計画、𠮷野家の前"), NOW)
        .unwrap();
    let mut reopened = Library::new(BrowserStorage::open().unwrap());
    assert_eq!(reopened.list().unwrap().len(), 1);
    assert_eq!(
        reopened.load("p1").unwrap().plan,
        titled("計画、𠮷野家の前")
    );
}

fn says_when_it_is_full() {
    let storage = BrowserStorage::open().unwrap();
    let mut library = Library::new(storage);
    library.load("p1").unwrap();
    for (index, size) in [1_000_000, 100_000, 10_000, 1_000, 100, 10]
        .into_iter()
        .enumerate()
    {
        let filler = "x".repeat(size);
        let filled = (0..100).find_map(|number| {
            storage
                .set(&format!("filler-{index}-{number}"), &filler)
                .err()
        });
        assert_eq!(filled, Some(StorageError::Full));
    }
    assert_eq!(
        library.save("p1", &titled("改訂"), NOW),
        Err(KeepError::Storage(StorageError::Full))
    );
    assert_eq!(
        Library::new(storage).load("p1").unwrap().plan,
        titled("計画、𠮷野家の前")
    );
    for key in storage.keys_with_prefix("filler-").unwrap() {
        storage.remove(&key).unwrap();
    }
    library.save("p1", &titled("改訂"), NOW).unwrap();
    assert_eq!(
        Library::new(storage).load("p1").unwrap().plan,
        titled("改訂")
    );
}

/// As where cookies are forbidden: asking the page for its storage throws.
fn says_when_it_is_blocked() {
    let storage = BrowserStorage::open().unwrap();
    let mut library = Library::new(storage);
    library.load("p1").unwrap();
    let blocked = "window.unblocked = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage', { configurable: true,
        get() { throw new DOMException('denied', 'SecurityError'); } })";
    js_sys::eval(blocked).unwrap();
    assert_eq!(BrowserStorage::open().err(), Some(StorageError::Blocked));
    assert_eq!(
        library.save("p1", &titled("再改訂"), NOW),
        Err(KeepError::Storage(StorageError::Blocked))
    );
    assert_eq!(
        library.list(),
        Err(KeepError::Storage(StorageError::Blocked))
    );
    js_sys::eval("Object.defineProperty(window, 'localStorage', window.unblocked)").unwrap();
    library.save("p1", &titled("再改訂"), NOW).unwrap();
}

fn titled(title: &str) -> Plan {
    Plan {
        title: title.to_owned(),
        ..Plan::default()
    }
}
