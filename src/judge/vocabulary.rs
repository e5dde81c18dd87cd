//! Looking for the field's words in names, units and measurements.

use crate::plan::sort_by_key;
use std::sync::LazyLock;

/// Words and what each means to the one who asks. The lists stand in [`super::better_words`] and
/// [`super::accumulation`], grouped for people to read.
pub(super) struct Vocabulary<Meaning: Copy + 'static> {
    index: LazyLock<Index<Meaning>>,
}

/// A word found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<Meaning> {
    pub word: &'static str,
    pub meaning: Meaning,
    /// Whether it stands in brackets, which hold what is said by the way.
    pub aside: bool,
}

impl<Meaning> Found<Meaning> {
    /// Of the word that decided so far and one after it, the one that decides: the later, since a Japanese name ends with
    /// what it counts, but none in brackets over one outside.
    pub fn decide(earlier: Option<Self>, later: Self) -> Option<Self> {
        match earlier {
            Some(earlier) if later.aside && !earlier.aside => Some(earlier),
            _ => Some(later),
        }
    }
}

impl<Meaning: Copy + 'static> Vocabulary<Meaning> {
    /// The vocabulary of an index, which is made at its first use.
    pub const fn new(index: fn() -> Index<Meaning>) -> Self {
        Self {
            index: LazyLock::new(index),
        }
    }

    /// The words in a text from left to right, of two at one place the longer, none inside another:
    /// `空き家バンク登録数` holds 空き家, バンク and 登録.
    pub fn words_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Found<Meaning>> + 'a {
        let index: &Index<Meaning> = &self.index;
        let mut depth = 0_usize;
        // Where the word found last ends.
        let mut end = 0;
        text.char_indices().filter_map(move |(at, first)| {
            if at < end {
                return None;
            }
            let beginning = index.beginning_with(first);
            // Most characters begin no word: of those the text is not even cut.
            if !beginning.is_empty()
                && let Some((word, meaning)) = longest(beginning, &text[at..])
            {
                end = at + word.len();
                let aside = depth > 0;
                return Some(Found {
                    word,
                    meaning,
                    aside,
                });
            }
            match first {
                '（' | '(' | '【' | '[' | '〔' | '{' | '｛' => depth += 1,
                '）' | ')' | '】' | ']' | '〕' | '}' | '｝' => {
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
            None
        })
    }
}

/// The words made ready for looking up: ten thousand names are looked through whenever a plan that large is judged.
pub(super) struct Index<Meaning> {
    /// Sorted by the slot of their first character.
    words: Vec<(&'static str, Meaning)>,
    /// Where each slot's words begin; they end where the next slot's do. Most slots have none.
    starts: [usize; SLOTS + 1],
}

/// So many that two first characters seldom share a slot.
const SLOTS: usize = 1024;

impl<Meaning: Copy> Index<Meaning> {
    /// The index of a list of words, each group with its meaning.
    pub fn of(groups: &[(Meaning, &[&'static str])]) -> Self {
        let mut words: Vec<(&'static str, Meaning)> = groups
            .iter()
            .flat_map(|(meaning, words)| words.iter().map(move |word| (*word, *meaning)))
            .collect();
        sort_by_key(&mut words, |(word, _)| slot(first_of(word)));
        let mut starts = [0; SLOTS + 1];
        for (word, _) in &words {
            starts[slot(first_of(word)) + 1] += 1;
        }
        for next in 1..starts.len() {
            starts[next] += starts[next - 1];
        }
        Self { words, starts }
    }

    /// The words that begin with a character, and a few others that share its slot.
    fn beginning_with(&self, first: char) -> &[(&'static str, Meaning)] {
        let slot = slot(first);
        &self.words[self.starts[slot]..self.starts[slot + 1]]
    }
}

/// The longest of some words that a text begins with.
fn longest<Meaning: Copy>(
    words: &[(&'static str, Meaning)],
    text: &str,
) -> Option<(&'static str, Meaning)> {
    let begun = words.iter().filter(|(word, _)| text.starts_with(word));
    begun.max_by_key(|(word, _)| word.len()).copied()
}

fn first_of(word: &str) -> char {
    word.chars().next().unwrap_or_default()
}

fn slot(character: char) -> usize {
    character as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: Vocabulary<u8> =
        Vocabulary::new(|| Index::of(&[(1, &["空き家", "空き"]), (2, &["バンク", "登録"])]));

    fn words(text: &str) -> Vec<(&'static str, u8)> {
        SOME.words_in(text)
            .map(|found| (found.word, found.meaning))
            .collect()
    }

    fn deciding(text: &str) -> Option<&'static str> {
        let found = SOME.words_in(text).fold(None, Found::decide);
        found.map(|found| found.word)
    }

    #[test]
    fn words_come_from_left_to_right_and_the_longer_one_wins() {
        assert_eq!(
            words("空き家バンク登録数、空き地"),
            [("空き家", 1), ("バンク", 2), ("登録", 2), ("空き", 1)]
        );
    }

    #[test]
    fn a_text_without_a_word_holds_none() {
        assert!(words("").is_empty());
        assert!(words("population of a town").is_empty());
    }

    #[test]
    fn the_last_word_outside_brackets_decides() {
        assert_eq!(deciding("空き家の数（登録を除く）"), Some("空き家"));
        assert_eq!(deciding("空き家（町内）の登録"), Some("登録"));
        assert_eq!(deciding("数（空き家）"), Some("空き家"));
        assert_eq!(deciding("空き家）の数"), Some("空き家"));
    }
}
