//! From a document's text to its lines: numbered, cleaned of markup, soft wraps joined, tables kept together.

use super::arrow::is_arrow_indicator;
use super::number::{self, Style};
use super::{furniture, markup, seams, wrap};
use crate::read::blocks::{begins_table, is_barred, logical_lines};
use crate::read::table::spaced_cells;
use crate::read::{Finding, FindingKind, Level, Row, Table, header_of};
use crate::read::{labelled, stacked, worded};

/// One line of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the source, counted from 1.
    pub number: u32,
    /// Its text without markup and outer spaces; cells are separated by tabs.
    pub text: String,
}

/// Lines that belong together by their shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, a bullet, a paragraph.
    Text(Line),
    /// Rows of tab-separated cells without a blank line between them.
    Table(Vec<Line>),
}

/// Takes a text apart. What was cleaned or joined becomes a finding.
#[must_use]
pub fn blocks(text: &str, findings: &mut Vec<Finding>) -> Vec<Block> {
    let lines: Vec<Line> = logical_lines(text.trim_start_matches('\u{feff}'))
        .into_iter()
        .map(|(number, raw)| Line {
            number,
            text: clean(number, &raw, findings),
        })
        .collect();
    let mut blocks = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    let mut shape = Shape::Prose;
    for (index, line) in lines.iter().enumerate() {
        let has_figures_below = || {
            let mut below = lines[index + 1..].iter().take(2);
            let first = below.find(|line| !line.text.ends_with('。'));
            first.is_some_and(|line| labelled::is_figures(&line.text))
        };
        let own = match Shape::of(&line.text) {
            Shape::Gaps if has_figures_below() => Shape::Prose,
            own => own,
        };
        let interrupts = shape == Shape::Tabs
            && own != Shape::Tabs
            && (goes_on_cell(&run, &line.text) || interrupts(&run, &lines[index..]));
        let now = if interrupts { shape } else { own };
        if now != shape || line.text.trim().is_empty() {
            end(std::mem::take(&mut run), shape, &mut blocks, findings);
            shape = now;
        }
        if !line.text.trim().is_empty() {
            run.push(line.clone());
        }
    }
    end(run, shape, &mut blocks, findings);
    blocks
}

/// Whether a line without cells belongs to the indicator table it stands in, as a section or a broken name does: rows
/// stand right above it and, after one more such line at most, right below, and they begin no table of their own.
fn interrupts(above: &[Line], below: &[Line]) -> bool {
    let mut rows: Vec<(u32, &str)> = above
        .iter()
        .map(|line| (line.number, line.text.as_str()))
        .collect();
    let filled = below
        .iter()
        .take(3)
        .take_while(|line| !line.text.trim().is_empty());
    let next = filled
        .map(|line| (line.number, line.text.as_str()))
        .find(|(_, text)| text.contains('\t'));
    let Some(next) = next.filter(|(_, text)| !begins_table(text)) else {
        return false;
    };
    // Words that are not of indicators alone (項目) make a heading only with figures below them.
    rows.push(next);
    header_of(&Table::from_tabbed(&rows)).is_some()
}

/// Whether a line without cells is a further department of the row above it.
fn goes_on_cell(above: &[Line], text: &str) -> bool {
    let row = |line: &Line| Row {
        line: line.number,
        cells: line
            .text
            .split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect(),
    };
    let ends = above.iter().take(4).chain(above.last());
    let rows: Vec<Row> = ends.map(row).collect();
    seams::goes_on(&rows, text)
}

/// How the cells of a line are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Not at all.
    Prose,
    /// By tabs, as extraction and spreadsheets give them.
    Tabs,
    /// By bars, as Markdown writes them.
    Bars,
    /// By wide gaps, as text copied out of a PDF has them.
    Gaps,
}

/// Whether a line with gaps in it is a heading (`第1章　暮らし　12`) and no row.
fn is_heading(text: &str) -> bool {
    let worded =
        number::leading(text).is_some_and(|(numeral, _)| matches!(numeral.style, Style::Word(_)));
    worded || furniture::is_of_contents(text)
}

impl Shape {
    fn of(text: &str) -> Self {
        let trimmed = text.trim();
        if is_barred(trimmed) {
            Self::Bars
        } else if text.contains('\t') {
            Self::Tabs
        } else if text.contains('。')
            || is_heading(trimmed)
            || is_arrow_indicator(trimmed)
            || labelled::is_figures(trimmed)
        {
            Self::Prose
        } else if spaced_cells(text).len() > 1 {
            Self::Gaps
        } else {
            Self::Prose
        }
    }
}

