//! Progress sheets: rows of labels and values, one sheet after the other.

mod label;

pub use label::is_sheet;

use super::line::Line;
use super::number;
use super::reader::Reader;
use super::{bullet, department};
use crate::plan::{
    FiscalYear, Id, ProgressSheet, Statement, parse_period, parse_period_range, squash,
};
use crate::read::{FindingKind, Level, Table};
pub use label::sheet_columns;
use label::{Field, LABELS, Labelled, is_passed_over, labelled, year_row, years_above};
use std::collections::BTreeSet;

/// What goes on from one row of sheets to the next.
#[derive(Default)]
pub struct Sheets {
    /// The fields that each sheet has, in the order of the plan's sheets, with the line it begins at.
    met: Vec<(BTreeSet<Field>, Line)>,
    /// The fiscal year that group labels name.
    year: Option<FiscalYear>,
    /// The number that a label gives the sheet.
    number: String,
    /// The item of the schedule whose years stand in rows of their own, of the last sheet.
    scheduled: Option<usize>,
    /// The years over the cells of the rows below.
    years: Vec<(usize, FiscalYear)>,
}

impl Reader {
    /// Reads rows of labels and values. A title (or the number in front of it) begins a sheet; other rows go on with the
    /// last one.
    pub fn sheet(&mut self, rows: &[Line]) {
        self.place.empty = None;
        for row in rows {
            let cells: Vec<String> = row
                .text
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect();
            let pairs = labelled(&cells);
            if let Some(years) = years_above(&cells) {
                self.sheets.years = years;
                continue;
            }
            if let Some((year, cell)) = year_row(&cells, self.sheets.scheduled.is_some()) {
                self.year_of_sheet(row, year, cell);
                continue;
            }
            if pairs.is_empty() && self.is_below_years(&cells) {
                self.schedule_of_sheet(row, &cells);
            } else if pairs.is_empty() && !self.labelled_indicator(row) {
                self.draft.not_understood(row);
            }
            for (index, cell) in cells.iter().enumerate() {
                if !is_passed_over(cell) {
                    continue;
                }
                let value = cells.get(index + 1).map_or("", String::as_str);
                let label = Line {
                    number: row.number,
                    text: [cell.as_str(), value].join(" "),
                };
                self.draft
                    .find(Level::Note, &label, FindingKind::NotUnderstood);
            }
            for pair in pairs {
                self.labelled_value(row, &cells, pair);
            }
        }
    }

    /// A year of the sheet's schedule, which is an item with the sheet's title.
    fn year_of_sheet(&mut self, line: &Line, year: FiscalYear, cell: &str) {
        if let Some(item) = self.sheets.scheduled {
            return self.add_year(line, item, year, cell);
        }
        let Some(sheet) = self.draft.plan.sheets.last() else {
            return self.draft.not_understood(line);
        };
        let (section, name) = (sheet.section.clone(), sheet.title.clone());
        let departments = sheet.departments.join("・");
        self.schedule_row(line, name, departments, std::iter::once((year, cell)));
        if let Some(item) = self.draft.plan.schedule.last_mut() {
            item.section = section;
            self.sheets.scheduled = self.draft.plan.schedule.len().checked_sub(1);
        }
    }

    /// Whether a row has cells below the years of the row above and no others.
    fn is_below_years(&self, cells: &[String]) -> bool {
        let years = &self.sheets.years;
        let mut filled = (0..cells.len()).filter(|&index| !cells[index].is_empty());
        !years.is_empty() && filled.all(|index| years.iter().any(|(at, _)| *at == index))
    }

