//! Footnotes that explain a term, and where they are cited.

use crate::plan::{GlossaryEntry, Id, fold_width, squash};

/// A footnote: its mark, and the term where the footnote itself says it.
#[derive(Debug, PartialEq, Eq)]
pub struct Footnote {
    /// `34`
    pub mark: String,
    /// Empty when only the citation knows it.
    pub term: String,
    /// What it means.
    pub explanation: String,
}

/// One place that cites a mark.
#[derive(Debug)]
pub struct Citation {
    mark: String,
    term: String,
    section: Option<Id>,
}

/// A line that explains a term: `※34 …`, `※ 8 用語…説明`, `- ＊1 用語：説明`, `注2) 用語とは説明`.
#[must_use]
pub fn parse(text: &str) -> Option<Footnote> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '・'));
    let text = text.trim_start_matches(['(', '（', '【']);
    let rest = text.strip_prefix(['※', '＊', '*', '注'])?.trim_start();
    let (mark, rest) = digits(rest)?;
    let body = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ')' | '）' | ':' | '：' | '.' | '．' | '】')
    });
    if body.is_empty() {
        return None;
    }
    let (term, explanation) = defined(body).unwrap_or(("", body));
    Some(Footnote {
        mark,
        term: term.to_owned(),
        explanation: explanation.to_owned(),
    })
}

/// The most characters a term has; a separator further on belongs to the explanation.
const LONGEST_TERM: usize = 40;

/// A term and what explains it, where a sign or とは separates them: `用語…説明`, `用語：説明`, `用語とは、説明`.
#[must_use]
pub fn defined(body: &str) -> Option<(&str, &str)> {
    let separators = ["……", "…", "：", ":", "とは、", "とは"];
    let (at, separator) = separators
        .iter()
        .filter_map(|separator| Some((body.find(separator)?, *separator)))
        .min_by_key(|&(at, _)| at)?;
    let (term, explanation) = (
        body[..at].trim(),
        body[at + separator.len()..].trim_start_matches(is_separator),
    );
    let plausible = !term.is_empty()
        && term.chars().count() <= LONGEST_TERM
        && !term.contains(['。', '、'])
        && !explanation.is_empty();
    plausible.then_some((term, explanation))
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '…' | '：' | ':' | '、')
}

/// Every citation in a text: a mark inside it, with the term in front: `SNS※34等`, `窓口【※8】`, `AI(※2)・RPA(※3)`.
pub fn cite(text: &str, section: Option<&Id>, citations: &mut Vec<Citation>) {
    for (at, sign) in text.match_indices('※') {
        let before = text[..at].trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | '（' | '【' | '[' | '「')
        });
        if let (Some((mark, _)), false) = (
            digits(text[at + sign.len()..].trim_start()),
            before.is_empty(),
        ) {
            citations.push(Citation {
                mark,
                term: term_before(before),
                section: section.cloned(),
            });
        }
    }
}

/// A name without the marks that cite footnotes: `DX(※1)の推進` is DXの推進. Without spaces, to be compared.
#[must_use]
pub fn without_citations(name: &str) -> String {
    let squashed = squash(name);
    let mut text = String::new();
    let mut rest = squashed.as_str();
    while let Some(at) = rest.find('※') {
        let (before, behind) = (&rest[..at], &rest[at + '※'.len_utf8()..]);
        text.push_str(before.trim_end_matches(['(', '【', '[']));
        rest = behind
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start_matches([')', '】', ']']);
    }
    text + rest
}

/// Fills in what only the citations know: missing terms, and the sections that cite each entry.
pub fn tie(entries: &mut [GlossaryEntry], citations: &[Citation]) {
    for entry in entries {
        for citation in citations
            .iter()
            .filter(|citation| citation.mark == entry.mark)
        {
            if entry.term.is_empty() {
                entry.term.clone_from(&citation.term);
            }
            if let Some(section) = citation
                .section
                .as_ref()
                .filter(|section| !entry.cited_in.contains(section))
            {
                entry.cited_in.push(section.clone());
            }
        }
    }
}

/// The word that ends a text: what a closing 」 quotes, the Latin letters, or katakana and kanji with the hiragana
/// between and before them (みほん電子申請), back to a sign, a particle or the end of a verb (活用するマイナポータル).
fn term_before(text: &str) -> String {
    if let Some(quoted) = text.strip_suffix('」') {
        return quoted.rsplit('「').next().unwrap_or(quoted).to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let back_while = |end: usize, is: fn(char) -> bool| {
        end - characters[..end]
            .iter()
            .rev()
            .take_while(|&&c| is(c))
            .count()
    };
    let end = characters.len();
    let latin = back_while(end, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '+')
    });
    if latin < end {
        return characters[latin..].iter().collect();
    }
    let mut start = back_while(end, is_hiragana);
    loop {
        start = back_while(start, |c| {
            c.is_ascii_alphanumeric() || is_katakana(c) || is_kanji(c)
        });
        let hiragana = back_while(start, is_hiragana);
        if hiragana == start || "のはがをにとでやもへるたいなうくす".contains(characters[start - 1])
        {
            return characters[start..].iter().collect();
        }
        start = hiragana;
    }
}

fn digits(text: &str) -> Option<(String, &str)> {
    let folded = fold_width(text);
    let mark: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let length = text
        .char_indices()
        .nth(mark.len())
        .map_or(text.len(), |(index, _)| index);
    (1..=3)
        .contains(&mark.len())
        .then(|| (mark, &text[length..]))
}

fn is_katakana(character: char) -> bool {
    matches!(character, 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '々')
}

fn is_hiragana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_footnote_says_its_mark_and_its_term_if_it_has_one() {
        for (text, mark, term) in [
            ("※34 「A B」の略称です。", "34", ""),
            (" ※ ３５ 政府のものです。", "35", ""),
            (
                "- ※8 書かない窓口…届け出を助けるもの：便利です。",
                "8",
                "書かない窓口",
            ),
            ("※1 DX(デジタル化): よくすること", "1", "DX(デジタル化)"),
            (
                "注2) カーボンニュートラルとは、つり合うこと。",
                "2",
                "カーボンニュートラル",
            ),
        ] {
            let footnote = parse(text).unwrap();
            assert_eq!(
                (footnote.mark.as_str(), footnote.term.as_str()),
                (mark, term),
                "{text}"
            );
        }
        for text in ["※実施年度中「●」は完了", "※", "※12", "2 章", "注意する"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_compared_without_their_citations() {
        assert_eq!(without_citations("DX(※1)の推進とAI【※2】"), "DXの推進とAI");
        assert_eq!(without_citations("A※3 B"), "AB");
    }

    #[test]
    fn a_citation_knows_the_word_in_front_of_it() {
        for (text, term) in [
            ("広報では、SNS※34等を", "SNS"),
            ("デザインやCMS※38の", "CMS"),
            ("みほん電子申請システム※36を", "みほん電子申請システム"),
            ("業務のテレワーク※5", "テレワーク"),
            ("活用するマイナポータル※5", "マイナポータル"),
            ("方には、みほん読みあげ隊※ 4が", "みほん読みあげ隊"),
            ("「書かない窓口」※8", "書かない窓口"),
            ("生成AI【※9】など", "AI"),
            ("DX(※1)の推進", "DX"),
        ] {
            let mut citations = Vec::new();
            cite(text, None, &mut citations);
            assert_eq!(citations[0].term, term, "{text}");
        }
    }
}
