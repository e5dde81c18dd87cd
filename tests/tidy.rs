//! What keeps the house in order: rooms know only what lies below them, no town stands in the code, and the map
//! in ARCHITECTURE.md is the territory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up, as the table in `src/lib.rs` lists them.
const ROOMS: [&str; 12] = [
    "plan", "judge", "compare", "check", "revise", "read", "write", "chart", "keep", "publish",
    "words", "app",
];

/// What only the browser's side may name.
const BROWSER: [&str; 6] = [
    "leptos",
    "web_sys",
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "console_error",
];

/// The files outside `app` that are the browser's side of a seam.
const BROWSER_SEAMS: [&str; 1] = ["src/keep/browser/"];

const MOST_LINES: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

/// The lines of a file that are code: comments and documentation left out.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether the code names `room` of this crate in a path: `crate::room`, or grouped in `use crate::{…, room::…}`.
fn names_room(code: &str, room: &str) -> bool {
    if code.contains(&format!("crate::{room}")) {
        return true;
    }
    code.match_indices("crate::{").any(|(start, opening)| {
        let group = &code[start + opening.len()..];
        let end = group.find(';').unwrap_or(group.len());
        group[..end]
            .split([',', '{', '}', '\n'])
            .any(|part| part.trim() == room || part.trim().starts_with(&format!("{room}::")))
    })
}

#[test]
fn a_room_names_only_rooms_below_it() {
    let mut wrong = Vec::new();
    for (height, room) in ROOMS.iter().enumerate() {
        for file in rust_files(&root().join("src").join(room)) {
            let code = code(&file);
            for above in &ROOMS[height + 1..] {
                if names_room(&code, above) {
                    wrong.push(format!("{} names {above}", relative(&file)));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "arrows go down only:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_room_but_app_knows_of_the_browser() {
    let mut wrong = Vec::new();
    for room in ROOMS.iter().filter(|room| **room != "app") {
        for file in rust_files(&root().join("src").join(room)) {
            if BROWSER_SEAMS
                .iter()
                .any(|seam| relative(&file).starts_with(seam))
            {
                continue;
            }
            let code = code(&file);
            for name in BROWSER {
                if code.contains(name) {
                    wrong.push(format!("{} names {name}", relative(&file)));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "only app and the seams may:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_town_is_named_in_the_code() {
    let catalogue = fs::read_to_string(root().join("plans/catalogue.json")).unwrap();
    let catalogue: serde_json::Value = serde_json::from_str(&catalogue).unwrap();
    let mut towns = BTreeSet::new();
    collect_towns(&catalogue, &mut towns);
    assert!(
        towns.len() >= 5,
        "the catalogue names the samples' towns: {towns:?}"
    );
    let mut wrong = Vec::new();
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        for town in &towns {
            if text.contains(town.as_str()) {
                wrong.push(format!("{} names {town}", relative(&file)));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "readers know shapes and words of the field, not documents:\n{}",
        wrong.join("\n")
    );
}

/// The municipalities in the catalogue: every text that is a name and its suffix.
fn collect_towns(value: &serde_json::Value, towns: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text)
            if text.chars().count() <= 8 && text.ends_with(['町', '市', '村', '区']) =>
        {
            towns.insert(text.trim_end_matches(['町', '市', '村', '区']).to_owned());
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_towns(item, towns)),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|item| collect_towns(item, towns));
        }
        _ => {}
    }
}

#[test]
fn no_file_is_too_long_to_hold_in_the_head() {
    let mut wrong = Vec::new();
    for folder in ["src", "xtask/src", "tests", "examples"] {
        for file in rust_files(&root().join(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > MOST_LINES {
                wrong.push(format!("{} has {lines} lines", relative(&file)));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "at most {MOST_LINES} lines a file:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_map_in_architecture_md_matches_the_folders() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let drawn: BTreeSet<String> = map
        .lines()
        .filter_map(|line| {
            line.strip_prefix("### `src/")?
                .split_once("/`")
                .map(|(room, _)| room.to_owned())
        })
        .collect();
    let folders: BTreeSet<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(drawn, folders, "one heading `### `src/room/`` a room");
    assert_eq!(
        folders,
        ROOMS.iter().map(|room| (*room).to_owned()).collect(),
        "and the tests' list of rooms"
    );
}

#[test]
fn every_file_the_map_names_is_there() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let missing: Vec<&str> = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| {
            name.contains('/')
                && !name.contains(['*', ' ', '<', '#', '…', '{'])
                && !name.starts_with("--")
        })
        .filter(|name| {
            !root().join(name.trim_end_matches('/')).exists() && !name.starts_with("dist/")
        })
        .collect();
    assert!(
        missing.is_empty(),
        "named in ARCHITECTURE.md and not there: {missing:?}"
    );
}
