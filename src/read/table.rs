//! A table as text: rows of cells, each row with the line it came from.

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line in the source where the row begins, counted from 1.
    pub line: u32,
    /// The cells, trimmed; an empty cell is an empty string.
    pub cells: Vec<String>,
}

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
        let rows = lines
            .iter()
            .map(|&(line, text)| Row {
                line,
                cells: split_tabs(text),
            })
            .collect();
        Self { rows }
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

fn split_tabs(text: &str) -> Vec<String> {
    text.split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect()
}
