//! Units: behind a figure, in a unit column, in a name.

use super::amount::take_scale;
use super::rate::{split_period, take_period_after, write_period};
use super::scan::{is_bracket, skip_space, take_any, take_bracket, without_brackets};
use super::words::{
    ABOUT_AFTER, ACTIVITIES, BOUNDS, CHANGES, NOT_UNIT_ENDS, NOT_UNIT_STARTS, missing_reason,
};
use crate::plan::{Period, parse_period, squash};

/// A unit of a plan is never longer; what is longer is a phrase.
const MAX_CHARACTERS: usize = 12;

/// Units that names carry in brackets without saying 単位. Elsewhere any word behind a figure is its unit.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "%", "‰", "ポイント", "pt", "円", "人", "名", "件", "回", "箇所", "か所", "カ所", "ヶ所", "ヵ所", "ケ所",
    "戸", "世帯", "棟", "団体", "組織", "主体", "社", "事業所", "事業者", "事業", "経営体", "店舗", "施設",
    "校", "園", "学級", "クラス", "地区", "区", "自治会", "町内会", "集落", "市町村", "か国", "本", "台", "基",
    "枚", "冊", "部", "点", "頭", "羽", "匹", "隻", "艇", "床", "席", "組", "歳", "年", "か月", "ヶ月", "日",
    "時間", "分", "秒", "泊", "人日", "人泊", "延件", "延人", "延べ人", "延べ件", "種類", "品目", "講座",
    "教室", "路線", "便", "位", "倍", "割", "m", "km", "㎡", "m2", "㎥", "m3", "ha", "t", "kg",
];

/// The unit behind a figure, as the slice of text it is, and what follows; empty where there is none. None when
/// what stands there is a word that makes the figure something else (`2次計画`).
pub(super) fn take_unit(text: &str) -> Option<(&str, &str)> {
    if text.starts_with('【')
        && let Some((inside, rest)) = take_bracket(text)
    {
        return is_unit_text(inside).then_some((inside, rest));
    }
    let spaced = skip_space(text);
    let mut end = plain_length(spaced);
    end = end.min(first_of(
        &spaced[..end],
        BOUNDS.iter().map(|(word, _)| *word),
    ));
    end = end.min(first_of(&spaced[..end], ABOUT_AFTER.iter().copied()));
    end = without_activity(&spaced[..end]);
    if let Some(end) = with_denominator(spaced, end) {
        return Some(spaced.split_at(end));
    }
    let unit = &spaced[..end];
    if unit.is_empty() {
        return Some(("", text));
    }
    is_counted(unit).then(|| spaced.split_at(end))
}

/// The unit as a unit column or heading writes it, taken apart: its scale, and the unit with its period in the one
/// spelling that quantities carry. `千円` is (1,000, `円`), `％（年度末）` is (1, `%`), `件／5年間` is (1, `件/5年`);
/// (1, empty) for dashes and phrases.
#[must_use]
pub fn parse_unit(written: &str) -> (u64, String) {
    let squashed = squash(written);
    let bare = without_brackets(&squashed);
    // A unit that is all brackets, （千円）, is the unit inside them.
    let unit = if bare.is_empty() {
        squashed.trim_matches(is_bracket)
    } else {
        &bare
    };
    let unit = unit
        .strip_prefix("単位")
        .unwrap_or(unit)
        .trim_start_matches(':');
    let (scale, unit) = split_scale(unit);
    let (base, period) = split_period(unit);
    let is_unit = is_unit_text(base) || (base.is_empty() && period.is_some());
    if is_unit && split_period(base).1.is_none() {
        (scale, one_spelling(unit))
    } else {
        (1, String::new())
    }
}

/// A unit taken apart into its scale and the unit proper: `千円` is (1,000, `円`).
#[must_use]
pub fn split_scale(unit: &str) -> (u64, &str) {
    take_scale(unit).unwrap_or((1, unit))
}

/// The unit in the one spelling that figures carry: its period short (`件/5年間` as `件/5年`), `パーセント` as `%`.
pub(super) fn one_spelling(unit: &str) -> String {
    let (base, period) = split_period(unit);
    let base = if base == "パーセント" { "%" } else { base };
    match period {
        Some(period) => [base, "/", &write_period(&period)].concat(),
        None => base.to_owned(),
    }
}

/// The unit a name carries: `（単位：千円）`, `【％】`; `{予算人数(フルタイム勤務者)}` counts 人. None when it carries none.
#[must_use]
pub fn unit_in_name(name: &str) -> Option<String> {
    let name = squash(name);
    if name.len() > super::MAX_BYTES {
        return None;
    }
    let mut rest = name.as_str();
    while let Some(character) = rest.chars().next() {
        if let Some((inside, after)) = take_bracket(rest) {
            if let Some(unit) = unit_in_bracket(inside) {
                return Some(unit);
            }
            rest = after;
        } else {
            rest = &rest[character.len_utf8()..];
        }
    }
    None
}

fn unit_in_bracket(inside: &str) -> Option<String> {
    let inside = &without_kind_of_count(inside);
    if let Some((_, unit)) = inside.split_once("単位") {
        let unit = unit.trim_start_matches([':', '=', '・']);
        let unit = unit.split(['、', ',', ')', ';']).next().unwrap_or(unit);
        return is_unit_text(unit).then(|| unit.to_owned());
    }
    if is_known(inside) {
        return Some(inside.to_owned());
    }
    let counted = without_brackets(inside);
    ["人", "件", "回", "戸"]
        .iter()
        .find(|unit| {
            counted
                .strip_suffix('数')
                .is_some_and(|rest| rest.ends_with(*unit))
        })
        .map(|unit| (*unit).to_owned())
}

