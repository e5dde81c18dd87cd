//! Mounts the app.

#[cfg(target_arch = "wasm32")]
fn main() {
    monosashi::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("まちのものさし runs in a browser: `cargo xtask serve` builds and serves it.");
    std::process::ExitCode::from(2)
}
