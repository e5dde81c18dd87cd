//! Schedules: items (実践項目) with a mark for each fiscal year.

mod anchor;
mod counting;
mod mark;
mod place;
mod row;
mod settle;

pub use mark::{Legend, YearCell};

use super::columns::{Column, column_of, columns_of, is_open_ended, year_of};
use super::department;
use super::line::Line;
use super::reader::Reader;
use crate::plan::{
    AnnualReport, FiscalYear, Question, QuestionKind, ScheduleItem, join_soft_wraps, squash,
};
use crate::read::{FindingKind, Level, Row, Table};
use counting::Counting;
use row::ReadRow;

/// What goes on from one page's table to the next.
#[derive(Default)]
pub struct Timetable {
    years: Vec<FiscalYear>,
    columns: Vec<Option<Column>>,
    /// The headings of the columns that nothing more is known of; empty for the others.
    remarks: Vec<String>,
    /// The headings of the columns with the hierarchy, for the names of its levels.
    levels: Vec<String>,
    counting: Counting,
    /// The section above the schedule's own headings, from the document's text.
    base: Option<usize>,
    /// Where the last row stood; elsewhere, the text has moved on.
    left_at: Option<usize>,
    /// Items shown again, to be tied to their first showing when all are read.
    repeated: Vec<(usize, Line)>,
    /// Questions who is responsible, to be asked when all units are known.
    unowned: Vec<(usize, Line)>,
}

/// How many rows of a table are its heading: those that have a heading's words or years, before the first mark or
/// nature.
fn heading_rows(table: &Table) -> usize {
    let legend = Legend::default();
    let is_sign =
        |cell: &String| matches!(legend.read(cell), YearCell::Mark(_) | YearCell::UnknownSign);
    let is_body = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| is_sign(cell) || anchor::nature_in_its_column(cell).is_some())
    };
    let has_words = |row: &Row| row.cells.iter().any(|cell| column_of(cell).is_some());
    table
        .rows
        .iter()
        .take(4)
        .position(|row| is_body(row) || !has_words(row))
        .unwrap_or(0)
}

/// Whether a table is a schedule: marks or natures below a heading with years, or rows that all have a nature.
#[must_use]
pub fn is_schedule(table: &Table) -> bool {
    let heading = heading_rows(table);
    let (head, body) = table.rows.split_at(heading);
    let years = head
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| year_of(cell).is_some())
        .count();
    let columns = columns_of(head);
    let anchored = body
        .iter()
        .filter(|row| anchor::anchor_of(row, &columns).is_some())
        .count();
    if anchored > 0 && anchored * 2 >= body.len() {
        return true;
    }
    let has = |column| columns.contains(&Some(column));
    years > 1
        && has(Column::Name)
        && (marks_prevail(body, &columns)
            || (has(Column::Department) && steps_prevail(body, &columns)))
}

/// The longest text of a year's cell that is a step and no description.
const LONGEST_STEP: usize = 12;

/// Whether most of what stands in the columns of years are short words without figures: what is done in the year, in
/// whatever words.
fn steps_prevail(body: &[Row], columns: &[Option<Column>]) -> bool {
    let is_figure = |c: char| c.is_numeric() || c == '。';
    years_hold(body, columns, |cell| {
        cell.chars().count() <= LONGEST_STEP && !cell.contains(is_figure)
    })
}

/// Whether most of what stands in the columns of years are marks.
fn marks_prevail(body: &[Row], columns: &[Option<Column>]) -> bool {
    let legend = Legend::default();
    years_hold(body, columns, |cell| {
        !matches!(legend.read(cell), YearCell::Text)
    })
}

/// Whether most of the filled cells in the columns of years are of a kind.
fn years_hold(body: &[Row], columns: &[Option<Column>], is: impl Fn(&str) -> bool) -> bool {
    let in_years = body
        .iter()
        .flat_map(|row| row.cells.iter().enumerate())
        .filter(|(index, cell)| {
            !cell.is_empty() && matches!(columns.get(*index), Some(Some(Column::Year(_))))
        });
    let (mut filled, mut marked) = (0, 0);
    for (_, cell) in in_years {
        filled += 1;
        marked += usize::from(is(cell));
    }
    filled > 0 && marked * 2 > filled
}

