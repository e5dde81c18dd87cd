#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::plan::{FiscalYear, Id, Period};

fn read(text: &str) -> Reading {
    PlanFile::begin("", text).finish()
}

fn kinds(text: &str) -> Vec<FindingKind> {
    read(text)
        .findings
        .into_iter()
        .map(|finding| finding.kind)
        .collect()
}

fn only(text: &str) -> Plan {
    let Reading { plans, findings } = read(text);
    assert_eq!(findings, []);
    plans.into_iter().next().unwrap()
}

#[test]
fn a_file_of_ten_lines_written_by_hand_opens() {
    let plan = only(
        r#"{
          "title": "みほん町総合計画",
          "indicators": [{
            "name": "図書館の貸出冊数", "unit": "冊",
            "baseline": { "period": 2020, "text": "1,200" },
            "targets": [{ "period": 2026, "text": 1500 }],
            "actuals": [{ "period": 2021, "text": "1,250" }]
          }]
        }"#,
    );
    let indicator = &plan.indicators[0];
    assert_eq!(indicator.id, Id::from("indicator-1"));
    assert_eq!(
        indicator.baseline.as_ref().unwrap().period,
        Period::FiscalYear(FiscalYear(2020))
    );
    assert_eq!(indicator.targets[0].text, "1500");
    assert_eq!(indicator.actuals[0].value.single().unwrap().number, 1250.0);
}

#[test]
fn a_frame_an_array_of_frames_and_a_bare_plan_are_the_same() {
    let frame = r#"{"format":"monosashi-plan","version":1,"plan":{"title":"計画"}}"#;
    let plan = only(frame);
    assert_eq!(only(r#"{"title":"計画"}"#), plan);
    assert_eq!(only(r#"{"plan":{"title":"計画"}}"#), plan);
    assert_eq!(
        read(&format!("[{frame},{frame}]")).plans,
        [plan.clone(), plan]
    );
}

#[test]
fn a_version_from_the_future_is_refused_even_when_its_plan_has_another_form() {
    let text = r#"{"format":"monosashi-plan","version":7,"plan":{"title":{"ja":"計画"}}}"#;
    assert_eq!(kinds(text), [FindingKind::FutureVersion { version: 7 }]);
    assert_eq!(read(text).plans, []);
}

#[test]
fn another_format_is_not_taken_for_a_plan() {
    for text in [
        r#"{"type":"FeatureCollection","features":[]}"#,
        r#"{"format":"gis","plan":{"title":"x"}}"#,
        "[[1]]",
        "{}",
    ] {
        assert_eq!(kinds(text), [FindingKind::NotUnderstood], "{text}");
    }
    assert_eq!(kinds("[]"), [FindingKind::NothingFound]);
}

#[test]
fn a_broken_file_says_line_and_column() {
    let text = "{\n  \"title\": \"計画\",\n  \"indicators\": [}\n}";
    let findings = read(text).findings;
    assert_eq!(findings[0].line, Some(3));
    assert!(
        matches!(findings[0].kind, FindingKind::BrokenJson { column: 18, .. }),
        "{:?}",
        findings[0]
    );
}

#[test]
fn one_broken_record_costs_only_itself() {
    let text = r#"{"title": "計画", "indicators": [
        {"name": "一つ目"},
        {"name": "二つ目", "targets": "たくさん"},
        {"name": "三つ目"}
    ]}"#;
    let Reading { plans, findings } = read(text);
    let names: Vec<&str> = plans[0]
        .indicators
        .iter()
        .map(|indicator| indicator.name.as_str())
        .collect();
    assert_eq!(names, ["一つ目", "三つ目"]);
    assert!(
        findings.iter().all(|finding| finding.line == Some(3)),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|finding| finding.text.contains("二つ目")),
        "{findings:?}"
    );
}

/// Fault 16: NaN, Infinity and 1e999 are refused; 1e-400, which becomes 0, is warned of.
#[test]
fn numbers_that_are_no_numbers_are_refused_and_vanishing_ones_warned_of() {
    for number in ["NaN", "Infinity", "-Infinity", "1e999"] {
        let text = format!(
            r#"{{"title":"計画","indicators":[{{"name":"a","targets":[{{"text":{number}}}]}}]}}"#
        );
        assert!(
            kinds(&text).contains(&FindingKind::UnusableNumber),
            "{number}: {:?}",
            kinds(&text)
        );
    }
    let text = r#"{"title":"1e-400","indicators":[{"name":"a","targets":[{"text": 1e-400}]}]}"#;
    assert_eq!(kinds(text), [FindingKind::UnusableNumber]);
    assert_eq!(read(text).plans.len(), 1);
}

#[test]
fn deep_nesting_is_an_error_and_never_a_trap() {
    for depth in [128, 100_000] {
        for (open, close) in [("[", "]"), (r#"{"plan":"#, "}"), (r#"{"title":"#, "}")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert!(read(&text).plans.is_empty());
            assert!(!kinds(&text).is_empty());
        }
    }
}

/// A name such as 年e-ラーニング is no number, and its signs are not cut apart.
#[test]
fn an_e_between_other_signs_is_no_exponent() {
    for text in ["計画E-", "年e-1", "𠮷e-400", "e-400", "１e-400"] {
        let json = format!(r#"{{"title":"{text}","source":"a"}}"#);
        assert_eq!(only(&json).title, text);
    }
}

#[test]
fn trailing_text_duplicate_keys_and_lone_surrogates_are_errors() {
    for text in [
        r#"{"title":"a"} b"#,
        r#"{"title":"a","title":"b"}"#,
        r#"{"title":"\ud800"}"#,
        r#"{"title":"a""#,
        "",
    ] {
        let reading = read(text);
        assert_eq!(
            reading.findings.iter().map(|finding| finding.level).max(),
            Some(Level::Error),
            "{text}"
        );
    }
}

#[test]
fn ids_are_filled_in_and_made_unique() {
    let text = r#"{"title":"計画","sections":[{"id":"s"},{"id":"s"},{}],
        "indicators":[{"section":"s"},{"id":"indicator-1","section":"nowhere"}]}"#;
    let Reading { plans, findings } = read(text);
    let ids: Vec<&str> = plans[0]
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(ids, ["s", "section-1", "section-2"]);
    let ids: Vec<&str> = plans[0]
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(ids, ["indicator-2", "indicator-1"]);
    let kinds: Vec<FindingKind> = findings.into_iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [
            FindingKind::DuplicateId,
            FindingKind::DanglingReference {
                to: "nowhere".to_owned()
            }
        ]
    );
    assert_eq!(plans[0].indicators[1].section, Some(Id::from("nowhere")));
}

#[test]
fn a_file_read_in_steps_is_the_file_read_at_once() {
    let plan = r#"{"title":"計画","sections":[{"title":"章"},{}],"indicators":[{"name":"甲"},5,{"name":"乙"}]}"#;
    let text = format!("[{plan},{{\"format\":\"monosashi-plan\",\"version\":1,\"plan\":{plan}}}]");
    let mut file = PlanFile::begin("", &text);
    assert_eq!((file.items(), file.done()), (10, 0));
    for done in 1..10 {
        assert!(file.step(1));
        assert_eq!(file.done(), done);
    }
    assert!(!file.step(1));
    assert_eq!(file.finish(), read(&text));
    let indicators = read(&text)
        .plans
        .iter()
        .map(|plan| plan.indicators.len())
        .sum::<usize>();
    assert_eq!(indicators, 4);
}
