//! What may make a rate wrong.

use crate::build::*;
use monosashi::judge::{Doubt, Grade, MissingStart, judge, missing_start};
use monosashi::plan::{Accumulation, Quantity, Value};

fn mixes(made: &Make) -> bool {
    judge(&made.0, nowhen(), None)
        .doubts
        .contains(&Doubt::SingleYearAgainstCumulative)
}

fn of_2024(name: &str, unit: &str, from: &str, to: &str) -> Make {
    named(name)
        .unit(unit)
        .from(2024, number(from, ""))
        .to(2029, number(to, ""))
}

#[test]
fn a_sum_about_as_many_times_the_baseline_as_there_are_years_may_mix_one_year_with_all() {
    assert!(mixes(&of_2024(
        "ふるさと納税の寄附金額（累計）",
        "円",
        "70,709",
        "411,519"
    )));
    assert!(mixes(&of_2024(
        "ふるさと納税寄附件数（累計）",
        "件",
        "1,336",
        "10,286"
    )));
}

#[test]
fn a_name_that_says_yearly_and_cumulative_at_once_mixes_them() {
    assert!(mixes(&of_2024(
        "パブリシティ年間情報提供件数（累計）",
        "件",
        "55",
        "240"
    )));
}

#[test]
fn a_sum_over_five_years_beside_one_years_count_mixes_them() {
    let comments = named("パブリックコメント実施数")
        .measured_by("実施累計数")
        .from(2020, every("7", "件", 5, None))
        .to(2026, every("25", "件", 5, None));
    assert!(mixes(&comments));
}

#[test]
fn a_sum_of_what_is_there_is_only_how_many_there_are() {
    let followers = "町公式SNS等のフォロワー数、登録者数等（累計）";
    assert!(!mixes(&of_2024(followers, "人", "11,690", "20,850")));
    assert!(!mixes(&of_2024(followers, "人", "4,000", "20,000")));
    let agreements = of_2024("包括連携協定の締結数", "件", "3", "10").measured_by("締結累計数");
    assert!(!mixes(&agreements));
}

#[test]
fn a_sum_that_grows_slowly_or_from_nothing_mixes_nothing() {
    assert!(!mixes(&of_2024("移住相談（累計）", "件", "400", "500")));
    assert!(!mixes(&of_2024("申請手続累計", "件", "0", "35")));
}

#[test]
fn the_doubt_lasts_until_a_person_says_what_is_meant() {
    let name = "ふるさと納税の寄附金額（累計）";
    let donations = || of_2024(name, "円", "70,709", "411,519").actual(2025, number("150,800", ""));
    assert!(mixes(&donations()));
    assert!(!mixes(&donations().counted(Accumulation::Cumulative)));
    assert!(!mixes(&donations().counted(Accumulation::PerPeriod)));
}

#[test]
fn a_baseline_in_another_unit_is_said_to_be_left_out() {
    let made = named("拠点")
        .from(2024, number("3", "地区"))
        .to(2029, number("5", "か所"))
        .actual(2026, number("4", "か所"));
    assert_eq!(
        judge(&made.0, nowhen(), None).doubts,
        [Doubt::BaselineNotAFigure]
    );
}

#[test]
fn an_approximate_figure_makes_the_rate_approximate() {
    let about = Value::Number {
        quantity: Quantity {
            approximate: true,
            ..quantity("20", "%")
        },
    };
    let made = named("割合")
        .from(2024, number("10", "%"))
        .to(2029, about)
        .actual(2026, number("15", "%"));
    assert_eq!(judge(&made.0, nowhen(), None).doubts, [Doubt::Approximate]);
}

#[test]
fn a_survey_that_was_not_taken_yet_waits_for_the_first() {
    let waits = |made: Make| missing_start(&made.0);
    let safe = || named("誰もが安心して生活できると感じる人の割合").unit("%");
    let asked = safe().from(2024, missing()).to(2029, number("45.0", "%"));
    assert_eq!(waits(asked), Some(MissingStart::FirstSurvey));
    assert_eq!(
        waits(safe().to(2029, number("45.0", "%"))),
        Some(MissingStart::FirstSurvey)
    );
    let counted = named("空き家バンクの登録数").to(2029, number("20", "件"));
    assert_eq!(waits(counted), Some(MissingStart::Figure));
    let known = safe()
        .from(2024, number("40.0", "%"))
        .to(2029, number("45.0", "%"));
    assert_eq!(waits(known), None);
    let sum = named("植えた木の数（累計）")
        .counted(Accumulation::CumulativeFromStart)
        .to(2029, number("500", "本"));
    assert_eq!(waits(sum), None);
    assert_eq!(waits(safe()), None, "nothing is to be reached");
}

#[test]
fn an_actual_without_a_year_has_no_pace() {
    let made = named("割合")
        .from(2024, number("10", "%"))
        .to(2029, number("20", "%"))
        .actual(0, number("15", "%"));
    let judgement = judge(&made.0, nowhen(), None);
    assert_eq!(judgement.doubts, [Doubt::ActualYearUnknown]);
    assert_eq!((judgement.rate, judgement.expected), (Some(0.5), None));
}

#[test]
fn a_bare_figure_as_large_as_a_years_sum_beside_a_monthly_target_is_doubted() {
    let monthly = |figure: &str| per((1, "月"), quantity(figure, "回"), None);
    let doubted = |actual: Value| {
        let made = named("相談会の開催")
            .to(2029, monthly("1"))
            .actual(2026, actual);
        judge(&made.0, nowhen(), None)
            .doubts
            .contains(&Doubt::PeriodOfActualUntold)
    };
    assert!(doubted(bare(12.0)));
    assert!(doubted(number("10", "回")));
    assert!(!doubted(bare(1.0)));
    assert!(!doubted(bare(2.0)));
    assert!(!doubted(monthly("12")));
}

#[test]
fn a_last_target_without_a_value_is_told() {
    let told = |last: Value| {
        let made = named("参加者数").from(2022, bare(100.0));
        let made = made
            .to(2026, bare(150.0))
            .to(2030, last)
            .actual(2026, bare(150.0));
        let judged = judge(&made.0, nowhen(), None);
        (
            judged.grade,
            judged.doubts.contains(&Doubt::FinalTargetNotSet),
        )
    };
    assert_eq!(told(missing()), (Grade::Achieved, true));
    assert_eq!(told(bare(200.0)), (Grade::OnTrack, false));
}
