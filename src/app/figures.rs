//! The rows of an indicator's table of figures: one a year from the baseline to the final target.

use super::set;
use crate::plan::{Actual, FiscalYear, Indicator, Observation, Period, PlanPeriod};
use std::collections::BTreeSet;

/// The most years a table spells out; between farther ends only the years that hold something.
const MOST_YEARS: i32 = 20;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// The period.
    pub period: Period,
    /// The baseline, where it stands in this period.
    pub baseline: Option<Observation>,
    /// The target for this period, and whether it is the final one.
    pub target: Option<(Observation, bool)>,
    /// The actual entered for this period.
    pub actual: Option<Actual>,
    /// Whether an actual can be entered: not for the baseline, not for years to come.
    pub open: bool,
}

/// The rows of an indicator, in order of time, those of unknown years first; `now` is the current fiscal year.
#[must_use]
pub fn figure_rows(indicator: &Indicator, plan: PlanPeriod, now: FiscalYear) -> Vec<FigureRow> {
    let held = held_periods(indicator);
    let mut periods: BTreeSet<Period> = set(held.iter().copied());
    let years = held.iter().filter_map(|period| period.fiscal_year());
    let years: Vec<FiscalYear> = years.chain(plan.start).chain(plan.end).collect();
    match years.iter().min().zip(years.iter().max()) {
        Some((first, last)) if last.0 - first.0 <= MOST_YEARS => {
            periods.extend((first.0..=last.0).map(|year| Period::FiscalYear(FiscalYear(year))));
        }
        _ => {
            periods.insert(Period::FiscalYear(now));
        }
    }
    let unknown = periods.take(&Period::Unknown);
    let in_order = unknown.into_iter().chain(periods);
    in_order
        .flat_map(|period| rows_of(indicator, period, now))
        .collect()
}

fn held_periods(indicator: &Indicator) -> Vec<Period> {
    let observed = indicator
        .baseline
        .iter()
        .chain(&indicator.targets)
        .map(|item| item.period);
    observed
        .chain(indicator.actuals.iter().map(|actual| actual.period))
        .collect()
}

/// The row of one period, and, where several things of unknown years share it, one row each.
fn rows_of(indicator: &Indicator, period: Period, now: FiscalYear) -> Vec<FigureRow> {
    let last = indicator.targets.len().saturating_sub(1);
    let baseline = indicator
        .baseline
        .clone()
        .filter(|baseline| baseline.period == period);
    let actual = indicator
        .actuals
        .iter()
        .find(|actual| actual.period == period)
        .cloned();
    let targets = indicator
        .targets
        .iter()
        .enumerate()
        .filter(|(_, target)| target.period == period);
    let mut targets = targets.map(|(index, target)| (target.clone(), index == last));
    let apart = period == Period::Unknown;
    let open = baseline.is_none() && matches!(period, Period::FiscalYear(year) if year <= now);
    let first = FigureRow {
        period,
        target: if apart && baseline.is_some() {
            None
        } else {
            targets.next()
        },
        baseline,
        actual,
        open,
    };
    let others = targets.map(|target| FigureRow {
        period,
        baseline: None,
        target: Some(target),
        actual: None,
        open: false,
    });
    let mut rows = vec![first];
    rows.extend(others);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observation(year: Option<i32>, text: &str) -> Observation {
        Observation {
            period: year.map_or(Period::Unknown, |year| Period::FiscalYear(FiscalYear(year))),
            text: text.to_owned(),
            ..Observation::default()
        }
    }

    #[test]
    fn every_year_from_the_baseline_to_the_target_has_a_row() {
        let indicator = Indicator {
            baseline: Some(observation(Some(2024), "1")),
            targets: vec![observation(Some(2029), "2")],
            ..Indicator::default()
        };
        let rows = figure_rows(&indicator, PlanPeriod::default(), FiscalYear(2026));
        let open: Vec<bool> = rows.iter().map(|row| row.open).collect();
        assert_eq!(open, [false, true, true, false, false, false]);
        assert!(
            rows[0].baseline.is_some() && rows[5].target.as_ref().is_some_and(|(_, last)| *last)
        );
    }

    #[test]
    fn a_baseline_and_a_target_of_unknown_years_keep_their_own_rows() {
        let indicator = Indicator {
            baseline: Some(observation(None, "1")),
            targets: vec![observation(None, "2"), observation(Some(2030), "3")],
            ..Indicator::default()
        };
        let rows = figure_rows(&indicator, PlanPeriod::default(), FiscalYear(2030));
        assert_eq!(rows.len(), 3);
        assert!(rows[0].baseline.is_some() && rows[0].target.is_none());
        assert_eq!(rows[1].target, Some((observation(None, "2"), false)));
        assert!(rows[2].open);
    }

    #[test]
    fn an_indicator_without_any_year_can_still_be_entered() {
        let rows = figure_rows(
            &Indicator::default(),
            PlanPeriod::default(),
            FiscalYear(2026),
        );
        assert!(rows.iter().any(|row| row.open));
    }

    #[test]
    fn years_far_apart_have_a_row_only_where_they_hold_something_and_for_now() {
        let indicator = Indicator {
            baseline: Some(observation(Some(1930), "1")),
            targets: vec![observation(Some(2029), "2")],
            ..Indicator::default()
        };
        assert_eq!(
            figure_rows(&indicator, PlanPeriod::default(), FiscalYear(2026)).len(),
            3
        );
    }
}
