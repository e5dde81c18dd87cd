//! What belongs to the page and not to the plan: page numbers, running heads, tables of contents.

use super::line::Block;
use super::vocabulary;
use super::{bullet, number};
use crate::plan::{fold_width, squash};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How often a line stands alone before it counts as a running head.
const RUNNING: usize = 3;
/// Running heads name the plan; badges and other short lines that repeat do not.
const NAMES_A_PLAN: [&str; 6] = ["計画", "プラン", "戦略", "大綱", "ビジョン", "方針"];
const LONGEST_HEAD: usize = 40;

/// The lines (without spaces) that stand on page after page.
#[must_use]
pub fn running_heads(blocks: &[Block]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for block in blocks {
        if let Block::Text(line) = block {
            let text = line.text.as_str();
            let plain = number::leading(text).is_none()
                && bullet::strip(text).is_none()
                && vocabulary::part_of(text).is_none()
                && !text.contains('。')
                && text.chars().count() <= LONGEST_HEAD
                && NAMES_A_PLAN.iter().any(|word| text.contains(word));
            if plain {
                *counts.entry(squash(text)).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count >= RUNNING)
        .map(|(text, _)| text)
        .collect()
}

/// How many blocks a table of contents can have.
const LONGEST_CONTENTS: usize = 300;

/// The lines of the table of contents: from 目次 to where its first entry comes again as a heading. None where there is
/// no such table, or its first entry is worded otherwise in the text.
#[must_use]
pub fn contents(blocks: &[Block]) -> Option<Range<u32>> {
    let texts = blocks.iter().map(|block| match block {
        Block::Text(line) => (line.number, line.text.as_str()),
        Block::Table(rows) => rows
            .first()
            .map_or((0, ""), |row| (row.number, row.text.as_str())),
    });
    let mut texts =
        texts.skip_while(|(_, text)| vocabulary::part_of(text) != Some(vocabulary::Part::Contents));
    let (first, _) = texts.next()?;
    let (_, entry) = texts.next()?;
    let title = without_page(entry);
    number::leading(&title)?;
    let again = texts
        .take(LONGEST_CONTENTS)
        .take_while(|(_, text)| !text.contains('。'))
        .find(|(_, text)| squash(text) == squash(&title))?;
    Some(first + 1..again.0)
}

/// An entry without its leaders and its page.
fn without_page(entry: &str) -> String {
    let folded = fold_width(entry);
    let leaders = |c: char| c.is_whitespace() || ".…‥・･_-─".contains(c);
    let title = folded
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    if title.len() < folded.trim_end().len() && title.ends_with(leaders) {
        title.trim_end_matches(leaders).to_owned()
    } else {
        folded
    }
}

/// A line with nothing but a page's number: `12`, `- 12 -`, `P.12`.
#[must_use]
pub fn is_page_number(text: &str) -> bool {
    let squashed = squash(text);
    let page = squashed
        .trim_matches(|c: char| matches!(c, '-' | '―' | '－' | 'P' | 'p' | '.' | 'ー' | '─'));
    !page.is_empty() && page.len() <= 4 && page.chars().all(|c| c.is_ascii_digit())
}

/// A line of a table of contents: a title, dots, and a page's number.
#[must_use]
pub fn is_of_contents(text: &str) -> bool {
    let folded = fold_width(text);
    let title = folded
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = title.chars().rev().filter(|c| !c.is_whitespace());
    let dots = dots.take_while(|c| matches!(c, '.' | '…' | '‥' | '・' | '･' | '_' | '-' | '─'));
    let needed = if title.trim_end().ends_with(['…', '‥']) {
        1
    } else {
        3
    };
    title.len() < folded.trim_end().len() && dots.count() >= needed
}

/// A line below 目次: anything that ends with a page's number.
#[must_use]
pub fn ends_with_page(text: &str) -> bool {
    let folded = fold_width(text);
    let title = folded
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    title.len() < folded.trim_end().len() && title.ends_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_page_are_known() {
        for text in ["12", "- 3 -", "Ｐ．１０"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in [
            "第1章 総論 ......... 3",
            "1 人口…………12",
            "２　産業　・・・・・・　１５",
        ] {
            assert!(is_of_contents(text), "{text}");
        }
        for text in [
            "第1章 総論 3",
            "令和5年度",
            "などがあります...",
            "人口 1,234",
        ] {
            assert!(!is_of_contents(text) && !is_page_number(text), "{text}");
        }
        assert!(ends_with_page("第1章 総論 3"));
    }

    #[test]
    fn contents_end_where_their_first_entry_comes_again() {
        let of = |text: &str| contents(&super::super::line::blocks(text, &mut Vec::new()));
        let text = "目　次\n\n第１編　序論\n第１章　趣旨 ････ 2\n\n第１編　序論\n第１章　趣旨\n";
        assert_eq!(of(text), Some(2..6));
        assert_eq!(
            of("目次\n\n第１編　序論\n\n町は進めます。\n\n第１編　序論\n"),
            None
        );
        assert_eq!(of("第１編　序論\n\n第１編　序論\n"), None);
    }
}
