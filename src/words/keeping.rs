//! What is said of keeping a plan.

use super::{Words, fill};
use crate::keep::Reminder;

/// Why it is time to take a plan out as a file, and how.
#[must_use]
pub fn reminder(words: &Words, reminder: Reminder) -> String {
    let (template, count) = match reminder {
        Reminder::Edits(count) => (words.plans.remind_edits, count.to_string()),
        Reminder::Days(count) => (words.plans.remind_days, count.to_string()),
    };
    fill(template, &[("count", &count)])
}
