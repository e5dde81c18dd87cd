//! Looking for the field's words in names, units and measurements.

use std::sync::LazyLock;

/// Words and what each means to the one who asks. The lists stand in [`super::better_words`] and
/// [`super::accumulation`], grouped for people to read.
pub(super) struct Vocabulary<Meaning: Copy + 'static> {
    /// Sorted by word, so that those with the same first character stand together.
    sorted: LazyLock<Vec<(&'static str, Meaning)>>,
}

/// A word found, and what it means.
pub(super) type Found<Meaning> = (&'static str, Meaning);

impl<Meaning: Copy + 'static> Vocabulary<Meaning> {
    /// The vocabulary that `words` lists.
    pub const fn new(words: fn() -> Vec<Found<Meaning>>) -> Self {
        Self {
            sorted: LazyLock::new(words),
        }
    }

    /// The words in a text from left to right, of two at one place the longer, none inside another:
    /// `空き家バンク登録数` holds 空き家, バンク and 登録.
    pub fn words_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Found<Meaning>> + 'a {
        let mut rest = text;
        std::iter::from_fn(move || {
            while let Some(first) = rest.chars().next() {
                let found = self.longest_at(first, rest);
                rest = &rest[found.map_or(first.len_utf8(), |(word, _)| word.len())..];
                if found.is_some() {
                    return found;
                }
            }
            None
        })
    }

    /// The longest word that `text`, whose first character is `first`, begins with.
    fn longest_at(&self, first: char, text: &str) -> Option<Found<Meaning>> {
        let begins = |word: &str| word.chars().next().unwrap_or_default();
        let start = self
            .sorted
            .partition_point(|(word, _)| begins(word) < first);
        self.sorted[start..]
            .iter()
            .take_while(|(word, _)| begins(word) == first)
            .filter(|(word, _)| text.starts_with(word))
            .max_by_key(|(word, _)| word.len())
            .copied()
    }
}

/// A list of words, each group with its meaning, sorted for looking up.
pub(super) fn sorted<Meaning: Copy>(groups: &[(Meaning, &[&'static str])]) -> Vec<Found<Meaning>> {
    let mut words: Vec<Found<Meaning>> = groups
        .iter()
        .flat_map(|(meaning, words)| words.iter().map(move |word| (*word, *meaning)))
        .collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: Vocabulary<u8> =
        Vocabulary::new(|| sorted(&[(1, &["空き家", "空き"]), (2, &["バンク", "登録"])]));

    #[test]
    fn words_come_from_left_to_right_and_the_longer_one_wins() {
        let found: Vec<_> = SOME.words_in("空き家バンク登録数、空き地").collect();
        assert_eq!(
            found,
            [("空き家", 1), ("バンク", 2), ("登録", 2), ("空き", 1)]
        );
    }

    #[test]
    fn a_text_without_a_word_holds_none() {
        assert_eq!(SOME.words_in("").count(), 0);
        assert_eq!(SOME.words_in("population of a town").count(), 0);
    }
}
