//! The number of the only indicator of a table, written into its heading: `1-1 | 指標 | 現状値 | 目標値` above one row.

use super::columns::{Field, recognise};
use super::name::is_number;
use crate::read::table::{Row, Table};

/// The table with the number in front of its row, below a heading of its own; none where its first row is no such heading
/// or several rows stand below it, of which the number could be any's.
pub(super) fn lowered(table: &Table) -> Option<Table> {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_blank()).collect();
    let [heading, values] = rows.as_slice() else {
        return None;
    };
    let number = heading.cell(0);
    let fields = || heading.filled().skip(1).map(recognise);
    let is_heading = fields().any(|field| field == Field::Name)
        && fields().filter(|field| field.is_value()).count() > 1
        && fields().all(|field| field != Field::Unknown);
    if !is_number(number) || !is_heading || !values.cell(0).is_empty() {
        return None;
    }
    let with_first = |row: &Row, first: &str| {
        let mut row = row.clone();
        if let Some(cell) = row.cells.first_mut() {
            first.clone_into(cell);
        }
        row
    };
    Some(Table {
        rows: vec![with_first(heading, "番号"), with_first(values, number)],
    })
}
