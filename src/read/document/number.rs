//! The numbers that headings carry: 第1章, 施策2-1, Ⅲ, 1, 1-2, (1), 1), ①, ア.

use crate::plan::fold_width;

/// How a heading is numbered. Headings of one style stand at one level of the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// A word of the hierarchy and a number: 第1編, 第2章, 施策3.
    Word(String),
    /// Ⅲ, III.
    Roman,
    /// 1, １．
    Digit,
    /// 1-2, 1.2.3: the number of numbers in the chain.
    Chain(usize),
    /// (1), ⑴.
    Bracketed,
    /// 1)
    Closed,
    /// ①
    Circled,
    /// ア
    Kana,
    /// A piece of a breadcrumb (紡ぐ 6 ▶ ① …): how far from the left, from 0.
    Trail(usize),
    /// No number: known by its title alone. The text is the heading of the column it stands in, where it has one.
    Named(String),
}

/// A heading's number: as written, and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// How it is numbered.
    pub style: Style,
    /// The number; the last one of a chain, 0 for a heading without a number.
    pub value: u32,
    /// The number as written: `第1章`, `(2)`.
    pub written: String,
}

impl Numeral {
    /// The place of a heading without a number.
    #[must_use]
    pub fn none(column: &str) -> Self {
        Self {
            style: Style::Named(column.to_owned()),
            value: 0,
            written: String::new(),
        }
    }

    /// What the town calls this level, where the number says it: 章.
    #[must_use]
    pub fn level(&self) -> &str {
        match &self.style {
            Style::Word(word) | Style::Named(word) => word,
            _ => "",
        }
    }
}

/// The words of the hierarchy that follow 第N, from the top down.
const AFTER_ORDINAL: [&str; 6] = ["編", "部", "章", "節", "項", "款"];

/// The words of the hierarchy that a number follows.
const BEFORE_NUMBER: [&str; 18] = [
    "基本目標",
    "政策目標",
    "施策目標",
    "重点目標",
    "基本方針",
    "基本政策",
    "基本施策",
    "個別施策",
    "単位施策",
    "主要施策",
    "重点施策",
    "推進項目",
    "重点項目",
    "基本項目",
    "取組項目",
    "政策",
    "施策",
    "分野",
];

/// Where a level word stands from the top down (編 before 章 before 節); none for other styles.
#[must_use]
pub fn rank(style: &Style) -> Option<usize> {
    match style {
        Style::Word(word) => AFTER_ORDINAL.iter().position(|known| known == word),
        _ => None,
    }
}

/// The number at the start of a text and the title behind it (empty when the number stands alone); none when the
/// text does not begin with a heading's number.
#[must_use]
pub fn leading(text: &str) -> Option<(Numeral, &str)> {
    let text = text.trim();
    let folded: Vec<char> = fold_width(text).chars().collect();
    let found = [sign, bracketed, ordinal, worded, roman, digits, kana]
        .iter()
        .find_map(|read| read(&folded))?;
    let (style, value, length) = found;
    let end = text
        .char_indices()
        .nth(length)
        .map_or(text.len(), |(index, _)| index);
    let written = text[..end].trim_end().to_owned();
    let title = text[end..].trim_start_matches(is_after_number);
    Some((
        Numeral {
            style,
            value,
            written,
        },
        title,
    ))
}

/// The headings that one text runs together (`① A (1) B`): each number with its title. Empty when the text does
/// not begin with a number.
#[must_use]
pub fn run_together(text: &str) -> Vec<(Numeral, String)> {
    let mut headings = Vec::new();
    let mut rest = text.trim();
    while let Some((numeral, title)) = leading(rest) {
        let next = next_heading(title);
        headings.push((numeral, title[..next].trim_end().to_owned()));
        rest = &title[next..];
    }
    headings
}

