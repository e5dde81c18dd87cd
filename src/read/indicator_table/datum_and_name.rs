//! Rows whose first cell says both what their values are and of what: `計画 職員数`, `実績 職員数`.

use super::columns::{Field, recognise};
use super::content::datum;
use crate::read::cells;
use crate::read::table::{Row, Table};

/// The table with that column parted into names and what the values are. None where there is no such column, or the
/// heading above it is no word for it (区分) and not blank.
pub(super) fn parted(table: &Table) -> Option<Table> {
    let heading = table.rows.iter().position(|row| row.filled().count() > 1)?;
    let (above, below) = table.rows.split_at(heading);
    let (heading, body) = below.split_first()?;
    let first = recognise(heading.cell(0));
    let may_be_both =
        matches!(first, Field::Kind | Field::Datum | Field::Name) || heading.cell(0).is_empty();
    let has_years = heading
        .cells
        .iter()
        .skip(1)
        .any(|cell| cells::is_year(cell));
    if !may_be_both || !has_years {
        return None;
    }
    let mut rows = above.to_vec();
    rows.push(with_two(heading, "指標名", "区分"));
    for row in body.iter().filter(|row| !row.is_blank()) {
        let (label, name) = halves(row.cell(0))?;
        rows.push(with_two(row, name, label));
    }
    (rows.len() > above.len() + 2).then_some(Table { rows })
}

/// What a cell says the values are, and of what.
fn halves(cell: &str) -> Option<(&str, &str)> {
    let (label, name) = cell.split_once([' ', '\u{3000}', '\n', '：', ':'])?;
    let name = name.trim();
    (datum(label).is_some() && !name.is_empty()).then_some((label, name))
}

/// The row with two cells in the place of its first.
fn with_two(row: &Row, name: &str, label: &str) -> Row {
    let first = [name.to_owned(), label.to_owned()];
    Row {
        line: row.line,
        cells: first
            .into_iter()
            .chain(row.cells.iter().skip(1).cloned())
            .collect(),
    }
}
