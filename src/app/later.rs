//! What is fetched when it is first asked for, so that the first view stays small.
//!
//! The build splits the functions below, and all that only they use, from the app (`xtask/src/wasm.rs`). Those of one
//! name are one file. Once the first view stands, all are fetched, so that a device that loses its connection still has
//! every screen.

use super::errors::Trouble;
use super::parts::standing;
use super::published::Aim;
use super::state::App;
use super::{
    Page, Route, Source, keeping, mirroring, open, pages, published, published_list, saving,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::html;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How long the first view has the connection to itself.
pub const FIRST: Duration = Duration::from_secs(3);

type Screen = Result<AnyView, Trouble>;

/// What the frame around the screens asks of the open plan.
pub enum Task {
    /// Open a plan kept in this browser, by its key.
    Load(String),
    /// Open what files beside the app hold: each with its address.
    Read(Source, Vec<(String, Vec<u8>)>),
    /// Take the last change back.
    Undo,
    /// Make again what was taken back last.
    Redo,
    /// Take back the import of a plan, by its key.
    TakeBack(String),
    /// Save what was changed, when no other tab writes.
    SaveInTurn,
    /// Save what was changed, now.
    Save,
    /// Take over what another tab kept of the open plan.
    Follow,
    /// Let storage and mirror be the same.
    CatchUp,
    /// Go on with a newer version of the app, once nothing would be lost.
    NewVersion,
    /// Keep the plan that is open for reading.
    Keep,
    /// Hand the plan over as a file.
    Export,
}

/// Opening a plan and changing it.
#[wasm_split(plan, fallible, preload(fetch_plan))]
pub fn act(app: App, task: Task) -> Result<(), Trouble> {
    match task {
        Task::Load(key) => {
            app.published.set(None);
            app.opened.set(keeping::load(app, &key));
        }
        Task::Read(source, files) => app.opened.set(open::read(app, source, files)),
        Task::Undo => app.undo(),
        Task::Redo => app.redo(),
        Task::TakeBack(key) => keeping::take_back(app, &key),
        Task::SaveInTurn => saving::save_in_turn(app),
        Task::Save => saving::save_now(app),
        Task::Follow => saving::follow(app),
        Task::CatchUp => mirroring::catch_up(app),
        Task::NewVersion => saving::take_new_version(app),
        Task::Keep => {
            keeping::keep(app);
            published::note_kept(app);
        }
        Task::Export => keeping::export(app),
    }
    Ok(())
}

/// The first screens of a plan.
#[wasm_split(plan, fallible, preload(fetch_overview))]
pub fn overview(app: App, page: Page) -> Screen {
    Ok(match page {
        Page::Indicators => pages::indicators::page(app),
        _ => pages::now::page(app),
    })
}

/// Takes in the list of published plans; none where it did not come.
#[wasm_split(list, fallible, preload(fetch_list))]
pub fn list(app: App, bytes: Option<Vec<u8>>, aim: Aim) -> Result<(), Trouble> {
    published_list::take_in(app, bytes, aim);
    Ok(())
}

/// The screens of a plan's details and of its work, and the settings.
#[wasm_split(screens, fallible, preload(fetch_screens))]
pub fn screen(app: App, route: Route) -> Screen {
    Ok(match route {
        Route::Settings => pages::settings::page(app),
        Route::Kept => pages::kept::page(app),
        Route::Plan { page, .. } => match page {
            Page::Indicator(id) => pages::indicator::page(app, id),
            Page::Sections => pages::sections::page(app),
            Page::Section(id) => pages::section::page(app, id),
            Page::Schedule => pages::schedule::page(app),
            Page::Item(id) => pages::item::page(app, &id),
            Page::Sheets => pages::sheets::page(app),
            Page::Sheet(id) => pages::sheet::page(app, id),
            Page::Departments => pages::departments::page(app),
            Page::Check => pages::check::page(app),
            Page::Compare => pages::compare::page(app),
            Page::Rules => pages::rules::page(app),
            Page::Now | Page::Indicators => pages::not_found::page(app),
        },
        _ => pages::not_found::page(app),
    })
}

/// How many remarks on the open plan a person has not set aside: known once the screens are here, and not before.
#[wasm_split(screens, fallible)]
pub fn remarks(app: App) -> Result<usize, Trouble> {
    Ok(app.read_once(pages::check::standing_remarks))
}

/// The screen of an import, of a file beside the app where one is named.
#[wasm_split(import, fallible, preload(fetch_import))]
pub fn import(app: App, file: Option<String>) -> Screen {
    Ok(pages::import::page(app, file))
}

impl From<SplitLoaderError> for Trouble {
    fn from(_: SplitLoaderError) -> Self {
        Self::Screen
    }
}

/// The screen; while its file is on its way that is said, and if it does not come, what to do.
///
/// To be called where a change of [`App::unfetched`] calls again. Asked once more, the screen is fetched once more.
pub fn shown(
    app: App,
    screen: impl Future<Output = Screen>,
    fetch: impl Future<Output = Result<(), SplitLoaderError>> + 'static,
) -> AnyView {
    let words = app.words();
    let failed = |trouble: &Trouble| pages::not_found::failed(app, trouble.told(words));
    // The view is made here, where it is shown, or not at all: what it holds lives as long as this place.
    match pin!(screen).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(trouble)) => failed(&trouble),
        Poll::Pending if app.unfetched.get() => {
            app.unfetched
                .update_untracked(|unfetched| *unfetched = false);
            failed(&Trouble::Screen)
        }
        Poll::Pending => {
            spawn_local(async move { app.unfetched.set(fetch.await.is_err()) });
            standing(html! { p.muted { (words.app.loading) } })
        }
    }
}

/// Has a task done: at once where its file is here, or else as soon as it is.
pub fn run(app: App, task: Task) {
    let mut task = Box::pin(act(app, task));
    match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => tell(app, done),
        Poll::Pending => spawn_local(async move { tell(app, task.await) }),
    }
}

fn tell(app: App, done: Result<(), Trouble>) {
    if let Err(trouble) = done {
        app.warn(&trouble);
    }
}

/// Fetches everything, one after the other, when the first view has had its time.
pub fn fetch_all(app: App) {
    let fetch = async move {
        // What does not come now is fetched again when it is asked for, which tells.
        let _ = fetch_list().await;
        let _ = fetch_plan().await;
        app.screens_are_here.set(fetch_screens().await.is_ok());
        let _ = fetch_import().await;
    };
    set_timeout(move || spawn_local(fetch), FIRST);
}
