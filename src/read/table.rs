//! A table as text: rows of cells, each row with the line it came from.

use super::cells;
use super::indicator_table::{Field, recognise};

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line in the source where the row begins, counted from 1.
    pub line: u32,
    /// The cells, trimmed; an empty cell is an empty string.
    pub cells: Vec<String>,
}

/// What parts the cells of a line besides tabs and spaces.
const BARS: [char; 2] = ['|', '｜'];

/// Longer lines are no headings, in bytes.
const LONGEST_HEADING: usize = 600;
/// No word of a heading has more letters that stand apart.
const LONGEST_SPACED_WORD: usize = 12;

/// Rows that stand together. They need not be of one length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
}

impl Row {
    /// The cell at an index; empty when the row is shorter.
    #[must_use]
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells
            .iter()
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    }

    /// The row as it can be shown to a person: its cells with a bar between them.
    #[must_use]
    pub fn text(&self) -> String {
        self.cells.join(" | ")
    }
}

impl Table {
    /// A table from lines whose cells are separated by tabs, each with its number in the source.
    #[must_use]
    pub fn from_tabbed(lines: &[(u32, &str)]) -> Self {
        Self::from_lines(lines, |text| trimmed(text.split('\t')))
    }

    /// A table from lines whose cells are separated by bars, as Markdown writes them; the line below the heading
    /// (`|---|---|`) is left out.
    #[must_use]
    pub fn from_barred(lines: &[(u32, &str)]) -> Self {
        let rule = |text: &str| text.contains('-') && text.chars().all(|c| "|｜-: \t".contains(c));
        let lines: Vec<(u32, &str)> = lines
            .iter()
            .copied()
            .filter(|(_, text)| !rule(text))
            .collect();
        Self::from_lines(&lines, |text| {
            let text = text.trim();
            let inner = text.strip_prefix(BARS).unwrap_or(text);
            trimmed(inner.strip_suffix(BARS).unwrap_or(inner).split(BARS))
        })
    }

    /// A table from lines whose cells are separated by two or more spaces or by full-width spaces, as text copied out
    /// of a PDF. Empty cells leave no trace there, so the cells of a shorter row are put under the cells of the
    /// fullest row that they stand below.
    #[must_use]
    pub fn from_spaced(lines: &[(u32, &str)]) -> Self {
        let placed: Vec<Vec<(usize, &str)>> =
            lines.iter().map(|(_, text)| spaced_cells(text)).collect();
        let fullest = placed
            .iter()
            .max_by_key(|cells| cells.len())
            .cloned()
            .unwrap_or_default();
        let above = std::iter::once(&[][..]).chain(placed.iter().map(Vec::as_slice));
        let rows = lines
            .iter()
            .zip(&placed)
            .zip(above)
            .map(|(((line, _), cells), above)| Row {
                line: *line,
                cells: years_under(cells, above)
                    .filter(|_| above.len() == fullest.len())
                    .unwrap_or_else(|| under(cells, &fullest)),
            });
        Self {
            rows: rows.collect(),
        }
    }

    fn from_lines(lines: &[(u32, &str)], cells: impl Fn(&str) -> Vec<String>) -> Self {
        Self {
            rows: lines
                .iter()
                .map(|&(line, text)| Row {
                    line,
                    cells: cells(text),
                })
                .collect(),
        }
    }

    /// How many cells the longest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0)
    }
}

fn trimmed<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    cells.map(|cell| cell.trim().to_owned()).collect()
}

/// The cells of a line parted by spaces, each with where it begins, counted in half-width columns.
pub(super) fn spaced_cells(text: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let mut column = 0;
    let mut cell: Option<(usize, usize, usize)> = None; // where it begins: column and byte; where it ends: byte
    let mut gap = 0;
    let has_wide_gaps = text.len() <= LONGEST_HEADING && text.contains("\u{3000}\u{3000}");
    let mut end_of_word = 0;
    for (byte, character) in text.char_indices() {
        let width = if character.is_ascii() || ('｡'..='ﾟ').contains(&character) {
            1
        } else {
            2
        };
        if character.is_whitespace() && byte >= end_of_word {
            gap += if character == '\t' { 2 } else { width };
        } else {
            if gap >= 2
                && let Some((start, from, to)) = cell.take()
            {
                cells.push((start, &text[from..to]));
            }
            if cell.is_none() && has_wide_gaps {
                end_of_word = byte + spaced_word(&text[byte..]);
            }
            let (start, from, _) = cell.unwrap_or((column, byte, byte));
            cell = Some((start, from, byte + character.len_utf8()));
            gap = 0;
        }
        column += width;
    }
    cells.extend(cell.map(|(start, from, to)| (start, &text[from..to])));
    cells
}

