//! The catalogue of a folder of plan files, as `cargo xtask catalogue` writes it, and a plan in the app's page, as
//! `cargo xtask build --plan` puts it there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../examples/publish/catalogue.rs"]
mod catalogue;
#[path = "../examples/publish/command.rs"]
mod command;
#[path = "../examples/publish/editions.rs"]
mod editions;
#[path = "../examples/publish/page.rs"]
mod page;

use command::{DONE, NOT_UNDERSTOOD, UNUSABLE, run};
use monosashi::publish::{Catalogue, sha256};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ONE: &str = r#"{"format":"monosashi-plan","version":1,"plan":{"title":"一の計画",
    "municipality":{"name":"みほん町","code":""},
    "indicators":[{"name":"公募委員の割合","unit":"%","targets":[{"period":2026,"text":"5.0"}]}]}}"#;
const TWO: &str = r#"{"format":"monosashi-plan","version":1,"plan":{"title":"二の計画"}}"#;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.json"), ONE).unwrap();
    fs::write(folder.path().join("a.json"), TWO).unwrap();
    fs::write(folder.path().join("notes.txt"), "no plan").unwrap();
    folder
}

/// The exit status and what was said.
fn made(folder: &Path, further: &[&str]) -> (u8, String) {
    let folder = folder.to_str().unwrap();
    let arguments = ["catalogue", folder]
        .into_iter()
        .chain(further.iter().copied());
    let arguments: Vec<String> = arguments.map(str::to_owned).collect();
    let mut said = Vec::new();
    let status = run(&arguments, &mut said);
    (status, String::from_utf8(said).unwrap())
}

fn read(folder: &Path) -> Catalogue {
    Catalogue::parse(&fs::read_to_string(folder.join("catalogue.json")).unwrap()).unwrap()
}

#[test]
fn every_plan_file_is_listed_with_what_is_in_it_and_its_hash() {
    let folder = folder();
    let (status, said) = made(folder.path(), &["--title", "みほん町の計画"]);
    assert_eq!(
        (status, said.as_str()),
        (DONE, "catalogue.json: 2つの計画\n")
    );
    let catalogue = read(folder.path());
    assert_eq!(catalogue.title, "みほん町の計画");
    let [two, one] = &*catalogue.plans else {
        panic!("two plans: {catalogue:?}")
    };
    assert_eq!((&*two.file, &*two.title), ("a.json", "二の計画"));
    assert_eq!(
        (&*one.file, &*one.municipality.name),
        ("b.json", "みほん町")
    );
    assert_eq!(one.counts.indicators, 1);
    assert_eq!(one.sha256, sha256(ONE.as_bytes()));
    assert_eq!(one.date.len(), 10);
}

#[test]
fn a_new_version_has_another_hash_and_date_and_all_else_stays() {
    let folder = folder();
    let path = folder.path().join("catalogue.json");
    made(folder.path(), &["--title", "みほん町の計画"]);
    let long_ago = |mut catalogue: Catalogue| {
        catalogue.plans.reverse();
        for entry in &mut catalogue.plans {
            entry.date = "2020-04-01".to_owned();
        }
        catalogue
    };
    let before = long_ago(read(folder.path()));
    fs::write(&path, before.to_text()).unwrap();
    assert_eq!(made(folder.path(), &[]).0, DONE);
    assert_eq!(read(folder.path()), before, "nothing changed");
    fs::write(folder.path().join("b.json"), TWO).unwrap();
    assert_eq!(made(folder.path(), &[]).0, DONE);
    let after = read(folder.path());
    assert_eq!(
        (&after.title, &after.plans[1]),
        (&before.title, &before.plans[1])
    );
    assert_eq!(after.plans[0].file, "b.json", "the order is that of before");
    assert_eq!(after.plans[0].sha256, sha256(TWO.as_bytes()));
    assert!(after.plans[0].date > before.plans[0].date);
}

#[test]
fn what_is_no_plan_is_named_and_nothing_is_written() {
    let folder = folder();
    fs::write(folder.path().join("broken.json"), "{").unwrap();
    let (status, said) = made(folder.path(), &[]);
    assert_eq!(status, NOT_UNDERSTOOD);
    assert!(said.contains("broken.json"), "{said}");
    assert!(!folder.path().join("catalogue.json").exists());
}

#[test]
fn a_catalogue_that_cannot_be_read_is_not_written_over() {
    let folder = folder();
    fs::write(folder.path().join("catalogue.json"), "[]").unwrap();
    let (status, said) = made(folder.path(), &[]);
    assert_eq!(status, NOT_UNDERSTOOD);
    assert!(said.contains("catalogue.json"), "{said}");
    assert_eq!(
        fs::read_to_string(folder.path().join("catalogue.json")).unwrap(),
        "[]"
    );
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    assert_eq!(made(Path::new("/nowhere/at/all"), &[]).0, UNUSABLE);
    let mut said = Vec::new();
    assert_eq!(run(&[], &mut said), UNUSABLE);
    assert!(String::from_utf8(said).unwrap().contains("使い方"));
}

/// The app's page as the build leaves it.
const PAGE: &str = r#"<!doctype html>
<html lang="ja">
<head>
  <meta charset="utf-8">
  <meta name="description" content="町の計画">
  <title>まちのものさし</title>
  <script src="./recover-1.js"></script>
  <link rel="modulepreload" href="./app-1/start.js">
<link rel="preload" as="fetch" type="application/wasm" crossorigin href="./app-1/app_bg.wasm">
<script type="module" src="./app-1/start.js"></script>
</head>
<body>
  <main><h1>まちのものさし</h1></main>
</body>
</html>
"#;

