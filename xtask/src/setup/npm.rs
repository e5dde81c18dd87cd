//! Packages from npm: binaryen for `wasm-opt`, esbuild for the single file, axe-core for the accessibility check.

use super::debian;
use crate::place;
use crate::run::{self, Failure, Outcome};
use std::path::PathBuf;
use std::process::Command;

const BINARYEN: &str = "binaryen@132.0.0";
const ESBUILD: &str = "esbuild@0.28.2";
const AXE: &str = "axe-core@4.14.1";

/// Older ones than this fail on what today's compiler makes.
const OLDEST_WASM_OPT: u32 = 116;

/// The folder of a `wasm-opt` that can read what today's compiler makes.
pub fn wasm_opt() -> Outcome<PathBuf> {
    if let Some(found) = run::find("wasm-opt")
        && version_of(&found).is_some_and(|version| version >= OLDEST_WASM_OPT)
        && let Some(folder) = found.parent()
    {
        return Ok(folder.to_path_buf());
    }
    let modules = package(BINARYEN, "its wasm-opt makes the app small")?;
    Ok(modules.join(".bin"))
}

/// The folder of esbuild, which joins scripts into one.
pub fn esbuild() -> Outcome<PathBuf> {
    let modules = package(ESBUILD, "it joins the scripts of the single file")?;
    Ok(modules.join(".bin"))
}

/// The file of axe-core, which checks a page's accessibility.
pub fn axe() -> Outcome<PathBuf> {
    Ok(package(AXE, "it checks accessibility in the browser tests")?.join("axe-core/axe.min.js"))
}

/// Installs one package at one version and gives its `node_modules`.
fn package(name_and_version: &str, why: &str) -> Outcome<PathBuf> {
    need_npm()?;
    let root = place::cache("npm")?.join(name_and_version.replace(['@', '/'], "-"));
    let modules = root.join("node_modules");
    // npm writes this file last.
    if modules.join(".package-lock.json").is_file() {
        return Ok(modules);
    }
    run::say(&format!("npm install {name_and_version}"), why);
    run::quietly(
        Command::new("npm")
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ])
            .arg(&root)
            .arg(name_and_version),
        &place::log("npm")?,
    )
    .map_err(|failure| {
        failure.advice("check that npm reaches its registry, then run the command again.")
    })?;
    Ok(modules)
}

fn need_npm() -> Outcome {
    if run::find("npm").is_some() && run::find("node").is_some() {
        return Ok(());
    }
    if debian::usable() {
        return debian::install(
            &["nodejs", "npm"],
            "wasm-opt, esbuild and axe-core come as npm packages",
        );
    }
    Err(Failure::new("npm and node are not installed.")
        .advice("install Node.js 18 or newer, which brings npm."))
}

/// The number in `wasm-opt version 132 (version_132)`.
fn version_of(wasm_opt: &std::path::Path) -> Option<u32> {
    let said = run::answer(Command::new(wasm_opt).arg("--version"))?;
    said.split_whitespace().find_map(|word| word.parse().ok())
}
