//! `cargo xtask build`: the app as it is published.

use crate::place;
use crate::run::{self, Outcome, on_path};
use crate::setup::{self, Builder};
use crate::{option, planned, seed, single_file, stamp};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Makes `dist/` and says how large it is. `--plan FILE` puts a plan into the page itself, `--plans FOLDER` publishes the
/// plan files of a folder in the place of the samples, `--single-file` only says where the one file is that opens from a
/// disk.
pub fn build(arguments: &[String]) -> Outcome {
    let plan = option(arguments, "--plan")?.map(Path::new);
    let plans = option(arguments, "--plans")?.map(Path::new);
    let builder = setup::for_building()?;
    let dist = dist(&builder)?;
    if plan.is_some() || plans.is_some() {
        planned::publish(&dist, plan, plans)?;
    }
    if !arguments.iter().any(|argument| argument == "--single-file") {
        println!(
            "{} is ready ({}); any static host can serve it.",
            dist.display(),
            size(&dist)?
        );
    }
    println!("{}", single_file::told(&dist)?);
    Ok(())
}

/// Makes `dist/` unless it is what the sources as they are now would give, and says where it is. What was published in it
/// besides is taken out.
pub fn dist(builder: &Builder) -> Outcome<PathBuf> {
    let dist = place::checkout().join("dist");
    fs::create_dir_all(place::target()).map_err(on_path("make the folder", &place::target()))?;
    let _alone = alone()?;
    let stamp_file = place::target().join("dist.stamp");
    let compiler = run::answer(builder.command("rustc")?.arg("--version")).unwrap_or_default();
    let stamp = stamp::of_sources(place::checkout(), &compiler)?;
    let last = fs::read_to_string(&stamp_file).unwrap_or_default();
    if last == stamp && dist.join("index.html").is_file() {
        planned::take_back(&dist)?;
        return Ok(dist);
    }
    planned::forget();
    let _ = fs::remove_file(&stamp_file);
    let kept = place::cache("dist")?.join(&stamp);
    if kept.is_dir() && taken(&kept, &dist).is_ok() {
        run::say("dist/", "taken from what the same sources gave before");
    } else {
        run::say("trunk build", "dist/ is not what the sources say");
        fetch(builder)?;
        seed::restore();
        run::show(builder.command("trunk")?.args(["build", "--release"]))?;
        keep(&dist, &kept)?;
    }
    fs::write(&stamp_file, stamp).map_err(on_path("write", &stamp_file))?;
    Ok(dist)
}

fn taken(kept: &Path, dist: &Path) -> Outcome {
    let _ = fs::remove_dir_all(dist);
    seed::copy(kept, dist, &|_| true)
}

/// Keeps what was built for another checkout of the same sources, in the place of what was kept before.
fn keep(dist: &Path, kept: &Path) -> Outcome {
    let fresh = kept.with_extension(std::process::id().to_string());
    seed::copy(dist, &fresh, &|_| true)?;
    let others = kept.parent().map(fs::read_dir).into_iter().flatten();
    for other in others.flatten().flatten().map(|entry| entry.path()) {
        // One with an extension is being written for another checkout.
        if other.extension().is_none() {
            let _ = fs::remove_dir_all(other);
        }
    }
    fs::rename(&fresh, kept).map_err(on_path("move", &fresh))
}

/// Downloads the crates: trunk, told to download nothing, tells cargo the same.
pub fn fetch(builder: &Builder) -> Outcome {
    run::quietly(
        builder.compiler.cargo().arg("fetch"),
        &place::log("cargo-fetch")?,
    )
    .map_err(|failure| {
        failure.advice("check that cargo reaches its registry, then run the command again.")
    })
}

/// Two builds at once would mix their files in `dist/`.
fn alone() -> Outcome<File> {
    let path = place::target().join("dist.lock");
    let file = File::create(&path).map_err(on_path("write", &path))?;
    file.lock().map_err(on_path("lock", &path))?;
    Ok(file)
}

/// The sizes of the WebAssembly files and of everything a host serves the app from, in KB.
fn size(dist: &Path) -> Outcome<String> {
    let mut files = stamp::files_below(dist)?;
    files.retain(|file| !file.ends_with(single_file::NAME));
    let of = |wanted: &dyn Fn(&Path) -> bool| -> u64 {
        let sizes = files
            .iter()
            .filter(|file| wanted(file))
            .filter_map(|file| file.metadata().ok());
        sizes.map(|metadata| metadata.len()).sum::<u64>() / 1000
    };
    let wasm = of(&|file| {
        file.extension()
            .is_some_and(|extension| extension == "wasm")
    });
    Ok(format!(
        "WebAssembly {wasm} KB, everything {} KB",
        of(&|_| true)
    ))
}