    /// Reads a table with a sheet in each row.
    pub fn sheet_rows(&mut self, table: &Table, lines: &[Line], columns: &[Option<Field>]) {
        self.place.empty = None;
        let title = &self.draft.plan.title;
        let title = Some(title.as_str()).filter(|title| parse_period_range(title).is_none());
        self.sheets.year = parse_period(&self.place.caption)
            .fiscal_year()
            .or_else(|| parse_period(title?).fiscal_year());
        for (row, line) in table.rows.iter().zip(lines).skip(1) {
            let of = |wanted: Option<Field>| {
                let cells = row.cells.iter().zip(columns);
                cells.filter(move |(cell, field)| **field == wanted && !cell.is_empty())
            };
            let Some((title, _)) = of(Some(Field::Title)).next() else {
                self.draft.not_understood(line);
                continue;
            };
            self.new_sheet(line);
            if let Some((number, _)) = of(Some(Field::Number)).next() {
                self.sheets.number.clone_from(number);
            }
            self.title(line, title);
            let rest = LABELS.iter().map(|(field, _)| *field);
            for field in rest.filter(|field| !matches!(field, Field::Number | Field::Title)) {
                for (value, _) in of(Some(field)) {
                    let value = value.clone();
                    self.labelled_value(line, &row.cells, Labelled::of(field, value));
                }
            }
            for (index, (cell, field)) in row.cells.iter().zip(columns).enumerate() {
                if field.is_none() && !cell.is_empty() {
                    let heading = table.rows[0].cell(index);
                    let unread = Line {
                        number: line.number,
                        text: format!("{heading}：{cell}"),
                    };
                    self.draft.not_understood(&unread);
                }
            }
            self.say_surplus_cells(row, line, columns.len());
        }
    }

    fn labelled_value(
        &mut self,
        row: &Line,
        cells: &[String],
        Labelled { field, year, value }: Labelled,
    ) {
        self.sheets.year = year.or(self.sheets.year);
        match field {
            Field::Number => {
                self.new_sheet(row);
                self.sheets.number.clone_from(&value);
            }
            Field::Title => self.title(row, &value),
            _ => {}
        }
        let (Some(sheet), Some((met, _))) = (
            self.draft.plan.sheets.last_mut(),
            self.sheets.met.last_mut(),
        ) else {
            return self.draft.not_understood(row);
        };
        sheet.fiscal_year = sheet.fiscal_year.or(self.sheets.year);
        if value.is_empty() {
            return;
        }
        met.insert(field);
        match field {
            Field::Number | Field::Title => {}
            Field::Situation => self.situation_of_sheet(row, &value),
            Field::Schedule => self.schedule_of_sheet(row, cells),
            _ => fill(sheet, field, &value),
        }
    }

    fn new_sheet(&mut self, line: &Line) {
        let provenance = self.draft.provenance(line.number);
        self.draft.add_sheet(ProgressSheet {
            provenance,
            ..ProgressSheet::default()
        });
        self.sheets.met.push((BTreeSet::new(), line.clone()));
        self.sheets.number.clear();
        self.sheets.years.clear();
        self.sheets.scheduled = None;
    }

    /// A title begins a sheet, unless its number has.
    fn title(&mut self, line: &Line, title: &str) {
        if self
            .draft
            .plan
            .sheets
            .last()
            .is_none_or(|sheet| !sheet.title.is_empty())
        {
            self.new_sheet(line);
        }
        let section = self.section_of_sheet(line, &format!("{} {title}", self.sheets.number));
        if let Some(sheet) = self.draft.plan.sheets.last_mut() {
            (sheet.title, sheet.section) = (title.to_owned(), section);
        }
    }

    /// Where the town is, which belongs to the sheet's section.
    fn situation_of_sheet(&mut self, line: &Line, value: &str) {
        let provenance = self.draft.provenance(line.number);
        let id = self
            .draft
            .plan
            .sheets
            .last()
            .and_then(|sheet| sheet.section.clone());
        let index = self
            .draft
            .outline
            .sections()
            .iter()
            .position(|section| Some(&section.id) == id.as_ref());
        let Some(section) = index.and_then(|index| self.draft.outline.section_mut(index)) else {
            return self.draft.not_understood(line);
        };
        let statement = |text| Statement {
            text,
            provenance: provenance.clone(),
            ..Statement::default()
        };
        section
            .situation
            .extend(bullet::items(value).into_iter().map(statement));
    }

