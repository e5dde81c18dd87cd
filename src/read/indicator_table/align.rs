//! Which cell of a row stands in which column, where the row has more or fewer cells than the heading.

use super::columns::{Column, Field};
use super::name::is_number;
use crate::plan::squash;
use crate::read::cells;
use crate::read::table::Row;

/// A row's cells as they stand in the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    /// One cell for each column.
    pub(super) cells: Vec<String>,
    /// Filled cells for which there is no column.
    pub(super) surplus: Vec<String>,
    /// Whether the cells were moved.
    pub(super) moved: bool,
}

/// What moving cells must gain before it is believed.
const GAIN: i32 = 4;

/// Puts each cell into the column it fits, keeping the order; where there are far more cells than columns, that says
/// nothing. A row of as many cells as columns stays as it is.
pub(super) fn align(row: &Row, columns: &[Column]) -> Aligned {
    let mut cells = row.cells.clone();
    while cells.len() > columns.len() && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    if cells.len() == columns.len() {
        return Aligned {
            cells,
            surplus: Vec::new(),
            moved: false,
        };
    }
    let is_close = cells.len() <= columns.len() * 2 + 8;
    let best = is_close.then(|| best_places(&cells, columns));
    let best = best.filter(|(fit, _)| *fit >= straight_fit(&cells, columns) + GAIN);
    let Some((_, places)) = best else {
        let surplus = cells.split_off(columns.len().min(cells.len()));
        cells.resize(columns.len(), String::new());
        return Aligned {
            cells,
            surplus: surplus
                .into_iter()
                .filter(|cell| !cell.is_empty())
                .collect(),
            moved: false,
        };
    };
    let mut placed = vec![String::new(); columns.len()];
    let mut surplus = Vec::new();
    for (cell, place) in cells.into_iter().zip(places) {
        match place {
            Some(column) => placed[column] = cell,
            None if cell.is_empty() => {}
            None => surplus.push(cell),
        }
    }
    Aligned {
        cells: placed,
        surplus,
        moved: true,
    }
}

fn straight_fit(cells: &[String], columns: &[Column]) -> i32 {
    let pairs: i32 = cells
        .iter()
        .zip(columns)
        .map(|(cell, column)| fit(cell, column.field))
        .sum();
    let surplus: i32 = cells
        .iter()
        .skip(columns.len())
        .map(|cell| without_column(cell))
        .sum();
    let gaps: i32 = columns
        .iter()
        .skip(cells.len())
        .map(|column| without_cell(column.field))
        .sum();
    pairs + surplus + gaps
}

/// How well a cell fits a field; negative when it contradicts it.
fn fit(cell: &str, field: Field) -> i32 {
    if cell.is_empty() {
        return 0;
    }
    let (figure, missing) = (cells::is_figure(cell), cells::is_missing(cell));
    let (unit, year, department) = (
        cells::is_unit(cell),
        cells::is_year(cell),
        cells::is_department(cell),
    );
    let words = !figure && !is_number(cell) && !unit && !year && !missing;
    let either = |fits: bool, fit: i32, unfit: i32| if fits { fit } else { unfit };
    match field {
        Field::Number | Field::SectionNumber => either(is_number(cell), 3, -3),
        Field::Name => first(&[(words && !department, 3), (words, 0)], -5),
        Field::Unit => first(&[(unit, 5), (missing, 0)], -4),
        Field::BaselineYear | Field::TargetYear | Field::Period => either(year, 4, -3),
        Field::Direction => either(cells::pointing(cell).is_some(), 4, -3),
        Field::Department => first(&[(department, 4), (words, -1)], -4),
        Field::PublishedRate => first(
            &[
                (figure && squash(cell).contains('%'), 3),
                (figure || missing, 1),
            ],
            -2,
        ),
        Field::Datum => either(super::content::datum(cell).is_some(), 5, -4),
        field if field.is_value() || field == Field::Value => {
            let long = cell.chars().count() > 20;
            first(
                &[
                    (figure || missing, 3),
                    (unit || year || department, -4),
                    (long, -3),
                ],
                0,
            )
        }
        _ => first(&[(words && !department, 1), (words, 0)], -2),
    }
}

