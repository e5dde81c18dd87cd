//! What the CSV of an indicator has no column for, so that whoever saves it is told; a plan file (JSON) holds all of it.

use crate::plan::{Indicator, Plan};

/// Something a plan holds of an indicator that its CSV does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Targets as they were before they were changed.
    EarlierTargets,
    /// The goals (KGI) that a person said it serves.
    Goals,
    /// The initiatives it is tied to.
    Initiatives,
    /// The themes that a person said it belongs to or not.
    Themes,
    /// Remarks that a person set aside.
    SetAside,
    /// The rules the plan is judged by.
    Rules,
}

/// What the CSV of an indicator leaves out; empty where it says everything.
#[must_use]
pub fn left_out(plan: &Plan, indicator: &Indicator) -> Vec<LeftOut> {
    let all = [
        (
            !indicator.earlier_targets.is_empty(),
            LeftOut::EarlierTargets,
        ),
        (indicator.serves.is_some(), LeftOut::Goals),
        (!indicator.initiatives.is_empty(), LeftOut::Initiatives),
        (plan.themes.contains_key(&indicator.id), LeftOut::Themes),
        (
            plan.set_aside.contains_key(&indicator.id),
            LeftOut::SetAside,
        ),
        (!plan.rules.is_empty(), LeftOut::Rules),
    ];
    let held = all.into_iter().filter(|(is_held, _)| *is_held);
    held.map(|(_, left_out)| left_out).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{EarlierTargets, Id, Rules};
    use std::collections::BTreeMap;

    #[test]
    fn what_a_person_decided_and_the_csv_cannot_hold_is_named() {
        let indicator = Indicator {
            id: Id::from("a"),
            serves: Some(Vec::new()),
            initiatives: vec![Id::from("b")],
            earlier_targets: vec![EarlierTargets::default()],
            ..Indicator::default()
        };
        let of_a = |key: &str, said: bool| {
            BTreeMap::from([(Id::from("a"), BTreeMap::from([(key.to_owned(), said)]))])
        };
        let reasons = BTreeMap::from([("no_owner".to_owned(), "別に決める".to_owned())]);
        let plan = Plan {
            rules: Rules {
                scale: "sano".to_owned(),
                ..Rules::default()
            },
            themes: of_a("観光", true),
            set_aside: BTreeMap::from([(Id::from("a"), reasons)]),
            ..Plan::default()
        };
        assert_eq!(
            left_out(&plan, &indicator),
            [
                LeftOut::EarlierTargets,
                LeftOut::Goals,
                LeftOut::Initiatives,
                LeftOut::Themes,
                LeftOut::SetAside,
                LeftOut::Rules,
            ]
        );
        assert_eq!(left_out(&Plan::default(), &Indicator::default()), []);
    }
}
