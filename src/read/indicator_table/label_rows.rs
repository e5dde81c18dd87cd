//! Rows of a sheet that stand among those of its tables: a label and a text, or the heading again under another kind.

use super::columns::{Column, Field, recognise};
use super::header;
use super::kind::kind_in;
use crate::read::cells;
use crate::read::table::Row;

/// A table narrower than this may have rows of two cells of its own.
const NARROW: usize = 4;
/// The longest label; what is longer is a text.
const LONGEST_LABEL: usize = 8;

/// The section that a row of a level and a title names (`施策 | （１）学びの振興`), as one line.
pub(super) fn section(row: &Row, columns: &[Column]) -> Option<String> {
    let (label, text) = label_and_text(row, columns)?;
    (recognise(label) == Field::Section).then(|| format!("{label}：{text}"))
}

/// Whether a row is a remark with its label (`課題 | 会場が足りない`), and no indicator.
pub(super) fn is_remark(row: &Row, columns: &[Column]) -> bool {
    label_and_text(row, columns).is_some_and(|(label, _)| {
        recognise(label) == Field::Note || matches!(label, "取組内容" | "取組" | "取組の内容")
    })
}

/// The kind that stands before the words of the heading where they come again: `KPI | 指標 | 基準値` below
/// `数値目標 | 指標 | 基準値`.
pub(super) fn kind_of_heading_again<'a>(heading: &[Vec<String>], row: &'a Row) -> Option<&'a str> {
    let kind = row.cell(0);
    let mut rest = row.clone();
    rest.cells.first_mut()?.clear();
    let is_again = rest.filled().count() > 1 && header::is_repeated(heading, &rest);
    (is_again && kind_in(kind).is_some()).then_some(kind)
}

/// The kind that the first cell of a heading names, where nothing else stands below it than in rows of labels.
pub(super) fn kind_of_first_column<'a>(
    columns: &'a [Column],
    heading: &[Vec<String>],
    body: &[Row],
) -> Option<&'a str> {
    let first = columns.first()?;
    let is_other = first.field != Field::Name && kind_in(&first.heading).is_some();
    let has_name = columns.iter().any(|column| column.field == Field::Name);
    let mut values = body.iter().filter(|row| row.filled().count() > 2);
    let is_blank =
        |row: &Row| row.cell(0).is_empty() || kind_of_heading_again(heading, row).is_some();
    (is_other && has_name && values.all(is_blank)).then_some(&first.heading)
}

/// The two cells of a row that holds only a label and a text, in columns that are no values.
fn label_and_text<'a>(row: &'a Row, columns: &[Column]) -> Option<(&'a str, &'a str)> {
    let (label, text) = (row.cell(0), row.cell(1));
    let named = columns
        .get(1)
        .is_some_and(|column| column.field == Field::Name);
    let is_pair = row.filled().count() == 2 && !label.is_empty() && !text.is_empty();
    let is_text = !cells::is_figure(text) && !cells::is_missing(text);
    let is_label = label.chars().count() <= LONGEST_LABEL
        && !label.contains(|c: char| c.is_numeric())
        && columns
            .first()
            .is_some_and(|column| column.field != Field::Datum);
    (columns.len() >= NARROW && named && is_pair && is_text && is_label).then_some((label, text))
}