fn published(name: &str, plan: &str) -> (u8, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path();
    fs::create_dir(dist.join("plans")).unwrap();
    fs::write(dist.join("plans/a.json"), plan).unwrap();
    fs::write(dist.join("index.html"), PAGE).unwrap();
    let arguments = ["page", dist.to_str().unwrap(), name].map(str::to_owned);
    let mut said = Vec::new();
    let first = run(&arguments, &mut said);
    let page = fs::read_to_string(dist.join("index.html")).unwrap();
    // A later version of the plan goes in the place of the one before.
    assert_eq!(run(&arguments, &mut Vec::new()), first);
    assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), page);
    (first, page, String::from_utf8(said).unwrap())
}

#[test]
fn a_plan_stands_in_the_page_before_the_app_is_fetched() {
    let (status, page, said) = published("a.json", ONE);
    assert_eq!((status, said.as_str()), (DONE, "index.html: a.json\n"));
    for part in [
        r#"<link rel="monosashi-plan" href="./plans/a.json">"#,
        "<title>みほん町 一の計画",
        "content=\"みほん町 一の計画は",
        "公募委員の割合",
        r#"<script type="module" src="./app-1/start.js"></script>"#,
        r#"<script defer src="./recover-1.js"></script>"#,
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("preload"), "{page}");
    assert_eq!(page.matches("<main").count(), 1);
    assert_eq!(page.matches("monosashi-plan").count(), 1);
}

#[test]
fn a_plan_of_sheets_or_of_a_schedule_says_how_far_it_is_too() {
    let plan = |holds: &str| {
        let frame = r#"{"format":"monosashi-plan","version":1,"plan":{"title":"三の計画","#;
        [frame, holds, "}}"].concat()
    };
    let sheets = r#""sheets":[{"title":"一","fiscal_year":2024,"achievement":"達成できた"},
        {"title":"二","fiscal_year":2024,"achievement":"達成できなかった"}]"#;
    let schedule = r#""schedule":[{"name":"一","nature":"finite","marks":{"2024":"done"}},
        {"name":"二","nature":"continuing","marks":{"2024":"ongoing"}}]"#;
    for (holds, parts) in [
        (sheets, ["2のシートのうち", "<strong>1</strong>"]),
        (schedule, ["<strong>2</strong>", "年度ごとに進める計画です"]),
    ] {
        let (_, page, _) = published("a.json", &plan(holds));
        for part in parts {
            assert!(page.contains(part), "{part} in {page}");
        }
    }
}

#[test]
fn what_is_no_plan_leaves_the_page_as_it_is() {
    for (name, plan) in [("a.json", "{"), ("b.json", ONE), ("a#.json", ONE)] {
        let (status, page, said) = published(name, plan);
        assert_eq!(status, NOT_UNDERSTOOD, "{said}");
        assert_eq!(page, PAGE);
    }
}

fn text_of(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_policy_in_the_documentation_is_the_pages_own() {
    let source = text_of("xtask/src/wasm.rs");
    let (_, rest) = source.split_once("const POLICY: &str = \"").unwrap();
    let policy = rest.split_once("\";").unwrap().0.replace('\\', " ");
    let policy = policy.split_whitespace().collect::<Vec<_>>().join(" ");
    let hosting = text_of("docs/hosting.md");
    let told = hosting.matches("default-src 'none'").count();
    assert!(told >= 5, "one for each host that can send it");
    assert_eq!(hosting.matches(&policy).count(), told, "{policy}");
}

#[test]
fn the_catalogue_in_the_documentation_is_one() {
    let hosting = text_of("docs/hosting.md");
    let (_, rest) = hosting.split_once("```json\n").unwrap();
    let catalogue = Catalogue::parse(rest.split_once("```").unwrap().0).unwrap();
    assert_eq!(catalogue.plans[0].counts.indicators, 36);
    assert_eq!(catalogue.plans[0].sha256.len(), 64);
}

/// A plan file with what is internal in it.
const NOTED: &str = r#"{"title":"三の計画","indicators":[{"name":"割合","targets":[{"period":2026,"text":"5.0"}],
    "actuals":[{"period":2024,"text":"3.0","entered_at":"2025-05-01T09:30:00Z","entered_by":"企画係 山田","note":"要確認"}]}],
    "decided":{"indicator-1":{"unit":"内部の決定"}}}"#;

#[test]
fn what_is_internal_does_not_go_to_a_host_and_the_rest_stays_to_the_byte() {
    let (from, to) = (folder(), tempfile::tempdir().unwrap());
    fs::write(from.path().join("c.json"), NOTED).unwrap();
    fs::write(from.path().join("catalogue.json"), "{}").unwrap();
    let path = |name: &str| from.path().join(name).to_str().unwrap().to_owned();
    let names = ["a.json", "b.json", "c.json", "catalogue.json"];
    let mut arguments = vec![
        "editions".to_owned(),
        to.path().to_str().unwrap().to_owned(),
    ];
    arguments.extend(names.map(path));
    assert_eq!(run(&arguments, &mut Vec::new()), DONE);
    for name in ["a.json", "b.json", "catalogue.json"] {
        assert_eq!(
            fs::read(to.path().join(name)).unwrap(),
            fs::read(from.path().join(name)).unwrap()
        );
    }
    let published = fs::read_to_string(to.path().join("c.json")).unwrap();
    for internal in ["山田", "要確認", "09:30", "内部の決定"] {
        assert!(!published.contains(internal), "{internal}: {published}");
    }
    assert!(published.contains("三の計画") && published.contains("2025-05-01"));
    arguments.push(path("notes.txt"));
    assert_eq!(run(&arguments, &mut Vec::new()), NOT_UNDERSTOOD);
}
