//! Grading by a scale, which is data: the ones that come with the program stand in `scales/scales.json`.

use super::Grade;
use crate::plan::{Condition, Formula, Rules, Scale, Step};
use std::sync::LazyLock;

/// By what is judged: a formula and a scale.
#[derive(Clone, Copy, Debug)]
pub struct Yardstick<'a> {
    /// The formula of every rate; none: what fits the indicator.
    pub formula: Option<Formula>,
    /// The scale.
    pub scale: &'a Scale,
}

impl Default for Yardstick<'static> {
    /// What fits each indicator, on the standard scale.
    fn default() -> Self {
        Self {
            formula: None,
            scale: standard_scale(),
        }
    }
}

impl<'a> Yardstick<'a> {
    /// What a plan's rules say: the town's own scale, else the one named, else (also where no scale has the name) the
    /// standard one.
    #[must_use]
    pub fn of(rules: &'a Rules) -> Self {
        let scale = match &rules.own_scale {
            Some(own) => own,
            None => scale_named(&rules.scale).unwrap_or_else(standard_scale),
        };
        Self {
            formula: rules.formula,
            scale,
        }
    }
}

static SCALES: LazyLock<Vec<Scale>> = LazyLock::new(|| {
    // The tests read the same text: it cannot fail here.
    serde_json::from_str(include_str!("../../scales/scales.json")).unwrap_or_default()
});
static WITHOUT_STEPS: LazyLock<Scale> = LazyLock::new(Scale::default);

/// The scales that come with the program, the standard one first.
#[must_use]
pub fn scales() -> &'static [Scale] {
    &SCALES
}

/// The scale with this name or title.
#[must_use]
pub fn scale_named(name: &str) -> Option<&'static Scale> {
    let mut scales = SCALES.iter();
    scales.find(|scale| scale.name == name || scale.title == name)
}

/// The scale used where nobody has chosen another: 100 and 60 % of the pace.
#[must_use]
pub fn standard_scale() -> &'static Scale {
    SCALES.first().unwrap_or(&WITHOUT_STEPS)
}

/// 同水準: how far a figure may be from another, as a share of that one, and be on its level. What falls short of a
/// figure to be held by no more than this is やや遅れ, by more 後退.
pub(super) const SAME_LEVEL: f64 = 0.1;

/// Two rates nearer than this are one: the pace's own figure is on the pace, however the division is rounded.
const EQUAL: f64 = 1e-9;

/// What a scale's conditions ask.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// The grade that needs no scale: given where the scale's own conditions cannot be told.
    pub grade: Grade,
    /// Whether more than the target is reached, and not just the target.
    pub exceeded: bool,
    /// Whether it stands at the target's very figure, which the target excludes (超, 未満).
    pub just_missed: bool,
    /// A rate, and the one that is the whole of it.
    pub measured: Option<(f64, f64)>,
    /// By how much it is better than the baseline, and the baseline's size.
    pub gain: Option<(f64, f64)>,
}

impl Facts {
    /// The step of a scale that holds: the first whose condition does. Where one cannot be told, the first that is not better than
    /// the grade known without the scale, and does not surely fail. None without steps, where nothing is known, and where
    /// what falls short would have to be held against a baseline that is not there.
    pub(super) fn step(&self, scale: &Scale) -> Option<usize> {
        for (index, step) in scale.steps.iter().enumerate() {
            match self.meet(step) {
                Some(true) => return Some(index),
                Some(false) => {}
                None if asks_for_baseline(step.when) && self.grade != Grade::Achieved => {
                    return None;
                }
                None => break,
            }
        }
        let last = scale.steps.len().checked_sub(1)?;
        let not_better = |step: &Step| step.grade >= self.grade && self.meet(step) != Some(false);
        (self.grade != Grade::NotJudged)
            .then(|| scale.steps.iter().position(not_better).unwrap_or(last))
    }

    /// Whether a step's condition holds; none when it cannot be told.
    fn meet(&self, step: &Step) -> Option<bool> {
        let reached = self.grade == Grade::Achieved;
        match step.when {
            Condition::Exceeded => Some(self.exceeded),
            Condition::Reached => Some(reached),
            Condition::Over | Condition::From if reached && self.measured.is_none() => {
                // Without a rate, what is reached is a whole one.
                Some(step.when == Condition::From && step.share <= 1.0)
            }
            Condition::Over => self
                .measured
                .map(|(rate, whole)| rate > whole * step.share + EQUAL),
            Condition::From => self.measured.map(|(rate, whole)| {
                // A planned dip below the baseline is on the pace, but half of a dip is no progress.
                let least = whole * step.share;
                let least = if step.share < 1.0 {
                    least.max(0.0)
                } else {
                    least
                };
                let just_missed = self.just_missed && least >= 1.0 && rate <= least + EQUAL;
                rate + EQUAL >= least && !just_missed
            }),
            Condition::Better => self
                .gain
                .map(|(gain, size)| gain > size * step.share + size * EQUAL),
            Condition::SameLevel => self
                .gain
                .map(|(gain, size)| gain + size * EQUAL >= -size * step.share),
            Condition::Otherwise => {
                (self.measured.is_some() || self.gain.is_some()).then_some(true)
            }
        }
    }
}

fn asks_for_baseline(condition: Condition) -> bool {
    matches!(condition, Condition::Better | Condition::SameLevel)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The standard grade of a target that is not met, by its rate against the rate expected.
    fn by_pace(rate: f64, expected: f64) -> Grade {
        let facts = Facts {
            grade: Grade::NotJudged,
            measured: Some((rate, expected)),
            just_missed: rate == 1.0,
            ..Facts::default()
        };
        let step = facts.step(standard_scale()).unwrap();
        standard_scale().steps[step].grade
    }

    #[test]
    fn every_scale_is_read_and_in_order_and_has_a_name_of_its_own() {
        let read: Vec<Scale> =
            serde_json::from_str(include_str!("../../scales/scales.json")).unwrap();
        assert_eq!(read.len(), 11);
        for scale in &read {
            assert!(scale.is_in_order(), "{}", scale.name);
            assert_eq!(scale_named(&scale.name), Some(scale));
            assert_eq!(scale_named(&scale.title), Some(scale));
        }
    }

    #[test]
    fn a_scale_out_of_order_is_known() {
        let mut scale = standard_scale().clone();
        scale.steps.swap(1, 2);
        assert!(!scale.is_in_order());
        scale.steps.swap(1, 2);
        scale.steps[2].share = 1.2;
        assert!(!scale.is_in_order());
    }

    #[test]
    fn grades_follow_the_share_of_the_pace() {
        assert_eq!(by_pace(0.4, 0.4), Grade::OnTrack);
        assert_eq!(by_pace(0.39, 0.4), Grade::SlightlyBehind);
        assert_eq!(by_pace(0.24, 0.4), Grade::SlightlyBehind);
        assert_eq!(by_pace(0.23, 0.4), Grade::Behind);
        assert_eq!(by_pace(0.0, 0.4), Grade::Behind);
        assert_eq!(by_pace(-0.01, 0.4), Grade::Backward);
    }

    #[test]
    fn at_the_end_nothing_short_of_the_target_is_on_track() {
        assert_eq!(by_pace(1.0, 1.0), Grade::SlightlyBehind);
        assert_eq!(by_pace(0.5, 1.0), Grade::Behind);
    }

    #[test]
    fn a_planned_dip_is_on_the_pace() {
        assert_eq!(by_pace(-0.1, -0.2), Grade::OnTrack);
        assert_eq!(by_pace(-0.3, -0.2), Grade::Backward);
    }
}
