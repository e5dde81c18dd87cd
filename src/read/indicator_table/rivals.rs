//! Columns that hold the same as another: two targets of one year, a sum or a value without a year beside those of years.

use super::columns::{Column, Field};
use super::written::Written;
use crate::plan::{Period, squash};
use crate::read::cells;
use crate::read::table::Row;

/// Words of what was aimed at before the plan was revised.
const BEFORE: &[&str] = &[
    "当初",
    "見直し前",
    "見直前",
    "修正前",
    "変更前",
    "改定前",
    "改訂前",
    "策定時",
];
/// Words of a figure made of those of several years.
const MADE_OF_YEARS: &[&str] = &["累計", "累積", "通算", "合計", "平均"];

/// No table of a plan has more columns.
const MOST_COLUMNS: usize = 200;

/// What a person must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rival {
    /// Nothing tells which of these targets of one year counts.
    SameYear,
    /// A value without a year beside those of years.
    Undated,
}

/// Makes remarks of columns that another stands for, and gives those of which nothing tells whether they count.
pub(super) fn settle(columns: &mut [Column], body: &[Row]) -> Vec<(usize, Rival)> {
    if columns.len() > MOST_COLUMNS {
        return Vec::new(); // each is held against all others
    }
    earlier_targets(columns, body);
    sums_of_years(columns);
    rates_of_change(columns, body);
    words_beside_figures(columns, body);
    let same_year = same_year(columns, body).map(|index| (index, Rival::SameYear));
    let undated = undated(columns, body).into_iter();
    same_year
        .chain(undated.map(|index| (index, Rival::Undated)))
        .collect()
}

/// 当初目標値 beside 修正目標値 of the same year says what was aimed at before.
fn earlier_targets(columns: &mut [Column], body: &[Row]) {
    let says_before = |column: &Column| {
        let words = squash(&column.heading);
        BEFORE.iter().any(|word| words.contains(word))
    };
    let of_same_year: Vec<usize> = same_year(columns, body).collect();
    let before: Vec<usize> = of_same_year
        .iter()
        .copied()
        .filter(|index| says_before(&columns[*index]))
        .collect();
    if before.len() < of_same_year.len() {
        for index in before {
            columns[index].field = Field::Note;
        }
    }
}

/// 実績累計 and 実績平均 beside the actuals of years are made of them.
fn sums_of_years(columns: &mut [Column]) {
    let is_dated =
        |column: &Column| column.field == Field::Actual && column.period != Period::Unknown;
    if columns.iter().filter(|column| is_dated(column)).count() == 0 {
        return;
    }
    for column in columns.iter_mut().filter(|column| {
        let words = squash(&column.heading);
        column.field == Field::Actual
            && column.period == Period::Unknown
            && MADE_OF_YEARS.iter().any(|word| words.contains(word))
    }) {
        column.field = Field::Note;
    }
}

/// 削減目標 in per cent without a year, beside targets of years that are counted otherwise, says by how much they differ.
fn rates_of_change(columns: &mut [Column], body: &[Row]) {
    let is_target = |index: &usize| columns[*index].field == Field::Target;
    let targets: Vec<usize> = (0..columns.len()).filter(is_target).collect();
    let is_undated = |index: &usize| columns[*index].period == Period::Unknown;
    let (undated, dated): (Vec<usize>, Vec<usize>) = targets.into_iter().partition(is_undated);
    let in_percent = |index: usize| {
        let cells = body.iter().map(|row| row.cell(index));
        let mut cells = cells.filter(|cell| cells::is_figure(cell)).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.contains(['%', '％']))
    };
    if dated.is_empty() || dated.into_iter().any(in_percent) {
        return;
    }
    for index in undated.into_iter().filter(|index| in_percent(*index)) {
        columns[index].field = Field::Note;
    }
}

/// 目標の性格 without a year says in words something of the targets or actuals of years beside it.
fn words_beside_figures(columns: &mut [Column], body: &[Row]) {
    let cells = |index: usize| {
        let cells = body.iter().map(move |row| row.cell(index));
        cells.filter(|cell| !cell.is_empty())
    };
    let is_dated = |column: &Column| column.period != Period::Unknown;
    let holds_words: Vec<usize> = (0..columns.len())
        .filter(|index| {
            let column = &columns[*index];
            let is_value = matches!(column.field, Field::Target | Field::Actual);
            let beside = (0..columns.len()).any(|other| {
                columns[other].field == column.field
                    && is_dated(&columns[other])
                    && cells(other).any(cells::is_figure)
            });
            let has_words = cells(*index).any(|cell| !cells::is_missing(cell));
            let has_figure = cells(*index).any(|cell| cell.contains(char::is_numeric));
            is_value && !is_dated(column) && beside && has_words && !has_figure
        })
        .collect();
    for index in holds_words {
        columns[index].field = Field::Note;
    }
}

/// The columns of targets whose year is that of another.
fn same_year<'a>(columns: &'a [Column], body: &'a [Row]) -> impl Iterator<Item = usize> + 'a {
    let is_target = |index: &usize| {
        let column = &columns[*index];
        column.field == Field::Target && column.period != Period::Unknown
    };
    let targets: Vec<usize> = (0..columns.len())
        .filter(is_target)
        .filter(|index| body.iter().any(|row| !row.cell(*index).is_empty()))
        .collect();
    let all = targets.clone();
    targets.into_iter().filter(move |index| {
        let of_year = |other: &&usize| columns[**other].period == columns[*index].period;
        all.iter().filter(of_year).count() > 1
    })
}

/// The columns of targets and actuals without a year, in heading, cells or a column of its own, beside some with one.
fn undated(columns: &[Column], body: &[Row]) -> Vec<usize> {
    let has = |field: Field| columns.iter().any(|column| column.field == field);
    let is_apart = [
        Field::TargetYear,
        Field::ActualYear,
        Field::Period,
        Field::Datum,
    ];
    if is_apart.into_iter().any(has) {
        return Vec::new();
    }
    let says_figures = |index: usize| {
        let mut cells = body.iter().map(|row| row.cell(index));
        let says_year = |cell: &str| Written::new(cell, Period::Unknown).period != Period::Unknown;
        cells.clone().any(cells::is_figure) && !cells.any(says_year)
    };
    let is_undated = |(index, column): &(usize, &Column)| {
        let has_dated = columns
            .iter()
            .any(|other| other.field == column.field && other.period != Period::Unknown);
        matches!(column.field, Field::Target | Field::Actual)
            && column.period == Period::Unknown
            && has_dated
            && says_figures(*index)
    };
    columns
        .iter()
        .enumerate()
        .filter(is_undated)
        .map(|(index, _)| index)
        .collect()
}
