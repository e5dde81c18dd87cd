//! Where a schedule's items stand: the sections that their rows name.

use super::super::line::Line;
use super::super::number::Numeral;
use super::super::reader::Reader;
use super::super::title::words_beside;
use super::Column;
use super::counting::Step;
use super::row::{self, ReadRow};
use crate::plan::{FiscalYear, Statement, join_soft_wraps, squash};
use crate::read::{FindingKind, Level, Row};

impl Reader {
    /// The sections that the row's own headings lead to.
    pub(super) fn place_by_numbers(&mut self, line: &Line, mut read: ReadRow) -> ReadRow {
        let columns = &self.timetable.columns;
        let of_nature = columns
            .iter()
            .position(|column| *column == Some(Column::Nature));
        if of_nature.is_some_and(|column| column != read.anchor) {
            self.draft
                .find(Level::Note, line, FindingKind::ShiftedColumns);
        }
        let headings = std::mem::take(&mut read.headings);
        let titles: Vec<String> = headings.iter().map(|(_, title)| squash(title)).collect();
        let stand = self.timetable.counting.row(headings);
        if stand.path.is_empty() {
            return read;
        }
        self.enter_counted(line, stand.path, &stand.stray);
        self.say_unplaced(line, &titles);
        self.aim_of_row(line, &mut read);
        read
    }

    /// Says when a heading of the row is no section's: it waits for its rows, or the numbers left no place for it.
    fn say_unplaced(&mut self, line: &Line, titles: &[String]) {
        let sections = self.draft.outline.sections();
        let placed = |title: &String| {
            sections
                .iter()
                .any(|section| squash(&section.title).contains(title))
        };
        let of_line = self
            .draft
            .findings
            .iter()
            .rev()
            .take_while(|finding| finding.line == Some(line.number));
        let said = of_line
            .filter(|finding| finding.kind != FindingKind::ShiftedColumns)
            .count()
            > 0;
        if !said && !titles.iter().all(placed) {
            self.draft
                .find(Level::Note, line, FindingKind::SectionFromNumbering);
        }
    }

    /// The sections that the row's columns name, each going on until the next.
    pub(super) fn place_by_columns(&mut self, row: &Row, line: &Line) -> Option<ReadRow> {
        let columns = self.timetable.columns.clone();
        let mut read = row::from_columns(row, &columns, &self.timetable.remarks, &self.legend)?;
        self.sections_of_row(row, line, &columns);
        self.say_surplus_cells(row, line, columns.len());
        self.say_missing_years(row, line, &columns);
        self.aim_of_row(line, &mut read);
        Some(read)
    }

    /// Says when a row ends before the first year: the page may have broken it.
    fn say_missing_years(&mut self, row: &Row, line: &Line, columns: &[Option<Column>]) {
        let is_year = |column: &Option<Column>| matches!(column, Some(Column::Year(_)));
        let first = columns.iter().position(is_year);
        if first.is_some_and(|first| row.cells.len() <= first) {
            let kind = FindingKind::UnevenRow {
                expected: columns.len(),
                found: row.cells.len(),
            };
            self.draft.find(Level::Warning, line, kind);
        }
    }

    /// A further year of an item whose years stand in rows of their own.
    pub fn add_year(&mut self, line: &Line, item: usize, year: FiscalYear, cell: &str) {
        let mut read = ReadRow::default();
        read.year_cells(&[(year, cell)], &self.legend);
        let Some(item) = self.draft.plan.schedule.get_mut(item) else {
            return self.draft.not_understood(line);
        };
        item.marks.append(&mut read.marks);
        item.summary = [item.summary.as_str(), read.summary.as_str()]
            .join(" ")
            .trim()
            .to_owned();
        let id = item.id.clone();
        for mark in read.unclear {
            let kind = FindingKind::UnknownMark { mark };
            self.draft.find_about(Level::Warning, line, kind, &id);
        }
        for words in read.worded {
            let kind = FindingKind::WordsAsMark { words };
            self.draft.find_about(Level::Note, line, kind, &id);
        }
    }

    fn aim_of_row(&mut self, line: &Line, read: &mut ReadRow) {
        let provenance = self.draft.provenance(line.number);
        let here = self.draft.outline.current();
        let text = std::mem::take(&mut read.aim);
        if let (false, Some(section)) = (
            text.is_empty(),
            here.and_then(|index| self.draft.outline.section_mut(index)),
        ) {
            section.aims.push(Statement {
                text,
                provenance,
                ..Statement::default()
            });
        } else if !text.is_empty() {
            read.summary = format!("{text} {}", read.summary).trim().to_owned();
        }
    }

    /// Enters the headings of a row from the top down. A heading without a title takes the words beside it that are
    /// not the title of the heading above.
    fn enter_counted(&mut self, line: &Line, path: Vec<Step>, stray: &str) {
        self.draft.outline.stand_at(self.timetable.base);
        let depths = path.len();
        let mut left_over = stray.to_owned();
        for (depth, Step { numeral, title }) in path.into_iter().enumerate() {
            let mut written = join_soft_wraps(&title);
            let known = self.known_title(&numeral);
            if written.is_empty() && known.is_empty() && !left_over.is_empty() {
                written = std::mem::take(&mut left_over);
                let kind = FindingKind::TitleFromNeighbour {
                    title: written.clone(),
                };
                self.draft.find(Level::Warning, line, kind);
            } else if !title.is_empty() && !known.is_empty() {
                left_over = words_beside(&title, &known);
            }
            if written.starts_with(['の', 'を', 'が', 'は', 'に', 'と', 'で', '、', '・'])
            {
                self.draft
                    .find(Level::Warning, line, FindingKind::DoubtfulTitle);
            }
            self.enter_level(line, numeral, &written, depth, depths);
        }
        self.timetable.left_at = self.draft.outline.current();
    }

    fn enter_level(
        &mut self,
        line: &Line,
        numeral: Numeral,
        title: &str,
        depth: usize,
        depths: usize,
    ) {
        let provenance = self.draft.provenance(line.number);
        let entered = self
            .draft
            .outline
            .enter_by_number(numeral, title, provenance);
        if let Some(known) = entered.known {
            self.draft
                .find(Level::Note, line, FindingKind::NameDiffers { known });
        }
        let levels = &self.timetable.levels;
        // The lowest level has the last column; those above share the columns before.
        let name = if depth + 1 == depths {
            levels.last()
        } else {
            levels.get(depth.min(levels.len().saturating_sub(2)))
        };
        if let (true, Some(name), Some(section)) = (
            entered.new,
            name,
            self.draft.outline.section_mut(entered.index),
        ) && section.level.is_empty()
        {
            section.level.clone_from(name);
        }
    }

    fn known_title(&self, numeral: &Numeral) -> String {
        let mut children = self.draft.outline.children(self.draft.outline.current());
        let found = children
            .find(|(_, _, known)| known.style == numeral.style && known.value == numeral.value);
        found
            .map(|(_, section, _)| section.title.clone())
            .unwrap_or_default()
    }
}
