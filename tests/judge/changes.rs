//! Targets that are written as a change of the baseline.

use crate::build::*;
use monosashi::judge::{Grade, Judgement, judge, series};
use monosashi::plan::{FiscalYear, UnitHint, parse_value};
use monosashi::words::{Language, explanation, plain, words};

/// A target as a plan writes it, from 1,000 in 2020, with an actual of 2025.
fn made(name: &str, target: &str, actual: f64) -> Make {
    let mut made = named(name)
        .unit("t")
        .from(2020, bare(1_000.0))
        .to(2025, parse_value(target, &UnitHint::of("t")))
        .actual(2025, bare(actual));
    target.clone_into(&mut made.0.targets[0].text);
    made
}

fn judged(made: &Make) -> Judgement {
    judge(&made.0, period(2021, 2025), None)
}

#[test]
fn what_is_to_stay_is_held_against_the_baseline() {
    for (target, actual, grade) in [
        ("現状維持", 1_000.0, Grade::Achieved),
        ("維持", 950.0, Grade::SlightlyBehind),
        ("同水準", 700.0, Grade::Backward),
        ("基準値以上", 1_000.0, Grade::Achieved),
        ("増加", 1_001.0, Grade::Achieved),
        ("増加", 1_000.0, Grade::SlightlyBehind),
        ("減少", 900.0, Grade::Achieved),
    ] {
        let judgement = judged(&made("木材の量", target, actual));
        assert_eq!(judgement.grade, grade, "{target} {actual}");
    }
}

#[test]
fn a_share_and_a_difference_lead_to_a_figure() {
    for (target, figure) in [
        ("20%削減", 800.0),
        ("半減", 500.0),
        ("現状値の2倍", 2_000.0),
        ("100t減", 900.0),
        ("10％増加", 1_100.0),
    ] {
        let made = made("木材の量", target, 850.0);
        let series = series(&made.0);
        assert_eq!(series[0].targets[0].number, figure, "{target}");
    }
    let judgement = judged(&made("木材の量", "20%削減", 850.0));
    assert_eq!(judgement.rate, Some(0.75));
}

#[test]
fn a_cut_in_per_cent_of_a_bare_baseline_is_no_figure_of_its_own() {
    let cut = |target: &str, from: f64, actual: f64| {
        let mut made = named("CO2排出量")
            .from(2020, bare(from))
            .to(2025, parse_value(target, &UnitHint::none()))
            .actual(2022, bare(actual));
        target.clone_into(&mut made.0.targets[0].text);
        judge(&made.0, period(2021, 2025), None).rate
    };
    assert_eq!(cut("▲20%", 1_000.0, 850.0), Some(0.75));
    assert_eq!(cut("1.5倍", 100.0, 120.0), Some(0.4));
    assert_eq!(cut("▲20%", -10.0, -15.0), Some(0.5));
}

#[test]
fn without_a_baseline_a_change_is_not_judged_and_the_sentence_says_what_is_missing() {
    let mut made = made("木材の量", "20%削減", 850.0);
    made.0.baseline = None;
    let judgement = judge(&made.0, period(2021, 2025), Some(FiscalYear(2025)));
    assert_eq!(judgement.grade, Grade::NotJudged);
    let texts = words(Language::Japanese);
    assert_eq!(
        plain(&explanation(texts, &made.0, &judgement)),
        "目標が基準からの変化なので、基準がないと判定できません。"
    );
}
