//! Files that are broken, huge, nested or no text at all: what is read of them, and what is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::plan::Plan;
use monosashi::read::{Finding, FindingKind, Foreign, Level, foreign, read_bytes, read_text};
use monosashi::write::plan_json;

fn no_legacy(_: &[u8]) -> Option<String> {
    None
}

fn errors(text: &str) -> Vec<Finding> {
    let findings = read_text("計画.json", text).findings;
    findings
        .into_iter()
        .filter(|finding| finding.level == Level::Error)
        .collect()
}

/// Fault 15: JSON nested deeper than any plan: an error with its line, and the program goes on.
#[test]
fn json_nested_however_deep_is_an_error_with_its_place() {
    let mut depths = Vec::new();
    for depth in [127, 128, 129, 100_000] {
        for (open, close) in [
            ("[", "]"),
            (r#"{"plan":"#, "}"),
            (r#"{"title":"a","indicators":[{"targets":"#, "}]}"),
            (r#"{"title":"#, "}"),
        ] {
            let text = format!("\n{}1{}", open.repeat(depth), close.repeat(depth));
            let errors = errors(&text);
            assert!(!errors.is_empty(), "{depth} × {open}");
            for error in errors {
                assert_eq!(error.line, Some(2), "{depth} × {open}: {error:?}");
            }
        }
        depths.push(depth.to_string());
    }
    println!("figure: 15: depths: {}", depths.join(", "));
}

/// Fault 17: a key twice, text behind the end, half a surrogate pair, a file that ends early: each its own error, with
/// line and column.
#[test]
fn json_that_is_broken_is_an_error_of_its_kind() {
    for (text, said) in [
        ("{\"title\":\"a\"}\n b", "trailing characters"),
        ("{\"title\":\"a\",\n\"title\":\"b\"}", "duplicate field"),
        ("{\"title\":\n\"\\ud800\"}", "hex escape"),
        ("{\"title\":\n\"a\"", "EOF"),
    ] {
        let errors = errors(text);
        let BrokenAt(line, detail) = broken_at(&errors[0]);
        assert_eq!(line, Some(2), "{text}");
        assert!(detail.contains(said), "{text}: {detail}");
    }
}

struct BrokenAt<'a>(Option<u32>, &'a str);

fn broken_at(finding: &Finding) -> BrokenAt<'_> {
    match &finding.kind {
        FindingKind::BrokenJson { detail, .. } => BrokenAt(finding.line, detail),
        other => panic!("{other:?}"),
    }
}

/// Fault 17: a byte order mark is no part of the text, in whatever encoding it comes.
#[test]
fn a_byte_order_mark_is_taken_off() {
    let plan = Plan {
        title: "計画".to_owned(),
        ..Plan::default()
    };
    let text = plan_json(&plan);
    let units = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(order)
            .collect()
    };
    for bytes in [
        ["\u{feff}".as_bytes(), text.as_bytes()].concat(),
        units(u16::to_le_bytes),
        units(u16::to_be_bytes),
    ] {
        let reading = read_bytes("計画.json", &bytes, &no_legacy);
        assert_eq!(
            reading.plans,
            std::slice::from_ref(&plan),
            "{:?}",
            reading.findings
        );
    }
}

/// Fault 19: slips in a long CSV name their row and the column they stand in; the rest is read as it is, whatever ends
/// the lines.
#[test]
fn slips_in_a_long_csv_name_row_and_column() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = [
            "計画,施策,指標名,単位,年度,区分,値",
            "みほん,健康,受診率,％,令和４年度,基準値,３８．６",
            "みほん,健康,受診率,％,R5,ぶんるい,40.1",
            "みほん,健康,受診率,％,いつか,実績値,41.0",
            "みほん,健康,受診率,％,R9,目標値,60.0,あまり",
            "みほん,健康,\"二行の{end}名前\",人,元年,実績値,\"1,200\"",
            "みほん,健康,受診率,％,R8",
            "みほん,健康,受診率,％,平成30年度,実績値,36.2",
        ];
        let text = lines.map(|line| line.replace("{end}", end) + end).concat();
        let reading = read_text("表.csv", &text);
        let said: Vec<(Option<u32>, String)> = reading
            .findings
            .iter()
            .map(|finding| {
                let what = match &finding.kind {
                    FindingKind::CellNotUnderstood { column } => column.clone(),
                    FindingKind::UnevenRow { expected, found } => format!("{found} of {expected}"),
                    other => format!("{other:?}"),
                };
                (finding.line, what)
            })
            .collect();
        let wanted = [(3, "区分"), (4, "年度"), (5, "8 of 7"), (8, "5 of 7")];
        for (line, what) in wanted {
            assert!(
                said.contains(&(Some(line), what.to_owned())),
                "{line} {what}: {said:?}"
            );
        }
        let indicators = &reading.plans[0].indicators;
        assert_eq!(indicators[0].baseline.as_ref().unwrap().text, "３８．６");
        assert_eq!(
            indicators[0]
                .baseline
                .as_ref()
                .unwrap()
                .value
                .single()
                .unwrap()
                .number,
            38.6
        );
        assert_eq!(indicators[0].actuals[0].text, "36.2");
        assert_eq!(indicators[1].name, format!("二行の{end}名前"));
        assert_eq!(
            indicators[1].actuals[0].value.single().unwrap().number,
            1200.0
        );
    }
}

/// Fault 22: a zip archive, an Excel file among them, is told by its first bytes whatever its name, and nothing of it is
/// unpacked, so no size it claims can be reached.
#[test]
fn what_is_no_text_is_refused_by_its_first_bytes() {
    // The head of an archive that says of its one file that it is four gigabytes large.
    let mut bomb = b"PK\x03\x04\x2d\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    bomb.extend([0xFF; 8]);
    bomb.extend(b"\x13\0\0\0xl/worksheets/a.xml");
    let others = [
        (bomb, Foreign::Zip),
        (b"PK\x05\x06\0\0\0\0".to_vec(), Foreign::Zip),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(),
            Foreign::OldOffice,
        ),
        (b"%PDF-1.7\n".to_vec(), Foreign::Pdf),
    ];
    for (bytes, wanted) in others {
        assert_eq!(foreign(&bytes), Some(wanted));
        for name in ["計画.xlsx", "計画.csv", "計画.json", ""] {
            let reading = read_bytes(name, &bytes, &no_legacy);
            assert!(reading.plans.is_empty());
            assert_eq!(reading.findings.len(), 1);
            assert_eq!(
                reading.findings[0].kind,
                FindingKind::Foreign { foreign: wanted }
            );
        }
    }
    for text in ["PK指標", "{}", "%PD", "", "指標名,値\n"] {
        assert_eq!(foreign(text.as_bytes()), None, "{text}");
    }
}
