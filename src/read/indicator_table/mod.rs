//! Indicator tables of any shape: from rows of cells to indicators.
//!
//! A column is recognised by the words of its heading ([`recognise`]) and, where they do not tell, by what stands in
//! it and beside it; never by its position. Every correction, every doubt and every row that was not understood
//! becomes a [`Finding`].

mod acceptance;
mod align;
mod arrangement;
mod broken_text;
mod by_content;
mod columns;
mod content;
mod dated_values;
mod datum_and_name;
mod dittos;
mod draft;
mod earlier;
mod footnotes;
mod header;
mod headings;
mod hierarchy;
mod kind;
mod label_rows;
mod lifted_years;
mod money;
mod name;
mod named_figures;
mod numbered_heading;
mod pairs;
mod part_name;
mod reading;
mod rivals;
mod rows;
mod section_line;
mod settle;
mod several_in_row;
mod stacked_data;
mod unread_values;
mod words;
mod written;
mod year_blocks;
mod year_columns;

pub(super) use broken_text::{is_label_of_paper, names_level, names_section, style, unmarked};
pub(super) use columns::says_unit_or_year;
pub use columns::{Column, Field, recognise};
pub(super) use content::datum;
pub(super) use footnotes::{carries, footnote_mark, is_remark};
pub use header::IndicatorHeader;
pub(super) use kind::kind_in;
pub use kind::kind_of_heading;
pub(super) use name::{behind_label, is_number, split_number};
pub(super) use section_line::{names_departments, title_and_departments};
pub(super) use words::RESPONSIBLE;

use super::finding::Finding;
use super::table::Table;
use crate::plan::{Id, Indicator};

/// What stands outside a table and still belongs to its indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableContext {
    /// The source's name, for the provenance.
    pub source: String,
    /// What the heading above the table calls its indicators: `達成目標`, `KGI`, `KPI` ([`kind_of_heading`]); empty when
    /// nothing does. With one, less is asked of a table to be one of indicators.
    pub kind: String,
    /// The section the table stands in.
    pub section: Option<Id>,
    /// The titles of sections that lines above the table name, from the top down, where no [`Self::section`] is known.
    pub sections: Vec<String>,
    /// The lines right above the table, where units and years are sometimes said (`（単位：千円）`).
    pub caption: String,
    /// The heading of the table's first part, where this one goes on after a page break without a heading.
    pub previous: Option<IndicatorHeader>,
}

/// A node of the hierarchy as a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionName {
    /// The level, from the heading of the column: `政策`, `施策`; empty when a row of its own names the section.
    pub level: String,
    /// The number, where a column of its own says it.
    pub number: String,
    /// The cell as written.
    pub title: String,
}

/// One indicator, and where its row says it belongs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The indicator. Its id is empty; whoever puts it into a plan gives it one.
    pub indicator: Indicator,
    /// The sections its row names, from the top down; empty when the table names none.
    pub sections: Vec<SectionName>,
    /// The initiative its row names; empty when the table has no such column.
    pub initiative: String,
}

/// Finds the heading of an indicator table; none when the table holds no indicators. For a sheet of labels and values,
/// or indicators side by side, it is the heading of its first part as if the rest stood below it.
#[must_use]
pub fn header_of(table: &Table) -> Option<IndicatorHeader> {
    arrangement::arranged(&dittos::filled(table), false)
        .into_iter()
        .next()
        .map(|(_, header)| header)
}

/// The indicators of a table, in the order of its rows; none when it is no indicator table. Every correction, doubt
/// and row not understood becomes a finding.
#[must_use]
pub fn indicators(
    table: &Table,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let table = &dittos::filled(table);
    let parts = arrangement::arranged(table, !context.kind.is_empty());
    if let (Some(previous), true) = (&context.previous, parts.is_empty()) {
        return reading::read_on(table, previous, context, findings);
    }
    let several = parts.len() > 1;
    let mut entries = Vec::new();
    for (part, header) in parts {
        entries.extend(reading::read(&part, header, context, findings));
    }
    if several {
        entries.sort_by_key(|entry| entry.indicator.provenance.line);
    }
    entries
}
