//! The numbers that headings carry: 第1章, 施策2-1, Ⅲ, 1, 1-2, (1), 1), ①, ア.

mod scan;

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
    /// （ア）
    BracketedKana,
    /// A piece of a breadcrumb (結ぶ 2 ▶ ① …): how far from the left, from 0.
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

    /// Whether it numbers what is aimed at (目標１), as lines above pasted tables do too.
    #[must_use]
    pub fn is_of_aim(&self) -> bool {
        matches!(&self.style, Style::Word(word) if scan::TOUCHING.split_whitespace().any(|it| it == word))
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

/// Where a level word stands from the top down (編 before 章 before 節); none for other styles.
#[must_use]
pub fn rank(style: &Style) -> Option<usize> {
    match style {
        Style::Word(word) => scan::AFTER_ORDINAL.iter().position(|known| known == word),
        _ => None,
    }
}

/// The number at the start of a text and the title behind it (empty when the number stands alone); none when the
/// text does not begin with a heading's number.
#[must_use]
pub fn leading(text: &str) -> Option<(Numeral, &str)> {
    let text = text.trim();
    let folded: Vec<char> = fold_width(text).chars().collect();
    let (style, value, length) = scan::number(&folded)?;
    let end = text
        .char_indices()
        .nth(length)
        .map_or(text.len(), |(index, _)| index);
    let written = text[..end].trim_end().to_owned();
    let title = text[end..].trim_start_matches(scan::is_after_number);
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
