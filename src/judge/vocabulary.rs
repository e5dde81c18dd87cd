//! Looking for the field's words in names, units and measurements.

use crate::plan::sort_by_key;
use std::cmp::Reverse;
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
        let mut rest = text.as_bytes();
        let mut depth = 0_usize;
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let (slot, width) = first_of(rest);
                // Most characters begin no entry: their slot is empty.
                let Some((written, entry)) = index.longest(slot, rest) else {
                    rest = rest.get(width..)?;
                    continue;
                };
                rest = &rest[written.len()..];
                match entry {
                    Entry::Opening => depth += 1,
                    Entry::Closing => depth = depth.saturating_sub(1),
                    Entry::Word(meaning) => {
                        return Some(Found {
                            word: written,
                            meaning,
                            aside: depth > 0,
                        });
                    }
                }
            }
            None
        })
    }
}

/// What is looked for in a text.
#[derive(Clone, Copy)]
enum Entry<Meaning> {
    Word(Meaning),
    /// A bracket.
    Opening,
    /// The other one.
    Closing,
}

const OPENING: [&str; 7] = ["（", "(", "【", "[", "〔", "{", "｛"];
const CLOSING: [&str; 7] = ["）", ")", "】", "]", "〕", "}", "｝"];

/// The words made ready for looking up: ten thousand names are looked through whenever a plan that large is judged.
pub(super) struct Index<Meaning> {
    /// What begins with the characters of each slot, the longest first. Most slots have nothing.
    slots: Vec<Vec<(&'static str, Entry<Meaning>)>>,
}

/// So many that two first characters seldom share a slot.
const SLOTS: usize = 1024;

impl<Meaning: Copy> Index<Meaning> {
    /// The index of a list of words, each group with its meaning.
    pub fn of(groups: &[(Meaning, &[&'static str])]) -> Self {
        let mut slots = vec![Vec::new(); SLOTS];
        let mut enter = |written: &'static str, entry| {
            let (slot, _) = first_of(written.as_bytes());
            slots[slot].push((written, entry));
        };
        for (meaning, words) in groups {
            words
                .iter()
                .for_each(|word| enter(word, Entry::Word(*meaning)));
        }
        for (opening, closing) in OPENING.into_iter().zip(CLOSING) {
            enter(opening, Entry::Opening);
            enter(closing, Entry::Closing);
        }
        for slot in &mut slots {
            sort_by_key(slot, |(written, _)| Reverse(written.len()));
        }
        Self { slots }
    }

    /// The longest entry that a text begins with, by the slot of its first character.
    fn longest(&self, slot: usize, text: &[u8]) -> Option<(&'static str, Entry<Meaning>)> {
        let mut entries = self.slots.get(slot)?.iter();
        entries
            .find(|(written, _)| text.starts_with(written.as_bytes()))
            .copied()
    }
}

/// The slot of the first character of a text, and how many bytes it takes in UTF-8.
fn first_of(text: &[u8]) -> (usize, usize) {
    match *text {
        // Kana, kanji and what is printed at full width: the end of the code point tells them apart.
        [0xe0..0xf0, middle, last, ..] => {
            (usize::from(middle % 16) * 64 + usize::from(last % 64), 3)
        }
        [ascii @ ..0x80, ..] => (usize::from(ascii), 1),
        // Hardly any name has one of these.
        [..0xe0, ..] => (0, 2),
        _ => (0, 4),
    }
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
