//! Figures that go no further than the first half of their year (前期), and sums that begin with the plan.

use crate::build::*;
use monosashi::judge::{Doubt, Explanation, Grade, HalfYear, Judgement, judge, judge_by, series};
use monosashi::judge::{Yardstick, standard_scale};
use monosashi::plan::{Accumulation, FiscalYear, Formula};
use monosashi::words::{Language, explanation, plain, summary, words};

/// From 12 a year in 2024 to 20 a year in 2028.
fn courses(counted: Accumulation, actual: f64) -> Make {
    named("講座の開催回数")
        .unit("回")
        .counted(counted)
        .from(2024, number("12", "回"))
        .to(2028, number("20", "回"))
        .actual(2026, bare(actual))
        .until_the_half()
}

fn judged(made: &Make) -> Judgement {
    judge(&made.0, period(2025, 2028), None)
}

fn told(made: &Make) -> String {
    let texts = words(Language::Japanese);
    plain(&explanation(texts, &made.0, &judged(made)))
}

#[test]
fn half_a_years_count_is_doubled_and_that_is_said() {
    let made = courses(Accumulation::PerPeriod, 8.0);
    let judgement = judged(&made);
    assert_eq!(
        (judgement.grade, judgement.rate, judgement.expected),
        (Grade::OnTrack, Some(0.5), Some(0.5))
    );
    assert_eq!(judgement.half_year, Some(HalfYear::Doubled { figure: 8.0 }));
    assert_eq!(
        told(&made),
        "前期の 8回 を2倍して、1年分の 16回 とみています。（16 − 12）÷（20 − 12）＝ 50%。2年目の目安は 50% なので 順調。"
    );
    let texts = words(Language::Japanese);
    assert_eq!(
        summary(texts, &made.0, &judgement),
        "12回から4年で20回へ増やす計画です。令和8年度前期は8回（1年分に直すと16回）で、目安どおりです。"
    );
}

#[test]
fn half_a_year_meets_a_years_target_only_by_itself() {
    let grade = |actual| judged(&courses(Accumulation::PerPeriod, actual)).grade;
    assert_eq!(grade(11.0), Grade::OnTrack, "22 a year, if it goes on so");
    assert_eq!(grade(20.0), Grade::Achieved);
    let falling = |actual| {
        let made = named("滞納の新規件数")
            .counted(Accumulation::PerPeriod)
            .from(2024, number("30", "件"))
            .to(2028, number("10", "件"))
            .actual(2026, bare(actual))
            .until_the_half();
        judged(&made).grade
    };
    assert_eq!(
        falling(4.0),
        Grade::OnTrack,
        "the other half is still to come"
    );
    assert_eq!(falling(16.0), Grade::Backward);
}

#[test]
fn a_state_half_way_through_a_year_is_held_against_half_of_its_way() {
    let made = courses(Accumulation::PointInTime, 15.0);
    let judgement = judged(&made);
    assert_eq!(
        (judgement.grade, judgement.rate, judgement.expected),
        (Grade::OnTrack, Some(0.375), Some(0.375))
    );
    assert_eq!(judgement.half_year, Some(HalfYear::HalfWay));
    assert_eq!(
        told(&made),
        "前期までの数字なので、目安も年度の半ばのものです。（15 − 12）÷（20 − 12）＝ 37.5%。この年度の目安は 37.5% なので 順調。"
    );
}

#[test]
fn a_count_kept_up_is_held_by_half_of_it() {
    let kept = |actual| {
        let made = named("研修の実施回数")
            .counted(Accumulation::PerPeriod)
            .from(2024, number("28", "回"))
            .to(2028, number("28", "回"))
            .actual(2026, bare(actual))
            .until_the_half();
        judged(&made).grade
    };
    assert_eq!(kept(14.0), Grade::OnTrack);
    assert_eq!(kept(13.0), Grade::SlightlyBehind);
    assert_eq!(kept(28.0), Grade::Achieved);
}

