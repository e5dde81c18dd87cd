//! Responsibility cells: 総務課・まちづくり課, 総務財政課 全 課, 全課【総務課】.

use crate::plan::squash;
use crate::read::indicator_table::RESPONSIBLE;

/// How the names of units end.
const ENDINGS: [&str; 19] = [
    "課",
    "室",
    "局",
    "部",
    "係",
    "院",
    "所",
    "館",
    "会",
    "校",
    "署",
    "班",
    "園",
    "庁",
    "センター",
    "グループ",
    "チーム",
    "担当",
    "各課等",
];

/// The units that a cell names, as written but without the spaces inside a name. Units stand apart by spaces or by
/// ・ 、 , ／; a piece that is no unit by itself (危機管理・防災課, 全 課) belongs to what follows.
#[must_use]
pub fn split(cell: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut begun = String::new();
    for (piece, separator) in pieces(cell) {
        begun.push_str(&squash(piece));
        let spaced = separator.is_none_or(char::is_whitespace);
        let whole = is_unit(&begun) || (spaced && begun.chars().count() > LONGEST_FRAGMENT);
        if whole {
            units.push(std::mem::take(&mut begun));
        } else if let Some(separator) = separator.filter(|c| !c.is_whitespace()) {
            begun.push(separator);
        }
    }
    if !begun.is_empty() {
        units.push(begun);
    }
    units
        .into_iter()
        .map(|unit| unit.trim_matches(is_separator).to_owned())
        .filter(|unit| !unit.is_empty())
        .collect()
}

/// Whether every name in a cell is a unit's.
#[must_use]
pub fn is_departments(cell: &str) -> bool {
    let units = split(cell);
    !units.is_empty()
        && units
            .iter()
            .all(|unit| is_unit(unit) && unit.chars().count() <= LONGEST_UNIT)
}

/// A text without the closing brackets at its end that nothing in it opens: `農林課】` of 【担当：農林課】.
#[must_use]
pub fn without_rim(text: &str) -> &str {
    const RIMS: [(char, char); 5] = [
        ('【', '】'),
        ('（', '）'),
        ('(', ')'),
        ('［', '］'),
        ('[', ']'),
    ];
    let count = |text: &str, sign: char| text.chars().filter(|c| *c == sign).count();
    let mut rest = text.trim_end();
    while let Some((_, close)) = RIMS
        .iter()
        .find(|(open, close)| rest.ends_with(*close) && count(rest, *close) > count(rest, *open))
    {
        rest = rest[..rest.len() - close.len_utf8()].trim_end();
    }
    rest
}

/// A name and the units that stand in brackets at the right end of its line: `講座の充実　　（生涯学習課）`. Without a gap
/// between them round brackets may belong to the name (図書館の整備（中央図書館）), unless they hold units of an office.
#[must_use]
pub fn behind_name(text: &str) -> Option<(&str, Vec<String>)> {
    let inside = text.strip_suffix(['）', ')', '】', '］', ']'])?;
    let open = inside.rfind(['（', '(', '【', '［', '['])?;
    let bracket = text[open..].chars().next()?;
    let (name, units) = (&text[..open], &inside[open + bracket.len_utf8()..]);
    let (is_labelled, units) = match behind_label(units) {
        Some(units) => (true, units),
        None => (false, units),
    };
    let is_round = matches!(bracket, '（' | '(');
    let is_apart = name.ends_with(char::is_whitespace)
        || is_labelled
        || !is_round
        || split(units).iter().all(|unit| is_of_office(unit));
    (is_apart && !name.trim().is_empty() && is_departments(units))
        .then(|| (name.trim_end(), split(units)))
}

/// The units behind the word for who is responsible: `担当：福祉課`.
fn behind_label(text: &str) -> Option<&str> {
    let (label, units) = text.split_once(['：', ':', ' ', '\u{3000}'])?;
    RESPONSIBLE
        .contains(&squash(label).as_str())
        .then_some(units.trim())
}

/// Whether a name can be nothing but a unit of an office; a 館 or 室 may be a place.
fn is_of_office(unit: &str) -> bool {
    let places = [
        "本部",
        "支部",
        "一部",
        "全部",
        "内部",
        "外部",
        "郵便局",
        "薬局",
    ];
    unit.ends_with(['課', '局', '部', '係']) && !places.iter().any(|place| unit.ends_with(place))
}

