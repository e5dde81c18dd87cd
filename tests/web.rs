//! What only a browser's WebAssembly shows.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_app_mounts_its_heading() {
    monosashi::app::mount();
    let heading = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("h1").ok().flatten())
        .and_then(|heading| heading.text_content());
    assert_eq!(heading.as_deref(), Some("まちのものさし"));
}
