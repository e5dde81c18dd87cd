//! Where in a file something is.

use crate::read::finding::{Finding, FindingKind, Level};

/// A line and column, counted from 1, and what stands there.
pub(super) struct Place<'a> {
    pub(super) line: u32,
    pub(super) column: usize,
    text: &'a str,
}

impl<'a> Place<'a> {
    /// The place of a byte of a part of the whole text.
    pub(super) fn at(whole: &'a str, part: &str, offset: usize) -> Self {
        let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
        let mut at = start.saturating_add(offset).min(whole.len());
        while !whole.is_char_boundary(at) {
            at -= 1;
        }
        let before = &whole[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX),
            column: before[line_start..].chars().count() + 1,
            text: whole[line_start..].lines().next().unwrap_or_default(),
        }
    }

    /// The place of an error in a part of the whole text.
    pub(super) fn of(whole: &'a str, part: &str, error: &serde_json::Error) -> Self {
        let line_start: usize = part
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        Self::at(whole, part, line_start + error.column().saturating_sub(1))
    }

    /// The finding that an error at this place becomes.
    pub(super) fn finding(&self, error: &serde_json::Error) -> Finding {
        let detail = error.to_string();
        let detail = detail
            .split(" at line ")
            .next()
            .unwrap_or_default()
            .to_owned();
        let from: String = self
            .text
            .chars()
            .skip(self.column.saturating_sub(2))
            .take(12)
            .collect();
        let not_finite = ["NaN", "Infinity", "-Infinity", "-NaN"]
            .iter()
            .any(|word| from.contains(word));
        let kind = if detail.starts_with("number out of range")
            || (not_finite
                && (detail.starts_with("expected") || detail.starts_with("invalid number")))
        {
            FindingKind::UnusableNumber
        } else {
            FindingKind::BrokenJson {
                column: self.column,
                detail,
            }
        };
        Finding::at(
            Level::Error,
            self.line,
            self.text.trim().chars().take(80).collect::<String>(),
            kind,
        )
    }
}

/// Warns of numbers so small that they turn into 0: `1e-400`.
pub(super) fn warn_of_vanishing_numbers(text: &str, findings: &mut Vec<Finding>) {
    let pairs = text.as_bytes().windows(2).enumerate();
    for (at, _) in pairs.filter(|(_, pair)| matches!(*pair, [b'e' | b'E', b'-'])) {
        let digits = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
        let start = text[..at].trim_end_matches(digits).len();
        let exponent = text[at + 2..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |end| at + 2 + end);
        let number = &text[start..exponent];
        let outside_text = text[..start].trim_end().ends_with([':', '[', ',']);
        let vanishes = number.parse() == Ok(0.0)
            && text[start..at].contains(|c: char| ('1'..='9').contains(&c));
        if outside_text && vanishes {
            let place = Place::at(text, &text[start..], 0);
            findings.push(Finding::at(
                Level::Warning,
                place.line,
                number,
                FindingKind::UnusableNumber,
            ));
        }
    }
}
