//! Headings: which lines open a section, and which only a smaller heading inside a part.

use super::department;
use super::line::{Block, Line};
use super::number::{self, Numeral, Style};
use super::reader::Reader;
use super::vocabulary::{self, Part};
use crate::plan::{Initiative, join_soft_wraps, squash};
use crate::read::indicator_table::title_and_departments;
use crate::read::{FindingKind, Level};
use std::collections::BTreeSet;

/// The longest title of a section; a longer text is a sentence that begins with a number.
const LONGEST_TITLE: usize = 60;

impl Reader {
    /// A line that begins with a number: a section, or a smaller heading inside the open part. Gives how many of the
    /// blocks behind it were read with it.
    pub fn numbered(
        &mut self,
        line: &Line,
        numeral: Numeral,
        title: &str,
        after: &[Block],
    ) -> usize {
        let (title, used) = match title_below(&numeral, title, after) {
            Some(below) => (below, 1),
            None => (title, 0),
        };
        let sentence = title.contains('。') || title.chars().count() > LONGEST_TITLE;
        if sentence || (title.is_empty() && numeral.style == Style::Digit) {
            self.content(line, &line.text, after);
        } else if self.goes_on_initiatives(&numeral) {
            self.close();
            self.place.part = Some(Part::Initiatives);
            self.smaller_heading(line, numeral, title);
        } else if self.is_running_head(&numeral, after) {
            self.draft
                .find(Level::Note, line, FindingKind::RepeatedHeading);
        } else if self.is_section(&numeral, after) {
            if used > 0 {
                self.draft.find(Level::Note, line, FindingKind::Joined);
            }
            self.section(line, numeral, title);
        } else {
            let text = if used == 0 {
                line.text.clone()
            } else {
                format!("{} {title}", line.text)
            };
            let line = Line {
                number: line.number,
                text,
            };
            self.smaller_heading(&line, numeral, title);
        }
        used
    }

    /// A section's heading; on a later page the headings on the way down to where the reader stands are only repeated.
    fn section(&mut self, line: &Line, numeral: Numeral, title: &str) {
        if self
            .draft
            .outline
            .is_on_path(&numeral, &title_and_departments(title).0)
        {
            self.draft
                .find(Level::Note, line, FindingKind::RepeatedHeading);
        } else {
            self.enter(line, numeral, title);
        }
    }

    /// Whether a chapter that was not met before stands between two sections that are counted on: the head of a page.
    fn is_running_head(&self, numeral: &Numeral, after: &[Block]) -> bool {
        let outline = &self.draft.outline;
        let next = match after.first() {
            Some(Block::Text(next)) => number::leading(&next.text).map(|(next, _)| next),
            _ => None,
        };
        number::rank(&numeral.style).is_some()
            && !outline.numbers_sections(&numeral.style)
            && next.is_some_and(|next| next.value > 1 && outline.continues(&next))
    }

    /// Inside an open part a number opens a section when it goes on counting the sections, unless it begins or goes on
    /// counting the part's own smaller headings; where 現状と課題 comes next, it is a section all the same.
    fn is_section(&self, numeral: &Numeral, after: &[Block]) -> bool {
        let Some(part) = self.place.part else {
            return true;
        };
        let known = self.draft.outline.numbers_sections(&numeral.style);
        let smaller = self.place.numeral.as_ref();
        let counted_here = match smaller.filter(|last| last.style == numeral.style) {
            Some(last) => last.value + 1 == numeral.value,
            None => numeral.value == 1,
        };
        let prose = matches!(
            part,
            Part::Situation | Part::Aims | Part::Initiatives | Part::Other
        );
        matches!(numeral.style, Style::Word(_))
            || part == Part::Overview
            || next_part(after) == Some(Part::Situation)
            || (next_is_part(after) || known) && !counted_here
            || (known && !prose && self.draft.outline.continues(numeral))
            || (!prose && leads_on(numeral, after, SEEN_AHEAD))
            || (part != Part::Initiatives && smaller.is_none() && leads_on(numeral, after, 2))
    }

    /// Whether a number goes on counting the section's initiatives, whose parts and indicators stood between.
    fn goes_on_initiatives(&self, numeral: &Numeral) -> bool {
        let prose = matches!(
            self.place.part,
            Some(Part::Situation | Part::Aims | Part::Initiatives) | None
        );
        let last = self.last_initiative.as_ref();
        !prose
            && last
                .is_some_and(|last| last.style == numeral.style && last.value + 1 == numeral.value)
    }

