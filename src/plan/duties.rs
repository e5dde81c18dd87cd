//! Who has what to do: the parts of a plan by department.

use super::{
    Assignment, Id, Indicator, Initiative, Plan, ProgressSheet, ScheduleItem, Section,
    all_departments, sheet_years, sort_by_key,
};

/// What a plan gives somebody to do, in the plan's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duties<'a> {
    /// Whole sections.
    pub sections: Vec<&'a Section>,
    /// Initiatives.
    pub initiatives: Vec<&'a Initiative>,
    /// Indicators that name the department.
    pub indicators: Vec<&'a Indicator>,
    /// Indicators that name nobody and are tied to one of the initiatives.
    pub tied: Vec<&'a Indicator>,
    /// Indicators that name nobody, are tied to no initiative and stand in a section with one of the initiatives: perhaps
    /// the department's.
    pub near: Vec<&'a Indicator>,
    /// Schedule items, repeated ones included.
    pub schedule: Vec<&'a ScheduleItem>,
    /// Sheets of the latest fiscal year and those without a year.
    pub sheets: Vec<&'a ProgressSheet>,
}

impl Duties<'_> {
    /// How many sections, initiatives, indicators, schedule items, sheets, and indicators that are only near there are; a
    /// repeated item (再掲) is not counted.
    #[must_use]
    pub fn counts(&self) -> [usize; 6] {
        let schedule = self.schedule.iter();
        [
            self.sections.len(),
            self.initiatives.len(),
            self.indicators.len() + self.tied.len(),
            schedule.filter(|item| item.repeat_of.is_none()).count(),
            self.sheets.len(),
            self.near.len(),
        ]
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts() == [0; 6] && self.schedule.is_empty()
    }
}

/// What a department has by its name or because it leads a group.
#[must_use]
pub fn duties<'a>(plan: &'a Plan, department: &str) -> Duties<'a> {
    of(plan, &|written| {
        assigned(written).any(|found| found.names(department))
    })
}

/// What a department has only because all departments have it (全課).
#[must_use]
pub fn shared_duties<'a>(plan: &'a Plan, department: &str) -> Duties<'a> {
    let found = of(plan, &|written| {
        let is_named = assigned(written).any(|found| found.names(department));
        !is_named && assigned(written).any(|found| found.includes(department))
    });
    Duties {
        // What follows from an initiative of all departments is no single one's.
        tied: Vec::new(),
        near: Vec::new(),
        ..found
    }
}

/// What names nobody and so is nobody's; sections are not asked to name anybody.
#[must_use]
pub fn unassigned(plan: &Plan) -> Duties<'_> {
    let has_somebody = of(plan, &|written| !written.is_empty());
    let is_somebodys = |indicator: &&Indicator| {
        let all = has_somebody.indicators.iter().chain(&has_somebody.tied);
        let mut all = all.chain(&has_somebody.near);
        all.any(|other| other.id == indicator.id)
    };
    let indicators = plan.indicators.iter();
    Duties {
        sections: Vec::new(),
        indicators: indicators
            .filter(|indicator| !is_somebodys(indicator))
            .collect(),
        tied: Vec::new(),
        near: Vec::new(),
        ..of(plan, &|written| written.is_empty())
    }
}

/// Every unit a plan names, single ones before groups such as 全課.
#[must_use]
pub fn departments_in_order(plan: &Plan) -> Vec<String> {
    let mut names = all_departments(plan);
    sort_by_key(&mut names, |name| Assignment::parse(name).is_collective());
    names
}

fn assigned(written: &[String]) -> impl Iterator<Item = Assignment> + '_ {
    written.iter().map(|written| Assignment::parse(written))
}