/// How long the word of a heading is whose letters stand apart (`現　状　値`), at the start of a text; 0 where there is none.
fn spaced_word(text: &str) -> usize {
    let mut letters = String::new();
    let mut length = 0;
    let mut rest = text.chars().take(2 * LONGEST_SPACED_WORD);
    while let Some(letter) = rest.next().filter(|letter| letter.is_alphabetic()) {
        let behind = rest.next();
        if !behind.is_none_or(char::is_whitespace) {
            break; // the first letter of another word
        }
        letters.push(letter);
        length += letter.len_utf8() + '\u{3000}'.len_utf8();
        if behind != Some('\u{3000}') {
            break;
        }
    }
    let is_heading = letters.chars().count() > 1 && recognise(&letters) != Field::Unknown;
    if is_heading {
        length - '\u{3000}'.len_utf8() // none behind the last letter
    } else {
        0
    }
}

/// Years alone under the headings of values in the row above, where there are as many, wherever they begin: a heading in
/// wide letters stands off its column.
fn years_under(cells: &[(usize, &str)], above: &[(usize, &str)]) -> Option<Vec<String>> {
    let spans = |heading: &str| recognise(heading).is_value() && !cells::is_year(heading);
    let of_values = above.iter().filter(|(_, heading)| spans(heading)).count();
    let fits = !cells.is_empty()
        && cells.len() < above.len()
        && cells.len() == of_values
        && cells.iter().all(|(_, cell)| cells::is_dated(cell));
    let mut years = cells.iter().map(|(_, cell)| (*cell).to_owned());
    let row = above.iter().map(|(_, heading)| {
        let year = spans(heading).then(|| years.next());
        year.flatten().unwrap_or_default()
    });
    fits.then(|| row.collect())
}

/// The cells of a row under those of another, each under the nearest one that the cells before it left free.
fn under(cells: &[(usize, &str)], above: &[(usize, &str)]) -> Vec<String> {
    if cells.len() >= above.len() {
        return cells.iter().map(|(_, cell)| (*cell).to_owned()).collect();
    }
    let mut row = vec![String::new(); above.len()];
    let mut free = 0;
    for (index, (start, cell)) in cells.iter().enumerate() {
        let last = above.len() - (cells.len() - index);
        let nearest = (free..=last)
            .min_by_key(|column| above[*column].0.abs_diff(*start))
            .unwrap_or(free);
        (*cell).clone_into(&mut row[nearest]);
        free = nearest + 1;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &Table) -> Vec<Vec<&str>> {
        table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(String::as_str).collect())
            .collect()
    }

    #[test]
    fn cells_parted_by_spaces_stand_below_their_heading() {
        let table = Table::from_spaced(&[
            (1, "指標名            単位   現状値   目標値   備考"),
            (2, "図書館の貸出冊数  冊     1,200    1,500"),
            (3, "フリー Wi-Fi の数        3        5        累計"),
        ]);
        assert_eq!(
            cells(&table),
            [
                ["指標名", "単位", "現状値", "目標値", "備考"],
                ["図書館の貸出冊数", "冊", "1,200", "1,500", ""],
                ["フリー Wi-Fi の数", "", "3", "5", "累計"],
            ]
        );
    }

    #[test]
    fn the_letters_of_a_heading_that_stand_apart_are_one_word() {
        let cells: Vec<&str> = spaced_cells("指　標　名　　　現　状　値　　目標値")
            .into_iter()
            .map(|(_, cell)| cell)
            .collect();
        assert_eq!(cells, ["指　標　名", "現　状　値", "目標値"]);
    }

    #[test]
    fn years_alone_stand_under_the_headings_of_values() {
        let table = Table::from_spaced(&[
            (1, "指標名　現状値　　めざす値"),
            (2, "　　　　（R4年度）　（R9年度）"),
            (3, "利用者の満足度　72.3％　80.0％"),
        ]);
        assert_eq!(cells(&table)[1], ["", "（R4年度）", "（R9年度）"]);
    }

    #[test]
    fn the_rule_of_a_barred_table_is_no_row() {
        let table = Table::from_barred(&[
            (1, "| 指標名 | 目標値 |"),
            (2, "|:---|---:|"),
            (3, "| 冊数 | |"),
        ]);
        assert_eq!(cells(&table), [["指標名", "目標値"], ["冊数", ""]]);
    }
}
