//! Figures to be held: t = b, floors, ceilings, bounds and ranges.

use crate::build::*;
use monosashi::judge::{Doubt, Explanation, Grade, Judgement, judge};
use monosashi::plan::{Bound, Direction, Value};

/// The judgement of an actual in 2026 on the way from 2024 to 2029.
fn judged(name: &str, from: Value, to: Value, actual: Value) -> Judgement {
    let made = named(name)
        .from(2024, from)
        .to(2029, to)
        .actual(2026, actual);
    judge(&made.0, nowhen(), None)
}

#[test]
fn a_target_equal_to_the_baseline_is_met_or_on_the_same_level_or_backward() {
    let training = |figure| {
        let times = |figure| number(figure, "回");
        judged(
            "配偶者暴力相談支援センターの研修回数",
            times("28"),
            times("28"),
            times(figure),
        )
    };
    assert_eq!(training("28").grade, Grade::Achieved);
    assert_eq!(training("31").grade, Grade::Achieved);
    assert_eq!(training("26").grade, Grade::SlightlyBehind);
    assert_eq!(training("25").grade, Grade::Backward);
    assert_eq!(training("28").rate, None, "there is nothing to divide by");
    assert_eq!(
        training("26").explanation,
        Explanation::Maintain {
            floor: 28.0,
            actual: 26.0,
            held: false
        }
    );
}

#[test]
fn zero_kept_at_zero_is_a_ceiling() {
    let deaths = |figure| {
        let people = |figure| number(figure, "人");
        judged("水難", people("0"), people("0"), people(figure)).grade
    };
    assert_eq!(deaths("0"), Grade::Achieved);
    assert_eq!(deaths("1"), Grade::Backward);
}

#[test]
fn an_evil_kept_at_its_level_is_a_ceiling() {
    let accidents = |figure| {
        let cases = |figure| number(figure, "件");
        judged("交通事故件数", cases("30"), cases("30"), cases(figure)).grade
    };
    assert_eq!(accidents("25"), Grade::Achieved);
    assert_eq!(accidents("32"), Grade::SlightlyBehind);
    assert_eq!(accidents("40"), Grade::Backward);
}

#[test]
fn fewer_meetings_are_a_floor_and_not_a_wish_for_fewer() {
    let meetings = |figure| {
        let times = |figure| number(figure, "回");
        judged(
            "多文化共生懇談会の開催回数",
            times("12"),
            times("10"),
            times(figure),
        )
    };
    assert_eq!(meetings("12").grade, Grade::Achieved);
    assert_eq!(meetings("10").grade, Grade::Achieved);
    assert_eq!(meetings("9").grade, Grade::SlightlyBehind);
    assert_eq!(meetings("5").grade, Grade::Backward);
    assert_eq!(meetings("11").direction.value, Direction::Maintain);
}

#[test]
fn a_population_to_be_held_does_not_gain_by_shrinking() {
    let people = |figure| number(figure, "人");
    let held = judged(
        "令和11年度（2029年度）の人口41,000人",
        people("41,616"),
        people("41,000"),
        people("41,300"),
    );
    assert_eq!(held.grade, Grade::Achieved);
    assert_eq!(
        held.doubts,
        [Doubt::DirectionInferred],
        "read as a wish to shrink it would be 順調"
    );
}

#[test]
fn a_person_can_say_that_the_fall_is_meant() {
    let times = |figure| number(figure, "回");
    let made = named("多文化共生懇談会の開催回数")
        .going(Direction::Decrease)
        .from(2024, times("12"))
        .to(2029, times("10"))
        .actual(2026, times("12"));
    let judgement = judge(&made.0, nowhen(), None);
    assert_eq!(judgement.grade, Grade::Behind);
    assert_eq!(judgement.rate, Some(0.0));
    assert!(judgement.doubts.is_empty());
}

#[test]
fn a_bound_met_from_the_start_is_held_or_broken() {
    let debt = |figure| {
        let made = named("実質公債費比率")
            .unit("%")
            .from(0, number("9.3", ""))
            .to(2030, bounded("10", "%", Bound::LessThan))
            .to(2035, bounded("10", "%", Bound::LessThan))
            .actual(2027, number(figure, "%"));
        judge(&made.0, period(2026, 2035), None)
    };
    assert_eq!(debt("9.3").grade, Grade::Achieved);
    assert_eq!(debt("9.9").grade, Grade::Achieved);
    assert_eq!(
        debt("10.0").grade,
        Grade::SlightlyBehind,
        "未満 excludes it"
    );
    assert_eq!(debt("11.5").grade, Grade::Backward);
    assert_eq!(debt("9.3").direction.value, Direction::Within);
    assert!(matches!(
        debt("9.3").explanation,
        Explanation::Bounded {
            high: Some(10.0),
            low: None,
            held: true,
            ..
        }
    ));
}

