//! Looking for the field's words in names, units and measurements.

use super::accumulation::{self, Count};
use super::better_words::{self, Better};
use crate::plan::sort_by_key;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// Words in groups, each group with what its words mean.
pub(super) type List<Meaning> = &'static [(Meaning, &'static [&'static str])];

/// What the words of a text say. A text is read once for both lists: ten thousand names are read whenever a plan that
/// large is judged.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words {
    /// The word that decides which way is better.
    pub better: Option<Found<Better>>,
    /// The first that says 累計, or 年間 of several years.
    pub sum: Option<&'static str>,
    /// The first that says 年間.
    pub year: Option<&'static str>,
    /// The first that says 平均: half a year's mean is no half.
    pub mean: Option<&'static str>,
    /// The word that decides what is counted: a share, a stock or a flow.
    pub kind: Option<Found<Count>>,
}

/// A word found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<Meaning> {
    pub word: &'static str,
    pub meaning: Meaning,
    /// Whether it stands in brackets, which hold what is said by the way.
    aside: bool,
}

impl<Meaning> Found<Meaning> {
    /// Puts a word in the place of an earlier one, if it is the one that decides: the later does, since a Japanese name
    /// ends with what it counts, but none in brackets over one outside.
    fn decides_over(self, earlier: &mut Option<Self>) {
        if !self.aside || earlier.as_ref().is_none_or(|earlier| earlier.aside) {
            *earlier = Some(self);
        }
    }
}

impl Words {
    /// The words in a text.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        if !text.is_empty() {
            INDEX.read(text, |before, found| words.hear(before, found));
        }
        words
    }

    fn hear(&mut self, before: &[u8], found: Found<Meaning>) {
        let Found {
            word,
            meaning,
            aside,
        } = found;
        match meaning {
            Meaning::Better(meaning) => {
                Found {
                    word,
                    meaning,
                    aside,
                }
                .decides_over(&mut self.better);
            }
            Meaning::Count(Count::Nothing) => {}
            Meaning::Count(Count::Mean) => self.mean = self.mean.or(Some(word)),
            Meaning::Count(Count::Sum) => self.sum = self.sum.or(Some(word)),
            Meaning::Count(Count::Total) if ends_in_span(before) => {
                self.sum = self.sum.or(Some(word));
            }
            Meaning::Count(Count::Total) => {}
            Meaning::Count(Count::Year) if word == "年間" && ends_in_number(before) => {
                self.sum = self.sum.or(Some("何年間"));
            }
            Meaning::Count(Count::Year) => self.year = self.year.or(Some(word)),
            Meaning::Count(meaning) => {
                Found {
                    word,
                    meaning,
                    aside,
                }
                .decides_over(&mut self.kind);
            }
        }
    }
}

/// Whether a text ends with a number, as `5` before 年間 or `R7` before 合計; か and its like may stand behind it.
fn ends_in_number(text: &[u8]) -> bool {
    let marks = ["か", "カ", "ヵ", "ヶ", "ケ", "箇"];
    let mut marks = marks.iter();
    let text = marks
        .find_map(|mark| text.strip_suffix(mark.as_bytes()))
        .unwrap_or(text);
    match text {
        // The digits of full width.
        [.., 0xef, 0xbc, last] => (0x90..=0x99).contains(last),
        [.., last] => last.is_ascii_digit(),
        [] => false,
    }
}

/// Whether a text ends with a span of time that can be summed over: `R3～R7`, `5年間の`, `計画期間`, `令和3～7年度`.
fn ends_in_span(text: &[u8]) -> bool {
    let text = text.strip_suffix("の".as_bytes()).unwrap_or(text);
    let mut ends = ["年間", "期間", "年度"].iter();
    ends.any(|end| text.ends_with(end.as_bytes())) || ends_in_number(text)
}

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(better_words::LIST, accumulation::LIST));

/// What a word means in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Better(Better),
    Count(Count),
}

/// What is looked for in a text.
#[derive(Clone, Copy)]
enum Entry {
    Word(Meaning),
    /// A bracket.
    Opening,
    /// The other one.
    Closing,
}

const OPENING: [&str; 7] = ["（", "(", "【", "[", "〔", "{", "｛"];
const CLOSING: [&str; 7] = ["）", ")", "】", "]", "〕", "}", "｝"];

/// The words of both lists, made ready for looking up.
struct Index {
    /// What is looked for, by the slot of its first character, the longest first.
    entries: Vec<Sought>,
    /// Where the entries of each slot begin, and those of the next: in most slots there are none.
    begins: [u16; SLOTS + 1],
}

/// What is looked for.
struct Sought {
    written: &'static str,
    /// The slot of its second character, by which most of the others are passed over; none where it has only one.
    second: Option<u16>,
    entry: Entry,
}

impl Sought {
    fn new(written: &'static str, entry: Entry) -> Self {
        let (_, width) = first_character(written.as_bytes());
        let rest = written.as_bytes().get(width..).unwrap_or_default();
        let second = u16::try_from(first_character(rest).0).ok();
        Self {
            written,
            second: second.filter(|_| !rest.is_empty()),
            entry,
        }
    }

