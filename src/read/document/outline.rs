//! The hierarchy, built from the headings' numbers as they come.

use super::number::{Numeral, Style, rank};
use super::title::alike;
use crate::plan::{Id, Provenance, Section, squash};

/// The sections met so far and where the reader stands among them.
#[derive(Default)]
pub struct Outline {
    sections: Vec<Section>,
    numerals: Vec<Numeral>,
    /// From the top down to where the reader stands.
    path: Vec<usize>,
    /// The styles of numbering from the top down, as they first appeared.
    order: Vec<Style>,
}

/// Where a heading led.
#[derive(Debug, PartialEq, Eq)]
pub struct Entered {
    /// The section's index.
    pub index: usize,
    /// Whether it is new; a heading repeated on another page leads to the section that is there.
    pub new: bool,
    /// The title the section had, where this heading words it otherwise.
    pub known: Option<String>,
}

impl Outline {
    /// Goes where a heading leads: under the nearest section of a higher style. The same number with a title that is
    /// the same or nearly so is the same section.
    pub fn enter(&mut self, numeral: Numeral, title: &str, provenance: Provenance) -> Entered {
        self.go(numeral, title, provenance, alike)
    }

    /// The same, where numbers are to be trusted and titles are not.
    pub fn enter_by_number(
        &mut self,
        numeral: Numeral,
        title: &str,
        provenance: Provenance,
    ) -> Entered {
        self.go(numeral, title, provenance, |_, _| true)
    }

    fn go(
        &mut self,
        numeral: Numeral,
        title: &str,
        provenance: Provenance,
        same: fn(&str, &str) -> bool,
    ) -> Entered {
        let depth = self.depth_of(&numeral.style);
        let above = |index: &usize| {
            self.order
                .iter()
                .position(|style| *style == self.numerals[*index].style)
                < Some(depth)
        };
        let kept = self.path.iter().take_while(|index| above(index)).count();
        self.path.truncate(kept);
        let parent = self
            .path
            .last()
            .map(|&index| self.sections[index].id.clone());
        let existing = (0..self.sections.len()).rev().find(|&index| {
            let (section, known) = (&self.sections[index], &self.numerals[index]);
            let agree = match numeral.style {
                Style::Named(_) => squash(&section.title) == squash(title),
                Style::Trail(_) => {
                    squash(&known.written) == squash(&numeral.written)
                        && same(&section.title, title)
                }
                _ => known.value == numeral.value && same(&section.title, title),
            };
            section.parent == parent && known.style == numeral.style && agree
        });
        let entered = match existing {
            Some(index) => self.again(index, title),
            None => self.add(numeral, title, parent, provenance),
        };
        self.path.push(entered.index);
        entered
    }

    fn add(
        &mut self,
        numeral: Numeral,
        title: &str,
        parent: Option<Id>,
        provenance: Provenance,
    ) -> Entered {
        let index = self.sections.len();
        self.sections.push(Section {
            id: Id::numbered("section", index + 1),
            parent,
            level: numeral.level().trim_end_matches('-').to_owned(),
            number: numeral.written.clone(),
            title: title.to_owned(),
            provenance,
            ..Section::default()
        });
        self.numerals.push(numeral);
        Entered {
            index,
            new: true,
            known: None,
        }
    }

    fn again(&mut self, index: usize, title: &str) -> Entered {
        let known = &mut self.sections[index].title;
        let differs = !title.is_empty() && !known.is_empty() && squash(known) != squash(title);
        let known_title = differs.then(|| known.clone());
        if known.is_empty() {
            title.clone_into(known);
        }
        Entered {
            index,
            new: false,
            known: known_title,
        }
    }

    /// The level a style stands at; a style met for the first time goes below where the reader stands, but a level
    /// word (章) above those that rank lower (節).
    fn depth_of(&mut self, style: &Style) -> usize {
        if let Some(depth) = self.order.iter().position(|known| known == style) {
            return depth;
        }
        let outranked = rank(style).and_then(|own| {
            self.order
                .iter()
                .position(|known| rank(known).is_some_and(|rank| rank > own))
        });
        let depth = outranked.unwrap_or(self.order.len());
        self.order.insert(depth, style.clone());
        depth
    }

