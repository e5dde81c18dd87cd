//! Goals (KGI, 重要目標達成指標) and what serves them (KPI, 重要業績評価指標).
//!
//! Plans seldom say which KPI serves which KGI; they print them in two tables of one section. So a KPI serves the KGI of its
//! own section or, where that has none, of the nearest section above; whoever knows better says so ([`Indicator::serves`]).

use super::{Id, Indicator, Plan, squash};
use std::collections::HashMap;

/// In a section with more goals than this nothing says which of them a KPI serves.
const MOST: usize = 12;

/// Which indicators are goals, and which serve which. Indicators are named by their places in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goals {
    goals: Vec<bool>,
    served: Vec<Served>,
    serving: Vec<Vec<usize>>,
}

/// A goal with what serves it, or (none) what serves no goal.
pub type GoalGroup = (Option<usize>, Vec<usize>);

/// The goals an indicator serves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// Their places in the plan.
    pub goals: Vec<usize>,
    /// Why these.
    pub reason: ServesReason,
}

/// Why an indicator serves the goals it does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ServesReason {
    /// A person or the document said so.
    Said,
    /// They stand in the same section, or both in none.
    SameSection,
    /// They stand in this section above, and the ones between have none.
    SectionAbove(Id),
    /// The indicator is no KPI, or no section above it has a KGI.
    #[default]
    None,
}

impl Goals {
    /// The goals of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let indicators = &plan.indicators;
        let mut goals: Vec<bool> = indicators.iter().map(is_goal).collect();
        let mut by_section: HashMap<Option<&Id>, Vec<usize>> = HashMap::new();
        for (at, indicator) in indicators.iter().enumerate().filter(|(at, _)| goals[*at]) {
            let section = indicator.section.as_ref();
            by_section.entry(section).or_default().push(at);
        }
        by_section.retain(|_, goals| goals.len() <= MOST);
        let is_said = indicators.iter().any(|one| one.serves.is_some());
        let numbered = indicators.iter().enumerate().filter(|_| is_said);
        let places: HashMap<&Id, usize> = numbered.map(|(at, one)| (&one.id, at)).collect();
        let mut served = Vec::with_capacity(indicators.len());
        for (at, indicator) in indicators.iter().enumerate() {
            served.push(match &indicator.serves {
                Some(said) => Served {
                    goals: said
                        .iter()
                        .filter_map(|id| places.get(id).copied())
                        .filter(|goal| *goal != at)
                        .collect(),
                    reason: ServesReason::Said,
                },
                None if is_serving(indicator) => nearest(plan, indicator, &by_section),
                None => Served::default(),
            });
        }
        let mut serving = vec![Vec::new(); indicators.len()];
        for (at, one) in served.iter().enumerate() {
            for goal in &one.goals {
                // What a person says is served is a goal, whatever the document calls it.
                goals[*goal] = true;
                if !serving[*goal].contains(&at) {
                    serving[*goal].push(at);
                }
            }
        }
        Self {
            goals,
            served,
            serving,
        }
    }

    /// Whether the plan has goals at all.
    #[must_use]
    pub fn are_there(&self) -> bool {
        self.goals.contains(&true)
    }

    /// Whether an indicator is a goal.
    #[must_use]
    pub fn is_goal(&self, indicator: usize) -> bool {
        self.goals.get(indicator).copied().unwrap_or_default()
    }

    /// The places of all goals, in the plan's order.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        let goals = self.goals.iter().enumerate();
        goals.filter(|(_, is_goal)| **is_goal).map(|(at, _)| at)
    }

    /// The goals an indicator serves.
    #[must_use]
    pub fn served_by(&self, indicator: usize) -> Option<&Served> {
        self.served.get(indicator)
    }

    /// The indicators that serve a goal, in the plan's order.
    #[must_use]
    pub fn serving(&self, goal: usize) -> &[usize] {
        self.serving.get(goal).map_or(&[], Vec::as_slice)
    }

    /// Some indicators with their goals first: each goal among them with those among them that serve it, every indicator
    /// once; then, under no goal, the others. Without a goal among them they are all others.
    #[must_use]
    pub fn grouped(&self, indicators: &[usize]) -> Vec<GoalGroup> {
        let mut groups: Vec<GoalGroup> = indicators
            .iter()
            .filter(|at| self.is_goal(**at))
            .map(|at| (Some(*at), Vec::new()))
            .collect();
        let goals = groups.iter().enumerate();
        let places: HashMap<usize, usize> = goals
            .filter_map(|(place, (goal, _))| Some(((*goal)?, place)))
            .collect();
        let mut others = Vec::new();
        for at in indicators.iter().filter(|at| !self.is_goal(**at)) {
            let mut served = self.served.get(*at).into_iter().flat_map(|one| &one.goals);
            match served.find_map(|goal| places.get(goal)) {
                Some(place) => groups[*place].1.push(*at),
                None => others.push(*at),
            }
        }
        if !others.is_empty() {
            groups.push((None, others));
        }
        groups
    }
}

