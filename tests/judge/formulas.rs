//! The formulas as bodies use them, by worked examples; a plan of five years from 2025, figures of real plans.

use crate::build::*;
use monosashi::judge::{
    Doubt, Explanation, Grade, Judgement, Yardstick, judge_by, tenths_of_percent,
};
use monosashi::plan::{Bound, Direction, Formula};

fn by(formula: Formula) -> Yardstick<'static> {
    Yardstick {
        formula: Some(formula),
        ..Yardstick::default()
    }
}

fn judged(formula: Formula, made: &Make) -> Judgement {
    judge_by(&made.0, period(2025, 2029), None, &by(formula))
}

/// The rate in per cent with one decimal, as it is published.
fn rate(formula: Formula, made: &Make) -> Option<f64> {
    let rate = judged(formula, made).rate;
    rate.map(|rate| tenths_of_percent(rate) / 10.0)
}

/// A, B, C, D and CAGR.
fn rates(made: &Make) -> [Option<f64>; 5] {
    use Formula::{A, B, C, Cagr, D};
    [A, B, C, D, Cagr].map(|formula| rate(formula, made))
}

fn donations() -> Make {
    named("ふるさと納税の寄附金額")
        .unit("千円")
        .from(2024, bare(70_709.0))
        .to(2029, bare(411_519.0))
}

fn arrears() -> Make {
    named("滞納額")
        .unit("千円")
        .from(2024, bare(77_826.0))
        .to(2029, bare(56_326.0))
}

#[test]
fn each_formula_gives_its_own_rate_of_one_figure() {
    let made = donations().actual(2025, bare(150_800.0));
    // A 80,091 / 340,810; B 150,800 / 411,519; C 80,091 / (138,871 − 70,709); D 36.64 % / 20 %;
    // CAGR 113.3 % a year where 42.2 % are needed.
    assert_eq!(
        rates(&made),
        [
            Some(23.5),
            Some(36.6),
            Some(117.5),
            Some(183.2),
            Some(268.2)
        ]
    );
}

#[test]
fn a_falling_figure_has_the_same_formulas() {
    let made = arrears().actual(2026, bare(70_000.0));
    assert_eq!(
        rates(&made),
        [Some(36.4), Some(124.3), Some(91.0), Some(310.7), Some(82.4)]
    );
    let share = judged(Formula::B, &made);
    assert_eq!(share.doubts, [Doubt::RateMisleads]);
    assert_eq!(share.grade, Grade::SlightlyBehind, "and not over 100 %");
}

#[test]
fn the_pace_of_formula_c_goes_through_yearly_targets() {
    // A prefecture's births: 1.54 in 2014 to 1.68 in 2019 with 1.62 due in 2017; 1.56 is a quarter of that way.
    let births = named("合計特殊出生率")
        .from(2014, number("1.54", ""))
        .to(2017, number("1.62", ""))
        .to(2019, number("1.68", ""))
        .actual(2017, number("1.56", ""));
    assert_eq!(rate(Formula::C, &births), Some(25.0));
    assert_eq!(rate(Formula::A, &births), Some(14.3));
    // Its balance of movers: −3,703 to −2,000 with −2,700 due; −2,530 is beyond it.
    let movers = named("社会増減")
        .from(2014, bare(-3_703.0))
        .to(2017, bare(-2_700.0))
        .to(2019, bare(-2_000.0))
        .actual(2017, bare(-2_530.0));
    let judgement = judged(Formula::C, &movers);
    assert_eq!(rate(Formula::C, &movers), Some(116.9));
    assert_eq!(judgement.grade, Grade::OnTrack);
}

#[test]
fn formula_d_divides_by_the_years_gone_by() {
    let at = |year, figure| {
        let made = named("件数").to(2029, bare(100.0));
        rate(Formula::D, &made.actual(year, bare(figure)))
    };
    assert_eq!(at(2025, 20.0), Some(100.0));
    assert_eq!(at(2026, 20.0), Some(50.0));
    assert_eq!(at(2027, 30.0), Some(50.0));
    assert_eq!(at(2028, 80.0), Some(100.0));
    assert_eq!(at(2029, 90.0), Some(90.0));
    assert_eq!(at(2031, 90.0), Some(90.0), "the plan is over");
    assert_eq!(at(2024, 90.0), None, "the plan has not begun");
}

#[test]
fn without_a_plan_period_the_years_are_those_since_the_baseline() {
    let made = named("件数")
        .from(2020, bare(10.0))
        .to(2024, bare(40.0))
        .actual(2021, bare(15.0));
    let judgement = judge_by(&made.0, nowhen(), None, &by(Formula::D));
    assert_eq!(judgement.rate, Some(1.5));
}

