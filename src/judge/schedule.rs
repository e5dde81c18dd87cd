//! How the items of a yearly schedule stand as of a fiscal year.
//!
//! The marks say what is planned: ● the year in which an item is finished (完結型) or reaches what it is for and is
//! carried on (継続型), ○ a year in which it is carried on. What is done only a report can say.

use crate::plan::{
    FiscalYear, Id, Mark, Nature, Plan, Question, QuestionKind, Reported, ScheduleItem,
};
use std::ops::Bound;

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemState {
    /// Its ● year is past, and nobody has reported it finished or reached.
    Late,
    /// Its ● stands in this year, and nobody has reported it finished or reached yet.
    Due,
    /// It began, by its marks or by a report, and goes on.
    Open,
    /// Its first mark is of a later year, or it was reported as not begun.
    NotBegun,
    /// The document does not say its years for certain, or names none.
    InDoubt,
    /// It was reported finished.
    Finished,
    /// It was reported as given up.
    Stopped,
}

impl ItemState {
    /// All states, in the order in which they ask for attention.
    pub const ALL: [Self; 7] = [
        Self::Late,
        Self::Due,
        Self::Open,
        Self::NotBegun,
        Self::InDoubt,
        Self::Finished,
        Self::Stopped,
    ];

    /// Whether nothing more is to be done.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Stopped)
    }
}

/// How an item stands as of a fiscal year. A repeated item (再掲) stands as the one it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemStanding {
    /// Where it is.
    pub state: ItemState,
    /// The ● year the state is about: the one missed or due, else the next to come.
    pub milestone: Option<FiscalYear>,
    /// What the newest report up to the year says of it, with its year where that is known.
    pub said: Option<(Option<FiscalYear>, Reported)>,
    /// The year of the newest ● that was reported as reached, of an item that is carried on.
    pub reached: Option<FiscalYear>,
    /// Whether anything was reported for the year itself; what is only planned or carried over is not.
    pub is_reported: bool,
}

/// How an item of a plan stands as of a fiscal year.
#[must_use]
pub fn item_standing(plan: &Plan, item: &ScheduleItem, year: FiscalYear) -> ItemStanding {
    let item = original(plan, item);
    let is_asked = |question: &Question| {
        question.item == item.id && question.kind == QuestionKind::AmbiguousYears
    };
    standing(item, plan.questions.iter().any(is_asked), year)
}

/// The item that one repeats, else the item itself.
#[must_use]
pub fn original<'a>(plan: &'a Plan, item: &'a ScheduleItem) -> &'a ScheduleItem {
    let mut found = item;
    // As many steps as there are items at most: a hand-written file may let items repeat each other.
    for _ in 0..plan.schedule.len() {
        let Some(next) = found.repeat_of.as_ref().and_then(|id| with_id(plan, id)) else {
            return found;
        };
        found = next;
    }
    item
}

fn with_id<'a>(plan: &'a Plan, id: &Id) -> Option<&'a ScheduleItem> {
    plan.schedule.iter().find(|item| item.id == *id)
}

fn standing(item: &ScheduleItem, is_asked: bool, year: FiscalYear) -> ItemStanding {
    let said = newest_state(item, year);
    let is_milestone = |(year, mark): (&FiscalYear, &Mark)| (*mark == Mark::Done).then_some(*year);
    let newest = item.marks.range(..=year).rev().find_map(is_milestone);
    let missed_or_due = newest.filter(|own| !is_reached(item, *own, year));
    let word = said.map(|(_, word)| word);
    let state = match (word, missed_or_due) {
        (Some(Reported::Stopped), _) => ItemState::Stopped,
        (Some(Reported::Finished), _) => ItemState::Finished,
        (Some(Reported::Reached), _) if ends_with_reaching(item, year) => ItemState::Finished,
        _ if is_asked || item.marks.is_empty() => ItemState::InDoubt,
        (_, Some(own)) if own < year => ItemState::Late,
        (_, Some(_)) => ItemState::Due,
        (Some(Reported::NotBegun), None) => ItemState::NotBegun,
        (Some(_), None) => ItemState::Open,
        (None, None) if item.marks.keys().all(|own| *own > year) => ItemState::NotBegun,
        (None, None) => ItemState::Open,
    };
    let next = || {
        let later = (Bound::Excluded(year), Bound::Unbounded);
        item.marks.range(later).find_map(is_milestone)
    };
    ItemStanding {
        state,
        milestone: missed_or_due.or_else(next),
        said,
        reached: newest.filter(|own| is_reached(item, *own, year)),
        is_reported: item
            .progress
            .iter()
            .any(|report| report.fiscal_year == Some(year) && report.says_something()),
    }
}

/// What the newest report up to a year says. One whose year nobody knows holds where no other says anything.
fn newest_state(item: &ScheduleItem, year: FiscalYear) -> Option<(Option<FiscalYear>, Reported)> {
    let said = item.progress.iter().filter_map(|report| {
        let is_until = report.fiscal_year.is_none_or(|own| own <= year);
        Some((report.fiscal_year, report.state?)).filter(|_| is_until)
    });
    said.max_by_key(|(own, _)| *own)
}

/// Whether what a ● stands for was reported up to a year: as finished, or as reached since the ● before it.
fn is_reached(item: &ScheduleItem, milestone: FiscalYear, year: FiscalYear) -> bool {
    let before = item
        .marks
        .range(..milestone)
        .filter(|(_, mark)| **mark == Mark::Done)
        .map(|(own, _)| *own)
        .next_back();
    item.progress.iter().any(|report| {
        let own = report.fiscal_year;
        let in_time = own.is_none_or(|own| own <= year && before.is_none_or(|before| own > before));
        in_time && matches!(report.state, Some(Reported::Finished | Reported::Reached))
    })
}

/// Whether reaching is the end of an item: of one that ends (完結型), once all its ● are reached.
fn ends_with_reaching(item: &ScheduleItem, year: FiscalYear) -> bool {
    let mut marks = item.marks.iter();
    item.nature == Nature::Finite
        && marks.all(|(own, mark)| *mark == Mark::Ongoing || is_reached(item, *own, year))
}
