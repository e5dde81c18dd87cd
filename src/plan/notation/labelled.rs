//! Figures with words in front: `コスト額 10,000千円`, `民営戸数 84戸 直営戸数 84戸`, `小学校：85%、中学校：80%`.

use super::cell::figures;
use super::figure::{Figure, names_year, take_figure, whole_figure};
use super::rate::period_of_note;
use super::scan::{
    SEPARATORS, is_bracket, skip_space, split_outside_brackets, starts_with_separator,
    take_bracket, take_word, without_brackets,
};
use super::words::BOUNDS;
use crate::plan::{Part, Value, join_soft_wraps};

/// The value of a text that is labels and figures. None when a figure has no label, or a label no figure.
pub(super) fn labelled(text: &str, hint: &str) -> Option<Value> {
    if without_brackets(text).contains(':') {
        return with_colons(text, hint);
    }
    behind(text, hint)
        .or_else(|| several(text, hint))
        .or_else(|| {
            candidates(text).find_map(|at| {
                let (label, figure) = text.split_at(at);
                one(label, figure, hint).filter(|_| may_end_here(label))
            })
        })
}

/// Labels with colons: the form that values are written in, so nothing in it is open to another reading.
fn with_colons(text: &str, hint: &str) -> Option<Value> {
    let mut groups = split_outside_brackets(text, is_border_of_colons);
    if let [group] = groups[..] {
        if let Some((label, figure)) = split_colon(group) {
            return one(label, figure, hint);
        }
        // 小学校：85% 中学校：80%
        let next_label = |rest: &str| {
            rest.strip_prefix(' ')
                .is_some_and(|rest| rest.split(' ').next().unwrap_or(rest).contains(':'))
        };
        groups = split_outside_brackets(group, next_label);
    }
    let parts = groups.into_iter().map(|group| {
        let (label, figure) = split_colon(group)?;
        part(label, whole_figure(figure)?, hint)
    });
    parts
        .collect::<Option<Vec<_>>>()
        .map(|parts| Value::Compound { parts })
}

/// Label and figure around the one colon of a text.
fn split_colon(text: &str) -> Option<(&str, &str)> {
    match split_outside_brackets(text, |rest| rest.starts_with(':'))[..] {
        [label, figure] => Some((label, figure)),
        _ => None,
    }
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
            parts.push(part(&label.join(" "), figure, hint)?);
            label.clear();
            rest = after;
        }
        if !label.is_empty() {
            return None;
        }
    }
    (parts.len() > 1).then_some(Value::Compound { parts })
}

/// Several figures with their labels in brackets behind them: `40.1%（男性）50.2%（女性）`.
fn behind(text: &str, hint: &str) -> Option<Value> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (figure, after) = take_figure(rest)?;
        let (label, after) = take_bracket(skip_space(after))?;
        if names_year(label) || period_of_note(label).is_some() {
            return None;
        }
        parts.push(part(label, figure, hint)?);
        rest = after.trim_start_matches(|c: char| c == ' ' || c == '/' || SEPARATORS.contains(&c));
    }
    (parts.len() > 1).then_some(Value::Compound { parts })
}

/// One labelled figure of whatever kind. A label is kept beside a plain number; a year in front of one is no label,
/// and a bound, range or rate stands for itself; but 5人に1人 is not 1人.
fn one(label: &str, figure: &str, hint: &str) -> Option<Value> {
    let value = figures(figure, hint)?;
    let is_ratio = take_figure(label).is_some_and(|(_, rest)| rest.trim() == "に");
    if is_ratio {
        return None;
    }
    if names_year(label) {
        return Some(value);
    }
    let label = tidy(label)?;
    match value {
        Value::Number { quantity } => Some(Value::Compound {
            parts: vec![Part { label, quantity }],
        }),
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
        may_end_here(label).then_some((label, found))
    })
}

/// The places where a figure may begin after a label.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let mut before = None;
    text.char_indices().filter_map(move |(at, character)| {
        let last = before.replace(character)?;
        let begins = match character {
            '0'..='9' => !last.is_ascii_digit() && !matches!(last, '.' | ','),
            '▲' | '△' | '▼' | '約' => true,
            _ => last == ' ',
        };
        begins.then_some(at)
    })
}

/// Whether a label can end where it touches its figure: an era or 第 begins a date or a number in an order, and
/// letters with digits (`CO2`, `R8`) are a name themselves.
fn may_end_here(label: &str) -> bool {
    let ends = ["第", "令和", "平成", "昭和", "年", "月", "午前", "午後"];
    label.ends_with(' ')
        || !(label.ends_with(|c: char| c.is_ascii_alphanumeric())
            || ends.iter().any(|end| label.ends_with(end)))
}

/// None for a figure with a bound, which a part cannot hold: without it, the value would say something else.
fn part(label: &str, mut figure: Figure, hint: &str) -> Option<Part> {
    if figure.bound.is_some() {
        return None;
    }
    figure.complete_from_hint(hint);
    Some(Part {
        label: tidy(label)?,
        quantity: figure.into_quantity(),
    })
}

/// The label without soft wraps. None for what names nothing: a phrase with signs, a figure, or what holds one with
/// its bound.
fn tidy(label: &str) -> Option<String> {
    let label = join_soft_wraps(label);
    let belongs = |c: char| c.is_alphanumeric() || is_bracket(c) || " -%&~～〜".contains(c);
    let is_bounded = |(at, c): (usize, char)| {
        let rest = c.is_ascii_digit().then(|| take_figure(&label[at..]))?;
        take_word(skip_space(rest?.1), BOUNDS)
    };
    if label
        .char_indices()
        .any(|digit| is_bounded(digit).is_some())
    {
        return None;
    }
    let is_name = label
        .chars()
        .any(|c| c.is_alphanumeric() && !c.is_ascii_digit())
        && label.chars().all(belongs)
        && label.split(' ').all(|piece| figures(piece, "").is_none());
    is_name.then_some(label)
}

/// A separator, or the slash before another label with its colon (`男性：81歳／女性：87歳`); but not that of `3回/月`.
fn is_border_of_colons(rest: &str) -> bool {
    let label = rest.strip_prefix('/').and_then(|rest| rest.split_once(':'));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphabetic() || is_bracket(c))
    };
    label.map_or_else(|| starts_with_separator(rest), |(label, _)| is_label(label))
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
    starts_with_separator(rest)
}
