//! A pasted text taken apart into tables and the lines between them.

use super::table::{Row, Table, spaced_cells};

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

/// Takes a text apart. Blank lines end a table; a quoted cell that goes on over several lines does not.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rows: Vec<(u32, String)> = Vec::new();
    let mut parting = None;
    for (line, text) in logical_lines(text) {
        let now = parting_of(&text);
        if now != parting {
            end(&mut rows, parting, &mut blocks);
            parting = now;
        }
        match now {
            Some(_) => rows.push((line, text)),
            None if text.trim().is_empty() => {}
            None => blocks.push(Block::Line(line, text.trim().to_owned())),
        }
    }
    end(&mut rows, parting, &mut blocks);
    blocks
}

fn parting_of(text: &str) -> Option<Parting> {
    let trimmed = text.trim();
    if trimmed.starts_with('|') && trimmed.matches('|').count() >= 2 {
        Some(Parting::Bars)
    } else if text.contains('\t') && !trimmed.is_empty() {
        Some(Parting::Tabs)
    } else if spaced_cells(text).len() > 1 {
        Some(Parting::Spaces)
    } else {
        None
    }
}

fn end(rows: &mut Vec<(u32, String)>, parting: Option<Parting>, blocks: &mut Vec<Block>) {
    let lines: Vec<(u32, &str)> = rows
        .iter()
        .map(|(line, text)| (*line, text.as_str()))
        .collect();
    match parting {
        Some(Parting::Tabs) => blocks.push(Block::Table(tabbed(&lines))),
        Some(Parting::Bars) => blocks.push(Block::Table(Table::from_barred(&lines))),
        // Two words with a wide gap are a line as often as a table.
        Some(Parting::Spaces) if lines.len() > 1 => {
            blocks.push(Block::Table(Table::from_spaced(&lines)))
        }
        Some(Parting::Spaces) => {
            blocks.extend(
                lines
                    .iter()
                    .map(|(line, text)| Block::Line(*line, text.trim().to_owned())),
            );
        }
        None => {}
    }
    rows.clear();
}

/// A tabbed table as spreadsheets put it on the clipboard: cells with line breaks are in quotes.
fn tabbed(lines: &[(u32, &str)]) -> Table {
    let unquoted = |cell: &str| match cell
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inside) if cell.len() > 1 => inside.replace("\"\"", "\"").trim().to_owned(),
        _ => cell.to_owned(),
    };
    let table = Table::from_tabbed(lines);
    let rows = table.rows.into_iter().map(|row| Row {
        cells: row.cells.iter().map(|cell| unquoted(cell)).collect(),
        ..row
    });
    Table {
        rows: rows.collect(),
    }
}

/// How many lines a quoted cell may go on; an odd quote further off is a quote and no more.
const LONGEST_CELL: usize = 20;

/// The lines of a text with their numbers; lines of a tabbed row with an open quote are put together again.
fn logical_lines(text: &str) -> Vec<(u32, String)> {
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
        logical.push((number, lines[index..=index + more].join("\n")));
        index += more + 1;
    }
    logical
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
    fn a_lonely_quote_swallows_nothing() {
        let blocks = blocks("指標名\t長さ\n板\t\"3\n釘\t2");
        let Block::Table(table) = &blocks[0] else {
            unreachable!("a table")
        };
        assert_eq!(table.rows.len(), 3);
    }
}
