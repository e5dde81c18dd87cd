//! The frame around every screen: banner, tabs, what was just said, and the way between screens.

use super::later::{self, Task};
use super::markup::frame;
use super::open::open;
use super::pages;
use super::parts::button::button;
use super::parts::{boxed, changing, standing};
use super::said::Back;
use super::state::{App, Status};
use super::{Page, Route, browser, one_file, published, saving};
use crate::words::fill;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use maud::{Markup, html};

/// Mounts the app into the page's body, in the place of what the page said before it came, or where `page/early.js` has made
/// it a place beside that.
pub fn mount() {
    console_error_panic_hook::set_once();
    let aside = document().get_element_by_id("aside");
    let aside = aside.and_then(|aside| aside.dyn_into().ok());
    let place = aside.or_else(|| {
        let body = document().body()?;
        body.set_inner_html("");
        Some(body)
    });
    if let Some(place) = place {
        leptos::mount::mount_to(place, shell).forget();
    }
}

fn shell() -> impl IntoView {
    let app = App::new();
    let words = app.words();
    pages::settings::apply(app);
    follow_the_address(app);
    listen_for_keys(app);
    saving::watch(app);
    published::watch(app);
    later::fetch_all(app);
    let place = Memo::new(move |_| app.route.with(Route::place));
    let brand = frame::brand(words);
    view! {
        <a class="skip" href="#main" on:click=skip>{words.app.skip}</a>
        <header class="banner">
            <a class="brand" href="#/" inner_html=brand.0></a>
            {undo_buttons(app)}
            <a class="plain inline-link" href="#/settings">{words.app.settings}</a>
        </header>
        {changing(move || place.with(|place| tabs(app, place)).unwrap_or_default())}
        {move || place.with(|place| reading_strip(app, place))}
        {move || published::strip(app)}
        {move || trouble_strip(app)}
        {new_version_strip(app)}
        <main id="main" tabindex="-1">{outlet(app, place)}</main>
        {changing(move || colophon(app).unwrap_or_default())}
        <div class="said-place" role="status">{move || said(app)}</div>
    }
}

/// The skip link may not touch the address: that is the router's.
fn skip(event: ev::MouseEvent) {
    event.prevent_default();
    browser::focus("#main");
}

/// Keeps the route at the address, and the open plan at the route.
fn follow_the_address(app: App) {
    let listener = window_event_listener(ev::hashchange, move |_| app.follow_address());
    on_cleanup(move || listener.remove());
    let listener = window_event_listener(ev::click, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| matches!(target.closest("a[href^='#/']"), Ok(Some(_)))) {
            app.by_link();
        }
    });
    on_cleanup(move || listener.remove());
    let source = Memo::new(move |_| {
        app.route.with(|route| match route {
            Route::Plan { source, .. } => Some(source.clone()),
            _ => None,
        })
    });
    Effect::new(move |_| {
        if let Some(source) = source.get() {
            open(app, source);
        }
    });
}

/// Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), outside of fields, which have their own.
fn listen_for_keys(app: App) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let in_field = document().active_element().is_some_and(|element| {
            matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        });
        if in_field || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => later::run(app, Task::Undo),
            ("z", true) | ("y", false) => later::run(app, Task::Redo),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// The screen of the route. A change of filter alone leaves the screen standing.
fn outlet(app: App, place: Memo<Route>) -> impl IntoView {
    let status = Memo::new(move |_| app.status());
    move || {
        let route = place.get();
        match &route {
            Route::Plans => pages::plans::page(app),
            Route::Import => import(app, None),
            Route::Review(file) => import(app, Some(file.clone())),
            Route::Settings | Route::Kept => screen(app, route),
            Route::Plan { page, .. } => match (status.get(), page) {
                (Status::Waiting, _) => standing(html! { p.muted { (app.words().app.loading) } }),
                (Status::Failed(why), _) => pages::not_found::failed(app, why),
                (Status::Ready, page @ (Page::Now | Page::Indicators)) => later::shown(
                    app,
                    later::overview(app, page.clone()),
                    later::fetch_overview(),
                ),
                (Status::Ready, _) => screen(app, route),
            },
            Route::NotFound => pages::not_found::page(app),
        }
    }
}

fn import(app: App, file: Option<String>) -> AnyView {
    later::shown(app, later::import(app, file), later::fetch_import())
}

fn screen(app: App, route: Route) -> AnyView {
    later::shown(app, later::screen(app, route), later::fetch_screens())
}

