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
    /// Puts a word in the place of an earlier one, if it is the one that decides: the later does, since a Japanese name
    /// ends with what it counts, but none in brackets over one outside.
    pub fn decides_over(self, earlier: &mut Option<Self>) {
        if !self.aside || earlier.as_ref().is_none_or(|earlier| earlier.aside) {
            *earlier = Some(self);
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

    /// Hears the words in a text from left to right, of two at one place the longer, none inside another:
    /// `空き家バンク登録数` holds 空き家, バンク and 登録.
    pub fn words_in(&self, text: &str, mut hear: impl FnMut(Found<Meaning>)) {
        let index: &Index<Meaning> = &self.index;
        let mut depth = 0_usize;
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let (slot, width) = first_character(rest);
            let read = match index.longest(slot, rest) {
                None => width,
                Some((written, entry)) => {
                    match entry {
                        Entry::Opening => depth += 1,
                        Entry::Closing => depth = depth.saturating_sub(1),
                        Entry::Word(meaning) => hear(Found {
                            word: written,
                            meaning,
                            aside: depth > 0,
                        }),
                    }
                    written.len()
                }
            };
            rest = rest.get(read..).unwrap_or_default();
        }
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
    /// What is looked for, by the slot of its first character, the longest first.
    entries: Vec<(&'static str, Entry<Meaning>)>,
    /// Where the entries of each slot begin, and those of the next: in most slots there are none.
    begins: [u16; SLOTS + 1],
}

/// So many that two first characters seldom share a slot: ten bits of a code point.
const SLOTS: usize = 1024;

impl<Meaning: Copy> Index<Meaning> {
    /// The index of a list of words, each group with its meaning.
    pub fn of(groups: &[(Meaning, &[&'static str])]) -> Self {
        let words = groups.iter().flat_map(|(meaning, words)| {
            let meant = |word: &&'static str| (*word, Entry::Word(*meaning));
            words.iter().map(meant)
        });
        let opening = OPENING.iter().map(|one| (*one, Entry::Opening));
        let closing = CLOSING.iter().map(|one| (*one, Entry::Closing));
        let mut entries: Vec<_> = words.chain(opening).chain(closing).collect();
        let slot = |entry: &(&str, Entry<Meaning>)| first_character(entry.0.as_bytes()).0;
        sort_by_key(&mut entries, |entry| (slot(entry), Reverse(entry.0.len())));
        let mut begins = [0; SLOTS + 1];
        for entry in &entries {
            begins[slot(entry) + 1] += 1;
        }
        for at in 0..SLOTS {
            begins[at + 1] += begins[at];
        }
        Self { entries, begins }
    }

    /// The longest entry at the start of a text whose first character has this slot. Most characters begin none.
    fn longest(&self, slot: usize, text: &[u8]) -> Option<(&'static str, Entry<Meaning>)> {
        let [begin, end] = [self.begins[slot], self.begins[slot + 1]];
        if begin == end {
            return None;
        }
        let entries = self.entries.get(usize::from(begin)..usize::from(end))?;
        let begins = |(written, _): &&(&str, _)| begins_with(text, written.as_bytes());
        entries.iter().find(begins).copied()
    }
}

/// Whether a text begins with a word. Words are so short that a call of the comparison at large takes longer.
fn begins_with(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && text.iter().zip(word).all(|(one, other)| one == other)
}

/// The slot of a text's first character and how many bytes it takes, without decoding it: the end of its code point tells
/// kanji and kana well apart, and stands in its last two bytes.
fn first_character(text: &[u8]) -> (usize, usize) {
    match text {
        [lead, ..] if *lead < 0x80 => (usize::from(*lead), 1),
        [lead, middle, last, ..] if *lead >= 0xe0 => {
            let slot = usize::from(*middle & 0x0f) << 6 | usize::from(*last & 0x3f);
            (slot, if *lead < 0xf0 { 3 } else { 4 })
        }
        _ => (0, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: Vocabulary<u8> =
        Vocabulary::new(|| Index::of(&[(1, &["空き家", "空き"]), (2, &["バンク", "登録"])]));

    fn words(text: &str) -> Vec<(&'static str, u8)> {
        let mut words = Vec::new();
        SOME.words_in(text, |found| words.push((found.word, found.meaning)));
        words
    }

    fn deciding(text: &str) -> Option<&'static str> {
        let mut deciding = None;
        SOME.words_in(text, |found| found.decides_over(&mut deciding));
        deciding.map(|found| found.word)
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
