//! Which sheets a list shows.

use super::{Filter, below};
use crate::plan::{Assignment, FiscalYear, Id, Plan, ProgressSheet, sheet_years, squash};

/// What the year of a filter is called that leaves sheets of all years.
pub const ALL_YEARS: &str = "all";

/// The sheets a filter leaves, in the plan's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownSheets<'a> {
    /// Those of the department asked for, or all.
    pub own: Vec<&'a ProgressSheet>,
    /// Those of 全課, in which the department asked for takes part as all do.
    pub shared: Vec<&'a ProgressSheet>,
}

/// The fiscal year whose sheets are shown: the one asked for, the latest where none is or the plan has no sheet of it;
/// none where all years are asked for or no sheet has a year.
#[must_use]
pub fn sheets_year(plan: &Plan, filter: &Filter) -> Option<FiscalYear> {
    if filter.year == ALL_YEARS {
        return None;
    }
    let years = sheet_years(plan);
    let asked = filter.year.parse().map(FiscalYear).ok();
    asked
        .filter(|year| years.contains(year))
        .or(years.last().copied())
}

/// The sheets that a filter leaves: of its year, section (with all below it), department and achievement. Sheets
/// without a year are shown with every year.
#[must_use]
pub fn shown_sheets<'a>(plan: &'a Plan, filter: &Filter) -> ShownSheets<'a> {
    let year = sheets_year(plan, filter);
    let sections = (!filter.section.is_empty()).then(|| below(plan, &Id(filter.section.clone())));
    let is_in = |sheet: &ProgressSheet| match (&sections, &sheet.section) {
        (None, _) => true,
        (Some(sections), Some(section)) => sections.contains(section),
        (Some(_), None) => false,
    };
    let left = plan.sheets.iter().filter(|sheet| {
        (year.is_none() || sheet.fiscal_year.is_none() || sheet.fiscal_year == year)
            && (filter.grade.is_empty() || has_achievement(sheet, &filter.grade))
            && is_in(sheet)
    });
    let mut shown = ShownSheets::default();
    for sheet in left {
        let part = part(&sheet.departments, &filter.department);
        match part {
            Some(Part::Own) => shown.own.push(sheet),
            Some(Part::Shared) => shown.shared.push(sheet),
            None => {}
        }
    }
    shown
}

/// What a filter calls the achievement of a sheet that is not judged yet.
pub const NOT_JUDGED: &str = "unjudged";

fn has_achievement(sheet: &ProgressSheet, asked: &str) -> bool {
    match squash(&sheet.achievement).as_str() {
        "" => asked == NOT_JUDGED,
        achievement => achievement == squash(asked),
    }
}

enum Part {
    Own,
    Shared,
}

/// A department's part in an item, an empty name being everybody; none when it has none.
fn part(written: &[String], department: &str) -> Option<Part> {
    let assigned = || written.iter().map(|written| Assignment::parse(written));
    if department.is_empty() || assigned().any(|found| found.names(department)) {
        Some(Part::Own)
    } else if assigned().any(|found| found.includes(department)) {
        Some(Part::Shared)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn plan() -> Plan {
        let sheet =
            |id: &str, year: Option<i32>, department: &str, achievement: &str| ProgressSheet {
                id: Id::from(id),
                section: (id == "1").then(|| Id::from("b")),
                fiscal_year: year.map(FiscalYear),
                departments: vec![department.to_owned()],
                achievement: achievement.to_owned(),
                ..ProgressSheet::default()
            };
        let section = |id: &str, parent: Option<&str>| Section {
            id: Id::from(id),
            parent: parent.map(Id::from),
            ..Section::default()
        };
        Plan {
            sections: vec![section("a", None), section("b", Some("a"))],
            sheets: vec![
                sheet("1", Some(2023), "全課【総務課】", "達成 できた"),
                sheet("2", Some(2023), "町民課", ""),
                sheet("3", Some(2024), "町民課", ""),
                sheet("4", None, "総務課", "達成できた"),
            ],
            ..Plan::default()
        }
    }

    fn shown(filter: &Filter) -> (Vec<String>, Vec<String>) {
        let ids = |sheets: Vec<&ProgressSheet>| {
            let ids = sheets.into_iter().map(|sheet| sheet.id.0.clone());
            ids.collect::<Vec<_>>()
        };
        let plan = plan();
        let shown = shown_sheets(&plan, filter);
        (ids(shown.own), ids(shown.shared))
    }

    fn filter(year: &str) -> Filter {
        Filter {
            year: year.to_owned(),
            ..Filter::default()
        }
    }

    #[test]
    fn the_latest_year_is_shown_where_none_or_a_wrong_one_is_asked_for() {
        for year in ["", "1999", "x"] {
            assert_eq!(shown(&filter(year)).0, ["3", "4"], "{year}");
        }
        assert_eq!(shown(&filter("2023")).0, ["1", "2", "4"]);
        assert_eq!(shown(&filter(ALL_YEARS)).0.len(), 4);
    }

    #[test]
    fn what_all_departments_do_stands_apart_from_a_departments_own() {
        let of = |department: &str| Filter {
            department: department.to_owned(),
            ..filter("2023")
        };
        let both = |own: &[&str], shared: &[&str]| {
            let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
            (owned(own), owned(shared))
        };
        assert_eq!(shown(&of("町民課")), both(&["2"], &["1"]));
        assert_eq!(shown(&of("総務課")), both(&["1", "4"], &[]));
        assert_eq!(shown(&of("全課")), both(&["1"], &[]));
    }

    #[test]
    fn a_section_holds_what_stands_below_it_and_an_achievement_is_found_however_it_is_spaced() {
        let section = Filter {
            section: "a".to_owned(),
            ..filter("2023")
        };
        assert_eq!(shown(&section).0, ["1"]);
        let judged = |achievement: &str| Filter {
            grade: achievement.to_owned(),
            ..filter("2023")
        };
        assert_eq!(shown(&judged("達成できた")).0, ["1", "4"]);
        assert_eq!(shown(&judged(NOT_JUDGED)).0, ["2"]);
    }
}