/// Whether rows that hold marks have no name but say what is done: then the names are merged over several of them.
fn names_are_merged(body: &[Row], columns: &[Option<Column>]) -> bool {
    let holds = |row: &Row, column: fn(Column) -> bool| {
        let cells = row.cells.iter().zip(columns);
        cells
            .filter(|(cell, _)| !cell.is_empty())
            .any(|(_, known)| known.is_some_and(column))
    };
    let is_named = |row: &Row| holds(row, |column| column == Column::Name);
    let is_item = |row: &Row| {
        holds(row, |column| column == Column::Summary)
            && holds(row, |column| matches!(column, Column::Year(_)))
    };
    !columns.contains(&Some(Column::Nature))
        && body.iter().any(|row| is_named(row) && is_item(row))
        && body.iter().any(|row| !is_named(row) && is_item(row))
}

/// What is called an item is a level above what is done, which is the item then.
fn lower_level(column: &mut Option<Column>) {
    *column = match *column {
        Some(Column::Name) => Some(Column::Section),
        Some(Column::Summary) => Some(Column::Name),
        other => other,
    };
}

impl Reader {
    /// Whether rows without a heading of their own go on with the last schedule, from which a section's heading parts them:
    /// each has a name and no cell more than its heading had, and marks stand in its years.
    pub fn goes_on_schedule(&self, table: &Table) -> bool {
        let columns = &self.timetable.columns;
        let named = |row: &Row| {
            let mut cells = row.cells.iter().zip(columns);
            row.cells.len() <= columns.len()
                && cells.any(|(cell, column)| *column == Some(Column::Name) && !cell.is_empty())
        };
        !columns.contains(&Some(Column::Nature))
            && heading_rows(table) == 0
            && table.rows.iter().all(named)
            && marks_prevail(&table.rows, columns)
    }

    /// Reads a schedule table.
    pub fn schedule(&mut self, table: &Table, lines: &[Line]) {
        let (head, body) = table.rows.split_at(heading_rows(table));
        self.schedule_heading(head, lines);
        if names_are_merged(body, &self.timetable.columns) {
            self.timetable.columns.iter_mut().for_each(lower_level);
        }
        let here = self.draft.outline.current();
        if here != self.timetable.left_at {
            (
                self.timetable.base,
                self.timetable.left_at,
                self.timetable.counting,
            ) = (here, here, Counting::default());
        }
        for (row, line) in body.iter().zip(&lines[head.len()..]) {
            if row.is_blank() {
                continue;
            }
            let anchored = anchor::from_anchor(
                row,
                &self.timetable.years,
                &self.legend,
                &self.timetable.columns,
            );
            let read = match anchored {
                Some(read) => Some(self.place_by_numbers(line, read)),
                None if self.timetable.columns.contains(&Some(Column::Nature)) => None,
                None => self.place_by_columns(row, line),
            };
            match read {
                Some(read) => self.schedule_item(line, read),
                None => self.draft.not_understood(line),
            }
        }
    }

