//! Formula A against the pace, formula B, and what cannot be computed, with figures of real plans.

use crate::build::*;
use monosashi::judge::{Doubt, Explanation, Grade, Judgement, NotComputable, judge};
use monosashi::plan::{Bound, Direction, FiscalYear};

fn rounded(rate: Option<f64>) -> Option<f64> {
    rate.map(|rate| (rate * 1000.0).round() / 1000.0)
}

/// Grade, rate and expected rate, to a tenth of a per cent.
fn outcome(judgement: &Judgement) -> (Grade, Option<f64>, Option<f64>) {
    (
        judgement.grade,
        rounded(judgement.rate),
        rounded(judgement.expected),
    )
}

fn applications() -> Make {
    named("行政手続きの電子申請率")
        .unit("%")
        .from(2024, number("14.3", "%"))
        .to(2029, number("35.0", "%"))
}

#[test]
fn a_rising_figure_below_the_pace_but_above_60_percent_of_it_is_slightly_behind() {
    let judgement = judge(
        &applications().actual(2025, number("16.9", "%")).0,
        nowhen(),
        None,
    );
    assert_eq!(
        outcome(&judgement),
        (Grade::SlightlyBehind, Some(0.126), Some(0.2))
    );
    assert_eq!(judgement.period, year(2025));
    let Explanation::Progress {
        baseline,
        actual,
        target,
        pace,
        ..
    } = judgement.explanation
    else {
        panic!("formula A");
    };
    assert_eq!((baseline, actual, target), (14.3, 16.9, 35.0));
    assert_eq!(rounded(pace), Some(18.44));
}

#[test]
fn the_figure_of_the_pace_itself_is_on_track() {
    // A third of the way is no exact fraction: rounding must not push it behind.
    let thirds = named("回数")
        .from(2020, number("0", "回"))
        .to(2023, number("3", "回"))
        .actual(2021, number("1", "回"));
    assert_eq!(judge(&thirds.0, nowhen(), None).grade, Grade::OnTrack);
}

#[test]
fn far_below_the_pace_is_behind_and_below_the_baseline_is_backward() {
    let at = |figure| {
        outcome(&judge(
            &applications().actual(2027, number(figure, "%")).0,
            nowhen(),
            None,
        ))
    };
    assert_eq!(at("16.9"), (Grade::Behind, Some(0.126), Some(0.6)));
    assert_eq!(at("14.3"), (Grade::Behind, Some(0.0), Some(0.6)));
    assert_eq!(at("12.0"), (Grade::Backward, Some(-0.111), Some(0.6)));
}

#[test]
fn overshoot_is_achieved_with_its_whole_rate() {
    let judgement = judge(
        &applications().actual(2025, number("45.35", "%")).0,
        nowhen(),
        None,
    );
    assert_eq!(outcome(&judgement), (Grade::Achieved, Some(1.5), Some(0.2)));
}

#[test]
fn a_falling_figure_is_judged_by_the_same_formula() {
    let arrears = |when, figure| {
        let made = named("滞納額（町税・住宅料・住宅改良資金等）（単位：千円）")
            .from(0, scaled("77,826", 1_000, "円"))
            .to(2030, scaled("66,326", 1_000, "円"))
            .to(2035, scaled("56,326", 1_000, "円"))
            .actual(when, scaled(figure, 1_000, "円"));
        judge(&made.0, period(2026, 2035), None)
    };
    let on_track = arrears(2028, "70,000");
    assert_eq!(on_track.direction.value, Direction::Decrease);
    // The pace starts the year before the plan (2025) and goes through the interim target: 3 of 5 years to 66,326.
    assert_eq!(
        outcome(&on_track),
        (Grade::OnTrack, Some(0.364), Some(0.321))
    );
    assert_eq!(on_track.doubts, [Doubt::BaselineYearUnknown]);
    assert_eq!(arrears(2033, "60,000").grade, Grade::OnTrack);
    assert_eq!(arrears(2028, "80,000").grade, Grade::Backward);
    assert_eq!(arrears(2035, "56,326").grade, Grade::Achieved);
}

#[test]
fn at_the_end_a_near_miss_is_not_on_track() {
    let judgement = judge(
        &applications().actual(2029, number("34.9", "%")).0,
        nowhen(),
        None,
    );
    assert_eq!(judgement.grade, Grade::SlightlyBehind);
    assert_eq!(judgement.expected, Some(1.0));
}

#[test]
fn a_figure_across_zero_is_judged_as_any_other() {
    let balance = |figure| {
        let made = named("社会増減")
            .from(2020, number("-100", "人"))
            .to(2025, number("50", "人"))
            .actual(2023, number(figure, "人"));
        outcome(&judge(&made.0, nowhen(), None))
    };
    assert_eq!(balance("0"), (Grade::OnTrack, Some(0.667), Some(0.6)));
    assert_eq!(balance("-130"), (Grade::Backward, Some(-0.2), Some(0.6)));
    assert_eq!(balance("60"), (Grade::Achieved, Some(1.067), Some(0.6)));
}

#[test]
fn a_baseline_of_zero_divides_nothing() {
    let made = named("マイナポータルによる申請手続数")
        .unit("件")
        .from(2020, number("0", "件"))
        .to(2026, number("35", "件"))
        .actual(2023, number("7", "件"));
    assert_eq!(
        outcome(&judge(&made.0, nowhen(), None)),
        (Grade::Behind, Some(0.2), Some(0.5))
    );
}

