//! A yearly schedule as a whole, and by department: how many items are due, late, open and finished as of a fiscal year.

use super::schedule::{ItemStanding, ItemState, item_standing, original};
use crate::plan::{Assignment, Edit, FiscalYear, Mark, Plan, ScheduleItem, takes_part};
use std::collections::BTreeSet;

/// Items counted by where they are; a repeated item is counted with the one it repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemTally {
    counts: [usize; ItemState::ALL.len()],
    /// How many have their ● in the year, reported or not.
    pub planned_to_end: usize,
    /// How many have ○ in the year, reported or not.
    pub planned_to_go_on: usize,
    /// Of how many something was reported for the year.
    pub reported: usize,
    /// How often an item is shown again (再掲), which is not counted above.
    pub repeated: usize,
}

impl ItemTally {
    /// How many are in a state.
    #[must_use]
    pub fn of(&self, state: ItemState) -> usize {
        self.counts[state as usize]
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    fn add(&mut self, shown: &ShownItem, year: FiscalYear) {
        let standing = &shown.standing;
        self.counts[standing.state as usize] += 1;
        match shown.original.marks.get(&year) {
            Some(Mark::Done) => self.planned_to_end += 1,
            Some(Mark::Ongoing) => self.planned_to_go_on += 1,
            None => {}
        }
        self.reported += usize::from(standing.is_reported);
    }
}

/// An item at one of the places where the plan shows it.
#[derive(Clone, Debug)]
pub struct ShownItem<'a> {
    /// The item of this place.
    pub item: &'a ScheduleItem,
    /// The item it repeats (再掲), else itself: it carries the reports.
    pub original: &'a ScheduleItem,
    /// How the original stands.
    pub standing: ItemStanding,
}

impl ShownItem<'_> {
    /// Whether it is shown again here and counted elsewhere.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.item.id != self.original.id
    }

    /// Who is responsible: as written here or, where nobody is, for the item it repeats.
    #[must_use]
    pub fn departments(&self) -> &[String] {
        if self.item.departments.is_empty() {
            &self.original.departments
        } else {
            &self.item.departments
        }
    }
}

/// Every item of a plan's schedule in the plan's order, repeated ones included, as of a fiscal year.
#[must_use]
pub fn shown_items(plan: &Plan, year: FiscalYear) -> Vec<ShownItem<'_>> {
    let shown = |item| ShownItem {
        item,
        original: original(plan, item),
        standing: item_standing(plan, item, year),
    };
    plan.schedule.iter().map(shown).collect()
}

/// Each item once however often it is shown among these, as the original it repeats.
fn each_once<'a>(items: &[ShownItem<'a>]) -> Vec<ShownItem<'a>> {
    let mut met = BTreeSet::new();
    let firsts = items.iter().filter(|shown| met.insert(&shown.original.id));
    let as_original = |shown: &ShownItem<'a>| ShownItem {
        item: shown.original,
        ..shown.clone()
    };
    firsts.map(as_original).collect()
}

/// The items that go on into the next year and those that are over, each once.
#[must_use]
pub fn going_on<'a>(items: &[ShownItem<'a>]) -> (Vec<ShownItem<'a>>, Vec<ShownItem<'a>>) {
    let is_on = |shown: &ShownItem| !shown.standing.state.is_over();
    each_once(items).into_iter().partition(is_on)
}

/// The edit that begins the next year's list, in one step: the last note of each of the items that go on becomes that of
/// the next year, where it has none yet. With how many items it is of; none when there is nothing to carry over.
#[must_use]
pub fn carry_into_next(going_on: &[ShownItem], year: FiscalYear) -> Option<(usize, Edit)> {
    let next = year.next()?;
    let edits: Vec<Edit> = going_on
        .iter()
        .filter_map(|shown| Edit::carry_over(shown.original, next))
        .collect();
    (!edits.is_empty()).then_some((edits.len(), Edit::Together { edits }))
}

/// The tally of items, each counted once however often it is shown among them.
#[must_use]
pub fn tally(items: &[ShownItem], year: FiscalYear) -> ItemTally {
    let mut tally = ItemTally::default();
    let counted = each_once(items);
    for shown in &counted {
        tally.add(shown, year);
    }
    tally.repeated = items.len() - counted.len();
    tally
}

/// The units responsible for items of a schedule, those that lead (全課【総務課】) and those that stand for several (全課,
/// 関係課) included, in the order in which the plan first names them.
#[must_use]
pub fn schedule_departments(plan: &Plan) -> Vec<String> {
    let written = plan.schedule.iter().flat_map(|item| &item.departments);
    let mut names: Vec<String> = Vec::new();
    for Assignment { name, lead } in written.map(|written| Assignment::parse(written)) {
        for name in std::iter::once(name).chain(lead) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The items a department takes part in; none names no department: those for which nobody is responsible. An item of
/// several departments is one of each.
#[must_use]
pub fn of_department<'a>(items: &[ShownItem<'a>], department: Option<&str>) -> Vec<ShownItem<'a>> {
    let belongs = |shown: &&ShownItem| match department {
        Some(name) => takes_part(shown.departments(), name),
        None => shown.departments().is_empty(),
    };
    items.iter().filter(belongs).cloned().collect()
}
