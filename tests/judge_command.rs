//! `judge`: a plan in, a row for each indicator out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../examples/judge/command.rs"]
mod command;

use command::{NOT_UNDERSTOOD, UNDERSTOOD, UNUSABLE};
use std::ffi::OsString;

const PLAN: &str = r#"{
    "title": "計画",
    "period": {"start": 2025, "end": 2029},
    "indicators": [
        {"id": "donations", "name": "寄附\t金額", "unit": "千円",
         "baseline": {"period": 2024, "text": "70,709"},
         "targets": [{"period": 2029, "text": "411,519"}],
         "actuals": [{"period": 2025, "text": "150,800"}, {"period": 2026, "text": "218,871"}],
         "published_rate": "36.6%"},
        {"id": "training", "name": "研修回数", "unit": "回",
         "baseline": {"period": 2024, "text": "28"},
         "targets": [{"period": 2029, "text": "28"}],
         "actuals": [{"period": 2025, "text": "26"}]},
        {"id": "new", "name": "登録者数", "unit": "人",
         "targets": [{"period": 2029, "text": "500人以上"}]}
    ]
}"#;

/// The exit status, standard output and standard error for a plan's text and more arguments.
fn judged(plan: &str, more: &[&str]) -> (u8, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.json");
    std::fs::write(&file, plan).unwrap();
    let mut arguments = vec![file.into_os_string()];
    arguments.extend(more.iter().map(OsString::from));
    run(&arguments)
}

fn run(arguments: &[OsString]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = command::run(arguments, &mut out, &mut err);
    (
        status,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

/// Rate and grade of every row.
fn graded(more: &[&str]) -> Vec<(String, String)> {
    let (status, out, err) = judged(PLAN, more);
    assert_eq!(status, UNDERSTOOD, "{err}");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 5, "{line}");
        (cells[2].to_owned(), cells[3].to_owned())
    };
    out.lines().map(row).collect()
}

fn rows(rows: [(&str, &str); 3]) -> Vec<(String, String)> {
    rows.map(|(rate, grade)| (rate.to_owned(), grade.to_owned()))
        .to_vec()
}

#[test]
fn a_row_has_id_name_rate_grade_and_reason() {
    let (status, out, _) = judged(PLAN, &["--as-of", "2025"]);
    assert_eq!(status, UNDERSTOOD);
    let first: Vec<&str> = out.lines().next().unwrap().split('\t').collect();
    assert_eq!(first[..4], ["donations", "寄附 金額", "23.5", "順調"]);
    assert_eq!(
        first[4],
        "（150,800 − 70,709）÷（411,519 − 70,709）＝ 23.5%。1年目の目安は 20% なので 順調。\
         公表値の 36.6% とは 13.1 ポイント違います。公表値は式Bの値です。"
    );
}

#[test]
fn the_newest_actual_counts_unless_a_year_is_given() {
    assert_eq!(graded(&[])[0].0, "43.5");
    for year in ["2025", "R7", "令和7年度"] {
        assert_eq!(graded(&["--as-of", year])[0].0, "23.5");
    }
}

#[test]
fn formula_and_scale_are_chosen_by_name() {
    let as_of = ["--as-of", "2025", "--formula", "b"];
    assert_eq!(
        graded(&as_of),
        rows([
            ("36.6", "順調"),
            ("92.9", "やや遅れ"),
            ("", "まだ判定できない")
        ])
    );
    assert_eq!(
        graded(&["--as-of", "2025", "--scale", "nagayo"]),
        rows([("23.5", "A"), ("", "B"), ("", "−")])
    );
    assert_eq!(
        graded(&["--as-of", "2025", "--scale", "長与町", "--formula", "CAGR"]),
        rows([("268.2", "A"), ("", "B"), ("", "−")])
    );
}

#[test]
fn the_plans_own_rules_are_used_unless_others_are_asked_for() {
    let rules = r#""rules": {"formula": "b", "scale": "sano"}, "title""#;
    let plan = PLAN.replace("\"title\"", rules);
    let (_, out, _) = judged(&plan, &["--as-of", "2025"]);
    assert!(
        out.starts_with("donations\t寄附 金額\t36.6\t1ポイント\t"),
        "{out}"
    );
    let (_, out, _) = judged(&plan, &["--formula", "A", "--scale", "standard"]);
    assert!(
        out.starts_with("donations\t寄附 金額\t43.5\t順調\t"),
        "{out}"
    );
}

#[test]
fn what_is_no_plan_is_not_understood() {
    let (status, out, err) = judged("ただの文です。", &[]);
    assert_eq!((status, out.as_str()), (NOT_UNDERSTOOD, ""));
    assert!(err.contains("plan.json"), "{err}");
    let missing = OsString::from("/nowhere/plan.json");
    assert_eq!(run(&[missing]).0, NOT_UNDERSTOOD);
}

#[test]
fn arguments_that_cannot_be_used_are_said_with_the_usage() {
    for more in [
        &["--scale", "どこか"][..],
        &["--scale"],
        &["--formula", "E"],
        &["--as-of", "いつか"],
        &["--fast"],
        &["second.json"],
    ] {
        let (status, out, err) = judged(PLAN, more);
        assert_eq!((status, out.as_str()), (UNUSABLE, ""), "{more:?}");
        assert!(
            err.contains("使い方") && err.contains("nagayo 長与町"),
            "{err}"
        );
    }
    assert_eq!(run(&[]).0, UNUSABLE);
}
