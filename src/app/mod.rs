//! The interface, in Leptos.
use leptos::prelude::*;

/// Mounts the app into the page's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"まちのものさし"</h1></main> });
}
