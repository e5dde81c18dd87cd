//! Whether columns and what stands in them make an indicator table, and not a schedule, a budget or a sheet.

use super::columns::{Column, Field, recognise, speaks_of_indicators};
use super::content::datum;
use crate::read::cells;
use crate::read::table::Row;

/// Whether these are the columns of an indicator table; when indicators are `expected` less is asked of them.
pub(super) fn accepted(columns: &[Column], body: &[Row], expected: bool) -> bool {
    let count =
        |wanted: &dyn Fn(&Column) -> bool| columns.iter().filter(|column| wanted(column)).count();
    let values = count(&|column| column.field.is_value());
    let mut worded: Vec<Field> = columns
        .iter()
        .map(|column| column.field)
        .filter(|field| is_worded(*field))
        .collect();
    worded.sort_unstable();
    worded.dedup();
    let named = count(&|column| column.field == Field::Name) > 0;
    let speaks = count(&|column| speaks_of_indicators(&column.heading)) > 0;
    if values > 1 && has_rows_of_data(columns, body) {
        return true;
    }
    let could_name = named || count(&|column| could_name(column.field)) > 0;
    let tells = match worded.len() {
        0 => named && speaks,
        1 => speaks || values > 1,
        _ => true,
    };
    values > 0
        && columns.len() > 1
        && (could_name || worded.len() > 1)
        && (tells || (expected && (named || !worded.is_empty() || unnamed_first(columns))))
        && holds_values(columns, body, speaks || expected)
}

/// Whether the first column has no heading, as that of names often has none.
fn unnamed_first(columns: &[Column]) -> bool {
    columns
        .first()
        .is_some_and(|column| column.heading.is_empty())
}

/// Whether the rows below years are 目標 and 実績 of one indicator, which the line above the table names.
fn has_rows_of_data(columns: &[Column], body: &[Row]) -> bool {
    let mut rows = body.iter().filter(|row| !row.is_blank()).peekable();
    let first = columns.first().map(|column| column.field);
    matches!(
        first,
        Some(Field::Period | Field::Datum | Field::Unknown | Field::Kind)
    ) && rows.peek().is_some_and(|row| datum(row.cell(0)).is_some())
        && rows.all(|row| {
            let word = row.cell(0);
            datum(word).is_some() || recognise(word) == Field::Note // 達成状況 below them
        })
}

fn is_worded(field: Field) -> bool {
    field.is_value() && field != Field::Year
}

fn could_name(field: Field) -> bool {
    matches!(
        field,
        Field::Unknown | Field::Section | Field::Initiative | Field::Kind
    )
}

/// Whether the columns of values hold values, and not the marks of a schedule or sentences. Where nothing else speaks
/// of indicators, some must be figures.
fn holds_values(columns: &[Column], body: &[Row], trusted: bool) -> bool {
    let (mut filled, mut marks, mut sentences, mut figures) = (0, 0, 0, 0);
    let cells = body.iter().flat_map(|row| row.cells.iter().zip(columns));
    for (cell, _) in cells.filter(|(cell, column)| column.field.is_value() && !cell.is_empty()) {
        let is_value = cells::is_figure(cell) || cells::is_missing(cell);
        filled += 1;
        marks += usize::from(cells::is_mark(cell));
        sentences += usize::from(!is_value && cell.chars().count() > 30);
        figures += usize::from(is_value);
    }
    filled == 0 && trusted
        || filled > 0
            && marks * 2 < filled
            && sentences * 2 < filled
            && (trusted || figures * 3 >= filled)
}
