//! From a document's text to its lines: numbered, cleaned of markup, soft wraps joined, tables kept together.

use super::inline::is_arrow_indicator;
use super::number::{self, Style};
use super::{bullet, furniture, markup, vocabulary};
use crate::read::blocks::{begins_table, is_barred, logical_lines};
use crate::read::table::spaced_cells;
use crate::read::{Finding, FindingKind, Level, Row, Table, header_of};
use crate::read::{stacked, worded};

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
        let own = Shape::of(&line.text);
        let interrupts =
            shape == Shape::Tabs && own != Shape::Tabs && interrupts(&run, &lines[index..]);
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
    let rows: Vec<(u32, &str)> = above
        .iter()
        .map(|line| (line.number, line.text.as_str()))
        .collect();
    let filled = below
        .iter()
        .take(3)
        .take_while(|line| !line.text.trim().is_empty());
    let next = filled
        .map(|line| line.text.as_str())
        .find(|text| text.contains('\t'));
    next.is_some_and(|next| !begins_table(next)) && header_of(&Table::from_tabbed(&rows)).is_some()
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
        } else if !text.contains('。') && !is_heading(trimmed) && spaced_cells(text).len() > 1 {
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
        end_paragraph(&run[from..at], blocks, findings);
        end_table(tabbed(table), blocks);
        at += rows;
        from = at;
    }
    end_paragraph(&run[from..], blocks, findings);
}

/// The table that lines without cells begin with, its cells parted by single spaces or each on a line of its own, and how
/// many lines it has.
fn table_in_prose(lines: &[(u32, &str)]) -> Option<(Table, usize)> {
    let worded = || {
        let heading = worded::heading(lines.first()?.1).filter(|_| lines.len() > 1)?;
        Some((worded::table(lines, &heading), lines.len()))
    };
    worded().or_else(|| stacked::table(lines))
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

fn trimmed(line: &Line) -> Line {
    Line {
        number: line.number,
        text: line.text.trim().to_owned(),
    }
}

/// Lines without a blank line between them: each its own, but for those that go on where the page ended a line.
fn end_paragraph(lines: &[Line], blocks: &mut Vec<Block>, findings: &mut Vec<Finding>) {
    let mut open: Option<Line> = None;
    let mut joined = false;
    for line in lines.iter().map(trimmed) {
        match &mut open {
            Some(before) if goes_on(&before.text, &line.text) => {
                before.text.push_str(&line.text);
                joined = true;
            }
            _ => close(open.replace(line), &mut joined, blocks, findings),
        }
    }
    close(open, &mut joined, blocks, findings);
}

fn close(
    line: Option<Line>,
    joined: &mut bool,
    blocks: &mut Vec<Block>,
    findings: &mut Vec<Finding>,
) {
    let Some(line) = line else { return };
    if std::mem::take(joined) {
        findings.push(Finding::at(
            Level::Note,
            line.number,
            line.text.clone(),
            FindingKind::Joined,
        ));
    }
    blocks.push(Block::Text(line));
}

/// The fewest characters of a line that a page can have ended; shorter ones are headings and badges.
const FULL_LINE: usize = 25;

/// Whether a line of prose goes on in the next: it is long, its sentence has not ended, and the next begins nothing
/// new.
fn goes_on(before: &str, next: &str) -> bool {
    let ended = before.ends_with(['。', '」', '）', ')', '！', '？', ':', '：', '】']);
    let begins = bullet::strip(next).is_some()
        || number::leading(next).is_some()
        || vocabulary::part_of(next).is_some()
        || next.starts_with(['※', '【', '〈', '＜'])
        || is_arrow_indicator(next);
    let ended = ended || is_arrow_indicator(before);
    !ended && !begins && before.chars().count() >= FULL_LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
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

    #[test]
    fn a_sentence_that_the_page_broke_is_joined_and_says_so() {
        let mut findings = Vec::new();
        let long = "町のはかりを図書館の入口と役場の窓口とに一つずつ置き、だれでも";
        let read = blocks(
            &format!("{long}\n使えるようにします。\n- 一つ\n短い見出し\n次の行"),
            &mut findings,
        );
        assert_eq!(read.len(), 4);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].kind, FindingKind::Joined);
    }
}
