//! A compiler with the wasm32 standard library.
//!
//! Three ways, tried in this order: the toolchain in use has it; rustup brings it; where rustup
//! cannot download, Debian's own compiler comes with its sources, from which it is built once.

use super::debian;
use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use crate::seed;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The target that the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

const LINKER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";
const DEBIAN: &str = "/usr/bin";

/// Which compiler builds the app.
pub enum Compiler {
    /// The toolchain in use.
    Own,
    /// Debian's, through a folder that holds nothing but its cargo and rustc, and with a linker.
    Debian { folder: PathBuf, linker: PathBuf },
}

impl Compiler {
    /// The folder to put first on the `PATH`.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Own => None,
            Self::Debian { folder, .. } => Some(folder),
        }
    }

    /// Makes a command, and the cargo it calls, use this compiler.
    pub fn apply(&self, command: &mut Command) {
        if let Self::Debian { folder, linker } = self {
            command
                .env("CARGO", folder.join("cargo"))
                .env("RUSTC", folder.join("rustc"))
                .env(LINKER, linker);
        }
    }

    /// Cargo of this compiler.
    pub fn cargo(&self) -> Command {
        let mut cargo = match self {
            Self::Own => place::cargo(),
            Self::Debian { folder, .. } => Command::new(folder.join("cargo")),
        };
        cargo.current_dir(place::checkout());
        self.apply(&mut cargo);
        cargo
    }

    /// Clippy of this compiler, to be given clippy's arguments.
    pub fn clippy(&self) -> Command {
        let mut clippy = match self {
            Self::Own => place::cargo(),
            Self::Debian { .. } => Command::new(Path::new(DEBIAN).join("cargo-clippy")),
        };
        clippy.current_dir(place::checkout()).arg("clippy");
        self.apply(&mut clippy);
        clippy
    }

    /// Debian's clippy, where Debian's compiler is used.
    pub fn bring_clippy(&self) -> Outcome {
        match self {
            Self::Own => Ok(()),
            Self::Debian { .. } => {
                debian::install(&["rust-web-clippy"], "clippy for the app's own code")
            }
        }
    }
}

/// A compiler that can compile for wasm32, brought if need be.
pub fn compiler() -> Outcome<Compiler> {
    if compiles(OsStr::new("rustc")) {
        return Ok(Compiler::Own);
    }
    let debian_rustc = Path::new(DEBIAN).join("rustc");
    if compiles(debian_rustc.as_os_str()) {
        return debian_compiler();
    }
    if run::find("rustup").is_some() {
        run::say(
            "rustup target add",
            "the toolchain lacks the WebAssembly standard library",
        );
        let mut add = Command::new("rustup");
        let added = run::quietly(
            add.args(["target", "add", TARGET]),
            &place::log("rustup-target")?,
        );
        if added.is_ok() && compiles(OsStr::new("rustc")) {
            return Ok(Compiler::Own);
        }
    }
    if !debian::usable() {
        return Err(Failure::new(format!(
            "This Rust toolchain has no standard library for {TARGET}."
        ))
        .advice(format!(
            "run `rustup target add {TARGET}`, or install your system's package of it."
        )));
    }
    debian::install(
        &["rustc-web", "cargo-web", "rust-web-src"],
        "rustup could not bring the WebAssembly standard library; Debian's compiler can build it",
    )?;
    build_std(&debian_rustc)?;
    debian_compiler()
}

/// Whether a compiler finds a standard library for the target that it can read.
fn compiles(rustc: &OsStr) -> bool {
    let Ok(folder) = place::cache("probe") else {
        return false;
    };
    let source = folder.join("probe.rs");
    if fs::write(&source, "pub fn probe() -> Vec<u8> { Vec::new() }\n").is_err() {
        return false;
    }
    let mut probe = Command::new(rustc);
    probe
        .current_dir(&folder)
        .args(["--crate-type=lib", "--emit=metadata", "--target", TARGET]);
    run::succeeds(probe.arg(&source).stderr(Stdio::null()))
}

