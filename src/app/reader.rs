//! Reading in a worker of its own: the page's side. The other is `worker`.
//!
//! What reads documents is a second WebAssembly module that only an import loads: the first view stays small, and the
//! page stays awake however long a document is. Plan files are read by the page itself, which knows their form anyway:
//! a worker's answer would have to be read once more. It reads them in steps, between which it draws and listens.

use super::browser;
use super::errors::Trouble;
use super::worker::READY;
use crate::keep::plans_in;
use crate::read::{PlanFile, Reading, is_plan_file};
use js_sys::{Array, Date, Function, Promise};
use leptos::wasm_bindgen::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
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

/// How many items of a plan file are read before the clock is looked at.
const STEP: usize = 50;

/// For how long the page reads before it draws and listens, in milliseconds.
const AWAY: f64 = 40.0;

/// A reading on its way, which can be ended.
#[derive(Clone, Default)]
pub struct Job {
    worker: Rc<RefCell<Option<(Worker, Function)>>>,
    is_ended: Rc<Cell<bool>>,
}

impl Job {
    /// Ends it: nothing comes of it any more.
    pub fn end(&self) {
        self.is_ended.set(true);
        if let Some((worker, reject)) = self.worker.take() {
            worker.terminate();
            // Whoever waits is told, so that what it holds is let go of.
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    }

    /// Whether it was ended.
    pub fn is_ended(&self) -> bool {
        self.is_ended.get()
    }
}

/// Reads a text of whatever kind; `source` is the file's name, empty for pasted text. `told` is told which part of it is
/// read, where that is known.
///
/// # Errors
/// [`Trouble::Reader`] when the worker does not start, stops, or is ended.
pub async fn read(
    source: &str,
    text: &str,
    job: &Job,
    told: impl Fn(f64),
) -> Result<Reading, Trouble> {
    // What was taken out as it is, when nothing else went any more.
    if let Some(plans) = plans_in(text) {
        return Ok(Reading {
            plans,
            findings: Vec::new(),
        });
    }
    let trouble = || Trouble::Reader(source.to_owned());
    if is_plan_file(text) {
        let read = read_in_steps(PlanFile::begin(source, text), job, told).await;
        return read.ok_or_else(trouble);
    }
    let script = web_sys::Url::new_with_base(SCRIPT, &MODULE.with(String::clone));
    let script = script.map_err(|_| trouble())?.href();
    let worker = Worker::new(&script).map_err(|_| trouble())?;
    let answer = JsFuture::from(answer_of(&worker, source, text, job)).await;
    job.worker.take();
    worker.terminate();
    let answer = answer.ok().and_then(|answer| answer.as_string());
    answer
        .and_then(|answer| serde_json::from_str(&answer).ok())
        .ok_or_else(trouble)
}

/// Reads a plan file; none when it was ended.
async fn read_in_steps(mut file: PlanFile<'_>, job: &Job, told: impl Fn(f64)) -> Option<Reading> {
    let mut since = Date::now();
    while file.step(STEP) {
        if Date::now() - since < AWAY {
            continue;
        }
        #[allow(clippy::cast_precision_loss)] // numbers of items
        told(file.done() as f64 / file.items() as f64);
        browser::other_tasks().await;
        if job.is_ended() {
            return None;
        }
        since = Date::now();
    }
    Some(file.finish())
}

/// The worker's answer as JSON; it is asked as soon as it says that it listens.
fn answer_of(worker: &Worker, source: &str, text: &str, job: &Job) -> Promise {
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
        job.worker.replace(Some((worker.clone(), reject)));
        hear.forget(); // lives as long as the worker, which ends with the answer
    })
}
