//! From lines to the plan's items: what a line is, by its shape and by the heading it stands under.

use super::draft::Draft;
use super::footnote::{self, Citation};
use super::line::{Block, Line};
use super::number::{self, Numeral, Style};
use super::vocabulary::{self, Part};
use super::{bullet, furniture, heading, inline, sdg};
use crate::plan::{GlossaryEntry, squash};
use crate::read::{FindingKind, IndicatorHeader, Level};
use std::collections::BTreeSet;

/// Where the line now read belongs.
#[derive(Default)]
pub(super) struct Place {
    /// What the last heading opened.
    pub part: Option<Part>,
    /// What that heading calls its indicators or badges.
    pub kind: String,
    /// The sign in front of the part's heading; other headings with it open another part.
    pub decoration: Option<char>,
    /// The smaller heading below it, as written.
    pub heading: String,
    /// The line of that smaller heading, as long as nothing came below it.
    pub bare_heading: Option<Line>,
    /// That smaller heading's number.
    pub numeral: Option<Numeral>,
    /// The initiative that bullets belong to.
    pub initiative: Option<usize>,
    /// Lines right above the next table.
    pub caption: String,
    /// The part's heading, as long as nothing came below it.
    pub empty: Option<Line>,
    /// The heading of the last table; it goes on after a page break.
    pub table: Option<IndicatorHeader>,
    /// The first indicator of the last table; remarks below belong to these.
    pub first_indicator: Option<usize>,
}

/// Reads a document block by block.
#[derive(Default)]
pub(super) struct Reader {
    pub draft: Draft,
    pub place: Place,
    pub citations: Vec<Citation>,
    /// Page titles and legends met, to know them again.
    pub seen: BTreeSet<String>,
    /// The lines of the table of contents.
    pub contents: std::ops::Range<u32>,
    /// What the first piece of the document's breadcrumbs (`結ぶ 2 ▶ ① …`) can be.
    pub trails: BTreeSet<String>,
    /// The number of the section's last numbered initiative.
    pub last_initiative: Option<Numeral>,
    /// Marks and what the legend says they mean.
    pub legend: super::schedule::Legend,
    /// What goes on from one schedule table to the next.
    pub timetable: super::schedule::Timetable,
    /// The sheets met.
    pub sheets: super::sheet::Sheets,
    /// What the overview says is done.
    pub announced: Vec<super::overview::Announced>,
}

