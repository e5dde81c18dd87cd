#![allow(clippy::unwrap_used)]
use super::*;
use crate::plan::{
    Bound, MissingReason, Municipality, Part, Quantity, Value, generate, restore_cell,
};
use proptest::prelude::*;

#[test]
fn every_kind_of_value_has_its_row() {
    let plan = Plan {
        municipality: Municipality {
            name: "ある町".to_owned(),
            code: "012345".to_owned(),
        },
        title: "計画".to_owned(),
        indicators: vec![indicator()],
        ..Plan::default()
    };
    let cells = [
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
    ];
    let shown: Vec<String> = rows(&indicators_csv(&plan))
        .iter()
        .map(|row| cells.map(|name| row.get(name)).join("|"))
        .collect();
    assert_eq!(
        shown,
        [
            "基準値|||不明|直営 168戸 民営 2.0千戸|直営|168|戸||",
            "基準値|||不明|直営 168戸 民営 2.0千戸|民営|2.0|千戸||",
            "中間目標|2019|令和元年度|年度|50%以上||50||以上|",
            "目標値|2030|令和12年度|年度|—|||||記号",
            "実績値|2020||暦年|▲3.5||-3.5|||",
        ]
    );
}

#[test]
fn an_indicator_without_any_value_keeps_its_row() {
    let indicators = vec![Indicator {
        name: "参加者数".to_owned(),
        ..Indicator::default()
    }];
    let rows = rows(&indicators_csv(&Plan {
        indicators,
        ..Plan::default()
    }));
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].get("指標名"), rows[0].get("区分")),
        ("参加者数", "")
    );
}

#[test]
fn one_indicator_gives_its_own_rows_and_an_unknown_one_only_headings() {
    let one = Indicator {
        id: Id::from("indicator-1"),
        ..indicator()
    };
    let other = Indicator {
        id: Id::from("indicator-2"),
        ..indicator()
    };
    let plan = Plan {
        indicators: vec![one, other],
        ..Plan::default()
    };
    let csv = indicator_csv(&plan, &Id::from("indicator-2"));
    assert!(
        rows(&csv)
            .iter()
            .all(|row| row.get("指標ID") == "indicator-2")
    );
    assert_eq!(rows(&csv).len(), 5);
    assert_eq!(
        rows(&indicator_csv(&plan, &Id::from("indicator-3"))).len(),
        0
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(generate::cases(100)))]

    #[test]
    fn every_text_of_every_indicator_comes_back_exactly(plan in generate::plan()) {
        let csv = indicators_csv(&plan);
        let framed = csv.starts_with('\u{feff}') && csv.ends_with("\r\n");
        prop_assert!(framed);
        let rows = rows(&csv);
        for indicator in &plan.indicators {
            let own: Vec<&Row> = rows.iter().filter(|row| row.get("指標ID") == indicator.id.as_str()).collect();
            prop_assert!(own.iter().all(|row| row.get("指標名") == indicator.name && row.get("測定方法") == indicator.measurement));
            for datum in data(indicator) {
                let found = own.iter().any(|row| row.get("区分") == datum.kind && row.get("値（原文）") == datum.value.text);
                prop_assert!(found, "{:?}", datum.value);
            }
        }
    }

    #[test]
    fn the_number_column_holds_numbers_only_and_no_cell_is_a_formula(plan in generate::plan()) {
        for record in csv::Reader::from_reader(indicators_csv(&plan).as_bytes()).records() {
            let record = record.unwrap();
            let number = &record[column("数値")];
            prop_assert!(number.is_empty() || number.parse::<f64>().is_ok());
            for cell in &record {
                let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']);
                prop_assert!(!formula || cell.replace(',', "").parse::<f64>().is_ok(), "{cell:?}");
            }
        }
    }
}

/// A row with its cells restored.
struct Row(Vec<String>);

impl Row {
    fn get(&self, name: &str) -> &str {
        &self.0[column(name)]
    }
}

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|column| *column == name).unwrap()
}

fn rows(csv: &str) -> Vec<Row> {
    csv::Reader::from_reader(csv.as_bytes())
        .records()
        .map(|record| {
            Row(record
                .unwrap()
                .iter()
                .map(|cell| restore_cell(cell).to_owned())
                .collect())
        })
        .collect()
}

fn indicator() -> Indicator {
    let quantity = |number, decimals, scale, unit: &str| Quantity {
        number,
        decimals,
        scale,
        unit: unit.to_owned(),
        approximate: false,
    };
    let part = |label: &str, quantity| Part {
        label: label.to_owned(),
        quantity,
    };
    let observation = |period, text: &str, value| Observation {
        period,
        text: text.to_owned(),
        value,
    };
    let parts = vec![
        part("直営", quantity(168.0, 0, 1, "戸")),
        part("民営", quantity(2.0, 1, 1_000, "戸")),
    ];
    let bounded = Value::Bounded {
        bound: Bound::AtLeast,
        quantity: Quantity::bare(50.0, 0),
    };
    let missing = Value::Missing {
        reason: MissingReason::Dash,
    };
    Indicator {
        name: "公営住宅の戸数".to_owned(),
        baseline: Some(observation(
            Period::Unknown,
            "直営 168戸 民営 2.0千戸",
            Value::Compound { parts },
        )),
        targets: vec![
            observation(Period::FiscalYear(FiscalYear(2019)), "50%以上", bounded),
            observation(Period::FiscalYear(FiscalYear(2030)), "—", missing),
        ],
        actuals: vec![Actual {
            period: Period::Calendar {
                calendar_year: crate::plan::CalendarYear(2020),
            },
            text: "▲3.5".to_owned(),
            value: Value::Number {
                quantity: Quantity::bare(-3.5, 1),
            },
            ..Actual::default()
        }],
        ..Indicator::default()
    }
}
