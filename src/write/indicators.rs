//! Indicators as open data: long CSV, one datum a row.
//!
//! After the government's 行政データにおける機械可読性に関するルール (2026-03-31): nothing omitted that repeats,
//! numbers alone in their column with unit and note in columns of their own, 西暦 beside 和暦, the area code, UTF-8
//! with BOM. Lines end with CR LF. Cells that a spreadsheet would calculate are neutralised
//! ([`neutralise_cell`]). The columns:
//!
//! | column | holds |
//! |---|---|
//! | 団体コード, 団体名, 計画名 | whose plan it is |
//! | 施策番号, 施策名 | number and title of the section the indicator stands in |
//! | 指標ID, 指標番号, 指標名, 種別, 単位 | the indicator as the plan writes it |
//! | 方向 | 増加, 減少, 維持, 範囲, 段階; empty when nobody has said |
//! | 集計 | 単年, 累計, 開始からの累計, 時点; empty when nobody has said |
//! | 区分 | 基準値, 中間目標, 目標値, 実績値; empty in the one row of an indicator that has no value at all |
//! | 年度（西暦）, 年度（和暦） | the year; both empty when unknown, the second also for a calendar year |
//! | 期間の種類 | 年度, 年度の前期, 暦年, 不明 |
//! | 値（原文） | the value as written: all that is needed to read it again |
//! | 内訳 | which of several figures in one value this row holds: its label, 下限 and 上限, 単年 and 累計 |
//! | 数値, 数値の単位, 条件 | the figure understood, its unit with scale (千円, 回/年), 以上, 以下, 超, 未満, 約 |
//! | 欠損の理由 | why there is no value: 空欄, 記号, 未整備, 新規, 調査中, 秘匿 |
//! | 注記, 入力日時, 入力者 | what was entered with an actual |
//! | 担当 | departments, with 、 between them |
//! | 測定方法, 公表値, 備考 | how it is measured, the published rate, remarks |
//! | 出典, 出典の行 | where it was read |
//!
//! Targets as they were before a change, the rules and what else a person decided have no column: [`super::left_out`] names
//! what of it an indicator has, and the plan file holds it.
//!
//! A value of several figures takes one row each, one after the other, that differ only from 内訳 to 条件.

use super::figures::{Figure, figures, missing_reason};
use crate::plan::{
    Accumulation, Actual, Direction, Era, FiscalYear, Id, Indicator, Observation, Period, Plan,
    neutralise_cell,
};

const COLUMNS: [&str; 31] = [
    "団体コード",
    "団体名",
    "計画名",
    "施策番号",
    "施策名",
    "指標ID",
    "指標番号",
    "指標名",
    "種別",
    "単位",
    "方向",
    "集計",
    "区分",
    "年度（西暦）",
    "年度（和暦）",
    "期間の種類",
    "値（原文）",
    "内訳",
    "数値",
    "数値の単位",
    "条件",
    "欠損の理由",
    "注記",
    "入力日時",
    "入力者",
    "担当",
    "測定方法",
    "公表値",
    "備考",
    "出典",
    "出典の行",
];

/// The indicators as long CSV (one datum a row), UTF-8 with BOM, CRLF.
#[must_use]
pub fn indicators_csv(plan: &Plan) -> String {
    csv_of(plan, &mut plan.indicators.iter())
}

/// One indicator in the same form; the headings alone when there is none with this id.
#[must_use]
pub fn indicator_csv(plan: &Plan, id: &Id) -> String {
    csv_of(plan, &mut plan.indicator(id).into_iter())
}

fn csv_of(plan: &Plan, indicators: &mut dyn Iterator<Item = &Indicator>) -> String {
    let mut csv = String::from("\u{feff}");
    push_row(&mut csv, &COLUMNS);
    for indicator in indicators {
        push_indicator(&mut csv, plan, indicator);
    }
    csv
}

/// One datum of an indicator: which it is, the value, and the actual that it may be.
struct Datum<'a> {
    kind: &'static str,
    value: Observation,
    entered: Option<&'a Actual>,
}

