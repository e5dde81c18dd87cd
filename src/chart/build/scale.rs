//! What a ruler measures: a way from a baseline to a target, or the distance to a limit.

use super::figures::placeable;
use crate::chart::format::is_percent;
use crate::chart::spec::Allowed;
use crate::judge::{Point, Series, Side};
use crate::plan::Bound;

/// 同水準: within ten per cent of the target (domain: 長与町's rule).
const SAME_LEVEL: f64 = 0.1;

/// What there is to measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// From the baseline to the target.
    Progress {
        /// b.
        from: f64,
        /// t.
        to: f64,
    },
    /// There is no baseline: from 0 to the target, as formula B counts it.
    FromZero,
    /// The target is a limit to keep: already met at the start, a range, or without a start to come from.
    Limit(Allowed),
    /// There is no figure to reach.
    None,
}

impl Way {
    /// What a series measures.
    pub fn of(series: &Series) -> Self {
        let Some(target) = series.targets.last() else {
            return Self::None;
        };
        let allowed = allowed(series, target);
        match &series.baseline {
            Some(baseline) => Self::from(placeable(baseline.number), allowed, target),
            None if series.side == Side::Above && target.upper.is_none() && target.number > 0.0 => {
                Self::FromZero
            }
            None => Self::Limit(allowed),
        }
    }

    /// From a baseline: a way to the nearest figure that is allowed, unless it is there already (or the target is to be on
    /// the same level, which names no figure to reach).
    fn from(baseline: f64, allowed: Allowed, target: &Point) -> Self {
        match (allowed.low, allowed.high) {
            _ if meets(allowed, baseline) => Self::Limit(allowed),
            (Some(_), Some(_)) if target.upper.is_none() => Self::Limit(allowed),
            (Some(low), _) if baseline < low => Self::Progress {
                from: baseline,
                to: low,
            },
            (_, Some(high)) => Self::Progress {
                from: baseline,
                to: high,
            },
            _ => Self::Limit(allowed),
        }
    }
}

/// The figures that meet a target: its range, its side, else the same level (room `judge` counts it the same way).
pub fn allowed(series: &Series, target: &Point) -> Allowed {
    let number = placeable(target.number);
    let (low, high) =
        match (target.upper, series.side, target.bound) {
            (Some(upper), ..) => {
                let upper = placeable(upper);
                (Some(number.min(upper)), Some(number.max(upper)))
            }
            (None, Side::Above, _)
            | (None, Side::Around, Some(Bound::AtLeast | Bound::MoreThan)) => (Some(number), None),
            (None, Side::Below, _)
            | (None, Side::Around, Some(Bound::AtMost | Bound::LessThan)) => (None, Some(number)),
            (None, Side::Around, None) => {
                let margin = number.abs() * SAME_LEVEL;
                (Some(number - margin), Some(number + margin))
            }
        };
    Allowed { low, high }
}

fn meets(allowed: Allowed, number: f64) -> bool {
    allowed.low.is_none_or(|low| number >= low) && allowed.high.is_none_or(|high| number <= high)
}

/// The ends of a scale around a limit, better on the right: room for every figure and for some distance on both sides
/// of the limit, but no percentage above 100 and nothing below 0 where the figures know neither.
pub fn around_limit(allowed: Allowed, figures: &[f64], unit: &str) -> (f64, f64) {
    let ends = || allowed.low.into_iter().chain(allowed.high);
    let all = || figures.iter().copied().chain(ends());
    let (low, high) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let size = ends().map(f64::abs).fold(0.0, f64::max);
    let apart = if high > low { 0.005 } else { 0.05 };
    let room = ((high - low) * 0.35)
        .max(size * apart)
        .max(f64::MIN_POSITIVE * 1e3);
    let mut start = low - room;
    let mut end = high + room;
    if low >= 0.0 {
        start = start.max(0.0);
    }
    if is_percent(unit) && high <= 100.0 {
        end = end.min(100.0);
    }
    if start >= end {
        end = start + 1.0;
    }
    if allowed.low.is_none() {
        (end, start)
    } else {
        (start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(number: f64) -> Point<'static> {
        Point {
            number,
            ..Point::default()
        }
    }

    fn series(baseline: Option<f64>, target: f64, side: Side) -> Series<'static> {
        let baseline = baseline.map(point);
        Series {
            baseline,
            targets: vec![point(target)],
            side,
            ..Series::default()
        }
    }

    #[test]
    fn a_target_ahead_is_a_way_in_either_direction() {
        let up = Way::of(&series(Some(14.3), 35.0, Side::Above));
        assert_eq!(
            up,
            Way::Progress {
                from: 14.3,
                to: 35.0
            }
        );
        let down = Way::of(&series(Some(89.4), 89.0, Side::Below));
        assert_eq!(
            down,
            Way::Progress {
                from: 89.4,
                to: 89.0
            }
        );
    }

    #[test]
    fn a_target_met_at_the_start_is_a_limit_to_keep() {
        let floor = Allowed {
            low: Some(41_000.0),
            high: None,
        };
        assert_eq!(
            Way::of(&series(Some(41_616.0), 41_000.0, Side::Above)),
            Way::Limit(floor)
        );
        let ceiling = Allowed {
            low: None,
            high: Some(10.0),
        };
        assert_eq!(
            Way::of(&series(Some(9.3), 10.0, Side::Below)),
            Way::Limit(ceiling)
        );
        assert!(matches!(
            Way::of(&series(Some(28.0), 28.0, Side::Above)),
            Way::Limit(_)
        ));
        assert!(matches!(
            Way::of(&series(Some(5.0), 28.0, Side::Around)),
            Way::Limit(_)
        ));
    }

    #[test]
    fn without_a_baseline_more_counts_from_zero_and_less_from_the_limit() {
        assert_eq!(Way::of(&series(None, 40.0, Side::Above)), Way::FromZero);
        assert!(matches!(
            Way::of(&series(None, 40.0, Side::Below)),
            Way::Limit(_)
        ));
        assert_eq!(Way::of(&Series::default()), Way::None);
    }

    #[test]
    fn a_scale_around_a_limit_runs_toward_what_is_better_and_stays_where_figures_can_be() {
        let floor = Allowed {
            low: Some(99.7),
            high: None,
        };
        let (start, end) = around_limit(floor, &[99.7], "%");
        assert!(start < 99.7 && end <= 100.0 && end > 99.7);
        let ceiling = Allowed {
            low: None,
            high: Some(10.0),
        };
        let (start, end) = around_limit(ceiling, &[9.3], "%");
        assert!(start > 10.0 && (0.0..9.3).contains(&end));
        let nothing = Allowed {
            low: Some(0.0),
            high: None,
        };
        let (start, end) = around_limit(nothing, &[], "");
        assert!(start < end);
    }
}
