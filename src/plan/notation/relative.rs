//! Values against something outside the cell: `類似団体平均以下`, `前年度比増`, `20%削減`, `全国1位`.

use super::figure::whole_figure;
use super::scan::{normalise, take_any, without_brackets};
use super::words::{BOUNDS, CHANGES, DOWNWARD, LESS, LEVEL, MORE, STEADY, TENDENCY, UPWARD};
use crate::plan::{Bound, Value, squash};

/// What values are measured against.
#[rustfmt::skip]
const REFERENCES: &[&str] = &[
    "平均", "中央値", "前年度", "前年", "昨年度", "昨年", "前回", "前期", "基準年度", "基準年", "基準値",
    "基準", "現状値", "現状", "現況値", "現況", "現在", "現行", "当初", "類似団体", "同規模", "全国", "目標値",
    "同期",
];

/// What stands between a reference and a figure measured against it.
#[rustfmt::skip]
const CONNECTIVES: &[&str] = &[
    "比", "の", "より", "に比べ", "に対し", "以上", "以下", "未満", "超", "を超", "を上回", "を下回", "+", "±",
];

/// Words for less that do not say how far: nothing is told by them of a baseline's level.
#[rustfmt::skip]
const LESS_UNTOLD: &[&str] = &["抑制", "抑制する", "半減", "半減する", "なくす", "無くす"];

/// The value of a text that is measured against something outside it; none for anything else.
pub(super) fn relative(text: &str) -> Option<Value> {
    let text = squash(&normalise(&without_brackets(text)));
    if let Some(figure) = text.strip_suffix("に近づける") {
        let zero = whole_figure(figure).is_some_and(|figure| figure.quantity.number == 0.0);
        return zero.then(|| value("", Some(Bound::LessThan)));
    }
    if text.contains(|c: char| c.is_ascii_digit()) {
        return difference(&text)
            .or_else(|| against_reference(&text))
            .or_else(|| rank(&text));
    }
    steady(&text)
        .or_else(|| trend(&text))
        .or_else(|| bounded(&text))
}

/// A difference from what was: `20%削減`, `前年度比5%増`; but `500人に増加` is a figure.
fn difference(text: &str) -> Option<Value> {
    let figure = CHANGES
        .iter()
        .find_map(|change| text.strip_suffix(change))?;
    let reached = figure.ends_with(['に', 'へ', 'と', 'で']);
    let figure = figure.trim_end_matches(['の', 'を', 'が']);
    let ends_in_figure = figure
        .char_indices()
        .any(|(at, c)| c.is_ascii_digit() && whole_figure(&figure[at..]).is_some());
    (ends_in_figure && !reached).then(|| value(text, None))
}

/// A reference, and a figure measured against it: `県平均の110%以下`, `現状値の2倍`.
fn against_reference(text: &str) -> Option<Value> {
    let refers = REFERENCES.iter().any(|reference| {
        text.match_indices(reference).any(|(at, _)| {
            let after = &text[at + reference.len()..];
            let after = after.strip_prefix('値').unwrap_or(after);
            take_any(after, CONNECTIVES).is_some()
        })
    });
    if !refers {
        return None;
    }
    Some(bounded(text).unwrap_or_else(|| value(text, None)))
}

/// A place in an order that others share: `全国1位`, `県内3位以内`.
fn rank(text: &str) -> Option<Value> {
    let at = text
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| *at > 0)?;
    let figure = whole_figure(&text[at..])?;
    if figure.quantity.unit != "位" {
        return None;
    }
    Some(bounded(text).unwrap_or_else(|| value(text, None)))
}

/// `現状維持`, `前年度並み`, `維持`.
fn steady(text: &str) -> Option<Value> {
    let before = STEADY.iter().find_map(|word| text.strip_suffix(word))?;
    let refers = REFERENCES
        .iter()
        .any(|reference| before.contains(reference));
    let alone = before.is_empty() && text != "程度" && text != "並";
    (alone || refers).then(|| value(text, None))
}

/// `前年度比増`, `基準年度よりも増加`, `減少`, `↗`.
fn trend(text: &str) -> Option<Value> {
    let mut signs = text.chars();
    if let (Some(sign), None) = (signs.next(), signs.next()) {
        match sign {
            sign if UPWARD.contains(&sign) => return Some(value("", Some(Bound::MoreThan))),
            sign if DOWNWARD.contains(&sign) => return Some(value("", Some(Bound::LessThan))),
            sign if LEVEL.contains(&sign) => return Some(value("維持", None)),
            _ => (),
        }
    }
    let text = TENDENCY
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    let more = MORE.iter().map(|word| (word, Bound::MoreThan));
    let less = LESS.iter().chain(LESS_UNTOLD);
    let less = less.map(|word| (word, Bound::LessThan));
    more.chain(less).find_map(|(word, bound)| {
        let before = text.strip_suffix(word)?;
        if before.is_empty() {
            return (word.chars().count() > 1).then(|| value("", Some(bound)));
        }
        if let (Bound::MoreThan, Some(reference)) = (bound, before.strip_suffix("を上回る")) {
            return Some(value(reference, Some(bound)));
        }
        let connectives = [
            "よりも",
            "より",
            "比で",
            "比",
            "に比べて",
            "に比べ",
            "に対して",
            "から",
            "を",
        ];
        let reference = connectives
            .iter()
            .find_map(|connective| before.strip_suffix(connective));
        let reference = reference.or_else(|| REFERENCES.contains(&before).then_some(before))?;
        // 増加を抑制 is a change of a change: it may still grow.
        let of_change = MORE
            .iter()
            .chain(LESS)
            .any(|word| reference.ends_with(word));
        (!reference.is_empty() && !of_change).then(|| value(reference, Some(bound)))
    })
}

/// `類似団体平均以下`, `前年度を上回る`.
fn bounded(text: &str) -> Option<Value> {
    BOUNDS.iter().find_map(|(word, bound)| {
        let reference = text.strip_suffix(word)?;
        let reference = reference.trim_end_matches("より");
        (!reference.is_empty()).then(|| value(reference, Some(*bound)))
    })
}

fn value(reference: &str, bound: Option<Bound>) -> Value {
    Value::Relative {
        reference: reference.to_owned(),
        bound,
    }
}
