//! Ways back and forth through what was done, against a model that keeps every state.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::plan::generate;
use crate::write::plan_json;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is done in one step of a thousand.
#[derive(Clone, Debug)]
enum Act {
    Change(Box<Edit>),
    Undo,
    Redo,
}

/// The states that undo and redo lead through, as their hashes.
struct Model {
    states: Vec<u64>,
    at: usize,
}

fn hash(plan: &Plan) -> u64 {
    let mut hasher = DefaultHasher::new();
    plan_json(plan).hash(&mut hasher);
    hasher.finish()
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => generate::edit().prop_map(|edit| Act::Change(Box::new(edit))),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// Does one thing to both; the document says what it did.
fn step(document: &mut Document, model: &mut Model, act: Act) {
    match act {
        Act::Change(edit) => {
            if document.apply(*edit).is_ok() {
                model.states.truncate(model.at + 1);
                model.states.push(hash(document.plan()));
                model.at += 1;
            }
        }
        Act::Undo => {
            let wanted = if model.at == 0 {
                Walk::AtEnd
            } else {
                Walk::Done
            };
            assert_eq!(document.undo(), wanted);
            model.at = model.at.saturating_sub(1);
        }
        Act::Redo => {
            let at_end = model.at + 1 == model.states.len();
            assert_eq!(
                document.redo(),
                if at_end { Walk::AtEnd } else { Walk::Done }
            );
            model.at += usize::from(!at_end);
        }
    }
}

/// Fault 43: after each of a thousand random steps of change, undo and redo the plan is the one that a model kept.
#[test]
fn a_thousand_random_steps_lead_through_the_states_a_model_keeps() {
    const STEPS: usize = 1_000;
    let runs = if std::env::var_os("MONOSASHI_SOAK").is_some() {
        1_000
    } else {
        10
    };
    let mut runner = TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(runs)
    });
    let walks = (generate::edited_plan(), prop::collection::vec(act(), STEPS));
    let walked = |(plan, acts): (Plan, Vec<Act>)| {
        let mut document = Document::new(plan);
        let mut model = Model {
            states: vec![hash(document.plan())],
            at: 0,
        };
        for act in acts {
            step(&mut document, &mut model, act);
            prop_assert_eq!(hash(document.plan()), model.states[model.at]);
        }
        Ok(())
    };
    runner.run(&walks, walked).unwrap();
    println!("figure: 43: walks of {STEPS} steps: {runs}");
}
