//! A long list that is filled anew at every keystroke.

use crate::app::state::App;
use leptos::prelude::*;
use maud::Markup;
use std::time::Duration;

/// How many items the frame of a keystroke holds: as many as a screen shows below the search field.
const AT_ONCE: usize = 6;
/// When the others come: once the person stops typing, so that they never hold up the next keystroke.
const PAUSE: Duration = Duration::from_millis(100);

/// Gives an item's markup by its place in the plan.
pub type Show = fn(App, Option<u32>, usize) -> Markup;

/// The items of the element with the id `found`, which is filled and extended as HTML.
#[derive(Clone, Copy)]
pub struct LongList {
    app: App,
    show: Show,
    /// Counts the fillings: what is left of an older one is not added any more.
    turn: StoredValue<u32>,
}

impl LongList {
    /// A list whose items are shown so.
    pub fn new(app: App, show: Show) -> Self {
        let turn = StoredValue::new(0);
        Self { app, show, turn }
    }

    /// Puts the items in the place of those that are there.
    pub fn fill(self, items: Vec<usize>, width: Option<u32>) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        // What is there when the screen is opened is no answer to a keystroke: it comes whole.
        let at_once = if turn == 1 { items.len() } else { AT_ONCE };
        let (first, others) = items.split_at(items.len().min(at_once));
        if let Some(list) = document().get_element_by_id("found") {
            list.set_inner_html(&self.markup(first, width));
        }
        let others = others.to_vec();
        let add = move || {
            if self.turn.try_get_value() == Some(turn) {
                self.add(&others, width);
            }
        };
        set_timeout(add, PAUSE);
    }

    /// Adds items behind those that are there.
    pub fn add(self, items: &[usize], width: Option<u32>) {
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