/// Where in a title the next heading begins: at a circled or bracketed number, at the start or after a space.
fn next_heading(title: &str) -> usize {
    let mut spaced = true;
    for (index, character) in title.char_indices() {
        if spaced
            && leading(&title[index..])
                .is_some_and(|(next, _)| matches!(next.style, Style::Circled | Style::Bracketed))
        {
            return index;
        }
        spaced = character.is_whitespace();
    }
    title.len()
}

type Found = Option<(Style, u32, usize)>;

fn sign(text: &[char]) -> Found {
    let code = u32::from(*text.first()?);
    let (style, value) = match code {
        0x2460..=0x2473 => (Style::Circled, code - 0x245F),
        0x3251..=0x325F => (Style::Circled, code - 0x3251 + 21),
        0x2776..=0x277F => (Style::Circled, code - 0x2775),
        0x2474..=0x2487 => (Style::Bracketed, code - 0x2473),
        _ => return None,
    };
    Some((style, value, 1))
}

fn bracketed(text: &[char]) -> Found {
    let open = usize::from(text.first() == Some(&'('));
    let (value, length) = number_at(text, open)?;
    let close = open + length;
    if text.get(close) != Some(&')') {
        return None;
    }
    let style = if open == 1 {
        Style::Bracketed
    } else {
        Style::Closed
    };
    Some((style, value, close + 1))
}

fn ordinal(text: &[char]) -> Found {
    if text.first() != Some(&'第') {
        return None;
    }
    let start = skip_spaces(text, 1);
    let (value, length) = number_at(text, start).or_else(|| kanji_number_at(text, start))?;
    let after = skip_spaces(text, start + length);
    let word = AFTER_ORDINAL
        .iter()
        .find(|word| starts_with(text, after, word))?;
    Some((Style::Word((*word).to_owned()), value, after + 1))
}

fn worded(text: &[char]) -> Found {
    let word = BEFORE_NUMBER
        .iter()
        .find(|word| starts_with(text, 0, word))?;
    let start = skip_spaces(text, word.chars().count());
    let (value, numbers, end) = chain_at(text, start).or_else(|| {
        let (_, value, length) = sign(&text[start..]).or_else(|| roman(&text[start..]))?;
        Some((value, 1, start + length))
    })?;
    let closed = text
        .get(end)
        .is_none_or(|&c| is_after_number(c) || is_opening(c));
    let level = if numbers > 1 {
        format!("{word}{}", "-".repeat(numbers - 1))
    } else {
        (*word).to_owned()
    };
    closed.then_some((Style::Word(level), value, end))
}

fn roman(text: &[char]) -> Found {
    let first = *text.first()?;
    if let 0x2160..=0x216B = u32::from(first) {
        return Some((Style::Roman, u32::from(first) - 0x215F, 1));
    }
    let letters: String = text
        .iter()
        .take_while(|c| matches!(c, 'I' | 'V' | 'X'))
        .collect();
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let value = numerals.iter().position(|numeral| *numeral == letters)? + 1;
    let closed = text.get(letters.len()).is_none_or(|&c| is_after_number(c));
    closed.then_some((Style::Roman, u32::try_from(value).ok()?, letters.len()))
}

fn digits(text: &[char]) -> Found {
    let (value, numbers, end) = chain_at(text, 0)?;
    let closed = text.get(end).is_none_or(|&c| is_after_number(c));
    let style = if numbers > 1 {
        Style::Chain(numbers)
    } else {
        Style::Digit
    };
    closed.then_some((style, value, end))
}

fn kana(text: &[char]) -> Found {
    const ORDER: &str = "アイウエオカキクケコサシスセソタチツテト";
    let value = ORDER
        .chars()
        .position(|known| Some(&known) == text.first())?
        + 1;
    let closed = text.get(1).is_some_and(|&c| is_after_number(c) || c == ')');
    closed.then_some((Style::Kana, u32::try_from(value).ok()?, 1))
}

/// Numbers joined by hyphens or points: the last number, how many there are, and the index behind them.
fn chain_at(text: &[char], start: usize) -> Option<(u32, usize, usize)> {
    let (mut value, length) = number_at(text, start)?;
    let (mut numbers, mut end) = (1, start + length);
    while matches!(text.get(end), Some('-' | '.' | '－' | '―')) {
        let Some((next, length)) = number_at(text, end + 1) else {
            break;
        };
        (value, numbers, end) = (next, numbers + 1, end + 1 + length);
    }
    Some((value, numbers, end))
}