    fn smaller_heading(&mut self, line: &Line, numeral: Numeral, title: &str) {
        self.place.empty = None;
        self.cite(title);
        match self.place.part {
            Some(Part::Initiatives) => {
                self.initiative(line, &numeral.written, title);
                self.last_initiative = Some(numeral.clone());
            }
            Some(Part::Indicators | Part::Schedule | Part::Progress) => {
                self.caption(line, &line.text);
            }
            Some(Part::RelatedPlans | Part::Glossary | Part::Tags | Part::Sdgs) => {
                self.content(line, title, &[]);
            }
            _ => self.heading(line, &line.text),
        }
        self.place.numeral = Some(numeral);
    }

    /// A smaller heading; statements below stand under it.
    pub fn heading(&mut self, line: &Line, text: &str) {
        if let Some(bare) = self.place.bare_heading.replace(line.clone()) {
            self.draft.find(Level::Note, &bare, FindingKind::EmptyPart);
        }
        text.clone_into(&mut self.place.heading);
    }

    /// A line above a table.
    pub fn caption(&mut self, line: &Line, text: &str) {
        if !self.place.caption.is_empty() {
            self.place.caption.push(' ');
        }
        self.place.caption.push_str(text);
        self.draft.find(Level::Note, line, FindingKind::Caption);
    }

    /// A new initiative; bullets below belong to it.
    pub fn initiative(&mut self, line: &Line, number: &str, name: &str) {
        let (name, departments) =
            department::behind_name(name).unwrap_or_else(|| (name, Vec::new()));
        let initiative = Initiative {
            section: self.draft.outline.current_id(),
            number: number.to_owned(),
            name: name.to_owned(),
            departments,
            provenance: self.draft.provenance(line.number),
            ..Initiative::default()
        };
        self.place.initiative = Some(self.draft.add_initiative(initiative));
    }

    /// Enters the sections of a breadcrumb.
    pub fn enter_trail(&mut self, line: &Line, pieces: &[Piece]) {
        for (depth, (written, title)) in pieces.iter().enumerate() {
            let numeral = Numeral {
                style: Style::Trail(depth),
                value: 0,
                written: (*written).to_owned(),
            };
            self.enter(line, numeral, title);
        }
    }

    /// Enters a section.
    pub fn enter(&mut self, line: &Line, numeral: Numeral, title: &str) {
        self.close();
        self.last_initiative = None;
        let (title, departments) = title_and_departments(title);
        let joined = join_soft_wraps(&title);
        if joined != title.trim() {
            self.draft.find(Level::Note, line, FindingKind::Joined);
        }
        let provenance = self.draft.provenance(line.number);
        let entered = self.draft.outline.enter(numeral, &joined, provenance);
        if let Some(known) = entered.known {
            self.draft
                .find(Level::Note, line, FindingKind::NameDiffers { known });
        }
        if let Some(section) = self.draft.outline.section_mut(entered.index) {
            for department in departments {
                if !section.departments.contains(&department) {
                    section.departments.push(department);
                }
            }
        }
        self.cite(&title);
    }
}

/// Whether a part's heading comes below a number, at once or below a further number of another style: then indicators and
/// schedules that stood above have ended. `most` is how far below it may stand.
fn leads_on(numeral: &Numeral, after: &[Block], most: usize) -> bool {
    let further = match after.first() {
        Some(Block::Text(next)) => {
            number::leading(&next.text).is_some_and(|(it, _)| it.style != numeral.style)
        }
        _ => false,
    };
    next_is_part(after) || (further && part_below(&after[1..], most))
}

/// How many blocks below a heading are looked at for a part's heading.
const SEEN_AHEAD: usize = 6;

