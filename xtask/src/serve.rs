//! `cargo xtask serve`: the app on this machine, built anew and reloaded on every change.

use crate::build;
use crate::option;
use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use crate::{seed, setup};
use std::fs;
use std::net::TcpListener;

/// Where the app is served unless the port is taken: what the browser keeps belongs to a port.
const USUAL_PORT: u16 = 8610;

/// Serves until interrupted.
pub fn serve(arguments: &[String]) -> Outcome {
    let port = match option(arguments, "--port")? {
        Some(given) => given
            .parse()
            .map_err(|_| Failure::new(format!("`{given}` is no port.")))?,
        None => free_port()?,
    };
    let builder = setup::for_serving()?;
    build::fetch(&builder)?;
    seed::restore();
    // Its own folder: what is published has other settings.
    let dist = place::target().join("serve");
    fs::create_dir_all(&dist).map_err(on_path("make the folder", &dist))?;
    // Trunk.toml has trunk look away from it, which trunk only does from what is there.
    let published = place::checkout().join("dist");
    fs::create_dir_all(&published).map_err(on_path("make the folder", &published))?;
    println!("The app will be at http://127.0.0.1:{port}/ as soon as it is built; Ctrl+C ends it.");
    let port = port.to_string();
    run::show(
        builder
            .command("trunk")?
            .args(["serve", "--address", "127.0.0.1", "--port", &port, "--dist"])
            .arg(&dist),
    )
}

fn free_port() -> Outcome<u16> {
    let usual =
        (USUAL_PORT..USUAL_PORT + 20).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    usual.ok_or_else(|| {
        Failure::new("No port near 8610 is free.").advice("name one: cargo xtask serve --port 9000")
    })
}
