//! Drives the published app in real browsers.
//!
//! | file | what it is for |
//! |------|----------------|
//! | [`browser`] | an open browser: go, read, wait, size, tabs |
//! | [`hands`]   | what a journey's hands do: click, type, press |
//! | [`inside`]  | what a journey asks of the page: errors, downloads, accessibility |
//! | [`engine`]  | how each engine is started and configured |
//! | [`profile`] | the folder a browser keeps its things in |
//! | [`driver`]  | the drivers' processes and when they are ready |
//! | [`wire`]    | the WebDriver connection, made blocking |
//! | [`site`]    | a static host on loopback for `dist/` |
//! | [`shot`]    | a picture of one screen, for `cargo xtask shot` |
//!
//! Nothing sleeps to wait for something: every wait asks again until it is so, and fails with
//! what it waited for after [`wire::patience`].
#![allow(
    dead_code,
    reason = "the harness offers more than today's journeys use"
)]

pub mod browser;
pub mod driver;
pub mod engine;
pub mod hands;
pub mod inside;
mod on_disk;
mod profile;
pub mod shot;
pub mod site;
pub mod wire;

pub use browser::Browser;
pub use engine::{Engine, Look};
pub use hands::Key;
pub use on_disk::{copy_folder, one_file, with_hook};
pub use site::Site;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// What a journey and each of its steps end with; the text of the error is for the person reading.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// One person's way through the app.
pub struct Journey {
    /// The name, which the run prints and by which it is chosen.
    pub name: &'static str,
    /// Where it must succeed.
    pub engines: Engines,
    /// Whether it takes times, for which nothing else may run beside it.
    pub alone: bool,
    /// What is done, in a browser with nothing kept and on no page yet.
    pub act: fn(&mut Browser) -> Outcome,
}

impl Journey {
    /// The same journey with nothing else beside it.
    pub const fn alone(self) -> Self {
        Self {
            alone: true,
            ..self
        }
    }
}

/// The engines of a journey.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engines {
    /// All engines of the run.
    Every,
    /// Only Chromium, for what no other engine's driver can do.
    ChromiumOnly,
}

/// A journey in an engine.
type Task<'a> = (Engine, &'a Journey);

/// Runs the journeys whose name contains one of `words`, in the engines of `MONOSASHI_BROWSERS`,
/// two at a time, those that take times alone after them, and prints a line for each and the count.
///
/// One that fails is gone once more, alone, with all its browser anew: three engines on a small machine now and then
/// keep a driver waiting for longer than it waits. What passes only then is named at the end.
pub fn run(journeys: &[Journey], words: &[String]) -> ExitCode {
    let engines = match Engine::named_in_environment() {
        Ok(engines) => engines,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    profile::sweep();
    let mut tasks = Vec::new();
    for journey in journeys
        .iter()
        .filter(|journey| is_chosen(journey.name, words))
    {
        let fits =
            |engine: &&Engine| journey.engines == Engines::Every || **engine == Engine::Chromium;
        tasks.extend(engines.iter().filter(fits).map(|engine| (*engine, journey)));
    }
    let count = tasks.len();
    let (alone, together): (Vec<Task>, Vec<Task>) =
        tasks.into_iter().partition(|(_, journey)| journey.alone);
    let mut unsteady = failing(&together, workers(), "again");
    unsteady.extend(failing(&alone, 1, "again"));
    let failed = failing(&unsteady, 1, "FAILED");
    driver::end_shared();
    profile::end_shared();
    for (engine, journey) in unsteady.iter().filter(|task| !is_among(task, &failed)) {
        println!("unsteady: {engine} {} passed only alone", journey.name);
    }
    println!("{} passed, {} failed", count - failed.len(), failed.len());
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs tasks, so many at once, and gives those that failed, whose lines begin with `word`.
fn failing<'a>(tasks: &[Task<'a>], workers: usize, word: &str) -> Vec<Task<'a>> {
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if !attempt(task.0, task.1, word) {
                        failed
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(*task);
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn is_among(task: &Task, tasks: &[Task]) -> bool {
    tasks
        .iter()
        .any(|other| (other.0, other.1.name) == (task.0, task.1.name))
}

/// Runs one journey in one engine, prints how it went and says whether it passed.
fn attempt(engine: Engine, journey: &Journey, word: &str) -> bool {
    let (name, begun) = (journey.name, Instant::now());
    let mut over = None;
    let outcome = Browser::new(engine).and_then(|mut browser| {
        let outcome = catch_unwind(AssertUnwindSafe(|| (journey.act)(&mut browser)))
            .unwrap_or_else(|panic| Err(words_of(panic.as_ref()).into()))
            .and_then(|()| browser.no_errors());
        over = browser.passed_over.take();
        outcome.map_err(|error| browser.explain(name, error.as_ref()).into())
    });
    let seconds = begun.elapsed().as_secs_f32();
    match (&outcome, over) {
        (Ok(()), Some(why)) => println!("over {engine} {name} ({why})"),
        (Ok(()), None) => println!("ok {engine} {name} ({seconds:.1} s)"),
        (Err(error), _) => println!("{word} {engine} {name} ({seconds:.1} s)\n    {error}"),
    }
    outcome.is_ok()
}

/// Fails with a sentence unless something is so.
pub fn check(so: bool, sentence: &str) -> Outcome {
    if so {
        Ok(())
    } else {
        Err(format!("not so: {sentence}").into())
    }
}

fn is_chosen(name: &str, words: &[String]) -> bool {
    words.is_empty() || words.iter().any(|word| name.contains(word.as_str()))
}

/// How many journeys run at once; a browser mostly waits, so two do on two cores.
fn workers() -> usize {
    let given = std::env::var("MONOSASHI_JOBS")
        .ok()
        .and_then(|jobs| jobs.parse().ok());
    given.unwrap_or_else(|| {
        std::thread::available_parallelism().map_or(1, |cores| cores.get().min(4))
    })
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref().copied());
    text.unwrap_or("the journey panicked").to_owned()
}
