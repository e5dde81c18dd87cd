//! The rows below a heading: which begin an indicator, which go on with one, which name a section, which are remarks.

use super::SectionName;
use super::align::{Aligned, align};
use super::broken_text::{
    footnote_mark, goes_on_below, is_remark, is_unfinished, names_section, style,
};
use super::columns::{Column, Field};
use super::content::datum;
use super::draft::Draft;
use crate::plan::squash;
use crate::read::cells;
use crate::read::finding::{Finding, FindingKind, Level};
use crate::read::table::Row;

/// Reads the rows below a heading, one after the other.
pub(super) struct Rows<'a> {
    columns: &'a [Column],
    heading: &'a [Row],
    findings: &'a mut Vec<Finding>,
    drafts: Vec<Draft>,
    /// What the merged cells above said, by column.
    carried: Vec<String>,
    /// The sections that rows of their own name, from the top down.
    groups: Vec<SectionName>,
    after_group: bool,
    /// The last name that stood in the column of names.
    first_name: String,
    /// The beginning of a name that goes on in the next row.
    begun_name: String,
    footnotes: Vec<(u32, String)>,
    /// Whether most rows hold a name and nothing else, as in a form that is still to be filled in.
    is_form: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        columns: &'a [Column],
        heading: &'a [Row],
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        let carried = vec![String::new(); columns.len()];
        Self {
            columns,
            heading,
            findings,
            drafts: Vec::new(),
            carried,
            groups: Vec::new(),
            after_group: false,
            first_name: String::new(),
            begun_name: String::new(),
            footnotes: Vec::new(),
            is_form: false,
        }
    }

    /// The indicators of the rows.
    pub(super) fn read(mut self, body: &[Row]) -> Vec<Draft> {
        let lonely = body
            .iter()
            .filter(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1)
            .count();
        self.is_form = lonely * 2 > body.len();
        for row in body.iter().filter(|row| !row.is_blank()) {
            self.row(row);
        }
        if !self.begun_name.is_empty() {
            let line = body.last().map_or(0, |row| row.line);
            let text = std::mem::take(&mut self.begun_name);
            self.find(Level::Error, line, &text, FindingKind::NotUnderstood);
        }
        self.attach_footnotes();
        self.drafts
    }

    fn row(&mut self, row: &Row) {
        if self.repeats_heading(row) {
            self.find(
                Level::Note,
                row.line,
                &row.text(),
                FindingKind::RepeatedHeading,
            );
        } else if let Some(only) = only_cell(row) {
            self.lonely(row, only);
        } else {
            let aligned = self.aligned(row);
            if self.goes_on(row, &aligned) {
                return;
            }
            self.indicator(row, aligned);
        }
    }

    fn repeats_heading(&self, row: &Row) -> bool {
        let same = |heading: &Row| {
            let filled = |row: &Row| {
                row.cells
                    .iter()
                    .map(|cell| squash(cell))
                    .filter(|cell| !cell.is_empty())
                    .collect::<Vec<_>>()
            };
            filled(heading) == filled(row)
        };
        self.heading.iter().any(same)
    }

    /// A row with one filled cell: a remark, a section, or a part of a name.
    fn lonely(&mut self, row: &Row, only: &str) {
        let name_column = self
            .columns
            .iter()
            .position(|column| column.field == Field::Name)
            .unwrap_or(0);
        let stands_as_name = row.cell(name_column) == only || row.cells.len() == 1;
        if is_remark(only) {
            self.footnotes.push((row.line, only.to_owned()));
        } else if is_unfinished(
            self.drafts.last().map_or("", |draft| draft.name.as_str()),
            only,
        ) && stands_as_name
        {
            if let Some(draft) = self.drafts.last_mut() {
                draft.name.push_str(only);
            }
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if self.is_form && stands_as_name {
            let aligned = align(row, self.columns);
            self.indicator(row, aligned);
        } else if stands_as_name && goes_on_below(only) && !names_section(only) {
            self.begun_name.push_str(only);
            self.find(Level::Warning, row.line, only, FindingKind::Joined);
        } else if cells::is_figure(only) || cells::is_missing(only) {
            self.find(Level::Error, row.line, only, FindingKind::NotUnderstood);
        } else if row.cells.first().is_some_and(|first| first == only) || stands_as_name {
            self.group(row.line, only);
        } else if !self.add_to_last(row) {
            self.find(Level::Error, row.line, only, FindingKind::NotUnderstood);
        }
    }

    /// A section that a row of its own names.
    fn group(&mut self, line: u32, title: &str) {
        let depth = self
            .groups
            .iter()
            .position(|group| style(&group.title) == style(title));
        match depth {
            Some(depth) => self.groups.truncate(depth),
            None if !self.after_group => self.groups.clear(),
            None => {}
        }
        self.groups.push(SectionName {
            level: String::new(),
            number: String::new(),
            title: title.to_owned(),
        });
        self.after_group = true;
        self.carried.iter_mut().for_each(String::clear);
        let read_as = format!("{:?}", Field::Section);
        self.find(
            Level::Note,
            line,
            title,
            FindingKind::RecognisedByContent { read_as },
        );
    }

    fn aligned(&mut self, row: &Row) -> Aligned {
        let aligned = align(row, self.columns);
        let expected = self.columns.len();
        if aligned.moved {
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

    /// Takes a row that only goes on with the one above: the rest of a wrapped cell, or the years below its values.
    fn goes_on(&mut self, row: &Row, aligned: &Aligned) -> bool {
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
            && filled().all(|(cell, column)| column.field.is_value() && cells::is_year(cell));
        let Some(last) = self.drafts.last() else {
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
    fn add_to_last(&mut self, row: &Row) -> bool {
        let aligned = align(row, self.columns);
        let Some(last) = self.drafts.last_mut() else {
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
                field if field.is_value() && cells::is_year(cell) => {
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

    /// A row that begins an indicator, or holds further values of the one above.
    fn indicator(&mut self, row: &Row, mut aligned: Aligned) {
        let of_row = self.cell_of(&aligned, Field::Datum).to_owned();
        let of_row = datum(&of_row);
        let named = self.whole_name(row, &aligned);
        let same_again = of_row.is_some() && self.carried_name() == named;
        let begins = (!named.is_empty() && !same_again) || !self.begun_name.is_empty();
        if !begins && (of_row.is_none() || self.drafts.is_empty()) {
            self.unnamed(row, aligned);
            return;
        }
        self.after_group = false;
        if begins {
            self.carry_down(&mut aligned);
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
            .last()
            .map(|draft| draft.name.clone())
            .unwrap_or_default()
    }

    fn begin(&mut self, line: u32, named: &str) {
        let name = format!("{}{}", std::mem::take(&mut self.begun_name), named);
        if squash(named).contains("再掲") {
            self.find(Level::Note, line, named, FindingKind::Repeated);
        }
        self.drafts.push(Draft::begun(line, name));
    }

    /// Puts the cells of a row into the last draft.
    fn fill(&mut self, aligned: &Aligned, of_row: Option<Field>, begins: bool) {
        let sections = self.sections(aligned);
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        for (cell, column) in aligned.cells.iter().zip(self.columns) {
            let expected = matches!(column.field, Field::Baseline | Field::Target)
                && begins
                && of_row.is_none();
            if column.field != Field::Name && (!cell.is_empty() || expected) {
                draft.take(column, cell, of_row);
            }
        }
        draft.notes.extend(aligned.surplus.iter().cloned());
        if begins {
            draft.sections = sections;
        }
    }

    /// A row without a name: another series of the indicator above when something tells it apart, or else a question.
    fn unnamed(&mut self, row: &Row, mut aligned: Aligned) {
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
            .last()
            .map(|draft| (draft.name.clone(), draft.number.clone()));
        if let (true, true, Some((name, number))) = (told_apart, has_values, above) {
            self.carry_down(&mut aligned);
            self.begin(row.line, &name);
            self.fill(&aligned, None, true);
            if let Some(draft) = self.drafts.last_mut() {
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

    /// Blank cells of the hierarchy are part of the merged cell above; a filled one ends what was below it.
    fn carry_down(&mut self, aligned: &mut Aligned) {
        let mut ended = false;
        for (index, column) in self.columns.iter().enumerate() {
            if !column.field.is_hierarchy() {
                continue;
            }
            let cell = &mut aligned.cells[index];
            if cell.is_empty() && !ended {
                cell.clone_from(&self.carried[index]);
            } else {
                ended |= !cell.is_empty();
                self.carried[index].clone_from(cell);
            }
        }
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

    /// The sections a row stands in, from the top down.
    fn sections(&self, aligned: &Aligned) -> Vec<SectionName> {
        let mut sections = self.groups.clone();
        let mut number = String::new();
        for (cell, column) in aligned
            .cells
            .iter()
            .zip(self.columns)
            .filter(|(cell, _)| !cell.is_empty())
        {
            match column.field {
                Field::SectionNumber => number.clone_from(cell),
                Field::Section => sections.push(SectionName {
                    level: level(&column.heading),
                    number: std::mem::take(&mut number),
                    title: cell.clone(),
                }),
                _ => {}
            }
        }
        if !number.is_empty() {
            sections.push(SectionName {
                level: String::new(),
                title: number.clone(),
                number,
            });
        }
        sections
    }

    fn cell_of<'b>(&self, aligned: &'b Aligned, field: Field) -> &'b str {
        let index = self.columns.iter().position(|column| column.field == field);
        index
            .and_then(|index| aligned.cells.get(index))
            .map_or("", String::as_str)
    }

    /// Footnotes go to the indicators that carry their mark; the others are listed.
    fn attach_footnotes(&mut self) {
        for (line, text) in std::mem::take(&mut self.footnotes) {
            let mark = footnote_mark(&text);
            let mut cited = false;
            for draft in self
                .drafts
                .iter_mut()
                .filter(|draft| !mark.is_empty() && squash(&draft.name).contains(&mark))
            {
                draft.notes.push(text.clone());
                cited = true;
            }
            if !cited {
                self.find(Level::Note, line, &text, FindingKind::NotUnderstood);
            }
        }
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

/// The level a column of sections stands for: its heading without 名.
fn level(heading: &str) -> String {
    let words = squash(heading);
    words.strip_suffix('名').unwrap_or(&words).to_owned()
}
