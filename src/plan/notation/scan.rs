//! Reading a cell's text from left to right: every function takes the text and gives what follows.

use crate::plan::text::fold_char;

/// The separators between the members of a list.
pub(super) const SEPARATORS: &[char] = &['、', '・', ',', ';'];

/// Brackets in which a cell adds something to its figure.
const BRACKETS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('【', '】'),
    ('〔', '〕'),
    ('〈', '〉'),
];

/// The text half-width, every run of white space as one space, and none at the ends, inside a bracket's rim or beside
/// a colon. Separators at the ends, where nothing is separated, are dropped too.
pub(super) fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars().map(fold_char) {
        if character.is_whitespace() || character.is_control() || character == '\u{feff}' {
            space = true;
            continue;
        }
        let at_rim = is_closing(character) || character == ':' || normal.ends_with(is_opening);
        if space && !normal.is_empty() && !at_rim && !normal.ends_with(':') {
            normal.push(' ');
        }
        space = false;
        normal.push(character);
    }
    match normal.trim_matches(|c| c == ' ' || SEPARATORS.contains(&c)) {
        "" => normal,
        trimmed => trimmed.to_owned(),
    }
}

/// Whether a character opens or closes a bracket.
pub(super) fn is_bracket(character: char) -> bool {
    is_opening(character) || is_closing(character)
}

fn is_opening(character: char) -> bool {
    BRACKETS.iter().any(|(open, _)| *open == character)
}

fn is_closing(character: char) -> bool {
    BRACKETS.iter().any(|(_, close)| *close == character)
}

/// The text without a space at its start.
pub(super) fn skip_space(text: &str) -> &str {
    text.trim_start_matches(' ')
}

/// The word of a table that the text starts with, its meaning, and what follows. The table lists longer words
/// before the shorter ones they begin with.
pub(super) fn take_word<'a, Meaning: Copy>(
    text: &'a str,
    table: &[(&str, Meaning)],
) -> Option<(Meaning, &'a str)> {
    table
        .iter()
        .find_map(|(word, meaning)| text.strip_prefix(word).map(|rest| (*meaning, rest)))
}

/// One of several words at the start, and what follows.
pub(super) fn take_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// A bracketed group at the start: what is inside, and what follows. None when it does not close.
pub(super) fn take_bracket(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next().filter(|first| is_opening(*first))?;
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        if is_opening(character) {
            depth += 1;
        } else if is_closing(character) {
            depth -= 1;
            if depth == 0 {
                let inside = &text[open.len_utf8()..at];
                return Some((inside.trim(), &text[at + character.len_utf8()..]));
            }
        }
    }
    None
}

/// The text with its bracketed groups taken out.
pub(super) fn without_brackets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let first = text.find(is_opening).unwrap_or(text.len());
    kept.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(character) = rest.chars().next() {
        if let Some((_, after)) = take_bracket(rest) {
            rest = after;
        } else {
            kept.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    kept
}

/// The text cut where one of `borders` stands outside brackets, without the spaces and empty pieces around.
pub(super) fn split_outside_brackets(text: &str, borders: fn(&str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(character) = text[at..].chars().next() {
        if let Some((_, after)) = take_bracket(&text[at..]) {
            at = text.len() - after.len();
            continue;
        }
        if borders(&text[at..]) {
            pieces.push(text[start..at].trim());
            start = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether the text starts with a separator: no comma before a digit, which is part of a figure.
pub(super) fn starts_with_separator(text: &str) -> bool {
    let in_figure = text
        .strip_prefix(',')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    text.starts_with(SEPARATORS) && !in_figure
}
