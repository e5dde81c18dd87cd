//! A long list that is filled anew at every keystroke.

use crate::app::state::App;
use leptos::prelude::*;
use maud::Markup;
use std::time::Duration;

/// How long the person has to stop typing before more than the screen shows is added, so that it never holds up the
/// next keystroke.
const PAUSE: Duration = Duration::from_millis(120);

/// Gives an item's markup by its place in the plan.
pub type Show = fn(App, Option<u32>, usize) -> Markup;

/// The items of the element with the id `found`, which is filled and extended as HTML.
#[derive(Clone, Copy)]
pub struct LongList {
    app: App,
    show: Show,
    /// How many items a screen shows below the search field: so many the frame of a keystroke holds.
    at_once: usize,
    /// Counts the keystrokes.
    keys: StoredValue<u32>,
    /// Counts the fillings: what is left of an older one is not added any more.
    turn: StoredValue<u32>,
}

impl LongList {
    /// A list whose items are shown so; `keys` counts the keystrokes that may fill it anew.
    pub fn new(app: App, show: Show, at_once: usize, keys: StoredValue<u32>) -> Self {
        Self {
            app,
            show,
            at_once,
            keys,
            turn: StoredValue::new(0),
        }
    }

    /// Puts the items in the place of those that are there.
    pub fn fill(self, mut items: Vec<usize>, width: Option<u32>) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        // What is there when the screen is opened is no answer to a keystroke: it comes whole.
        let at_once = if turn == 1 { usize::MAX } else { self.at_once };
        let others = items.split_off(items.len().min(at_once));
        if let Some(list) = document().get_element_by_id("found") {
            list.set_inner_html(&self.markup(&items, width));
        }
        self.add_later(turn, others, width);
    }

    /// Adds items a few at a time, whenever the person pauses.
    fn add_later(self, turn: u32, mut items: Vec<usize>, width: Option<u32>) {
        if items.is_empty() {
            return;
        }
        let keys = self.keys.get_value();
        let add = move || {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            if self.keys.get_value() == keys {
                let others = items.split_off(items.len().min(self.at_once));
                self.add(&items, width);
                items = others;
            }
            self.add_later(turn, items, width);
        };
        set_timeout(add, PAUSE);
    }

    /// Adds those of the items that are not there yet.
    pub fn complete(self, items: &[usize], width: Option<u32>) {
        self.turn.update_value(|turn| *turn += 1);
        if let Some(list) = document().get_element_by_id("found") {
            let there = list.child_element_count() as usize;
            self.add(items.get(there..).unwrap_or_default(), width);
        }
    }

    fn add(self, items: &[usize], width: Option<u32>) {
        if let Some(list) = document().get_element_by_id("found") {
            let _ = list.insert_adjacent_html("beforeend", &self.markup(items, width));
        }
    }

    fn markup(self, items: &[usize], width: Option<u32>) -> String {
        let items = items.iter();
        items
            .map(|index| (self.show)(self.app, width, *index).0)
            .collect()
    }
}
