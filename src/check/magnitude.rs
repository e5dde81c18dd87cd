//! Ten times too much or too little: a digit slipped, or 千円 was taken for 円.

use super::remark::{Figure, Kind};
use crate::judge::{Point, Series};

/// How far, in powers of ten, a ratio may lie from 10, 100, 1,000 … : a tenth is up to a quarter more or less, as a year
/// may bring by itself.
const NEAR: f64 = 0.1;
/// Within so many times of each other figures are of one size.
const ONE_SIZE: f64 = 3.0;
/// A target so many times the actual, or that fraction of it, explains the actual.
const EXPLAINED: f64 = 1.5;
/// From which power on a target stands out against its baseline: plans do want ten and a hundred times as much of what is
/// new, but a thousand times is 千円 beside 円.
const UNLIKELY_GOAL: i32 = 3;

/// The figures of a series that are out of size.
pub(super) fn ten_times(series: &Series) -> Vec<Kind> {
    let mut found = of_actuals(series);
    found.extend(of_targets(series));
    found
}

/// Each actual against the last figure before it that is in size.
fn of_actuals(series: &Series) -> Vec<Kind> {
    let mut found = Vec::new();
    let mut before: Vec<&Point> = series.baseline.iter().collect();
    let target = series.targets.last();
    for (at, actual) in series.actuals.iter().enumerate() {
        let Some(last) = before.last() else {
            before.push(actual);
            continue;
        };
        let slipped = power(last, actual).filter(|power| {
            let explained = target.is_some_and(|target| explains(target, actual, *power));
            let confirmed = series
                .actuals
                .get(at + 1)
                .is_some_and(|next| one_size(next, actual));
            let known = target.is_some() || is_settled(&before);
            known && !explained && !confirmed
        });
        match slipped {
            Some(power) => found.push(kind(actual, last, power)),
            None => before.push(actual),
        }
    }
    found
}

/// An interim target out of size between its neighbours, and a final one that is a thousand times its baseline.
fn of_targets(series: &Series) -> Vec<Kind> {
    let mut found = Vec::new();
    let Some(baseline) = &series.baseline else {
        return found;
    };
    let Some((last, interim)) = series.targets.split_last() else {
        return found;
    };
    for target in interim.iter().filter(|_| one_size(baseline, last)) {
        found.extend(power(baseline, target).map(|power| kind(target, baseline, power)));
    }
    let unlikely = |power: &i32| power.abs() >= UNLIKELY_GOAL && baseline.number >= 10.0;
    found.extend(
        power(baseline, last)
            .filter(unlikely)
            .map(|power| kind(last, baseline, power)),
    );
    found
}

/// The power of ten, other than 0, that the second figure is near as a multiple of the first.
#[allow(clippy::cast_possible_truncation)] // a power of ten of finite figures
fn power(one: &Point, other: &Point) -> Option<i32> {
    let plain = |point: &Point| point.number > 0.0 && point.upper.is_none();
    if !plain(one) || !plain(other) {
        return None;
    }
    let power = (other.number / one.number).log10();
    let whole = power.round();
    ((power - whole).abs() <= NEAR && whole != 0.0).then_some(whole as i32)
}

/// Whether the target is itself of the size the actual came to.
fn explains(target: &Point, actual: &Point, power: i32) -> bool {
    if power > 0 {
        actual.number <= target.number * EXPLAINED
    } else {
        actual.number * EXPLAINED >= target.number
    }
}

fn one_size(one: &Point, other: &Point) -> bool {
    one.number > 0.0 && (1.0 / ONE_SIZE..=ONE_SIZE).contains(&(other.number / one.number))
}

/// Whether the last two figures are of one size, so that the next one can be out of it.
fn is_settled(before: &[&Point]) -> bool {
    match before {
        [.., one, other] => one_size(one, other),
        _ => false,
    }
}

fn kind(figure: &Point, other: &Point, power: i32) -> Kind {
    Kind::TenTimes {
        figure: Figure::of(figure),
        other: Figure::of(other),
        times: 10_u64.saturating_pow(power.unsigned_abs()),
        too_little: power < 0,
    }
}
