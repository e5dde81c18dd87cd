//! What holds for every text, met or not. More cases: `PROPTEST_CASES=100000 cargo test properties`.

#![allow(clippy::unwrap_used)]

use super::{
    UnitHint, format_quantity, parse_quantity, parse_value, says_cumulative, unit_in_name,
};
use crate::plan::{Observation, Period, Quantity, Value, parse_period};
use proptest::prelude::*;

/// What cells are made of, ordinary pieces and awkward ones.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "0", "1", "2.0", "462", "1,266", "887,129", "９５．４", "4億8千万", "2026", "R8", "令和8年度", "007", ".5",
    "5.", "1,23", "123456789012345", "9999999999999999", "千", "万", "百万", "億", "十", "円", "人", "件", "回",
    "団体", "%", "％", "主体", "か所", "ヶ所", "つ", "㎡", "t-CO2", "m2", "歳", "位", "年", "月", "日", "時間",
    "分", "秒", "地区", "約", "程度", "前後", "延べ", "累計", "目標", "以上", "以下", "未満", "以内", "まで",
    "超", "を超え", "を上回る", "≧", "～", "~", "-", "－", "—", "ー", "から", "▲", "△", "マイナス", "+", "毎年",
    "各年", "隔年", "5年に", "/年", "/5年", "/", "／", "(", ")", "（", "）", "【", "】", "[", "〔", " ", "　",
    "\n", "、", "・", ",", ":", "：", "コスト額", "直営戸数", "平均", "前年度", "全国", "比", "より", "増",
    "削減", "維持", "策定", "実施", "未整備", "調査中", "なし", "新規", "第", "次", "の", "を", "に", "A", "※1",
    "±", "※", "†", "注1)", "全", "暫定", "公表予定", "目指す", "中止", "3人/12人",
    "隔年有", "↗", "↓", "傾向", "抑制", "半減", "5人に", "平成20年度", "男性", "μg/m3", "かつ",
];

/// Unit columns, ordinary and awkward.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "", "", "人", "件/5年", "千円", "％", "人口10万対", "g/人・日", "－", "回（年間）", "百万円/年", "5人",
    "以上", "人 日", "【件】", "万", "R8", "増",
];

fn cell() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..8);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn unit() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(UNITS).prop_map(str::to_owned), 1 => any::<String>(), 1 => cell()]
}

fn quantities(value: &Value) -> Vec<&Quantity> {
    match value {
        Value::Number { quantity }
        | Value::Bounded { quantity, .. }
        | Value::Rate { quantity, .. }
        | Value::Twofold { quantity, .. } => vec![quantity],
        Value::Range { low, high } => vec![low, high],
        Value::SingleAndCumulative { single, cumulative } => vec![single, cumulative],
        Value::Compound { parts } => parts.iter().map(|part| &part.quantity).collect(),
        Value::Stage { .. } | Value::Relative { .. } | Value::Missing { .. } => Vec::new(),
    }
}

fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        default.cases
    } else {
        2_000
    };
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_value_written_out_and_read_again_is_the_same_value(text in cell(), unit in unit()) {
        let value = parse_value(&text, &UnitHint::of(&unit));
        let written = value.write();
        prop_assert_eq!(&parse_value(&written, &UnitHint::none()), &value, "written as {:?}", written);
    }

    /// A bare number has a way of its own; full-width it goes the way of every other cell.
    #[test]
    fn a_bare_number_is_what_it_is_in_any_width(text in "[0-9]{1,4}(,[0-9]{1,4}){0,3}([.][0-9]{0,4}){0,2}[,.]?", unit in unit()) {
        let wide: String = text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect();
        let hint = UnitHint::of(&unit);
        prop_assert_eq!(parse_value(&text, &hint), parse_value(&wide, &hint));
    }

    #[test]
    fn a_value_in_json_and_read_again_is_the_same_value(text in cell(), unit in unit()) {
        let value = parse_value(&text, &UnitHint::of(&unit));
        let json = serde_json::to_string(&value).unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    }

    #[test]
    fn numbers_are_finite_and_labels_and_words_not_empty(text in cell(), unit in unit()) {
        let value = parse_value(&text, &UnitHint::of(&unit));
        for quantity in quantities(&value) {
            prop_assert!(quantity.number.is_finite() && quantity.in_base_unit().is_finite());
        }
        match value {
            Value::Stage { words } => prop_assert!(!words.is_empty() && words.iter().all(|word| !word.is_empty())),
            Value::Compound { parts } => prop_assert!(parts.iter().all(|part| !part.label.is_empty())),
            _ => (),
        }
    }

    #[test]
    fn the_raw_text_survives_in_an_observation(text in cell()) {
        let value = parse_value(&text, &UnitHint::none());
        let observation = Observation { period: Period::Unknown, text: text.clone(), value };
        let json = serde_json::to_string(&observation).unwrap();
        let again: Observation = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&again.text, &text);
        prop_assert_eq!(again, observation);
    }

    #[test]
    fn nothing_that_reads_a_cell_or_a_name_panics(text in any::<String>(), cell in cell()) {
        for text in [text, cell] {
            let _ = (parse_period(&text), says_cumulative(&text), unit_in_name(&text));
            if let Some(quantity) = parse_quantity(&text) {
                prop_assert!(!format_quantity(&quantity).is_empty());
            }
        }
    }
}
