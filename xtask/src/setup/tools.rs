//! Programs that cargo builds: trunk, wasm-bindgen, geckodriver. Each version has its own folder
//! in the cache, so that a new one never disturbs another checkout.

use super::locked_version;
use crate::place;
use crate::run::{self, Outcome};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A program from the crate registry.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Whether the package's own lock file is used.
    locked: bool,
    /// The package's feature that makes it a program, where it asks for one.
    feature: Option<&'static str>,
    why: &'static str,
}

/// The bundler. 0.22 asks for a newer compiler than Debian has.
pub fn trunk() -> Outcome<Tool> {
    let (package, program, why) = ("trunk", "trunk", "it bundles the app");
    Ok(Tool {
        package,
        program,
        version: "0.21.14".into(),
        locked: true,
        feature: None,
        why,
    })
}

/// The maker of the JavaScript side: it must be of the very version that Cargo.lock has.
pub fn wasm_bindgen() -> Outcome<Tool> {
    let (package, program, why) = (
        "wasm-bindgen-cli",
        "wasm-bindgen",
        "it joins WebAssembly to the page",
    );
    // Its own lock file has named versions that the registry did not serve.
    Ok(Tool {
        package,
        program,
        version: locked_version("wasm-bindgen")?,
        locked: false,
        feature: None,
        why,
    })
}

/// The tool that splits a program into what is fetched first and what is fetched later: it understands what
/// `wasm_split_helpers` of the same maker leaves in the program.
pub fn wasm_split() -> Tool {
    Tool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: "0.2.3".into(),
        locked: false,
        feature: Some("build-binary"),
        why: "it splits the app so that the first view is small",
    }
}

/// Firefox's WebDriver.
pub fn geckodriver() -> Tool {
    let (package, program, why) = (
        "geckodriver",
        "geckodriver",
        "it drives Firefox in the browser tests",
    );
    Tool {
        package,
        program,
        version: "0.36.0".into(),
        locked: true,
        feature: None,
        why,
    }
}

/// Installs the tools that are not there and gives the folder of each.
pub fn install(tools: &[Tool]) -> Outcome<Vec<PathBuf>> {
    tools.iter().map(Tool::bring).collect()
}

/// Removes what the tools were built from: they share much of it, but once they are there it is
/// of no use.
pub fn tidy_up() -> Outcome {
    let _ = fs::remove_dir_all(place::cache("")?.join("target-of-tools"));
    Ok(())
}

impl Tool {
    /// The folder that has the program, after bringing it if need be.
    fn bring(&self) -> Outcome<PathBuf> {
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        let root = place::cache("tools")?.join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        if folder
            .join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX))
            .is_file()
        {
            return Ok(folder);
        }
        let name = format!("{}@{}", self.package, self.version);
        if run::find("cargo-binstall").is_some() {
            run::say(&format!("cargo binstall {name}"), self.why);
            let mut binstall = Command::new("cargo-binstall");
            binstall
                .args(["--no-confirm", "--root"])
                .arg(&root)
                .arg(&name);
            if run::quietly(&mut binstall, &place::log(self.package)?).is_ok()
                && folder.join(self.program).is_file()
            {
                return Ok(folder);
            }
        }
        run::say(
            &format!("cargo install {name}"),
            &format!("{}; a few minutes, once", self.why),
        );
        run::quietly(
            self.cargo_install().arg("--root").arg(&root),
            &place::log(self.package)?,
        )
        .map_err(|failure| {
            failure.advice(format!(
                "run `cargo install {name}` yourself; a {} on the PATH is used.",
                self.program
            ))
        })?;
        Ok(folder)
    }

    fn cargo_install(&self) -> Command {
        let mut install = place::cargo();
        // Unoptimised: they are quick enough, and built in a fraction of the time.
        install.args([
            "install",
            "--debug",
            "--version",
            &self.version,
            self.package,
        ]);
        if self.locked {
            install.arg("--locked");
        }
        if let Some(feature) = self.feature {
            install.args(["--features", feature]);
        }
        install
            .current_dir(std::env::temp_dir())
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        if let Ok(cache) = place::cache("") {
            install.env("CARGO_TARGET_DIR", cache.join("target-of-tools"));
        }
        install
    }

    /// The folder on the `PATH` with this very version.
    fn on_path(&self) -> Option<PathBuf> {
        let program = run::find(self.program)?;
        let said = run::answer(Command::new(&program).arg("--version"))?;
        let same = said.split_whitespace().nth(1) == Some(self.version.as_str());
        same.then(|| program.parent().map(PathBuf::from)).flatten()
    }
}