    /// Whether a text whose second character has this slot begins with it. Words are so short that a call of the
    /// comparison at large takes longer.
    fn begins(&self, text: &[u8], second: usize) -> bool {
        let word = self.written.as_bytes();
        self.second.is_none_or(|own| usize::from(own) == second)
            && text.len() >= word.len()
            && text.iter().zip(word).all(|(one, other)| one == other)
    }
}

/// So many that two first characters seldom share a slot: ten bits of a code point.
const SLOTS: usize = 1024;

impl Index {
    fn of(better: List<Better>, counts: List<Count>) -> Self {
        fn meant<Own: Copy>(
            list: List<Own>,
            of: fn(Own) -> Meaning,
        ) -> impl Iterator<Item = Sought> {
            let word =
                move |own: Own| move |word: &&'static str| Sought::new(word, Entry::Word(of(own)));
            list.iter()
                .flat_map(move |(own, words)| words.iter().map(word(*own)))
        }
        let opening = OPENING.iter().map(|one| Sought::new(one, Entry::Opening));
        let closing = CLOSING.iter().map(|one| Sought::new(one, Entry::Closing));
        let words = meant(better, Meaning::Better).chain(meant(counts, Meaning::Count));
        let mut entries: Vec<_> = words.chain(opening).chain(closing).collect();
        let slot = |sought: &Sought| first_character(sought.written.as_bytes()).0;
        sort_by_key(&mut entries, |sought| {
            (slot(sought), Reverse(sought.written.len()))
        });
        let mut begins = [0; SLOTS + 1];
        for entry in &entries {
            begins[slot(entry) + 1] += 1;
        }
        for at in 0..SLOTS {
            begins[at + 1] += begins[at];
        }
        Self { entries, begins }
    }

    /// Hears the words of each list in a text, with what stands before, from left to right, of two at one place the longer,
    /// none inside another of its list: `空き家バンク登録数` holds 空き家, バンク and 登録.
    fn read(&self, text: &str, mut hear: impl FnMut(&[u8], Found<Meaning>)) {
        let text = text.as_bytes();
        let mut depth = 0_usize;
        // From where on a word of each list may begin.
        let (mut better, mut count) = (0, 0);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let (slot, width) = first_character(rest);
            let sought = self.beginning_with(slot);
            if !sought.is_empty() {
                let second = first_character(rest.get(width..).unwrap_or_default()).0;
                for one in sought.iter().filter(|one| one.begins(rest, second)) {
                    let meaning = match one.entry {
                        Entry::Word(meaning) => meaning,
                        Entry::Opening => {
                            depth += 1;
                            continue;
                        }
                        Entry::Closing => {
                            depth = depth.saturating_sub(1);
                            continue;
                        }
                    };
                    let free = match meaning {
                        Meaning::Better(_) => &mut better,
                        Meaning::Count(_) => &mut count,
                    };
                    if *free <= at {
                        *free = at + one.written.len();
                        let found = Found {
                            word: one.written,
                            meaning,
                            aside: depth > 0,
                        };
                        hear(text.get(..at).unwrap_or_default(), found);
                    }
                }
            }
            at += width;
        }
    }

    /// The entries whose first character has a slot. Most characters begin none.
    fn beginning_with(&self, slot: usize) -> &[Sought] {
        let [begin, end] = [self.begins[slot], self.begins[slot + 1]];
        let range = usize::from(begin)..usize::from(end);
        self.entries.get(range).unwrap_or_default()
    }
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

    const SOME: List<Better> = &[
        (Better::Less, &["空き家", "空き"]),
        (Better::More, &["バンク", "登録"]),
    ];
    const COUNTS: List<Count> = &[
        (Count::Stock, &["き家", "登録"]),
        (Count::Flow, &["登録数"]),
    ];

    fn words(text: &str) -> Vec<(&'static str, Meaning)> {
        let mut words = Vec::new();
        let index = Index::of(SOME, COUNTS);
        index.read(text, |_, found| words.push((found.word, found.meaning)));
        words
    }

    fn deciding(text: &str) -> Option<&'static str> {
        let mut deciding = None;
        let index = Index::of(SOME, &[]);
        index.read(text, |_, found| found.decides_over(&mut deciding));
        deciding.map(|found| found.word)
    }

    #[test]
    fn words_of_a_list_come_from_left_to_right_and_the_longer_one_wins() {
        let better = |(word, meaning)| matches!(meaning, Meaning::Better(_)).then_some(word);
        let better = words("空き家バンク登録数、空き地")
            .into_iter()
            .filter_map(better);
        assert!(better.eq(["空き家", "バンク", "登録", "空き"]));
    }

    #[test]
    fn a_word_of_one_list_hides_none_of_the_other() {
        let counts = |(word, meaning)| matches!(meaning, Meaning::Count(_)).then_some(word);
        let counts = words("空き家バンク登録数").into_iter().filter_map(counts);
        assert!(counts.eq(["き家", "登録数"]));
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

    #[test]
    fn one_reading_of_a_name_says_which_way_is_better_and_what_is_counted() {
        let words = Words::of("滞納額の累計（年間）");
        assert_eq!(words.better.map(|found| found.word), Some("滞納"));
        assert_eq!((words.sum, words.year), (Some("累計"), Some("年間")));
        assert_eq!(words.kind.map(|found| found.meaning), Some(Count::Stock));
    }
}
