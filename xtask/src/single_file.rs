//! The app as one file, `monosashi.html`: it opens from a disk, a share or a stick, and asks for nothing.
//!
//! It holds the very files of the published app, compressed, and a start of its own (`page/one_file.js`) that hands them
//! over where the published app would fetch them. Its policy names what may run by hash. A place for a plan is left in
//! it, which `src/write/one_file.rs` fills: what stands there is data, so the hashes stay true.

use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use crate::setup::Builder;
use crate::stamp;
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file, beside the published app: it hands it over with a plan in it.
pub const NAME: &str = "monosashi.html";

/// The page, with places for all that goes into it.
const SHELL: &str = include_str!("../../page/one_file.html");

/// What starts the app in it.
const START: &str = include_str!("../../page/one_file.js");

/// What stands beside the app for when it cannot go on.
const RECOVERY: &str = include_str!("../../page/recover.js");

/// Makes the file in `dist` from the app's `folder` of scripts and WebAssembly and the plans in `dist`.
pub fn make(builder: &Builder, folder: &Path, dist: &Path) -> Outcome {
    let start = joined(builder, folder)?;
    let shell = shell(&start)?;
    let mut files = Files::default();
    files.add("one_file.html", shell.as_bytes())?;
    for path in stamp::files_below(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".wasm") || name == "reader.js" {
            files.add_file(&name, &path)?;
        }
    }
    let beside = stamp::files_below(dist)?.into_iter();
    let is_plan = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    for path in beside.filter(is_plan) {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy();
        files.add_file(&name.replace('\\', "/"), &path)?;
    }
    let page = dist.join(NAME);
    let text = shell.replacen("THE_FILES", &files.lines(), 1);
    fs::write(&page, text).map_err(on_path("write", &page))
}

/// Where the file is and how large.
pub fn told(dist: &Path) -> Outcome<String> {
    let page = dist.join(NAME);
    let bytes = fs::metadata(&page).map_err(on_path("read", &page))?.len();
    Ok(format!(
        "{} is the same app in one file ({} KB); it opens from a disk, without a host.",
        page.display(),
        bytes / 1000
    ))
}

/// The start and the app's own scripts as one module: a page on a disk may load no second one.
fn joined(builder: &Builder, folder: &Path) -> Outcome<String> {
    let work = place::target().join("one-file");
    fs::create_dir_all(&work).map_err(on_path("make the folder", &work))?;
    for name in ["app.js", "__wasm_split.js"] {
        let from = folder.join(name);
        fs::copy(&from, work.join(name)).map_err(on_path("copy", &from))?;
    }
    let start = work.join("start.js");
    fs::write(&start, START).map_err(on_path("write", &start))?;
    let out = work.join("joined.js");
    let mut esbuild = builder.command("esbuild")?;
    esbuild
        .arg(&start)
        .arg(format!("--outfile={}", out.display()));
    esbuild.args(["--bundle", "--format=esm", "--minify", "--charset=utf8"]);
    run::quietly(&mut esbuild, &place::log("esbuild")?)?;
    fs::read_to_string(&out).map_err(on_path("read", &out))
}

/// The page with everything in it but the files.
fn shell(start: &str) -> Outcome<String> {
    let styles = styles()?;
    for text in [start, RECOVERY]
        .into_iter()
        .chain(styles.iter().map(|(_, text)| &**text))
    {
        if ["</script", "<!--", "</style"]
            .iter()
            .any(|end| text.contains(end))
        {
            return Err(Failure::new(
                "A script or style sheet would end its own element in the page.",
            ));
        }
    }
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes: Vec<String> = styles.iter().map(|(_, text)| hash(text)).collect();
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         worker-src blob:; base-uri 'none'; form-action 'none'",
        hash(RECOVERY),
        hash(start),
        hashes.join(" ")
    );
    let elements: Vec<String> = styles
        .iter()
        .map(|(media, text)| format!("<style{media}>{text}</style>"))
        .collect();
    let icon = read(&place::checkout().join("page/icon.svg"))?;
    let mut page = SHELL.to_owned();
    for (place, text) in [
        ("THE_POLICY", &*policy),
        ("THE_ICON", &BASE64_STANDARD.encode(icon)),
        ("THE_STYLES", &elements.join("\n  ")),
        ("THE_RECOVERY", RECOVERY),
        ("THE_START", start),
    ] {
        page = page.replacen(place, text, 1);
    }
    Ok(page)
}

/// The style sheets that the published page names, each with its medium.
fn styles() -> Outcome<Vec<(&'static str, String)>> {
    let page = read(&place::checkout().join("index.html"))?;
    let mut styles = Vec::new();
    for line in page.lines().filter(|line| line.contains("rel=\"css\"")) {
        let file = line
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let file =
            file.ok_or_else(|| Failure::new(format!("index.html: `{line}` names no file.")))?;
        let media = if line.contains("media=\"print\"") {
            " media=\"print\""
        } else {
            ""
        };
        styles.push((media, read(&place::checkout().join(file))?));
    }
    Ok(styles)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(on_path("read", path))
}

/// Files as they lie in the page: a line each, its name and its compressed bytes.
#[derive(Default)]
struct Files(Vec<String>);

impl Files {
    fn add_file(&mut self, name: &str, path: &Path) -> Outcome {
        self.add(name, &fs::read(path).map_err(on_path("read", path))?)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Outcome {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        let packed = packer.write_all(bytes).and_then(|()| packer.finish());
        let packed = packed.map_err(on_path("compress", Path::new(name)))?;
        self.0
            .push(format!("{name} {}", BASE64_STANDARD.encode(packed)));
        Ok(())
    }

    fn lines(&self) -> String {
        self.0.join("\n")
    }
}
