//! What is done with a damaged source, and what must hold of what was read.

use monosashi::judge::{Yardstick, judge_by};
use monosashi::plan::{Plan, UnitHint, neutralise_cell, parse_period, parse_value, restore_cell};
use monosashi::read::{
    Level, Reading, References, document as documents, read_bytes, read_plan_file, read_text,
};
use monosashi::write::plan_json;
use std::collections::HashSet;

pub fn plan_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&text, &read_plan_file("計画.json", &text));
}

pub fn csv(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&text, &read_text("表.csv", &text));
}

pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    holds(&text, &read_text("", &text));
}

pub fn document(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let reading = documents::read("計画.txt", &text);
    holds(&text, &reading);
    for plan in &reading.plans {
        let references = References::of(plan);
        plan.schedule
            .iter()
            .for_each(|item| drop(references.runs(&item.summary, item)));
    }
}

pub fn bytes(bytes: &[u8]) {
    let legacy = |bytes: &[u8]| Some(encoding_rs::SHIFT_JIS.decode(bytes).0.into_owned());
    let reading = read_bytes("表.csv", bytes, &legacy);
    assert!(!reading.plans.is_empty() || !reading.findings.is_empty());
    again(&reading);
}

pub fn notation(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for unit in ["", "件", "％"] {
        let hint = UnitHint {
            unit: unit.to_owned(),
        };
        let value = parse_value(&text, &hint);
        assert_eq!(value, parse_value(&text, &hint));
        if let Some(number) = value.single() {
            assert!(number.number.is_finite(), "{text}");
        }
    }
    let _ = parse_period(&text);
    assert_eq!(restore_cell(&neutralise_cell(&text)), text);
}

/// Nothing is silent, findings stand on lines that are there, and the plan can be written and judged.
fn holds(source: &str, reading: &Reading) {
    let lines = source.split(['\n', '\r']).count();
    for finding in &reading.findings {
        let line = finding.line.map_or(1, |line| line as usize);
        assert!((1..=lines).contains(&line), "{finding:?} of {lines} lines");
    }
    let said = reading
        .findings
        .iter()
        .any(|finding| finding.level == Level::Error);
    assert!(
        said || !reading.plans.is_empty(),
        "nothing read and nothing said"
    );
    again(reading);
}

/// What was read is written out and read again the same; its indicators are judged.
fn again(reading: &Reading) {
    for plan in &reading.plans {
        let ids = ids(plan);
        assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "an id twice: {ids:?}"
        );
        let written = plan_json(plan);
        let read = read_plan_file("", &written);
        assert_eq!(read.plans.len(), 1, "{:?}", read.findings);
        let again = plan_json(&read.plans[0]);
        let mut lines = written.lines().zip(again.lines());
        let first = lines.find(|(one, other)| one != other);
        assert!(
            again == written,
            "written again it differs: {first:?}, {:?}",
            read.findings
        );
        for indicator in &plan.indicators {
            let judgement = judge_by(indicator, plan.period, None, &Yardstick::default());
            let rate = judgement.rate.unwrap_or_default();
            assert!(rate.is_finite(), "{}", indicator.name);
        }
    }
}

fn ids(plan: &Plan) -> Vec<&str> {
    let sections = plan.sections.iter().map(|item| item.id.as_str());
    sections
        .chain(plan.initiatives.iter().map(|item| item.id.as_str()))
        .chain(plan.indicators.iter().map(|item| item.id.as_str()))
        .chain(plan.schedule.iter().map(|item| item.id.as_str()))
        .chain(plan.sheets.iter().map(|item| item.id.as_str()))
        .collect()
}
