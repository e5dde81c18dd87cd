//! What the CSV says is read back by room `read`.
#![allow(clippy::unwrap_used)]
use crate::plan::{Id, Indicator, Plan, generate};
use crate::read::read_text;
use crate::write::indicators_csv;
use proptest::prelude::*;

/// What the CSV holds of an indicator: its section is only named there, its initiatives are not, and what was
/// understood of a value follows from its text.
fn held(indicator: &Indicator) -> impl PartialEq + std::fmt::Debug {
    let baseline = indicator
        .baseline
        .iter()
        .map(|value| (value.period, value.text.clone()))
        .collect::<Vec<_>>();
    let mut targets = indicator
        .targets
        .iter()
        .map(|value| (value.period, value.text.clone()))
        .collect::<Vec<_>>();
    targets.dedup(); // the same target twice in a row is one value of several figures in the CSV
    let entered = |actual: &crate::plan::Actual| {
        (
            actual.period,
            actual.text.clone(),
            actual.note.clone(),
            actual.entered_at.clone(),
            actual.entered_by.clone(),
            actual.half_year,
        )
    };
    let actuals = indicator.actuals.iter().map(entered).collect::<Vec<_>>();
    let texts = [
        &indicator.id.0,
        &indicator.number,
        &indicator.name,
        &indicator.kind,
        &indicator.unit,
        &indicator.measurement,
        &indicator.published_rate,
        &indicator.note,
    ]
    .map(Clone::clone);
    (
        baseline,
        targets,
        actuals,
        texts,
        indicator.direction,
        indicator.accumulation,
        indicator.provenance.clone(),
    )
}

#[test]
fn a_csv_of_nothing_but_headings_is_read_as_nothing() {
    assert_eq!(
        read_text("a.csv", &indicators_csv(&Plan::default())).plans,
        []
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(generate::cases(64)))]
    /// Fault 25: an exported table is read back as it was, whatever its texts begin with.
    #[test]
    fn every_indicator_is_read_back_as_it_was(plan in generate::plan()) {
        let reading = read_text("a.csv", &indicators_csv(&plan));
        let named = |indicator: &&Indicator| !indicator.name.trim().is_empty() || indicator.id != Id::default();
        let expected: Vec<_> = plan.indicators.iter().filter(named).map(held).collect();
        let read: Vec<_> = reading.plans.iter().flat_map(|plan| &plan.indicators).map(held).collect();
        prop_assert_eq!(read, expected, "{:?}", reading.findings);
    }
}