    /// The years and columns of a heading; the same heading on a further page says nothing new.
    fn schedule_heading(&mut self, head: &[Row], lines: &[Line]) {
        let text: String = head
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| squash(cell))
            .collect();
        let years: Vec<FiscalYear> = head
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| year_of(cell))
            .collect();
        if let (false, Some(line)) = (
            self.seen.insert(text),
            lines.first().filter(|_| !head.is_empty()),
        ) {
            self.draft
                .find(Level::Note, line, FindingKind::RepeatedHeading);
        }
        if years.is_empty() {
            return;
        }
        self.say_open_ended(head, lines);
        let columns = columns_of(head);
        let lowest = |index| {
            head.iter()
                .rev()
                .map(|row| row.cell(index))
                .find(|it| !it.is_empty())
        };
        let remark = |(index, column): (usize, &Option<Column>)| match (column, lowest(index)) {
            (None, Some(heading)) => join_soft_wraps(heading),
            _ => String::new(),
        };
        self.timetable.remarks = columns.iter().enumerate().map(remark).collect();
        let of_first_row = columns_of(&head[..1]);
        let of_hierarchy = |(index, cell): (usize, &String)| {
            (of_first_row.get(index) == Some(&Some(Column::Section))).then(|| join_soft_wraps(cell))
        };
        self.timetable.levels = head[0]
            .cells
            .iter()
            .enumerate()
            .filter_map(of_hierarchy)
            .collect();
        let period = &mut self.draft.plan.period;
        period.start = period.start.or(years.iter().min().copied());
        period.end = period.end.or(years.iter().max().copied());
        (self.timetable.years, self.timetable.columns) = (years, columns);
    }

    /// Says which columns stand for more years than the one that their marks are read for.
    fn say_open_ended(&mut self, head: &[Row], lines: &[Line]) {
        for (row, line) in head.iter().zip(lines) {
            for cell in row.cells.iter().filter(|cell| is_open_ended(cell)) {
                let heading = join_soft_wraps(cell);
                self.draft
                    .find(Level::Warning, line, FindingKind::OpenEndedYear { heading });
            }
        }
    }

    /// An item whose years stand in a row of their own.
    pub fn schedule_row<'a>(
        &mut self,
        line: &Line,
        name: String,
        department: String,
        years: impl Iterator<Item = (FiscalYear, &'a str)>,
    ) {
        let mut read = ReadRow {
            name,
            department,
            ..ReadRow::default()
        };
        let years: Vec<(FiscalYear, &str)> = years.collect();
        read.year_cells(&years, &self.legend);
        self.schedule_item(line, read);
    }

    fn schedule_item(&mut self, line: &Line, read: ReadRow) {
        let (name, repeated) = read.name_and_repeat();
        let index = self.draft.plan.schedule.len();
        let id = self.draft.add_schedule_item(ScheduleItem {
            section: self.draft.outline.current_id(),
            name,
            nature: read.nature,
            departments: department::split(&read.department),
            provenance: self.draft.provenance(line.number),
            summary: read.summary,
            progress: read.progress.into_iter().map(as_report).collect(),
            marks: read.marks.clone(),
            ..ScheduleItem::default()
        });
        if read.surplus > 0 {
            self.draft.find_about(
                Level::Warning,
                line,
                FindingKind::SurplusMarks {
                    dropped: read.surplus,
                },
                &id,
            );
        }
        for mark in read.unclear {
            self.draft
                .find_about(Level::Warning, line, FindingKind::UnknownMark { mark }, &id);
        }
        for words in read.worded {
            self.draft
                .find_about(Level::Note, line, FindingKind::WordsAsMark { words }, &id);
        }
        if !read.other_marks.is_empty() {
            self.draft
                .find_about(Level::Question, line, FindingKind::AmbiguousYears, &id);
            let readings = std::iter::once(read.marks).chain(read.other_marks);
            let choices = readings
                .map(|marks| crate::plan::Choice::Marks { marks })
                .collect();
            self.draft
                .ask(question(line, &id, QuestionKind::AmbiguousYears, choices));
        }
        if repeated {
            self.timetable.repeated.push((index, line.clone()));
        }
        if self.draft.plan.schedule[index].departments.is_empty() && self.expects_departments() {
            self.timetable.unowned.push((index, line.clone()));
        }
    }

    fn expects_departments(&self) -> bool {
        self.timetable.columns.contains(&Some(Column::Department))
    }
}

fn as_report((fiscal_year, note): (Option<FiscalYear>, String)) -> AnnualReport {
    AnnualReport {
        fiscal_year,
        note,
        ..AnnualReport::default()
    }
}

fn question(
    line: &Line,
    item: &crate::plan::Id,
    kind: QuestionKind,
    choices: Vec<crate::plan::Choice>,
) -> Question {
    Question {
        id: crate::plan::Id::default(),
        item: item.clone(),
        kind,
        source_text: super::draft::shown(&line.text),
        line: Some(line.number),
        choices,
    }
}