    /// The marks below the years of a sheet are those of a schedule item with the sheet's title.
    fn schedule_of_sheet(&mut self, line: &Line, cells: &[String]) {
        let Some(sheet) = self
            .draft
            .plan
            .sheets
            .last()
            .filter(|_| !self.sheets.years.is_empty())
        else {
            return self.draft.not_understood(line);
        };
        let (section, name) = (sheet.section.clone(), sheet.title.clone());
        let departments = sheet.departments.join("・");
        let years = std::mem::take(&mut self.sheets.years);
        let cells = years
            .iter()
            .map(|(index, year)| (*year, cells.get(*index).map_or("", String::as_str)));
        self.schedule_row(line, name, departments, cells);
        if let Some(item) = self.draft.plan.schedule.last_mut() {
            item.section = section;
        }
        self.sheets.years = years;
    }

    /// The section that a title's headings lead to below where the reader stands. A heading is known by its title
    /// first, since numbers are mistyped; one that is not there yet is added.
    fn section_of_sheet(&mut self, line: &Line, title: &str) -> Option<Id> {
        let here = self.draft.outline.current();
        let mut at = here;
        for (numeral, title) in number::run_together(title) {
            let by_title = self
                .draft
                .outline
                .children(at)
                .find(|(_, section, _)| squash(&section.title) == squash(&title));
            if let Some((index, section, known)) = by_title {
                let heading = format!("{} {}", section.number, section.title);
                let same_number = known.style == numeral.style && known.value == numeral.value;
                at = Some(index);
                if !same_number {
                    self.draft.find(
                        Level::Note,
                        line,
                        FindingKind::NameDiffers { known: heading },
                    );
                }
                continue;
            }
            self.draft.outline.stand_at(at);
            let provenance = self.draft.provenance(line.number);
            let entered = self.draft.outline.enter(numeral, &title, provenance);
            if let Some(known) = entered.known {
                self.draft
                    .find(Level::Note, line, FindingKind::NameDiffers { known });
            }
            at = Some(entered.index);
        }
        self.draft.outline.stand_at(here);
        at.and_then(|index| self.draft.outline.sections().get(index))
            .map(|section| section.id.clone())
    }

    /// Says which rows a sheet lacks, or has empty, that most of the sheets have.
    pub fn settle_sheets(&mut self) {
        let met = std::mem::take(&mut self.sheets.met);
        for (index, (fields, line)) in met.iter().enumerate() {
            let id = Id::numbered("sheet", index + 1);
            for (field, labels) in LABELS {
                let usual = met
                    .iter()
                    .filter(|(fields, _)| fields.contains(&field))
                    .count()
                    * 2
                    > met.len();
                if usual && !fields.contains(&field) {
                    let label = labels
                        .split_whitespace()
                        .next()
                        .unwrap_or_default()
                        .to_owned();
                    self.draft.find_about(
                        Level::Warning,
                        line,
                        FindingKind::MissingRow { label },
                        &id,
                    );
                }
            }
        }
    }
}

fn fill(sheet: &mut ProgressSheet, field: Field, value: &str) {
    let text = bullet::unfolded(value);
    match field {
        Field::Number | Field::Title | Field::Situation | Field::Schedule => {}
        Field::Aim => add(&mut sheet.aim, &text),
        Field::Goals => sheet.goals.extend(bullet::items(value)),
        Field::Actions => sheet.actions.extend(bullet::items(value)),
        Field::Departments => sheet.departments.extend(department::split(value)),
        Field::FirstHalf => add(sheet.first_half.get_or_insert_default(), &text),
        Field::SecondHalf => add(sheet.second_half.get_or_insert_default(), &text),
        Field::Achievement => add(&mut sheet.achievement, &text),
        Field::Evaluation => add(sheet.evaluation.get_or_insert_default(), &text),
    }
}

fn add(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}
