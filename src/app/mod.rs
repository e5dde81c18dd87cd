//! The interface, in Leptos.
//!
//! What needs no browser ([`Route`], [`Document`]) compiles and is tested natively like the rooms below.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a view owns what it is made of"
)]

mod document;
mod errors;
mod figures;
mod list;
mod route;
mod searched;
mod years;

pub use document::Document;
pub use errors::Trouble;
pub use figures::{FigureRow, figure_rows};
pub use list::{ORDERS, below, grade_key, matching};
pub use route::{Filter, Page, Route, Source};
pub use searched::Searched;
pub use years::{Cell, cells, ending_and_going_on, takes_part, this_year, years};

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod incoming;
#[cfg(target_arch = "wasm32")]
mod keeping;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod open;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod reader;
#[cfg(target_arch = "wasm32")]
mod samples;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod state;

#[cfg(target_arch = "wasm32")]
pub use reader::serve as serve_reader;
#[cfg(target_arch = "wasm32")]
pub use shell::mount;

use std::collections::BTreeSet;

/// The items in order, each once. Put in one by one: `collect` would bring a sorting algorithm of its own for each type,
/// and the app's size is its start-up time.
fn set<Item: Ord>(items: impl Iterator<Item = Item>) -> BTreeSet<Item> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}
