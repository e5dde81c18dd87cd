//! Screens that are fetched when they are first opened, so that the first view stays small.
//!
//! The build splits them and all that only they use from the app (`xtask/src/wasm.rs`). Those of one name are one file.
//! Once the first view stands, all are fetched, so that a device that loses its connection still has every screen.

use super::errors::Trouble;
use super::state::App;
use super::{Page, Route, pages};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How long the first view has the connection to itself.
const FIRST: Duration = Duration::from_secs(3);

type Screen = Result<AnyView, Trouble>;

/// The screen of an import.
#[wasm_split(import, fallible, preload(fetch_import))]
pub fn import(app: App) -> Screen {
    Ok(pages::import::page(app))
}

/// Every screen but the first ones: those of a plan's details, of its work, and the settings.
#[wasm_split(screens, fallible, preload(fetch_screens))]
pub fn screen(app: App, route: Route) -> Screen {
    Ok(match route {
        Route::Settings => pages::settings::page(app),
        Route::Plan { page, .. } => match page {
            Page::Indicator(id) => pages::indicator::page(app, id),
            Page::Sections => pages::sections::page(app),
            Page::Section(id) => pages::section::page(app, id),
            Page::Schedule => pages::schedule::page(app),
            Page::Sheets => pages::sheets::page(app),
            Page::Sheet(id) => pages::sheet::page(app, &id),
            Page::Now | Page::Indicators => pages::not_found::page(app),
        },
        _ => pages::not_found::page(app),
    })
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
            view! { <p class="muted">{words.app.loading}</p> }.into_any()
        }
    }
}

/// Fetches every screen, one after the other, when the first view has had its time.
pub fn fetch_all() {
    set_timeout(
        || {
            spawn_local(async {
                // What does not come now is fetched again when its screen is opened, which tells.
                let _ = fetch_screens().await;
                let _ = fetch_import().await;
            });
        },
        FIRST,
    );
}
