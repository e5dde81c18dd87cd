//! Compound values: every label is a series of its own, and all must reach.

use crate::build::*;
use monosashi::judge::{
    DirectionReason, Explanation, Grade, Judgement, NotComputable, judge, series,
};
use monosashi::plan::{Direction, FiscalYear, Value};

fn houses(owned: &str, rented: &str) -> Value {
    parts(&[("民営戸数", rented, "戸"), ("直営戸数", owned, "戸")])
}

fn housing() -> Make {
    named("職員・教員住宅の民間活力の活用（民間整備・管理の推進）")
        .from(0, parts(&[("直営戸数", "168", "戸")]))
        .to(2030, houses("84", "84"))
        .to(2035, houses("42", "126"))
}

fn judged(when: i32, actual: Value) -> Judgement {
    judge(&housing().actual(when, actual).0, period(2026, 2035), None)
}

#[test]
fn a_label_missing_at_one_end_is_unknown_there_and_not_zero() {
    let housing = housing();
    let series = series(&housing.0);
    let [rented, owned] = series.as_slice() else {
        panic!("{series:?}");
    };
    assert_eq!((&*rented.label, &*owned.label), ("民営戸数", "直営戸数"));
    assert_eq!(rented.baseline, None);
    assert_eq!(owned.baseline.as_ref().unwrap().number, 168.0);
    let numbers = |one: &monosashi::judge::Series| -> Vec<f64> {
        one.targets.iter().map(|target| target.number).collect()
    };
    assert_eq!(numbers(rented), [84.0, 126.0]);
    assert_eq!(numbers(owned), [84.0, 42.0]);
    assert_eq!(owned.unit, "戸");
}

#[test]
fn of_two_series_the_falling_one_gives_way_to_the_rising_one() {
    let housing = housing();
    let series = series(&housing.0);
    assert_eq!(series[0].direction.value, Direction::Increase);
    assert_eq!(series[1].direction.value, Direction::Decrease);
    assert_eq!(
        series[1].direction.reason,
        DirectionReason::GivesWayTo {
            label: "民営戸数".to_owned()
        }
    );
    let whole = judged(2030, houses("84", "84"));
    assert_eq!(whole.direction.value, Direction::Unknown);
    assert_eq!(whole.direction.reason, DirectionReason::PerSeries);
}

#[test]
fn all_series_must_reach_and_the_worst_decides() {
    assert_eq!(judged(2035, houses("42", "126")).grade, Grade::Achieved);
    assert_eq!(judged(2030, houses("84", "84")).grade, Grade::OnTrack);
    let behind = judged(2030, houses("140", "84"));
    assert_eq!(behind.grade, Grade::Behind);
    let Explanation::AllSeries { parts, decides } = &behind.explanation else {
        panic!("{:?}", behind.explanation);
    };
    assert_eq!(parts[*decides].0, "直営戸数");
    assert_eq!(parts[0].1.grade, Grade::OnTrack);
    assert_eq!(behind.rate, parts[*decides].1.rate);
}

#[test]
fn a_series_without_an_actual_leaves_the_whole_unjudged() {
    let half = judged(2030, parts(&[("直営戸数", "140", "戸")]));
    assert_eq!(half.grade, Grade::NotJudged);
    let Explanation::AllSeries { parts, decides } = &half.explanation else {
        panic!("{:?}", half.explanation);
    };
    assert_eq!(
        parts[*decides].1.explanation,
        Explanation::Not(NotComputable::SeriesWithoutActual {
            label: "民営戸数".to_owned()
        })
    );
}

#[test]
fn a_compound_without_any_actual_has_none() {
    let judgement = judge(&housing().0, period(2026, 2035), None);
    assert_eq!(
        judgement.explanation,
        Explanation::Not(NotComputable::NoActual)
    );
}

#[test]
fn an_earlier_actual_in_parts_leaves_the_newest_one_judged() {
    let by_sex = parts(&[("男性", "50", "人"), ("女性", "60", "人")]);
    let made = named("講座の参加者数")
        .from(2024, number("100", "人"))
        .to(2030, number("120", "人"))
        .actual(2025, by_sex)
        .actual(2026, number("121", "人"));
    let judgement = judge(&made.0, period(2025, 2030), None);
    assert_eq!(judgement.grade, Grade::Achieved);
    let then = judge(&made.0, period(2025, 2030), Some(FiscalYear(2025)));
    assert_eq!(then.grade, Grade::NotJudged);
}

#[test]
fn one_label_everywhere_is_one_series_without_a_label() {
    let cost = |figure| parts(&[("コスト額", figure, "円")]);
    let made = named("印刷等コスト削減")
        .from(0, cost("10,000"))
        .to(2030, cost("7,000"))
        .to(2035, cost("5,000"))
        .actual(2030, number("7,000", "円"));
    let all = series(&made.0);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].label, "");
    assert_eq!(
        all[0].expected_at(period(2026, 2035), FiscalYear(2030)),
        Some(7_000.0)
    );
    assert_eq!(
        judge(&made.0, period(2026, 2035), None).grade,
        Grade::OnTrack
    );
}
