//! Paths of numbers as texts write them: `2-(3)-②`, `２（３）②`, `2の(3)の②`.

use crate::plan::fold_width;

/// One number of a path, by the way it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// 2
    Plain(u32),
    /// (2), ⑵
    Bracketed(u32),
    /// ②
    Circled(u32),
    /// Ⅱ
    Roman(u32),
    /// 第2章; the word of the level does not matter.
    Ordinal(u32),
}

impl Number {
    /// The figure alone.
    pub fn plain(self) -> Self {
        let (Self::Plain(value)
        | Self::Bracketed(value)
        | Self::Circled(value)
        | Self::Roman(value)
        | Self::Ordinal(value)) = self;
        Self::Plain(value)
    }
}

/// Numbers from the top down.
pub(super) type Path = Vec<Number>;

/// The path that a section's number is: that of `施策2-1` is 2, 1. Empty when it is none.
pub(super) fn path_of(number: &str) -> Path {
    let characters: Vec<char> = number.trim().chars().collect();
    let whole = |at| path_at(&characters, at).filter(|(_, end)| *end == characters.len());
    let mut found = (0..characters.len()).filter_map(whole);
    found.next().map(|(path, _)| path).unwrap_or_default()
}

/// The path that begins at a place of a text, and where it ends; none where none begins.
pub(super) fn path_at(characters: &[char], at: usize) -> Option<(Path, usize)> {
    if at > 0 && continues(characters[at - 1]) {
        return None;
    }
    let (first, mut end) = number_at(characters, at)?;
    let mut path = vec![first];
    while let Some((next, after)) = next_at(characters, end, path.last().copied()) {
        path.push(next);
        end = after;
    }
    // 2(3)年 is a year and 3-1回 a count.
    let counts = |next: &char| "年月日回人件円".contains(*next);
    (!characters.get(end).is_some_and(counts)).then_some((path, end))
}

/// Whether a figure behind this character is only the rest of something.
fn continues(before: char) -> bool {
    let before = folded(before);
    before.is_ascii_alphanumeric() || matches!(before, '.' | ',' | '-' | '/')
}

/// The next number of a path, behind a sign that joins or right away; two plain figures need the sign.
fn next_at(characters: &[char], end: usize, before: Option<Number>) -> Option<(Number, usize)> {
    let sign = characters.get(end).copied().map(folded)?;
    let is_plain = |number: Option<Number>| matches!(number, Some(Number::Plain(_)));
    let joins = matches!(sign, '-' | '―' | '‐' | '–' | '—' | '.');
    let (number, after) = if joins {
        number_at(characters, end + 1)?
    } else if matches!(sign, ' ' | 'の' | '・') {
        number_at(characters, end + 1).filter(|(number, _)| !is_plain(Some(*number)))?
    } else {
        number_at(characters, end).filter(|(number, _)| !is_plain(Some(*number)))?
    };
    // ①② is a list, and so is (1)(2).
    let is_list = !joins
        && matches!(
            (before, number),
            (Some(Number::Circled(_)), Number::Circled(_))
                | (Some(Number::Bracketed(_)), Number::Bracketed(_))
        );
    (!is_list).then_some((number, after))
}

fn number_at(characters: &[char], at: usize) -> Option<(Number, usize)> {
    let first = folded(*characters.get(at)?);
    let code = u32::from(first);
    let sign = match code {
        0x2460..=0x2473 => Some(Number::Circled(code - 0x245F)),
        0x2474..=0x2487 => Some(Number::Bracketed(code - 0x2473)),
        0x2160..=0x216B => Some(Number::Roman(code - 0x215F)),
        _ => None,
    };
    if let Some(number) = sign {
        return Some((number, at + 1));
    }
    match first {
        '(' => {
            let (value, end) = figure_at(characters, at + 1)?;
            let closed = characters.get(end).copied().map(folded) == Some(')');
            closed.then_some((Number::Bracketed(value), end + 1))
        }
        '第' => {
            let (value, end) = figure_at(characters, at + 1)?;
            let level = characters.get(end)?;
            "編部章節項款"
                .contains(*level)
                .then_some((Number::Ordinal(value), end + 1))
        }
        _ => figure_at(characters, at).map(|(value, end)| (Number::Plain(value), end)),
    }
}

/// One or two digits, from 1 on, and where they end.
fn figure_at(characters: &[char], at: usize) -> Option<(u32, usize)> {
    let digits: String = characters
        .get(at..)?
        .iter()
        .map(|c| folded(*c))
        .take_while(char::is_ascii_digit)
        .take(3)
        .collect();
    let value = digits.parse().ok()?;
    (digits.len() <= 2 && value > 0).then_some((value, at + digits.len()))
}

fn folded(character: char) -> char {
    let mut buffer = [0; 4];
    let folded = fold_width(character.encode_utf8(&mut buffer));
    folded.chars().next().unwrap_or(character)
}
