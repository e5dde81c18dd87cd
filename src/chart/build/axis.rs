//! Round figures along an axis, and how they are said.
//!
//! plotters has key points of its own, but they do not end for ranges below 2⁻⁵² and panic on some others.

use crate::chart::format::{decimals_of, figure, is_percent, power_of_ten};
use crate::chart::words::ChartTerms;
use crate::plan::split_scale;

/// At least so many steps lead up an axis.
const STEPS: f64 = 3.0;

/// An axis that holds all figures.
#[derive(Debug, PartialEq)]
pub struct Axis {
    /// The figure at the bottom.
    pub low: f64,
    /// The figure at the top.
    pub high: f64,
    /// Round figures from the bottom up, as shown.
    pub ticks: Vec<(f64, String)>,
    /// What the ticks count, where they do not say it themselves: `円`.
    pub unit: String,
}

/// The axis for figures between two others, stepped no finer than the figures are written. It begins at 0 where that does not flatten the picture, and never ends
/// beyond 100 per cent for figures that do not.
pub fn axis(low: f64, high: f64, decimals: u8, unit: &str, terms: &ChartTerms) -> Axis {
    let finest = 10_f64.powi(-i32::from(decimals));
    let (low, high) = ends(low, high, finest, is_percent(unit));
    let step = round_step((high - low) / STEPS).max(finest);
    let values = ticks(low, high, step);
    let (scale, base) = split_scale(unit);
    #[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
    let scale = scale as f64;
    let said = saying(step * scale, high.abs().max(low.abs()) * scale, terms);
    let suffix = if is_percent(unit) { unit } else { "" };
    let ticks = values
        .into_iter()
        .map(|value| {
            let label = match said {
                Saying::Magnitude {
                    size,
                    word,
                    decimals,
                } if value != 0.0 => figure(value * scale / size, decimals, word),
                Saying::Magnitude { .. } => figure(0.0, 0, ""),
                Saying::Plain => figure(value, decimals_of(step, 12).unwrap_or(0), suffix),
            };
            (value, label)
        })
        .collect();
    let unit = match said {
        _ if is_percent(unit) => "",
        Saying::Magnitude { .. } => base,
        Saying::Plain => unit,
    };
    Axis {
        low,
        high,
        ticks,
        unit: unit.to_owned(),
    }
}

/// The figures at the bottom and at the top.
fn ends(low: f64, high: f64, finest: f64, percent: bool) -> (f64, f64) {
    if low >= 0.0 && low <= high * 0.5 && high > 0.0 {
        return (0.0, high * 1.04);
    }
    let length = if high > low {
        high - low
    } else {
        high.abs() * 0.2
    };
    let length = length.max(finest * 2.0).max(f64::MIN_POSITIVE * 1e3);
    let mut bottom = low - length * 0.15;
    let mut top = high + length * 0.1;
    if low >= 0.0 {
        bottom = bottom.max(0.0);
    }
    if percent && high <= 100.0 {
        top = top.min(100.0);
    }
    if bottom < top {
        (bottom, top)
    } else {
        (bottom, bottom + 1.0)
    }
}

/// The greatest of 1, 2 and 5 times a power of ten that is not longer.
fn round_step(length: f64) -> f64 {
    let power = 10_f64.powi(power_of_ten(length));
    let steps = [5.0, 2.0, 1.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step <= length)
        .unwrap_or(power)
}

/// The multiples of a step between two ends; only the ends where figures are too small or too close to be stepped.
fn ticks(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = (low / step).ceil();
    if !step.is_normal() || !first.is_finite() || first.abs() > 1e12 {
        return vec![low, high];
    }
    (0..12)
        .map(|index| (first + f64::from(index)) * step)
        .take_while(|value| *value <= high)
        // −0 is written with a sign.
        .map(|value| value + 0.0)
        .collect()
}

/// How the ticks are said.
#[derive(Clone, Copy)]
enum Saying {
    /// In a word for large numbers: `4億`.
    Magnitude {
        size: f64,
        word: &'static str,
        decimals: u8,
    },
    /// In digits: `41,200`.
    Plain,
}

/// The greatest word that says every tick with at most one decimal.
fn saying(step: f64, greatest: f64, terms: &ChartTerms) -> Saying {
    let fitting = terms
        .magnitudes
        .iter()
        .filter(|(size, _)| greatest >= *size);
    fitting
        .filter_map(|(size, word)| {
            let decimals = decimals_of(step / size, 1)?;
            Some(Saying::Magnitude {
                size: *size,
                word,
                decimals,
            })
        })
        .next()
        .unwrap_or(Saying::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> ChartTerms {
        ChartTerms {
            magnitudes: &[(1e8, "億"), (1e4, "万")],
            ..ChartTerms::default()
        }
    }

    fn labels(low: f64, high: f64, unit: &str) -> Vec<String> {
        axis(low, high, 0, unit, &terms())
            .ticks
            .into_iter()
            .map(|tick| tick.1)
            .collect()
    }

    #[test]
    fn large_figures_are_said_in_words_and_others_in_digits() {
        assert_eq!(
            labels(70_709_000.0, 411_519_000.0, "円"),
            ["0", "1億", "2億", "3億", "4億"]
        );
        assert_eq!(labels(14.3, 35.0, "%"), ["0%", "10%", "20%", "30%"]);
        assert_eq!(
            labels(41_000.0, 41_616.0, "人"),
            ["41,000", "41,200", "41,400", "41,600"]
        );
    }

    #[test]
    fn an_axis_does_not_begin_at_zero_where_that_would_flatten_the_picture() {
        let axis = axis(88.1, 90.4, 1, "%", &terms());
        assert!(axis.low > 80.0 && axis.high < 95.0);
        assert!(super::axis(99.7, 99.7, 1, "%", &terms()).high <= 100.0);
    }

    #[test]
    fn any_range_has_few_ticks_inside_it() {
        let figures = [
            0.0, 5e-324, -1e-300, 0.3, -7.0, 41_616.0, 1e16, -1e300, 1e300,
        ];
        let ranges = figures
            .into_iter()
            .flat_map(|low| figures.map(|high| (low, high)));
        for (low, high) in ranges.filter(|(low, high)| low <= high) {
            for decimals in [0, 1, 20] {
                let axis = axis(low, high, decimals, "", &terms());
                assert!(axis.low < axis.high, "{low} {high}");
                assert!((1..=12).contains(&axis.ticks.len()), "{axis:?}");
                let inside = axis.low..=axis.high;
                assert!(
                    axis.ticks.iter().all(|tick| inside.contains(&tick.0)),
                    "{axis:?}"
                );
            }
        }
    }
}
