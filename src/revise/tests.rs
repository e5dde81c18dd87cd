//! What must hold for any two versions of a plan.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::plan::{Actual, Id, Period, Plan, generate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn config(usual: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(generate::cases(usual))
    }
}

/// The kept plan after the later version was taken over.
fn taken_over(kept: &Plan, revision: &Revision, choices: &Choices) -> Plan {
    let mut plan = kept.clone();
    let edit = revision.take_over(choices, &BTreeMap::new(), Period::Unknown);
    edit.apply(&mut plan).unwrap();
    plan
}

/// Every id of a plan's items.
fn ids(plan: &Plan) -> Vec<&Id> {
    let mut ids = Vec::new();
    ids.extend(plan.sections.iter().map(|item| &item.id));
    ids.extend(plan.initiatives.iter().map(|item| &item.id));
    ids.extend(plan.indicators.iter().map(|item| &item.id));
    ids.extend(plan.schedule.iter().map(|item| &item.id));
    ids.extend(plan.sheets.iter().map(|item| &item.id));
    ids.extend(plan.glossary.iter().map(|item| &item.id));
    ids.extend(plan.questions.iter().map(|item| &item.id));
    ids
}

/// The plan with its items in another order.
fn turned(mut plan: Plan, by: usize) -> Plan {
    fn turn<Item>(items: &mut [Item], by: usize) {
        if !items.is_empty() {
            items.rotate_left(by % items.len());
        }
    }
    turn(&mut plan.sections, by);
    turn(&mut plan.initiatives, by);
    turn(&mut plan.indicators, by);
    turn(&mut plan.schedule, by);
    turn(&mut plan.sheets, by);
    turn(&mut plan.glossary, by);
    plan
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_plan_differs_in_nothing_from_itself(plan in generate::plan()) {
        let revision = Revision::new(&plan, &plan);
        prop_assert_eq!(revision.difference().gone.len(), 0);
        prop_assert!(revision.difference().is_nothing(), "{:?}", revision.difference());
        prop_assert_eq!(taken_over(&plan, &revision, &Choices::default()), plan);
    }

    #[test]
    fn items_keep_their_ids_whatever_their_order(plan in generate::plan(), by in 1..4_usize) {
        let other = turned(plan.clone(), by);
        let revision = Revision::new(&plan, &other);
        prop_assert!(revision.difference().is_nothing(), "{:?}", revision.difference());
        prop_assert_eq!(taken_over(&plan, &revision, &Choices::default()), other);
    }

    /// Fault 20: what was taken in is taken back.
    #[test]
    fn one_undo_takes_all_of_it_back(kept in generate::plan(), incoming in generate::plan()) {
        let mut plan = kept.clone();
        let revision = Revision::new(&kept, &incoming);
        let edit = revision.take_over(&Choices::default(), &BTreeMap::new(), Period::Unknown);
        let inverse = edit.apply(&mut plan).unwrap();
        inverse.apply(&mut plan).unwrap();
        prop_assert_eq!(plan, kept);
    }

    #[test]
    fn no_id_is_given_twice_and_no_actual_is_lost(kept in generate::plan(), incoming in generate::plan()) {
        let revision = Revision::new(&kept, &incoming);
        let plan = taken_over(&kept, &revision, &Choices::default());
        let all = ids(&plan);
        let unique: BTreeSet<_> = all.iter().collect();
        prop_assert_eq!(unique.len(), all.len());
        for indicator in &kept.indicators {
            // Where nothing is written, nothing was entered, whatever time stands beside it.
            let entered = |actual: &&Actual| !actual.entered_at.is_empty() && !actual.text.trim().is_empty();
            for actual in indicator.actuals.iter().filter(entered) {
                let now = plan.indicator(&indicator.id);
                // Where nobody had written a note beside it, the later version's may stand there.
                let is_kept = |now: &Actual| {
                    let note = if actual.note.is_empty() { String::new() } else { now.note.clone() };
                    Actual { note, ..now.clone() } == *actual
                };
                prop_assert!(now.is_some_and(|now| now.actuals.iter().any(is_kept)));
            }
        }
    }

    #[test]
    fn nothing_names_what_is_no_longer_there(kept in generate::plan(), incoming in generate::plan()) {
        let revision = Revision::new(&kept, &incoming);
        let mut choices = Choices::default();
        for gone in &revision.difference().gone {
            choices.remove(&gone.item.id, true);
        }
        let plan = taken_over(&kept, &revision, &choices);
        let there: BTreeSet<_> = ids(&plan).into_iter().collect();
        for named in plan.references() {
            prop_assert!(there.contains(named), "{named} is not there");
        }
    }
}