/// Ends a run of lines of one shape. Two words with a wide gap between them are a heading as often as a row, so gaps
/// make a table only where several lines have more than one of them.
fn end(run: Vec<Line>, shape: Shape, blocks: &mut Vec<Block>, findings: &mut Vec<Finding>) {
    let lines: Vec<(u32, &str)> = run
        .iter()
        .map(|line| (line.number, line.text.as_str()))
        .collect();
    let gaps = || {
        run.iter()
            .filter(|line| spaced_cells(&line.text).len() > 2)
            .count()
    };
    match shape {
        Shape::Tabs => end_table(run, blocks),
        Shape::Bars => end_table(tabbed(Table::from_barred(&lines)), blocks),
        Shape::Gaps if gaps() > 1 => end_table(tabbed(Table::from_spaced(&lines)), blocks),
        Shape::Gaps | Shape::Prose => end_prose(&run, blocks, findings),
    }
}

/// Lines without cells: paragraphs, and tables whose cells only their words part.
fn end_prose(run: &[Line], blocks: &mut Vec<Block>, findings: &mut Vec<Finding>) {
    let lines: Vec<(u32, &str)> = run
        .iter()
        .map(|line| (line.number, line.text.as_str()))
        .collect();
    let (mut from, mut at) = (0, 0);
    while at < lines.len() {
        let Some((table, rows)) = table_in_prose(&lines[at..]) else {
            at += 1;
            continue;
        };
        wrap::end_paragraph(&run[from..at], blocks, findings);
        end_table(tabbed(table), blocks);
        at += rows;
        from = at;
    }
    wrap::end_paragraph(&run[from..], blocks, findings);
}

/// The table that lines without cells begin with, its cells parted by single spaces or each on a line of its own, and how
/// many lines it has.
fn table_in_prose(lines: &[(u32, &str)]) -> Option<(Table, usize)> {
    let worded = || {
        let heading = worded::heading(lines.first()?.1).filter(|_| lines.len() > 1)?;
        Some((worded::table(lines, &heading), lines.len()))
    };
    worded()
        .or_else(|| labelled::table(lines))
        .or_else(|| labelled::below_name(lines))
        .or_else(|| stacked::table(lines))
}

fn tabbed(table: Table) -> Vec<Line> {
    let line = |row: Row| Line {
        number: row.line,
        text: row.cells.join("\t"),
    };
    table.rows.into_iter().map(line).collect()
}

/// Without markup and control characters.
fn clean(number: u32, raw: &str, findings: &mut Vec<Finding>) -> String {
    let unmarked = markup::removed(raw);
    if unmarked.is_some() {
        findings.push(Finding::at(
            Level::Note,
            number,
            raw.trim(),
            FindingKind::MarkupRemoved,
        ));
    }
    let text: String = unmarked
        .as_deref()
        .unwrap_or(raw)
        .chars()
        .filter(|&c| {
            matches!(c, '\t' | '\n')
                || !(c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}'))
        })
        .collect();
    text
}

/// Rows are a table where any of them has two filled cells; empty cells behind single texts are layout.
fn end_table(rows: Vec<Line>, blocks: &mut Vec<Block>) {
    let filled = |row: &Line| {
        row.text
            .split('\t')
            .filter(|cell| !cell.trim().is_empty())
            .count()
    };
    if rows.iter().any(|row| filled(row) > 1) {
        blocks.push(Block::Table(rows));
    } else {
        blocks.extend(rows.iter().map(|row| Block::Text(trimmed(row))));
    }
}

/// The line without spaces at its ends.
#[must_use]
pub fn trimmed(line: &Line) -> Line {
    Line {
        number: line.number,
        text: line.text.trim().to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What a text is parted into: each line with its number, of tables how many rows they have.
    pub fn texts(text: &str) -> Vec<String> {
        let text_of = |block| match block {
            Block::Text(line) => format!("{}:{}", line.number, line.text),
            Block::Table(rows) => format!("{}:{} rows", rows[0].number, rows.len()),
        };
        blocks(text, &mut Vec::new())
            .into_iter()
            .map(text_of)
            .collect()
    }

    #[test]
    fn rows_stay_together_until_a_blank_line() {
        assert_eq!(
            texts("A\n\na\tb\nc\td\n\ne\tf\nB"),
            ["1:A", "3:2 rows", "6:1 rows", "7:B"]
        );
    }

    #[test]
    fn a_section_may_stand_right_below_a_heading_of_common_words() {
        assert_eq!(
            texts("1 指標\n項目\t現況(H23)\t目標(H32)\n基本目標1 環境\n講座\t70\t61\n\nA"),
            ["1:1 指標", "2:3 rows", "6:A"]
        );
    }

    #[test]
    fn a_text_with_only_empty_cells_behind_it_is_a_line() {
        assert_eq!(
            texts("第1章 A\t\t\n\t\t\n\n評価\t\nA\tB"),
            ["1:第1章 A", "4:2 rows"]
        );
    }

    #[test]
    fn bars_and_wide_gaps_part_cells_as_tabs_do() {
        assert_eq!(texts("| A | B |\n|---|---|\n| c | d |"), ["1:2 rows"]);
        assert_eq!(
            texts("指標　　単位　　値\n冊数　　冊　　　3\n"),
            ["1:2 rows"]
        );
        assert_eq!(
            texts("第１章　暮らし\n第２章　産業"),
            ["1:第１章　暮らし", "2:第２章　産業"]
        );
    }
}
