//! One row of a schedule: what it says, by the columns of its heading.

use super::super::columns::Column;
use super::super::number::Numeral;
use super::anchor::nature_in_its_column;
use super::mark::{self, Legend, YearCell};
use crate::plan::{FiscalYear, Mark, Nature};
use crate::read::Row;
use std::collections::BTreeMap;

/// What a row says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReadRow {
    /// The headings in front, from the top down.
    pub headings: Vec<(Numeral, String)>,
    /// What the lowest of these headings is for (要旨).
    pub aim: String,
    /// The item's name, with 【再掲】.
    pub name: String,
    /// 取組概要.
    pub summary: String,
    /// 実践経過: the notes, each with its year where the heading says it.
    pub progress: Vec<(Option<FiscalYear>, String)>,
    /// 性質.
    pub nature: Nature,
    /// Marks by year.
    pub marks: BTreeMap<FiscalYear, Mark>,
    /// Further readings of the years, where the marks do not say which they stand for.
    pub other_marks: Vec<BTreeMap<FiscalYear, Mark>>,
    /// Marks beyond the last year, which were dropped.
    pub surplus: usize,
    /// Year cells with something else than a mark of known meaning.
    pub unclear: Vec<String>,
    /// Year cells whose words were read as a mark.
    pub worded: Vec<String>,
    /// The responsibility cell as written.
    pub department: String,
    /// Where the nature stood.
    pub anchor: usize,
}

/// Reads a row by the columns of its heading, where no nature anchors it. `remarks` are the headings of the columns that
/// nothing more is known of.
#[must_use]
pub fn from_columns(
    row: &Row,
    columns: &[Option<Column>],
    remarks: &[String],
    legend: &Legend,
) -> Option<ReadRow> {
    let mut read = ReadRow::default();
    let mut years: Vec<(FiscalYear, &str)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let cell = row.cell(index);
        match column {
            // An empty year may be one that the arrows before it are merged over.
            Some(Column::Year(year)) => years.push((*year, cell)),
            _ if cell.is_empty() => {}
            None if !years.is_empty() && remarks.get(index).is_some_and(|it| !it.is_empty()) => {
                if legend.read(cell) != YearCell::Blank {
                    join(&mut read.summary, &format!("{}：{cell}", remarks[index]));
                }
            }
            Some(Column::Name) if read.name.is_empty() => cell.clone_into(&mut read.name),
            Some(Column::Summary | Column::Measures | Column::Name) | None => {
                join(&mut read.summary, cell);
            }
            Some(Column::Aim) => join(&mut read.aim, cell),
            Some(Column::Progress(year)) => {
                match read.progress.iter_mut().find(|(own, _)| own == year) {
                    Some((_, note)) => join(note, cell),
                    None => read.progress.push((*year, cell.to_owned())),
                }
            }
            Some(Column::Department) => join(&mut read.department, cell),
            Some(Column::Nature) => {
                read.nature = nature_in_its_column(cell).unwrap_or_default();
            }
            Some(Column::Section | Column::Number) => {}
        }
    }
    read.year_cells(&years, legend);
    (!read.name.is_empty()).then_some(read)
}

fn is_ditto(cell: &str) -> bool {
    matches!(cell.trim(), "〃" | "々" | "同上" | "″")
}

fn join(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

impl ReadRow {
    /// The cells of the years in their order. Several arrows in one cell (`⇒⇒⇒`) are drawn over as many years, where
    /// those are empty.
    pub fn year_cells(&mut self, cells: &[(FiscalYear, &str)], legend: &Legend) {
        let mut rest = cells;
        let mut before = "";
        while let [(year, cell), after @ ..] = rest {
            // A ditto mark says what the year before does.
            let own = if is_ditto(cell) { before } else { cell };
            self.year_cell(*year, own, legend);
            before = own;
            rest = after;
            let more = mark::arrows(cell).saturating_sub(1).min(after.len());
            let (merged, beyond) = after.split_at(more);
            let empty = merged.iter().all(|(_, cell)| cell.trim().is_empty());
            if let (false, true, Some(mark)) =
                (merged.is_empty(), empty, self.marks.get(year).copied())
            {
                self.marks
                    .extend(merged.iter().map(|(year, _)| (*year, mark)));
                self.worded.push((*cell).to_owned());
                rest = beyond;
            }
        }
    }

    /// What stands in one year's cell.
    fn year_cell(&mut self, year: FiscalYear, cell: &str, legend: &Legend) {
        match legend.read(cell) {
            YearCell::Blank => {}
            YearCell::Mark(mark) => {
                self.marks.insert(year, mark);
            }
            YearCell::Words(mark) => {
                self.marks.insert(year, mark);
                self.worded.push(cell.to_owned());
            }
            YearCell::UnknownSign => self.unclear.push(cell.to_owned()),
            YearCell::Text => {
                self.unclear.push(cell.to_owned());
                join(&mut self.summary, &format!("{}：{cell}", year.short()));
            }
        }
    }

    /// The name without 【再掲】, and whether it had one.
    #[must_use]
    pub fn name_and_repeat(&self) -> (String, bool) {
        let shown = [
            "【再掲】",
            "（再掲）",
            "(再掲)",
            "［再掲］",
            "[再掲]",
            "〈再掲〉",
            "※再掲",
        ];
        let name = shown
            .iter()
            .fold(self.name.clone(), |name, word| name.replace(word, ""));
        (name.trim().to_owned(), name != self.name)
    }
}
