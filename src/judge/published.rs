//! The rate a town published (公表値) beside the computed one.

use super::{Judgement, Yardstick, judge_by};
use crate::plan::{FiscalYear, Formula, Indicator, PlanPeriod, UnitHint, parse_value};

/// A published rate, and what it is beside the computed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The rate as a fraction.
    pub rate: f64,
    /// Published less computed, in points of a per cent as far as the published one has decimals; 0 when they are the
    /// same, none when there is no computed rate.
    pub gap: Option<f64>,
    /// Where they differ: the formula that gives the published rate, if one does.
    pub formula: Option<Formula>,
}

/// The published rate of an indicator beside its judgement; none when it has none that is a figure.
#[must_use]
pub fn published(
    indicator: &Indicator,
    judgement: &Judgement,
    period: PlanPeriod,
    as_of: Option<FiscalYear>,
) -> Option<Published> {
    let text = indicator.published_rate.trim();
    if text.is_empty() {
        return None;
    }
    let hint = UnitHint {
        unit: "%".to_owned(),
    };
    let value = parse_value(text, &hint);
    let figure = value.single()?;
    if !matches!(figure.unit.as_str(), "" | "%") {
        return None;
    }
    let decimals = i32::from(figure.decimals.min(6));
    let gap_to = |rate: f64| {
        let shift = 10_f64.powi(decimals);
        let computed = half_up(rate * 100.0 * shift);
        (half_up(figure.number * shift) - computed) / shift
    };
    let gap = judgement.rate.map(gap_to);
    let is_the_same = |formula: &Formula| {
        let by = Yardstick {
            formula: Some(*formula),
            ..Yardstick::default()
        };
        let rate = judge_by(indicator, period, as_of, &by).rate;
        rate.is_some_and(|rate| gap_to(rate) == 0.0)
    };
    let formula = match gap {
        Some(0.0) => None,
        _ => FORMULAS.into_iter().find(is_the_same),
    };
    Some(Published {
        rate: figure.number / 100.0,
        gap,
        formula,
    })
}

/// In the order of how usual they are.
const FORMULAS: [Formula; 5] = [
    Formula::A,
    Formula::B,
    Formula::C,
    Formula::D,
    Formula::Cagr,
];

/// A fraction in tenths of a per cent, rounded half up as offices round (四捨五入: halves away from 0).
#[must_use]
pub fn tenths_of_percent(fraction: f64) -> f64 {
    half_up(fraction * 1000.0)
}

/// A half that a division left a hair too small is a half all the same. Figures of plans are far from having so many
/// digits that anything else could come so near to one.
fn half_up(number: f64) -> f64 {
    let hair = 1e-9 * number.abs().max(1.0);
    let rounded = (number.abs() + 0.5 + hair).floor().copysign(number);
    rounded + 0.0 // no minus nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_nothing_whatever_the_division_left() {
        assert_eq!(tenths_of_percent(0.1235), 124.0);
        assert_eq!(tenths_of_percent(-0.1235), -124.0);
        assert_eq!(tenths_of_percent(0.12349), 123.0);
        assert_eq!(tenths_of_percent(1.005 - 0.0005), 1005.0);
        // 2.07 / 4 is 51.75 %, which no binary fraction is.
        assert_eq!(tenths_of_percent(2.07 / 4.0), 518.0);
        assert!(tenths_of_percent(-0.0001).is_sign_positive());
    }
}
