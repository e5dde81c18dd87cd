//! Values and their years in two rows of their own below one heading: `数値 | 97.1% | 98.8%` and `時点 | H22 | R7`.

use super::columns::{Field, recognise};
use super::header::SEARCHED_ROWS;
use super::name::behind_label;
use crate::plan::squash;
use crate::read::cells;
use crate::read::table::{Row, Table};

const VALUES: &[&str] = &["数値", "値", "指標値", "実数", "数値等"];
const YEARS: &[&str] = &["時点", "年度", "年次", "時期", "年", "基準時点"];

/// The table with the years in its heading and the name in front of the values, as the row above says it; where a line
/// above the table does, without a column of names. None where there are no two such rows at its end.
pub(super) fn lifted(table: &Table) -> Option<Table> {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_blank()).collect();
    let [above @ .., heading, first, second] = rows.as_slice() else {
        return None;
    };
    let (values, years) = match (says(first, VALUES), says(first, YEARS)) {
        (true, false) if says(second, YEARS) => (first, second),
        (false, true) if says(second, VALUES) => (second, first),
        _ => return None,
    };
    let of_values = || heading.filled().filter(|cell| recognise(cell).is_value());
    let are_years = years.filled().skip(1).all(cells::is_dated);
    if rows.len() > SEARCHED_ROWS || of_values().count() < 2 || !are_years {
        return None;
    }
    let headings = (1..heading.cells.len()).map(|column| {
        let text = format!("{} {}", heading.cell(column), years.cell(column));
        text.trim().to_owned()
    });
    let (rest, heading_of_name, name) = named(above);
    let row = |line: u32, first: Vec<String>, rest: Vec<String>| Row {
        line,
        cells: [first, rest].concat(),
    };
    let cells = values.cells.iter().skip(1).cloned().collect();
    let mut lifted: Vec<Row> = rest.iter().map(|row| (*row).clone()).collect();
    lifted.push(row(heading.line, heading_of_name, headings.collect()));
    lifted.push(row(values.line, name, cells));
    Some(Table { rows: lifted })
}

/// The rows that remain above, and the heading and the cells of the name: a row of one cell, or one below 指標名.
fn named<'a>(above: &'a [&'a Row]) -> (&'a [&'a Row], Vec<String>, Vec<String>) {
    let filled = |row: &Row| row.filled().map(str::to_owned).collect::<Vec<_>>();
    match above {
        [rest @ .., heading, name]
            if recognise(heading.cell(0)) == Field::Name
                && filled(heading).len() == filled(name).len() =>
        {
            (rest, filled(heading), filled(name))
        }
        [rest @ .., name] if name.filled().count() == 1 => {
            let name = name.filled().next().unwrap_or_default();
            let name = behind_label(name).unwrap_or(name).to_owned();
            (rest, vec!["指標名".to_owned()], vec![name])
        }
        rest => (rest, Vec::new(), Vec::new()),
    }
}

/// Whether a row begins with one of these labels.
fn says(row: &Row, labels: &[&str]) -> bool {
    row.cells.len() > 1 && labels.contains(&squash(row.cell(0)).as_str())
}
