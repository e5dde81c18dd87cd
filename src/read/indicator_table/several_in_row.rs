//! Several indicators in one row, a line of each cell for each: the names below one another, and so their values.

use super::columns::{Column, Field};
use super::header::IndicatorHeader;
use super::name::split_number;
use crate::read::cells;
use crate::read::table::{Row, Table};

/// How a name ends that is whole: by what is counted. A name that goes on in the next line ends otherwise.
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "数", "率", "量", "額", "割合", "度", "費", "高", "比", "者", "人口", "値", "件", "回", "点", "面積", "時間", "人",
    ")", "）", "]", "］", "】",
];

const BULLETS: &[char] = &['・', '○', '●', '◆', '■'];

/// The table with a row for each of them.
pub(super) fn parted(table: Table, header: &IndicatorHeader) -> Table {
    let (heading, body) = table.rows.split_at(header.body().min(table.rows.len()));
    let parts = |row: &Row| parts(row, &header.columns).unwrap_or_else(|| vec![row.clone()]);
    if !body
        .iter()
        .any(|row| row.cells.iter().any(|cell| cell.contains('\n')))
    {
        return table;
    }
    let mut rows = heading.to_vec();
    rows.extend(body.iter().flat_map(parts));
    Table { rows }
}

/// The rows that a row is parted into: its names are whole, and each of its values has as many lines.
fn parts(row: &Row, columns: &[Column]) -> Option<Vec<Row>> {
    if row.cells.len() > columns.len() {
        return None;
    }
    let name = columns
        .iter()
        .position(|column| column.field == Field::Name)?;
    let names = lines(row.cell(name));
    let count = names.len();
    if count < 2 || !names.iter().all(|name| is_whole(name)) {
        return None;
    }
    let is_value = |text: &&str| {
        let text = unmarked(text);
        cells::is_figure(text) || cells::is_missing(text)
    };
    let mut values = row
        .cells
        .iter()
        .zip(columns)
        .filter(|(cell, column)| column.field.is_value() && !cell.is_empty())
        .map(|(cell, _)| lines(cell))
        .peekable();
    values.peek()?;
    if !values.all(|lines| lines.len() == count && lines.iter().all(is_value)) {
        return None;
    }
    let part = |index: usize| Row {
        line: row.line,
        cells: row
            .cells
            .iter()
            .zip(columns)
            .map(|(cell, column)| {
                let lines = lines(cell);
                let is_of_all = index == 0
                    || column.field.is_hierarchy()
                    || matches!(column.field, Field::Unit | Field::Department);
                match lines.get(index) {
                    Some(line) if lines.len() == count && column.field.is_value() => {
                        unmarked(line).to_owned()
                    }
                    Some(line) if lines.len() == count => {
                        line.trim_start_matches(BULLETS).trim().to_owned()
                    }
                    _ if is_of_all => cell.clone(),
                    _ => String::new(),
                }
            })
            .collect(),
    };
    Some((0..count).map(part).collect())
}

/// The lines of a cell that hold anything.
fn lines(cell: &str) -> Vec<&str> {
    let lines = cell.split('\n').map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

/// A value without the mark of the indicator it is of: `②35人`.
fn unmarked(line: &str) -> &str {
    let is_mark = |c: char| BULLETS.contains(&c) || ('①'..='⑳').contains(&c);
    line.trim_start_matches(is_mark).trim()
}

/// Whether a line is the whole name of an indicator.
fn is_whole(line: &str) -> bool {
    let is_numbered = !split_number(line).0.is_empty() || line.starts_with(BULLETS);
    let is_word = line.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let begins_within = line.starts_with(['(', '（', 'の', 'を', '、']);
    is_word && !begins_within && (is_numbered || COUNTED.iter().any(|end| line.ends_with(end)))
}