/// The tabs of the open plan: the screens it has something for.
fn tabs(app: App, place: &Route) -> Option<Markup> {
    let Route::Plan { page, .. } = place else {
        return None;
    };
    if app.status() != Status::Ready {
        return None;
    }
    let source = app.source()?;
    Some(frame::tabs(app.words(), &source, &screens(app), page))
}

fn screens(app: App) -> Vec<(Page, &'static str)> {
    let words = app.words();
    if app.are_several() {
        return vec![
            (Page::Now, words.app.indicators),
            (Page::Compare, words.app.compare),
        ];
    }
    let mut screens = app.read_once(|document| frame::screens(words, document.plan()));
    if one_file::is_for_reading(app) {
        screens.retain(|(page, _)| *page != Page::Check);
    }
    screens
}

fn undo_buttons(app: App) -> impl IntoView {
    let words = app.words();
    let can_undo = Memo::new(move |_| app.read(crate::app::Document::can_undo));
    let can_redo = Memo::new(move |_| app.read(crate::app::Document::can_redo));
    move || {
        let (undo, redo) = (can_undo.get(), can_redo.get());
        (undo || redo).then(|| {
            view! {
                <button class="plain" disabled=!undo on:click=move |_| later::run(app, Task::Undo)>{words.app.undo}</button>
                <button class="plain" disabled=!redo on:click=move |_| later::run(app, Task::Redo)>{words.app.redo}</button>
            }
        })
    }
}

/// Says that the plan is open for reading only, and offers to keep it.
fn reading_strip(app: App, place: &Route) -> Option<AnyView> {
    let on_plan = matches!(place, Route::Plan { .. });
    if !on_plan || app.status() != Status::Ready || app.is_kept() || app.are_several() {
        return None;
    }
    let (label, told, ways) = one_file::strip(app);
    Some(view! { <aside class="strip" aria-label=label>{standing(told)}{ways}</aside> }.into_any())
}

/// What a printed page ends with: whose plan, from which source, printed when.
fn colophon(app: App) -> Option<Markup> {
    let words = app.words();
    let (name, source) = app.read(|document| {
        let plan = document.plan();
        let name = [&*plan.municipality.name, " ", &*plan.title].concat();
        Some((name, plan.source.clone()))
    })?;
    let date = browser::timestamp();
    let places = [
        ("name", name.trim()),
        ("source", source.as_str()),
        ("date", date.get(..10).unwrap_or_default()),
    ];
    Some(html! { footer.colophon { (fill(words.app.colophon, &places)) } })
}

/// What stays said until it is over.
fn trouble_strip(app: App) -> Option<AnyView> {
    let trouble = app.ui.with(|ui| ui.trouble.clone())?;
    let words = app.words();
    let on_plan = app.status() == Status::Ready;
    let export = on_plan.then(|| {
        button("button", words.app.export, move || {
            later::run(app, Task::Export);
        })
    });
    let told = standing(html! { p { (trouble) } });
    Some(view! { <div class="strip trouble" role="alert">{told}{export}</div> }.into_any())
}

/// Says that a newer version of the app is here, and lets the person take it: once everything is saved the page is loaded
/// again by it. The page's own script (`page/offline.js`) says when, and does it.
fn new_version_strip(app: App) -> impl IntoView {
    let is_there = RwSignal::new(false);
    let listener =
        window_event_listener_untyped("monosashi-new-version", move |_| is_there.set(true));
    on_cleanup(move || listener.remove());
    let words = app.words();
    let take = move || later::run(app, Task::NewVersion);
    move || {
        is_there.get().then(|| {
            let told = standing(html! { p { (words.app.new_version) } });
            let button = button("button", words.app.take_new_version, take);
            view! { <div class="strip" role="status">{told}{button}</div> }
        })
    }
}

/// What was just said, with its undo.
fn said(app: App) -> Option<AnyView> {
    let said = app.ui.with(|ui| ui.said.clone())?;
    let words = app.words();
    let back = said.back.map(|back| match back {
        Back::Edit => button("plain", words.app.undo, move || later::run(app, Task::Undo)),
        Back::Import(key) => {
            let take_back = move || later::run(app, Task::TakeBack(key.clone()));
            button("plain", words.review.back, take_back)
        }
    });
    let close = move || app.ui.update(|ui| ui.said = None);
    let mut parts = vec![standing(html! { p { (said.text) } })];
    parts.extend(back);
    parts.push(button("plain", words.app.close, close));
    Some(boxed("said", parts))
}
