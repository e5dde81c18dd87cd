//! `cargo xtask build --plan`, `--plans`: a town's own plans in `dist/`, in the place of the samples.
//!
//! The app stays as it was built: other plans are another page, another folder `plans/` and another list of what is held
//! for later. What stood there before is put aside, so that the next build without plans need not begin anew.

use crate::catalogue::publish as run_publish;
use crate::run::{Failure, Outcome, on_path};
use crate::{place, stamp, wasm};
use std::fs;
use std::path::{Path, PathBuf, absolute};

/// What is put aside; the folder of the plans besides.
const FILES: [&str; 2] = ["index.html", "service-worker.js"];

/// Publishes plans: those of a folder, or the one plan alone; that one becomes the app's first screen.
pub fn publish(dist: &Path, plan: Option<&Path>, plans: Option<&Path>) -> Outcome {
    put_aside(dist)?;
    let target = dist.join("plans");
    fs::create_dir_all(&target).map_err(on_path("make the folder", &target))?;
    let files = to_publish(plan, plans)?;
    let mut named = vec![target.display().to_string()];
    for file in &files {
        // The program that is run runs in the checkout.
        let file = absolute(file).map_err(on_path("find", file))?;
        named.push(file.display().to_string());
    }
    run_publish("editions", &named)?;
    run_publish("catalogue", &[target.display().to_string()])?;
    if let Some(plan) = plan {
        let name = plan.file_name().unwrap_or_default().to_string_lossy();
        run_publish("page", &[dist.display().to_string(), name.into_owned()])?;
    }
    wasm::service_worker(dist)
}

/// The plan files, and the catalogue of a folder: its order, heading and dates go on.
fn to_publish(plan: Option<&Path>, plans: Option<&Path>) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    if let Some(folder) = plans {
        let found = stamp::files_below(folder)?;
        files.extend(found.into_iter().filter(|file| {
            file.extension().is_some_and(|ending| ending == "json") && file.parent() == Some(folder)
        }));
    }
    if let Some(plan) = plan {
        if !plan.is_file() {
            return Err(Failure::new(format!("{} is not there.", plan.display())));
        }
        files.push(plan.to_path_buf());
    }
    Ok(files)
}

fn aside() -> PathBuf {
    place::target().join("without-plans")
}

fn put_aside(dist: &Path) -> Outcome {
    let aside = aside();
    fs::create_dir_all(&aside).map_err(on_path("make the folder", &aside))?;
    for file in FILES {
        let from = dist.join(file);
        fs::copy(&from, aside.join(file)).map_err(on_path("copy", &from))?;
    }
    let plans = dist.join("plans");
    fs::rename(&plans, aside.join("plans")).map_err(on_path("move", &plans))
}

/// Puts back what was put aside.
pub fn take_back(dist: &Path) -> Outcome {
    let aside = aside();
    if !aside.join("plans").is_dir() {
        return Ok(());
    }
    let plans = dist.join("plans");
    let _ = fs::remove_dir_all(&plans);
    fs::rename(aside.join("plans"), &plans).map_err(on_path("move", &plans))?;
    for file in FILES {
        let from = aside.join(file);
        fs::rename(&from, dist.join(file)).map_err(on_path("move", &from))?;
    }
    Ok(())
}

/// Lets go of what was put aside: all of `dist/` is made anew.
pub fn forget() {
    let _ = fs::remove_dir_all(aside());
}