/// Whether a cell names units, some of which may be known by a name of their own (みほん高原ハイツ).
#[must_use]
pub fn names_departments(cell: &str) -> bool {
    let units = split(cell);
    let short = |unit: &String| unit.chars().count() <= LONGEST_UNIT && !unit.contains('。');
    units.iter().any(|unit| is_unit(unit)) && units.iter().all(short)
}

/// Spaced-out pieces up to this many characters are parts of a word: 全 課, 施設 所管課.
const LONGEST_FRAGMENT: usize = 3;
/// Longer texts are sentences that end like a unit.
const LONGEST_UNIT: usize = 20;

/// Whether a name ends like a unit's, a lead in brackets behind it left aside; the ending alone is none.
fn is_unit(name: &str) -> bool {
    let brackets = [('【', '】'), ('(', ')'), ('（', '）')];
    let bracketed = brackets
        .into_iter()
        .find(|(_, close)| name.ends_with(*close));
    let core = bracketed.map_or(Some(name), |(open, _)| {
        name.find(open).map(|at| &name[..at])
    });
    core.is_some_and(|core| {
        ENDINGS
            .iter()
            .any(|ending| core.ends_with(ending) && core.len() > ending.len())
    })
}

/// The pieces between separators outside brackets, each with the separator behind it.
fn pieces(cell: &str) -> Vec<(&str, Option<char>)> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_i32);
    for (index, character) in cell.char_indices() {
        match character {
            '【' | '(' | '（' => depth += 1,
            '】' | ')' | '）' => depth -= 1,
            _ if depth <= 0 && is_separator(character) => {
                pieces.push((&cell[start..index], Some(character)));
                start = index + character.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push((&cell[start..], None));
    pieces.retain(|(piece, _)| !piece.trim().is_empty());
    pieces
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '・' | '、' | ',' | '，' | '／' | '/' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_come_apart_at_every_separator() {
        for (cell, units) in [
            ("総務課・まちづくり課", vec!["総務課", "まちづくり課"]),
            (
                "総務財政課 くらし安心課",
                vec!["総務財政課", "くらし安心課"],
            ),
            ("総務財政課 全 課", vec!["総務財政課", "全課"]),
            ("総務財政課 施設 所管課", vec!["総務財政課", "施設所管課"]),
            ("全課【総務課】", vec!["全課【総務課】"]),
            (
                "総務課、危機管理・防災課",
                vec!["総務課", "危機管理・防災課"],
            ),
            (
                "総務課 保健福祉課 ハイツ施設",
                vec!["総務課", "保健福祉課", "ハイツ施設"],
            ),
            (
                "みほん高原ハイツ 総務課",
                vec!["みほん高原ハイツ", "総務課"],
            ),
            ("国保病院", vec!["国保病院"]),
            ("", vec![]),
        ] {
            assert_eq!(split(cell), units, "{cell}");
        }
    }

    #[test]
    fn units_in_brackets_behind_a_name_are_no_part_of_it() {
        for (text, name, unit) in [
            ("講座の充実　（生涯学習課）", "講座の充実", "生涯学習課"),
            ("相談の充実【福祉課】", "相談の充実", "福祉課"),
            ("見守り（新規）（福祉課）", "見守り（新規）", "福祉課"),
            ("訪問　【担当：福祉課】", "訪問", "福祉課"),
            ("展示の工夫【中央図書館】", "展示の工夫", "中央図書館"),
        ] {
            assert_eq!(
                behind_name(text),
                Some((name, vec![unit.to_owned()])),
                "{text}"
            );
        }
        for text in [
            "図書館の整備（中央図書館）",
            "訓練（災害対策本部）",
            "手当（一部）",
        ] {
            assert_eq!(behind_name(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_of_measures_is_no_list_of_units() {
        assert!(is_departments("総務課・国保病院"));
        assert!(!is_departments("自治会との連携、集落支援員の活用"));
        assert!(!is_departments("図書館の充実、公民館(※1)の活用"));
        assert!(!is_departments(""));
    }
}
