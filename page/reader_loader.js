// Starts the reader of documents in its worker; it is src/app/reader.rs that asks for it.
importScripts('./reader.js');
wasm_bindgen('./reader_bg.wasm');
