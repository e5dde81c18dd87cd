//! Where a figure should go, with the reason why it is read so.
//!
//! Plans seldom say it. A target above its baseline is to be reached; one below it is to be come down to only where
//! something says so (a bound, a word, a zero), and otherwise the least that is to be held: a town that plans for 41,000
//! inhabitants out of 41,616 does not wish to shrink.

use super::better_words::{Figures, lower_is_better};
use super::goal::Goal;
use super::series::{Point, Series, Side};
use super::vocabulary::Words;
use super::{DirectionReason, Inferred};
use crate::plan::{Bound, Direction, Indicator, Value};

/// A direction with its reason, and the side of the targets it means.
pub(super) type Reading = (Inferred<Direction, DirectionReason>, Side);

/// The direction of one series, by its figures, its label and its indicator's name; set by a person or the document, it is
/// as set. `name`: the words of the indicator's name.
pub(super) fn of_series(indicator: &Indicator, name: &Words, series: &Series) -> Reading {
    let names = &Names {
        label: Words::of(&series.label),
        indicator: *name,
        is_rank: series.unit == RANK,
    };
    let baseline = series.baseline.as_ref();
    let (direction, reason, side) = match series.targets.last() {
        Some(target) => inferred(names, baseline, target),
        None => by_name(names),
    };
    let said = indicator.direction;
    if said == Direction::Unknown {
        return (reading(direction, reason), side);
    }
    let side = match said {
        Direction::Increase => Side::Above,
        Direction::Decrease => Side::Below,
        Direction::Within => Side::Around,
        // Staff to be kept up while the plan's figure falls a little: a floor after all.
        Direction::Maintain if falls_by_choice(&reason, names) => Side::Above,
        Direction::Maintain | Direction::Stage | Direction::Unknown => side,
    };
    (reading(said, DirectionReason::Said), side)
}

/// The direction of a whole indicator: that of its series where they agree; of stages and relative targets, which have
/// none, by their kind.
pub(super) fn of_indicator(
    indicator: &Indicator,
    name: &Words,
    series: &[Series],
) -> Inferred<Direction, DirectionReason> {
    if let [first, rest @ ..] = series {
        let agree = rest
            .iter()
            .all(|other| other.direction.value == first.direction.value);
        return if agree {
            first.direction.clone()
        } else {
            reading(Direction::Unknown, DirectionReason::PerSeries)
        };
    }
    if indicator.direction != Direction::Unknown {
        return reading(indicator.direction, DirectionReason::Said);
    }
    let value = indicator.final_target().map(|target| &target.value);
    match value.and_then(Value::bound) {
        Some(Bound::AtLeast | Bound::MoreThan) => {
            reading(Direction::Increase, DirectionReason::BoundOfTarget)
        }
        Some(Bound::AtMost | Bound::LessThan) => {
            reading(Direction::Decrease, DirectionReason::BoundOfTarget)
        }
        None if matches!(value, Some(Value::Stage { .. })) => {
            reading(Direction::Stage, DirectionReason::Stages)
        }
        None => {
            let (direction, reason, _) = by_name(&Names {
                label: Words::default(),
                indicator: *name,
                is_rank: indicator.unit == RANK,
            });
            reading(direction, reason)
        }
    }
}

/// Of series that stand side by side in one value, one that falls while another rises gives way to it.
pub(super) fn give_way(series: &mut [Series]) {
    let rising = series
        .iter()
        .find(|one| one.direction.value == Direction::Increase)
        .map(|one| one.label.to_string());
    let Some(label) = rising else { return };
    for falling in series
        .iter_mut()
        .filter(|one| one.direction.reason == DirectionReason::TargetBelowBaselineIsFloor)
    {
        let reason = DirectionReason::GivesWayTo {
            label: label.clone(),
        };
        falling.direction = reading(Direction::Decrease, reason);
        falling.side = Side::Below;
    }
}

fn reading(value: Direction, reason: DirectionReason) -> Inferred<Direction, DirectionReason> {
    Inferred { value, reason }
}

