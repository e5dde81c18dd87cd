//! What the browser keeps, looked at and changed from outside of the app.

use crate::harness::{Browser, Outcome};
use serde_json::{Value, json};

/// All of the app's texts in the local storage.
pub fn texts(browser: &Browser) -> Outcome<Value> {
    let script = "return Object.fromEntries(Object.keys(localStorage).sort()
        .filter((key) => key.startsWith('monosashi/')).map((key) => [key, localStorage.getItem(key)]))";
    browser.execute(script, &[])
}

/// Puts texts into the local storage.
pub fn put(browser: &Browser, texts: &Value) -> Outcome {
    let script = "Object.entries(a[0]).forEach(([key, text]) => localStorage.setItem(key, text))";
    browser
        .execute(script, std::slice::from_ref(texts))
        .map(drop)
}

/// Makes all manifests those of another layout, with hashes that are right.
pub fn change_layout(browser: &Browser, layout: u32) -> Outcome {
    let script = r#"
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const hashOf = (text) => {
          let hash = 0xcbf29ce484222325n;
          for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
          let written = '';
          for (let place = 10n; place >= 0n; place -= 1n) written += letters[Number((hash >> (6n * place)) & 63n)];
          return written;
        };
        for (const key of Object.keys(localStorage).filter((key) => /^monosashi\/1\/[^/]+\/[ab]$/.test(key))) {
          const text = localStorage.getItem(key);
          const json = text.slice(text.indexOf(' ') + 1).replace(/"schema":\d+/, `"schema":${a[0]}`);
          localStorage.setItem(key, `${hashOf(json)} ${json}`);
        }"#;
    browser.execute(script, &[json!(layout)]).map(drop)
}

/// Lets every write and removal from the given one on fail, counted from 0, as when the page is killed there; the mirror
/// hears nothing any more either.
pub fn die_at(browser: &Browser, write: usize) -> Outcome {
    let script = "let left = a[0];
        const dies = (kind, name, never) => {
          const original = kind.prototype[name];
          kind.prototype[name] = function (...given) {
            if (never || left <= 0) throw new DOMException('killed', 'UnknownError');
            left -= 1;
            return original.apply(this, given);
          };
        };
        dies(Storage, 'setItem'); dies(Storage, 'removeItem');
        dies(IDBObjectStore, 'put', true); dies(IDBObjectStore, 'delete', true);
        window.writesLeft = () => left";
    browser.execute(script, &[json!(write)]).map(drop)
}

/// Removes the mirror.
pub fn forget_mirror(browser: &Browser) -> Outcome {
    let script = "return new Promise((resolve) => {
        const asked = indexedDB.deleteDatabase('monosashi');
        asked.onsuccess = asked.onerror = () => resolve(true);
      })";
    browser.execute(script, &[]).map(drop)
}

/// Removes everything of the origin: local storage, mirror, caches and workers, as Safari does after seven days.
pub fn wipe_everything(browser: &Browser) -> Outcome {
    let script = "localStorage.clear(); sessionStorage.clear();
        const forget = new Promise((resolve) => {
          const asked = indexedDB.deleteDatabase('monosashi');
          asked.onsuccess = asked.onerror = asked.onblocked = resolve;
        });
        const held = (async () => { for (const name of await caches.keys()) await caches.delete(name); })();
        const workers = navigator.serviceWorker?.getRegistrations() ?? Promise.resolve([]);
        return Promise.all([forget, held.catch(() => {}), workers.then((all) => Promise.all(all.map((one) => one.unregister())))])
          .then(() => true)";
    browser.execute(script, &[]).map(drop)
}
