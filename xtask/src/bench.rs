//! `cargo xtask bench`: how large and how fast the published app is, written into the README.

use crate::catalogue::publish;
use crate::run::{self, Failure, Outcome, on_path};
use crate::{build, option, place, setup, stamp};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the table stands between in the README.
const BEGIN: &str = "<!-- bench -->\n";
const END: &str = "<!-- /bench -->";

/// Compresses as a host does; Node.js is there for wasm-opt anyway.
const COMPRESS: &str = include_str!("bench/serve.mjs");

/// Measures, prints the table and writes it into the README. `--dist FOLDER` measures another build.
pub fn bench(arguments: &[String]) -> Outcome {
    let dist = match option(arguments, "--dist")? {
        Some(folder) => PathBuf::from(folder),
        None => build::dist(&setup::for_building()?)?,
    };
    let browsers = setup::for_browsers(&["chromium".to_owned()])?;
    let served = compressed(&dist)?;
    run::say(
        "measuring",
        "takes some minutes; best on a machine that is otherwise idle",
    );
    // The program only drives the browser, so it need not be optimised.
    let mut measure = place::cargo();
    measure.args([
        "bench",
        "--quiet",
        "--package",
        "monosashi",
        "--bench",
        "app",
    ]);
    measure.args(["--profile", "dev"]);
    measure.env("MONOSASHI_DIST", &served).envs(browsers.0);
    let mut table = String::new();
    run::watched(&mut measure, |line| {
        if line.starts_with('|') {
            table.push_str(line);
            table.push('\n');
        }
        true
    })?;
    let readme = place::checkout().join("README.md");
    let text = fs::read_to_string(&readme).map_err(on_path("read", &readme))?;
    let text = with_table(&text, &table)
        .ok_or_else(|| Failure::new("README.md has no place for the table."))?;
    fs::write(&readme, text).map_err(on_path("write", &readme))
}

/// The plan that is measured as the first screen.
const PLAN: &str = "oizumi.json";

/// A folder with the published app as a host would send it, and beside its page one with a plan in it, with scripts and
/// without.
fn compressed(dist: &Path) -> Outcome<PathBuf> {
    let served = place::target().join("bench");
    let _ = fs::remove_dir_all(&served);
    for file in stamp::files_below(dist)? {
        let to = served.join(file.strip_prefix(dist).unwrap_or(&file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(on_path("make the folder", folder))?;
        }
        fs::copy(&file, &to).map_err(on_path("copy", &file))?;
    }
    let page = served.join("index.html");
    let plain = fs::read(&page).map_err(on_path("read", &page))?;
    publish("page", &[served.display().to_string(), PLAN.to_owned()])?;
    let planned = fs::read_to_string(&page).map_err(on_path("read", &page))?;
    for (name, bytes) in [
        ("planned.html", planned.as_bytes()),
        ("planned-still.html", without_scripts(&planned).as_bytes()),
        ("index.html", &plain),
    ] {
        fs::write(served.join(name), bytes).map_err(on_path("write", &served.join(name)))?;
    }
    run::say("brotli", "hosts send the app compressed");
    run::show(
        Command::new("node")
            .args(["--input-type=module", "--eval", COMPRESS])
            .arg(&served),
    )?;
    Ok(served)
}

/// A page without its scripts.
fn without_scripts(page: &str) -> String {
    let mut parts = page.split("<script ");
    let mut still = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        still.push_str(part.split_once("</script>").map_or("", |(_, after)| after));
    }
    still
}

/// The text with another table between the markers; none when it has no markers.
fn with_table(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, BEGIN, table, END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::with_table;

    #[test]
    fn the_table_replaces_the_one_that_was_there() {
        let text = "before\n<!-- bench -->\n| old |\n<!-- /bench -->\nafter\n";
        let wanted = "before\n<!-- bench -->\n| new |\n<!-- /bench -->\nafter\n";
        assert_eq!(with_table(text, "| new |\n").as_deref(), Some(wanted));
        assert_eq!(with_table("no place", "| new |\n"), None);
    }
}
