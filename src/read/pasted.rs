//! Tables pasted from a PDF, a spreadsheet or a word processor, with the lines above them.

use super::blocks::{Block, blocks};
use super::indicator_table::{
    IndicatorHeader, TableContext, header_of, indicators, kind_of_heading, recognise,
};
use super::{Field, Finding, FindingKind, Level, Reading, Table, sections};
use crate::plan::{Plan, squash};

/// Reads the indicator tables of a text. Lines in no table are what the next table is called; the first is the
/// plan's title. A table without indicators is listed row by row.
pub(super) fn read(source: &str, text: &str) -> Reading {
    let mut reader = Reader::new(source);
    for block in blocks(text) {
        match block {
            Block::Line(line, text) => reader.lines.push((line, text)),
            Block::Table(table) => reader.table(&table),
        }
    }
    reader.finish()
}

struct Reader {
    plan: Plan,
    findings: Vec<Finding>,
    /// The lines since the last table.
    lines: Vec<(u32, String)>,
    previous: Option<IndicatorHeader>,
}

impl Reader {
    fn new(source: &str) -> Self {
        let plan = Plan {
            source: source.to_owned(),
            ..Plan::default()
        };
        Self {
            plan,
            findings: Vec::new(),
            lines: Vec::new(),
            previous: None,
        }
    }

    fn table(&mut self, table: &Table) {
        let lines = std::mem::take(&mut self.lines);
        let heading = lines
            .iter()
            .rev()
            .map(|(_, text)| text.as_str())
            .find(|text| names_indicators(text));
        let context = TableContext {
            source: self.plan.source.clone(),
            kind: heading.map(kind_of_heading).unwrap_or_default(),
            section: None,
            caption: lines
                .iter()
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>()
                .join("\n"),
            previous: self.previous.clone().filter(|_| lines.is_empty()),
        };
        let entries = indicators(table, &context, &mut self.findings);
        if entries.is_empty() {
            let rows = table.rows.iter().filter(|row| !row.is_blank());
            self.findings.extend(rows.map(|row| {
                Finding::at(
                    Level::Error,
                    row.line,
                    row.text(),
                    FindingKind::NotUnderstood,
                )
            }));
            return;
        }
        self.previous = header_of(table).or(self.previous.take());
        if self.plan.title.is_empty() {
            self.plan.title = lines
                .first()
                .map(|(_, text)| text.clone())
                .unwrap_or_default();
        }
        sections::add_entries(&mut self.plan, entries);
    }

    fn finish(mut self) -> Reading {
        let left = self.lines.into_iter();
        self.findings.extend(
            left.map(|(line, text)| {
                Finding::at(Level::Note, line, text, FindingKind::NotUnderstood)
            }),
        );
        self.findings.sort_by_key(|finding| finding.line);
        if self.plan.indicators.is_empty() {
            self.findings.push(Finding::nothing_found());
            return Reading {
                plans: Vec::new(),
                findings: self.findings,
            };
        }
        if self.plan.title.is_empty() {
            self.plan.title = title_of_source(&self.plan.source);
        }
        Reading {
            plans: vec![self.plan],
            findings: self.findings,
        }
    }
}

/// Whether a line above a table says that it holds indicators.
fn names_indicators(text: &str) -> bool {
    let short = squash(text).chars().count() <= 30;
    short && matches!(recognise(text), Field::Name | Field::Target)
}

/// The file's name without its ending.
pub(super) fn title_of_source(source: &str) -> String {
    let name = source.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
