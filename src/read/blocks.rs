//! A pasted text taken apart into tables and the lines between them.

use super::indicator_table::{Field, names_section, recognise};
use super::table::{Table, spaced_cells};
use super::{cells, labelled, stacked, worded};

/// What stands together in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A line that is in no table, with its number.
    Line(u32, String),
    /// A table.
    Table(Table),
}

/// How the cells of a line are parted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parting {
    Tabs,
    Bars,
    Spaces,
}

/// How many lines without cells may stand between two rows of a table: sections, broken names.
const LONGEST_INTERRUPTION: usize = 2;

/// Takes a text apart. Blank lines end a table; a quoted cell that goes on over several lines does not, and neither
/// does a line without cells (a section, a broken name) with rows right above and below it.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = logical_lines(text);
    let mut blocks = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let (line, text) = &lines[index];
        let whole = worded_table(&lines[index..]).or_else(|| stacked_table(&lines[index..]));
        if let Some((table, rows)) = whole {
            blocks.push(Block::Table(table));
            index += rows;
            continue;
        }
        let parting = parting_of(text);
        let rows = parting.map_or(0, |parting| rows_at(&lines[index..], parting));
        match parting {
            // Two words with a wide gap are a line as often as a table.
            Some(parting) if parting != Parting::Spaces || rows > 1 => {
                blocks.push(Block::Table(table(&lines[index..index + rows], parting)));
            }
            _ if text.trim().is_empty() => {}
            _ => blocks.push(Block::Line(*line, text.trim().to_owned())),
        }
        index += rows.max(1);
    }
    blocks
}

/// The table at the start whose cells are parted by single spaces, and how many lines it has.
fn worded_table(lines: &[(u32, String)]) -> Option<(Table, usize)> {
    let heading =
        worded::heading(&lines.first()?.1).filter(|_| parting_of(&lines[0].1).is_none())?;
    let own = |(_, text): &&(u32, String)| {
        !text.trim().is_empty() && parting_of(text).is_none() && !heading.is_followed_by(text)
    };
    let mut rows: Vec<(u32, &str)> = lines
        .iter()
        .take_while(own)
        .map(|(line, text)| (*line, text.as_str()))
        .collect();
    let is_last = rows.len() == lines.len();
    while !is_last
        && rows
            .last()
            .is_some_and(|(_, text)| names_section(text) && !heading.holds(text))
    {
        rows.pop(); // the section of the table that follows
    }
    (rows.len() > 1).then(|| (worded::table(&rows, &heading), rows.len()))
}

/// The table at the start whose cells have a line each, or labels with their values, and how many lines it has.
fn stacked_table(lines: &[(u32, String)]) -> Option<(Table, usize)> {
    parting_of(&lines.first()?.1)
        .is_none()
        .then(|| labelled::table(lines).or_else(|| stacked::table(lines)))
        .flatten()
        .or_else(|| labelled::below_name(lines))
}

/// How many lines at the start are one table. Tabs and bars are set on purpose: rows that have them are not what stands
/// between two lines with wide gaps.
fn rows_at(lines: &[(u32, String)], parting: Parting) -> usize {
    let belongs = |text: &str| parting_of(text) == Some(parting);
    let may_stand_between = |text: &str| {
        let own = parting_of(text);
        own.is_none() || own == Some(parting) || parting != Parting::Spaces
    };
    let mut rows = 0;
    loop {
        if labelled::below_name(&lines[rows..]).is_some() {
            // An indicator in lines of its own; two words with a gap above it are its headings.
            return if parting == Parting::Spaces { 0 } else { rows };
        }
        let further = lines[rows..].iter().take(LONGEST_INTERRUPTION + 1);
        let filled =
            further.take_while(|(_, text)| !text.trim().is_empty() && may_stand_between(text));
        let Some(next) = filled.map(|(_, text)| text).position(|text| belongs(text)) else {
            let ends_in_unit = rows > 0 && lines.get(rows).is_some_and(|(_, it)| is_unit_alone(it));
            return rows + usize::from(ends_in_unit);
        };
        if next > 0 && (rows == 0 || begins_table(&lines[rows + next].1)) {
            return rows; // another table, and what stands above it
        }
        rows += next + 1;
    }
}

/// Whether a line is a unit in brackets, as it stands below the name of the last row: `（団体）`.
fn is_unit_alone(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(['(', '（']) && line.ends_with([')', '）']) && cells::is_unit(line)
}

/// Whether a row has the words of a heading in two cells.
pub(super) fn begins_table(text: &str) -> bool {
    let known = |cell: &&str| recognise(cell) != Field::Unknown && !cells::is_figure(cell);
    text.split(['\t', '|', '｜'])
        .map(str::trim)
        .filter(known)
        .count()
        > 1
}

