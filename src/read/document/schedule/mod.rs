//! Schedules: items (実践項目) with a mark for each fiscal year.

mod counting;
mod mark;
mod row;
mod settle;

pub use mark::{Legend, YearCell};

use super::columns::{Column, columns_of, year_of};
use super::department;
use super::line::Line;
use super::number::Numeral;
use super::outline::alike;
use super::reader::Reader;
use crate::plan::{
    FiscalYear, Question, QuestionKind, ScheduleItem, Statement, join_soft_wraps, squash,
};
use crate::read::{FindingKind, Level, Row, Table};
use counting::{Counting, Step};
use row::ReadRow;

/// What goes on from one page's table to the next.
#[derive(Default)]
pub struct Timetable {
    years: Vec<FiscalYear>,
    columns: Vec<Option<Column>>,
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

/// How many rows of a table are its heading: those before the first mark or nature.
fn heading_rows(table: &Table) -> usize {
    let has_body = |row: &Row| {
        let marked = row.cells.iter().any(|cell| {
            matches!(
                Legend::default().read(cell),
                YearCell::Mark(_) | YearCell::UnknownSign
            )
        });
        marked || row.cells.iter().any(|cell| row::nature_of(cell).is_some())
    };
    table.rows.iter().take(4).position(has_body).unwrap_or(0)
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
    let anchored = body
        .iter()
        .filter(|row| row.cells.iter().any(|cell| row::nature_of(cell).is_some()))
        .count();
    if anchored > 0 && anchored * 2 >= body.len() {
        return true;
    }
    let columns = columns_of(head);
    let in_years = body
        .iter()
        .flat_map(|row| row.cells.iter().enumerate())
        .filter(|(index, cell)| {
            !cell.is_empty() && matches!(columns.get(*index), Some(Some(Column::Year(_))))
        });
    let (mut filled, mut marked) = (0, 0);
    for (_, cell) in in_years {
        filled += 1;
        marked += usize::from(!matches!(Legend::default().read(cell), YearCell::Text));
    }
    years > 1 && columns.contains(&Some(Column::Name)) && filled > 0 && marked * 2 > filled
}

impl Reader {
    /// Reads a schedule table.
    pub fn schedule(&mut self, table: &Table, lines: &[Line]) {
        let (head, body) = table.rows.split_at(heading_rows(table));
        self.schedule_heading(head, lines);
        let here = self.draft.outline.current();
        if here != self.timetable.left_at {
            (
                self.timetable.base,
                self.timetable.left_at,
                self.timetable.counting,
            ) = (here, here, Counting::default());
        }
        let has_aims = self.timetable.columns.contains(&Some(Column::Aim));
        for (row, line) in body.iter().zip(&lines[head.len()..]) {
            if row.is_blank() {
                continue;
            }
            let anchored = row::from_anchor(row, &self.timetable.years, &self.legend, has_aims);
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
        let columns = columns_of(head);
        let of_hierarchy = |(index, cell): (usize, &String)| {
            (columns_of(&head[..1]).get(index) == Some(&Some(Column::Section)))
                .then(|| join_soft_wraps(cell))
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

    /// The sections that the row's own headings lead to.
    fn place_by_numbers(&mut self, line: &Line, mut read: ReadRow) -> ReadRow {
        let shifted = self
            .timetable
            .columns
            .iter()
            .position(|column| *column == Some(Column::Nature));
        if shifted.is_some_and(|column| column != read.anchor) {
            self.draft
                .find(Level::Note, line, FindingKind::ShiftedColumns);
        }
        let named = !read.headings.is_empty();
        let stand = self
            .timetable
            .counting
            .row(std::mem::take(&mut read.headings));
        if stand.path.is_empty() {
            return read;
        }
        if named && stand.ahead {
            self.draft
                .find(Level::Note, line, FindingKind::SectionFromNumbering);
        }
        self.enter_counted(line, stand.path, &stand.stray);
        let provenance = self.draft.provenance(line.number);
        if let Some(section) = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index))
            && !read.aim.is_empty()
        {
            section.aims.push(Statement {
                text: std::mem::take(&mut read.aim),
                provenance,
                ..Statement::default()
            });
        }
        read
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

    /// The sections that the row's columns name, each going on until the next.
    fn place_by_columns(&mut self, row: &Row, line: &Line) -> Option<ReadRow> {
        let columns = self.timetable.columns.clone();
        let read = row::from_columns(row, &columns, &self.legend)?;
        self.sections_of_row(row, line, &columns);
        Some(read)
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
            progress: read.progress,
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

/// The words of a cell that are not the title it repeats: `協働の推進 透明性の向上` beside 協働の推進 leaves 透明性の向上.
/// Nothing where the cell only words the title a little otherwise.
fn words_beside(text: &str, known: &str) -> String {
    let title = squash(known);
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = |count: &usize| title.starts_with(&squash(&words[..*count].concat()));
    let own = (1..=words.len()).rev().find(begins).unwrap_or(0);
    if own == 0 && alike(known, text) {
        String::new()
    } else {
        words[own..].concat()
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
