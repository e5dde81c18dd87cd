//! Tables of what is done: initiatives with their parts, descriptions and departments.

use super::columns::{Column, column_of, columns_of};
use super::line::Line;
use super::number::{self, Numeral};
use super::reader::Reader;
use super::{bullet, department, measure};
use crate::plan::{Detail, Id, join_soft_wraps, squash};
use crate::read::cells;
use crate::read::{FindingKind, Level, Row, Table};

/// Whether a table's heading says what is done, and who does it or what it consists of.
#[must_use]
pub fn is_initiatives(table: &Table) -> bool {
    let columns = columns_of(&table.rows[..1]);
    let has = |column| columns.contains(&Some(column));
    let more = has(Column::Department) || has(Column::Measures) || has(Column::Summary);
    table.rows.len() > 1 && has(Column::Name) && more
}

/// How many rows the heading has: a second one has years or further headings, and no name.
fn heading_rows(table: &Table) -> usize {
    let columns = columns_of(&table.rows[..1]);
    let is_second = |row: &Row| {
        let mut filled = (0..row.cells.len()).filter(|&index| !row.cell(index).is_empty());
        let known = |index: usize| {
            columns.get(index).copied().flatten().is_none() && column_of(row.cell(index)).is_some()
        };
        !row.is_blank() && filled.all(known)
    };
    1 + usize::from(table.rows.get(1).is_some_and(is_second) && table.rows.len() > 2)
}

/// Whether a row adds up those above it.
fn is_total(row: &Row, columns: &[Option<Column>]) -> bool {
    let mut words = row
        .cells
        .iter()
        .zip(columns)
        .filter(|(cell, _)| !cell.is_empty());
    words.next().is_some_and(|(cell, column)| {
        let is_word = ["合計", "小計", "計", "総計", "総合計", "合計額", "総額"]
            .contains(&squash(cell).as_str());
        is_word && *column != Some(Column::Department)
    })
}

/// What a row says under headings that nothing is known of, and of single years, each with its heading (`R6：9,800`); a
/// list as it is.
fn remarks(row: &Row, heading: &[Row], columns: &[Option<Column>]) -> Vec<Detail> {
    let mut details = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let cell = row.cell(index);
        let is_year = matches!(column, Some(Column::Year(_)));
        if cell.is_empty() || !(is_year || column.is_none()) {
            continue;
        }
        let mut headings = heading.iter().rev().map(|row| squash(row.cell(index)));
        let heading = headings.find(|it| !it.is_empty());
        match heading.filter(|_| is_year || bullet::items(cell).len() < 2) {
            Some(heading) => details.push(Detail {
                text: format!("{heading}：{}", join_soft_wraps(cell)),
                measure: false,
            }),
            None => details.extend(measure::details(std::iter::empty(), std::iter::once(cell))),
        }
    }
    details
}

/// Whether a table says beside what is done a goal in words and, under years, what is planned for each: the figures of the
/// years are neither actuals nor the baseline and target of the goal.
#[must_use]
pub fn has_goals_by_year(table: &Table) -> bool {
    let heading = &table.rows[..heading_rows(table)];
    let columns = columns_of(heading);
    let has = |column| columns.contains(&Some(column));
    let years = columns
        .iter()
        .filter(|column| matches!(column, Some(Column::Year(_))))
        .count();
    let begins = |cell: &str, words: &[&str]| {
        let cell = squash(cell);
        words.iter().any(|word| cell.starts_with(word))
    };
    let says = |words: &[&str]| {
        let mut cells = heading.iter().flat_map(Row::filled);
        cells.any(|cell| begins(cell, words))
    };
    let is_goal = |index: &usize| {
        let mut cells = heading.iter().map(|row| row.cell(*index));
        cells.any(|cell| begins(cell, &["数値目標", "目標", "成果目標", "達成目標"]))
    };
    let in_words = |index: usize| {
        let mut cells = table.rows[heading.len()..]
            .iter()
            .map(|row| row.cell(index));
        cells.any(|cell| !cells::is_figure(cell) && !cells::is_missing(cell))
    };
    years > 1
        && has(Column::Name)
        && has(Column::Department)
        && (0..columns.len()).filter(is_goal).any(in_words)
        && !says(&["現状", "基準", "実績", "指標", "策定時", "当初", "単位"])
}

impl Reader {
    /// Reads a table of initiatives. What it holds for single years (mostly money) is kept as text with its year.
    pub fn initiative_table(&mut self, table: &Table, lines: &[Line]) {
        let (heading, body) = table.rows.split_at(heading_rows(table));
        let columns = columns_of(heading);
        let here = self.draft.outline.current();
        self.say_unknown_columns(&heading[0], &lines[0], &columns);
        for (row, line) in heading.iter().zip(lines) {
            self.say_year_columns(row, line);
        }
        for (row, line) in body.iter().zip(&lines[heading.len()..]) {
            if is_total(row, &columns) {
                self.draft.not_understood(line);
                continue;
            }
            self.sections_of_row(row, line, &columns);
            self.initiative_row(row, line, heading, &columns);
            self.say_surplus_cells(row, line, columns.len());
        }
        self.draft.outline.stand_at(here);
    }

