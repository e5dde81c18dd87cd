//! The cells of a row put where they belong: into the indicator it begins, or into one that stands above.

use super::super::columns::recognise;
use super::super::content::datum;
use super::{Aligned, Column, Field, FindingKind, Level, Row, Rows, cells};
use crate::plan::{Period, parse_period};

impl Rows<'_> {
    /// Puts the cells of a row into the draft they tell of.
    pub(super) fn fill(&mut self, aligned: &Aligned, of_row: Option<Field>, begins: bool) {
        let of_values = self.cell_of(aligned, Field::Datum);
        let unknown_datum = if of_row.is_none() {
            of_values.to_owned()
        } else {
            String::new()
        };
        let sections = self.hierarchy.sections(&aligned.cells, self.columns);
        let Some(draft) = self.drafts.get_mut(self.current) else {
            return;
        };
        let has_datum = self.columns.iter().any(|it| it.field == Field::Datum);
        let year = self.year_column.map(|year| aligned.cells[year].as_str());
        for (index, (cell, column)) in aligned.cells.iter().zip(self.columns).enumerate() {
            let again = year.is_some() && !begins && draft.says(column.field, cell);
            if again || self.year_column == Some(index) {
                continue;
            }
            let of_year = year.map(|year| in_year(column, year));
            let column = of_year.as_ref().unwrap_or(column);
            let of_word = (!has_datum).then(|| of_row.and_then(|field| said(column, field)));
            let of_word = of_word.flatten();
            let column = of_word.as_ref().unwrap_or(column);
            if column.field == Field::Datum && !begins && !unknown_datum.is_empty() {
                continue; // it is said with each of the row's remarks
            }
            if column.field == Field::Year && !unknown_datum.is_empty() && !cell.is_empty() {
                draft.note(&format!("{unknown_datum} {}", column.heading), cell);
                continue;
            }
            let expected = matches!(column.field, Field::Baseline | Field::Target)
                && begins
                && of_row.is_none();
            let in_another_section = matches!(column.field, Field::Section | Field::SectionNumber)
                && !begins
                && !cell.is_empty()
                && !draft.stands_in(cell);
            let another_baseline = column.field == Field::Baseline && year.is_some() && !begins;
            if in_another_section || (another_baseline && !cell.is_empty()) {
                draft.note(&column.heading, cell);
            } else if column.field != Field::Name && (!cell.is_empty() || expected) {
                draft.take(column, cell, of_row);
            }
        }
        draft.notes.extend(aligned.surplus.iter().cloned());
        if begins {
            draft.of_section = self.hierarchy.departments().to_vec();
            draft.sections = sections;
        }
    }

    /// Puts a unit that only one space parts from the name into its own column, where that is blank.
    pub(super) fn parts_unit(&self, aligned: &mut Aligned) -> bool {
        let place = |field: Field| self.columns.iter().position(|it| it.field == field);
        let (Some(name), Some(unit)) = (place(Field::Name), place(Field::Unit)) else {
            return false;
        };
        let whole = aligned.cells[name].clone();
        let parted = whole.rsplit_once([' ', '\u{3000}']);
        match parted.filter(|(_, last)| aligned.cells[unit].is_empty() && cells::is_unit(last)) {
            Some((first, last)) => {
                first.trim_end().clone_into(&mut aligned.cells[name]);
                last.clone_into(&mut aligned.cells[unit]);
                true
            }
            None => false,
        }
    }

    /// Takes the word that a row without a name says its values are, out of the first of its cells: 実績 below 基準値, beside
    /// the values of years. None where there is a column for it.
    pub(super) fn take_datum(&self, aligned: &mut Aligned) -> Option<Field> {
        let has_datum = self.columns.iter().any(|it| it.field == Field::Datum);
        let mut cells = aligned.cells.iter_mut().zip(self.columns);
        let (cell, column) = cells.find(|(cell, _)| !cell.is_empty())?;
        let word = datum(cell).filter(|it| matches!(it, Field::Actual | Field::Target))?;
        let is_value = column.field.is_value() && !has_datum;
        is_value.then(|| {
            cell.clear();
            word
        })
    }

    /// A row without a name: another series of the indicator above when something tells it apart, or else a question.
    pub(super) fn unnamed(&mut self, row: &Row, mut aligned: Aligned) {
        let has_name = self
            .columns
            .iter()
            .any(|column| column.field == Field::Name);
        if !has_name
            && self
                .drafts
                .get(self.current)
                .is_some_and(|draft| !draft.has_values())
        {
            self.fill(&aligned, None, true); // the line above the table named it
            return;
        }
        let tells_apart = |field: Field| {
            matches!(
                field,
                Field::Unknown | Field::Kind | Field::Unit | Field::Measurement
            )
        };
        let filled = || {
            aligned
                .cells
                .iter()
                .zip(self.columns)
                .filter(|(cell, _)| !cell.is_empty())
        };
        let told_apart = filled().any(|(_, column)| tells_apart(column.field));
        let has_values = filled().any(|(_, column)| column.field.is_value());
        let above = self
            .drafts
            .get(self.current)
            .map(|draft| (draft.name.clone(), draft.number.clone()));
        if let (true, true, Some((name, number))) = (told_apart, has_values, above) {
            self.hierarchy.carry_down(&mut aligned.cells, self.columns);
            self.begin(row.line, &name);
            self.fill(&aligned, None, true);
            if let Some(draft) = self.drafts.get_mut(self.current) {
                draft.number = number;
            }
            self.merged(row, Field::Name);
        } else {
            self.find(
                Level::Question,
                row.line,
                &row.text(),
                FindingKind::NotUnderstood,
            );
        }
    }

    /// Whether a row without a name holds remarks of the one above, a year each: 評価 below 目標 and 実績.
    pub(super) fn remarks(&self, aligned: &Aligned) -> bool {
        let label = self.cell_of(aligned, Field::Datum);
        let filled = |field: Field| {
            let mut cells = aligned.cells.iter().zip(self.columns);
            cells.any(|(cell, column)| column.field == field && !cell.is_empty())
        };
        recognise(label) == Field::Note && filled(Field::Year) && !filled(Field::Name)
    }

    /// The year that a row is for, where each row is one year of an indicator.
    pub(super) fn year_of(&self, aligned: &Aligned) -> Option<Period> {
        let cell = aligned.cells.get(self.year_column?)?;
        cells::is_year(cell).then(|| parse_period(cell))
    }

    /// Goes back to the indicator above that a row is a further year of: of the same name in the same place, without a
    /// value of that year.
    pub(super) fn resumes(&mut self, named: &str, aligned: &mut Aligned, year: Period) -> bool {
        let Some(places) = self.by_name.get(named).filter(|_| !named.is_empty()) else {
            return false;
        };
        self.hierarchy.carry_down(&mut aligned.cells, self.columns);
        let sections = self.hierarchy.sections(&aligned.cells, self.columns);
        let (number, unit) = (
            self.cell_of(aligned, Field::Number),
            self.cell_of(aligned, Field::Unit),
        );
        let is_same = |draft: &super::Draft| {
            draft.sections == sections
                && (number.is_empty() || draft.number == number)
                && (unit.is_empty() || draft.says(Field::Unit, unit))
                && !draft.has_value_of(year)
        };
        let place = places
            .iter()
            .copied()
            .find(|place| self.drafts.get(*place).is_some_and(is_same));
        self.current = place.unwrap_or(self.current);
        place.is_some()
    }
}

/// A column of a year as it stands in a row that says its values are something else.
fn said(column: &Column, field: Field) -> Option<Column> {
    let is_other = matches!(column.field, Field::Target | Field::Actual) && column.field != field;
    let is_dated = column.period != Period::Unknown;
    (is_other && is_dated).then(|| Column {
        field,
        ..column.clone()
    })
}

/// A column as it stands in the row of a year.
fn in_year(column: &Column, year: &str) -> Column {
    let mut column = column.clone();
    match column.field {
        Field::Target | Field::InterimTarget | Field::Pace | Field::Actual
            if column.period == Period::Unknown =>
        {
            column.period = parse_period(year);
        }
        Field::Note | Field::PublishedRate | Field::Unknown => {
            column.heading = format!("{} {year}", column.heading);
        }
        _ => {}
    }
    column
}
