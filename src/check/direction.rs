//! Directions and targets that go against each other, and targets met before the plan began.

use super::remark::Kind;
use super::vocabulary::{DWINDLING, EVILS, held};
use crate::judge::{DirectionReason, Point, Series, Side};
use crate::plan::{Bound, Direction, Indicator};

/// What is odd about where a series should go.
pub(super) fn direction(indicator: &Indicator, series: &Series) -> Vec<Kind> {
    let Some(target) = series.targets.last() else {
        return Vec::new();
    };
    // A little less of what dwindles is a goal, and a dip before it recovers a course.
    let dwindles = held(&indicator.name, DWINDLING).is_some();
    let kind = match &series.direction.reason {
        DirectionReason::Said => against(series, target),
        DirectionReason::TargetAboveBaselineIsCeiling { word } => rising(series, target, word),
        DirectionReason::TargetBelowBaselineIsFloor if !dwindles => met_before(series, target),
        // The bound holds already: it is one to stay within.
        DirectionReason::BoundOfTarget if series.direction.value == Direction::Within => {
            met_before(series, target)
        }
        _ => None,
    };
    let interim = interim(series).filter(|_| !dwindles);
    kind.into_iter().chain(interim).collect()
}

/// The direction that is set against where the target lies.
fn against(series: &Series, target: &Point) -> Option<Kind> {
    let said = series.direction.value;
    let bound_says = target.bound.map(|bound| match bound {
        Bound::AtLeast | Bound::MoreThan => Direction::Increase,
        Bound::AtMost | Bound::LessThan => Direction::Decrease,
    });
    let opposite = match said {
        Direction::Increase => Direction::Decrease,
        Direction::Decrease => Direction::Increase,
        _ => return None,
    };
    if let Some(bound_says) = bound_says {
        return (bound_says == opposite).then(|| Kind::ReversedDirection {
            said,
            from: String::new(),
            to: target.text.to_string(),
        });
    }
    let baseline = series.baseline.as_ref()?;
    let goes = if target.number > baseline.number {
        Direction::Increase
    } else {
        Direction::Decrease
    };
    let reversed = goes == opposite && target.number != baseline.number;
    reversed.then(|| Kind::ReversedDirection {
        said,
        from: baseline.text.to_string(),
        to: target.text.to_string(),
    })
}

/// A target above its baseline for what nobody plans more of.
fn rising(series: &Series, target: &Point, word: &str) -> Option<Kind> {
    let baseline = series.baseline.as_ref()?;
    held(word, EVILS).map(|word| Kind::RisingEvil {
        word: word.to_owned(),
        from: baseline.text.to_string(),
        to: target.text.to_string(),
    })
}

fn met_before(series: &Series, target: &Point) -> Option<Kind> {
    let baseline = series.baseline.as_ref()?;
    // 年6回以上 → 年6回以上 says that it is to be held.
    let is_held = baseline.number == target.number;
    (!is_held).then(|| Kind::TargetMetBefore {
        from: baseline.text.to_string(),
        to: target.text.to_string(),
    })
}

/// An interim target that the baseline meets while the final one is still ahead.
fn interim(series: &Series) -> Option<Kind> {
    let baseline = series.baseline.as_ref()?;
    let (last, interim) = series.targets.split_last()?;
    // From the baseline towards the target, so that what lies behind is below 0.
    let way = |number: f64| match series.side {
        Side::Above => number - baseline.number,
        Side::Below => baseline.number - number,
        Side::Around => 0.0,
    };
    let behind = interim.iter().find(|target| way(target.number) < 0.0)?;
    (way(last.number) > 0.0).then(|| Kind::TargetMetBefore {
        from: baseline.text.to_string(),
        to: behind.text.to_string(),
    })
}
