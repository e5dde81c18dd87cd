//! The rows are read, and their values written and read again; what must hold for any text is in `properties`.

#![allow(clippy::panic, clippy::unwrap_used)]

mod describe;
mod labelled_rows;
mod properties;
mod rows;

use super::{
    UnitHint, format_number, format_quantity, parse_quantity, parse_value, says_cumulative,
};
use super::{parse_unit, split_scale, unit_in_name};
use crate::plan::Value;
use describe::describe;
use rows::Row;

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
    check(rows::NUMBERS);
}

#[test]
fn a_number_scale_and_unit_in_one_cell_are_taken_apart() {
    check(rows::UNITS);
}

#[test]
fn what_stands_around_a_figure_does_not_change_it() {
    check(rows::AROUND);
}

#[test]
fn bounds_approximations_and_ranges_are_understood() {
    check(rows::BOUNDS);
}

#[test]
fn a_value_against_something_else_is_relative() {
    check(rows::RELATIVE);
}

#[test]
fn a_number_per_period_is_a_rate_with_its_note() {
    check(rows::RATES);
}

#[test]
fn labelled_figures_keep_their_labels() {
    check(labelled_rows::LABELLED);
}

#[test]
fn words_are_stages() {
    check(rows::STAGES);
}

#[test]
fn a_missing_value_has_its_reason() {
    check(rows::MISSING);
}

#[test]
fn triangles_and_minus_signs_are_negative() {
    check(rows::SIGNED);
}

#[test]
fn two_figures_for_one_thing_are_kept_both() {
    check(rows::TWO_FIGURES);
}

#[test]
fn a_quantity_is_one_figure_and_nothing_else() {
    assert_eq!(
        format_quantity(&parse_quantity("４億８千万円").unwrap()),
        "480,000,000円"
    );
    assert_eq!(
        format_quantity(&parse_quantity("66 万件").unwrap()),
        "66万件"
    );
    assert_eq!(parse_quantity("3回/年").unwrap().unit, "回/年");
    for text in ["50%以上", "5～10%", "4 (21)", "策定", "", "コスト額 5円"] {
        assert_eq!(parse_quantity(text), None, "{text}");
    }
}

#[test]
fn quantities_are_shown_with_thousands_and_their_decimals() {
    assert_eq!(format_number(1_234_567.0, 0), "1,234,567");
    assert_eq!(format_number(-1_000.0, 1), "-1,000.0");
    assert_eq!(format_number(999.95, 2), "999.95");
    assert_eq!(format_number(0.0, 0), "0");
    assert_eq!(format_quantity(&parse_quantity("▲2.0 %").unwrap()), "-2.0%");
    assert_eq!(
        format_quantity(&parse_quantity("約77826千円").unwrap()),
        "約77,826千円"
    );
}

#[test]
fn a_scale_is_taken_off_its_unit() {
    let cases = [
        ("千円", (1_000, "円")),
        ("百万円", (1_000_000, "円")),
        ("万件", (10_000, "件")),
        ("億", (100_000_000, "")),
    ];
    for (unit, expected) in cases {
        assert_eq!(split_scale(unit), expected);
    }
    for unit in ["件", "%", "", "十字路"] {
        assert_eq!(split_scale(unit), (1, unit));
    }
}

#[test]
fn a_unit_column_is_read_into_scale_and_one_spelling() {
    let cases = [
        ("千円", (1_000, "円")),
        ("（千円）", (1_000, "円")),
        ("単位：百万円", (1_000_000, "円")),
        ("％", (1, "%")),
        ("％（年度末）", (1, "%")),
        ("件／5年間", (1, "件/5年")),
        ("回 / 年度", (1, "回/年")),
        ("g/人・日", (1, "g/人・日")),
        ("－", (1, "")),
        ("令和8年度", (1, "")),
        ("", (1, "")),
    ];
    for (written, (scale, unit)) in cases {
        assert_eq!(parse_unit(written), (scale, unit.to_owned()), "{written}");
    }
}

#[test]
fn a_name_carries_its_unit_in_brackets() {
    let unit = |name: &str| unit_in_name(name);
    assert_eq!(
        unit("滞納額（町税・住宅料・住宅改良資金等）（単位：千円）").unwrap(),
        "千円"
    );
    assert_eq!(unit("経常収支比率【％】").unwrap(), "%");
    assert_eq!(unit("利用者数（人/年）").unwrap(), "人/年");
    assert_eq!(unit("寄附額［百万円］").unwrap(), "百万円");
    assert_eq!(unit("登録数（件・累計）").unwrap(), "件");
    assert_eq!(unit("登録者数（単位：人／累計）").unwrap(), "人");
    assert_eq!(unit("登録者数（累計、人）").unwrap(), "人");
    assert_eq!(
        unit("DX推進による職員数{予算人数(フルタイム勤務者)}").unwrap(),
        "人"
    );
    for name in [
        "ふるさと納税の寄附金額（累計）",
        "協働事業に参画する主体数（人材バンク含む）",
        "町公式 SNS 等",
        "（",
    ] {
        assert_eq!(unit(name), None, "{name}");
    }
}

#[test]
fn a_cell_or_name_says_when_it_is_cumulative() {
    for text in [
        "21件（累計）",
        "累 計 21件",
        "ふるさと納税寄附件数（累計）",
        "締結累計数",
    ] {
        assert!(says_cumulative(text), "{text}");
    }
    for text in ["21件", "年間合計", "統計"] {
        assert!(!says_cumulative(text), "{text}");
    }
}

#[test]
fn a_hostile_text_is_read_without_delay_and_kept_whole() {
    for piece in [
        "(", "（1", "1(", "a1", "1、", "年", "2024(", "5年に", "の", "9",
    ] {
        let text = piece.repeat(50_000);
        let Value::Stage { words } = parse_value(&text, &UnitHint::none()) else {
            panic!("{piece} is not prose");
        };
        assert_eq!(words.len(), 1);
        let _ = (parse_quantity(&text), unit_in_name(&text));
        let _ = (
            crate::plan::parse_period(&text),
            crate::plan::parse_period_range(&text),
        );
    }
}