/// What says which way is better: the words of a series' label and of its indicator's name, and its unit.
struct Names {
    label: Words,
    indicator: Words,
    is_rank: bool,
}

/// The unit of a place among others, of which the first is the best.
const RANK: &str = "位";

/// The word in the label or, where that says nothing, the name; else the unit of a rank.
fn word(names: &Names, figures: Figures) -> Option<String> {
    lower_is_better(&names.label, figures)
        .or_else(|| lower_is_better(&names.indicator, figures))
        .or_else(|| names.is_rank.then_some(RANK))
        .map(str::to_owned)
}

/// The direction where there is a target: its range, its bound, its figure against the baseline's.
fn inferred(
    names: &Names,
    baseline: Option<&Point>,
    target: &Point,
) -> (Direction, DirectionReason, Side) {
    if target.upper.is_some() {
        return (
            Direction::Within,
            DirectionReason::RangeTarget,
            Side::Around,
        );
    }
    if let Some(bound) = target.bound {
        let (direction, side) = match bound {
            Bound::AtLeast | Bound::MoreThan => (Direction::Increase, Side::Above),
            Bound::AtMost | Bound::LessThan => (Direction::Decrease, Side::Below),
        };
        let goal = Goal::new(target, side);
        let met = baseline.is_some_and(|baseline| goal.shortfall(baseline.number) <= 0.0);
        let direction = if met { Direction::Within } else { direction };
        return (direction, DirectionReason::BoundOfTarget, side);
    }
    match baseline {
        Some(baseline) => by_figures(names, baseline.number, target.number),
        None if target.number == 0.0 => (
            Direction::Decrease,
            DirectionReason::TargetIsZero,
            Side::Below,
        ),
        None => match by_name(names) {
            (Direction::Unknown, ..) => (
                Direction::Increase,
                DirectionReason::NoBaselineMoreIsBetter,
                Side::Above,
            ),
            by_name => by_name,
        },
    }
}

/// The direction where both ends are plain figures.
fn by_figures(names: &Names, baseline: f64, target: f64) -> (Direction, DirectionReason, Side) {
    use DirectionReason as Reason;
    let falling = target < baseline;
    if falling && target == 0.0 {
        return (Direction::Decrease, Reason::TargetIsZero, Side::Below);
    }
    let figures = Figures {
        falling,
        negative: baseline <= 0.0 && target <= 0.0,
    };
    match word(names, figures) {
        Some(word) if falling => (
            Direction::Decrease,
            Reason::LowerIsBetterByName { word },
            Side::Below,
        ),
        Some(word) if target > baseline => (
            Direction::Within,
            Reason::TargetAboveBaselineIsCeiling { word },
            Side::Below,
        ),
        None if falling => (
            Direction::Maintain,
            Reason::TargetBelowBaselineIsFloor,
            Side::Above,
        ),
        None if target > baseline => (
            Direction::Increase,
            Reason::TargetAboveBaseline,
            Side::Above,
        ),
        // Zero kept at zero is something to be rid of: as a floor it would say nothing.
        word => {
            let below = word.is_some() || target == 0.0;
            let side = if below { Side::Below } else { Side::Above };
            (Direction::Maintain, Reason::TargetEqualsBaseline, side)
        }
    }
}

/// The direction where there is no figure to go by.
fn by_name(names: &Names) -> (Direction, DirectionReason, Side) {
    match word(names, Figures::default()) {
        Some(word) => (
            Direction::Decrease,
            DirectionReason::ByNameOnly { word },
            Side::Below,
        ),
        None => (
            Direction::Unknown,
            DirectionReason::NotTellable,
            Side::Above,
        ),
    }
}

/// Whether the figures are lower-is-better only because the plan lowers them.
fn falls_by_choice(reason: &DirectionReason, names: &Names) -> bool {
    matches!(reason, DirectionReason::LowerIsBetterByName { .. })
        && word(names, Figures::default()).is_none()
}