fn parting_of(text: &str) -> Option<Parting> {
    let trimmed = text.trim();
    if is_barred(trimmed) {
        Some(Parting::Bars)
    } else if text.contains('\t') && !trimmed.is_empty() {
        Some(Parting::Tabs)
    } else if spaced_cells(text).len() > 1 && !is_caption(trimmed) {
        Some(Parting::Spaces)
    } else {
        None
    }
}

/// Whether a line is the number and title of a table: `表 5-1　指標の一覧`.
fn is_caption(line: &str) -> bool {
    let behind = line.strip_prefix('表').map(str::trim_start);
    behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric()))
        && spaced_cells(line).len() == 2
}

/// Whether bars part the cells of a line, as Markdown writes them, with or without those at its ends.
pub(super) fn is_barred(line: &str) -> bool {
    line.matches(['|', '｜']).count() >= 2
}

fn table(lines: &[(u32, String)], parting: Parting) -> Table {
    let lines: Vec<(u32, &str)> = lines
        .iter()
        .map(|(line, text)| (*line, text.as_str()))
        .collect();
    match parting {
        Parting::Tabs => Table::from_tabbed(&lines),
        Parting::Bars => Table::from_barred(&lines),
        Parting::Spaces => Table::from_spaced(&lines),
    }
}

/// How many lines a quoted cell may go on; an odd quote further off is a quote and no more.
const LONGEST_CELL: usize = 20;

/// The lines of a text with their numbers. Cells with line breaks in them come from spreadsheets in quotes: the lines
/// of such a row are put together again, and the quotes of tabbed cells taken off.
pub(super) fn logical_lines(text: &str) -> Vec<(u32, String)> {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect();
    let mut logical = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let more = if opens_quote(lines[index]) {
            closing_line(&lines[index + 1..])
        } else {
            0
        };
        logical.push((number, unquoted(&lines[index..=index + more].join("\n"))));
        index += more + 1;
    }
    logical
}

/// A tabbed line without the quotes around its cells.
fn unquoted(line: &str) -> String {
    if !line.contains('\t') || !line.contains('"') {
        return line.to_owned();
    }
    let cell = |cell: &str| match cell
        .trim()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inside) => inside.replace("\"\"", "\""),
        None => cell.to_owned(),
    };
    line.split('\t').map(cell).collect::<Vec<_>>().join("\t")
}

/// Whether the last cell of a tabbed line begins with a quote that is not closed in it.
fn opens_quote(line: &str) -> bool {
    let last = line.rsplit('\t').next().unwrap_or_default();
    last.starts_with('"') && last.matches('"').count() % 2 == 1
}

/// How many further lines it takes until the open quote is closed: quotes come in pairs; 0 when it never is.
fn closing_line(lines: &[&str]) -> usize {
    let odd = |line: &&str| line.matches('"').count() % 2 == 1;
    lines
        .iter()
        .take(LONGEST_CELL)
        .position(odd)
        .map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Row;

    #[test]
    fn a_quoted_cell_goes_on_over_lines() {
        let text = "題\n\n指標名\t目標値\n\"図書館の\n貸出冊数\"\t\"1,500\n(R8)\"\n次\t2\n";
        let blocks = blocks(text);
        assert_eq!(blocks[0], Block::Line(1, "題".to_owned()));
        let Block::Table(table) = &blocks[1] else {
            unreachable!("a table")
        };
        assert_eq!(
            table.rows[1],
            Row {
                line: 4,
                cells: vec!["図書館の\n貸出冊数".to_owned(), "1,500\n(R8)".to_owned()]
            }
        );
        assert_eq!(table.rows[2].line, 7);
    }

    #[test]
    fn the_title_of_a_table_is_no_row_of_it() {
        let text = "表 5-1　指標の一覧\n指標名    目標値    担当課\n団体の数    20    総務課\n";
        let title = Block::Line(1, "表 5-1　指標の一覧".to_owned());
        assert_eq!(blocks(text).first(), Some(&title));
    }

    #[test]
    fn a_unit_below_the_last_row_is_of_that_row() {
        let blocks = blocks("指標名\t目標値\n団体の数\t20\n（団体）\n\n（単位：人）\n");
        assert!(matches!(&blocks[0], Block::Table(table) if table.rows.len() == 3));
        assert_eq!(blocks[1], Block::Line(5, "（単位：人）".to_owned()));
    }

    #[test]
    fn a_lonely_quote_swallows_nothing() {
        let blocks = blocks("指標名\t長さ\n板\t\"3\n釘\t2");
        let Block::Table(table) = &blocks[0] else {
            unreachable!("a table")
        };
        assert_eq!(table.rows.len(), 3);
    }
}
