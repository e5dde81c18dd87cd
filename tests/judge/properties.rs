//! What always holds, whatever the figures. More cases: `PROPTEST_CASES=100000 cargo test --test judge properties`.

use crate::arbitrary::*;
use crate::build::*;
use monosashi::judge::{
    Doubt, Explanation, Grade, Judgement, Yardstick, judge_all, judge_by, scales, series,
    standard_scale,
};
use monosashi::plan::{Accumulation, Bound, Direction, FiscalYear, Formula, Value};
use proptest::prelude::*;

/// Every figure a judgement carries.
fn figures(judgement: &Judgement) -> Vec<f64> {
    let mut all: Vec<f64> = judgement
        .rate
        .into_iter()
        .chain(judgement.expected)
        .collect();
    match &judgement.explanation {
        Explanation::Progress {
            baseline,
            actual,
            target,
            rate,
            expected,
            pace,
        } => {
            all.extend([baseline, actual, target, rate]);
            all.extend(expected.iter().chain(pace));
        }
        Explanation::RatioToTarget {
            actual,
            target,
            rate,
            expected,
            pace,
        } => {
            all.extend([actual, target, rate]);
            all.extend(expected.iter().chain(pace));
        }
        Explanation::ByFormula {
            baseline,
            actual,
            target,
            pace,
            numerator,
            denominator,
            rate,
            ..
        } => {
            all.extend([actual, target, numerator, denominator, rate]);
            all.extend(baseline.iter().chain(pace));
        }
        Explanation::Maintain { floor, actual, .. } => all.extend([floor, actual]),
        Explanation::Bounded {
            actual, low, high, ..
        } => {
            all.push(*actual);
            all.extend(low.iter().chain(high));
        }
        Explanation::AllSeries { parts, decides } => {
            assert!(
                parts.get(*decides).is_some(),
                "the one that decides is there"
            );
            all.extend(parts.iter().flat_map(|(_, part)| figures(part)));
        }
        Explanation::Stages { reached, last, .. } => assert!(reached <= last),
        Explanation::Not(_) => assert_eq!(judgement.grade, Grade::NotJudged),
    }
    all
}

/// Any formula on any scale; most often what fits, on the standard one.
fn yardstick() -> impl Strategy<Value = Yardstick<'static>> {
    use Formula::{A, B, C, Cagr, D};
    let formula = prop::option::of(prop::sample::select(vec![A, B, C, D, Cagr]));
    let scale = prop_oneof![
        Just(standard_scale()),
        prop::sample::select(scales().iter().collect::<Vec<_>>())
    ];
    prop_oneof![
        Just(Yardstick::default()),
        (formula, scale).prop_map(|(formula, scale)| Yardstick { formula, scale }),
    ]
}

/// A judgement of one figure in 2027 on the way from 2024 to 2029, perhaps by way of 2026.
#[derive(Clone, Debug)]
struct Way {
    direction: Direction,
    baseline: Option<f64>,
    interim: Option<f64>,
    target: f64,
    bound: Option<Bound>,
    upper: Option<f64>,
    counted: Accumulation,
    /// Whether the figure goes no further than the first half of its year.
    half: bool,
    by: Yardstick<'static>,
}

fn way(direction: impl Strategy<Value = Direction>) -> impl Strategy<Value = Way> {
    (
        direction,
        prop::option::weighted(0.8, plain()),
        prop::option::of(plain()),
        plain(),
        prop::option::of(bound()),
        prop::option::weighted(0.2, plain()),
        (accumulation(), prop::bool::weighted(0.3), yardstick()),
    )
        .prop_map(
            |(direction, baseline, interim, target, bound, upper, (counted, half, by))| Way {
                direction,
                baseline,
                interim,
                target,
                bound,
                upper,
                counted,
                half,
                by,
            },
        )
}

impl Way {
    fn judge(&self, actual: f64) -> Judgement {
        let plain = |number| Value::Number {
            quantity: quantity_of(number),
        };
        let target = match (self.upper, self.bound) {
            (Some(upper), _) => Value::Range {
                low: quantity_of(self.target),
                high: quantity_of(upper),
            },
            (None, Some(bound)) => Value::Bounded {
                bound,
                quantity: quantity_of(self.target),
            },
            (None, None) => plain(self.target),
        };
        let mut made = named("回数").going(self.direction);
        if let Some(baseline) = self.baseline {
            made = made.from(2024, plain(baseline));
        }
        if let Some(interim) = self.interim {
            made = made.to(2026, plain(interim));
        }
        let mut made = made.to(2029, target).actual(2027, plain(actual));
        if self.half {
            made = made.until_the_half();
        }
        let made = made.counted(self.counted);
        judge_by(&made.0, period(2025, 2029), None, &self.by)
    }

    /// The same by what fits, on the standard scale.
    fn plainly(self) -> Self {
        Self {
            by: Yardstick::default(),
            ..self
        }
    }

    /// The same of a whole year's figure, the baseline counted as the target is.
    fn of_the_year(self) -> Self {
        Self {
            counted: Accumulation::Unknown,
            half: false,
            ..self
        }
    }

    /// The same with a single figure as its target.
    fn without_range(self) -> Self {
        Self {
            upper: None,
            ..self
        }
    }

    /// The same with every sign turned.
    fn turned(&self) -> Self {
        let turn = |bound| match bound {
            Bound::AtLeast => Bound::AtMost,
            Bound::AtMost => Bound::AtLeast,
            Bound::MoreThan => Bound::LessThan,
            Bound::LessThan => Bound::MoreThan,
        };
        Self {
            direction: match self.direction {
                Direction::Increase => Direction::Decrease,
                Direction::Decrease => Direction::Increase,
                other => other,
            },
            baseline: self.baseline.map(|number| -number),
            interim: self.interim.map(|number| -number),
            target: -self.target,
            bound: self.bound.map(turn),
            upper: self.upper.map(|number| -number),
            ..self.clone()
        }
    }
}

