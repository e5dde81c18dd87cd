//! Rows and cells that go on with what stands above: wrapped texts, the second half of a department, names in brackets.

use super::super::broken_text::{goes_on_below, is_unfinished, names_section};
use super::super::columns::unit_in_brackets;
use super::super::part_name::is_part;
use super::{Aligned, Field, FindingKind, Level, Row, Rows, align, cells};

impl Rows<'_> {
    /// Takes a row that only goes on with the one above: the rest of a wrapped cell, or the years below its values.
    pub(super) fn goes_on(&mut self, row: &Row, aligned: &Aligned) -> bool {
        let named = self.cell_of(aligned, Field::Name);
        let filled = || {
            aligned
                .cells
                .iter()
                .zip(self.columns)
                .filter(|(cell, _)| !cell.is_empty())
        };
        let is_text = |field: Field| {
            matches!(
                field,
                Field::Name | Field::Measurement | Field::Note | Field::Unknown | Field::Department
            )
        };
        let only_text =
            filled().all(|(cell, column)| is_text(column.field) && !cells::is_figure(cell));
        let only_years = named.is_empty()
            && filled().all(|(cell, column)| column.field.is_value() && cells::is_dated(cell));
        let Some(last) = self.drafts.get(self.current) else {
            return false;
        };
        let wraps = only_text
            && last.has_values()
            && (named.is_empty() || is_unfinished(&last.name, named));
        if !wraps && !only_years {
            return false;
        }
        self.find(Level::Warning, row.line, &row.text(), FindingKind::Joined);
        self.add_to_last(row)
    }

    /// Adds the cells of a row to what the last indicator has in the same columns.
    pub(super) fn add_to_last(&mut self, row: &Row) -> bool {
        let aligned = align(row, self.columns);
        let Some(last) = self.drafts.get_mut(self.current) else {
            return false;
        };
        for (cell, column) in aligned
            .cells
            .iter()
            .zip(self.columns)
            .filter(|(cell, _)| !cell.is_empty())
        {
            match column.field {
                Field::Name => last.name.push_str(cell),
                Field::Measurement => last.measurement.push_str(cell),
                Field::Department if last.goes_on_with_department(cell) => {}
                field if field.is_value() && cells::is_dated(cell) => {
                    last.year_below(field, column.period, cell);
                }
                _ => match last.notes.last_mut() {
                    Some(note) => note.push_str(cell),
                    None => last.notes.push(cell.clone()),
                },
            }
        }
        true
    }

    /// Takes a lone 課 or 室 that completes the department of the row above.
    pub(super) fn completes_department(&mut self, only: &str) -> bool {
        let last = self.drafts.get_mut(self.current);
        let last = last.filter(|_| ends_department(only));
        last.is_some_and(|last| last.goes_on_with_department(only))
    }

    /// Takes what stands alone below a row and only ends one of its cells: its unit below the name, `（％）`, or the rest of a
    /// remark that broke off.
    pub(super) fn is_rest_of_last(&mut self, only: &str, stands_as_name: bool) -> bool {
        let Some(last) = self.drafts.get_mut(self.current) else {
            return false;
        };
        let is_unit = only.starts_with(['(', '（', '［', '['])
            && cells::is_unit(only)
            && stands_as_name
            && last.unit.is_empty()
            && last.has_values();
        if is_unit {
            let brackets = ['(', ')', '（', '）', '［', '］', '[', ']'];
            only.trim_matches(brackets).clone_into(&mut last.unit);
            return true;
        }
        let note = last.notes.last_mut();
        match note.filter(|note| goes_on_below(note) && !names_section(only)) {
            Some(note) if !cells::is_figure(only) => {
                note.push_str(only);
                true
            }
            _ => false,
        }
    }

    /// Whether a name without values carries the unit of the rows below it, and is no section: 収納率（％） above 現年分.
    pub(super) fn begins_series(&self, only: &str) -> bool {
        let has_unit_column = self.columns.iter().any(|it| it.field == Field::Unit);
        !unit_in_brackets(only).is_empty() && !has_unit_column && !names_section(only)
    }

    /// The name of a row in such a series; a name with a unit of its own ends it.
    pub(super) fn in_series(&mut self, line: u32, named: String) -> String {
        if self.series.is_empty() || named.is_empty() {
            return named;
        }
        if !unit_in_brackets(&named).is_empty() {
            self.series.clear();
            return named;
        }
        self.find(Level::Warning, line, &named, FindingKind::Joined);
        format!("{} {named}", self.series)
    }

    /// Whether a row says only what its values would be (`D | 実績値`), in a form with more lines than indicators.
    pub(super) fn is_left_blank(&self, row: &Row) -> bool {
        if !self.columns.iter().any(|it| it.field == Field::Datum) {
            return false;
        }
        let aligned = align(row, self.columns);
        let mut cells = aligned.cells.iter().zip(self.columns);
        let says_datum = !self.cell_of(&aligned, Field::Datum).is_empty();
        let has_number = !self.cell_of(&aligned, Field::Number).is_empty();
        let is_new = has_number || self.left_blank;
        says_datum
            && is_new
            && cells.all(|(cell, column)| {
                cell.is_empty() || matches!(column.field, Field::Number | Field::Datum)
            })
    }

    /// Whether a name without values is what the next row's name in brackets goes on with: `参加者数` above `（延べ）`.
    pub(super) fn is_head_of(&self, only: &str, next: Option<&Row>) -> bool {
        let name = |row: &Row| align(row, self.columns);
        let next = next.filter(|row| row.filled().count() > 1).map(name);
        next.is_some_and(|next| is_part(self.cell_of(&next, Field::Name)))
            && !is_part(only)
            && !super::names_section(only)
    }

    /// Takes a row of a name without values (and perhaps its section) above names that go on with it.
    pub(super) fn is_head(&mut self, row: &Row, aligned: &Aligned, next: Option<&Row>) -> bool {
        let named = self.cell_of(aligned, Field::Name).to_owned();
        let is_alone = aligned
            .cells
            .iter()
            .zip(self.columns)
            .all(|(cell, column)| {
                cell.is_empty() || column.field == Field::Name || column.field.is_hierarchy()
            });
        let is_head = is_alone && !row.is_blank() && !named.is_empty();
        if !is_head || !self.is_head_of(&named, next) {
            return false;
        }
        self.hierarchy
            .carry_down(&mut aligned.cells.clone(), self.columns);
        self.take_head(row.line, &named);
        true
    }

    /// A row of its own says what the names below it go on with.
    pub(super) fn take_head(&mut self, line: u32, named: &str) {
        self.forget_head();
        named.clone_into(&mut self.head);
        self.head_row = Some(line);
    }

    /// The names that follow go on with nothing; a row for them with which none did is listed.
    pub(super) fn forget_head(&mut self) {
        let head = std::mem::take(&mut self.head);
        if let Some(line) = self.head_row.take() {
            self.find(Level::Error, line, &head, FindingKind::NotUnderstood);
        }
    }

    /// The name of a row, and in front of one that only says which part is meant what it goes on with: the name in the row above it,
    /// without that row's own bracket.
    pub(super) fn with_head(&mut self, line: u32, named: String) -> String {
        if !is_part(&named) || !self.begun_name.is_empty() {
            let whole = named.trim_end();
            let bracket = whole
                .rfind(['（', '('])
                .filter(|_| whole.ends_with(['）', ')']));
            if !named.is_empty() {
                self.forget_head();
                self.head = whole[..bracket.unwrap_or(whole.len())]
                    .trim_end()
                    .to_owned();
            }
            return named;
        }
        if self.head.is_empty() {
            return named;
        }
        self.head_row = None;
        self.find(Level::Warning, line, &named, FindingKind::Joined);
        let gap = if named.starts_with(['（', '(']) {
            ""
        } else {
            " "
        };
        format!("{}{gap}{named}", self.head)
    }
}

/// Whether a text is the last letter of a department and nothing else: 課, 室. 食 may be a section.
pub(super) fn ends_department(only: &str) -> bool {
    only.chars().count() == 1 && cells::is_department(&format!("総務{only}"))
}
