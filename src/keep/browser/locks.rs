//! One tab at a time, by the Web Locks of the browser.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Does something while no other tab does anything under the same name. Where the browser has no locks (an address
/// without https), it is done at once: what two tabs then write at the very same time is noticed afterwards
/// ([`crate::keep::Kept::WithoutThis`]).
pub fn alone(name: &str, act: impl FnOnce() + 'static) {
    let Some((locks, request)) = locks() else {
        return act();
    };
    let act = Closure::once_into_js(act);
    let refused = act.clone();
    match request.call2(&locks, &JsValue::from_str(name), &act) {
        Ok(promise) => spawn_local(async move {
            // A page that is being left is given no lock any more; saving as the page is left asks for none.
            let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
        }),
        Err(_) => {
            let _ = refused.unchecked_into::<Function>().call0(&JsValue::NULL);
        }
    }
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?;
    Some((locks, request.dyn_into().ok()?))
}
