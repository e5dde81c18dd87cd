//! Indicator tables of any shape: from rows of cells to indicators.

use super::{Field, Finding, Table};
use crate::plan::{Id, Indicator, Period};

/// What stands outside a table and still belongs to its indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableContext {
    /// The source's name, for the provenance.
    pub source: String,
    /// What the heading above the table calls its indicators: `達成目標`, `KGI`, `KPI`; empty when nothing does.
    pub kind: String,
    /// The section the table stands in.
    pub section: Option<Id>,
    /// The lines right above the table, where units and years are sometimes said (`（単位：千円）`).
    pub caption: String,
}

/// What one column holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The heading as written, both rows of a two-row heading joined by a space.
    pub heading: String,
    /// What it holds.
    pub field: Field,
    /// The year its heading says.
    pub period: Period,
    /// The unit its heading says: `目標値(％)`; empty when none.
    pub unit: String,
}

/// Where the heading of an indicator table is, and what its columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorHeader {
    /// The index of the heading's first row.
    pub first_row: usize,
    /// How many rows it has: 1 or 2, or 0 when the table has no heading and was recognised by what its cells hold.
    pub rows: usize,
    /// One for each cell of the widest row.
    pub columns: Vec<Column>,
}

/// A node of the hierarchy as a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionName {
    /// The heading of the column: `政策`, `施策名`.
    pub level: String,
    /// The cell as written.
    pub title: String,
}

/// One indicator, and where its row says it belongs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The indicator. Its id is empty; whoever puts it into a plan gives it one.
    pub indicator: Indicator,
    /// The sections its row names, from the top down; empty when the table has no such column.
    pub sections: Vec<SectionName>,
    /// The initiative its row names; empty when the table has no such column.
    pub initiative: String,
}

/// Finds the heading of an indicator table; none when the table holds no indicators.
#[must_use]
pub fn header_of(_table: &Table) -> Option<IndicatorHeader> {
    None
}

/// The indicators of a table, in the order of its rows; none when it is no indicator table. Every correction, doubt
/// and row not understood becomes a finding.
#[must_use]
pub fn indicators(
    _table: &Table,
    _context: &TableContext,
    _findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    Vec::new()
}