#[test]
fn every_formula_knows_the_half() {
    let rate = |formula, counted| {
        let by = Yardstick {
            formula: Some(formula),
            scale: standard_scale(),
        };
        let made = courses(counted, 9.0);
        let judged = judge_by(&made.0, period(2025, 2028), None, &by);
        judged.rate.map(|rate| (rate * 1000.0).round() / 1000.0)
    };
    let doubled = Accumulation::PerPeriod;
    assert_eq!(rate(Formula::B, doubled), Some(0.9));
    assert_eq!(rate(Formula::C, doubled), Some(1.5));
    assert_eq!(rate(Formula::D, doubled), Some(1.8));
    let state = Accumulation::PointInTime;
    assert_eq!(rate(Formula::B, state), Some(0.45));
    assert_eq!(
        rate(Formula::D, state),
        Some(1.2),
        "1.5 of 4 years are gone by"
    );
}

#[test]
fn half_a_years_count_foretells_nothing() {
    let made = named("講座の開催回数")
        .counted(Accumulation::PerPeriod)
        .from(2021, number("10", "回"))
        .to(2028, number("20", "回"))
        .actual(2022, bare(11.0))
        .actual(2023, bare(12.0))
        .actual(2024, bare(13.0))
        .actual(2025, bare(7.0))
        .until_the_half();
    let one = series(&made.0).remove(0);
    let foretold = one.projection(period(2022, 2028), None).unwrap();
    assert_eq!(foretold.figure, 17.0);
}

/// 70,709千円 in one year, 411,519千円 over the five years of the plan.
fn donations(counted: Accumulation) -> Make {
    named("ふるさと納税の寄附金額（累計）")
        .unit("千円")
        .counted(counted)
        .from(2024, bare(70_709.0))
        .to(2029, bare(411_519.0))
        .actual(2026, bare(164_608.0))
}

#[test]
fn a_sum_that_begins_with_the_plan_starts_from_nothing() {
    let judge = |made: &Make| judge(&made.0, period(2025, 2029), None);
    let open = judge(&donations(Accumulation::Unknown));
    assert_eq!(open.doubts, [Doubt::SingleYearAgainstCumulative]);
    let made = donations(Accumulation::CumulativeFromStart);
    let decided = judge(&made);
    assert_eq!(decided.doubts, []);
    let rate = decided.rate.map(|rate| (rate * 1000.0).round());
    assert_eq!((rate, decided.expected), (Some(400.0), Some(0.4)));
    assert_eq!(decided.grade, Grade::OnTrack);
    assert!(matches!(
        decided.explanation,
        Explanation::Progress { baseline: 0.0, .. }
    ));
    let texts = words(Language::Japanese);
    assert_eq!(
        summary(texts, &made.0, &decided),
        "計画の始まりからの合計で4億1,152万円にする計画です（基準の7,071万円は1年分）。\
         令和8年度は1億6,461万円で、目安の1億6,461万円を上回っています。"
    );
}

#[test]
fn a_sum_begins_with_the_plan_whatever_the_baselines_year() {
    let made = named("植えた木の数（累計）")
        .counted(Accumulation::CumulativeFromStart)
        .from(2020, number("40", "本"))
        .to(2029, number("500", "本"));
    let one = series(&made.0).remove(0);
    let expected = |year| one.expected_at(period(2025, 2029), FiscalYear(year));
    assert_eq!((expected(2024), expected(2025)), (Some(0.0), Some(100.0)));
    let without = named("植えた木の数（累計）")
        .counted(Accumulation::CumulativeFromStart)
        .to(2029, number("500", "本"))
        .actual(2025, number("100", "本"));
    let judgement = judge(&without.0, period(2025, 2029), None);
    assert_eq!(
        (judgement.grade, judgement.rate),
        (Grade::OnTrack, Some(0.2))
    );
    assert_eq!(judgement.doubts, []);
}
