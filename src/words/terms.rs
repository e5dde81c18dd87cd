//! Terms that the plan's own footnotes explain, found in its texts.

use crate::plan::GlossaryEntry;

/// A run of text, or a term with the place of its explanation in the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Plain text.
    Text(String),
    /// A term and the index of its entry.
    Term(String, usize),
}

/// The text in runs. Of terms that begin at the same place the longest is taken, and each term is marked where it
/// stands first only: a page full of marks explains nothing. Where the text cites a footnote (`SNS※34`, `公民館(※1)`), the
/// term is marked with its citation, and a citation whose term stands elsewhere for itself.
#[must_use]
pub fn runs(text: &str, glossary: &[GlossaryEntry]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut used = vec![false; glossary.len()];
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let found = glossary
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((index, marked(rest, entry, used[index])?)))
            .max_by_key(|(_, length)| *length);
        match found {
            Some((index, length)) => {
                used[index] = true;
                if !plain.is_empty() {
                    runs.push(Run::Text(std::mem::take(&mut plain)));
                }
                runs.push(Run::Term(rest[..length].to_owned(), index));
                rest = &rest[length..];
            }
            None => {
                plain.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    if !plain.is_empty() {
        runs.push(Run::Text(plain));
    }
    runs
}

/// How much of the text's beginning is an entry's term, its citation or both; none when it is neither.
fn marked(text: &str, entry: &GlossaryEntry, used: bool) -> Option<usize> {
    // A footnote gives its term with the reading or the long form in brackets: `DX(デジタルトランスフォーメーション)`.
    let short = entry.term.split(['(', '（']).next().unwrap_or_default();
    let whole = entry.term.as_str();
    let term = if text.starts_with(whole) {
        whole
    } else {
        short.trim_end()
    };
    let behind = text.strip_prefix(term).filter(|_| !term.is_empty());
    match behind.map(|behind| (behind, citation(behind, &entry.mark))) {
        Some((_, Some(length))) => Some(term.len() + length),
        Some((_, None)) if !used => Some(term.len()),
        _ => citation(text, &entry.mark),
    }
}

/// The length of a citation of a mark at the text's beginning: `※34`, `※ 35`, `(※1)`, `【※8】`.
fn citation(text: &str, mark: &str) -> Option<usize> {
    let brackets = [('(', ')'), ('（', '）'), ('【', '】'), ('[', ']')];
    let bracket = brackets.iter().find(|(open, _)| text.starts_with(*open));
    let inside = bracket.map_or(text, |(open, _)| &text[open.len_utf8()..]);
    let inside = inside.trim_start_matches(' ').strip_prefix(['※', '＊'])?;
    let rest = inside.trim_start_matches(' ');
    let digits = rest.find(|c: char| !c.is_ascii_digit());
    let digits = &rest[..digits.unwrap_or(rest.len())];
    if mark.is_empty() || digits != mark {
        return None;
    }
    let behind = &rest[digits.len()..];
    let end = match bracket {
        Some((_, close)) => behind.trim_start_matches(' ').strip_prefix(*close)?,
        None => behind,
    };
    Some(text.len() - end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(terms: &[&str]) -> Vec<GlossaryEntry> {
        let entry = |term: &&str| GlossaryEntry {
            term: (*term).to_owned(),
            ..GlossaryEntry::default()
        };
        terms.iter().map(entry).collect()
    }

    #[test]
    fn the_longest_term_is_marked_and_only_where_it_stands_first() {
        let runs = runs(
            "協働のまちづくりと協働",
            &glossary(&["協働", "協働のまちづくり"]),
        );
        let text = |text: &str| Run::Text(text.to_owned());
        let term = |text: &str, index| Run::Term(text.to_owned(), index);
        assert_eq!(
            runs,
            [term("協働のまちづくり", 1), text("と"), term("協働", 0)]
        );
    }

    #[test]
    fn a_term_is_marked_with_its_citation_wherever_it_is_cited() {
        let entry = |mark: &str, term: &str| GlossaryEntry {
            mark: mark.to_owned(),
            term: term.to_owned(),
            ..GlossaryEntry::default()
        };
        let glossary = [entry("3", "SNS"), entry("34", "公民館"), entry("5", "")];
        let cited = |text: &str| -> Vec<(String, usize)> {
            let runs = runs(text, &glossary).into_iter();
            let terms = runs.filter_map(|run| match run {
                Run::Term(term, index) => Some((term, index)),
                Run::Text(_) => None,
            });
            terms.collect()
        };
        let term = |text: &str, index: usize| (text.to_owned(), index);
        assert_eq!(
            cited("SNS※3等、公民館(※34)の"),
            [term("SNS※3", 0), term("公民館(※34)", 1)]
        );
        let long = [entry("1", "DX(デジタル化)")];
        assert_eq!(
            runs("DX(※1)の", &long),
            [
                Run::Term("DX(※1)".to_owned(), 0),
                Run::Text("の".to_owned())
            ]
        );
        assert_eq!(cited("SNSとSNS※ 3"), [term("SNS", 0), term("SNS※ 3", 0)]);
        assert_eq!(
            cited("窓口【※5】と※34"),
            [term("【※5】", 2), term("※34", 1)]
        );
        assert_eq!(cited("※345と(※3と※"), [term("※3", 0)]);
    }

    #[test]
    fn an_entry_without_a_term_marks_nothing() {
        assert_eq!(
            runs("まち", &glossary(&[""])),
            [Run::Text("まち".to_owned())]
        );
        assert_eq!(runs("", &glossary(&["まち"])), []);
    }
}
