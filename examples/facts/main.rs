//! Makes the samples in `plans/` from the documents of five towns: their facts and figures without their prose.
//!
//! `cargo run --example facts -- [FOLDER]` where FOLDER holds the documents; else `PLAN_DOCUMENTS`, else
//! `../shared/documents`.

mod samples;

use monosashi::write::plan_json;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = env::args_os()
        .nth(1)
        .or_else(|| env::var_os("PLAN_DOCUMENTS"))
        .map_or_else(|| root.join("../shared/documents"), PathBuf::from);
    let mut entries = Vec::new();
    for town in samples::towns()? {
        let document = folder.join(&town.file).with_extension("txt");
        let text = fs::read_to_string(&document)
            .map_err(|error| format!("{}: {error}", document.display()))?;
        let sample = samples::sample(&town, &text)
            .ok_or_else(|| format!("{}: nothing in it was understood", document.display()))?;
        let entry = samples::entry(&town, &sample);
        fs::write(root.join("plans").join(&entry.file), plan_json(&sample))?;
        entries.push(entry);
    }
    let count = entries.len();
    fs::write(
        root.join("plans/catalogue.json"),
        samples::catalogue(entries).to_text(),
    )?;
    eprintln!("plans/: {count} samples and their catalogue");
    Ok(())
}
