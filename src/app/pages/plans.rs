//! 計画一覧: the plans kept here, the samples, and the way in for others.

use crate::app::parts::heading::heading;
use crate::app::state::App;
use leptos::prelude::*;

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    view! {
        {heading(app, ().into_any(), words.plans.title, ().into_any())}
        <p class="headline">{words.plans.lead}</p>
    }
    .into_any()
}
