//! `cargo xtask shot`: a picture of one screen, taken by the harness of the browser tests.

use crate::run::{self, Failure, Outcome};
use crate::{build, option, place, setup};
use std::path::Path;

/// Takes the picture.
pub fn shot(arguments: &[String]) -> Outcome {
    let out = option(arguments, "--out")?
        .ok_or_else(|| Failure::new("Where should the picture go?").advice("add --out FILE.png"))?;
    let here = std::env::current_dir().unwrap_or_default();
    let builder = setup::for_building()?;
    let browsers = setup::for_browsers(&[option(arguments, "--engine")?
        .unwrap_or("chromium")
        .to_owned()])?;
    let dist = build::dist(&builder)?;
    let mut harness = place::cargo();
    harness.args([
        "test",
        "--quiet",
        "--package",
        "monosashi",
        "--test",
        "browser",
        "--",
        "shot",
    ]);
    harness
        .args(arguments)
        .args(["--folder".as_ref(), here.as_os_str()]);
    harness.env("MONOSASHI_DIST", dist).envs(browsers.0);
    run::show(&mut harness)?;
    println!("{}", here.join(Path::new(out)).display());
    Ok(())
}
