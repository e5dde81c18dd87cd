//! Tables copied so that each of their cells stands on a line of its own, row after row.

#[cfg(test)]
mod tests;

use super::cells;
use super::indicator_table::{Field, names_section, recognise};
use super::table::{Row, Table};
use crate::plan::{UnitHint, Value, parse_value};

/// The table that lines begin with, and how many of the lines it takes. Lines hold no more than cells do, so there must be
/// a heading of at least three columns and two rows below it whose cells are what their columns say.
pub(super) fn table(lines: &[(u32, impl AsRef<str>)]) -> Option<(Table, usize)> {
    let mut cells = Cells::new(lines);
    let heading = Heading::at(cells.from(0))?;
    // The first name may look like one more heading (講座の受講実績).
    (FEWEST_COLUMNS..=heading.columns.len())
        .rev()
        .find_map(|columns| {
            let first = heading.first(columns);
            let (table, lines) = first.table(&mut cells)?;
            let next = heading.columns.get(columns);
            let is_cut = next.is_some_and(|next| begins_name(&table, &first, &next.text));
            (!is_cut).then_some((table, lines))
        })
}

/// Whether the first name is one more heading and the name below it.
fn begins_name(table: &Table, heading: &Heading, next: &str) -> bool {
    let column = heading
        .columns
        .iter()
        .position(|it| it.field == Field::Name);
    let name = column.and_then(|column| Some(table.rows.get(1)?.cell(column)));
    let is_short = next.chars().count() <= LONGEST_WORD;
    is_short && name.is_some_and(|name| name.starts_with(next) && name != next)
}

const FEWEST_COLUMNS: usize = 3;
const MOST_COLUMNS: usize = 12;
/// Longer lines (in bytes) are sentences.
const LONGEST_HEADING: usize = 90;
/// Longer headings may as well be the first line of a name.
const LONGEST_WORD: usize = 5;
/// How many lines a name may be broken into.
const LONGEST_NAME: usize = 3;
/// No heading and no row takes more lines: each of its cells with a year below it, and a broken name.
const LONGEST_ROW: usize = 2 * MOST_COLUMNS + LONGEST_NAME;

/// A line that is not blank.
#[derive(Clone, Copy)]
struct Cell<'a> {
    /// Where it stands among all lines.
    index: usize,
    line: u32,
    text: &'a str,
}

/// The lines that are not blank, of which no more are looked at than the table takes.
struct Cells<'a, Text> {
    lines: &'a [(u32, Text)],
    /// How many of the lines were looked at.
    seen: usize,
    cells: Vec<Cell<'a>>,
}

impl<'a, Text: AsRef<str>> Cells<'a, Text> {
    fn new(lines: &'a [(u32, Text)]) -> Self {
        Self {
            lines,
            seen: 0,
            cells: Vec::new(),
        }
    }

    /// Those from one on, as many as a row may take.
    fn from(&mut self, at: usize) -> &[Cell<'a>] {
        while self.cells.len() < at + LONGEST_ROW
            && let Some((line, text)) = self.lines.get(self.seen)
        {
            // A bar may stand at the end of each cell, as in text copied out of web pages.
            let text = text.as_ref().trim();
            let text = text.strip_suffix('|').unwrap_or(text).trim_end();
            if !text.is_empty() {
                self.cells.push(Cell {
                    index: self.seen,
                    line: *line,
                    text,
                });
            }
            self.seen += 1;
        }
        self.cells.get(at..).unwrap_or_default()
    }
}

/// The cells of the heading, and how many lines each takes.
#[derive(Clone)]
struct Heading {
    columns: Vec<Column>,
}

#[derive(Clone)]
struct Column {
    field: Field,
    text: String,
    lines: usize,
}

impl Heading {
    /// The longest that the lines begin with.
    fn at(cells: &[Cell]) -> Option<Self> {
        let mut columns: Vec<Column> = Vec::new();
        for cell in cells.iter().take_while(|cell| !cell.text.contains('\t')) {
            if cell.text.len() > LONGEST_HEADING {
                break;
            }
            let field = recognise(cell.text);
            let is_named = columns.iter().any(|column| column.field == Field::Name);
            match columns.last_mut() {
                Some(last) if last.field.is_value() && is_bracket(cell.text) => {
                    last.text = format!("{} {}", last.text, cell.text);
                    last.lines += 1;
                }
                // Most lists of such words end here.
                _ if field.is_value() && !is_named => return None,
                _ if is_told_by_content(field) && !cells::is_figure(cell.text) => {
                    columns.push(Column {
                        field,
                        text: cell.text.to_owned(),
                        lines: 1,
                    });
                }
                _ => break,
            }
            if columns.len() > MOST_COLUMNS {
                return None; // a list of such words
            }
        }
        (columns.len() >= FEWEST_COLUMNS).then_some(Self { columns })
    }

