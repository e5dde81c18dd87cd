//! Departments as plans write them.

use super::{Plan, squash};
use std::collections::BTreeSet;

/// One entry of a responsibility cell, taken apart: `全課【総務課】` is all departments, led by 総務課.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The unit responsible, without spaces: `総務課`, `全課`, `教育委員会`.
    pub name: String,
    /// The unit that leads or collects (とりまとめ課), where one is written in brackets.
    pub lead: Option<String>,
}

impl Assignment {
    /// Takes one entry apart; brackets may be 【】, （） or ().
    #[must_use]
    pub fn parse(written: &str) -> Self {
        let text = squash(written);
        let brackets = [('【', '】'), ('（', '）'), ('(', ')')];
        for (open, close) in brackets {
            if let Some((name, rest)) = text.split_once(open)
                && let Some(lead) = rest.strip_suffix(close)
                && !name.is_empty()
                && !lead.is_empty()
            {
                return Self {
                    name: name.to_owned(),
                    lead: Some(lead.to_owned()),
                };
            }
        }
        Self {
            name: text,
            lead: None,
        }
    }

    /// Whether it stands for a group (全課, 関係課, 各課, 施設所管課) and not for one unit.
    #[must_use]
    pub fn is_collective(&self) -> bool {
        is_collective(&self.name)
    }

    /// Whether a department is named: as responsible, or as the lead of a group. All departments' part in 全課 does not
    /// count: it would be everybody's.
    #[must_use]
    pub fn names(&self, department: &str) -> bool {
        self.name == department || self.lead.as_deref() == Some(department)
    }

    /// Whether a department takes part: by name, as the lead, or because all do. A group (関係課) is none of all.
    #[must_use]
    pub fn includes(&self, department: &str) -> bool {
        self.names(department) || (self.name.starts_with('全') && !is_collective(department))
    }
}

impl Plan {
    /// Whether the plan says of anything who is responsible.
    #[must_use]
    pub fn names_departments(&self) -> bool {
        self.sections.iter().any(|it| !it.departments.is_empty())
            || self.initiatives.iter().any(|it| !it.departments.is_empty())
            || self.indicators.iter().any(|it| !it.departments.is_empty())
            || self.schedule.iter().any(|it| !it.departments.is_empty())
            || self.sheets.iter().any(|it| !it.departments.is_empty())
    }
}

fn is_collective(name: &str) -> bool {
    // Only at the start: 安全課 is one unit.
    name.starts_with(['全', '各']) || name.starts_with("関係") || name.contains("所管課")
}

/// Whether a department takes part in what is written as responsible; an empty name is everybody.
#[must_use]
pub fn takes_part(departments: &[String], department: &str) -> bool {
    let includes = |written: &String| Assignment::parse(written).includes(department);
    department.is_empty() || departments.iter().any(includes)
}

/// Every unit a plan names as responsible, collective ones included, each once, sorted.
#[must_use]
pub fn all_departments(plan: &Plan) -> Vec<String> {
    let mut names = BTreeSet::new();
    let written = plan
        .initiatives
        .iter()
        .flat_map(|item| &item.departments)
        .chain(plan.indicators.iter().flat_map(|item| &item.departments))
        .chain(plan.schedule.iter().flat_map(|item| &item.departments))
        .chain(plan.sheets.iter().flat_map(|item| &item.departments))
        .chain(
            plan.sections
                .iter()
                .flat_map(|section| &section.departments),
        );
    for entry in written {
        let Assignment { name, lead } = Assignment::parse(entry);
        names.insert(name);
        names.extend(lead);
    }
    names.remove("");
    names.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Initiative, ProgressSheet, ScheduleItem};

    fn assignment(name: &str, lead: Option<&str>) -> Assignment {
        Assignment {
            name: name.to_owned(),
            lead: lead.map(str::to_owned),
        }
    }

    #[test]
    fn a_lead_stands_in_brackets_behind_the_group() {
        assert_eq!(
            Assignment::parse("全課【総務課】"),
            assignment("全課", Some("総務課"))
        );
        assert_eq!(
            Assignment::parse("全 課（総務課）"),
            assignment("全課", Some("総務課"))
        );
        assert_eq!(
            Assignment::parse("関係課(企画課)"),
            assignment("関係課", Some("企画課"))
        );
    }

    #[test]
    fn a_unit_alone_has_no_lead() {
        for text in ["総務課", "【総務課】", "総務課【】", "総務課【企画", ""] {
            assert_eq!(Assignment::parse(text), assignment(text, None));
        }
    }

    #[test]
    fn groups_are_collective_and_units_are_not() {
        for group in ["全課【総務課】", "関係課", "各課", "施設所管課"] {
            assert!(Assignment::parse(group).is_collective(), "{group}");
        }
        for unit in ["総務課", "教育委員会", "安全課"] {
            assert!(!Assignment::parse(unit).is_collective(), "{unit}");
        }
    }

    #[test]
    fn a_department_takes_part_by_name_as_the_lead_or_because_all_do() {
        let related = Assignment::parse("関係課【総務課】");
        assert!(related.includes("総務課") && related.includes("関係課"));
        assert!(!related.includes("企画課"));
        let all = Assignment::parse("全課【総務課】");
        assert!(all.includes("企画課") && !all.names("企画課"));
        assert!(all.names("全課") && all.names("総務課"));
        assert!(!Assignment::parse("全課").includes("関係課"));
    }

    #[test]
    fn every_department_of_a_plan_is_listed_once_in_order() {
        let departments = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let plan = Plan {
            initiatives: vec![Initiative {
                departments: departments(&["総務課"]),
                ..Initiative::default()
            }],
            schedule: vec![ScheduleItem {
                departments: departments(&["総 務 課", ""]),
                ..ScheduleItem::default()
            }],
            sheets: vec![ProgressSheet {
                departments: departments(&["全課【企画課】"]),
                ..ProgressSheet::default()
            }],
            ..Plan::default()
        };
        assert_eq!(all_departments(&plan), ["企画課", "全課", "総務課"]);
        assert!(plan.names_departments() && !Plan::default().names_departments());
    }
}