#[test]
fn what_differs_by_less_than_the_baseline_was_measured_has_not_gone_backward() {
    let views = |figure| {
        let made = named("ホームページアクセス数")
            .from(2020, scaled("66", 10_000, "件"))
            .to(2025, scaled("70", 10_000, "件"))
            .actual(2020, scaled(figure, 1, "件"));
        judge(&made.0, nowhen(), None).grade
    };
    assert_eq!(views("659,800"), Grade::OnTrack);
    assert_eq!(views("650,000"), Grade::Backward);
}

#[test]
fn without_a_baseline_the_share_of_the_target_is_given_and_graded_only_where_a_target_is_due() {
    let line = |when, figure| {
        let made = named("公式 LINE 登録率")
            .from(0, missing())
            .to(2030, bounded("50", "%", Bound::AtLeast))
            .to(2035, bounded("60", "%", Bound::AtLeast))
            .actual(when, number(figure, "%"));
        outcome(&judge(&made.0, period(2026, 2035), None))
    };
    assert_eq!(line(2027, "30"), (Grade::NotJudged, Some(0.5), None));
    assert_eq!(line(2030, "51"), (Grade::OnTrack, Some(0.85), Some(0.833)));
    assert_eq!(
        line(2030, "36"),
        (Grade::SlightlyBehind, Some(0.6), Some(0.833))
    );
    assert_eq!(
        line(2035, "48"),
        (Grade::SlightlyBehind, Some(0.8), Some(1.0))
    );
    assert_eq!(line(2027, "60"), (Grade::Achieved, Some(1.0), None));
}

#[test]
fn a_falling_figure_without_a_baseline_is_met_or_not_but_has_no_rate() {
    let waste = |when, figure| {
        let made = named("食品廃棄量")
            .from(2020, missing())
            .to(2025, number("100", "t"))
            .actual(when, number(figure, "t"));
        outcome(&judge(&made.0, nowhen(), None))
    };
    assert_eq!(waste(2023, "90"), (Grade::Achieved, None, None));
    assert_eq!(waste(2023, "150"), (Grade::NotJudged, None, None));
    assert_eq!(waste(2025, "108"), (Grade::SlightlyBehind, None, None));
    assert_eq!(waste(2025, "150"), (Grade::Behind, None, None));
}

#[test]
fn without_any_year_only_reached_and_backward_can_be_graded() {
    let views = |figure| {
        let made = named("ホームページアクセス数")
            .from(0, number("66", "件"))
            .to(0, number("70", "件"))
            .actual(2025, number(figure, "件"));
        judge(&made.0, nowhen(), None)
    };
    assert_eq!(outcome(&views("68")), (Grade::NotJudged, Some(0.5), None));
    assert_eq!(views("70").grade, Grade::Achieved);
    assert_eq!(views("60").grade, Grade::Backward);
    assert_eq!(
        views("68").doubts,
        [Doubt::BaselineYearUnknown, Doubt::TargetYearUnknown]
    );
}

#[test]
fn what_cannot_be_judged_says_why() {
    let reason = |made: Make| match judge(&made.0, nowhen(), None).explanation {
        Explanation::Not(reason) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(reason(applications()), NotComputable::NoActual);
    assert_eq!(
        reason(
            named("件数")
                .from(2020, number("1", "件"))
                .actual(2021, number("2", "件"))
        ),
        NotComputable::NoTarget
    );
    assert_eq!(
        reason(applications().actual(2023, number("20", "%"))),
        NotComputable::ActualBeforeBaseline
    );
    assert_eq!(
        reason(applications().actual(2025, stage(&["増加"]))),
        NotComputable::ActualNotAFigure
    );
    assert!(matches!(
        reason(applications().actual(2025, number("120", "件"))),
        NotComputable::UnitDiffers { unit, .. } if unit == "%"
    ));
    assert_eq!(
        reason(
            named("意識")
                .from(2020, number("40", "%"))
                .to(2025, stage(&["向上"]))
        ),
        NotComputable::TargetNotAFigure
    );
    let against_others = named("経常収支比率")
        .from(2024, number("88.4", "%"))
        .to(2029, relative("類似団体平均", Bound::AtMost))
        .actual(2025, number("87.0", "%"));
    let judgement = judge(&against_others.0, nowhen(), None);
    assert_eq!(judgement.direction.value, Direction::Decrease);
    assert_eq!(
        reason(against_others),
        NotComputable::RelativeTarget {
            reference: "類似団体平均".to_owned()
        }
    );
}

#[test]
fn the_newest_actual_up_to_the_year_asked_is_judged() {
    let made = applications()
        .actual(2027, number("30.0", "%"))
        .actual(2025, number("16.9", "%"))
        .actual(2026, missing());
    assert_eq!(judge(&made.0, nowhen(), None).period, year(2027));
    let before = judge(&made.0, nowhen(), Some(FiscalYear(2026)));
    assert_eq!(before.period, year(2025));
    let none = judge(&made.0, nowhen(), Some(FiscalYear(2024)));
    assert_eq!(none.explanation, Explanation::Not(NotComputable::NoActual));
}
