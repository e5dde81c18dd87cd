//! Columns of years: whether they are those of the value beside them, or of all values of their row.

use super::columns::{Column, Field};
use super::content::Content;
use crate::plan::{Period, parse_period};
use crate::read::cells;
use crate::read::table::Row;
use std::collections::{BTreeMap, BTreeSet};

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// 年度 beside a value is that value's year, unless each row is for the year it says.
pub(super) fn settle(columns: &mut [Column], contents: &[Content], body: &[Row]) {
    if of_rows(columns, body).is_some() {
        return;
    }
    for index in 0..columns.len() {
        if columns[index].field != Field::Period || !contents[index].mostly(contents[index].years) {
            continue;
        }
        let before = columns[..index]
            .iter()
            .rev()
            .map(|column| column.field)
            .find(|field| field.is_value());
        let after = columns[index + 1..]
            .iter()
            .map(|column| column.field)
            .find(|field| field.is_value());
        columns[index].field = match before.or(after) {
            Some(Field::Baseline) => Field::BaselineYear,
            Some(Field::Target) => Field::TargetYear,
            _ => Field::Note,
        };
    }
}

/// A year beside an actual that was taken as the baseline is the baseline's.
pub(super) fn of_baseline(columns: &mut [Column]) {
    let field = |index: usize| columns.get(index).map(|column| column.field);
    if columns
        .iter()
        .any(|column| column.field == Field::BaselineYear)
    {
        return;
    }
    let found = (0..columns.len()).find(|index| {
        let before = index.checked_sub(1).and_then(field);
        let is_beside = [field(index + 1), before].contains(&Some(Field::Baseline));
        field(*index) == Some(Field::ActualYear) && is_beside
    });
    if let Some(index) = found {
        columns[index].field = Field::BaselineYear;
    }
}

/// The column of the years that the rows are for, where each row is one year of an indicator: most names, repeated or
/// merged over the rows below, have several years, in the only column of years.
pub(super) fn of_rows(columns: &[Column], body: &[Row]) -> Option<usize> {
    let only = |field: Field| {
        let mut of_field = (0..columns.len()).filter(|index| columns[*index].field == field);
        of_field.next().filter(|_| of_field.next().is_none())
    };
    let (name, year) = (only(Field::Name)?, only(Field::Period)?);
    let is_undated = |column: &Column| column.field.is_value() && column.period == Period::Unknown;
    let has_data = columns.iter().any(|column| column.field == Field::Datum);
    if has_data || !columns.iter().any(is_undated) {
        return None;
    }
    let mut years: BTreeMap<&str, BTreeSet<Option<i32>>> = BTreeMap::new();
    let mut carried = "";
    let rows = body.iter().take(SAMPLE).filter(|row| !row.is_blank());
    for row in rows.filter(|row| row.filled().count() > 1) {
        if !row.cell(name).is_empty() {
            carried = row.cell(name);
        }
        if !cells::is_year(row.cell(year)) {
            return None;
        }
        let of_row = parse_period(row.cell(year)).year();
        years.entry(carried).or_default().insert(of_row);
    }
    let several = years.values().filter(|years| years.len() > 1).count();
    (several > 0 && several * 2 >= years.len()).then_some(year)
}
