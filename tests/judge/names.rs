//! What names say: which way is better, over what is counted, and where neither is sure.

use crate::build::*;
use monosashi::judge::{Doubt, Grade, HalfYear, Judgement, judge};
use monosashi::plan::{Accumulation, Bound, Value};

fn judged(made: &Make) -> Judgement {
    judge(&made.0, period(2021, 2025), None)
}

fn from_to(name: &str, from: f64, to: f64, actual: f64) -> Make {
    let made = named(name).from(2020, bare(from)).to(2025, bare(to));
    made.actual(2025, bare(actual))
}

#[test]
fn what_is_done_about_an_evil_is_wanted() {
    for name in [
        "刑法犯検挙率",
        "違反是正率",
        "特殊詐欺被害阻止率",
        "離職者の再就職率",
        "苦情処理率",
        "窓口待ち時間短縮率",
        "漏水修繕件数",
    ] {
        let judgement = judged(&from_to(name, 50.0, 60.0, 45.0));
        assert_eq!(judgement.grade, Grade::Backward, "{name}");
    }
}

#[test]
fn a_wanted_thing_whose_target_falls_a_little_is_to_be_held() {
    for name in [
        "女性管理職職員数",
        "再生可能エネルギー使用量",
        "ごみ分別率",
        "業務削減時間数",
    ] {
        let judgement = judged(&from_to(name, 100.0, 95.0, 60.0));
        assert_eq!(judgement.grade, Grade::Backward, "{name}");
    }
}

#[test]
fn evils_are_known_without_a_baseline_too() {
    for name in [
        "離婚件数",
        "収入未済額",
        "魅力度ランキング順位",
        "朝食欠食率",
    ] {
        let made = named(name).to(2025, bare(100.0)).actual(2025, bare(120.0));
        assert_ne!(judged(&made).grade, Grade::Achieved, "{name}");
    }
}

#[test]
fn a_cut_that_is_written_below_zero_is_deeper_the_lower_it_is() {
    let made = from_to("温室効果ガス排出量削減率", -10.0, -46.0, -28.0);
    assert_eq!(judged(&made).rate, Some(0.5));
}

#[test]
fn where_the_words_leave_the_direction_open_it_is_doubted() {
    for made in [
        from_to("空き家数", 100.0, 120.0, 150.0),
        from_to("空き家率", 10.0, 10.0, 13.0),
        named("空き家率")
            .to(2025, bare(12.0))
            .actual(2025, bare(15.0)),
    ] {
        let doubts = judged(&made).doubts;
        assert!(doubts.contains(&Doubt::DirectionInferred), "{doubts:?}");
    }
    let wanted = judged(&from_to("参加者数", 100.0, 120.0, 150.0));
    assert!(wanted.doubts.is_empty(), "{:?}", wanted.doubts);
}

#[test]
fn a_mean_and_a_sum_over_years_are_not_one_years_count() {
    for (name, counted) in [
        ("月平均利用者数", Accumulation::PointInTime),
        ("1日当たり利用者数", Accumulation::PointInTime),
        ("移住者数（5年間）", Accumulation::Cumulative),
        ("移住者数（5か年間）", Accumulation::Cumulative),
        ("計画期間中の創業件数", Accumulation::Cumulative),
        ("創業件数（令和3～7年度合計）", Accumulation::Cumulative),
        ("合計特殊出生率", Accumulation::PointInTime),
        ("年間利用者数", Accumulation::PerPeriod),
        ("ごみ排出量", Accumulation::PerPeriod),
    ] {
        let judgement = judged(&from_to(name, 100.0, 120.0, 110.0));
        assert_eq!(judgement.accumulation.value, counted, "{name}");
    }
}

#[test]
fn half_a_year_of_what_cannot_be_told_is_doubted() {
    let half = |name: &str| judged(&from_to(name, 1_000.0, 900.0, 480.0).until_the_half());
    let rubbish = half("ごみ排出量");
    assert_eq!(rubbish.half_year, Some(HalfYear::Doubled { figure: 480.0 }));
    assert_eq!(rubbish.rate, Some(0.4));
    let untold = half("健やかさ");
    assert!(untold.doubts.contains(&Doubt::HalfYearUntold));
}

#[test]
fn an_actual_written_as_less_than_the_target_meets_it() {
    let below = |figure: &str| bounded(figure, "%", Bound::LessThan);
    let made = |from: Value| {
        let made = named("滞納率").unit("%").from(2020, from);
        made.to(2025, below("10")).actual(2025, below("10"))
    };
    assert_eq!(judged(&made(number("12", "%"))).grade, Grade::Achieved);
    assert_eq!(judged(&made(below("10"))).grade, Grade::Achieved);
}

#[test]
fn of_series_on_one_step_the_slowest_decides() {
    let made = named("健康寿命")
        .from(2020, parts(&[("男", "79.0", ""), ("女", "83.0", "")]))
        .to(2025, parts(&[("男", "80.0", ""), ("女", "84.0", "")]))
        .actual(2025, parts(&[("男", "79.2", ""), ("女", "83.0", "")]));
    assert_eq!(judged(&made).rate, Some(0.0));
}