/// The goals of the indicator's own section or of the nearest above it that has some.
fn nearest(
    plan: &Plan,
    indicator: &Indicator,
    by_section: &HashMap<Option<&Id>, Vec<usize>>,
) -> Served {
    let own = indicator.section.as_ref();
    if let Some(goals) = by_section.get(&own) {
        return Served {
            goals: goals.clone(),
            reason: ServesReason::SameSection,
        };
    }
    let path = own.map_or_else(Vec::new, |section| plan.section_path(section));
    let above = path.iter().rev().skip(1);
    let mut above =
        above.filter_map(|section| Some((by_section.get(&Some(&section.id))?, section)));
    above
        .next()
        .map(|(goals, section)| Served {
            goals: goals.clone(),
            reason: ServesReason::SectionAbove(section.id.clone()),
        })
        .unwrap_or_default()
}

fn is_goal(indicator: &Indicator) -> bool {
    is_called(indicator, &["KGI", "重要目標達成"])
}

fn is_serving(indicator: &Indicator) -> bool {
    !is_goal(indicator) && is_called(indicator, &["KPI", "重要業績評価"])
}

fn is_called(indicator: &Indicator, words: &[&str]) -> bool {
    let kind = squash(&indicator.kind).to_uppercase();
    words.iter().any(|word| kind.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn indicator(id: &str, kind: &str, section: &str) -> Indicator {
        Indicator {
            id: Id::from(id),
            kind: kind.to_owned(),
            section: (!section.is_empty()).then(|| Id::from(section)),
            ..Indicator::default()
        }
    }

    /// Part 1 has a goal and a measure below it without one, part 2 has two goals, part 3 none.
    fn plan() -> Plan {
        let section = |id: &str, parent: Option<&str>| Section {
            id: Id::from(id),
            parent: parent.map(Id::from),
            ..Section::default()
        };
        Plan {
            sections: vec![
                section("1", None),
                section("1-1", Some("1")),
                section("2", None),
                section("3", None),
            ],
            indicators: vec![
                indicator("a", "KGI（重要目標達成指標）", "1"),
                indicator("b", "ＫＰＩ", "1"),
                indicator("c", "KPI", "1-1"),
                indicator("d", "KPI", "2"),
                indicator("e", "KGI", "2"),
                indicator("f", "重要目標達成指標", "2"),
                indicator("g", "KPI", "3"),
                indicator("h", "達成目標", "1"),
            ],
            ..Plan::default()
        }
    }

    fn served(plan: &Plan, at: usize) -> (Vec<usize>, ServesReason) {
        let served = Goals::of(plan).served_by(at).cloned().unwrap_or_default();
        (served.goals, served.reason)
    }

    #[test]
    fn a_kpi_serves_the_goals_of_its_section_or_of_the_nearest_above() {
        let plan = plan();
        let above = ServesReason::SectionAbove(Id::from("1"));
        assert_eq!(served(&plan, 1), (vec![0], ServesReason::SameSection));
        assert_eq!(served(&plan, 2), (vec![0], above));
        assert_eq!(served(&plan, 3), (vec![4, 5], ServesReason::SameSection));
        assert_eq!(served(&plan, 6), (vec![], ServesReason::None));
        assert_eq!(served(&plan, 7), (vec![], ServesReason::None));
        assert_eq!(Goals::of(&plan).serving(0), [1, 2]);
        assert_eq!(Goals::of(&plan).all().collect::<Vec<_>>(), [0, 4, 5]);
    }

    #[test]
    fn what_a_person_says_is_taken_and_what_is_not_there_passed_over() {
        let mut plan = plan();
        let said = |ids: &[&str]| Some(ids.iter().map(|id| Id::from(*id)).collect());
        plan.indicators[1].serves = said(&["e", "nowhere", "b"]);
        plan.indicators[2].serves = said(&[]);
        plan.indicators[6].serves = said(&["h"]);
        assert_eq!(served(&plan, 1), (vec![4], ServesReason::Said));
        assert_eq!(served(&plan, 2), (vec![], ServesReason::Said));
        let goals = Goals::of(&plan);
        assert_eq!(goals.serving(4), [1, 3]);
        assert!(goals.is_goal(7), "what is said to be served is a goal");
    }

    #[test]
    fn goals_stand_first_with_what_serves_them_and_nothing_stands_twice() {
        let goals = Goals::of(&plan());
        assert_eq!(
            goals.grouped(&[0, 1, 7]),
            [(Some(0), vec![1]), (None, vec![7])]
        );
        assert_eq!(
            goals.grouped(&[3, 4, 5]),
            [(Some(4), vec![3]), (Some(5), vec![])]
        );
        assert_eq!(goals.grouped(&[2]), [(None, vec![2])]);
        assert_eq!(goals.grouped(&[]), []);
    }

    #[test]
    fn a_plan_without_a_goal_has_none() {
        assert!(!Goals::of(&Plan::default()).are_there());
        assert!(Goals::of(&plan()).are_there());
    }
}
