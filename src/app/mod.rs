//! The interface, in Leptos.
//!
//! What needs no browser ([`Route`], [`Document`]) compiles and is tested natively like the rooms below.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a view owns what it is made of"
)]

mod document;
mod early;
mod encoding;
mod errors;
mod figures;
mod list;
mod markup;
mod route;
mod searched;
mod sheet_list;
pub mod together;
mod years;

pub use crate::plan::takes_part;
pub use document::{Document, Walk};
pub use early::{EarlyPage, early_page};
pub use errors::Trouble;
pub use figures::{FigureRow, figure_rows};
pub use list::{ORDERS, Standing, below, grade_key, matching, standing_key, standings};
pub use route::{Filter, Page, Route, Source};
pub use searched::Searched;
pub use sheet_list::{ALL_YEARS, NOT_JUDGED, ShownSheets, sheets_year, shown_sheets};
pub use years::{Cell, cells, this_year, years};

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod browser;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod incoming;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod keeping;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod later;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod mirroring;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod one_file;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod open;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod opened;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod pages;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod parts;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod published;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod published_list;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod reader;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod said;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod saving;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod shell;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod state;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub use shell::mount;
#[cfg(target_arch = "wasm32")]
pub use worker::serve as serve_reader;

use std::collections::BTreeSet;

/// The items in order, each once. Put in one by one: `collect` would bring a sorting algorithm of its own for each type,
/// and the app's size is its start-up time.
fn set<Item: Ord>(items: impl Iterator<Item = Item>) -> BTreeSet<Item> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}
