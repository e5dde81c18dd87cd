//! What a figure is counted over: `年2回`, `3回/年`, `件/5年`, `5年に1回`.

use super::scan::{skip_space, take_any, take_word};
use super::words::ACTIVITIES;
use crate::plan::{RatePeriod, fold_width};

/// The words for a period before its figure: `毎年3回`.
const BEFORE: &[(&str, (u32, &str))] = &[
    ("毎年度", (1, "年")),
    ("毎年", (1, "年")),
    ("各年度", (1, "年")),
    ("各年", (1, "年")),
    ("年間", (1, "年")),
    ("年に", (1, "年")),
    ("年", (1, "年")),
    ("毎月", (1, "月")),
    ("各月", (1, "月")),
    ("月間", (1, "月")),
    ("月に", (1, "月")),
    ("月", (1, "月")),
    ("毎週", (1, "週")),
    ("週に", (1, "週")),
    ("週", (1, "週")),
    ("毎日", (1, "日")),
    ("1日当たり", (1, "日")),
    ("1日あたり", (1, "日")),
    ("1日に", (1, "日")),
    ("1日", (1, "日")),
    ("日", (1, "日")),
    ("隔年", (2, "年")),
    ("隔月", (2, "月")),
    ("隔週", (2, "週")),
    ("四半期", (3, "月")),
    ("半期", (6, "月")),
    ("半年", (6, "月")),
];

/// The words for a period after a slash: `回/年`.
const AFTER: &[(&str, &str)] = &[
    ("年間", "年"),
    ("年度", "年"),
    ("年", "年"),
    ("か年", "年"),
    ("ヶ年", "年"),
    ("カ年", "年"),
    ("箇年", "年"),
    ("か月", "月"),
    ("ヶ月", "月"),
    ("カ月", "月"),
    ("箇月", "月"),
    ("月間", "月"),
    ("月", "月"),
    ("週間", "週"),
    ("週", "週"),
    ("日間", "日"),
    ("日", "日"),
];

/// The period in front of a figure, and what follows.
pub(super) fn take_period_before(text: &str) -> Option<(RatePeriod, &str)> {
    if let Some(((count, unit), rest)) = take_word(text, BEFORE) {
        let rest = take_any(rest, &["ごとに", "毎に", "に", "で"]).unwrap_or(rest);
        return Some((period(count, unit), rest));
    }
    let (period, rest) = take_counted(text)?;
    let rest = take_any(rest, &["ごとに", "毎に", "に", "間で", "で"])?;
    Some((period, rest))
}

/// The period behind a slash, and what follows: `/年`, `/5年`.
pub(super) fn take_period_after(text: &str) -> Option<(RatePeriod, &str)> {
    let text = skip_space(skip_space(text).strip_prefix('/')?);
    let single = take_word(text, AFTER).map(|(unit, rest)| (period(1, unit), rest));
    let (period, rest) = single
        .or_else(|| take_special(text))
        .or_else(|| take_counted(text))?;
    // 回/年齢 is no rate: a period is not the beginning of a longer word.
    ends_word(rest).then_some((period, rest))
}

/// The period a note in brackets is: `（年間）`, `（毎月）`, `（5年間の累計）`.
pub(super) fn period_of_note(note: &str) -> Option<RatePeriod> {
    let word = take_word(note, BEFORE).map(|((count, unit), rest)| (period(count, unit), rest));
    let (period, rest) = word.or_else(|| take_counted(note))?;
    let rest = take_any(rest, &["度", "の"]).unwrap_or(rest);
    ["", "累計", "合計", "計", "総数"]
        .contains(&rest)
        .then_some(period)
}

/// The period as a figure's unit ends with it: `年`, `5年`, `3か月`.
pub(super) fn write_period(period: &RatePeriod) -> String {
    match (period.count, period.unit.as_str()) {
        (1, unit) => unit.to_owned(),
        (count, "月") => [&count.to_string(), "か月"].concat(),
        (count, unit) => [&count.to_string(), unit].concat(),
    }
}

/// A unit without the period it ends with, and the period: `件/5年` is `件` per 5 years.
pub(super) fn split_period(unit: &str) -> (&str, Option<RatePeriod>) {
    let at = unit.rfind('/').unwrap_or(unit.len());
    match take_period_after(&unit[at..]) {
        Some((period, "")) => (unit[..at].trim(), Some(period)),
        _ => (unit, None),
    }
}

/// A unit without the period it ends with: `件/5年` is `件`; `g/人` and `人/10万人` stay whole.
#[must_use]
pub fn without_period(unit: &str) -> &str {
    let Some(at) = unit.rfind(['/', '／']) else {
        return unit;
    };
    match take_period_after(&fold_width(&unit[at..])) {
        Some((_, "")) => unit[..at].trim(),
        _ => unit,
    }
}

/// A counted period: `5年`, `3か月`, `10日間`.
fn take_counted(text: &str) -> Option<(RatePeriod, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let count: u32 = text[..digits]
        .parse()
        .ok()
        .filter(|count| (1..=99).contains(count))?;
    let (unit, rest) = take_word(skip_space(&text[digits..]), AFTER)?;
    Some((period(count, unit), rest))
}

fn take_special(text: &str) -> Option<(RatePeriod, &str)> {
    let words = [
        ("四半期", (3, "月")),
        ("半期", (6, "月")),
        ("半年", (6, "月")),
        ("隔年", (2, "年")),
    ];
    take_word(text, &words).map(|((count, unit), rest)| (period(count, unit), rest))
}

fn ends_word(rest: &str) -> bool {
    let beyond = ["以", "未", "超", "程度", "前後"];
    take_any(rest, &beyond).is_some()
        || take_any(rest, ACTIVITIES).is_some()
        || rest
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric() || ('ぁ'..='ん').contains(&c))
}

fn period(count: u32, unit: &str) -> RatePeriod {
    RatePeriod {
        count,
        unit: unit.to_owned(),
    }
}