/// The fit of the first case that holds.
fn first(cases: &[(bool, i32)], otherwise: i32) -> i32 {
    cases
        .iter()
        .find(|(holds, _)| *holds)
        .map_or(otherwise, |(_, fit)| *fit)
}

/// What it costs when a cell has no column.
fn without_column(cell: &str) -> i32 {
    if cell.is_empty() { 0 } else { -6 }
}

/// What it costs when a column has no cell: little where a merged cell may stand for several rows.
fn without_cell(field: Field) -> i32 {
    match field {
        Field::Name => -5,
        field if field.is_hierarchy() || field == Field::SecondName => 0,
        Field::Note | Field::Unknown | Field::Department | Field::Measurement => -1,
        _ => -2,
    }
}

/// The best fit of all the cells in order, and the column of each (none when it has none): the usual alignment of
/// two sequences by dynamic programming.
fn best_places(cells: &[String], columns: &[Column]) -> (i32, Vec<Option<usize>>) {
    let (rows, width) = (cells.len(), columns.len() + 1);
    let mut best = vec![0_i32; (rows + 1) * width];
    for cell in (0..=rows).rev() {
        for column in (0..width).rev() {
            let here = cell * width + column;
            best[here] = options(cells, columns, cell, column)
                .map(|(gain, next_cell, next_column)| gain + best[next_cell * width + next_column])
                .max()
                .unwrap_or(0);
        }
    }
    let (mut cell, mut column) = (0, 0);
    let mut places = vec![None; rows];
    while cell < rows || column + 1 < width {
        let here = best[cell * width + column];
        let next = options(cells, columns, cell, column).find(|(gain, next_cell, next_column)| {
            gain + best[next_cell * width + next_column] == here
        });
        let Some((_, next_cell, next_column)) = next else {
            break;
        };
        if next_cell > cell && next_column > column {
            places[cell] = Some(column);
        }
        (cell, column) = (next_cell, next_column);
    }
    (best[0], places)
}

/// The steps from a place: the cell into the column, the column left without a cell, the cell left without a column.
fn options<'a>(
    cells: &'a [String],
    columns: &'a [Column],
    cell: usize,
    column: usize,
) -> impl Iterator<Item = (i32, usize, usize)> + 'a {
    let (has_cell, has_column) = (cell < cells.len(), column < columns.len());
    let placed = (has_cell && has_column).then(|| {
        (
            fit(&cells[cell], columns[column].field),
            cell + 1,
            column + 1,
        )
    });
    let gap = has_column.then(|| (without_cell(columns[column].field), cell, column + 1));
    let dropped = has_cell.then(|| (without_column(&cells[cell]), cell + 1, column));
    [placed, gap, dropped].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headings: &[&str]) -> Vec<Column> {
        headings
            .iter()
            .map(|heading| Column::under(heading))
            .collect()
    }

    fn row(cells: &[&str]) -> Row {
        Row {
            line: 1,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        }
    }

    #[test]
    fn a_row_whose_merged_first_cell_is_gone_moves_to_the_right() {
        let columns = columns(&["施策", "指標名", "単位", "現状値", "目標値"]);
        let aligned = align(&row(&["図書館の貸出冊数", "冊", "100", "200"]), &columns);
        assert_eq!(aligned.cells, ["", "図書館の貸出冊数", "冊", "100", "200"]);
        assert!(aligned.moved);
    }

    #[test]
    fn surplus_blanks_are_passed_over() {
        let columns = columns(&["指標名", "単位", "現状値", "目標値"]);
        let aligned = align(
            &row(&["図書館の貸出冊数", "", "冊", "", "100", "200"]),
            &columns,
        );
        assert_eq!(aligned.cells, ["図書館の貸出冊数", "冊", "100", "200"]);
    }

    #[test]
    fn a_row_that_ends_early_stays_where_it_is() {
        let columns = columns(&["指標名", "単位", "現状値", "目標値", "備考"]);
        let aligned = align(&row(&["図書館の貸出冊数", "冊", "100", "200"]), &columns);
        assert_eq!(aligned.cells, ["図書館の貸出冊数", "冊", "100", "200", ""]);
        assert!(!aligned.moved);
    }
}