    /// The section where the reader stands.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.path.last().copied()
    }

    /// How far down the reader stands; 0 is above all sections.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// The id of the section where the reader stands.
    #[must_use]
    pub fn current_id(&self) -> Option<Id> {
        self.current().map(|index| self.sections[index].id.clone())
    }

    /// Goes to a section that is there, and back to none.
    pub fn stand_at(&mut self, section: Option<usize>) {
        self.path.clear();
        let mut next = section;
        while let Some(index) = next {
            self.path.insert(0, index);
            let parent = self.sections[index].parent.as_ref();
            next = parent.and_then(|id| self.sections.iter().position(|section| section.id == *id));
        }
    }

    /// A section to write into.
    pub fn section_mut(&mut self, index: usize) -> Option<&mut Section> {
        self.sections.get_mut(index)
    }

    /// All sections, parents before their children.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The sections, for the plan.
    #[must_use]
    pub fn into_sections(self) -> Vec<Section> {
        self.sections
    }

    /// The sections directly below one, with their numbers.
    pub fn children(
        &self,
        parent: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Section, &Numeral)> {
        let id = parent.map(|index| self.sections[index].id.clone());
        let all = self.sections.iter().zip(&self.numerals).enumerate();
        all.filter(move |(_, (section, _))| section.parent == id)
            .map(|(index, (section, numeral))| (index, section, numeral))
    }

    /// Whether a style already numbers sections.
    #[must_use]
    pub fn numbers_sections(&self, style: &Style) -> bool {
        self.order.contains(style)
    }

    /// Whether a heading is that of the section where the reader stands or of one above it.
    #[must_use]
    pub fn is_on_path(&self, numeral: &Numeral, title: &str) -> bool {
        self.path.iter().any(|&index| {
            self.numerals[index] == *numeral && squash(&self.sections[index].title) == squash(title)
        })
    }

    /// Whether a number comes next after the last section of its style on the way down to where the reader stands.
    #[must_use]
    pub fn continues(&self, numeral: &Numeral) -> bool {
        let last = self
            .path
            .iter()
            .rev()
            .find(|&&index| self.numerals[index].style == numeral.style);
        last.map_or(numeral.value == 1, |&index| {
            self.numerals[index].value + 1 == numeral.value
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::number::leading;
    use super::*;

    fn enter(outline: &mut Outline, heading: &str) -> Entered {
        let (numeral, title) = leading(heading).unwrap();
        outline.enter(numeral, title, Provenance::default())
    }

    fn tree(outline: &Outline) -> Vec<String> {
        let name = |section: &Section| {
            format!(
                "{}>{}{}",
                section.parent.as_ref().map_or("", Id::as_str),
                section.number,
                section.title
            )
        };
        outline.sections().iter().map(name).collect()
    }

    #[test]
    fn headings_find_their_parents_by_the_style_of_their_numbers() {
        let mut outline = Outline::default();
        for heading in ["I A", "1 B", "①C", "(1)D", "②E", "2 F", "①G", "II H", "1 I"] {
            assert!(enter(&mut outline, heading).new);
        }
        assert_eq!(
            tree(&outline),
            [
                ">IA",
                "section-1>1B",
                "section-2>①C",
                "section-3>(1)D",
                "section-2>②E",
                "section-1>2F",
                "section-6>①G",
                ">IIH",
                "section-8>1I"
            ]
        );
    }

    #[test]
    fn a_level_word_goes_above_those_that_rank_lower() {
        let mut outline = Outline::default();
        for heading in ["第1節 A", "第1章 B", "第1節 C", "1 D", "第2章 E"] {
            enter(&mut outline, heading);
        }
        assert_eq!(
            tree(&outline),
            [
                ">第1節A",
                ">第1章B",
                "section-2>第1節C",
                "section-3>1D",
                ">第2章E"
            ]
        );
    }

    #[test]
    fn a_heading_seen_again_leads_to_its_section_and_tells_another_wording() {
        let mut outline = Outline::default();
        enter(&mut outline, "1 情報技術の活用");
        enter(&mut outline, "2 B");
        assert_eq!(
            enter(&mut outline, "1 情報技術の利活用"),
            Entered {
                index: 0,
                new: false,
                known: Some("情報技術の活用".into())
            }
        );
        assert!(enter(&mut outline, "1 まったく別の見出し").new);
    }
}
