//! The indicator tables of the five real documents, row by row.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/documents.rs"]
mod documents;

use monosashi::plan::{Indicator, Observation, Period};
use monosashi::read::read_text;

#[test]
fn the_tables_of_the_five_documents_give_the_61_indicators() {
    let Some(answers) = documents::answers("indicators_61") else {
        return;
    };
    let mut read = Vec::new();
    for (town, name) in [
        ("吉岡町", "yoshioka"),
        ("平取町", "biratori"),
        ("大泉町", "oizumi"),
    ] {
        let text = documents::document(name).unwrap();
        let reading = read_text(name, &text);
        read.extend(
            reading.plans[0]
                .indicators
                .iter()
                .map(|indicator| row(town, indicator)),
        );
    }
    assert_eq!(read.len(), answers.len());
    let mut units = UNITS_IN_CELLS.iter();
    for (read, answer) in read.iter().zip(&answers) {
        let unit = if answer[5].is_empty() {
            units.next().unwrap()
        } else {
            ""
        };
        assert_eq!(*read, expected(answer, unit));
    }
}

#[test]
fn schedules_and_sheets_are_no_indicator_tables() {
    for name in ["imakane", "kamifurano"] {
        if let Some(text) = documents::document(name) {
            let plan = &read_text(name, &text).plans[0];
            assert_eq!(plan.indicators, [], "{name}");
        }
    }
}

fn row(town: &str, indicator: &Indicator) -> String {
    let interim = indicator
        .targets
        .iter()
        .rev()
        .skip(1)
        .map(observation)
        .collect::<Vec<_>>()
        .join(" ");
    let last = indicator
        .final_target()
        .map(observation)
        .unwrap_or_default();
    let baseline = indicator.baseline.as_ref().unwrap();
    let cells = [
        town,
        &indicator.number,
        &indicator.kind,
        &indicator.name,
        &indicator.unit,
        &period(baseline.period),
        &baseline.text,
        &interim,
        &last,
        &indicator.measurement,
    ];
    cells.join("\t")
}

fn observation(observation: &Observation) -> String {
    format!("{}({})", observation.text, period(observation.period))
}

fn period(period: Period) -> String {
    period
        .year()
        .map(|year| year.to_string())
        .unwrap_or_default()
}

/// The answer in the same form. Where the document has no column of units, `unit` is what its cells say.
fn expected(row: &[String], unit: &str) -> String {
    let year = |text: &str| period(monosashi::plan::parse_period(text));
    let dated = |cell: &str| match cell.rsplit_once('(') {
        Some((text, of)) => format!("{text}({})", year(of)),
        None => String::new(),
    };
    let unit = if row[5].is_empty() { unit } else { &row[5] };
    let (from, interim, last) = (year(&row[6]), dated(&row[8]), dated(&row[9]));
    [
        &row[0], &row[2], &row[3], &row[4], unit, &from, &row[7], &interim, &last, &row[10],
    ]
    .join("\t")
}

/// The units of the 45 indicators whose tables have no column of units, as their cells and names say them.
const UNITS_IN_CELLS: &[&str] = &[
    "団体", "回", "回", "回", "万件", "%", "回", "", "回", "人", "", "", "", "%", "%", "千円",
    "戸", "人", "回", "千円", "人", //
    "%", "千円", "%", "%", "主体", "%", "主体", "%", "%", "回", "人", "回", "%", "%", "%", "回",
    "%", "人", "件", "件", "人", "件", "回", "%",
];
