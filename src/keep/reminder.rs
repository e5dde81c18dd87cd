//! When a person is reminded to take a plan out as a file: the file is the record, the browser is where work lives in
//! between.

use super::PlanCard;

/// From so many edits on that are in no file.
const EDITS: u32 = 20;
/// From so many days on that edits have been in no file.
const DAYS: i64 = 3;

/// Why a person is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// So many edits are in no file.
    Edits(u32),
    /// For so many days edits have been in no file.
    Days(i64),
}

impl PlanCard {
    /// Whether the plan should be taken out as a file: after 20 edits, or 3 days after the first edit that is in none.
    /// `now` is ISO 8601. A clock that was set back reminds of nothing by itself; the count of edits does.
    #[must_use]
    pub fn reminder(&self, now: &str) -> Option<Reminder> {
        if self.edits_since_export >= EDITS {
            return Some(Reminder::Edits(self.edits_since_export));
        }
        let since = day(self.changed_since.as_deref()?)?;
        let days = day(now)? - since;
        (days >= DAYS).then_some(Reminder::Days(days))
    }
}

/// The day of a time in ISO 8601, counted from one day on. Method after H. Hinnant, `days_from_civil`.
fn day(time: &str) -> Option<i64> {
    let mut parts = time.get(..10)?.split('-');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    // The year begins in March, so that the day that may be missing is its last.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day;
    Some(365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::keep::{Library, MemoryStorage};
    use crate::plan::Plan;

    fn saved(edits: usize, now: &str) -> (Library<MemoryStorage>, PlanCard) {
        let mut library = Library::new(MemoryStorage::new());
        let plan = Plan::default();
        for _ in 0..edits {
            library.save("p1", &plan, now).unwrap();
        }
        let card = library.list().unwrap().remove(0);
        (library, card)
    }

    #[test]
    fn twenty_edits_or_three_days_remind_and_an_export_ends_it() {
        let (_, few) = saved(19, "2026-02-27T09:00:00Z");
        assert_eq!(few.reminder("2026-03-01T09:00:00Z"), None);
        assert_eq!(
            few.reminder("2026-03-02T08:00:00Z"),
            Some(Reminder::Days(3))
        );
        let (mut library, many) = saved(20, "2026-02-27T09:00:00Z");
        assert_eq!(
            many.reminder("2026-02-27T10:00:00Z"),
            Some(Reminder::Edits(20))
        );
        let exported = library.mark_exported("p1", "2026-02-27T11:00:00Z").unwrap();
        assert_eq!(exported.reminder("2027-01-01T00:00:00Z"), None);
    }

    #[test]
    fn a_clock_set_back_or_unreadable_does_not_remind() {
        let (_, card) = saved(1, "2026-02-27T09:00:00Z");
        assert_eq!(card.reminder("2025-02-27T09:00:00Z"), None);
        assert_eq!(card.reminder("someday"), None);
    }

    #[test]
    fn days_follow_each_other_over_months_and_leap_years() {
        for (before, after) in [
            ("2024-02-28", "2024-02-29"),
            ("2024-02-29", "2024-03-01"),
            ("2025-02-28", "2025-03-01"),
            ("2025-12-31", "2026-01-01"),
            ("2026-04-30", "2026-05-01"),
            ("2000-02-29", "2000-03-01"),
        ] {
            assert_eq!(day(after).unwrap() - day(before).unwrap(), 1, "{after}");
        }
    }
}