/// Builds the standard library from Debian's sources and puts it where Debian's rustc looks.
fn build_std(rustc: &Path) -> Outcome {
    run::say(
        "building the standard library",
        "once, from Debian's sources; about a minute",
    );
    let work = place::cache("std")?;
    let source = work.join("src");
    fs::create_dir_all(&source).map_err(on_path("make the folder", &source))?;
    let manifest =
        "[package]\nname = \"stdbuild\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n";
    for (file, text) in [("Cargo.toml", manifest), ("src/lib.rs", "")] {
        fs::write(work.join(file), text).map_err(on_path("write", &work.join(file)))?;
    }
    // Without the bitcode a later link-time optimisation finds nothing to optimise.
    run::quietly(
        Command::new(Path::new(DEBIAN).join("cargo"))
            .current_dir(&work)
            .args([
                "build",
                "--release",
                "-Z",
                "build-std=std,panic_abort,panic_unwind,test",
                "--target",
                TARGET,
            ])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zunstable-options")
            .env("RUSTC", rustc)
            .env("CARGO_TARGET_DIR", work.join("target")),
        &place::log("wasm-std")?,
    )?;
    install_std(
        rustc,
        &work.join("target").join(TARGET).join("release/deps"),
    )?;
    let _ = fs::remove_dir_all(&work);
    seed::forget(TARGET);
    if compiles(rustc.as_os_str()) {
        return Ok(());
    }
    Err(
        Failure::new("The standard library was built, but the compiler does not take it.").advice(
            format!("bring {TARGET} to your toolchain by hand and run the command again."),
        ),
    )
}

fn install_std(rustc: &Path, built: &Path) -> Outcome {
    let Some(library) =
        run::answer(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]))
    else {
        return Err(Failure::new(
            "Debian's rustc does not say where its libraries are.",
        ));
    };
    let entries = fs::read_dir(built)
        .map_err(on_path("read", built))?
        .flatten();
    let rlibs = entries.map(|entry| entry.path()).filter(|path| {
        let own = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("libstdbuild"));
        path.extension() == Some(OsStr::new("rlib")) && !own
    });
    // An older compiler's libraries beside the new ones would confuse the compiler.
    let log = place::log("wasm-std-install")?;
    run::quietly(debian::as_root("rm").args(["-rf", &library]), &log)?;
    run::quietly(debian::as_root("mkdir").args(["-p", &library]), &log)?;
    run::quietly(debian::as_root("cp").args(rlibs).arg(&library), &log)
}

fn debian_compiler() -> Outcome<Compiler> {
    let folder = place::cache("debian-rust")?;
    for program in ["cargo", "rustc"] {
        link(&Path::new(DEBIAN).join(program), &folder.join(program))?;
    }
    Ok(Compiler::Debian {
        folder,
        linker: linker()?,
    })
}

/// A linker for WebAssembly: a rustup toolchain's, or else Debian's lld.
fn linker() -> Outcome<PathBuf> {
    if let Some(given) = std::env::var_os(LINKER) {
        return Ok(given.into());
    }
    if let Some(found) = rustup_linker().or_else(|| run::find("wasm-ld")) {
        return Ok(found);
    }
    debian::install(&["lld"], "a linker for WebAssembly")?;
    run::find("wasm-ld")
        .or_else(newest_debian_linker)
        .ok_or_else(|| {
            Failure::new("There is no linker for WebAssembly (`rust-lld` or `wasm-ld`).")
                .advice(format!("install lld, or set {LINKER} to one."))
        })
}

fn rustup_linker() -> Option<PathBuf> {
    let home = std::env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".rustup")))?;
    let toolchains = fs::read_dir(home.join("toolchains")).ok()?.flatten();
    let hosts =
        toolchains.filter_map(|toolchain| fs::read_dir(toolchain.path().join("lib/rustlib")).ok());
    hosts
        .flat_map(|host| host.flatten())
        .map(|host| host.path().join("bin/rust-lld"))
        .find(|file| file.is_file())
}

fn newest_debian_linker() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path().join("bin/wasm-ld"));
    versions.filter(|file| file.is_file()).max()
}

#[cfg(unix)]
fn link(original: &Path, at: &Path) -> Outcome {
    if fs::read_link(at).is_ok_and(|to| to == original) {
        return Ok(());
    }
    let _ = fs::remove_file(at);
    std::os::unix::fs::symlink(original, at).map_err(on_path("link", at))
}

#[cfg(not(unix))]
fn link(_: &Path, at: &Path) -> Outcome {
    Err(Failure::new(format!(
        "Links such as {} are only made on Debian.",
        at.display()
    )))
}
