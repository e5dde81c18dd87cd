//! How many bytes the first view takes, compressed as a host sends them.

use super::figure::{Bar, Figure, Unit};
use super::harness::Outcome;
use std::fs;
use std::path::Path;

/// The most that the first view may take, in bytes.
const MOST: f64 = 300_000.0;

/// A file of the app: its name, and its length as compressed.
pub struct Part {
    pub name: String,
    pub bytes: u64,
}

/// The files of the first view: the page and what it loads at once.
pub fn first_view(folder: &Path) -> Outcome<Vec<Part>> {
    let mut parts = parts(folder)?;
    parts.retain(is_first);
    Ok(parts)
}

/// The files that a plan's address loads besides: as its start says.
pub fn of_plans(folder: &Path) -> Outcome<Vec<Part>> {
    let mut parts = parts(folder)?;
    let start = parts.iter().find(|part| part.file() == "start.js");
    let start = start.ok_or("the app has no start.js")?;
    let start = fs::read_to_string(folder.join(&start.name))?;
    parts.retain(|part| is_later(part) && start.contains(part.file()));
    Ok(parts)
}

fn is_first(part: &Part) -> bool {
    !is_reader(part) && !is_later(part) && !is_one_file(part) && !is_planned(part)
}

/// The app in one file, which is fetched when somebody makes one with a plan in it.
fn is_one_file(part: &Part) -> bool {
    part.name == "monosashi.html"
}

/// The page with a plan in it, which is measured by itself.
fn is_planned(part: &Part) -> bool {
    part.name.starts_with("planned")
}

/// What the reader takes, which only an import loads.
fn is_reader(part: &Part) -> bool {
    part.file().starts_with("reader")
}

/// The other screens, fetched when the first view stands.
fn is_later(part: &Part) -> bool {
    ["split_", "chunk_", "early"]
        .iter()
        .any(|begin| part.file().starts_with(begin))
}

impl Part {
    /// The file's name without its folder.
    fn file(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

/// The compressed files of the app itself, the plans beside it left out.
fn parts(folder: &Path) -> Outcome<Vec<Part>> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && file.starts_with("app-") {
            let inner = self::parts(&entry.path())?;
            parts.extend(inner.into_iter().map(|part| Part {
                name: format!("{file}/{}", part.name),
                bytes: part.bytes,
            }));
        } else if let Some(name) = file.strip_suffix(".br") {
            let (name, bytes) = (name.to_owned(), entry.metadata()?.len());
            parts.push(Part { name, bytes });
        }
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

/// A figure for each kind of file, for all of the first view, and for the reader.
pub fn measure(folder: &Path) -> Outcome<Vec<Figure>> {
    let all = parts(folder)?;
    let figure = |name: &str, bar, is_one: &dyn Fn(&Part) -> bool| {
        let found = all.iter().filter(|part| is_one(part));
        let bytes: u64 = found.map(|part| part.bytes).sum();
        Figure {
            name: name.to_owned(),
            #[allow(clippy::cast_precision_loss, reason = "a file's size")]
            value: bytes as f64,
            unit: Unit::Bytes,
            floor: None,
            bar,
        }
    };
    let of_kind =
        |ending: &'static str| move |part: &Part| part.name.ends_with(ending) && is_first(part);
    let of_plans: Vec<String> = of_plans(folder)?
        .into_iter()
        .map(|part| part.name)
        .collect();
    Ok(vec![
        figure("html, brotli", Bar::None, &of_kind(".html")),
        figure("css, brotli", Bar::None, &of_kind(".css")),
        figure("js, brotli", Bar::None, &of_kind(".js")),
        figure("wasm, brotli", Bar::None, &of_kind(".wasm")),
        figure("first view in all", Bar::Value(MOST), &is_first),
        figure("first view of a plan in all", Bar::None, &|part| {
            is_first(part) || of_plans.contains(&part.name)
        }),
        figure(
            "the other screens, fetched when the first view stands",
            Bar::None,
            &is_later,
        ),
        figure(
            "the reader, which only an import loads",
            Bar::None,
            &is_reader,
        ),
        figure(
            "the app in one file, which only making another loads",
            Bar::None,
            &is_one_file,
        ),
    ])
}
