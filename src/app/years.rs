//! The yearly schedule as rows and columns.

use super::set;
use crate::plan::{Choice, FiscalYear, Mark, Plan, Question, QuestionKind, ScheduleItem};
use std::collections::{BTreeMap, BTreeSet};

/// The fiscal years the schedule spans: those of the plan, those that carry a mark and those that were reported on.
#[must_use]
pub fn years(plan: &Plan) -> Vec<FiscalYear> {
    let marked = set(plan.schedule.iter().flat_map(|item| {
        let reported = item.progress.iter().filter_map(|report| report.fiscal_year);
        item.marks.keys().copied().chain(reported)
    }));
    let ends = [plan.period.start, plan.period.end];
    let all = || marked.iter().copied().chain(ends.into_iter().flatten());
    match (all().min(), all().max()) {
        (Some(first), Some(last)) if last.0 - first.0 < 30 => {
            (first.0..=last.0).map(FiscalYear).collect()
        }
        _ => marked.into_iter().collect(),
    }
}

/// The year shown as this year: the one asked for or now, held inside the schedule's years.
#[must_use]
pub fn this_year(years: &[FiscalYear], asked: &str, now: FiscalYear) -> Option<FiscalYear> {
    let year = asked.parse().map_or(now, FiscalYear);
    Some(year.clamp(*years.first()?, *years.last()?))
}

/// What a cell of the schedule shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The mark, where there is one.
    pub mark: Option<Mark>,
    /// Whether the document does not say it for certain.
    pub doubtful: bool,
    /// Whether the year before carries a mark too.
    pub joined_before: bool,
    /// Whether the year after carries a mark too.
    pub joined_after: bool,
}

/// The cells of an item; with the question about its years, where one is open, the years that it leaves in doubt.
#[must_use]
pub fn cells(item: &ScheduleItem, question: Option<&Question>, years: &[FiscalYear]) -> Vec<Cell> {
    let doubtful = question.map(doubtful_years).unwrap_or_default();
    let marked = |index: usize| {
        years
            .get(index)
            .is_some_and(|year| item.marks.contains_key(year) && !doubtful.contains(year))
    };
    let cell = |(index, year): (usize, &FiscalYear)| Cell {
        mark: item.marks.get(year).copied(),
        doubtful: doubtful.contains(year),
        joined_before: marked(index) && index > 0 && marked(index - 1),
        joined_after: marked(index) && marked(index + 1),
    };
    years.iter().enumerate().map(cell).collect()
}

/// The years on which the answers to a question about years differ.
fn doubtful_years(question: &Question) -> BTreeSet<FiscalYear> {
    if question.kind != QuestionKind::AmbiguousYears {
        return BTreeSet::new();
    }
    let readings: Vec<&BTreeMap<FiscalYear, Mark>> = question
        .choices
        .iter()
        .filter_map(|choice| match choice {
            Choice::Marks { marks } => Some(marks),
            _ => None,
        })
        .collect();
    let years = set(readings.iter().flat_map(|marks| marks.keys()).copied());
    let differs = |year: &FiscalYear| {
        let first = readings.first().map(|marks| marks.get(year));
        readings.iter().any(|marks| Some(marks.get(year)) != first)
    };
    // With a single reading everything it says is in doubt.
    set(years
        .into_iter()
        .filter(|year| readings.len() < 2 || differs(year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Id, PlanPeriod};

    fn item(marks: &[(i32, Mark)]) -> ScheduleItem {
        ScheduleItem {
            marks: marks
                .iter()
                .map(|(year, mark)| (FiscalYear(*year), *mark))
                .collect(),
            ..ScheduleItem::default()
        }
    }

    #[test]
    fn the_years_are_the_plans_and_the_marks() {
        let plan = Plan {
            period: PlanPeriod {
                start: Some(FiscalYear(2020)),
                end: None,
            },
            schedule: vec![item(&[(2022, Mark::Done)])],
            ..Plan::default()
        };
        assert_eq!(years(&plan), [2020, 2021, 2022].map(FiscalYear));
        assert_eq!(years(&Plan::default()), []);
    }

    #[test]
    fn this_year_stays_inside_the_schedule() {
        let years = [2020, 2021, 2022].map(FiscalYear);
        assert_eq!(
            this_year(&years, "", FiscalYear(2026)),
            Some(FiscalYear(2022))
        );
        assert_eq!(
            this_year(&years, "2021", FiscalYear(2026)),
            Some(FiscalYear(2021))
        );
        assert_eq!(this_year(&[], "2021", FiscalYear(2026)), None);
    }

    #[test]
    fn marks_in_a_row_are_joined_and_doubtful_ones_are_not() {
        let years = [2020, 2021, 2022].map(FiscalYear);
        let item = item(&[
            (2020, Mark::Ongoing),
            (2021, Mark::Ongoing),
            (2022, Mark::Done),
        ]);
        let reading = |year| Choice::Marks {
            marks: [(FiscalYear(year), Mark::Done)].into(),
        };
        let question = Question {
            id: Id::from("q"),
            item: Id::from("i"),
            kind: QuestionKind::AmbiguousYears,
            source_text: String::new(),
            line: None,
            choices: vec![reading(2022), reading(2023)],
        };
        let cells = cells(&item, Some(&question), &years);
        assert!(cells[0].joined_after && cells[1].joined_before);
        assert!(!cells[1].joined_after && cells[2].doubtful && !cells[2].joined_before);
    }
}
