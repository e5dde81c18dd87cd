//! The annual reports of schedule items: writing one, and carrying the notes of a year over to the next.

use super::Edit;
use crate::plan::{AnnualReport, FiscalYear, ScheduleItem};

impl Edit {
    /// The edit that writes an item's report for its fiscal year; an empty report takes the year's away.
    #[must_use]
    pub fn report(item: &ScheduleItem, report: AnnualReport) -> Self {
        Self::SetReports {
            item: item.id.clone(),
            reports: item.reports_with(report),
        }
    }

    /// The edit that begins a fiscal year's report with the item's last note; none when there is no note, or when the
    /// year has a report already.
    #[must_use]
    pub fn carry_over(item: &ScheduleItem, to: FiscalYear) -> Option<Self> {
        if item.report_for(to).is_some() {
            return None;
        }
        let last = item.last_note_before(to)?;
        let report = AnnualReport {
            fiscal_year: Some(to),
            note: last.note.clone(),
            state: None,
            carried_over: true,
        };
        Some(Self::report(item, report))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::{Id, Plan, Reported};

    fn written(year: i32, note: &str) -> AnnualReport {
        AnnualReport {
            fiscal_year: Some(FiscalYear(year)),
            note: note.to_owned(),
            state: Some(Reported::Ongoing),
            ..AnnualReport::default()
        }
    }

    fn plan_with(reports: Vec<AnnualReport>) -> Plan {
        let item = ScheduleItem {
            id: Id::from("schedule-1"),
            progress: reports,
            ..ScheduleItem::default()
        };
        Plan {
            schedule: vec![item],
            ..Plan::default()
        }
    }

    #[test]
    fn a_report_is_written_and_taken_back() {
        let original = plan_with(vec![written(2020, "始めた。")]);
        let mut plan = original.clone();
        let edit = Edit::report(&plan.schedule[0], written(2021, "終えた。"));
        let inverse = edit.apply(&mut plan).unwrap();
        assert_eq!(plan.schedule[0].progress.len(), 2);
        inverse.apply(&mut plan).unwrap();
        assert_eq!(plan, original);
    }

    #[test]
    fn the_last_note_begins_the_year_and_says_nothing_of_it_yet() {
        let mut plan = plan_with(vec![written(2020, "始めた。")]);
        let edit = Edit::carry_over(&plan.schedule[0], FiscalYear(2022)).unwrap();
        edit.apply(&mut plan).unwrap();
        let carried = plan.schedule[0].report_for(FiscalYear(2022)).unwrap();
        assert_eq!(carried.note, "始めた。");
        assert!(!carried.says_something());
    }

    #[test]
    fn a_year_that_has_a_report_is_not_carried_into() {
        let plan = plan_with(vec![written(2020, "始めた。"), written(2021, "終えた。")]);
        assert_eq!(Edit::carry_over(&plan.schedule[0], FiscalYear(2021)), None);
        let none = plan_with(Vec::new());
        assert_eq!(Edit::carry_over(&none.schedule[0], FiscalYear(2021)), None);
    }
}
