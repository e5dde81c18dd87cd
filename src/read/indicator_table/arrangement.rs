//! Tables that are laid out otherwise, turned into rows of indicators below one heading: sheets of labels and values,
//! indicators side by side, names and figures in one cell.

use super::columns::{Field, recognise};
use super::header::{self, IndicatorHeader};
use super::{
    datum_and_name, lifted_years, named_figures, numbered_heading, pairs, several_in_row,
    stacked_data, year_blocks,
};
use crate::read::cells;
use crate::read::table::{Row, Table};

/// The tables that a table consists of, each with its rows below one heading; the table itself when it is such a one.
pub(super) fn arranged(table: &Table, expected: bool) -> Vec<(Table, IndicatorHeader)> {
    let with_header = |table: Table| header::find(&table, expected).map(|header| (table, header));
    let blocks = year_blocks::parted(table);
    if !blocks.is_empty() {
        return blocks.into_iter().filter_map(with_header).collect();
    }
    let arranged = lifted_years::lifted(table)
        .or_else(|| datum_and_name::parted(table))
        .or_else(|| stacked_data::parted(table))
        .or_else(|| numbered_heading::lowered(table));
    if let Some(arranged) = arranged {
        return with_header(arranged).into_iter().collect();
    }
    let table = pairs::parted(table);
    let turned = turned(&table);
    if !turned.is_empty() {
        return turned.into_iter().filter_map(with_header).collect();
    }
    let Some(header) = header::find(&table, expected) else {
        let parted = named_figures::parted(&table);
        return parted.and_then(with_header).into_iter().collect();
    };
    match side_by_side(&table, &header) {
        Some(parts) => parts.into_iter().filter_map(with_header).collect(),
        None => vec![(several_in_row::parted(table.into_owned(), &header), header)],
    }
}

/// Indicators that stand beside each other below a heading which repeats: each repetition is a table of its own.
fn side_by_side(table: &Table, header: &IndicatorHeader) -> Option<Vec<Table>> {
    let headings: Vec<&str> = header
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect();
    let width = headings.len();
    let count = (2..=4).rev().find(|count| {
        let part = width / count;
        part >= 2
            && width.is_multiple_of(*count)
            && headings
                .chunks(part)
                .all(|chunk| chunk == &headings[..part])
    })?;
    let part = width / count;
    let of_part = |index: usize, row: &Row| {
        let cells = (index * part..(index + 1) * part)
            .map(|cell| row.cell(cell).to_owned())
            .collect();
        Row {
            line: row.line,
            cells,
        }
    };
    let from = header.first_row;
    Some(
        (0..count)
            .map(|index| Table {
                rows: table.rows[from..]
                    .iter()
                    .map(|row| of_part(index, row))
                    .collect(),
            })
            .collect(),
    )
}

/// A sheet whose rows begin with labels (指標名, 単位, 現状値, 目標値) turned so that the labels are the heading: one
/// table for each block that begins with the name. Empty when the table is no such sheet.
fn turned(table: &Table) -> Vec<Table> {
    if !is_sheet(table) {
        return Vec::new();
    }
    let mut blocks: Vec<Vec<&Row>> = Vec::new();
    for row in table.rows.iter().filter(|row| !row.is_blank()) {
        let begins = label(row.cell(0)) == Some(Field::Name);
        match blocks.last_mut() {
            Some(block)
                if !(begins
                    && block
                        .iter()
                        .any(|row| label(row.cell(0)) == Some(Field::Name))) =>
            {
                block.push(row);
            }
            _ => blocks.push(vec![row]),
        }
    }
    blocks.iter().map(|block| turned_block(block)).collect()
}

/// Whether the first column holds labels: one of them the name, another a value, and beside the name no heading.
fn is_sheet(table: &Table) -> bool {
    let labels: Vec<Option<Field>> = table.rows.iter().map(|row| label(row.cell(0))).collect();
    let name = labels.iter().position(|label| *label == Some(Field::Name));
    let Some(name) = name else { return false };
    let is_heading = |row: &Row| {
        row.cells
            .iter()
            .filter(|cell| label(cell).is_some())
            .count()
            > 1
    };
    let (above, name) = (&table.rows[..name], &table.rows[name]);
    if labels[..above.len()]
        .iter()
        .flatten()
        .any(|field| field.is_value())
        || above.iter().any(is_heading)
    {
        return false;
    }
    let beside = name.cells.iter().skip(1).filter(|cell| !cell.is_empty());
    // No indicator is called R4: years beside 指標 or below it are those of its values.
    let is_of_years = |row: &Row| {
        let mut cells = row.cells.iter().skip(1).filter(|cell| !cell.is_empty());
        row.cell(0).is_empty() && cells.clone().count() > 1 && cells.all(|it| cells::is_dated(it))
    };
    if beside.clone().any(|cell| cells::is_dated(cell)) || table.rows.iter().any(is_of_years) {
        return false;
    }
    let values = labels
        .iter()
        .flatten()
        .filter(|field| field.is_value())
        .count();
    let (mut filled, mut headings) = (0, 0);
    for (index, cell) in beside.enumerate() {
        filled += 1;
        // 指標名 X 単位 %: a label may follow, but not at once.
        headings += usize::from(label(cell).is_some_and(|field| index == 0 || field.is_value()));
    }
    filled > 0 && headings == 0 && values > 0
}

/// What a label means; none for what is no label.
fn label(cell: &str) -> Option<Field> {
    let short = cell.chars().count() <= 20 && !cells::is_figure(cell) && !cells::is_missing(cell);
    Some(recognise(cell)).filter(|field| short && !matches!(field, Field::Unknown | Field::Year))
}

/// One block as a heading of its labels above one row for each of its indicators.
fn turned_block(block: &[&Row]) -> Table {
    let mut heading: Vec<String> = Vec::new();
    let mut values: Vec<Vec<String>> = Vec::new();
    let in_pairs = block.iter().any(|row| is_pairs(row));
    for row in block {
        if in_pairs {
            for pair in row.cells.chunks(2).filter(|pair| !pair[0].is_empty()) {
                heading.push(pair[0].clone());
                values.push(pair.get(1).cloned().into_iter().collect());
            }
        } else if row.cell(0).is_empty() && !heading.is_empty() {
            go_on(values.last_mut(), row); // the rest of a wrapped value
        } else {
            heading.push(row.cell(0).to_owned());
            values.push(row.cells.iter().skip(1).cloned().collect());
        }
    }
    let line = block.first().map_or(0, |row| row.line);
    let indicators = values.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = vec![Row {
        line,
        cells: heading,
    }];
    for indicator in 0..indicators {
        let cells: Vec<String> = values
            .iter()
            .map(|of_label| of_label.get(indicator).cloned().unwrap_or_default())
            .collect();
        rows.push(Row { line, cells });
    }
    Table { rows }
}

/// Whether labels and values alternate in a row: `指標名 X 単位 %`.
fn is_pairs(row: &Row) -> bool {
    let is_label = |index: usize| label(row.cell(index)).is_some();
    row.cells.len() >= 4
        && is_label(0)
        && is_label(2)
        && !is_label(1)
        && (row.cell(3).is_empty() || !is_label(3))
}

fn go_on(values: Option<&mut Vec<String>>, row: &Row) {
    let Some(values) = values else { return };
    values.resize(
        values.len().max(row.cells.len().saturating_sub(1)),
        String::new(),
    );
    for (value, more) in values.iter_mut().zip(row.cells.iter().skip(1)) {
        value.push_str(more);
    }
}
