//! How much room the browser has given, and whether it may take it back.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How many UTF-16 units the origin's local storage holds, whoever put them there; none where it cannot be read.
pub fn used_room() -> Option<usize> {
    let storage = window().local_storage().ok()??;
    let keys = js_sys::Object::keys(storage.unchecked_ref::<js_sys::Object>());
    let lengths = keys.iter().map(|key| {
        let text = js_sys::Reflect::get(&storage, &key).unwrap_or_default();
        let length = |text: &JsValue| text.dyn_ref().map_or(0, js_sys::JsString::length);
        (length(&key) + length(&text)) as usize
    });
    Some(lengths.sum())
}

/// Whether the browser has promised to keep the origin's data; none where it does not say.
pub async fn is_persisted() -> Option<bool> {
    ask_storage("persisted").await
}

/// Asks the browser to keep the origin's data; what it answers.
pub async fn persist() -> Option<bool> {
    ask_storage("persist").await
}

async fn ask_storage(question: &str) -> Option<bool> {
    let storage = js_sys::Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let ask = js_sys::Reflect::get(&storage, &question.into()).ok()?;
    let asked = ask
        .dyn_into::<js_sys::Function>()
        .ok()?
        .call0(&storage)
        .ok()?;
    let answer = JsFuture::from(asked.dyn_into::<js_sys::Promise>().ok()?).await;
    answer.ok()?.as_bool()
}
