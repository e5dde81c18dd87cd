//! Indicators in one line: from a baseline by an arrow to a target, or two figures that say what they are.

use super::bullet;
use crate::read::cells;
use crate::read::labelled::{self, Figures};

/// A line that leads from one figure to another.
pub struct Arrow<'a> {
    /// What is measured.
    pub name: &'a str,
    /// The baseline.
    pub from: &'a str,
    /// The target.
    pub to: &'a str,
    /// Whether a colon parts the name from the figures, or both figures say what they are.
    is_parted: bool,
}

impl Arrow<'_> {
    /// Whether it can be nothing but an indicator: `転入者数：715人 → 950人`, `新規創業件数: ― → 10件`.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let is_value = |text: &str| cells::is_figure(text) || cells::is_missing(text);
        self.is_parted && !self.from.is_empty() && is_value(self.from) && cells::is_figure(self.to)
    }
}

/// Whether a line is an indicator from its baseline to its target, wherever it stands.
#[must_use]
pub fn is_arrow_indicator(text: &str) -> bool {
    dated(text).is_some() || arrow(text).is_some_and(|arrow| arrow.is_plain())
}

/// A name and its figures, which say of which years they are: `収支率 現況値（R4）：23.8％ ⇒ 目標値（R10）：25.0％`.
#[must_use]
pub fn dated(text: &str) -> Option<Figures<'_>> {
    let figures = labelled::figures(bullet::strip(text).unwrap_or(text))?;
    (!figures.name.is_empty() && figures.parts.len() > 1 && figures.say_years()).then_some(figures)
}

/// Longer lines (in bytes) are prose.
const LONGEST_LINE: usize = 600;

/// A line taken apart at its arrow and behind its name: at its last colon, else at the last space in front of which there is
/// no figure. Times (9:30) are no figures of an indicator.
#[must_use]
pub fn arrow(text: &str) -> Option<Arrow<'_>> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let text = bullet::strip(text).unwrap_or(text);
    let Some((left, to)) = text.split_once(['→', '⇒', '➡', '➔', '⇨']) else {
        return labelled_pair(text);
    };
    let (left, to) = (left.trim(), to.trim());
    if has_time(left) || has_time(to) {
        return None;
    }
    let colon = left.rmatch_indices(['：', ':']).next();
    let space = || {
        let mut spaces = left.rmatch_indices(char::is_whitespace);
        spaces.find(|(at, _)| !has_digit(&left[..*at]))
    };
    let (at, separator) = colon.or_else(|| space().filter(|_| has_digit(left)))?;
    let (mut name, mut from) = (left[..at].trim(), left[at + separator.len()..].trim());
    if let Some((before, _)) = before_word(name, &OF_FIGURE) {
        (name, from) = (before, left[before.len()..].trim_matches(is_gap));
    }
    let of_baseline = before_word(name, &OF_BASELINE).map(|(before, _)| before);
    let of_target = behind_label(to, &OF_TARGET);
    has_digit(to).then(|| Arrow {
        name: of_baseline.unwrap_or(name),
        from,
        to: of_target.unwrap_or(to),
        is_parted: colon.is_some() || (of_baseline.is_some() && of_target.is_some()),
    })
}

/// A name and one figure: `受講者数　延べ 60人（R6 累計）`, `創業の件数：20件`.
#[must_use]
pub fn name_and_figure(text: &str) -> Option<(&str, &str)> {
    let mut ends = text.rmatch_indices(is_gap);
    let (at, _) = ends.find(|(at, _)| !has_digit(&text[..*at]))?;
    let mut name = text[..at].trim_matches(is_gap);
    if let Some((before, _)) = before_word(name, &OF_FIGURE) {
        name = before;
    }
    let figure = text[name.len()..].trim_matches(is_gap);
    let counted = OF_FIGURE.iter().find_map(|word| figure.strip_prefix(word));
    let is_figure = cells::is_figure(counted.unwrap_or(figure).trim());
    (is_figure && !name.is_empty() && !text.contains('。')).then_some((name, figure))
}

/// What a figure calls itself in such a line.
const OF_BASELINE: [&str; 8] = [
    "現状値",
    "基準値",
    "現況値",
    "現状",
    "現況",
    "基準",
    "策定時",
    "当初値",
];
const OF_TARGET: [&str; 3] = ["目標値", "数値目標", "目標"];
/// Words that belong to the figure behind them.
const OF_FIGURE: [&str; 8] = ["年間", "毎年", "各年", "月間", "延べ", "のべ", "累計", "約"];

/// Spaces, colons and commas between a name, a label and a figure.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || matches!(character, ':' | '：' | '、' | '，')
}

