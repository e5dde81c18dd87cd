//! Columns whose cells hold two values: from and to, or a value and how far it has come.

use super::columns::{Field, recognise};
use super::header::SEARCHED_ROWS;
use crate::read::cells;
use crate::read::table::{Row, Table};
use std::borrow::Cow;

/// No heading holds more such columns.
const MOST: usize = 12;

/// How the two values of a column are written.
#[derive(Clone, Copy)]
enum Way {
    /// `現状値→目標値` over `62%→70%`.
    Arrow,
    /// `目標値（平成17年現状値から平成23年目標値）` over `109人から500人へ`.
    Words,
    /// `目標（達成度）` over `500（80.0%）`.
    Rate,
}

/// The table with such columns parted in two.
pub(super) fn parted(table: &Table) -> Cow<'_, Table> {
    let mut table = Cow::Borrowed(table);
    for _ in 0..MOST {
        let Some((heading, column, way)) = next(&table) else {
            break;
        };
        table = Cow::Owned(parted_at(&table, heading, column, way));
    }
    table
}

/// The first such column: the row of its heading, its index, and how it is written.
fn next(table: &Table) -> Option<(usize, usize, Way)> {
    let rows = table.rows.iter().take(SEARCHED_ROWS).enumerate();
    rows.filter(|(_, row)| row.filled().count() > 1)
        .find_map(|(heading, row)| {
            let below = &table.rows[heading + 1..];
            let mut columns = row.cells.iter().enumerate();
            columns.find_map(|(column, cell)| {
                let ways = [Way::Arrow, Way::Words, Way::Rate];
                let way = ways.into_iter().find(|way| {
                    way.headings(cell).is_some()
                        && (way.is_said_outright() || way.is_in(below, column))
                })?;
                Some((heading, column, way))
            })
        })
}

fn parted_at(table: &Table, heading: usize, column: usize, way: Way) -> Table {
    let rows = table.rows.iter().enumerate().map(|(index, row)| {
        let mut cells = row.cells.clone();
        if column < cells.len() {
            let parted = if index == heading {
                way.headings(&cells[column])
            } else {
                way.values(&cells[column])
            };
            let halves = parted.unwrap_or_else(|| [cells[column].clone(), String::new()]);
            cells.splice(column..=column, halves);
        }
        Row {
            line: row.line,
            cells,
        }
    });
    Table {
        rows: rows.collect(),
    }
}

impl Way {
    /// Whether the heading alone is enough to tell.
    fn is_said_outright(self) -> bool {
        matches!(self, Self::Arrow)
    }

    /// Whether a cell below the heading is written so.
    fn is_in(self, below: &[Row], column: usize) -> bool {
        below
            .iter()
            .any(|row| self.values(row.cell(column)).is_some())
    }

    /// The headings of the two columns.
    fn headings(self, cell: &str) -> Option<[String; 2]> {
        let is_value = |text: &str| recognise(text).is_value();
        match self {
            Self::Arrow => at_arrow(cell).filter(|pair| pair.iter().all(|half| is_value(half))),
            Self::Words => {
                let inside = in_last_bracket(cell).map_or(cell, |(_, inside)| inside);
                from_and_to(inside).filter(|pair| {
                    let worded = |half: &String| is_value(half) && recognise(half) != Field::Year;
                    pair.iter().all(worded)
                })
            }
            Self::Rate => {
                let (value, rate) = in_last_bracket(cell)?;
                let says_rate = ["達成", "進捗"].iter().any(|word| rate.contains(word));
                let is_pair = is_value(value) && says_rate && recognise(value) != Field::Year;
                is_pair.then(|| [value.to_owned(), format!("{rate}（{value}）")])
            }
        }
    }

    /// The two values of a cell.
    fn values(self, cell: &str) -> Option<[String; 2]> {
        let is_value = |text: &String| cells::is_figure(text) || cells::is_missing(text);
        match self {
            Self::Arrow => {
                let worded = from_and_to(cell).filter(|pair| pair.iter().all(is_value));
                at_arrow(cell).or(worded)
            }
            Self::Words => from_and_to(cell)
                .or_else(|| at_arrow(cell))
                .filter(|pair| pair.iter().all(is_value)),
            Self::Rate => {
                let (value, rate) = in_last_bracket(cell)?;
                let is_rate = cells::is_figure(rate) && rate.contains(['%', '％']);
                is_rate.then(|| [value.to_owned(), rate.to_owned()])
            }
        }
    }
}

fn at_arrow(cell: &str) -> Option<[String; 2]> {
    let (from, to) = cell.split_once(['→', '⇒'])?;
    Some([from.trim().to_owned(), to.trim().to_owned()])
}

fn from_and_to(cell: &str) -> Option<[String; 2]> {
    let (from, to) = cell.split_once("から")?;
    let to = to.trim().trim_end_matches(['へ', 'に']);
    let to = to.strip_suffix("まで").unwrap_or(to);
    let (from, to) = (from.trim(), to.trim());
    (!from.is_empty() && !to.is_empty()).then(|| [from.to_owned(), to.to_owned()])
}

/// What stands before the bracket at the end, and inside it.
fn in_last_bracket(cell: &str) -> Option<(&str, &str)> {
    let text = cell.trim();
    let (outside, inside) = text.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    let (outside, inside) = (outside.trim(), inside.trim());
    (!outside.is_empty() && !inside.is_empty()).then_some((outside, inside))
}