/// Whether a part's heading stands among the next blocks, before a chapter's.
fn part_below(after: &[Block], most: usize) -> bool {
    let texts = after.iter().take(most).map_while(|block| match block {
        Block::Text(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    let of_chapter = |text: &str| {
        number::leading(text).is_some_and(|(numeral, _)| number::rank(&numeral.style).is_some())
    };
    let part = |text: &str| {
        let bare = number::leading(text).map_or(text, |(_, title)| title);
        vocabulary::part_of(bare).is_some()
    };
    texts.take_while(|text| !of_chapter(text)).any(part)
}

/// Whether numbered headings with parts of their own follow: a chapter in the words of a part (第４章 施策の展開) holds
/// sections then, and no part.
pub(super) fn holds_sections(after: &[Block]) -> bool {
    let is_numbered = matches!(after.first(), Some(Block::Text(next))
        if next.text.chars().count() <= LONGEST_TITLE && !next.text.contains('。')
            && number::leading(&next.text).is_some_and(|(_, title)| !title.is_empty() && vocabulary::part_of(title).is_none()));
    is_numbered && (part_below(&after[1..], SEEN_AHEAD) || is_nested(after))
}

/// Whether the next blocks are headings of three levels: what is done does not stand so deep.
fn is_nested(after: &[Block]) -> bool {
    let style = |block: &Block| match block {
        Block::Text(line) => number::leading(&line.text).map(|(numeral, _)| numeral.style),
        Block::Table(_) => None,
    };
    let styles: Vec<Style> = after.iter().take(3).filter_map(style).collect();
    matches!(styles.as_slice(), [one, two, three] if one != two && two != three && one != three)
}

/// Whether the next block is the heading of a part.
pub(super) fn next_is_part(after: &[Block]) -> bool {
    next_part(after).is_some()
}

/// The part that the next block opens.
pub(super) fn next_part(after: &[Block]) -> Option<Part> {
    match after.first() {
        Some(Block::Text(next)) => vocabulary::part_of(&next.text),
        _ => None,
    }
}

/// The title on the line below a number that stands alone.
fn title_below<'a>(numeral: &Numeral, title: &str, after: &'a [Block]) -> Option<&'a str> {
    let alone = title.is_empty() && matches!(numeral.style, Style::Roman | Style::Word(_));
    match after.first() {
        Some(Block::Text(next)) if alone => {
            let plain = number::leading(&next.text).is_none()
                && vocabulary::part_of(&next.text).is_none()
                && !next.text.contains('。')
                && next.text.chars().count() <= LONGEST_TITLE;
            plain.then_some(next.text.as_str())
        }
        _ => None,
    }
}

/// A piece of a breadcrumb: its number (or words and number) as written, and its title.
pub(super) type Piece<'a> = (&'a str, &'a str);

/// The signs between the pieces of a breadcrumb.
const TRAIL_SIGNS: [char; 5] = ['▶', '►', '≫', '»', '＞'];

/// The first piece of a breadcrumb (`結ぶ 2 ▶ ① 協働` gives `結ぶ 2`).
pub(super) fn trail_head(text: &str) -> Option<&str> {
    let (head, rest) = text.split_once(TRAIL_SIGNS)?;
    let heading = text.chars().count() <= LONGEST_TITLE && !text.contains('。');
    (heading && !head.trim().is_empty() && !rest.trim().is_empty()).then_some(head.trim())
}

/// The pieces of a breadcrumb, or of the heading that gives a breadcrumb's first piece its title (`結ぶ 2 行財政の運営`).
pub(super) fn trail<'a>(text: &'a str, heads: &BTreeSet<String>) -> Option<Vec<Piece<'a>>> {
    if let Some(head) = trail_head(text) {
        let rest = text
            .split(TRAIL_SIGNS)
            .skip(1)
            .map(str::trim)
            .filter(|piece| !piece.is_empty());
        return Some(
            std::iter::once((head, ""))
                .chain(rest.map(numbered_piece))
                .collect(),
        );
    }
    // A head is no longer than the title that it was found in, however long a line is.
    let spaces = text
        .char_indices()
        .take(LONGEST_TITLE)
        .filter(|(_, c)| c.is_whitespace())
        .map(|(index, _)| index);
    let mut splits = spaces.map(|index| (text[..index].trim(), text[index..].trim()));
    splits
        .find(|(head, title)| !title.is_empty() && heads.contains(&squash(head)))
        .map(|piece| vec![piece])
}

fn numbered_piece(piece: &str) -> Piece<'_> {
    number::leading(piece).map_or(("", piece), |(numeral, title)| {
        let written = piece.get(..numeral.written.len()).unwrap_or_default();
        (written, title)
    })
}
