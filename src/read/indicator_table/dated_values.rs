//! Several values in one cell, each with its year: `R2 18件、R3 25件`, `18人（R2）、25人（R3）`.

use super::written::Written;
use crate::plan::{Period, parse_period_range};
use crate::read::cells;

/// Longer cells are prose.
const LONGEST: usize = 200;

/// Two years and two figures have more characters than this: `R2 1 R3 2`.
const SHORTEST: usize = 8;

/// The values of a cell in a column of a year: one, or each of those with a year of their own. A cell of several years and
/// figures that cannot be paired is no figure of any of them.
pub(super) fn values(cell: &str, of_column: Period) -> Vec<Written> {
    // Most cells name no year, and so no two.
    let may_name_year = |c: char| "RHSrhsＲＨＳｒｈｓ令平昭㋿㍻㍼年12１２".contains(c);
    let is_short = cell.chars().nth(SHORTEST).is_none();
    if cell.len() > LONGEST || is_short || !cell.contains(may_name_year) {
        return vec![Written::new(cell, of_column)];
    }
    if let Some(values) = pairs(cell) {
        return values;
    }
    let written = Written::new(cell, of_column);
    if names_several(cell) {
        return vec![Written::unread(cell)];
    }
    vec![written]
}

/// A piece of a cell.
enum Piece<'a> {
    Year(&'a str),
    Figure(&'a str),
    Pair(&'a str),
}

/// The values where each has its year, and no two have the same.
fn pairs(cell: &str) -> Option<Vec<Written>> {
    let pieces = cell
        .split(['\n', '、', '，', ';', '；', '/', '／', ' ', '\u{3000}'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(piece)
        .collect::<Option<Vec<_>>>()?;
    let mut values = Vec::new();
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let (text, behind) = match rest {
            [Piece::Pair(pair), behind @ ..] => ((*pair).to_owned(), behind),
            [Piece::Year(first), Piece::Figure(second), behind @ ..]
            | [Piece::Figure(first), Piece::Year(second), behind @ ..] => {
                (format!("{first} {second}"), behind)
            }
            _ => return None,
        };
        values.push(Written::new(&text, Period::Unknown));
        rest = behind;
    }
    let mut periods: Vec<Period> = values.iter().map(|value| value.period).collect();
    let count = periods.len();
    periods.sort_unstable();
    periods.dedup();
    let are_dated = !periods.contains(&Period::Unknown);
    (count > 1 && periods.len() == count && are_dated).then_some(values)
}

fn piece(text: &str) -> Option<Piece<'_>> {
    let year = text.trim_end_matches([':', '：']);
    if cells::is_dated(year) {
        return Some(Piece::Year(year));
    }
    let of_text = Written::new(text, Period::Unknown);
    let is_value = |text: &str| cells::is_figure(text) || cells::is_missing(text);
    match of_text.period {
        Period::Unknown => is_value(text).then_some(Piece::Figure(text)),
        _ => is_value(of_text.value_text()).then_some(Piece::Pair(text)),
    }
}

/// Whether a cell names several years and several figures beside them.
fn names_several(cell: &str) -> bool {
    let rest = cells::without_years(cell);
    let is_digit = |c: &char| c.is_ascii_digit() || ".,".contains(*c);
    let mut before = None;
    let figures = rest.chars().filter(|c| {
        let begins = c.is_ascii_digit() && !before.is_some_and(|before| is_digit(&before));
        before = Some(*c);
        begins
    });
    figures.count() > 1 && parse_period_range(cell).is_none() && cells::years_in(cell).len() > 1
}