/// One or two digits, from 1 on, and their length.
fn number_at(text: &[char], start: usize) -> Option<(u32, usize)> {
    let digits: String = text
        .get(start..)?
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    let value = digits.parse().ok()?;
    (digits.len() <= 2 && value > 0).then_some((value, digits.len()))
}

/// 一 to 十九, and their length.
fn kanji_number_at(text: &[char], start: usize) -> Option<(u32, usize)> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |index: usize| {
        let value = DIGITS
            .chars()
            .position(|known| Some(&known) == text.get(index))?;
        u32::try_from(value + 1).ok()
    };
    if text.get(start) == Some(&'十') {
        return Some(digit(start + 1).map_or((10, 1), |ones| (10 + ones, 2)));
    }
    digit(start).map(|value| (value, 1))
}

fn starts_with(text: &[char], start: usize, word: &str) -> bool {
    word.chars()
        .enumerate()
        .all(|(offset, c)| text.get(start + offset) == Some(&c))
}

fn skip_spaces(text: &[char], start: usize) -> usize {
    start
        + text
            .iter()
            .skip(start)
            .take_while(|c| c.is_whitespace())
            .count()
}

/// What may stand between a heading's number and its title.
fn is_after_number(character: char) -> bool {
    character.is_whitespace() || matches!(character, '.' | '．' | '、' | ':' | '：')
}

fn is_opening(character: char) -> bool {
    matches!(character, '「' | '【' | '『' | '〈' | '《')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> (Style, u32, &str) {
        let (numeral, title) = leading(text).unwrap();
        (numeral.style, numeral.value, title)
    }

    #[test]
    fn every_way_of_numbering_a_heading_is_understood() {
        let word = |word: &str| Style::Word(word.to_owned());
        assert_eq!(read("第8編 協働"), (word("編"), 8, "協働"));
        assert_eq!(read("第１章　住民"), (word("章"), 1, "住民"));
        assert_eq!(read("第十二節 A"), (word("節"), 12, "A"));
        assert_eq!(read("施策３ A"), (word("施策"), 3, "A"));
        assert_eq!(read("施策1-2 A"), (word("施策-"), 2, "A"));
        assert_eq!(read("基本目標Ⅱ：A"), (word("基本目標"), 2, "A"));
        assert_eq!(read("Ⅲ"), (Style::Roman, 3, ""));
        assert_eq!(read("II 効果"), (Style::Roman, 2, "効果"));
        assert_eq!(read("１．A"), (Style::Digit, 1, "A"));
        assert_eq!(read("1-1 A"), (Style::Chain(2), 1, "A"));
        assert_eq!(read("（２）A"), (Style::Bracketed, 2, "A"));
        assert_eq!(read("⑶A"), (Style::Bracketed, 3, "A"));
        assert_eq!(read("4) A"), (Style::Closed, 4, "A"));
        assert_eq!(read("⑤A"), (Style::Circled, 5, "A"));
        assert_eq!(read("ウ A"), (Style::Kana, 3, "A"));
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        for text in [
            "(仮称) 検討",
            "第2期計画",
            "5歳児健診",
            "2024年度",
            "IT化",
            "100 人",
            "アイヌ",
            "目標値",
            "",
        ] {
            assert!(leading(text).is_none(), "{text}");
        }
    }

    #[test]
    fn headings_run_together_in_one_cell_come_apart() {
        let headings = run_together("① A・B (1) C（ICT）の D");
        let titles: Vec<&str> = headings.iter().map(|(_, title)| title.as_str()).collect();
        assert_eq!(titles, ["A・B", "C（ICT）の D"]);
        assert_eq!(run_together("(4) ②E F").len(), 2);
        assert!(run_together("A ① B").is_empty());
    }
}
