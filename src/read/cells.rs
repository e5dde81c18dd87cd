//! What a cell holds, told from its text alone.

mod years;

pub(super) use years::{without_years, years_in};

use crate::plan::{DOWNWARD, LEVEL, Period, UPWARD, parse_period, squash};
use std::collections::HashSet;
use std::sync::LazyLock;

const MARKS: &[char] = &[
    '●', '○', '◎', '◯', '〇', '△', '▲', '×', '✕', '☆', '★', '■', '□', '◆', '◇', '・', '✓',
];
const ORGANISATIONS: &[&str] = &[
    "課",
    "室",
    "局",
    "部",
    "係",
    "署",
    "班",
    "委員会",
    "センター",
    "事務所",
    "病院",
    "支所",
    "消防",
    "グループ",
    "会計",
];
/// Whether the cell says that there is no value: a dash, perhaps with its unit, 未定, 調査中, 新規 and the like, or nothing
/// at all.
pub(super) fn is_missing(cell: &str) -> bool {
    let text = squash(cell);
    let behind_dash = text.trim_start_matches(['-', '—', '―', '－', '‐', '–', 'ー', '─', '…']);
    text.chars().all(|c| "-—―－‐–ー─…・*/／".contains(c))
        || (behind_dash.len() < text.len() && is_unit(behind_dash))
        || [
            "未定",
            "未整備",
            "未実施",
            "未調査",
            "未設定",
            "未把握",
            "新規",
            "調査中",
            "集計中",
            "算定中",
            "検討中",
            "なし",
            "無し",
            "非公表",
            "n/a",
            "N/A",
        ]
        .contains(&text.as_str())
}

/// Whether the cell is a figure: it begins with one, apart from a sign or a word such as 約 or 年, and is not a year;
/// four digits alone may be either.
pub(super) fn is_figure(cell: &str) -> bool {
    let text = squash(cell);
    if text.starts_with('(') && !text.ends_with(')') {
        return false; // (1) in front of words
    }
    let rest = text.trim_start_matches([
        '▲', '△', '-', '+', '±', '約', '延', '(', '年', '各', '月', '毎', '計', '第', '全', '国',
    ]);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.starts_with("年度") {
        return false; // 27年度実績: no figure is counted in fiscal years
    }
    let may_be_year = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    rest.starts_with(|c: char| c.is_ascii_digit())
        && (may_be_year || !is_year(cell))
        && text.chars().count() <= 24
}

/// Whether the cell names a year and says nothing else: `R12`, `令和11年度（2029年度）`, `(R5)`, `R6末`.
pub(super) fn is_year(cell: &str) -> bool {
    parse_period(cell) != Period::Unknown && without_years(cell).is_empty()
}

/// Whether the cell can only be a year: not four digits alone, which may be a figure.
pub(super) fn is_dated(cell: &str) -> bool {
    is_year(cell) && !is_figure(cell)
}

/// Whether the cell is a mark of a schedule or a rating, and no value: ●, ○, ◎.
pub(super) fn is_mark(cell: &str) -> bool {
    let text = squash(cell);
    !text.is_empty()
        && text
            .chars()
            .all(|c| MARKS.contains(&c) || LEVEL.contains(&c))
}

/// Which way an arrow or a word points: 1 up, 0 level, -1 down.
pub(super) fn pointing(cell: &str) -> Option<i8> {
    let text = squash(cell);
    let first = text.chars().next()?;
    // +5 is a change that was, and no way to go.
    let is_change = text.chars().any(|c| c.is_ascii_digit())
        && (text.starts_with(['+', '-'])
            || text.starts_with("プラス")
            || text.starts_with("マイナス"));
    if is_change {
        return None;
    }
    let words = |list: &[&str]| list.iter().any(|word| text.starts_with(word));
    if UPWARD.contains(&first)
        || words(&[
            "増",
            "上昇",
            "向上",
            "拡大",
            "上げ",
            "高",
            "プラス",
            "+",
            "up",
            "UP",
            "Up",
        ])
    {
        Some(1)
    } else if DOWNWARD.contains(&first)
        || words(&[
            "減",
            "低下",
            "縮小",
            "抑制",
            "下降",
            "下げ",
            "低",
            "マイナス",
            "down",
            "DOWN",
            "Down",
        ])
    {
        Some(-1)
    } else if LEVEL.contains(&first) || words(&["維持", "現状維持", "横ばい", "継続"]) {
        Some(0)
    } else {
        None
    }
}

