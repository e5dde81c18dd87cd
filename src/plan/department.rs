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
        ["全", "関係", "各", "所管"]
            .iter()
            .any(|word| self.name.contains(word))
    }

    /// Whether a department takes part: by name, as the lead, or because all do.
    #[must_use]
    pub fn includes(&self, department: &str) -> bool {
        self.name == department || self.lead.as_deref() == Some(department)
    }
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
