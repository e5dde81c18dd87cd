//! Reading in a worker of its own: the page's side. The other is `worker`.
//!
//! What reads documents is a second WebAssembly module that only an import loads: the first view stays small, and the
//! page stays awake however long a document is. Plan files are read by the page itself, which knows their form anyway.

use super::errors::Trouble;
use super::worker::READY;
use crate::keep::plans_in;
use crate::read::{Reading, is_plan_file, read_plan_file};
use js_sys::{Array, Function, Promise};
use leptos::wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// The worker's script, beside this module's own.
const SCRIPT: &str = "./reader_loader.js";

#[wasm_bindgen]
extern "C" {
    /// The address of this module's JavaScript.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static MODULE: String;
}

/// Reads a text of whatever kind; `source` is the file's name, empty for pasted text.
///
/// # Errors
/// [`Trouble::Reader`] when the worker does not start or stops.
pub async fn read(source: &str, text: &str) -> Result<Reading, Trouble> {
    if is_plan_file(text) {
        return Ok(read_plan_file(source, text));
    }
    // What was taken out as it is, when nothing else went any more.
    if let Some(plans) = plans_in(text) {
        return Ok(Reading {
            plans,
            findings: Vec::new(),
        });
    }
    let trouble = || Trouble::Reader(source.to_owned());
    let script = web_sys::Url::new_with_base(SCRIPT, &MODULE.with(String::clone));
    let script = script.map_err(|_| trouble())?.href();
    let worker = Worker::new(&script).map_err(|_| trouble())?;
    let answer = JsFuture::from(answer_of(&worker, source, text)).await;
    worker.terminate();
    let answer = answer.ok().and_then(|answer| answer.as_string());
    answer
        .and_then(|answer| serde_json::from_str(&answer).ok())
        .ok_or_else(trouble)
}

/// The worker's answer as JSON; it is asked as soon as it says that it listens.
fn answer_of(worker: &Worker, source: &str, text: &str) -> Promise {
    let question = Array::of2(&source.into(), &text.into());
    Promise::new(&mut |resolve: Function, reject: Function| {
        let (asked, question) = (worker.clone(), question.clone());
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if data == READY {
                // A question that cannot be posted stays unanswered; the error handler tells.
                let _ = asked.post_message(&question);
            } else {
                let _ = resolve.call1(&JsValue::UNDEFINED, &data);
            }
        });
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(&reject));
        hear.forget(); // lives as long as the worker, which ends with the answer
    })
}
