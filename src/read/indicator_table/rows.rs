//! The rows below a heading: which begin an indicator, which go on with one, which name a section, which are remarks.

mod filling;
mod going_on;

use super::align::{Aligned, align};
use super::broken_text::{goes_on_below, is_unfinished, names_level, names_section};
use super::columns::{Column, Field};
use super::content::datum;
use super::draft::Draft;
use super::footnotes::{self, is_remark};
use super::header;
use super::hierarchy::Hierarchy;
use super::{label_rows, section_line, year_columns};
use crate::plan::squash;
use crate::read::cells;
use crate::read::finding::{Finding, FindingKind, Level};
use crate::read::table::Row;
use std::collections::HashMap;

/// Reads the rows below a heading, one after the other.
pub(super) struct Rows<'a> {
    columns: &'a [Column],
    /// The words of the heading's rows.
    heading: Vec<Vec<String>>,
    findings: &'a mut Vec<Finding>,
    drafts: Vec<Draft>,
    /// The place among the drafts of the one that the last row told of.
    current: usize,
    /// The places of the drafts of each name.
    by_name: HashMap<String, Vec<usize>>,
    /// The column of the years that the rows are for, where each row is one year of an indicator.
    year_column: Option<usize>,
    hierarchy: Hierarchy,
    /// The last name that stood in the column of names.
    first_name: String,
    /// What the names in brackets that follow go on with.
    head: String,
    /// The line of a row that is nothing but that, until a name has gone on with it.
    head_row: Option<u32>,
    /// The beginning of a name that goes on in the next row.
    begun_name: String,
    /// A name with its unit above rows that say which part of it they are: 収納率（％） above 現年分.
    series: String,
    footnotes: Vec<(u32, String)>,
    /// Whether no row holds a value, as in a form that is still to be filled in.
    is_form: bool,
    /// Whether the last row was one of a form that was left blank.
    left_blank: bool,
    /// What the heading calls the indicators that follow, in a cell of no column of its own.
    kind: String,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        columns: &'a [Column],
        heading: &[Row],
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        Self {
            columns,
            heading: header::words(heading),
            findings,
            drafts: Vec::new(),
            current: 0,
            by_name: HashMap::new(),
            year_column: None,
            hierarchy: Hierarchy::default(),
            first_name: String::new(),
            head: String::new(),
            head_row: None,
            begun_name: String::new(),
            series: String::new(),
            footnotes: Vec::new(),
            is_form: false,
            left_blank: false,
            kind: String::new(),
        }
    }

    /// The rows stand in these sections, from the top down, until one of them names another.
    pub(super) fn stand_in(&mut self, sections: &[String]) {
        sections
            .iter()
            .for_each(|title| self.hierarchy.group(title));
    }

    /// The indicators of the rows.
    pub(super) fn read(mut self, body: &[Row]) -> Vec<Draft> {
        self.year_column = year_columns::of_rows(self.columns, body);
        self.is_form = !body.iter().any(|row| self.holds_value(row));
        let kind = label_rows::kind_of_first_column(self.columns, &self.heading, body);
        self.kind = kind.unwrap_or_default().to_owned();
        let mut rows = body.iter().filter(|row| !row.is_blank()).peekable();
        while let Some(row) = rows.next() {
            self.left_blank = self.is_left_blank(row);
            self.row(row, rows.peek().copied());
        }
        self.forget_head();
        if !self.begun_name.is_empty() {
            let line = body.last().map_or(0, |row| row.line);
            let text = std::mem::take(&mut self.begun_name);
            self.find(Level::Error, line, &text, FindingKind::NotUnderstood);
        }
        for (line, text) in footnotes::attach(std::mem::take(&mut self.footnotes), &mut self.drafts)
        {
            self.find(Level::Note, line, &text, FindingKind::NotUnderstood);
        }
        self.drafts
    }

    fn holds_value(&self, row: &Row) -> bool {
        row.cells
            .iter()
            .zip(self.columns)
            .any(|(cell, column)| column.field.is_value() && !cell.is_empty())
    }

    fn row(&mut self, row: &Row, next: Option<&Row>) {
        if header::is_repeated(&self.heading, row) {
            self.find(
                Level::Note,
                row.line,
                &row.text(),
                FindingKind::RepeatedHeading,
            );
        } else if let Some(kind) = label_rows::kind_of_heading_again(&self.heading, row) {
            kind.clone_into(&mut self.kind);
            let text = row.text();
            self.find(Level::Note, row.line, &text, FindingKind::RepeatedHeading);
        } else if self.left_blank {
            let text = row.text();
            self.find(Level::Note, row.line, &text, FindingKind::NotUnderstood);
        } else if label_rows::is_remark(row, self.columns) {
            let text = row.text();
            self.find(Level::Error, row.line, &text, FindingKind::NotUnderstood);
        } else if let Some(title) = label_rows::section(row, self.columns) {
            self.group(row.line, &title);
        } else if let Some(only) = only_cell(row) {
            self.lonely(row, only, next);
        } else if let Some(title) = section_line::of_row(row, self.columns) {
            self.group(row.line, &title);
        } else {
            let aligned = self.aligned(row);
            if self.goes_on(row, &aligned) || self.is_head(row, &aligned, next) {
                return;
            }
            self.indicator(row, aligned);
        }
    }

    /// A row with one filled cell: a remark, a section, or a part of a name.
    fn lonely(&mut self, row: &Row, only: &str, next: Option<&Row>) {
        let name_column = self
            .columns
            .iter()
            .position(|column| column.field == Field::Name)
            .unwrap_or(0);
        let stands_as_name = row.cell(name_column) == only || row.cells.len() == 1;
        if is_remark(only) {
            self.footnotes.push((row.line, only.to_owned()));
        } else if self.is_rest_of_last(only, stands_as_name) {
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if stands_as_name && !self.is_form && self.begins_series(only) {
            only.clone_into(&mut self.series);
        } else if is_unfinished(
            self.drafts
                .get(self.current)
                .map_or("", |draft| draft.name.as_str()),
            only,
        ) && stands_as_name
        {
            if let Some(draft) = self.drafts.get_mut(self.current) {
                draft.name.push_str(only);
            }
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if self.is_form && stands_as_name {
            let aligned = align(row, self.columns);
            self.indicator(row, aligned);
        } else if self.completes_department(only) {
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if stands_as_name && self.is_head_of(only, next) {
            self.take_head(row.line, only);
        } else if stands_as_name && goes_on_below(only) && !names_section(only) {
            self.begun_name.push_str(only);
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if (cells::is_figure(only) && !names_level(only))
            || cells::is_missing(only)
            || going_on::ends_department(only)
        {
            self.find(Level::Error, row.line, only, FindingKind::NotUnderstood);
        } else if row.cells.first().is_some_and(|first| first == only) || stands_as_name {
            self.group(row.line, only);
        } else if self.add_to_last(row) {
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else {
            self.find(Level::Error, row.line, only, FindingKind::NotUnderstood);
        }
    }

    /// A section that a row of its own names.
    fn group(&mut self, line: u32, title: &str) {
        self.hierarchy.group(title);
        self.forget_head();
        self.series.clear();
        let read_as = format!("{:?}", Field::Section);
        // 取得率 may also be the name that the rows below go on with, and nothing tells where they end.
        let is_counted =
            title.trim_end().ends_with(['率', '数', '量', '額']) || title.ends_with("割合");
        let level = if is_counted && !names_section(title) {
            Level::Question
        } else {
            Level::Note
        };
        self.find(
            level,
            line,
            title,
            FindingKind::RecognisedByContent { read_as },
        );
    }

    fn aligned(&mut self, row: &Row) -> Aligned {
        let mut aligned = align(row, self.columns);
        let expected = self.columns.len();
        if aligned.moved || self.parts_unit(&mut aligned) {
            self.find(
                Level::Warning,
                row.line,
                &row.text(),
                FindingKind::ShiftedColumns,
            );
        } else if row.cells.len() != expected
            && (!aligned.surplus.is_empty() || row.cells.len() < expected)
        {
            let kind = FindingKind::UnevenRow {
                expected,
                found: row.cells.len(),
            };
            self.find(Level::Warning, row.line, &row.text(), kind);
        }
        aligned
    }

    /// A row that begins an indicator, or holds further values of the one above.
    fn indicator(&mut self, row: &Row, mut aligned: Aligned) {
        let of_row = self.cell_of(&aligned, Field::Datum).to_owned();
        let of_row = datum(&of_row).or_else(|| self.take_datum(&mut aligned));
        let named = self.whole_name(row, &aligned);
        let names_section =
            |(cell, column): (&String, &Column)| column.field.is_hierarchy() && !cell.is_empty();
        let is_awaited = self.head_row.is_some();
        if !is_awaited && aligned.cells.iter().zip(self.columns).any(names_section) {
            self.forget_head();
        }
        let named = self.with_head(row.line, named);
        let named = self.in_series(row.line, named);
        let year = self.year_of(&aligned);
        let same_again = (of_row.is_some() && self.carried_name() == named)
            || year.is_some_and(|year| self.resumes(&named, &mut aligned, year));
        let begins = (!named.is_empty() && !same_again) || !self.begun_name.is_empty();
        self.hierarchy.name(&named);
        let goes_on = of_row.is_some() || year.is_some() || self.remarks(&aligned);
        if !begins && (!goes_on || self.drafts.is_empty()) {
            self.unnamed(row, aligned);
            return;
        }
        if begins {
            self.hierarchy.carry_down(&mut aligned.cells, self.columns);
            self.begin(row.line, &named);
        }
        self.fill(&aligned, of_row, begins);
    }

    /// The name of a row: its cell and, where the heading is merged over two columns, the one beside it. A blank first
    /// cell beside a filled second is part of the merged cell above.
    fn whole_name(&mut self, row: &Row, aligned: &Aligned) -> String {
        let first = self.cell_of(aligned, Field::Name);
        let second = self.cell_of(aligned, Field::SecondName);
        if !first.is_empty() {
            first.clone_into(&mut self.first_name);
        }
        match (first, second) {
            (_, "") => first.to_owned(),
            ("", second) => {
                self.merged(row, Field::Name);
                format!("{} {second}", self.first_name).trim().to_owned()
            }
            _ => format!("{first} {second}"),
        }
    }

    fn carried_name(&self) -> String {
        self.drafts
            .get(self.current)
            .map(|draft| draft.name.clone())
            .unwrap_or_default()
    }

    /// Begins an indicator of which only the name is known.
    pub(super) fn begin(&mut self, line: u32, named: &str) {
        let name = format!("{}{}", std::mem::take(&mut self.begun_name), named);
        if squash(named).contains("再掲") {
            self.find(Level::Note, line, named, FindingKind::Repeated);
        }
        self.current = self.drafts.len();
        self.by_name
            .entry(name.clone())
            .or_default()
            .push(self.current);
        self.drafts.push(Draft::begun(line, name, &self.kind));
    }

    fn merged(&mut self, row: &Row, field: Field) {
        let read_as = format!("{field:?}");
        self.find(
            Level::Warning,
            row.line,
            &row.text(),
            FindingKind::MergedCell { read_as },
        );
    }

    fn cell_of<'b>(&self, aligned: &'b Aligned, field: Field) -> &'b str {
        let index = self.columns.iter().position(|column| column.field == field);
        index
            .and_then(|index| aligned.cells.get(index))
            .map_or("", String::as_str)
    }

    fn find(&mut self, level: Level, line: u32, text: &str, kind: FindingKind) {
        self.findings.push(Finding::at(level, line, text, kind));
    }
}

/// The only filled cell of a row, when there is just one.
fn only_cell(row: &Row) -> Option<&str> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    filled
        .next()
        .filter(|_| filled.next().is_none())
        .map(String::as_str)
}
