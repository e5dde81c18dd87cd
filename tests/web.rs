//! What only a browser's WebAssembly shows.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_app_mounts_into_the_page() {
    let body = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body())
        .expect("the test page has a body");
    let before = body.child_element_count();
    monosashi::app::mount();
    assert!(body.child_element_count() > before);
}
