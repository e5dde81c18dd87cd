//! Directions and accumulations with the reason they were inferred.

use crate::build::*;
use monosashi::judge::{AccumulationReason, DirectionReason, judge};
use monosashi::plan::{Accumulation, Bound, Direction, Value};

fn direction(name: &str, from: Value, to: Value) -> (Direction, DirectionReason) {
    let judgement = judge(&named(name).from(2024, from).to(2029, to).0, nowhen(), None);
    (judgement.direction.value, judgement.direction.reason)
}

fn of_figures(name: &str, from: &str, to: &str) -> (Direction, DirectionReason) {
    direction(name, number(from, ""), number(to, ""))
}

fn lower(word: &str) -> (Direction, DirectionReason) {
    let word = word.to_owned();
    (
        Direction::Decrease,
        DirectionReason::LowerIsBetterByName { word },
    )
}

#[test]
fn a_higher_target_is_to_be_reached() {
    assert_eq!(
        of_figures("町税収納率", "97.1", "97.5"),
        (Direction::Increase, DirectionReason::TargetAboveBaseline)
    );
}

#[test]
fn a_lower_target_is_a_wish_to_fall_only_where_the_name_says_so() {
    assert_eq!(
        of_figures("経常収支比率", "89.4", "89.0"),
        lower("経常収支比率")
    );
    assert_eq!(of_figures("滞納額", "77,826", "66,326"), lower("滞納"));
    assert_eq!(
        of_figures("DX推進による職員数", "173", "165"),
        lower("職員数")
    );
    let floor = (
        Direction::Maintain,
        DirectionReason::TargetBelowBaselineIsFloor,
    );
    assert_eq!(of_figures("懇談会の開催回数", "12", "10"), floor);
    assert_eq!(of_figures("人口", "41,616", "41,000"), floor);
}

#[test]
fn of_ranks_the_first_is_the_best() {
    let of_ranks = |from, to| direction("魅力度", number(from, "位"), number(to, "位"));
    assert_eq!(of_ranks("20", "10"), lower("位"));
    let ceiling = DirectionReason::TargetAboveBaselineIsCeiling {
        word: "位".to_owned(),
    };
    assert_eq!(of_ranks("3", "5"), (Direction::Within, ceiling));
}

#[test]
fn a_label_says_more_than_the_name() {
    let cost = |figure| parts(&[("コスト額", figure, "円")]);
    assert_eq!(
        direction(
            "ペーパーレス化による印刷等コスト削減",
            cost("10,000"),
            cost("5,000")
        ),
        lower("削減")
    );
}

#[test]
fn a_zero_is_to_be_come_down_to() {
    let zero = (Direction::Decrease, DirectionReason::TargetIsZero);
    assert_eq!(of_figures("未整備路線", "5", "0"), zero);
    assert_eq!(direction("未整備路線", missing(), number("0", "")), zero);
    assert_eq!(
        of_figures("社会増減", "-5", "0"),
        (Direction::Increase, DirectionReason::TargetAboveBaseline)
    );
}

#[test]
fn bounds_and_ranges_say_it_themselves() {
    let percent = |figure| number(figure, "%");
    assert_eq!(
        direction("登録率", missing(), bounded("50", "%", Bound::AtLeast)),
        (Direction::Increase, DirectionReason::BoundOfTarget)
    );
    assert_eq!(
        direction("比率", percent("12"), bounded("10", "%", Bound::LessThan)),
        (Direction::Decrease, DirectionReason::BoundOfTarget)
    );
    assert_eq!(
        direction("比率", percent("9.3"), bounded("10", "%", Bound::LessThan)),
        (Direction::Within, DirectionReason::BoundOfTarget)
    );
    assert_eq!(
        direction("比率", percent("9.3"), range("3", "5", "%")),
        (Direction::Within, DirectionReason::RangeTarget)
    );
}

#[test]
fn without_a_baseline_the_name_may_say_it() {
    assert_eq!(
        direction("離職率", missing(), number("5", "%")),
        (
            Direction::Decrease,
            DirectionReason::ByNameOnly {
                word: "離職".to_owned()
            }
        )
    );
    assert_eq!(
        direction("利用人数", missing(), number("500", "人")),
        (Direction::Increase, DirectionReason::NoBaselineMoreIsBetter)
    );
}

#[test]
fn what_a_person_says_is_taken() {
    let made = named("滞納額")
        .going(Direction::Maintain)
        .counted(Accumulation::PerPeriod)
        .from(2024, number("10", "円"))
        .to(2029, number("5", "円"));
    let judgement = judge(&made.0, nowhen(), None);
    assert_eq!(judgement.direction.value, Direction::Maintain);
    assert_eq!(judgement.direction.reason, DirectionReason::Said);
    assert_eq!(judgement.accumulation.value, Accumulation::PerPeriod);
    assert_eq!(judgement.accumulation.reason, AccumulationReason::Said);
}

#[test]
fn accumulation_follows_the_words_of_name_measurement_and_unit() {
    use Accumulation::{Cumulative, PerPeriod, PointInTime, Unknown};
    for (name, measurement, unit, expected, word) in [
        (
            "ふるさと納税の寄附金額（累計）",
            "",
            "千円",
            Cumulative,
            "累計",
        ),
        (
            "包括連携協定の締結数",
            "締結累計数",
            "件",
            Cumulative,
            "累計",
        ),
        ("研修会又は講演会", "年間開催数", "回", PerPeriod, "年間"),
        (
            "パブリシティ年間情報提供件数（累計）",
            "",
            "件",
            Cumulative,
            "累計",
        ),
        (
            "附属機関等の女性委員の割合",
            "庁内調査",
            "%",
            PointInTime,
            "割合",
        ),
        ("町税収納率", "", "%", PointInTime, "率"),
        (
            "町公式SNS等のフォロワー数",
            "",
            "人",
            PointInTime,
            "フォロワー",
        ),
        ("ホームページアクセス数", "", "件", PerPeriod, "アクセス"),
        ("登録団体の会議への参加", "", "回", PerPeriod, "参加"),
        ("効率的な会議", "", "件", PerPeriod, "件"),
        ("町の元気", "", "点", Unknown, ""),
    ] {
        let made = named(name).measured_by(measurement).unit(unit);
        let made = made.to(2029, number("10", unit));
        let accumulation = judge(&made.0, nowhen(), None).accumulation;
        let reason = match word {
            "" => AccumulationReason::NotTellable,
            word => AccumulationReason::Word { word: word.into() },
        };
        assert_eq!(
            (accumulation.value, accumulation.reason),
            (expected, reason),
            "{name}"
        );
    }
}

#[test]
fn a_rate_per_year_is_a_years_count() {
    let made = named("行財政改革推進会議").to(2030, yearly("2", "回", None));
    let accumulation = judge(&made.0, nowhen(), None).accumulation;
    assert_eq!(accumulation.value, Accumulation::PerPeriod);
}