/// Which way a cell points that says nothing but a direction, as some targets do: `↗`, 増加, 現状維持.
pub(super) fn direction(cell: &str) -> Option<i8> {
    let text = squash(cell);
    let is_arrow = text
        .chars()
        .all(|c| UPWARD.contains(&c) || DOWNWARD.contains(&c) || LEVEL.contains(&c));
    let words = [
        "増加",
        "増やす",
        "減少",
        "減らす",
        "維持",
        "現状維持",
        "向上",
        "上昇",
        "低下",
        "横ばい",
        "増",
        "減",
    ];
    if is_arrow || words.contains(&text.as_str()) {
        pointing(cell)
    } else {
        None
    }
}

/// Where an arrow beside a figure or a word points (`↗ 250区画`, `50%以下（↓）`): 1 up, -1 down; none without one, and
/// where there are both.
pub(super) fn arrow_beside(cell: &str) -> Option<i8> {
    match (cell.contains(UPWARD), cell.contains(DOWNWARD)) {
        (true, false) => Some(1),
        (false, true) => Some(-1),
        _ => None,
    }
}

/// Whether the cell is a unit: `%`, `千円`, `件/5年`, `人（延べ）`.
pub(super) fn is_unit(cell: &str) -> bool {
    let text = squash(cell).to_lowercase();
    let text = text.trim_matches(['(', ')', '[', ']', '【', '】']);
    let main = text.split(['/', '(', '・']).next().unwrap_or(text);
    let main = ["延べ", "延", "のべ"]
        .iter()
        .find_map(|prefix| main.strip_prefix(prefix))
        .unwrap_or(main);
    let unscaled = ["十億", "百万", "千万", "十万", "億", "万", "千", "百"]
        .iter()
        .find_map(|scale| main.strip_prefix(scale))
        .unwrap_or(main);
    is_unit_word(unscaled) || is_unit_word(main)
}

static UNITS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("units.txt").split_whitespace().collect());

fn is_unit_word(word: &str) -> bool {
    UNITS.contains(word)
}

/// Whether the cell names who is responsible: it ends as the name of a part of the town hall.
pub(super) fn is_department(cell: &str) -> bool {
    let text = squash(cell);
    let text = text.split(['(', '【']).next().unwrap_or_default();
    text.chars().count() >= 2
        && !text.chars().any(|c| c.is_ascii_digit())
        && ORGANISATIONS
            .iter()
            .any(|organisation| text.ends_with(organisation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_told_from_a_figure() {
        for year in [
            "R12",
            "令和11年度（2029年度）",
            "(R5)",
            "R6末",
            "令和 7 年 3 月末時点",
            "2024年度",
            "Ｒ１２",
            "H30",
            "R元年度",
            "R6.3末",
            "R6.3月末",
            "R6.4.1現在",
            "2024/3/31",
        ] {
            assert!(is_year(year), "{year}");
            assert!(!is_figure(year), "{year}");
        }
        for figure in [
            "462",
            "887,129",
            "約20%",
            "年2回",
            "▲2,000",
            "2 回（隔年有）",
            "9.3",
            "5～10%",
            "（12）",
            "2024.3",
        ] {
            assert!(is_figure(figure), "{figure}");
            assert!(!is_year(figure), "{figure}");
        }
        assert!(!is_year("令和2年度 (実績)"));
    }

    #[test]
    fn units_are_told_from_words() {
        for unit in [
            "%",
            "％",
            "千円",
            "件/5年",
            "延件",
            "人（延べ）",
            "百万円",
            "t-CO2",
            "箇所",
        ] {
            assert!(is_unit(unit), "{unit}");
        }
        for word in ["ふるさと納税", "策定", "462", "", "全課"] {
            assert!(!is_unit(word), "{word}");
        }
    }

    #[test]
    fn a_target_points_by_the_arrow_beside_it_and_a_change_points_nowhere() {
        assert_eq!(arrow_beside("↗ 250区画"), Some(1));
        assert_eq!(arrow_beside("50%以下（↓）"), Some(-1));
        assert_eq!(arrow_beside("250区画"), None);
        assert_eq!(pointing("＋5"), None);
        assert_eq!(pointing("+"), Some(1));
    }

    #[test]
    fn arrows_and_words_point() {
        assert_eq!(pointing("↗"), Some(1));
        assert_eq!(pointing("減少を目指す"), Some(-1));
        assert_eq!(pointing("維持"), Some(0));
        assert_eq!(pointing("策定"), None);
        assert_eq!(arrow_beside("↗ 250区画"), Some(1));
        assert_eq!(arrow_beside("50%以下（↓）"), Some(-1));
        assert_eq!(arrow_beside("250区画"), None);
    }
}
