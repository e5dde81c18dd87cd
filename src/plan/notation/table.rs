//! Every notation met, one row each: the cell, the unit column, and what it means. To teach the parser a notation,
//! add its row here first.

#![allow(clippy::panic)]

use super::{UnitHint, parse_value};
use crate::plan::{Quantity, Value};

/// Cell, unit column, meaning (as [`describe`] words it).
type Row = (&'static str, &'static str, &'static str);

const NUMBERS: &[Row] = &[
    ("462", "", "number 462"),
    ("462", "人", "number 462 人"),
    ("887,129", "延件", "number 887129 延件"),
    ("1,000,000", "", "number 1000000"),
    ("2.0", "%", "number 2.0 %"),
    ("2.0", "％", "number 2.0 %"),
    ("９５．４", "", "number 95.4"),
    ("１，２６６", "万円", "number 1266×10000 円"),
    ("0", "件", "number 0 件"),
    ("0件", "", "number 0 件"),
    ("ゼロ", "件", "number 0 件"),
    ("1,266", "万円", "number 1266×10000 円"),
    ("100％", "", "number 100 %"),
    ("28.5 %", "", "number 28.5 %"),
    ("10パーセント", "", "number 10 %"),
    ("+5ポイント", "", "number 5 ポイント"),
    ("¥1,000", "", "number 1000 円"),
    ("(21)", "", "number 21"),
    ("9.3", "－", "number 9.3"),
];

const UNITS: &[Row] = &[
    ("500人", "", "number 500 人"),
    ("11 団体", "", "number 11 団体"),
    ("18主体", "", "number 18 主体"),
    ("66 万件", "", "number 66×10000 件"),
    ("77,826千円", "", "number 77826×1000 円"),
    ("77,826千円", "百万円", "number 77826×1000 円"),
    ("66万", "件", "number 66×10000 件"),
    ("4億8千万円", "", "number 480000000 円"),
    ("4億 8,000万円", "", "number 480000000 円"),
    ("12億3,456万7千円", "", "number 1234567000 円"),
    ("5千8百万円", "", "number 58000000 円"),
    ("5百万円", "", "number 5×1000000 円"),
    ("1.5億円", "", "number 1.5×100000000 円"),
    ("1万2千人", "", "number 12000 人"),
    ("8千歩", "", "number 8×1000 歩"),
    ("3ヶ所", "", "number 3 ヶ所"),
    ("3か所", "", "number 3 か所"),
    ("3カ所", "", "number 3 カ所"),
    ("5 箇所", "", "number 5 箇所"),
    ("3つ", "", "number 3 つ"),
    ("10年", "", "number 10 年"),
    ("3か月", "", "number 3 か月"),
    ("12,345㎡", "", "number 12345 ㎡"),
    ("1.5km", "", "number 1.5 km"),
    ("5 小学 校", "", "number 5 小学校"),
    ("5,000t-CO2", "", "number 5000 t-CO2"),
    ("850g/人・日", "", "number 850 g/人・日"),
    ("850", "g/人・日", "number 850 g/人・日"),
    ("12.3", "人口10万対", "number 12.3 人口10万対"),
    ("12.3", "人/10万人", "number 12.3 人/10万人"),
    ("2.5ポイント", "", "number 2.5 ポイント"),
    ("1位", "", "number 1 位"),
    ("24時間", "", "number 24 時間"),
    ("20", "（千円）", "number 20×1000 円"),
    ("20", "人（累計）", "number 20 人"),
];

const AROUND: &[Row] = &[
    ("延べ 3,000人", "", "number 3000 人"),
    ("累計 21件", "", "number 21 件"),
    ("21件（累計）", "", "number 21 件"),
    ("411,519千円（累計）", "", "number 411519×1000 円"),
    ("（累計）21件", "", "number 21 件"),
    ("550 (令和8年度)", "人", "number 550 人"),
    ("18.8%（H29）", "", "number 18.8 %"),
    ("H29 18.8 %", "", "number 18.8 %"),
    ("R12：500人", "", "number 500 人"),
    ("目標値：800人", "", "number 800 人"),
    ("500人※34", "", "number 500 人"),
    ("3回実施", "", "number 3 回"),
    ("100%を維持", "", "number 100 %"),
    ("2校で実施", "", "number 2 校"),
    ("500人に増加", "", "number 500 人"),
    ("80点（100点満点）", "", "number 80 点"),
];

const BOUNDS: &[Row] = &[
    ("50%以上", "", "at least 50 %"),
    ("50以上", "%", "at least 50 %"),
    ("10%未満", "", "less than 10 %"),
    ("1,000人以下", "", "at most 1000 人"),
    ("3日以内", "", "at most 3 日"),
    ("5件まで", "", "at most 5 件"),
    ("90%を超え", "", "more than 90 %"),
    ("90%を超える", "", "more than 90 %"),
    ("100人超", "", "more than 100 人"),
    ("50%を上回る", "", "more than 50 %"),
    ("50%を下回る", "", "less than 50 %"),
    ("≧90%", "", "at least 90 %"),
    ("最低3回", "", "at least 3 回"),
    ("50%～", "", "at least 50 %"),
    ("～10%", "", "at most 10 %"),
    ("1件以上を維持", "", "at least 1 件"),
    ("1件以上の締結", "", "at least 1 件"),
    ("約20%", "", "number 約20 %"),
    ("およそ20%", "", "number 約20 %"),
    ("2,000 万円程度", "", "number 約2000×10000 円"),
    ("20%程度", "", "number 約20 %"),
    ("20件前後", "", "number 約20 件"),
    ("5～10%", "", "range 5 % to 10 %"),
    ("5〜10", "%", "range 5 % to 10 %"),
    ("5~10%", "", "range 5 % to 10 %"),
    ("5%－10%", "", "range 5 % to 10 %"),
    ("5–10%", "", "range 5 % to 10 %"),
    ("10～5%", "", "range 5 % to 10 %"),
    ("1～2万人", "", "range 1×10000 人 to 2×10000 人"),
    ("5人から10人", "", "range 5 人 to 10 人"),
    ("約5～10%", "", "range 約5 % to 約10 %"),
    ("6.5以上8.5以下", "", "range 6.5 to 8.5"),
    ("20%以上30%未満", "", "range 20 % to 30 %"),
    ("年2～3回", "", "range 2 回/年 to 3 回/年"),
];

const RELATIVE: &[Row] = &[
    ("類似団体平均以下", "", "relative 類似団体平均 at most"),
    ("類似団体 平均以下", "", "relative 類似団体平均 at most"),
    ("県平均以上", "", "relative 県平均 at least"),
    ("前年度以上", "", "relative 前年度 at least"),
    ("前年度以上（50人）", "人", "relative 前年度 at least"),
    ("前年度を上回る", "", "relative 前年度 more than"),
    ("前年度比増", "", "relative 前年度 more than"),
    ("基準年度よりも増加", "", "relative 基準年度 more than"),
    ("前年度より減少", "", "relative 前年度 less than"),
    ("現状維持", "", "relative 現状維持"),
    ("維持", "", "relative 維持"),
    ("前年度並み", "", "relative 前年度並み"),
    ("増加", "", "relative  more than"),
    ("減少", "", "relative  less than"),
    ("全国1位", "", "relative 全国1位"),
    ("県内3位以内", "", "relative 県内3位 at most"),
    ("20%削減", "", "relative 20%削減"),
    ("3人増", "", "relative 3人増"),
    ("前年度比5%増", "", "relative 前年度比5%増"),
    ("全国平均の110%以下", "", "relative 全国平均の110% at most"),
    ("現状値の2倍", "", "relative 現状値の2倍"),
    ("前年度比105%", "", "relative 前年度比105%"),
];

const RATES: &[Row] = &[
    ("年2回", "", "rate 2 回 per 1年"),
    ("年 2 回", "", "rate 2 回 per 1年"),
    ("3回/年", "", "rate 3 回 per 1年"),
    ("3回／年度", "", "rate 3 回 per 1年"),
    ("各年2人", "", "rate 2 人 per 1年"),
    ("毎年3回", "", "rate 3 回 per 1年"),
    ("年間12回", "", "rate 12 回 per 1年"),
    ("月1回", "", "rate 1 回 per 1月"),
    ("毎月1回", "", "rate 1 回 per 1月"),
    ("1日3便", "", "rate 3 便 per 1日"),
    ("5年に1回", "", "rate 1 回 per 5年"),
    ("5年間で25件", "", "rate 25 件 per 5年"),
    ("隔年1回", "", "rate 1 回 per 2年"),
    ("四半期に1回", "", "rate 1 回 per 3月"),
    ("25件/5か年", "", "rate 25 件 per 5年"),
    ("2 回（隔年有）", "", "rate 2 回 per 1年 note 隔年有"),
    (
        "年6回以上(3地区)",
        "",
        "rate 6 回 per 1年 at least note 3地区",
    ),
    ("6回以上/年", "", "rate 6 回 per 1年 at least"),
    ("3回（年間）", "", "rate 3 回 per 1年"),
    ("7", "件/5年", "rate 7 件 per 5年"),
    ("7件", "件/5年", "rate 7 件 per 5年"),
    ("7人", "件/5年", "number 7 人"),
    ("年3", "回", "rate 3 回 per 1年"),
    ("約10万円/年", "", "rate 約10×10000 円 per 1年"),
    ("年2回開催", "", "rate 2 回 per 1年"),
];

const LABELLED: &[Row] = &[
    ("コスト額 10,000千円", "", "compound コスト額=10000×1000 円"),
    (
        "コスト額 約10,000千円",
        "",
        "compound コスト額=約10000×1000 円",
    ),
    ("直営戸数 168戸", "", "compound 直営戸数=168 戸"),
    (
        "民営戸数 84戸 直営戸数 84戸",
        "",
        "compound 民営戸数=84 戸; 直営戸数=84 戸",
    ),
    (
        "民営戸数 84 戸 直営戸数 84 戸",
        "",
        "compound 民営戸数=84 戸; 直営戸数=84 戸",
    ),
    (
        "民営戸数84戸、直営戸数84戸",
        "",
        "compound 民営戸数=84 戸; 直営戸数=84 戸",
    ),
    ("小 85 中 80", "%", "compound 小=85 %; 中=80 %"),
    ("小6 85% 中3 80%", "", "compound 小6=85 %; 中3=80 %"),
    (
        "男性81.2歳／女性87.0歳",
        "",
        "compound 男性=81.2 歳; 女性=87.0 歳",
    ),
    (
        "小学校：85%、中学校：80%",
        "",
        "compound 小学校=85 %; 中学校=80 %",
    ),
    ("会員数500人", "", "compound 会員数=500 人"),
    ("公式LINE登録率 50%以上", "", "at least 50 %"),
    ("講座 年3回", "", "rate 3 回 per 1年"),
    ("100点満点中80点", "", "compound 100点満点中=80 点"),
];

const STAGES: &[Row] = &[
    ("策定", "", "stage 策定"),
    ("実施済", "", "stage 実施済"),
    ("再構築", "", "stage 再構築"),
    ("未実施", "", "stage 未実施"),
    ("実施準備", "", "stage 実施準備"),
    ("実施 準備", "", "stage 実施準備"),
    ("実施", "", "stage 実施"),
    ("基礎、応用、能力開発", "", "stage 基礎|応用|能力開発"),
    ("令和8年度策定", "", "stage 令和8年度策定"),
    ("R8", "", "stage R8"),
    ("令和8年度", "", "stage 令和8年度"),
    ("2026年度", "", "stage 2026年度"),
    ("2026年", "", "stage 2026年"),
    ("2025-2029年度", "", "stage 2025-2029年度"),
    ("4月", "", "stage 4月"),
    ("第3次計画", "", "stage 第3次計画"),
    ("2次計画策定", "", "stage 2次計画策定"),
    ("24時間対応", "", "stage 24時間対応"),
    ("1人1台", "", "stage 1人1台"),
    ("1:3", "", "stage 1:3"),
    ("3-1", "", "stage 3-1"),
    ("A", "", "stage A"),
    ("○", "", "stage ○"),
    ("有", "", "stage 有"),
    ("町民の声を聞く。", "", "stage 町民の声を聞く。"),
];

const MISSING: &[Row] = &[
    ("", "人", "missing Blank"),
    (" 　", "", "missing Blank"),
    ("—", "", "missing Dash"),
    ("―", "", "missing Dash"),
    ("－", "", "missing Dash"),
    ("‐", "", "missing Dash"),
    ("-", "", "missing Dash"),
    ("…", "", "missing Dash"),
    ("ー", "", "missing Dash"),
    ("---", "", "missing Dash"),
    ("（―）", "", "missing Dash"),
    ("－％", "", "missing Dash"),
    ("－件", "件", "missing Dash"),
    ("未整備", "人", "missing NotEstablished"),
    ("未 整備", "", "missing NotEstablished"),
    ("なし", "", "missing NotEstablished"),
    ("未設定", "", "missing NotEstablished"),
    ("新規", "", "missing New"),
    ("（新規）", "", "missing New"),
    ("調査中", "", "missing Pending"),
    ("集計中", "", "missing Pending"),
    ("調査中（R8公表予定）", "", "missing Pending"),
    ("未定", "", "missing Pending"),
    ("非公表", "", "missing Withheld"),
];

const SIGNED: &[Row] = &[
    ("▲2,000", "千円", "number -2000×1000 円"),
    ("△3.5", "", "number -3.5"),
    ("△ 3.5%", "", "number -3.5 %"),
    ("−5", "", "number -5"),
    ("－5", "", "number -5"),
    ("マイナス1ポイント", "", "number -1 ポイント"),
    ("▲5%以内", "", "at most -5 %"),
];

const TWO_FIGURES: &[Row] = &[
    ("4 (21)", "", "single 4 cumulative 21"),
    ("4（21）", "件", "single 4 件 cumulative 21 件"),
    ("4件(21件)", "", "single 4 件 cumulative 21 件"),
    ("4件（累計21件）", "", "single 4 件 cumulative 21 件"),
    ("88.4%(90.2%)", "", "twofold 88.4 % = 90.2%"),
    ("21 (4)", "", "twofold 21 = 4"),
    ("85.0%(120人)", "", "twofold 85.0 % = 120人"),
    ("7.9 分 (7 分 54 秒)", "", "twofold 7.9 分 = 7分54秒"),
    ("7分54秒", "", "twofold 474 秒 = 7分54秒"),
    ("3/9", "", "twofold 3 = 3/9"),
    ("3/9校", "", "twofold 3 校 = 3/9"),
    ("3/9", "校", "twofold 3 校 = 3/9"),
    ("3/9", "%", "twofold 33.3 % = 3/9"),
    ("3/9校（33%）", "", "twofold 3 校 = 3/9"),
];

fn describe_quantity(quantity: &Quantity) -> String {
    let about = if quantity.approximate { "約" } else { "" };
    let scale = if quantity.scale == 1 {
        String::new()
    } else {
        format!("×{}", quantity.scale)
    };
    let decimals = usize::from(quantity.decimals);
    format!(
        "{about}{:.decimals$}{scale} {}",
        quantity.number, quantity.unit
    )
    .trim_end()
    .to_owned()
}

/// A value in the words of the table.
fn describe(value: &Value) -> String {
    let quantity = describe_quantity;
    let side = |bound: &Option<crate::plan::Bound>| {
        use crate::plan::Bound::{AtLeast, AtMost, LessThan, MoreThan};
        match bound {
            None => "",
            Some(AtLeast) => " at least",
            Some(AtMost) => " at most",
            Some(MoreThan) => " more than",
            Some(LessThan) => " less than",
        }
    };
    match value {
        Value::Number { quantity: figure } => format!("number {}", quantity(figure)),
        Value::Bounded {
            bound,
            quantity: figure,
        } => {
            format!("{} {}", side(&Some(*bound)).trim(), quantity(figure))
        }
        Value::Range { low, high } => format!("range {} to {}", quantity(low), quantity(high)),
        Value::Rate {
            quantity: figure,
            per,
            bound,
            note,
        } => {
            let note = if note.is_empty() {
                String::new()
            } else {
                format!(" note {note}")
            };
            format!(
                "rate {} per {}{}{}{note}",
                quantity(figure),
                per.count,
                per.unit,
                side(bound)
            )
        }
        Value::Compound { parts } => {
            let parts: Vec<_> = parts
                .iter()
                .map(|part| format!("{}={}", part.label, quantity(&part.quantity)))
                .collect();
            format!("compound {}", parts.join("; "))
        }
        Value::SingleAndCumulative { single, cumulative } => {
            format!(
                "single {} cumulative {}",
                quantity(single),
                quantity(cumulative)
            )
        }
        Value::Twofold {
            quantity: figure,
            second,
        } => format!("twofold {} = {second}", quantity(figure)),
        Value::Stage { words } => format!("stage {}", words.join("|")),
        Value::Relative { reference, bound } => format!("relative {reference}{}", side(bound)),
        Value::Missing { reason } => format!("missing {reason:?}"),
    }
}

/// Reads every row, and writes and reads its value again; tells all rows that differ.
fn check(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (text, unit, meaning) in rows {
        let value = parse_value(text, &UnitHint::of(unit));
        if describe(&value) != *meaning {
            wrong.push(format!(
                "{text:?} [{unit}] is {}, not {meaning}",
                describe(&value)
            ));
        }
        let again = parse_value(&value.write(), &UnitHint::none());
        if again != value {
            wrong.push(format!(
                "{text:?} written as {:?} is {}",
                value.write(),
                describe(&again)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_number_keeps_its_decimals_and_takes_the_unit_columns_unit() {
    check(NUMBERS);
}

#[test]
fn a_number_scale_and_unit_in_one_cell_are_taken_apart() {
    check(UNITS);
}

#[test]
fn what_stands_around_a_figure_does_not_change_it() {
    check(AROUND);
}

#[test]
fn bounds_approximations_and_ranges_are_understood() {
    check(BOUNDS);
}

#[test]
fn a_value_against_something_else_is_relative() {
    check(RELATIVE);
}

#[test]
fn a_number_per_period_is_a_rate_with_its_note() {
    check(RATES);
}

#[test]
fn labelled_figures_keep_their_labels() {
    check(LABELLED);
}

#[test]
fn words_are_stages() {
    check(STAGES);
}

#[test]
fn a_missing_value_has_its_reason() {
    check(MISSING);
}

#[test]
fn triangles_and_minus_signs_are_negative() {
    check(SIGNED);
}

#[test]
fn two_figures_for_one_thing_are_kept_both() {
    check(TWO_FIGURES);
}