    /// The first columns of it.
    fn first(&self, columns: usize) -> Self {
        Self {
            columns: self.columns[..columns].to_vec(),
        }
    }

    /// The table below it; none where there are not two rows of it.
    fn table(&self, cells: &mut Cells<impl AsRef<str>>) -> Option<(Table, usize)> {
        let count = |is: fn(Field) -> bool| {
            let fields = self.columns.iter().map(|column| column.field);
            fields.filter(|field| is(*field)).count()
        };
        if count(|field| field == Field::Name) != 1 || count(Field::is_value) == 0 {
            return None;
        }
        let heading = Row {
            line: cells.from(0).first()?.line,
            cells: self
                .columns
                .iter()
                .map(|column| column.text.clone())
                .collect(),
        };
        let mut rows = vec![heading];
        let mut at: usize = self.columns.iter().map(|column| column.lines).sum();
        let mut end = None; // the last row's: its lines, and how many rows there are with it
        let mut indicators = 0;
        while let Some(first) = cells.from(at).first().copied() {
            let row = match self.row(cells.from(at)) {
                Some((row, lines)) => {
                    at += lines;
                    indicators += 1;
                    end = Some((at, rows.len() + 1));
                    row
                }
                None if names_section(first.text) => {
                    at += 1;
                    vec![first.text.to_owned()]
                }
                None => break,
            };
            rows.push(Row {
                line: first.line,
                cells: row,
            });
        }
        let (end, count) = end.filter(|_| indicators > 1)?;
        rows.truncate(count); // a section behind the last row is that of what follows
        let last = cells.cells.get(end - 1)?;
        Some((Table { rows }, last.index + 1))
    }

    /// The row that lines begin with, and how many of them it takes.
    fn row(&self, lines: &[Cell]) -> Option<(Vec<String>, usize)> {
        let mut row = Vec::with_capacity(self.columns.len());
        let mut at = 0;
        for (index, column) in self.columns.iter().enumerate() {
            let next = self.columns.get(index + 1);
            let mut text = lines.get(at)?.text.to_owned();
            if !fits(column.field, &text) {
                return None;
            }
            at += 1;
            if column.field == Field::Name {
                let ends = |cell: &Cell| next.is_none_or(|next| fits(next.field, cell.text));
                let more = lines[at..].iter().take(LONGEST_NAME).position(ends)?;
                if more > 0 && names_section(&text) {
                    return None; // a section, and the name below it
                }
                lines[at..at + more]
                    .iter()
                    .for_each(|cell| text.push_str(cell.text));
                at += more;
            }
            if let Some(cell) = lines.get(at).filter(|cell| is_bracket(cell.text))
                && column.field.is_value()
            {
                text = format!("{text} {}", cell.text);
                at += 1;
            }
            row.push(text);
        }
        Some((row, at))
    }
}

/// Whether what stands in a column can be told without seeing the column.
fn is_told_by_content(field: Field) -> bool {
    field.is_value()
        || matches!(
            field,
            Field::Number
                | Field::Name
                | Field::Unit
                | Field::Department
                | Field::Note
                | Field::PublishedRate
        )
}

fn fits(field: Field, text: &str) -> bool {
    // A name may begin with a figure (20代女性のやせ); as a value it would be words.
    let is_words = || matches!(parse_value(text, &UnitHint::none()), Value::Stage { .. });
    let is_value = cells::is_missing(text) || (cells::is_figure(text) && !is_words());
    match field {
        Field::Name => !is_value && !cells::is_unit(text),
        Field::Number => super::indicator_table::is_number(text),
        Field::Unit => cells::is_unit(text),
        Field::Department => cells::is_department(text),
        Field::Note => is_grade(text),
        _ => is_value && !is_bracket(text),
    }
}

/// Whether a line is a grade, as 評価 has them: a mark, a letter, a word for how far it came.
fn is_grade(text: &str) -> bool {
    let is_letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    let words = [
        "達成",
        "未達成",
        "順調",
        "概ね順調",
        "おおむね順調",
        "遅れ",
        "やや遅れ",
    ];
    is_letter || cells::is_mark(text) || cells::is_missing(text) || words.contains(&text)
}

/// Whether a line is one bracket with a year in it, which belongs to the value above: `(2010年)`, `（26年度）`, `(R元)`.
fn is_bracket(text: &str) -> bool {
    text.starts_with(['(', '（'])
        && text.ends_with([')', '）'])
        && (text.contains('年') || cells::is_dated(text))
}
