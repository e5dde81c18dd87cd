//! What is written as a change of the baseline: `現状維持`, `基準値以上`, `20%削減`, `現状値の2倍`, `増加`.

use super::figure::whole_figure;
use super::scan::{normalise, without_brackets};
use super::words::{BOUNDS, DOWNWARD, LESS, LEVEL, MORE, STEADY, TENDENCY, UPWARD};
use crate::plan::{Bound, Quantity, squash};

/// Where a change leads from a baseline.
#[derive(Clone, Debug, PartialEq)]
pub enum FromBaseline {
    /// To the baseline's level or, with a side, to that side of it.
    Level(Option<Bound>),
    /// To so many times the baseline: 0.8 for `20%削減`.
    Times(f64),
    /// To so much more than the baseline, or less: −3 人 for `3人減`.
    Plus(Quantity),
}

/// What a plan calls its baseline. 前年度 and 全国 are none of it.
#[rustfmt::skip]
const BASELINE: &[&str] = &[
    "現状値", "現状", "現況値", "現況", "現在値", "現在", "現行", "基準年度", "基準年", "基準値", "基準", "当初値", "当初",
    "策定時",
];

/// What stands between it and the change, longer words first.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "よりも", "より", "に比べて", "に比べ", "に対して", "に対し", "比で", "比", "から", "の", "と", "を", "",
];

/// Reads a text as a change of the baseline; none where it is anything else, names another thing to be held against
/// (前年度, 全国平均), or does not say how far to go from it (抑制, 改善).
#[must_use]
pub fn from_baseline(text: &str) -> Option<FromBaseline> {
    let text = squash(&normalise(&without_brackets(text)));
    let change = BASELINE
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .and_then(|rest| BETWEEN.iter().find_map(|word| rest.strip_prefix(word)))
        .unwrap_or(&text);
    let is_named = change.len() < text.len();
    let change = TENDENCY
        .iter()
        .find_map(|end| change.strip_suffix(end))
        .unwrap_or(change);
    let arrow = change
        .chars()
        .next()
        .filter(|_| change.chars().count() == 1);
    let is_arrow = |signs: &[char]| arrow.is_some_and(|arrow| signs.contains(&arrow));
    if is_arrow(LEVEL) || STEADY.contains(&change) || (is_named && change.is_empty()) {
        return Some(FromBaseline::Level(None));
    }
    if is_arrow(UPWARD) || is_arrow(DOWNWARD) {
        let bound = if is_arrow(UPWARD) {
            Bound::MoreThan
        } else {
            Bound::LessThan
        };
        return Some(FromBaseline::Level(Some(bound)));
    }
    match change {
        "半減" | "半減する" | "半減させる" => return Some(FromBaseline::Times(0.5)),
        "倍増" | "倍増する" | "倍増させる" => return Some(FromBaseline::Times(2.0)),
        _ => (),
    }
    let bound = BOUNDS
        .iter()
        .find(|(word, _)| word.strip_prefix('を').unwrap_or(word) == change);
    if let Some((_, bound)) = bound.filter(|_| is_named) {
        return Some(FromBaseline::Level(Some(*bound)));
    }
    if let Some(times) = is_named.then(|| times(change)).flatten() {
        return Some(FromBaseline::Times(times));
    }
    let by = |words: &[&str]| words.iter().find_map(|word| change.strip_suffix(word));
    let (amount, sign, bound) = match (by(MORE), by(LESS)) {
        (Some(amount), None) => (amount, 1.0, Bound::MoreThan),
        (None, Some(amount)) => (amount, -1.0, Bound::LessThan),
        _ => return None,
    };
    if amount.is_empty() {
        let is_word = is_named || change.chars().count() > 1 || !"増減".contains(change);
        return is_word.then_some(FromBaseline::Level(Some(bound)));
    }
    changed_by(amount.trim_end_matches(['の', 'を', 'が']), sign)
}

/// `2倍`.
fn times(text: &str) -> Option<f64> {
    let quantity = whole_figure(text)?.quantity;
    let is_plain = quantity.unit == "倍" && quantity.scale == 1 && quantity.number > 0.0;
    is_plain.then_some(quantity.number)
}

/// `20%` or `3人` up or down.
fn changed_by(amount: &str, sign: f64) -> Option<FromBaseline> {
    let mut quantity = whole_figure(amount)?.quantity;
    let share = quantity.number / 100.0;
    match quantity.unit.as_str() {
        "%" if sign > 0.0 || share <= 1.0 => Some(FromBaseline::Times(1.0 + sign * share)),
        "%" => None,
        "ポイント" | "pt" => {
            quantity.unit.clear();
            quantity.number *= sign;
            Some(FromBaseline::Plus(quantity))
        }
        _ => {
            quantity.number *= sign;
            Some(FromBaseline::Plus(quantity))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_the_baselines() {
        for text in [
            "現状維持",
            "維持",
            "同水準",
            "現状値",
            "基準値と同程度",
            "→",
            "➔",
        ] {
            assert_eq!(
                from_baseline(text),
                Some(FromBaseline::Level(None)),
                "{text}"
            );
        }
        for (text, bound) in [
            ("基準値以上", Bound::AtLeast),
            ("現状値以下", Bound::AtMost),
            ("増加", Bound::MoreThan),
            ("基準年度よりも増加", Bound::MoreThan),
            ("現状値を上回る", Bound::MoreThan),
            ("⇧", Bound::MoreThan),
            ("↘", Bound::LessThan),
            ("現状より縮小", Bound::LessThan),
            ("減少傾向へ", Bound::LessThan),
            ("現状より減少", Bound::LessThan),
        ] {
            let level = FromBaseline::Level(Some(bound));
            assert_eq!(from_baseline(text), Some(level), "{text}");
        }
    }

    #[test]
    fn a_share_is_one_of_the_baseline() {
        for (text, times) in [
            ("20%削減", 0.8),
            ("現状値から10％増加", 1.1),
            ("現状値の2倍", 2.0),
            ("半減", 0.5),
        ] {
            assert_eq!(
                from_baseline(text),
                Some(FromBaseline::Times(times)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_difference_keeps_its_unit_but_points_have_none() {
        for (text, number, unit) in [
            ("3人減", -3.0, "人"),
            ("100件増加", 100.0, "件"),
            ("現状値より5ポイント向上", 5.0, ""),
        ] {
            let Some(FromBaseline::Plus(quantity)) = from_baseline(text) else {
                panic!("{text}");
            };
            assert_eq!(
                (quantity.number, quantity.unit.as_str()),
                (number, unit),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_held_against_something_else_is_no_change_of_the_baseline() {
        for text in [
            "",
            "前年度以上",
            "前年度比5%増",
            "前年度並み",
            "類似団体平均以下",
            "全国1位",
            "増加を抑制",
            "抑制",
            "2013年度比20%削減",
            "500人",
            "120%削減",
            "増",
            "以上",
        ] {
            assert_eq!(from_baseline(text), None, "{text}");
        }
    }
}