/// Baseline, targets and actuals in this order.
fn data(indicator: &Indicator) -> Vec<Datum<'_>> {
    let written = |kind, value: &Observation| Datum {
        kind,
        value: value.clone(),
        entered: None,
    };
    let mut data: Vec<Datum> = indicator
        .baseline
        .iter()
        .map(|value| written("基準値", value))
        .collect();
    if let Some((last, interim)) = indicator.targets.split_last() {
        data.extend(interim.iter().map(|value| written("中間目標", value)));
        data.push(written("目標値", last));
    }
    data.extend(indicator.actuals.iter().map(|actual| Datum {
        kind: "実績値",
        value: Observation {
            period: actual.period,
            text: actual.text.clone(),
            value: actual.value.clone(),
        },
        entered: Some(actual),
    }));
    data
}

fn push_indicator(csv: &mut String, plan: &Plan, indicator: &Indicator) {
    let data = data(indicator);
    if data.is_empty() {
        let nothing = Datum {
            kind: "",
            value: Observation::default(),
            entered: None,
        };
        push_datum(csv, plan, indicator, &nothing, &Figure::default());
    }
    for datum in &data {
        for figure in figures(&datum.value.value) {
            push_datum(csv, plan, indicator, datum, &figure);
        }
    }
}

fn push_datum(
    csv: &mut String,
    plan: &Plan,
    indicator: &Indicator,
    datum: &Datum,
    figure: &Figure,
) {
    let section = indicator.section.as_ref().and_then(|id| plan.section(id));
    let (western, japanese, period_kind) = match datum.kind {
        "" => (String::new(), String::new(), ""),
        _ => period_cells(datum.value.period),
    };
    let is_half = datum.entered.is_some_and(|actual| actual.half_year) && period_kind == "年度";
    let period_kind = if is_half {
        "年度の前期"
    } else {
        period_kind
    };
    let missing = if datum.kind.is_empty() {
        ""
    } else {
        missing_reason(&datum.value.value)
    };
    let line = indicator
        .provenance
        .line
        .map(|line| line.to_string())
        .unwrap_or_default();
    let departments = indicator.departments.join("、");
    push_row(
        csv,
        &[
            &plan.municipality.code,
            &plan.municipality.name,
            &plan.title,
            section.map_or("", |section| &section.number),
            section.map_or("", |section| &section.title),
            indicator.id.as_str(),
            &indicator.number,
            &indicator.name,
            &indicator.kind,
            &indicator.unit,
            direction(indicator.direction),
            accumulation(indicator.accumulation),
            datum.kind,
            &western,
            &japanese,
            period_kind,
            &datum.value.text,
            &figure.label,
            &figure.number,
            &figure.unit,
            figure.condition,
            missing,
            datum.entered.map_or("", |actual| &actual.note),
            datum.entered.map_or("", |actual| &actual.entered_at),
            datum.entered.map_or("", |actual| &actual.entered_by),
            &departments,
            &indicator.measurement,
            &indicator.published_rate,
            &indicator.note,
            &indicator.provenance.source,
            &line,
        ],
    );
}

/// RFC 4180: quotes around what holds a comma, quote or line break, quotes inside doubled.
fn push_row(csv: &mut String, cells: &[&str; COLUMNS.len()]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        let cell = neutralise_cell(cell);
        if cell.contains([',', '"', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

fn period_cells(period: Period) -> (String, String, &'static str) {
    let western = period
        .year()
        .map(|year| year.to_string())
        .unwrap_or_default();
    match period {
        Period::FiscalYear(year) => (western, japanese_year(year), "年度"),
        Period::Calendar { .. } => (western, String::new(), "暦年"),
        Period::Unknown => (western, String::new(), "不明"),
    }
}

/// `令和6年度`, `令和元年度`; empty before 昭和.
fn japanese_year(year: FiscalYear) -> String {
    let (era, number) = year.in_era();
    let era = match era {
        Era::Reiwa => "令和",
        Era::Heisei => "平成",
        Era::Showa => "昭和",
    };
    match number {
        ..1 => String::new(),
        1 => format!("{era}元年度"),
        _ => format!("{era}{number}年度"),
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Increase => "増加",
        Direction::Decrease => "減少",
        Direction::Maintain => "維持",
        Direction::Within => "範囲",
        Direction::Stage => "段階",
        Direction::Unknown => "",
    }
}

fn accumulation(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::PerPeriod => "単年",
        Accumulation::Cumulative => "累計",
        Accumulation::CumulativeFromStart => "開始からの累計",
        Accumulation::PointInTime => "時点",
        Accumulation::Unknown => "",
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod reading_back;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
