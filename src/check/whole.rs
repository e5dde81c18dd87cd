//! A whole plan checked.

use super::logic::{
    Owners, has_no_actual, has_no_baseline, has_no_source, is_due, output_as_outcome,
    without_indicator,
};
use super::remark::{Kind, Remark};
use super::slips::slips;
use crate::plan::{FiscalYear, Indicator, Plan, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Of so many indicators on that lack the same thing, all of them, it is said once for the plan.
const A_WHOLE: usize = 2;
/// From so many indicators on it is no chance that none of a year's actuals differs from the year before.
const A_YEAR: usize = 5;

/// Everything a person should look at: slips first, indicator by indicator, then what the plan lacks. `closed` is the last
/// fiscal year for which actuals can be had; without one none is missed. What was set aside is there too, with its reason.
#[must_use]
pub fn check(plan: &Plan, closed: Option<FiscalYear>) -> Vec<Remark> {
    let copied = copied_years(plan);
    let mut remarks = Vec::new();
    for indicator in &plan.indicators {
        // Two figures of one period may be written the same; what is said of them is said once.
        let mut keys = BTreeSet::new();
        for kind in slips(indicator) {
            let is_copied = |(year, _): &(FiscalYear, usize)| {
                let figure = kind.figure();
                figure.and_then(|figure| figure.period.year()) == Some(year.0)
            };
            let said_below = matches!(kind, Kind::StaleCopy { .. }) && copied.iter().any(is_copied);
            if !said_below && keys.insert(kind.key()) {
                remarks.push(Remark::indicator(&indicator.id, kind));
            }
        }
        let outcome = output_as_outcome(indicator);
        remarks.extend(outcome.map(|kind| Remark::indicator(&indicator.id, kind)));
    }
    for (year, count) in copied {
        remarks.push(Remark::plan(Kind::StaleYear { year }, count));
    }
    remarks.extend(without_indicator(plan));
    let all: Vec<&Indicator> = plan.indicators.iter().collect();
    let owners = Owners::of(plan);
    let no_owner = |it: &Indicator| owners.lack(it);
    lacking(&all, &Kind::NoOwner, &no_owner, &mut remarks);
    lacking(&all, &Kind::NoBaseline, &has_no_baseline, &mut remarks);
    lacking(&all, &Kind::NoSource, &has_no_source, &mut remarks);
    if let Some(year) = closed {
        let due = all
            .into_iter()
            .filter(|it| is_due(plan, it, year))
            .collect::<Vec<_>>();
        let no_actual = |it: &Indicator| has_no_actual(it, year);
        lacking(&due, &Kind::NoActual { year }, &no_actual, &mut remarks);
    }
    remarks
        .into_iter()
        .map(|remark| remark.looked_up(plan))
        .collect()
}

/// The indicators that lack something, one by one; said once for the plan where all of them do.
fn lacking(
    indicators: &[&Indicator],
    kind: &Kind,
    lacks: &dyn Fn(&Indicator) -> bool,
    remarks: &mut Vec<Remark>,
) {
    let lacking: Vec<_> = indicators.iter().filter(|it| lacks(it)).collect();
    if lacking.len() >= A_WHOLE && lacking.len() == indicators.len() {
        remarks.push(Remark::plan(kind.clone(), lacking.len()));
    } else {
        let each = lacking.into_iter();
        remarks.extend(each.map(|it| Remark::indicator(&it.id, kind.clone())));
    }
}

/// The years all of whose actuals are those of the year before, and how many they are.
fn copied_years(plan: &Plan) -> Vec<(FiscalYear, usize)> {
    // By year, how many actuals have one of the year before, and how many of them are the same.
    let mut counts: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for indicator in &plan.indicators {
        let baseline = indicator.baseline.iter();
        let observed = baseline.map(|one| (one.period.year(), &one.value));
        let actuals = indicator.actuals.iter();
        let known: Vec<(i32, &Value)> = observed
            .chain(actuals.map(|one| (one.period.year(), &one.value)))
            .filter(|(_, value)| value.single().is_some())
            .filter_map(|(year, value)| Some((year?, value)))
            .collect();
        for pair in known.windows(2) {
            let [(before, old), (year, new)] = pair else {
                continue;
            };
            if *year == before + 1 {
                let (pairs, same) = counts.entry(*year).or_default();
                *pairs += 1;
                *same += usize::from(old == new);
            }
        }
    }
    counts
        .into_iter()
        .filter(|(_, (pairs, same))| *pairs >= A_YEAR && pairs == same)
        .map(|(year, (pairs, _))| (FiscalYear(year), pairs))
        .collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::check::Subject;
    use crate::plan::generate;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(300)))]

        #[test]
        fn every_remark_names_an_item_that_is_there_and_stands_once(plan in generate::plan()) {
            let mut seen = BTreeSet::new();
            for remark in check(&plan, Some(FiscalYear(2024))) {
                let there = match &remark.subject {
                    Subject::Plan => remark.count > 1,
                    Subject::Indicator(id) => plan.indicator(id).is_some(),
                    Subject::Initiative(id) => plan.initiatives.iter().any(|it| it.id == *id),
                    Subject::Section(_) => false,
                };
                prop_assert!(there, "{remark:?}");
                prop_assert!(seen.insert((remark.subject.id(), remark.kind.key())), "{remark:?}");
            }
        }
    }
}
