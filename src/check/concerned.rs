//! Which departments a remark concerns.

use super::Subject;
use crate::plan::{Assignment, Id, Indicator, Initiative, Plan};
use std::collections::HashMap;

/// A plan's items by their ids, to be asked many times.
pub struct Concerned<'a> {
    plan: &'a Plan,
    indicators: HashMap<&'a Id, &'a Indicator>,
    initiatives: HashMap<&'a Id, &'a Initiative>,
}

impl<'a> Concerned<'a> {
    /// The departments of a plan.
    #[must_use]
    pub fn of(plan: &'a Plan) -> Self {
        let indicators = plan.indicators.iter().map(|it| (&it.id, it));
        let initiatives = plan.initiatives.iter().map(|it| (&it.id, it));
        Self {
            plan,
            indicators: indicators.collect(),
            initiatives: initiatives.collect(),
        }
    }

    /// Whether a remark about this concerns a department: what is about the plan as a whole concerns all of them, what
    /// nobody is named for none.
    #[must_use]
    pub fn concerns(&self, subject: &Subject, department: &str) -> bool {
        let includes = |written: &&String| Assignment::parse(written).includes(department);
        *subject == Subject::Plan || self.departments(subject).iter().any(includes)
    }

    /// The item's own departments or, where it names none, those of what it is tied to, else those of the nearest section
    /// that names some.
    fn departments(&self, subject: &Subject) -> Vec<&'a String> {
        let (own, section) = match subject {
            Subject::Plan => return Vec::new(),
            Subject::Indicator(id) => match self.indicators.get(id) {
                Some(it) => (self.of_indicator(it), it.section.as_ref()),
                None => return Vec::new(),
            },
            Subject::Initiative(id) => match self.initiatives.get(id) {
                Some(it) => (it.departments.iter().collect(), it.section.as_ref()),
                None => return Vec::new(),
            },
            Subject::Section(id) => (Vec::new(), self.plan.section(id).map(|it| &it.id)),
        };
        if !own.is_empty() {
            return own;
        }
        let path = section.map_or_else(Vec::new, |id| self.plan.section_path(id));
        let mut path = path.into_iter().rev();
        let named = path.find(|section| !section.departments.is_empty());
        named.map_or_else(Vec::new, |section| section.departments.iter().collect())
    }

    fn of_indicator(&self, indicator: &'a Indicator) -> Vec<&'a String> {
        if !indicator.departments.is_empty() {
            return indicator.departments.iter().collect();
        }
        let tied = indicator.initiatives.iter();
        let tied = tied.filter_map(|id| self.initiatives.get(id));
        tied.flat_map(|it| &it.departments).collect()
    }
}
