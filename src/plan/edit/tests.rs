#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;

use crate::plan::generate::{edit, edited_plan as plan};

fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        default.cases
    } else {
        1_000
    };
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_edit_and_its_inverse_leave_the_plan_as_it_was(original in plan(), edit in edit()) {
        let mut plan = original.clone();
        // A refused edit must leave the plan as it was too.
        if let Ok(inverse) = edit.apply(&mut plan) {
            let changed = plan.clone();
            let again = inverse.apply(&mut plan).unwrap();
            prop_assert_eq!(&plan, &original);
            again.apply(&mut plan).unwrap();
            prop_assert_eq!(&plan, &changed);
        }
        else {
            prop_assert_eq!(&plan, &original);
        }
    }

    #[test]
    fn undoing_all_gives_the_original_and_redoing_all_the_last(
        original in plan(),
        edits in prop::collection::vec(edit(), 0..12),
    ) {
        let mut plan = original.clone();
        let mut undo: Vec<Edit> = edits.into_iter().filter_map(|edit| edit.apply(&mut plan).ok()).collect();
        let last = plan.clone();
        let mut redo = Vec::new();
        while let Some(edit) = undo.pop() {
            redo.push(edit.apply(&mut plan).unwrap());
        }
        prop_assert_eq!(&plan, &original);
        while let Some(edit) = redo.pop() {
            edit.apply(&mut plan).unwrap();
        }
        prop_assert_eq!(&plan, &last);
    }

    #[test]
    fn an_edit_in_json_is_the_same_edit(edit in edit()) {
        let json = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&json).unwrap(), edit);
    }
}

fn plan_with_actuals(years: &[i32]) -> Plan {
    let actual = |year: &i32| Actual {
        period: Period::FiscalYear(FiscalYear(*year)),
        ..Actual::default()
    };
    let actuals = years.iter().map(actual).collect();
    let indicator = Indicator {
        id: Id::from("a"),
        actuals,
        ..Indicator::default()
    };
    Plan {
        indicators: vec![indicator],
        ..Plan::default()
    }
}

fn set_actual(period: Period) -> Edit {
    let actual = Some(Actual {
        period,
        ..Actual::default()
    });
    Edit::SetActual {
        indicator: Id::from("a"),
        period,
        actual,
    }
}

#[test]
fn a_new_actual_stands_in_order_of_time_and_an_unknown_year_last() {
    let mut plan = plan_with_actuals(&[2021, 2023]);
    for period in [
        Period::Unknown,
        Period::FiscalYear(FiscalYear(2022)),
        Period::FiscalYear(FiscalYear(2024)),
    ] {
        set_actual(period).apply(&mut plan).unwrap();
    }
    let years: Vec<_> = plan.indicators[0]
        .actuals
        .iter()
        .map(|actual| actual.period.year())
        .collect();
    assert_eq!(
        years,
        [Some(2021), Some(2022), Some(2023), Some(2024), None]
    );
}

#[test]
fn an_actual_for_another_period_is_refused() {
    let mut plan = plan_with_actuals(&[]);
    let edit = Edit::SetActual {
        indicator: Id::from("a"),
        period: Period::FiscalYear(FiscalYear(2022)),
        actual: Some(Actual::default()),
    };
    assert_eq!(edit.apply(&mut plan), Err(EditError::PeriodMismatch));
}

#[test]
fn together_is_all_or_none() {
    let mut plan = plan_with_actuals(&[2021]);
    let original = plan.clone();
    let no_such = Edit::CloseQuestion {
        question: Id::from("nowhere"),
    };
    let edits = vec![set_actual(Period::Unknown), no_such];
    let refused = Edit::Together { edits }.apply(&mut plan);
    assert_eq!(refused, Err(EditError::NoSuchItem(Id::from("nowhere"))));
    assert_eq!(plan, original);
}
