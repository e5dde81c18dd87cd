//! Figures with words in front: `コスト額 10,000千円`, `民営戸数 84戸 直営戸数 84戸`.

use super::cell::figures;
use super::figure::{Figure, whole_figure};
use super::scan::{SEPARATORS, split_outside_brackets};
use crate::plan::{Part, Period, Value, join_soft_wraps, parse_period};

/// The value of a text that is labels and figures. None when a figure has no label, or a label no figure.
pub(super) fn labelled(text: &str, hint: &str) -> Option<Value> {
    several(text, hint).or_else(|| single(text, hint))
}

/// Several labelled figures, by the pieces that spaces and separators cut.
fn several(text: &str, hint: &str) -> Option<Value> {
    let mut parts = Vec::new();
    for group in split_outside_brackets(text, is_border) {
        let pieces = split_outside_brackets(group, |rest| rest.starts_with(' '));
        let mut rest = pieces.as_slice();
        let mut label = Vec::new();
        while let [piece, after @ ..] = rest {
            let (figure, after) = if let Some(found) = figure_over(piece, after) {
                found
            } else if let Some((glued, found)) = glued_figure(piece, after) {
                label.push(glued);
                found
            } else {
                label.push(piece);
                rest = after;
                continue;
            };
            if label.is_empty() {
                return None;
            }
            parts.push(part(&label.join(" "), figure, hint));
            label.clear();
            rest = after;
        }
        if !label.is_empty() {
            return None;
        }
    }
    (parts.len() > 1).then_some(Value::Compound { parts })
}

/// One labelled figure of whatever kind. A label is kept beside a plain number; a year or 目標 in front of one is
/// no label, and a bound, range or rate stands for itself.
fn single(text: &str, hint: &str) -> Option<Value> {
    let (label, value) = candidates(text).find_map(|at| {
        let (label, figure) = text.split_at(at);
        let value = figures(figure, hint)?;
        is_label(label).then_some((label, value))
    })?;
    match value {
        Value::Number { quantity } if parse_period(label) == Period::Unknown => {
            Some(Value::Compound {
                parts: vec![Part {
                    label: tidy(label),
                    quantity,
                }],
            })
        }
        other => Some(other),
    }
}

/// A figure in this piece and, where the unit is spaced off (`84 戸`), the next; with the pieces after it.
fn figure_over<'a, 'b>(piece: &str, after: &'a [&'b str]) -> Option<(Figure, &'a [&'b str])> {
    let figure = whole_figure(piece)?;
    if let [unit, beyond @ ..] = after
        && figure.quantity.unit.is_empty()
        && whole_figure(unit).is_none()
        && beyond
            .first()
            .is_none_or(|next| whole_figure(next).is_none())
        && let Some(joined) = whole_figure(&[piece, *unit].concat())
    {
        return Some((joined, beyond));
    }
    Some((figure, after))
}

/// A label and its figure in one piece (`会員数500人`), unless the figure stands in the next (`小6 85%`).
fn glued_figure<'a, 'b, 'c>(
    piece: &'c str,
    after: &'a [&'b str],
) -> Option<(&'c str, (Figure, &'a [&'b str]))> {
    if after
        .first()
        .is_some_and(|next| whole_figure(next).is_some())
    {
        return None;
    }
    candidates(piece).find_map(|at| {
        let (label, figure) = piece.split_at(at);
        let found = figure_over(figure, after)?;
        is_label(label).then_some((label, found))
    })
}

/// The places where a figure may begin after a label: behind the last colon where there is one, otherwise at digits
/// and after spaces.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let colon = text.rfind(':').map(|at| at + 1);
    let mut before = None;
    let places = text.char_indices().filter_map(move |(at, character)| {
        let last = before.replace(character)?;
        let begins = match character {
            '0'..='9' => !last.is_ascii_digit() && !matches!(last, '.' | ','),
            '▲' | '△' | '▼' | '約' => true,
            _ => last == ' ',
        };
        (begins && colon.is_none()).then_some(at)
    });
    places.chain(colon)
}

/// Whether the text in front of a figure names it. A figure is no label for another, an era or 第 begins a date or a
/// number in an order, and letters glued to digits (`CO2`, `R8`) are a name themselves.
fn is_label(text: &str) -> bool {
    let label = text.trim_end_matches([' ', ':']);
    let glued = text.len() == label.len();
    let ends = ["第", "令和", "平成", "昭和", "年", "月", "午前", "午後"];
    label.chars().any(char::is_alphabetic)
        && !label.contains(['。', ':'])
        && split_outside_brackets(label, is_border).len() == 1
        && label.split(' ').all(|piece| whole_figure(piece).is_none())
        && !(glued
            && label.ends_with(|c: char| c.is_ascii_alphanumeric() || "-/~～〜.".contains(c)))
        && !(glued && ends.iter().any(|end| label.ends_with(end)))
}

fn part(label: &str, mut figure: Figure, hint: &str) -> Part {
    figure.complete_from_hint(hint);
    Part {
        label: tidy(label),
        quantity: figure.into_quantity(),
    }
}

/// The label without soft wraps and its colon.
fn tidy(label: &str) -> String {
    join_soft_wraps(label.trim_end_matches([' ', ':']))
}

/// A separator that is not the comma of a figure, or the slash before another label (`男性81歳/女性87歳`).
fn is_border(rest: &str) -> bool {
    if let Some(label) = rest.strip_prefix('/') {
        return label.starts_with(|c: char| c.is_alphabetic())
            && label
                .split(SEPARATORS)
                .next()
                .is_some_and(|label| label.contains(|c: char| c.is_ascii_digit()));
    }
    let comma = rest
        .strip_prefix(',')
        .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    rest.starts_with(SEPARATORS) && !comma
}
