//! CSV and TSV: records with delimiters and quotes.

use super::finding::{Finding, FindingKind, Level};
use super::table::{Row, Table};
use super::{Reading, indicator_table, long, pasted};
use crate::plan::restore_cell;

/// The delimiters that offices use.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// How many lines are looked at to find the delimiter.
const SAMPLE: usize = 40;

/// The records of a text that is CSV or TSV, their cells exactly as they are; none when it is something else: no
/// delimiter gives records of one length below a heading that a reader knows.
pub(super) fn records(source: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Table> {
    let named = source.to_lowercase();
    let is_named = named.ends_with(".csv") || named.ends_with(".tsv");
    let sample: String = text.split_inclusive(['\n', '\r']).take(SAMPLE).collect();
    // A quote that is never closed must not hide the records from the search.
    let quoting: &[bool] = if sample.contains('"') {
        &[true, false]
    } else {
        &[true]
    };
    let ways = DELIMITERS
        .iter()
        .flat_map(|delimiter| quoting.iter().map(|quoting| (*delimiter, *quoting)));
    let fits = |(delimiter, quoting): &(u8, bool)| {
        let table = split(&sample, *delimiter, *quoting);
        is_regular(&table) && has_known_heading(&table)
    };
    let found = ways.into_iter().find(fits).map(|(delimiter, _)| delimiter);
    let by_name = || {
        is_named.then(|| {
            DELIMITERS
                .iter()
                .copied()
                .max_by_key(|delimiter| split(&sample, *delimiter, true).width())
        })
    };
    let delimiter = found.or_else(|| by_name().flatten())?;
    if delimiter == b'\t' && !is_named {
        return None; // a pasted table, perhaps with lines around it
    }
    Some(without_open_quote(text, delimiter, findings))
}

/// Reads the records: a long table as such, anything else as a table of indicators.
pub(super) fn read(source: &str, table: &Table, mut findings: Vec<Finding>) -> Reading {
    let mut reading =
        long::read(source, table).unwrap_or_else(|| pasted::read_table(source, trimmed(table)));
    findings.append(&mut reading.findings);
    Reading {
        findings,
        ..reading
    }
}

/// The same records with trimmed cells, as tables are read.
fn trimmed(table: &Table) -> Table {
    let trimmed = |row: &Row| Row {
        line: row.line,
        cells: row
            .cells
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect(),
    };
    Table {
        rows: table.rows.iter().map(trimmed).collect(),
    }
}

/// Splits a text into records. A quote that is never closed would swallow the rest of the file: then quotes are read
/// as plain signs.
fn without_open_quote(text: &str, delimiter: u8, findings: &mut Vec<Finding>) -> Table {
    let table = split(text, delimiter, true);
    let open = text.matches('"').count() % 2 == 1;
    let last = table
        .rows
        .last()
        .filter(|row| open && row.cells.iter().any(|cell| cell.contains(['\n', '\r'])));
    let Some(last) = last else { return table };
    let shown: String = last.text().chars().take(80).collect();
    findings.push(Finding::at(
        Level::Warning,
        last.line,
        shown,
        FindingKind::OpenQuote,
    ));
    split(text, delimiter, false)
}

fn split(text: &str, delimiter: u8, quoting: bool) -> Table {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    let mut lines = LineCount {
        text,
        line: 1,
        byte: 0,
    };
    while let Ok(true) = reader.read_record(&mut record) {
        let byte = record.position().map_or(0, csv::Position::byte);
        let cells = record
            .iter()
            .map(|cell| restore_cell(cell).to_owned())
            .collect();
        rows.push(Row {
            line: lines.at_record(usize::try_from(byte).unwrap_or(usize::MAX)),
            cells,
        });
    }
    Table { rows }
}

/// Counts lines, whatever ends them, on the way through a text.
struct LineCount<'a> {
    text: &'a str,
    line: u32,
    byte: usize,
}

impl LineCount<'_> {
    /// The line of the record that begins at a byte, line ends before it passed over.
    fn at_record(&mut self, byte: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let start = byte.min(bytes.len())
            + bytes
                .iter()
                .skip(byte)
                .take_while(|byte| is_end(byte))
                .count();
        while self.byte < start {
            let is_pair = bytes[self.byte] == b'\r' && bytes.get(self.byte + 1) == Some(&b'\n');
            self.line += u32::from(is_end(&bytes[self.byte]) && !is_pair);
            self.byte += 1;
        }
        self.line
    }
}

/// Whether most records are of one length, and that is not one.
fn is_regular(table: &Table) -> bool {
    let mut lengths: Vec<usize> = table.rows.iter().map(|row| row.cells.len()).collect();
    lengths.sort_unstable();
    let Some(middle) = lengths.get(lengths.len() / 2).copied() else {
        return false;
    };
    let regular = lengths.iter().filter(|length| **length == middle).count();
    middle > 1 && regular * 3 >= lengths.len() * 2
}

fn has_known_heading(table: &Table) -> bool {
    long::heading_of(table).is_some() || indicator_table::header_of(&trimmed(table)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str, text: &str) -> (Option<Table>, Vec<Finding>) {
        let mut findings = Vec::new();
        (records(source, text, &mut findings), findings)
    }

    /// Fault 19: CR, LF and CR LF.
    #[test]
    fn every_line_end_and_delimiter_gives_the_same_records() {
        let rows = ["指標名|単位|目標値", "図書館|冊|10", "公園|か所|20"];
        for delimiter in [",", ";", "\t"] {
            for end in ["\n", "\r\n", "\r"] {
                let text = rows.join(end).replace('|', delimiter);
                let (table, _) = read("a.csv", &text);
                let rows: Vec<(u32, String)> = table
                    .iter()
                    .flat_map(|table| &table.rows)
                    .map(|row| (row.line, row.cells.join("|")))
                    .collect();
                let expected: Vec<(u32, String)> = (1..)
                    .zip(["指標名|単位|目標値", "図書館|冊|10", "公園|か所|20"].map(str::to_owned))
                    .collect();
                assert_eq!(rows, expected, "{delimiter:?} {end:?}");
            }
        }
    }

    #[test]
    fn a_quoted_cell_may_hold_everything() {
        let (table, _) = read(
            "",
            "指標名,目標値\n\"図書館の\r\n\"\"貸出\"\", 冊数\",10\n公園,20\n",
        );
        let rows = table.map(|table| table.rows).unwrap_or_default();
        assert_eq!(rows[1].cells, ["図書館の\r\n\"貸出\", 冊数", "10"]);
        assert_eq!(rows[2].line, 4);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let (table, findings) = read("", "指標名,目標値\n\"図書館,10\n公園,20\n駅,30\n");
        assert_eq!(table.map(|table| table.rows.len()), Some(4));
        assert_eq!(findings[0].kind, FindingKind::OpenQuote);
    }

    #[test]
    fn prose_with_commas_is_no_csv() {
        assert_eq!(
            read("a.txt", "第1章、はじめに\nこれは, 文です\n次, の文\n").0,
            None
        );
    }
}
