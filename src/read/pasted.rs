//! Tables pasted from a PDF, a spreadsheet or a word processor, with the lines above them.

use super::bare_years::spell_out;
use super::blocks::{Block, blocks};
use super::document::seams::mended;
use super::indicator_table::{
    Entry, IndicatorHeader, TableContext, behind_label, carries, footnote_mark, header_of,
    indicators, is_label_of_paper, is_remark, kind_in, kind_of_heading, names_departments,
    names_level, names_section, recognise, says_unit_or_year, style,
};
use super::title_of_source;
use super::{Field, Finding, FindingKind, Level, Reading, Row, Table, sections};
use crate::plan::{Plan, squash};

/// Reads the indicator tables of a text. Lines in no table are what the next table is called; the first is the
/// plan's title. A table without indicators is listed row by row.
pub(super) fn read(source: &str, text: &str) -> Reading {
    let mut reader = Reader::new(source);
    for block in blocks(text) {
        match block {
            Block::Line(line, text) => reader.lines.push((line, text)),
            Block::Table(table) => reader.table(table),
        }
    }
    reader.finish()
}

/// Reads one table, as a file of records holds it.
pub(super) fn read_table(source: &str, table: Table) -> Reading {
    let mut reader = Reader::new(source);
    reader.table(table);
    reader.finish()
}

struct Reader {
    plan: Plan,
    findings: Vec<Finding>,
    /// The lines since the last table.
    lines: Vec<(u32, String)>,
    previous: Option<IndicatorHeader>,
    /// The kind of the indicators of the last table.
    kind: String,
    /// The lines that name the indicator of the next table.
    named: Vec<(u32, String)>,
    /// The sections that lines named, from the top down to where the next table stands.
    sections: Vec<Heading>,
}

/// A line above a table that names a section.
struct Heading {
    line: u32,
    title: String,
    /// Whether an indicator stands below it; else it is in no item and must be listed.
    holds_any: bool,
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
            kind: String::new(),
            named: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Puts rows together that are broken inside their cells.
    fn mend(&mut self, table: &mut Table) {
        if let Some((whole, joined)) = mended(&table.rows) {
            self.findings.extend(joined.iter().map(|&row| {
                let row: &Row = &whole[row];
                Finding::at(Level::Note, row.line, row.text(), FindingKind::Joined)
            }));
            table.rows = whole;
        }
    }

