//! Reads documents in a worker of the browser's, apart from the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    monosashi::app::serve_reader();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("This program is a worker of the page; `--example convert` reads documents here.");
    std::process::ExitCode::from(2)
}
