//! Whole plan documents as extracted text: lines → blocks → headings, prose, tables → the plan's items.
//!
//! One pipeline for every town: a line is known by its shape (number, bullet, label, mark) and by the field's words
//! (`vocabulary`, `columns`), never by the document it stands in.

mod arrow;
mod bullet;
mod columns;
mod department;
mod draft;
mod footnote;
mod furniture;
mod heading;
mod initiatives;
mod inline;
mod line;
mod markup;
mod measure;
mod names;
mod number;
mod outline;
mod overview;
mod prose;
mod reader;
mod schedule;
mod sdg;
pub(super) mod seams;
mod sheet;
mod tables;
mod title;
mod vocabulary;
mod wrap;

use crate::plan::{Indicator, Plan};
use crate::read::{Finding, FindingKind, Level, Reading};
use draft::Draft;
use line::Block;
use reader::Reader;

/// Reads the text of a plan document. `source` is the file's name; it is the title when the text has none.
#[must_use]
pub fn read(source: &str, text: &str) -> Reading {
    let mut draft = Draft::default();
    source.clone_into(&mut draft.plan.source);
    let blocks = line::blocks(text, &mut draft.findings);
    let mut reader = Reader::new(draft, &blocks);
    let mut rest = &blocks[reader.title_page(&blocks)..];
    while let Some((block, after)) = rest.split_first() {
        let used = match block {
            Block::Text(line) => reader.text(line, after),
            Block::Table(rows) => {
                reader.table(rows);
                0
            }
        };
        rest = &after[used.min(after.len())..];
    }
    reader.finish(&blocks)
}

/// How many lines are looked at to tell what a text is.
const SAMPLE: usize = 1_000;

/// Whether a text is a plan document and not only tables of indicators: it has a part's heading, several numbered
/// headings or bullets, or a table of another kind.
#[must_use]
pub fn is_document(text: &str) -> bool {
    let end = text
        .match_indices('\n')
        .nth(SAMPLE)
        .map_or(text.len(), |(index, _)| index);
    let blocks = line::blocks(&text[..end], &mut Vec::new());
    let mut headings = 0;
    let mut is_first = true;
    blocks.iter().any(|block| match block {
        Block::Text(line) => {
            // 数値目標の進捗状況 above a table is its title.
            let is_title = std::mem::take(&mut is_first);
            let part = vocabulary::part_of(&line.text)
                .filter(|part| !is_title || *part != vocabulary::Part::Progress);
            let numbered = number::leading(&line.text).is_some_and(|(it, _)| !it.is_of_aim())
                || bullet::strip(&line.text).is_some();
            headings += usize::from(numbered);
            headings > 2 || part.is_some_and(|part| part != vocabulary::Part::Indicators)
        }
        Block::Table(rows) => tables::is_of_a_document(rows),
    })
}

impl Reader {
    /// Takes what the title page says; gives how many blocks it has.
    fn title_page(&mut self, blocks: &[Block]) -> usize {
        let page = names::title_page(blocks, |text| {
            heading::trail(text, &self.trails).is_some() || schedule::Legend::parse(text).is_some()
        });
        self.draft.plan.title = page.title.join(" ");
        self.draft.plan.municipality.name = page.municipality;
        self.draft.plan.period = page.period;
        for line in &page.repeated {
            self.draft
                .find(Level::Note, line, FindingKind::RepeatedHeading);
        }
        if !page.title.is_empty() {
            self.seen.insert(crate::plan::squash(&page.title.concat()));
        }
        page.blocks
    }

    /// Ties together what stands apart in the text, and hands the plan over.
    fn finish(mut self, blocks: &[Block]) -> Reading {
        self.close();
        self.settle_schedule();
        self.settle_sheets();
        self.settle_overview();
        footnote::tie(&mut self.draft.plan.glossary, &self.citations);
        let Draft {
            mut plan,
            outline,
            mut findings,
        } = self.draft;
        plan.sections = outline.into_sections();
        tie_indicators(&mut plan);
        name_plan(&mut plan, blocks);
        findings.sort_by_key(|finding| finding.line);
        if is_empty(&plan) {
            findings.push(Finding {
                level: Level::Error,
                line: None,
                text: String::new(),
                kind: FindingKind::NothingFound,
                item: None,
            });
            return Reading {
                plans: Vec::new(),
                findings,
            };
        }
        Reading {
            plans: vec![plan],
            findings,
        }
    }
}

/// Ties indicators to the initiatives of their section that have the same circled number.
fn tie_indicators(plan: &mut Plan) {
    for indicator in &mut plan.indicators {
        let circled = number::leading(&indicator.number)
            .is_some_and(|(numeral, _)| numeral.style == number::Style::Circled);
        if circled && indicator.initiatives.is_empty() {
            let Indicator {
                section, number, ..
            } = &*indicator;
            let same = plan
                .initiatives
                .iter()
                .filter(|other| other.section == *section && other.number == *number);
            indicator.initiatives = same.map(|other| other.id.clone()).collect();
        }
    }
}

/// The title of a document without a title page is its first heading's, else the file's name; the municipality is the
/// one its plans are named after.
fn name_plan(plan: &mut Plan, blocks: &[Block]) {
    if plan.title.is_empty() {
        let first = plan
            .sections
            .iter()
            .find(|section| section.parent.is_none() && !section.title.is_empty());
        plan.title = first
            .map(|section| {
                format!("{} {}", section.number, section.title)
                    .trim()
                    .to_owned()
            })
            .unwrap_or_default();
    }
    if plan.title.is_empty() {
        plan.title = super::title_of_source(&plan.source);
    }
    if plan.municipality.name.is_empty() {
        let texts: Vec<&str> = blocks
            .iter()
            .flat_map(|block| match block {
                Block::Text(line) => std::slice::from_ref(line),
                Block::Table(rows) => rows.as_slice(),
            })
            .flat_map(|line| line.text.split('\t'))
            .map(|text| bullet::strip(text).unwrap_or(text))
            .collect();
        plan.municipality.name = names::municipality_in(&plan.title, &texts);
    }
}

/// Whether nothing was understood that a plan is made of; headings alone are no plan.
fn is_empty(plan: &Plan) -> bool {
    plan.indicators.is_empty()
        && plan.initiatives.is_empty()
        && plan.schedule.is_empty()
        && plan.sheets.is_empty()
        && plan
            .sections
            .iter()
            .all(|section| section.situation.is_empty() && section.aims.is_empty())
}
