//! Where rows stand: sections named in columns of their own, in merged cells, or in rows of their own.

use super::SectionName;
use super::broken_text::{level_and_title, names_level, style};
use super::columns::{Column, Field};
use super::section_line::title_and_departments;
use super::words::without_line_breaks;
use crate::plan::squash;

/// A section that a row of its own names.
#[derive(Debug)]
struct Group {
    /// The level, where the line says it by its name.
    level: String,
    title: String,
    departments: Vec<String>,
}

impl Group {
    fn style(&self) -> String {
        if self.level.is_empty() {
            style(&self.title)
        } else {
            self.level.clone()
        }
    }
}

/// What the rows above say of where the next one stands.
#[derive(Debug, Default)]
pub(super) struct Hierarchy {
    /// What the merged cells above said, by column.
    carried: Vec<String>,
    /// The sections that rows of their own name, from the top down.
    groups: Vec<Group>,
    /// Who is responsible, where a row says it before any section.
    of_all: Vec<String>,
    /// The circled number of the last name.
    last_name: Option<char>,
    /// Whether the last row named a section.
    after_group: bool,
    /// The circled number of a section that stands among names of such numbers, as their next.
    among_names: Option<char>,
}

impl Hierarchy {
    /// Takes a section that a row of its own names. Titles that begin alike are of one level; another beginning stands
    /// below what is open, but without a number it stands beside it, unless it follows at once.
    pub(super) fn group(&mut self, text: &str) {
        let (title, departments) = title_and_departments(text);
        if title.is_empty() {
            match self.groups.last_mut() {
                Some(open) => open.departments = departments,
                None => self.of_all = departments,
            }
            return;
        }
        let of_title = style(&title);
        match self
            .groups
            .iter()
            .position(|group| group.style() == of_title)
        {
            Some(depth) => self.groups.truncate(depth),
            None if of_title.is_empty() && !self.after_group && !self.is_in_field() => {
                drop(self.groups.pop());
            }
            None => {}
        }
        self.among_names =
            circled(&title).filter(|own| self.last_name.is_some_and(|last| follows(last, *own)));
        let (level, title) = match level_and_title(&title) {
            Some((level, own)) => (level, own.to_owned()),
            None => (String::new(), title),
        };
        self.groups.push(Group {
            level,
            title,
            departments,
        });
        self.after_group = true;
        self.carried.clear();
    }

    /// Whether the open section is one of a level whose name it says (第1分野): what has none stands below it.
    fn is_in_field(&self) -> bool {
        let open = self.groups.last();
        open.is_some_and(|open| names_level(&open.title))
    }

    /// Takes note of a name: the next of those among which a section stands (①, ② with rows of its own, ③) stands beside it,
    /// not in it.
    pub(super) fn name(&mut self, name: &str) {
        let Some(own) = circled(name) else { return };
        if self
            .among_names
            .is_some_and(|section| follows(section, own))
        {
            self.groups.pop();
        }
        self.among_names = None;
        self.last_name = Some(own);
    }

    /// Who is responsible for what stands here, as the section says that does.
    pub(super) fn departments(&self) -> &[String] {
        let mut said = self.groups.iter().rev().map(|group| &*group.departments);
        said.find(|departments| !departments.is_empty())
            .unwrap_or(&self.of_all)
    }

    /// Fills the blank cells of a row that are part of the merged cell above; a filled one ends what was below it.
    pub(super) fn carry_down(&mut self, cells: &mut [String], columns: &[Column]) {
        self.after_group = false;
        self.carried.resize(columns.len(), String::new());
        let mut ended = false;
        for ((cell, carried), column) in cells.iter_mut().zip(&mut self.carried).zip(columns) {
            if !column.field.is_hierarchy() {
                continue;
            }
            if cell.is_empty() && !ended {
                cell.clone_from(carried);
            } else {
                ended |= !cell.is_empty();
                carried.clone_from(cell);
            }
        }
    }

    /// The sections a row stands in, from the top down. A number without a title is a section by itself.
    pub(super) fn sections(&self, cells: &[String], columns: &[Column]) -> Vec<SectionName> {
        let group = |group: &Group| SectionName {
            level: group.level.clone(),
            title: group.title.clone(),
            ..SectionName::default()
        };
        let numbered = |number: String| SectionName {
            title: number.clone(),
            number,
            ..SectionName::default()
        };
        let mut sections: Vec<SectionName> = self.groups.iter().map(group).collect();
        let mut open: Option<String> = None;
        for (cell, column) in cells
            .iter()
            .zip(columns)
            .filter(|(cell, _)| !cell.is_empty())
        {
            match column.field {
                Field::SectionNumber => sections.extend(open.replace(cell.clone()).map(numbered)),
                Field::Section => sections.push(SectionName {
                    level: level(&column.heading),
                    number: open.take().unwrap_or_default(),
                    title: without_line_breaks(cell),
                }),
                _ => {}
            }
        }
        sections.extend(open.map(numbered));
        sections
    }
}

/// The circled number that a text begins with.
fn circled(text: &str) -> Option<char> {
    let first = text.trim_start().chars().next();
    first.filter(|first| ('①'..='⑳').contains(first))
}

fn follows(before: char, own: char) -> bool {
    u32::from(before) + 1 == u32::from(own)
}

/// The level a column of sections stands for: its heading without 名.
fn level(heading: &str) -> String {
    let words = squash(heading);
    words.strip_suffix('名').unwrap_or(&words).to_owned()
}