impl Reader {
    /// A reader for these blocks; it looks ahead for breadcrumbs.
    pub fn new(draft: Draft, blocks: &[Block]) -> Self {
        let texts = blocks.iter().filter_map(|block| match block {
            Block::Text(line) => Some(line.text.as_str()),
            Block::Table(_) => None,
        });
        // A legend may stand below its table; until the reader meets one, the first explains the marks.
        let legend = texts
            .clone()
            .filter(|text| !text.contains('。'))
            .find_map(super::schedule::Legend::parse);
        let trails = texts.filter_map(heading::trail_head).map(squash).collect();
        Self {
            draft,
            trails,
            legend: legend.unwrap_or_default(),
            seen: furniture::running_heads(blocks),
            contents: furniture::contents(blocks).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Reads one line; gives how many of the blocks behind it were read with it.
    pub fn text(&mut self, line: &Line, after: &[Block]) -> usize {
        let text = line.text.as_str();
        if self.contents.contains(&line.number) || self.is_page_furniture(text) {
            self.draft
                .find(Level::Note, line, FindingKind::RepeatedHeading);
        } else if let Some(note) = footnote::parse(text) {
            self.footnote(line, note);
        } else if let Some(pieces) = heading::trail(text, &self.trails) {
            self.enter_trail(line, &pieces);
        } else if let Some(part) = part_heading(text) {
            // 第2章 基本方針 is a section too, and so is 2 進行管理 behind a section 1.
            let section = number::leading(text)
                .filter(|(it, _)| number::rank(&it.style).is_some() || self.goes_on_sections(it));
            let is_section = section.is_some();
            if let Some((numeral, title)) = section {
                self.enter(line, numeral, title);
            }
            let holds_sections = part == Part::Progress || heading::holds_sections(after);
            if !(is_section && holds_sections) {
                self.open(part, line);
            }
        } else if let Some(units) = inline::responsible(text) {
            self.responsible(line, units);
        } else if self.arrow_indicator(line) {
            self.place.empty = None;
        } else if let Some((part, contents)) = vocabulary::part_with_contents(text) {
            self.open(part, line);
            self.content(line, contents, after);
        } else if let Some((numeral, title)) = marked_level(text) {
            return self.numbered(line, numeral, title, after);
        } else if let Some(item) = bullet::strip(text) {
            self.bullet(line, item, after);
        } else if let Some((numeral, title)) =
            number::leading(text).filter(|_| !self.expects_numbers(text))
        {
            return self.numbered(line, numeral, title, after);
        } else {
            self.content(line, text, after);
        }
        0
    }

    /// A page number, a line of the contents, or a page title or legend seen before.
    fn is_page_furniture(&self, text: &str) -> bool {
        self.seen.contains(&squash(text))
            || furniture::is_of_contents(text)
            || (self.place.part == Some(Part::Contents) && furniture::ends_with_page(text))
            || (self.place.part != Some(Part::Sdgs) && furniture::is_page_number(text))
    }

    /// Whether numbers at the start of a line are goals here and no headings.
    pub fn expects_numbers(&self, text: &str) -> bool {
        self.place.part == Some(Part::Sdgs) && sdg::goals(text).is_some()
    }

    /// Whether a number goes on counting sections that stand beside each other here.
    fn goes_on_sections(&self, numeral: &Numeral) -> bool {
        numeral.value > 1 && self.place.numeral.is_none() && self.draft.outline.continues(numeral)
    }

    fn footnote(&mut self, line: &Line, note: footnote::Footnote) {
        let known = self
            .draft
            .plan
            .glossary
            .iter()
            .any(|entry| entry.mark == note.mark && entry.explanation != note.explanation);
        if known {
            self.draft
                .find(Level::Warning, line, FindingKind::DuplicateFootnote);
        }
        self.cite(&note.explanation);
        let provenance = self.draft.provenance(line.number);
        let footnote::Footnote {
            mark,
            term,
            explanation,
        } = note;
        self.draft.add_glossary_entry(GlossaryEntry {
            mark,
            term,
            explanation,
            provenance,
            ..GlossaryEntry::default()
        });
    }

    /// Remembers what a text cites.
    pub fn cite(&mut self, text: &str) {
        let section = self.draft.outline.current_id();
        footnote::cite(text, section.as_ref(), &mut self.citations);
    }

    /// A line that is a part's heading.
    pub fn open(&mut self, part: Part, line: &Line) {
        self.close();
        self.place = Place {
            part: Some(part),
            kind: vocabulary::kind_of(strip_number(&line.text)),
            decoration: vocabulary::decoration(&line.text),
            empty: Some(line.clone()),
            ..Place::default()
        };
    }

    /// Says when nothing came below a heading (its pictures are not in the text).
    pub fn close(&mut self) {
        for line in [self.place.empty.take(), self.place.bare_heading.take()]
            .into_iter()
            .flatten()
        {
            self.draft.find(Level::Note, &line, FindingKind::EmptyPart);
        }
        self.place = Place::default();
    }
}

/// The part that a line opens, whether or not it is numbered: `(1) 現状と課題`.
fn part_heading(text: &str) -> Option<Part> {
    vocabulary::part_of(strip_number(text))
}

fn strip_number(text: &str) -> &str {
    number::leading(text).map_or(text, |(_, title)| title)
}

/// The number and title of a section's heading that a mark sets off: `■施策5 産業`.
fn marked_level(text: &str) -> Option<(Numeral, &str)> {
    let behind = text.trim_start().strip_prefix(['■', '◆', '□', '◇'])?;
    number::leading(behind).filter(|(numeral, _)| matches!(numeral.style, Style::Word(_)))
}