    /// Says that what stands under a year is kept as a remark.
    fn say_year_columns(&mut self, heading: &Row, line: &Line) {
        for cell in &heading.cells {
            if matches!(column_of(cell), Some(Column::Year(_))) {
                let heading = join_soft_wraps(cell);
                self.draft
                    .find(Level::Warning, line, FindingKind::UnknownColumn { heading });
            }
        }
    }

    fn initiative_row(
        &mut self,
        row: &Row,
        line: &Line,
        heading: &[Row],
        columns: &[Option<Column>],
    ) {
        let cells = |column: Option<Column>| {
            let of_column = columns
                .iter()
                .enumerate()
                .filter(move |(_, of)| of.map(Column::of_any_year) == column);
            of_column
                .map(|(index, _)| row.cell(index))
                .filter(|cell| !cell.is_empty())
        };
        let mut names = cells(Some(Column::Name));
        let name = names.next();
        // A second column of names holds the parts; one that nothing is known of is a remark.
        let measures = names.chain(cells(Some(Column::Measures)));
        let texts = [
            Some(Column::Summary),
            Some(Column::Aim),
            Some(Column::Progress(None)),
        ];
        let mut details = measure::details(measures, texts.into_iter().flat_map(cells));
        details.extend(remarks(row, heading, columns));
        let departments: Vec<String> = cells(Some(Column::Department))
            .flat_map(department::split)
            .collect();
        match name {
            Some(name) => {
                let number = cells(Some(Column::Number)).next().unwrap_or_default();
                self.initiative(line, number, &join_soft_wraps(name));
                self.add_to_initiative(details, departments);
            }
            // A row without a name goes on with the one above.
            None if self.place.initiative.is_some() => self.add_to_initiative(details, departments),
            None => self.draft.not_understood(line),
        }
    }

    fn add_to_initiative(&mut self, details: Vec<Detail>, departments: Vec<String>) {
        let index = self.place.initiative.unwrap_or_default();
        if let Some(initiative) = self.draft.plan.initiatives.get_mut(index) {
            initiative.details.extend(details);
            initiative.departments.extend(departments);
        }
    }

    /// Says which columns have a heading that nothing is known of.
    pub fn say_unknown_columns(&mut self, heading: &Row, line: &Line, columns: &[Option<Column>]) {
        let unknown = heading
            .cells
            .iter()
            .zip(columns)
            .filter(|(cell, of)| of.is_none() && !cell.is_empty());
        for (cell, _) in unknown {
            let heading = join_soft_wraps(cell);
            self.draft
                .find(Level::Warning, line, FindingKind::UnknownColumn { heading });
        }
    }

    /// Says when a row has cells beyond its heading; they are in no item.
    pub fn say_surplus_cells(&mut self, row: &Row, line: &Line, expected: usize) {
        if row.cells.iter().skip(expected).any(|cell| !cell.is_empty()) {
            let found = row.cells.len();
            self.draft.find(
                Level::Warning,
                line,
                FindingKind::UnevenRow { expected, found },
            );
        }
    }

    /// Enters the sections that a row's columns name; an empty cell goes on with the row above.
    pub fn sections_of_row(&mut self, row: &Row, line: &Line, columns: &[Option<Column>]) {
        for (index, _) in columns
            .iter()
            .enumerate()
            .filter(|(_, column)| **column == Some(Column::Section))
        {
            if !row.cell(index).is_empty() {
                self.enter_named(line, &index.to_string(), row.cell(index));
            }
        }
    }

    /// Enters a section named in a cell, by its number if it has one.
    pub fn enter_named(&mut self, line: &Line, column: &str, title: &str) {
        let (numeral, title) =
            number::leading(title).unwrap_or_else(|| (Numeral::none(column), title));
        let provenance = self.draft.provenance(line.number);
        self.draft
            .outline
            .enter(numeral, &join_soft_wraps(title), provenance);
    }

    /// The initiative of this section with this name; it is added where there is none.
    pub fn initiative_named(&mut self, line: &Line, name: &str) -> Id {
        let section = self.draft.outline.current_id();
        let known = self
            .draft
            .plan
            .initiatives
            .iter()
            .find(|it| it.section == section && squash(&it.name) == squash(name));
        if let Some(known) = known {
            return known.id.clone();
        }
        let (number, name) =
            number::leading(name).map_or((String::new(), name), |(it, name)| (it.written, name));
        self.initiative(line, &number, &join_soft_wraps(name));
        self.draft
            .plan
            .initiatives
            .last()
            .map(|it| it.id.clone())
            .unwrap_or_default()
    }
}
