//! `convert`: files in, plan JSON and findings out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../examples/convert/command.rs"]
mod command;

use command::{NOT_UNDERSTOOD, UNDERSTOOD, UNUSABLE};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The exit status, standard output and standard error.
fn convert(arguments: &[&Path]) -> (u8, String, String) {
    let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = command::run(&arguments, &mut out, &mut err);
    (
        status,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/documents")
        .join(name)
}

#[test]
fn one_file_gives_one_frame() {
    let (status, out, err) = convert(&[&fixture("3_kgi_and_kpi.txt")]);
    assert_eq!(status, UNDERSTOOD);
    let frame: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(frame["format"], "monosashi-plan");
    assert_eq!(frame["plan"]["indicators"].as_array().unwrap().len(), 6);
    assert_eq!(frame["plan"]["source"], "3_kgi_and_kpi.txt");
    assert!(err.contains("参考 3_kgi_and_kpi.txt 29行目"), "{err}");
}

#[test]
fn several_files_give_an_array_and_one_that_is_no_plan_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = folder.path().join("nothing.txt");
    std::fs::write(&nothing, "ただの文です。").unwrap();
    let missing = folder.path().join("missing.txt");
    let files = [
        fixture("4_schedule.txt"),
        nothing,
        missing,
        fixture("5_sheets.txt"),
    ];
    let (status, out, err) = convert(&files.each_ref().map(PathBuf::as_path));
    assert_eq!(status, UNDERSTOOD);
    let frames: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(frames.as_array().unwrap().len(), 2);
    assert!(err.contains("未読 nothing.txt"), "{err}");
    assert!(err.contains("missing.txt を読めません"), "{err}");
    assert!(err.contains("確認 4_schedule.txt 18行目"), "{err}");
}

#[test]
fn nothing_understood_is_status_1_and_nothing_written() {
    let folder = tempfile::tempdir().unwrap();
    let (nothing, out) = (folder.path().join("a.txt"), folder.path().join("a.json"));
    std::fs::write(&nothing, "").unwrap();
    let (status, said, _) = convert(&[&nothing, Path::new("--out"), &out]);
    assert_eq!(
        (status, said.as_str(), out.exists()),
        (NOT_UNDERSTOOD, "", false)
    );
}

#[test]
fn arguments_that_cannot_be_used_are_status_2() {
    let file = fixture("4_schedule.txt");
    let wrong: [&[&Path]; 5] = [
        &[],
        &[Path::new("--all"), &file],
        &[&file, Path::new("--out")],
        &[
            &file,
            Path::new("--out"),
            Path::new("a"),
            Path::new("--out"),
            Path::new("b"),
        ],
        &[
            &file,
            Path::new("--out"),
            Path::new("/no/such/folder/plan.json"),
        ],
    ];
    for arguments in wrong {
        let (status, out, err) = convert(arguments);
        assert_eq!((status, out.as_str()), (UNUSABLE, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
}

#[test]
fn a_file_is_read_in_the_encodings_of_offices() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(fixture("2_chapters_and_measures.txt")).unwrap();
    let (plain, _, _) = convert_written(folder.path(), "plain.txt", text.as_bytes());
    let mut marked = "\u{feff}".as_bytes().to_vec();
    marked.extend(text.as_bytes());
    let (cp932, _, broken) = encoding_rs::SHIFT_JIS.encode(&text);
    assert!(broken, "— is not in CP932; the rest is"); // as an office's export has it
    let units: Vec<u16> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .collect();
    for (name, bytes) in [
        ("bom.txt", marked),
        ("cp932.txt", cp932.into_owned()),
        (
            "le.txt",
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        ),
        (
            "be.txt",
            units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        ),
    ] {
        let (found, _, _) = convert_written(folder.path(), name, &bytes);
        assert_eq!(found, plain, "{name}");
    }
}

/// How many initiatives and indicators a file with these bytes gives, its first section, and what was said.
fn convert_written(
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> ((usize, usize, String), String, String) {
    let (file, written) = (folder.join(name), folder.join("plan.json"));
    std::fs::write(&file, bytes).unwrap();
    let (status, out, err) = convert(&[&file, Path::new("--out"), &written]);
    assert_eq!((status, out.as_str()), (UNDERSTOOD, ""), "{err}");
    let frame: Value = serde_json::from_str(&std::fs::read_to_string(written).unwrap()).unwrap();
    let count = |key: &str| frame["plan"][key].as_array().unwrap().len();
    let title = frame["plan"]["sections"][0]["title"]
        .as_str()
        .unwrap()
        .to_owned();
    ((count("initiatives"), count("indicators"), title), out, err)
}