fn one_way() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Increase, Direction::Decrease])
}

fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig {
            cases: 2_000,
            ..default
        },
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_figure_is_ever_nan_or_infinite(
        indicator in any_indicator(),
        period in any_period(),
        as_of in prop::option::of(when().prop_map(FiscalYear)),
        year in when().prop_map(FiscalYear),
        at in figure(),
        by in yardstick(),
    ) {
        let judgement = judge_by(&indicator, period, as_of, &by);
        for figure in figures(&judgement) {
            prop_assert!(figure.is_finite(), "{judgement:?}");
        }
        for one in series(&indicator) {
            let expected = one.expected_at(period, year);
            prop_assert!(expected.is_none_or(f64::is_finite), "{one:?}");
            for counted in [Accumulation::PerPeriod, Accumulation::Cumulative] {
                let half = one.expected_at_half_year(period, counted, year);
                prop_assert!(half.is_none_or(f64::is_finite), "{one:?}");
            }
            if let Ok(ahead) = one.projection(period, as_of) {
                let figures = [ahead.low, ahead.figure, ahead.high];
                prop_assert!(figures.iter().all(|figure| figure.is_finite()), "{ahead:?}");
                prop_assert!(figures.is_sorted(), "{ahead:?}");
                prop_assert!(ahead.yearly.is_finite() && ahead.needed.is_finite());
            }
            if at.is_finite() {
                prop_assert!(one.rate_at(at).is_none_or(f64::is_finite), "{one:?}");
            }
        }
    }

    #[test]
    fn all_together_are_judged_as_each_alone(
        indicators in prop::collection::vec(any_indicator(), 0..12),
        period in any_period(),
        as_of in prop::option::of(when().prop_map(FiscalYear)),
        by in yardstick(),
    ) {
        let each = indicators.iter().map(|one| judge_by(one, period, as_of, &by));
        prop_assert_eq!(judge_all(&indicators, period, as_of, &by), each.collect::<Vec<_>>());
    }

    #[test]
    fn a_grade_never_falls_when_the_actual_moves_the_right_way(
        way in way(one_way()).prop_map(Way::without_range),
        figures in (plain(), plain()),
    ) {
        let (low, high) = (figures.0.min(figures.1), figures.0.max(figures.1));
        let (worse, better) = match way.direction {
            Direction::Increase => (low, high),
            _ => (high, low),
        };
        let (before, after) = (way.judge(worse), way.judge(better));
        let judged = |one: &Judgement| one.grade != Grade::NotJudged;
        if judged(&before) && judged(&after) {
            prop_assert!(after.grade <= before.grade && after.step <= before.step, "{before:?} {after:?}");
        }
        let told = |one: &Judgement| !one.doubts.contains(&Doubt::RateMisleads);
        if let (true, true, Some(less), Some(more)) = (told(&before), told(&after), before.rate, after.rate) {
            prop_assert!(less <= more, "{before:?} {after:?}");
        }
    }

    #[test]
    fn nearer_to_a_range_is_never_worse(
        // Half a year's count is near where it is doubled.
        way in way(Just(Direction::Within)).prop_map(Way::of_the_year),
        end in plain(),
        step in 0.0..30.0_f64,
        further in 0.0..30.0_f64,
    ) {
        let (low, high) = (way.target.min(end), way.target.max(end));
        let way = Way { upper: Some(end), ..way };
        for (near, far) in [
            (low - step, low - step - further),
            (high + step, high + step + further),
        ] {
            let (near, far) = (way.judge(near), way.judge(far));
            if near.grade != Grade::NotJudged && far.grade != Grade::NotJudged {
                prop_assert!(near.grade <= far.grade && near.step <= far.step, "{near:?} {far:?}");
            }
        }
    }

    #[test]
    fn turning_every_sign_and_the_direction_changes_nothing(way in way(one_way()), actual in plain()) {
        let (as_it_is, turned) = (way.judge(actual), way.turned().judge(-actual));
        prop_assert_eq!((as_it_is.grade, as_it_is.step), (turned.grade, turned.step));
        prop_assert_eq!(as_it_is.rate, turned.rate);
        prop_assert_eq!(as_it_is.expected, turned.expected);
        prop_assert_eq!(as_it_is.doubts, turned.doubts);
    }

    #[test]
    fn a_target_equal_to_the_baseline_is_always_graded(same in plain(), actual in plain()) {
        let way = Way {
            direction: Direction::Unknown,
            baseline: Some(same),
            interim: None,
            target: same,
            bound: None,
            upper: None,
            counted: Accumulation::Unknown,
            half: false,
            by: Yardstick::default(),
        };
        let judgement = way.judge(actual);
        prop_assert_ne!(judgement.grade, Grade::NotJudged);
        prop_assert_eq!(judgement.rate, None);
        prop_assert_eq!(way.judge(same).grade, Grade::Achieved);
    }

    #[test]
    fn the_target_itself_is_always_achieved_and_the_baseline_never_backward(
        way in way(one_way()).prop_map(|way| Way { bound: None, ..way.without_range().plainly().of_the_year() }),
    ) {
        prop_assert_eq!(way.judge(way.target).grade, Grade::Achieved);
        if let Some(baseline) = way.baseline
            && way.interim.is_none()
        {
            prop_assert_ne!(way.judge(baseline).grade, Grade::Backward);
        }
    }
}