#[test]
fn more_than_a_figure_is_not_that_figure() {
    let percent = |figure| number(figure, "%");
    let target = || bounded("90", "%", Bound::MoreThan);
    let at_end = |figure| {
        let made = named("満足度")
            .from(2024, percent("80"))
            .to(2029, target())
            .actual(2029, percent(figure));
        judge(&made.0, nowhen(), None).grade
    };
    assert_eq!(at_end("90"), Grade::SlightlyBehind);
    assert_eq!(at_end("90.1"), Grade::Achieved);
}

#[test]
fn a_ceiling_above_the_baseline_is_not_a_wish_to_grow() {
    let care = |figure| {
        let percent = |figure| number(figure, "%");
        judged(
            "要介護認定率",
            percent("17.5"),
            percent("19.0"),
            percent(figure),
        )
    };
    assert_eq!(care("17.4").grade, Grade::Achieved);
    assert_eq!(care("17.4").doubts, [Doubt::DirectionInferred]);
    assert_eq!(care("25").grade, Grade::Backward);
}

#[test]
fn a_range_is_come_to_from_outside_and_held_inside() {
    let reserve = |from, figure| {
        let percent = |figure| number(figure, "%");
        let judgement = judged(
            "実質収支比率",
            percent(from),
            range("3", "5", "%"),
            percent(figure),
        );
        (judgement.grade, judgement.rate)
    };
    assert_eq!(reserve("1", "3.5"), (Grade::Achieved, Some(1.0)));
    assert_eq!(reserve("1", "2"), (Grade::OnTrack, Some(0.5)));
    assert_eq!(
        reserve("1", "6"),
        (Grade::OnTrack, Some(0.5)),
        "as far beyond"
    );
    assert_eq!(reserve("1", "8"), (Grade::Backward, Some(-0.5)));
    assert_eq!(reserve("4", "5"), (Grade::Achieved, None));
    assert_eq!(reserve("4", "5.4"), (Grade::SlightlyBehind, None));
    assert_eq!(reserve("4", "6"), (Grade::Backward, None));
}

#[test]
fn a_yearly_count_with_a_bound_is_held() {
    let made = |figure| {
        let made = named("スマホ教室等の開催支援")
            .from(0, yearly("6", "回", Some(Bound::AtLeast)))
            .to(2030, yearly("6", "回", Some(Bound::AtLeast)))
            .actual(2027, yearly(figure, "回", None));
        judge(&made.0, period(2026, 2035), None).grade
    };
    assert_eq!(made("6"), Grade::Achieved);
    assert_eq!(made("8"), Grade::Achieved);
    assert_eq!(made("4"), Grade::Backward);
}

#[test]
fn what_is_due_next_is_to_be_held_before_the_lower_final_target() {
    let made = |when, figure| {
        let made = named("国際交流事業の報告会実施")
            .from(0, number("2", "回"))
            .to(2030, number("2", "回"))
            .to(2035, number("1", "回"))
            .actual(when, number(figure, "回"));
        judge(&made.0, period(2026, 2035), None).grade
    };
    assert_eq!(made(2028, "2"), Grade::Achieved);
    assert_eq!(made(2028, "1"), Grade::Backward);
    assert_eq!(made(2032, "1"), Grade::Achieved);
}

#[test]
fn within_without_a_bound_is_the_same_level() {
    let made = |figure| {
        let made = named("平均年齢")
            .going(Direction::Within)
            .from(2024, number("40", "歳"))
            .to(2029, number("40", "歳"))
            .actual(2026, number(figure, "歳"));
        judge(&made.0, nowhen(), None).grade
    };
    assert_eq!(made("44"), Grade::Achieved);
    assert_eq!(made("36"), Grade::Achieved);
    assert_eq!(made("46"), Grade::SlightlyBehind);
    assert_eq!(made("30"), Grade::Backward);
}
