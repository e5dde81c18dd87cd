//! Debian's packages, through apt-get, where the machine has it and we may use it.

use crate::place;
use crate::run::{self, Outcome};
use std::process::Command;
use std::sync::Once;

/// Whether packages can be installed: apt-get is there, and we are root or sudo asks nothing.
pub fn usable() -> bool {
    run::find("apt-get").is_some()
        && (is_root() || run::succeeds(Command::new("sudo").args(["-n", "true"])))
}

/// Installs those of `packages` which are not there; `why` is shown when there is something to do.
pub fn install(packages: &[&str], why: &str) -> Outcome {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    update();
    run::say(&format!("apt-get install {}", missing.join(" ")), why);
    let advice = format!("install these packages by hand: {}.", missing.join(" "));
    run::quietly(
        as_root("apt-get")
            .args(["install", "-y", "--no-install-recommends"])
            .args(&missing),
        &place::log("apt-get")?,
    )
    .map_err(|failure| failure.advice(advice))
}

/// A command run as root, through sudo where we are not.
pub fn as_root(program: &str) -> Command {
    let mut command = if is_root() {
        Command::new(program)
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn installed(package: &str) -> bool {
    let status = run::answer(Command::new("dpkg-query").args(["-W", "-f", "${Status}", package]));
    status.is_some_and(|status| status == "install ok installed")
}

/// Brings the package lists up to date, once; an old list often serves too, so failing is no end.
fn update() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        run::say("apt-get update", "the package lists may be old or empty");
        if let Ok(log) = place::log("apt-get-update") {
            let _ = run::quietly(as_root("apt-get").arg("update"), &log);
        }
    });
}

fn is_root() -> bool {
    run::answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}
