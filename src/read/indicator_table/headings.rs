//! The rules of `headings.txt`: which words of a heading mean which field.

use super::columns::Field;
use std::sync::LazyLock;

/// The field that a heading's words mean; none when no rule fits. `whole` are the same words without the unit behind them.
pub(super) fn field_of(words: &str, whole: &str) -> Option<Field> {
    let letters = Letters::of(words);
    let has = |word: &Word| letters.may_hold(word.letters) && words.contains(word.text);
    let fits = |rule: &&Rule| {
        let fits = |word: &Word| {
            has(word)
                && match rule.place {
                    Place::Whole => whole == word.text,
                    Place::Beginning => whole.starts_with(word.text),
                    Place::End => whole.ends_with(word.text),
                    Place::Anywhere => true,
                }
        };
        rule.any.iter().any(fits) && !rule.unless.iter().any(has)
    };
    RULES.iter().find(fits).map(|rule| rule.field)
}

/// A rule of `headings.txt`.
struct Rule {
    place: Place,
    field: Field,
    any: Vec<Word>,
    unless: Vec<Word>,
}

/// A word of a rule and the letters it has: where one of them is missing it need not be looked for, and of a few hundred
/// words that is so for nearly all.
struct Word {
    text: &'static str,
    letters: Letters,
}

impl Word {
    fn of(text: &'static str) -> Self {
        let letters = Letters::of(text);
        Self { text, letters }
    }
}

/// The letters of a text, each as one bit of 64: some share one.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
        Self(text.chars().fold(0, |all, letter| all | bit(letter)))
    }

    /// Whether all letters of another text may be among these.
    fn may_hold(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// Where in a heading the words of a rule must stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Beginning,
    End,
    Anywhere,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    include_str!("headings.txt")
        .lines()
        .filter_map(rule)
        .collect()
});

fn rule(line: &'static str) -> Option<Rule> {
    let mut words = line.split_whitespace();
    let place = match words.next()? {
        "whole" => Place::Whole,
        "begins" => Place::Beginning,
        "ends" => Place::End,
        "has" => Place::Anywhere,
        _ => return None,
    };
    let field = Field::named(words.next()?)?;
    let any = words.by_ref().take_while(|word| *word != "!");
    let any = any.map(Word::of).collect();
    Some(Rule {
        place,
        field,
        any,
        unless: words.map(Word::of).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::rule;

    #[test]
    fn every_line_of_the_vocabulary_is_a_rule() {
        let lines = include_str!("headings.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            assert!(
                rule(line).is_some_and(|rule| !rule.any.is_empty()),
                "{line}"
            );
        }
    }
}