#[test]
fn growth_breaks_at_nothing_at_no_way_and_across_signs() {
    let at = |from, to, figure| {
        let made = named("人数").from(2024, bare(from)).to(2029, bare(to));
        let judgement = judged(Formula::Cagr, &made.actual(2026, bare(figure)));
        let percent = judgement.rate.map(|rate| tenths_of_percent(rate) / 10.0);
        (percent, judgement.grade)
    };
    assert_eq!(at(0.0, 35.0, 7.0), (None, Grade::Behind));
    assert_eq!(at(28.0, 28.0, 28.0), (None, Grade::Achieved));
    assert_eq!(at(-100.0, 50.0, 0.0), (None, Grade::OnTrack));
    assert_eq!(at(100.0, 161.051, 121.0).0, Some(100.0), "10 % a year");
    assert_eq!(at(100.0, 161.051, 110.25).0, Some(50.0), "5 % a year");
    assert_eq!(at(100.0, 161.051, 0.0).0, Some(-1000.0), "all of it lost");
    assert_eq!(at(100.0, 161.051, -5.0), (None, Grade::Backward));
}

#[test]
fn overshoot_and_backward_movement_are_not_clipped() {
    assert_eq!(
        rate(Formula::A, &donations().actual(2025, bare(500_000.0))),
        Some(126.0)
    );
    let fallen = donations().actual(2025, bare(60_000.0));
    assert_eq!(rate(Formula::A, &fallen), Some(-3.1));
    assert_eq!(rate(Formula::C, &fallen), Some(-15.7));
    assert_eq!(rate(Formula::B, &fallen), Some(14.6));
}

#[test]
fn without_a_baseline_a_gives_b_and_c_nothing() {
    let made = named("登録率")
        .from(2024, missing())
        .to(2029, bounded("50", "%", Bound::AtLeast))
        .actual(2026, number("30", "%"));
    assert_eq!(
        rates(&made),
        [Some(60.0), Some(60.0), None, Some(150.0), None]
    );
    let judgement = judged(Formula::A, &made);
    assert!(matches!(
        judgement.explanation,
        Explanation::RatioToTarget { .. }
    ));
    assert_eq!(
        judged(Formula::C, &made).doubts,
        [Doubt::FormulaNotApplicable]
    );
}

#[test]
fn what_is_held_is_graded_by_holding_whatever_the_formula() {
    let meetings = named("懇談会の開催回数")
        .from(2024, number("12", "回"))
        .to(2029, number("10", "回"))
        .actual(2026, number("11", "回"));
    assert_eq!(
        rates(&meetings),
        [
            Some(50.0),
            Some(110.0),
            Some(125.0),
            Some(275.0),
            Some(118.9)
        ]
    );
    for formula in [Formula::A, Formula::B, Formula::C, Formula::D] {
        assert_eq!(judged(formula, &meetings).grade, Grade::Achieved);
    }
    let level = named("研修回数")
        .from(2024, number("28", "回"))
        .to(2029, number("28", "回"))
        .actual(2026, number("26", "回"));
    assert_eq!(
        rates(&level),
        [None, Some(92.9), None, Some(232.1), None],
        "t = b leaves nothing to divide by"
    );
    assert_eq!(judged(Formula::D, &level).grade, Grade::SlightlyBehind);
}

#[test]
fn a_direction_that_was_said_leaves_no_way_between_figures_to_be_held() {
    let made = named("職員数")
        .going(Direction::Maintain)
        .from(2024, number("173", "人"))
        .to(2029, number("165", "人"))
        .actual(2026, number("170", "人"));
    assert_eq!(rate(Formula::A, &made), None);
    assert_eq!(rate(Formula::B, &made), Some(103.0));
}

#[test]
fn a_target_of_nothing_has_no_share() {
    let made = named("待機児童数")
        .from(2024, number("5", "人"))
        .to(2029, number("0", "人"))
        .actual(2026, number("2", "人"));
    assert_eq!(
        rates(&made),
        [Some(60.0), None, Some(150.0), None, Some(36.8)]
    );
}

#[test]
fn rates_are_rounded_half_up() {
    let half = |figure| {
        let made = named("件数").from(2024, bare(0.0)).to(2029, bare(400.0));
        rate(Formula::A, &made.actual(2026, number(figure, "件")))
    };
    assert_eq!(half("207"), Some(51.8));
    assert_eq!(half("206.9"), Some(51.7));
    assert_eq!(half("-207"), Some(-51.8));
}
