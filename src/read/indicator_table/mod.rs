//! Indicator tables of any shape: from rows of cells to indicators.
//!
//! A column is recognised by the words of its heading ([`recognise`]) and, where they do not tell, by what stands in
//! it and beside it; never by its position. Every correction, every doubt and every row that was not understood
//! becomes a [`Finding`].

mod acceptance;
mod align;
mod arrangement;
mod broken_text;
mod columns;
mod content;
mod draft;
mod header;
mod name;
mod rows;
mod settle;
mod written;

pub(super) use broken_text::{footnote_mark, is_remark};
pub use columns::{Column, Field, recognise};
pub use header::IndicatorHeader;
pub(super) use name::split_number;

use super::finding::{Finding, FindingKind, Level};
use super::table::{Row, Table};
use crate::plan::{Id, Indicator, Period, squash};

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

/// What a heading above a table calls its indicators: `KGI（重要目標達成指標）` is `KGI`; otherwise the heading itself.
#[must_use]
pub fn kind_of_heading(heading: &str) -> String {
    let words = squash(heading).to_uppercase();
    let kinds = ["KGI", "KPI"];
    kinds
        .iter()
        .find(|kind| words.contains(**kind))
        .map_or_else(|| heading.trim().to_owned(), |kind| (*kind).to_owned())
}

/// Finds the heading of an indicator table; none when the table holds no indicators. For a sheet of labels and values,
/// or indicators side by side, it is the heading of its first part as if the rest stood below it.
#[must_use]
pub fn header_of(table: &Table) -> Option<IndicatorHeader> {
    arrangement::arranged(table, false)
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
    let parts = arrangement::arranged(table, !context.kind.is_empty());
    let mut entries = Vec::new();
    for (part, header) in &parts {
        entries.extend(read(part, header.clone(), context, findings));
    }
    if parts.len() > 1 {
        entries.sort_by_key(|entry| entry.indicator.provenance.line);
    }
    match &context.previous {
        Some(previous) if parts.is_empty() => read_on(table, previous, context, findings),
        _ => entries,
    }
}

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

fn read(
    table: &Table,
    mut header: IndicatorHeader,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let body = &table.rows[header.body()..];
    let heading = &table.rows[header.first_row..header.body()];
    for row in &table.rows[..header.first_row] {
        if !row.is_blank() {
            findings.push(Finding::at(
                Level::Note,
                row.line,
                row.text(),
                FindingKind::NotUnderstood,
            ));
        }
    }
    let line = heading.first().map_or(0, |row| row.line);
    let decisions = settle::settle(
        &mut header.columns,
        &body[..body.len().min(SAMPLE)],
        &context.caption,
    );
    say_how_columns_were_read(&header, &decisions, body, line, findings);
    let drafts = rows::Rows::new(&header.columns, heading, findings).read(body);
    let unknown_year = drafts.iter().any(|draft| {
        draft
            .baseline
            .as_ref()
            .is_some_and(|it| it.period == Period::Unknown)
    });
    let kind = heading_kind(&header);
    let entries: Vec<Entry> = drafts
        .into_iter()
        .map(|draft| draft.finish(context, &kind))
        .collect();
    let still_unknown = entries.iter().any(|entry| {
        entry
            .indicator
            .baseline
            .as_ref()
            .is_some_and(|it| it.period == Period::Unknown)
    });
    if unknown_year && still_unknown {
        let text = header
            .columns
            .iter()
            .find(|column| column.field == Field::Baseline)
            .map_or("", |it| &it.heading);
        findings.push(Finding::at(
            Level::Note,
            line,
            text,
            FindingKind::UnknownYear,
        ));
    }
    entries
}

/// Goes on with a table whose heading stood before a page break.
fn read_on(
    table: &Table,
    previous: &IndicatorHeader,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let header = IndicatorHeader {
        first_row: 0,
        rows: 0,
        ..previous.clone()
    };
    let fits = table.width().abs_diff(header.columns.len()) <= 1;
    let Some(first) = table.rows.first().filter(|_| fits) else {
        return Vec::new();
    };
    let read_as = header
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect::<Vec<_>>()
        .join(" | ");
    findings.push(Finding::at(
        Level::Warning,
        first.line,
        first.text(),
        FindingKind::MissingHeading { read_as },
    ));
    read(table, header, context, findings)
}

/// The kind that the heading of the column of names says: `成果指標`, `KPI`; empty for 指標 and 項目.
fn heading_kind(header: &IndicatorHeader) -> String {
    let heading = header
        .columns
        .iter()
        .find(|column| column.field == Field::Name)
        .map_or("", |it| it.heading.as_str());
    let words = squash(heading).to_uppercase();
    let said = ["KGI", "KPI"]
        .iter()
        .find(|kind| words.contains(**kind))
        .map(|kind| (*kind).to_owned());
    let named = [
        "成果指標",
        "活動指標",
        "評価指標",
        "目標指標",
        "施策指標",
        "数値目標",
        "達成目標",
        "成果目標",
    ];
    said.or_else(|| {
        named
            .iter()
            .find(|kind| words.contains(**kind))
            .map(|kind| (*kind).to_owned())
    })
    .unwrap_or_default()
}

fn say_how_columns_were_read(
    header: &IndicatorHeader,
    decisions: &[settle::Decision],
    body: &[Row],
    line: u32,
    findings: &mut Vec<Finding>,
) {
    if header.rows == 0 {
        return; // said where the heading stood
    }
    if header.moved {
        let text = header
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect::<Vec<_>>()
            .join(" | ");
        findings.push(Finding::at(
            Level::Warning,
            line,
            text,
            FindingKind::ShiftedColumns,
        ));
    }
    for decision in decisions {
        let heading = &header.columns[decision.column].heading;
        let read_as = format!("{:?}", decision.read_as);
        let kind = match heading.as_str() {
            "" => FindingKind::MissingHeading { read_as },
            _ => FindingKind::RecognisedByContent { read_as },
        };
        findings.push(Finding::at(Level::Note, line, heading, kind));
    }
    for (index, column) in header
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.field == Field::Unknown)
    {
        if body.iter().any(|row| !row.cell(index).is_empty()) {
            let kind = FindingKind::UnknownColumn {
                heading: column.heading.clone(),
            };
            findings.push(Finding::at(Level::Warning, line, &column.heading, kind));
        }
    }
}