/// The text in front of the last word, where that is one of `words`, and the text from that word on.
fn before_word<'a>(text: &'a str, words: &[&str]) -> Option<(&'a str, &'a str)> {
    let text = text.trim_end_matches(is_gap);
    let at = words.iter().find_map(|word| {
        let before = text.strip_suffix(word)?;
        (before.ends_with(is_gap) && before.contains(|c| !is_gap(c))).then_some(before.len())
    })?;
    Some((text[..at].trim_end_matches(is_gap), &text[at..]))
}

/// The text behind a target's own label: `目標値 160人` is `160人`.
fn behind_label<'a>(text: &'a str, labels: &[&str]) -> Option<&'a str> {
    let rest = labels.iter().find_map(|label| text.strip_prefix(label))?;
    let figure = rest.trim_start_matches(is_gap);
    (figure.len() < rest.len() || figure.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(figure)
}

/// A line without an arrow whose two figures say what they are: `参加者数：現状値 120人（R5） 目標値 150人（R10）`.
fn labelled_pair(text: &str) -> Option<Arrow<'_>> {
    let at = OF_TARGET.iter().find_map(|label| {
        let spaced = |at: &usize| *at > 0 && text[..*at].ends_with(is_gap);
        text.rmatch_indices(label).map(|(at, _)| at).find(spaced)
    })?;
    let to = behind_label(&text[at..], &OF_TARGET)?.trim();
    let labels = OF_BASELINE.iter().filter_map(|label| {
        let (at, _) = text[..at].match_indices(label).find(|(at, _)| {
            text[..*at].ends_with(is_gap) && text[..*at].contains(|c| !is_gap(c))
        })?;
        Some((at, behind_label(&text[at..], &[label])?))
    });
    let (name_end, rest) = labels.min_by_key(|(at, _)| *at)?;
    let from = &rest[..rest.len().checked_sub(text.len() - at)?];
    let from = from.trim_matches(is_gap);
    let name = text[..name_end].trim_end_matches(is_gap);
    (cells::is_figure(from) && cells::is_figure(to) && !name.contains('。')).then_some(Arrow {
        name,
        from,
        to,
        is_parted: true,
    })
}

/// Whether a colon stands between digits.
fn has_time(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.match_indices(':')
        .any(|(at, _)| text[..at].ends_with(is_digit) && text[at + 1..].starts_with(is_digit))
}

fn has_digit(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_between_figures_behind_a_colon_is_an_indicator_anywhere() {
        for text in [
            "① 新規就農者数:1.4人/年 → 4組/年",
            "・転入者数：715人→950人",
            "婚姻率：5.5‰(平成 25 年)→5.9‰(平成 31 年)",
            "新規創業件数: ― → 10件",
            "優良品の認証数: ― 件/年 → 10件/年",
            "いちご生産額：2億396万円 ⇒ 4億3,000万円",
            "○社会増減　現状値 △120人（H30）→ 目標値 △60人（R6）",
            "・参加者数：現状値 120人（R5） 目標値 150人（R10）",
        ] {
            assert!(is_arrow_indicator(text), "{text}");
        }
        for text in [
            "開館時間 9:00 → 10:00",
            "窓口を3か所 → 2か所にまとめる",
            "順序：受付 → 審査 → 2階で交付",
            "新規就農者数：増加 → 維持",
            "来年の目標 3件",
            "・現状値 120人、目標値 150人です。",
        ] {
            assert!(!is_arrow_indicator(text), "{text}");
        }
    }

    #[test]
    fn what_figures_in_a_line_call_themselves_is_no_part_of_name_or_figure() {
        for (text, parts) in [
            (
                "○社会増減　現状値 △120人（H30）→ 目標値 △60人（R6）",
                ["社会増減", "△120人（H30）", "△60人（R6）"],
            ),
            (
                "○転入者数　基準値：120人（H30）⇒ 目標値：160人（R6）",
                ["転入者数", "120人（H30）", "160人（R6）"],
            ),
            (
                "講座の参加者数　年間 120人 ⇒ 年間 160人",
                ["講座の参加者数", "年間 120人", "年間 160人"],
            ),
            (
                "・参加者数：現状値 120人（R5） 目標値 150人（R10）",
                ["参加者数", "120人（R5）", "150人（R10）"],
            ),
            ("目標値の数：1件 → 2件", ["目標値の数", "1件", "2件"]),
        ] {
            let read = arrow(text).map(|arrow| [arrow.name, arrow.from, arrow.to]);
            assert_eq!(read, Some(parts), "{text}");
        }
    }
}
