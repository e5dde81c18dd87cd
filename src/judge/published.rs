//! The rate a town published (公表値) beside the computed one.

use super::{Judgement, Series, Side, Yardstick, judge_by, newest_actual, series};
use crate::plan::{FiscalYear, Formula, Indicator, PlanPeriod, UnitHint, parse_value};

/// A published rate, and what it is beside the computed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The rate as a fraction.
    pub rate: f64,
    /// Published less computed, in points of a per cent as far as the published one has decimals; 0 when they are the
    /// same, none when there is no computed rate.
    pub gap: Option<f64>,
    /// Where they differ: how the published rate was worked out, if one of the usual ways gives it.
    pub way: Option<Way>,
}

/// How a town works out a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a formula.
    Formula(Formula),
    /// a / t with the target of the actual's own year.
    OfTheYear,
    /// t / a, where lower is better; t is the year's own target or else the final one.
    Reversed,
    /// 2 − a / t, where lower is better: as far short of a whole as the actual is over the target.
    Mirrored,
}

/// The published rate of an indicator beside its judgement; none when it has none that is a figure. It belongs to the newest
/// actual: as of a year before that, it is one of that year only where it can be explained.
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
    let rate = Rate {
        percent: figure.number,
        decimals: i32::from(figure.decimals.min(6)),
    };
    let (gap, way) = rate.explained(indicator, judgement, period, as_of);
    let is_explained = |gap: Option<f64>, way: Option<Way>| gap == Some(0.0) || way.is_some();
    // A spreadsheet shows 0.8 where nobody asked it for 80%.
    if !text.contains(['%', '％']) && !is_explained(gap, way) {
        let rate = Rate {
            percent: figure.number * 100.0,
            decimals: (rate.decimals - 2).max(0),
        };
        let (gap, way) = rate.explained(indicator, judgement, period, as_of);
        if is_explained(gap, way) {
            let rate = figure.number;
            return Some(Published { rate, gap, way });
        }
    }
    let year = |as_of| newest_actual(indicator, as_of).map(|actual| actual.period);
    let is_of_it = as_of.is_none() || year(as_of) == year(None) || is_explained(gap, way);
    is_of_it.then_some(Published {
        rate: figure.number / 100.0,
        gap,
        way,
    })
}

/// A rate as it is published: per cent, with so many decimals.
#[derive(Clone, Copy)]
struct Rate {
    percent: f64,
    decimals: i32,
}

impl Rate {
    /// How far it is from the computed one, and how else it may have been worked out.
    fn explained(
        self,
        indicator: &Indicator,
        judgement: &Judgement,
        period: PlanPeriod,
        as_of: Option<FiscalYear>,
    ) -> (Option<f64>, Option<Way>) {
        let gap = judgement.rate.map(|computed| self.gap_to(computed));
        let is_the_same = |rate: f64| self.gap_to(rate) == 0.0;
        let way = match gap {
            Some(0.0) => None,
            _ => by_formula(indicator, period, as_of, is_the_same)
                .or_else(|| otherwise(indicator, judgement, is_the_same)),
        };
        (gap, way)
    }

    fn gap_to(self, computed: f64) -> f64 {
        let shift = 10_f64.powi(self.decimals);
        let computed = half_up(computed * 100.0 * shift);
        (half_up(self.percent * shift) - computed) / shift
    }
}

/// The formula that gives a rate which is the same.
fn by_formula(
    indicator: &Indicator,
    period: PlanPeriod,
    as_of: Option<FiscalYear>,
    is_the_same: impl Fn(f64) -> bool,
) -> Option<Way> {
    let gives_it = |formula: &Formula| {
        let by = Yardstick {
            formula: Some(*formula),
            ..Yardstick::default()
        };
        let rate = judge_by(indicator, period, as_of, &by).rate;
        rate.is_some_and(&is_the_same)
    };
    FORMULAS.into_iter().find(gives_it).map(Way::Formula)
}

/// Another way that gives a rate which is the same.
fn otherwise(
    indicator: &Indicator,
    judgement: &Judgement,
    is_the_same: impl Fn(f64) -> bool,
) -> Option<Way> {
    let series = series(indicator);
    let [only] = series.as_slice() else {
        return None;
    };
    let mut ways = other_ways(only, judgement).into_iter();
    ways.find(|(_, rate)| is_the_same(*rate))
        .map(|(way, _)| way)
}

/// The ways that are no formula of the rules, with the rate that each gives the actual judged.
fn other_ways(series: &Series, judgement: &Judgement) -> Vec<(Way, f64)> {
    let year = judgement.period.year();
    let is_judged = |point: &&super::Point| point.period == judgement.period;
    let actual = series.actuals.iter().rfind(is_judged);
    let of_year = series
        .targets
        .iter()
        .find(|target| year.is_some() && target.period.year() == year);
    let falls = series.side == Side::Below;
    let targets = [of_year, series.targets.last()];
    let pairs = targets
        .into_iter()
        .enumerate()
        .filter_map(move |(place, target)| {
            let (actual, target) = (actual?.number, target?.number);
            (actual > 0.0 && target > 0.0).then_some((place == 0, actual, target))
        });
    let rates = pairs.flat_map(move |(is_of_year, actual, target)| {
        [
            (is_of_year, Way::OfTheYear, actual / target),
            (falls, Way::Reversed, target / actual),
            (falls, Way::Mirrored, 2.0 - actual / target),
        ]
    });
    rates
        .filter_map(|(holds, way, rate)| holds.then_some((way, rate)))
        .collect()
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
