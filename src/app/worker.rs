//! The worker's side of reading: a program of its own (`src/reader.rs`), in which there is nothing of the page.

use crate::read::read_text;
use js_sys::Array;
use leptos::wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the worker says once it listens.
pub const READY: &str = "ready";

/// Reads what it is sent, a name and a text, and answers with the [`Reading`](crate::read::Reading) as JSON.
pub fn serve() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let question: Array = event.data().unchecked_into();
        let part = |index| question.get(index).as_string().unwrap_or_default();
        let reading = read_text(&part(0), &part(1));
        let answer = serde_json::to_string(&reading).unwrap_or_default();
        // Nobody hears an answer that cannot be posted: the page has gone.
        let _ = answering.post_message(&answer.into());
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget(); // lives as long as the worker
    let _ = scope.post_message(&READY.into());
}