/// What a bracket says without how it is counted: `件・累計` is 件, `累計、人` 人.
fn without_kind_of_count(inside: &str) -> String {
    let kinds = [
        "累計",
        "累積",
        "通算",
        "単年",
        "単年度",
        "年間",
        "延べ",
        "合計",
        "年度末",
    ];
    let pieces = inside.split(['・', '、', ',', '/']);
    let is_kind = |piece: &&str| kinds.contains(&piece.trim());
    let units: Vec<&str> = pieces.clone().filter(|piece| !is_kind(piece)).collect();
    match units.as_slice() {
        [unit] if pieces.count() > 1 => unit.trim().to_owned(),
        _ => inside.to_owned(),
    }
}

/// Whether a text is one of the field's units, with its scale and period: `千円`, `件/年`.
pub(super) fn is_known(unit: &str) -> bool {
    KNOWN.contains(&split_period(split_scale(unit).1).0)
}

/// Whether a text can be a unit at all: not empty, not a figure, a year, a dash or a word for a missing value.
fn is_unit_text(unit: &str) -> bool {
    !unit.is_empty()
        && unit.chars().count() <= 2 * MAX_CHARACTERS
        && !unit.starts_with(|c: char| c.is_ascii_digit() || ".,".contains(c))
        && !unit.contains(':')
        && !unit.contains(is_bracket)
        && missing_reason(unit).is_none()
        && parse_period(unit) == Period::Unknown
}

/// How many bytes at the start can belong to a unit.
fn plain_length(text: &str) -> usize {
    if text.starts_with('%') {
        return if text.starts_with("%ポイント") {
            "%ポイント".len()
        } else {
            1
        };
    }
    let mut before = None;
    for (at, character) in text.char_indices() {
        let next = text[at + character.len_utf8()..].chars().next();
        if !belongs(before, character, next) {
            return at;
        }
        before = Some(character);
    }
    text.len()
}

/// Whether a character can stand in a unit, by its neighbours. Hiragana ends a unit but in か所 and つ.
fn belongs(before: Option<char>, character: char, next: Option<char>) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    match character {
        'か' => before.is_none() && next.is_some_and(|c| "所国月年村町店校".contains(c)),
        'つ' => before.is_none(),
        'ぁ'..='ゖ' => false,
        '2' | '3' => latin(before) && !next.is_some_and(|c| c.is_ascii_digit()),
        '-' => latin(before) && latin(next),
        '‰' | '℃' | '°' | '²' | '³' | '\u{3300}'..='\u{33ff}' => true,
        // A long vowel sign that follows no katakana is a dash.
        'ー' => before.is_some_and(|c| ('ァ'..='ヿ').contains(&c)),
        other => other.is_alphabetic(),
    }
}

/// The end of a unit with a denominator that is not a period: `g/人・日`, `人/10万人`.
fn with_denominator(text: &str, end: usize) -> Option<usize> {
    let denominator = text[end..].strip_prefix('/')?;
    let border = BOUNDS.iter().map(|(word, _)| *word);
    let border = first_of(denominator, border.chain(ABOUT_AFTER.iter().copied()));
    let denominator = &denominator[..border];
    if take_period_after(&text[end..]).is_some() {
        return None;
    }
    let digits = denominator.bytes().take_while(u8::is_ascii_digit).count();
    // 位/19市 is no unit: what is counted over is one, ten, a hundred and so on.
    let is_round = denominator[..digits].trim_end_matches('0') == "1";
    if digits > 0 && (end == 0 || !is_round) {
        return None;
    }
    let mut length = digits;
    loop {
        let more = plain_length(&denominator[length..]);
        length += more;
        match denominator[length..].strip_prefix('・') {
            Some(rest) if more > 0 && plain_length(rest) > 0 => length += '・'.len_utf8(),
            _ => break,
        }
    }
    let rest = &text[end + 1 + length..];
    let is_label = rest
        .trim_start_matches([' ', ':'])
        .starts_with(|c: char| c.is_ascii_digit());
    (length > digits && !is_label).then_some(end + 1 + length)
}

/// Whether a word behind a figure is what it counts.
fn is_counted(unit: &str) -> bool {
    let is_time = unit.starts_with("月間") || unit.starts_with("番組");
    unit.chars().count() <= MAX_CHARACTERS
        && is_unit_text(unit)
        && (is_time || take_any(unit, NOT_UNIT_STARTS).is_none())
        && unit != "時"
        && !NOT_UNIT_ENDS
            .iter()
            .chain(CHANGES)
            .any(|end| unit.ends_with(end))
}

fn first_of<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> usize {
    // Most units are shorter than any of the words, and looking for a word costs more than its length.
    words
        .filter(|word| word.len() <= text.len())
        .filter_map(|word| text.find(word))
        .min()
        .unwrap_or(text.len())
}

/// The length without the word for what is done (`回実施` is 回), unless that is all there is.
fn without_activity(unit: &str) -> usize {
    ACTIVITIES
        .iter()
        .filter_map(|activity| unit.strip_suffix(activity))
        .map(str::len)
        .filter(|length| *length > 0)
        .min()
        .unwrap_or(unit.len())
}
