//! What is said of keeping a plan.

use super::{Words, fill};
use crate::keep::{Counts, PlanCard, Reminder, Room};

/// Why it is time to take a plan out as a file, and how.
#[must_use]
pub fn reminder(words: &Words, reminder: Reminder) -> String {
    let (template, count) = match reminder {
        Reminder::Edits(count) => (words.plans.remind_edits, count.to_string()),
        Reminder::Days(count) => (words.plans.remind_days, count.to_string()),
    };
    fill(template, &[("count", &count)])
}

/// How much of the room is used.
#[must_use]
pub fn room(words: &Words, room: &Room) -> String {
    let places = [
        ("whole", &*grouped(Room::WHOLE)),
        ("used", &grouped(room.used)),
        ("percent", &room.percent().to_string()),
    ];
    fill(words.keeping.use_line, &places)
}

/// In units of ten thousand where there are so many: `262万`.
fn grouped(count: usize) -> String {
    if count < 10_000 {
        count.to_string()
    } else {
        format!("{}万", count / 10_000)
    }
}

/// The title of a kept plan; a plan without one is called so.
#[must_use]
pub fn card_title(words: &Words, card: &PlanCard) -> String {
    if card.title.is_empty() {
        words.plans.untitled.to_owned()
    } else {
        card.title.clone()
    }
}

/// What a plan holds: `24の指標、66の実践項目`.
#[must_use]
pub fn counted(words: &Words, counts: &Counts) -> String {
    let parts = [
        (counts.indicators, words.plans.counts_indicators),
        (counts.schedule, words.plans.counts_schedule),
        (counts.sheets, words.plans.counts_sheets),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, template)| fill(template, &[("count", &count.to_string())]));
    parts.collect::<Vec<_>>().join(words.app.list_separator)
}