    fn table(&mut self, mut table: Table) {
        self.mend(&mut table);
        let lines = self.captions();
        let bare = spell_out(
            &mut table,
            self.plan.period,
            &[lines.join("\n"), self.plan.title.clone()].join("\n"),
        );
        self.findings.extend(bare);
        let heading = lines
            .iter()
            .rev()
            .map(String::as_str)
            .find(|text| names_indicators(text));
        let context = TableContext {
            source: self.plan.source.clone(),
            kind: heading.map_or_else(|| self.kind_of_previous(&lines), kind_of_heading),
            section: None,
            sections: self
                .sections
                .iter()
                .map(|section| section.title.clone())
                .collect(),
            caption: lines.join("\n"),
            previous: self.previous.clone().filter(|_| lines.is_empty()),
        };
        let entries = indicators(&table, &context, &mut self.findings);
        self.list_unread_names(&entries);
        let header = header_of(&table);
        if entries.is_empty() && header.is_none() {
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
        if let (true, Some(header)) = (self.plan.title.is_empty(), &header) {
            let above = table
                .rows
                .iter()
                .take(header.first_row)
                .find(|row| !row.is_blank());
            self.plan.title = above
                .map(|row| row.filled().collect::<Vec<_>>().join(" "))
                .unwrap_or_default();
        }
        self.previous = header.or(self.previous.take());
        self.kind = context.kind;
        for section in &mut self.sections {
            section.holds_any |= !entries.is_empty();
        }
        sections::add_entries(&mut self.plan, entries);
    }

    /// Lists the lines that name an indicator (`指標1 利用者数`) where the table below them has none of that name.
    fn list_unread_names(&mut self, entries: &[Entry]) {
        for (line, text) in std::mem::take(&mut self.named) {
            let is_read = |entry: &Entry| text.contains(&entry.indicator.name);
            if !entries.iter().any(is_read) {
                self.not_understood(line, &text);
            }
        }
    }

    /// A table that goes on has the kind of its first part.
    fn kind_of_previous(&self, lines: &[String]) -> String {
        if lines.is_empty() {
            self.kind.clone()
        } else {
            String::new()
        }
    }

    /// The lines since the last table that say something of the next: remarks go to the indicators above that carry
    /// their mark, the first of all is the title, and what says neither kind, unit nor year is listed.
    fn captions(&mut self) -> Vec<String> {
        let mut captions = Vec::new();
        let mut after_section = false;
        let mut below_label = false;
        for (line, text) in std::mem::take(&mut self.lines) {
            if is_remark(&text) {
                self.remark(line, &text);
                continue;
            }
            let is_first = self.plan.indicators.is_empty() && self.plan.title.is_empty();
            if is_first && !is_label_of_paper(&text) {
                self.plan.title.clone_from(&text);
                // Below 【資料4】 the first line is as likely a section as the title.
                let is_section = names_level(&text) || (below_label && names_section(&text));
                if is_section && !names_plan(&text) {
                    self.enter(line, &text);
                }
            } else if names_section(&text) {
                self.enter(line, &text);
            } else if names_departments(&text) && after_section {
                if let Some(section) = self.sections.last_mut() {
                    section.title = format!("{} {text}", section.title);
                }
            } else if behind_label(&text).is_some() {
                self.named.push((line, text.clone()));
            } else if !names_indicators(&text) && !says_unit_or_year(&text) {
                self.not_understood(line, &text);
            }
            after_section = names_section(&text);
            below_label = is_label_of_paper(&text);
            captions.push(text);
        }
        captions
    }

    /// Goes into the section that a line names: beside the last one of its style of numbering, else below the last one.
    fn enter(&mut self, line: u32, title: &str) {
        let own = style(title);
        let beside = |section: &Heading| style(&section.title) == own;
        let kept = self.sections.iter().position(beside);
        self.leave(kept.unwrap_or(self.sections.len()));
        self.sections.push(Heading {
            line,
            title: title.to_owned(),
            holds_any: false,
        });
    }

    /// Leaves all sections below the first ones; those without an indicator are listed.
    fn leave(&mut self, kept: usize) {
        for Heading {
            line,
            title,
            holds_any,
        } in self.sections.split_off(kept)
        {
            if !holds_any {
                self.not_understood(line, &title);
            }
        }
    }

    fn remark(&mut self, line: u32, text: &str) {
        let mark = footnote_mark(text);
        let is_cited = |name: &str| mark.as_ref().is_some_and(|mark| carries(name, mark));
        let mut cited = false;
        for indicator in self
            .plan
            .indicators
            .iter_mut()
            .filter(|indicator| is_cited(&squash(&indicator.name)))
        {
            let before = if indicator.note.is_empty() {
                String::new()
            } else {
                format!("{}\n", indicator.note)
            };
            indicator.note = format!("{before}{text}");
            cited = true;
        }
        if !cited {
            self.not_understood(line, text);
        }
    }

    fn not_understood(&mut self, line: u32, text: &str) {
        self.findings.push(Finding::at(
            Level::Note,
            line,
            text,
            FindingKind::NotUnderstood,
        ));
    }

    fn finish(mut self) -> Reading {
        self.leave(0);
        for (line, text) in std::mem::take(&mut self.lines) {
            self.remark(line, &text);
        }
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
    let short = squash(text).chars().count() <= 30 && !text.contains(['：', ':']);
    // A numbered line is a section or a name, unless it says the kind outright (1 数値目標の進捗).
    let is_section =
        (names_section(text) || behind_label(text).is_some()) && kind_in(text).is_none();
    short && !is_section && matches!(recognise(text), Field::Name | Field::Target)
}

/// Whether the first line is the name of a plan or report, and no section of it.
fn names_plan(text: &str) -> bool {
    let ends = [
        "計画",
        "プラン",
        "戦略",
        "ビジョン",
        "大綱",
        "評価",
        "報告書",
        "一覧",
        "一覧表",
    ];
    ends.iter().any(|end| squash(text).ends_with(end))
}
