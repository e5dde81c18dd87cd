//! Tables inside a document: which kind each is, and who reads it.

use super::line::Line;
use super::number;
use super::reader::Reader;
use super::vocabulary::{self, Part};
use super::{footnote, initiatives, schedule, seams, sheet};
use crate::plan::{GlossaryEntry, PlanPeriod, join_soft_wraps, squash};
use crate::read::bare_years::spell_out;
use crate::read::{
    Entry, FindingKind, Level, Row, SectionName, Table, TableContext, header_of, indicators,
};

/// Rows that belong together, and what lies between tables.
enum Piece<'a> {
    /// A heading or caption in a row of its own.
    Line(&'a Line),
    /// Rows whose first one names what all of them hold: 関連する個別計画.
    Labelled(Part, &'a [Line]),
    /// A table.
    Rows(&'a [Line]),
}

impl Reader {
    /// Reads the rows between two blank lines.
    pub fn table(&mut self, rows: &[Line]) {
        let Some((whole, joined)) = seams::mended(&table_of(rows).rows) else {
            return self.whole_table(rows);
        };
        let line = |row: &Row| Line {
            number: row.line,
            text: row.cells.join("\t"),
        };
        let whole: Vec<Line> = whole.iter().map(line).collect();
        for row in joined {
            self.draft
                .find(Level::Note, &whole[row], FindingKind::Joined);
        }
        self.whole_table(&whole);
    }

    fn whole_table(&mut self, rows: &[Line]) {
        let sample = sample_of(rows);
        // A heading of a schedule names what a sheet names too: 取組内容, 担当課.
        if sheet::is_sheet(&sample) && !schedule::is_schedule(&sample) {
            return self.sheet(rows);
        }
        for piece in pieces(rows) {
            match piece {
                Piece::Line(row) => {
                    let line = Line {
                        number: row.number,
                        text: row.text.trim().to_owned(),
                    };
                    self.text(&line, &[]);
                }
                Piece::Labelled(part, rows) => self.labelled(part, rows),
                Piece::Rows(rows) => self.plain_table(rows),
            }
        }
    }

    fn plain_table(&mut self, lines: &[Line]) {
        let mut table = table_of(lines);
        let bare = spell_out(&mut table, self.draft.plan.period, &self.draft.plan.title);
        self.draft.findings.extend(bare);
        self.place.empty = None;
        if self.place.part == Some(Part::Contents) {
            for line in lines {
                self.draft
                    .find(Level::Note, line, FindingKind::RepeatedHeading);
            }
            return;
        }
        let sample = Table {
            rows: table.rows.iter().take(SAMPLE).cloned().collect(),
        };
        let outline = self.is_outline(&sample);
        for line in lines.iter().filter(|_| !outline) {
            self.cite(&line.text);
        }
        if let Some(columns) = sheet::sheet_columns(&table) {
            self.sheet_rows(&table, lines, &columns);
        } else if schedule::is_schedule(&sample) || self.goes_on_schedule(&sample) {
            self.schedule(&table, lines);
        } else if initiatives::has_goals_by_year(&table) {
            self.initiative_table(&table, lines);
        } else if self.indicator_table(&table, lines) {
            // its rows are indicators now
        } else if outline {
            self.outline_table(&table, lines);
        } else if initiatives::is_initiatives(&table) {
            self.initiative_table(&table, lines);
        } else if is_glossary(&table) || self.place.part == Some(Part::Glossary) {
            self.glossary_table(&table, lines);
        } else {
            for line in lines {
                if !self.labelled_indicator(line) {
                    self.draft.not_understood(line);
                }
            }
        }
    }

    /// Cells under one label: names of plans, goals, badges.
    fn labelled(&mut self, part: Part, rows: &[Line]) {
        self.open(part, &rows[0]);
        for (index, row) in rows.iter().enumerate() {
            for cell in row
                .text
                .split('\t')
                .skip(usize::from(index == 0))
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
            {
                let cell = if part == Part::RelatedPlans {
                    join_soft_wraps(cell)
                } else {
                    cell.to_owned()
                };
                self.content(row, &cell, &[]);
            }
        }
        self.close();
    }

    /// Reads the table if it is one of indicators.
    fn indicator_table(&mut self, table: &Table, lines: &[Line]) -> bool {
        let announced = self.place.part == Some(Part::Indicators);
        let header = header_of(table);
        if header.is_none() && !announced {
            return false;
        }
        let context = TableContext {
            source: self.draft.plan.source.clone(),
            kind: if announced {
                self.place.kind.clone()
            } else {
                String::new()
            },
            section: self.draft.outline.current_id(),
            sections: Vec::new(),
            caption: std::mem::take(&mut self.place.caption),
            previous: self.place.table.take(),
        };
        let entries = indicators(table, &context, &mut self.draft.findings);
        self.place.table = header.or(context.previous);
        self.place.first_indicator = Some(self.draft.plan.indicators.len());
        let here = self.draft.outline.current();
        let understood = !entries.is_empty();
        for Entry {
            mut indicator,
            sections,
            initiative,
        } in entries
        {
            let line = indicator.provenance.line.unwrap_or_default();
            let line = lines.binary_search_by_key(&line, |line| line.number);
            let line = line.ok().map(|index| &lines[index]);
            if let (false, Some(line)) = (sections.is_empty(), line) {
                self.draft.outline.stand_at(here);
                for SectionName {
                    level,
                    number,
                    title,
                } in &sections
                {
                    self.enter_named(line, level, &format!("{number} {title}"));
                }
            }
            indicator.section = self.draft.outline.current_id();
            if let (false, Some(line)) = (initiative.is_empty(), line) {
                indicator
                    .initiatives
                    .push(self.initiative_named(line, &initiative));
            }
            self.draft.add_indicator(indicator);
        }
        self.draft.outline.stand_at(here);
        understood
    }

    fn glossary_table(&mut self, table: &Table, lines: &[Line]) {
        for (row, line) in table
            .rows
            .iter()
            .zip(lines)
            .skip(usize::from(is_glossary(table)))
        {
            let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
            let (Some(term), Some(explanation)) = (cells.next(), cells.next()) else {
                self.draft.not_understood(line);
                continue;
            };
            let provenance = self.draft.provenance(line.number);
            let footnote = footnote::parse(&format!("{term}：{explanation}"));
            let (mark, term) =
                footnote.map_or((String::new(), term.clone()), |note| (note.mark, note.term));
            let explanation = explanation.clone();
            self.draft.add_glossary_entry(GlossaryEntry {
                mark,
                term,
                explanation,
                provenance,
                ..GlossaryEntry::default()
            });
        }
    }
}

/// Whether rows are a table that only documents have: a schedule, sheets, initiatives, labelled names.
pub(super) fn is_of_a_document(rows: &[Line]) -> bool {
    let mut table = sample_of(rows);
    spell_out(&mut table, PlanPeriod::default(), "");
    let labelled = || {
        pieces(rows)
            .iter()
            .any(|piece| matches!(piece, Piece::Labelled(..)))
    };
    let no_indicators = || header_of(&table).is_none();
    sheet::is_sheet(&table)
        || sheet::sheet_columns(&table).is_some()
        || schedule::is_schedule(&table)
        || labelled()
        || initiatives::has_goals_by_year(&table)
        || (no_indicators() && initiatives::is_initiatives(&table))
}

/// How many rows are looked at to tell what a table is.
const SAMPLE: usize = 60;

fn sample_of(lines: &[Line]) -> Table {
    table_of(&lines[..lines.len().min(SAMPLE)])
}

fn table_of(lines: &[Line]) -> Table {
    let rows: Vec<(u32, &str)> = lines
        .iter()
        .map(|line| (line.number, line.text.as_str()))
        .collect();
    Table::from_tabbed(&rows)
}

/// Takes rows apart where a heading stands in a row of its own or labels the rows from there on.
fn pieces(lines: &[Line]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while index < lines.len() {
        let end = piece_end(&lines[index..]).map(|(length, label)| (index + length, label));
        if let Some((end, label)) = end {
            if start < index {
                pieces.push(Piece::Rows(&lines[start..index]));
            }
            pieces.push(label.map_or(Piece::Line(&lines[index]), |part| {
                Piece::Labelled(part, &lines[index..end])
            }));
            (start, index) = (end, end);
        } else {
            index += 1;
        }
    }
    if start < lines.len() {
        pieces.push(Piece::Rows(&lines[start..]));
    }
    pieces
}

/// How many rows a label or heading at the first row takes; none when a table's row stands there.
fn piece_end(lines: &[Line]) -> Option<(usize, Option<Part>)> {
    let first = lines[0].text.split('\t').next().unwrap_or_default().trim();
    let alone = lines[0].text.trim() == first;
    let bare = number::leading(first).map_or(first, |(_, title)| title);
    match vocabulary::part_of(bare)? {
        part @ (Part::RelatedPlans | Part::Sdgs | Part::Tags) if !alone => {
            let below = lines[1..]
                .iter()
                .take_while(|line| line.text.starts_with('\t'))
                .count();
            Some((below + 1, Some(part)))
        }
        _ => alone.then_some((1, None)),
    }
}

fn is_glossary(table: &Table) -> bool {
    let words = |cell: &String| squash(cell);
    let heading: Vec<String> = table.rows[0]
        .cells
        .iter()
        .map(words)
        .filter(|cell| !cell.is_empty())
        .collect();
    matches!(heading.as_slice(), [term, meaning, ..]
        if ["用語", "語句", "用語名"].contains(&term.as_str()) && ["説明", "解説", "意味", "内容"].contains(&meaning.as_str()))
}
