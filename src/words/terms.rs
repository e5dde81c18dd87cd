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
/// stands first only: a page full of marks explains nothing.
#[must_use]
pub fn runs(text: &str, glossary: &[GlossaryEntry]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut used = vec![false; glossary.len()];
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let found = glossary
            .iter()
            .enumerate()
            .filter(|(index, entry)| {
                !used[*index] && !entry.term.is_empty() && rest.starts_with(entry.term.as_str())
            })
            .max_by_key(|(_, entry)| entry.term.len());
        match found {
            Some((index, entry)) => {
                used[index] = true;
                if !plain.is_empty() {
                    runs.push(Run::Text(std::mem::take(&mut plain)));
                }
                runs.push(Run::Term(entry.term.clone(), index));
                rest = &rest[entry.term.len()..];
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
    fn an_entry_without_a_term_marks_nothing() {
        assert_eq!(
            runs("まち", &glossary(&[""])),
            [Run::Text("まち".to_owned())]
        );
        assert_eq!(runs("", &glossary(&["まち"])), []);
    }
}
