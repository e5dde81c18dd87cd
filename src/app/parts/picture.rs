//! Pictures on a page: drawn when their width is known, the first ones first.

use super::renewed;
use crate::app::browser;
use crate::chart::{ChartSpec, draw};
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// How many pictures the first frame holds; the others come right after it.
const FIRST: usize = 8;

/// The pictures of one screen. They share a width, which is measured once they have a place.
#[derive(Clone, Copy)]
pub struct Pictures {
    width: RwSignal<Option<u32>>,
    all: RwSignal<bool>,
}

impl Pictures {
    /// The pictures of a screen whose (first) place for pictures the selector names.
    pub fn of_screen(selector: &'static str) -> Self {
        let pictures = Self {
            width: RwSignal::new(None),
            all: RwSignal::new(false),
        };
        let measure = move || pictures.measure(selector);
        Effect::new(move |_| {
            measure();
            browser::after_frame(move || {
                browser::mark("app:first-chart");
                pictures.all.try_set(true);
                browser::after_frame(|| browser::mark("app:all-charts"));
            });
        });
        let listener = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || listener.remove());
        pictures
    }

    /// Measures their width, again where what is on the screen became another.
    pub fn measure(self, selector: &'static str) {
        let width = browser::column_width(selector);
        let is_other = self.width.try_with_untracked(|now| *now != width);
        if is_other == Some(true) {
            self.width.set(width);
        }
    }

    /// The width of pictures, by the place of the first of them on the screen, counted from 0; none while it is not
    /// their turn to be drawn.
    pub fn width(self, place: usize) -> Option<u32> {
        let drawn = place < FIRST || self.all.get();
        if drawn { self.width.get() } else { None }
    }

    /// A picture that has the page to itself.
    pub fn picture(self, spec: ChartSpec) -> AnyView {
        let drawing = move || self.width(0).map(|width| draw(&spec, width));
        let drawing = renewed(move || drawing().unwrap_or_default());
        view! { <div class="picture" on:keydown=step inner_html=drawing></div> }.into_any()
    }
}

/// Arrow keys step through a picture's points; Home and End go to the first and last.
fn step(event: ev::KeyboardEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(point) = target.and_then(|target| target.closest(".point").ok().flatten()) else {
        return;
    };
    let Ok(Some(picture)) = point.closest("svg") else {
        return;
    };
    let Ok(points) = picture.query_selector_all(".point") else {
        return;
    };
    let count = points.length();
    let Some(here) = (0..count).find(|index| {
        points
            .item(*index)
            .is_some_and(|node| node.is_same_node(Some(&point)))
    }) else {
        return;
    };
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (here + 1).min(count - 1),
        "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = points
        .item(to)
        .and_then(|node| node.dyn_into::<web_sys::Element>().ok())
    {
        browser::focus_on(&next);
    }
}