/// What has departments of a kind.
fn of<'a>(plan: &'a Plan, is_theirs: &dyn Fn(&[String]) -> bool) -> Duties<'a> {
    let sections = plan.sections.iter();
    let initiatives: Vec<&Initiative> = plan
        .initiatives
        .iter()
        .filter(|item| is_theirs(&item.departments))
        .collect();
    let latest = sheet_years(plan).last().copied();
    let is_latest =
        |sheet: &&ProgressSheet| sheet.fiscal_year.is_none() || sheet.fiscal_year == latest;
    let mut found = Duties {
        sections: sections
            .filter(|section| is_theirs(&section.departments))
            .collect(),
        schedule: plan
            .schedule
            .iter()
            .filter(|item| is_theirs(&item.departments))
            .collect(),
        sheets: plan
            .sheets
            .iter()
            .filter(is_latest)
            .filter(|sheet| is_theirs(&sheet.departments))
            .collect(),
        ..Duties::default()
    };
    let is_one_of = |id: &Id| initiatives.iter().any(|item| item.id == *id);
    let stands_with_one = |indicator: &Indicator| {
        let mut initiatives = initiatives.iter();
        indicator.section.is_some() && initiatives.any(|item| item.section == indicator.section)
    };
    for indicator in &plan.indicators {
        if is_theirs(&indicator.departments) {
            found.indicators.push(indicator);
        } else if !indicator.departments.is_empty() {
            // It names others.
        } else if indicator.initiatives.iter().any(is_one_of) {
            found.tied.push(indicator);
        } else if indicator.initiatives.is_empty() && stands_with_one(indicator) {
            found.near.push(indicator);
        }
    }
    found.initiatives = initiatives;
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FiscalYear;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn indicator(id: &str, department: &[&str], section: &str, tied: &[&str]) -> Indicator {
        Indicator {
            id: Id::from(id),
            departments: names(department),
            section: Some(Id::from(section)),
            initiatives: tied.iter().map(|id| Id::from(*id)).collect(),
            ..Indicator::default()
        }
    }

    fn plan() -> Plan {
        let initiative = |id: &str, section: &str, departments: &[&str]| Initiative {
            id: Id::from(id),
            section: Some(Id::from(section)),
            departments: names(departments),
            ..Initiative::default()
        };
        let item = |departments: &[&str], repeat_of: Option<&str>| ScheduleItem {
            departments: names(departments),
            repeat_of: repeat_of.map(Id::from),
            ..ScheduleItem::default()
        };
        let sheet = |year: i32| ProgressSheet {
            fiscal_year: Some(FiscalYear(year)),
            departments: names(&["全課【総務課】"]),
            ..ProgressSheet::default()
        };
        Plan {
            initiatives: vec![
                initiative("i1", "s1", &["総務課", "まちづくり課"]),
                initiative("i2", "s2", &["町民課"]),
            ],
            indicators: vec![
                indicator("named", &["総務課"], "s9", &[]),
                indicator("tied", &[], "s2", &["i1"]),
                indicator("near", &[], "s1", &[]),
                indicator("others", &["町民課"], "s1", &["i1"]),
                indicator("nobodys", &[], "s9", &[]),
            ],
            schedule: vec![
                item(&["総務課"], None),
                item(&["総務課"], Some("x")),
                item(&[], None),
            ],
            sheets: vec![sheet(2022), sheet(2023)],
            ..Plan::default()
        }
    }

    fn ids<'a>(indicators: &[&'a Indicator]) -> Vec<&'a str> {
        let ids = indicators.iter().map(|indicator| indicator.id.as_str());
        ids.collect()
    }

    #[test]
    fn a_department_has_what_names_it_and_the_indicators_of_its_initiatives() {
        let plan = plan();
        let found = duties(&plan, "総務課");
        assert_eq!(ids(&found.indicators), ["named"]);
        assert_eq!(ids(&found.tied), ["tied"]);
        assert_eq!(ids(&found.near), ["near"]);
        assert_eq!(
            found.counts(),
            [0, 1, 2, 1, 1, 1],
            "再掲 is shown, not counted"
        );
        assert_eq!(found.schedule.len(), 2);
        assert_eq!(duties(&plan, "まちづくり課").initiatives.len(), 1);
        assert!(duties(&plan, "ない課").is_empty());
    }

    #[test]
    fn what_all_departments_have_stands_apart() {
        let plan = plan();
        assert_eq!(shared_duties(&plan, "町民課").counts(), [0, 0, 0, 0, 1, 0]);
        assert!(shared_duties(&plan, "総務課").is_empty(), "it leads that");
    }

    #[test]
    fn what_nobody_has_is_found() {
        let plan = plan();
        let found = unassigned(&plan);
        assert_eq!(ids(&found.indicators), ["nobodys"]);
        assert_eq!(found.counts(), [0, 0, 1, 1, 0, 0]);
    }

    #[test]
    fn groups_stand_behind_single_units() {
        assert_eq!(
            departments_in_order(&plan()),
            ["まちづくり課", "町民課", "総務課", "全課"]
        );
    }
}
