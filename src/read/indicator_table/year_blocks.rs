//! Sheets of an indicator each: its name, below it a row of years, and 目標 and 実績 below the years.

use super::columns::{Field, recognise, unit_in_brackets};
use super::content::datum;
use crate::read::cells;
use crate::read::table::{Row, Table};

/// One indicator of such a sheet.
#[derive(Default)]
struct Block<'a> {
    /// The lines above it.
    above: Vec<&'a Row>,
    /// The heading of its name and the name, where a row says it.
    name: Option<(&'a str, &'a str)>,
    /// What other rows say of it, by their labels.
    labelled: Vec<(&'a str, &'a str)>,
    /// The row of its years.
    years: Option<&'a Row>,
    /// The column of the words for its values.
    place: usize,
    /// The rows of its values.
    values: Vec<&'a Row>,
}

/// A table of each indicator, with the years in the heading; none where the table is no such sheet.
pub(super) fn parted(table: &Table) -> Vec<Table> {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_blank()).collect();
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = Block::default();
    for (index, row) in rows.iter().enumerate() {
        let next = rows.get(index + 1);
        let is_full = !open.values.is_empty();
        if let Some((name, place)) = next.and_then(|next| years(row, next)) {
            if is_full || open.years.is_some() {
                blocks.push(std::mem::take(&mut open));
            }
            open.name = name.or(open.name);
            open.place = place;
            open.years = Some(row);
        } else if open.years.is_some() && is_of_values(row, open.place) {
            open.values.push(row);
        } else if let Some((label, value)) = label_and_value(row) {
            let is_name = recognise(label) == Field::Name;
            if is_name && is_full {
                blocks.push(std::mem::take(&mut open));
            }
            match is_name && open.name.is_none() {
                true => open.name = Some((label, value)),
                false => open.labelled.push((label, value)),
            }
        } else if row.filled().count() == 1 && !row.cell(0).is_empty() {
            if is_full {
                blocks.push(std::mem::take(&mut open));
            }
            open.above.push(row);
        } else {
            return Vec::new();
        }
    }
    blocks.push(open);
    let is_whole = |block: &Block| block.years.is_some() && !block.values.is_empty();
    if !blocks.iter().all(is_whole) {
        return Vec::new();
    }
    blocks.iter().filter_map(table_of).collect()
}

/// The name that a row of years says in front of them, and the column of the words in the rows below; none where it is no
/// such row.
fn years<'a>(row: &'a Row, next: &Row) -> Option<(Option<(&'a str, &'a str)>, usize)> {
    let label = row.cell(0);
    let is_label = matches!(recognise(label), Field::Name | Field::Period | Field::Datum);
    if !(label.is_empty() || is_label) {
        return None;
    }
    let is_named = !row.cell(1).is_empty() && !cells::is_year(row.cell(1));
    let place = usize::from(is_named);
    let mut of_years = row.cells.iter().skip(place + 1).filter(|it| !it.is_empty());
    let count = of_years.clone().count();
    let is_above = datum(next.cell(place)).is_some() && (!is_named || next.cell(0).is_empty());
    if count < 2 || !of_years.all(|cell| cells::is_year(cell)) || !is_above {
        return None;
    }
    // 指標 | 区分 | R3 is the heading of a table.
    let is_name = recognise(label) == Field::Name && recognise(row.cell(1)) == Field::Unknown;
    match (is_named, is_name) {
        (true, true) => Some((Some((label, row.cell(1))), place)),
        (true, false) => None,
        _ => Some((None, place)),
    }
}

/// Whether a row holds a value or remark for each year, behind its word.
fn is_of_values(row: &Row, place: usize) -> bool {
    let word = row.cell(place);
    let is_remark = recognise(word) == Field::Note;
    (datum(word).is_some() || is_remark) && row.cells.iter().take(place).all(String::is_empty)
}

/// The label and the text of a row that holds only these.
fn label_and_value(row: &Row) -> Option<(&str, &str)> {
    let (label, value) = (row.cell(0), row.cell(1));
    let is_label = !matches!(recognise(label), Field::Unknown | Field::Year);
    let is_pair = row.filled().count() == 2 && !label.is_empty() && !value.is_empty();
    (is_label && is_pair && datum(label).is_none()).then_some((label, value))
}

/// The rows of a block below one heading.
fn table_of(block: &Block) -> Option<Table> {
    let years = block.years?;
    let unit = block.values.iter().map(|row| row.cell(block.place));
    let unit = unit
        .map(unit_in_brackets)
        .find(|unit| !unit.is_empty())
        .map(|unit| ("単位".to_owned(), unit));
    let (heading_of_name, name) = block.name.unzip();
    let mut said: Vec<(String, String)> = heading_of_name
        .zip(name)
        .into_iter()
        .chain(block.labelled.iter().copied())
        .map(|(label, value)| (label.to_owned(), value.to_owned()))
        .collect();
    said.extend(unit);
    let of_years = |row: &Row| -> Vec<String> {
        let columns = block.place + 1..years.cells.len();
        columns.map(|column| row.cell(column).to_owned()).collect()
    };
    let is_named = block.name.is_some();
    let row = |line: u32, said: Vec<String>, word: &str, values: Vec<String>| {
        let word = vec![word.to_owned()];
        let [first, second] = if is_named { [said, word] } else { [word, said] };
        let cells = [first, second, values].concat();
        Row { line, cells }
    };
    let (labels, values): (Vec<String>, Vec<String>) = said.into_iter().unzip();
    let blank = vec![String::new(); labels.len()];
    let mut rows: Vec<Row> = block.above.iter().map(|row| (*row).clone()).collect();
    rows.push(row(years.line, labels, "目標・実績", of_years(years)));
    for (index, of_value) in block.values.iter().enumerate() {
        let said = if index == 0 {
            values.clone()
        } else {
            blank.clone()
        };
        let word = of_value.cell(block.place);
        rows.push(row(of_value.line, said, word, of_years(of_value)));
    }
    Some(Table { rows })
}
