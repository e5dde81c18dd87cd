//! One indicator: its pictures, its sentence, how it was judged, its figures.

use crate::app::state::App;
use crate::plan::Id;
use leptos::prelude::*;

/// The screen.
pub fn page(_app: App, _id: Id) -> AnyView {
    ().into_any()
}
