//! Tables in the shapes of other municipalities, with every kind of damage: each reads as the file beside it says.
//! `UPDATE_EXPECTED=1` writes those files anew, to be looked through before they are kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::plan::{Actual, Indicator, Observation, Period, Plan};
use monosashi::read::{Finding, Reading, read_text};
use std::path::{Path, PathBuf};

/// Fault 19: tables with any damage are read as the file beside each says.
#[test]
fn tables_of_every_shape_are_read_as_expected() {
    let mut wrong = Vec::new();
    let tables = tables();
    assert!(tables.len() >= 30);
    for path in tables {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let written = written(&read_text(&name, &std::fs::read_to_string(&path).unwrap()));
        let beside = path.with_extension("expected");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&beside, &written).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if written != expected {
            wrong.push(format!(
                "{name}\n--- expected\n{expected}--- read\n{written}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_finding_is_without_a_line_of_its_source() {
    for path in tables() {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = u32::try_from(text.lines().count()).unwrap();
        for finding in read_text("table.txt", &text).findings {
            assert!(
                finding.line.is_none_or(|line| (1..=lines).contains(&line)),
                "{finding:?} in {}",
                path.display()
            );
        }
    }
}

fn tables() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut tables: Vec<PathBuf> = files
        .filter(|path| path.extension().is_none_or(|it| it != "expected"))
        .collect();
    tables.sort();
    tables
}

/// What was read, one indicator or finding a line.
fn written(reading: &Reading) -> String {
    let plans = reading.plans.iter().map(plan).collect::<Vec<_>>().concat();
    let findings = reading
        .findings
        .iter()
        .map(finding)
        .collect::<Vec<_>>()
        .concat();
    format!("{plans}{findings}")
}

fn plan(plan: &Plan) -> String {
    let indicators = plan
        .indicators
        .iter()
        .map(|it| indicator(plan, it))
        .collect::<Vec<_>>()
        .concat();
    format!("計画 {}\n{indicators}", plan.title)
}

fn indicator(plan: &Plan, indicator: &Indicator) -> String {
    let line = indicator.provenance.line.unwrap();
    let path = indicator
        .section
        .as_ref()
        .map(|id| plan.section_path(id))
        .unwrap_or_default();
    let sections = path
        .iter()
        .map(|it| format!("{}{}「{}」", it.level, it.number, it.title))
        .collect::<Vec<_>>()
        .join(">");
    let initiatives = indicator.initiatives.iter().map(|id| {
        plan.initiatives
            .iter()
            .find(|initiative| initiative.id == *id)
            .map(|it| it.name.clone())
            .unwrap()
    });
    let mut text = format!("{line} {}「{}」", indicator.number, indicator.name);
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            text.push_str(&format!(" ｜{label} {}", value.replace('\n', "⏎")));
        }
    };
    add("施策", sections);
    add("取組", initiatives.collect::<Vec<_>>().join("、"));
    add("種別", indicator.kind.clone());
    add("単位", indicator.unit.clone());
    add(
        "基準",
        indicator
            .baseline
            .as_ref()
            .map(observation)
            .unwrap_or_default(),
    );
    add(
        "目標",
        indicator
            .targets
            .iter()
            .map(observation)
            .collect::<Vec<_>>()
            .join("、"),
    );
    add(
        "実績",
        indicator
            .actuals
            .iter()
            .map(actual)
            .collect::<Vec<_>>()
            .join("、"),
    );
    let known = |written: String| {
        if written == "Unknown" {
            String::new()
        } else {
            written
        }
    };
    add("方向", known(format!("{:?}", indicator.direction)));
    add("集計", known(format!("{:?}", indicator.accumulation)));
    add("担当", indicator.departments.join("、"));
    add("測定", indicator.measurement.clone());
    add("公表値", indicator.published_rate.clone());
    add("備考", indicator.note.clone());
    format!("{text}\n")
}

fn observation(observation: &Observation) -> String {
    format!("{}[{}]", observation.text, period(observation.period))
}

fn actual(actual: &Actual) -> String {
    format!("{}[{}]", actual.text, period(actual.period))
}

fn period(period: Period) -> String {
    match period {
        Period::FiscalYear(year) => year.0.to_string(),
        Period::Calendar { calendar_year } => format!("{}年", calendar_year.0),
        Period::Unknown => "?".to_owned(),
    }
}

fn finding(finding: &Finding) -> String {
    let line = finding
        .line
        .map(|line| line.to_string())
        .unwrap_or_default();
    format!(
        "! {line} {:?} {:?} {}\n",
        finding.level,
        finding.kind,
        finding.text.replace('\n', "⏎")
    )
}

#[test]
fn a_table_inside_a_document_gives_the_same_indicators() {
    let before = "みほん市総合計画\n\n第1章 暮らし\n\n現状と課題\n\n- 一つ目の文です。\n- 二つ目の文です。\n\n達成目標\n\n";
    for path in tables() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // What a line right above the table says is the document's heading there.
        let depends_on_lines_above = ["32_", "54_", "63_", "213_"]
            .iter()
            .any(|number| name.starts_with(number));
        if name.ends_with(".csv") || depends_on_lines_above {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(
            figures(&format!("{before}{text}")),
            figures(&text),
            "{name}"
        );
    }
}

/// Names, units and values of all indicators of a text.
fn figures(text: &str) -> Vec<String> {
    let row = |it: &Indicator| {
        let targets = it
            .targets
            .iter()
            .map(observation)
            .collect::<Vec<_>>()
            .concat();
        let actuals = it.actuals.iter().map(actual).collect::<Vec<_>>().concat();
        let baseline = it.baseline.as_ref().map(observation).unwrap_or_default();
        [
            it.number.as_str(),
            &it.name,
            &it.unit,
            &baseline,
            &targets,
            &actuals,
            &it.measurement,
        ]
        .join("|")
    };
    read_text("table.txt", text)
        .plans
        .iter()
        .flat_map(|plan| &plan.indicators)
        .map(row)
        .collect()
}
