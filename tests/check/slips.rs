//! Slips of the hand, at entry and in files.

use crate::build::{actual, indicator, kinds, odd, plan, with_actuals, year};
use monosashi::check::{Figure, Kind, Subject, check, check_entry};
use monosashi::plan::{Bound, Direction, FiscalYear, Id, Indicator};

const NONE: &[(&str, &str)] = &[];

fn says(indicator: Indicator, expected: &[(&str, &str)]) {
    let name = indicator.name.clone();
    let found = odd(indicator);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(kind, text)| (*kind, text.as_str()))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn ten_times_too_much_and_too_little_are_met() {
    let visitors = || indicator("来館者数", "人", "4,620", "5,500");
    says(
        with_actuals(visitors(), &["4,701", "48,120", "4,790"]),
        &[("ten_times", "48,120")],
    );
    says(
        with_actuals(visitors(), &["4,701", "481"]),
        &[("ten_times", "481")],
    );
    says(
        with_actuals(visitors(), &["4,701", "4,812,000"]),
        &[("ten_times", "4,812,000")],
    );
    let found = kinds(with_actuals(visitors(), &["46"]));
    assert_eq!(
        found,
        [Kind::TenTimes {
            figure: Figure {
                period: year(2021),
                text: "46".to_owned()
            },
            other: Figure {
                period: year(2020),
                text: "4,620".to_owned()
            },
            times: 100,
            too_little: true
        }]
    );
}

#[test]
fn growth_that_the_target_explains_or_later_years_confirm_is_no_slip() {
    says(
        with_actuals(indicator("登録者数", "人", "100", "1,200"), &["1,010"]),
        NONE,
    );
    says(
        with_actuals(
            indicator("登録者数", "人", "100", "150"),
            &["1,010", "1,130"],
        ),
        NONE,
    );
    says(
        with_actuals(indicator("滞納額", "千円", "9,000", "500"), &["880"]),
        NONE,
    );
    // A pandemic: a fifth is not a tenth.
    says(
        with_actuals(indicator("来館者数", "人", "4,620", "5,500"), &["950"]),
        NONE,
    );
    // From nothing everything is growth.
    says(
        with_actuals(indicator("申請件数", "件", "0", "35"), &["350"]),
        NONE,
    );
    // Without a target and with one figure before it, nobody knows what is usual.
    says(
        with_actuals(indicator("相談件数", "件", "2", ""), &["20"]),
        NONE,
    );
}

#[test]
fn targets_out_of_size_are_met() {
    let mut visitors = indicator("来館者数", "人", "4,620", "5,500");
    let mut interim = visitors.targets[0].clone();
    interim.period = year(2025);
    "50,000".clone_into(&mut interim.text);
    interim.value = actual(2025, "50,000", "人").value;
    visitors.targets.insert(0, interim);
    says(visitors, &[("ten_times", "50,000")]);
    says(
        indicator("寄附額", "千円", "70,709", "75,000,000"),
        &[("ten_times", "75,000,000")],
    );
    says(indicator("登録者数", "人", "12", "1,200"), NONE);
}

#[test]
fn a_total_does_not_fall() {
    let sum = indicator("協定の締結数（累計）", "件", "3", "10");
    says(
        with_actuals(sum.clone(), &["4", "6", "5"]),
        &[("falling_total", "5")],
    );
    // The baseline may be one year's figure.
    says(with_actuals(sum, &["2", "4"]), NONE);
    says(
        with_actuals(indicator("協定の締結数", "件", "3", "10"), &["6", "5"]),
        NONE,
    );
}

#[test]
fn a_share_of_a_whole_is_not_over_a_hundred() {
    says(
        with_actuals(indicator("健診の受診率", "%", "45.0", "60.0"), &["465"]),
        // Ten times as well, which is the same slip seen from two sides.
        &[("ten_times", "465"), ("over_hundred", "465")],
    );
    says(
        indicator("満足と答えた人の割合", "%", "81.5", "120"),
        &[("over_hundred", "120")],
    );
    for name in [
        "経常収支比率",
        "料金回収率",
        "食料自給率",
        "計画達成率",
        "前年に対する割合",
    ] {
        says(indicator(name, "%", "98", "105"), NONE);
    }
}

#[test]
fn a_figure_with_many_digits_is_not_last_years_by_chance() {
    let people = indicator("来場者数", "人", "41,616", "45,000");
    says(
        with_actuals(people.clone(), &["41,616", "42,008", "42,008"]),
        &[("stale_copy", "41,616"), ("stale_copy", "42,008")],
    );
    says(with_actuals(people, &["42,000", "42,000"]), NONE);
    says(
        with_actuals(indicator("開催回数", "回", "12", "15"), &["12", "12"]),
        NONE,
    );
}

#[test]
fn a_year_copied_as_a_whole_is_said_once_for_the_plan() {
    let one = |number: usize, second: &str| Indicator {
        id: Id::numbered("indicator", number),
        ..with_actuals(indicator("参加者数", "人", "15", "30"), &["21", second])
    };
    let copied: Vec<Indicator> = (1..=5).map(|number| one(number, "21")).collect();
    let mut moved = copied.clone();
    moved[2] = one(3, "22");
    let remarks = check(&plan(copied), None);
    let found: Vec<_> = remarks
        .iter()
        .map(|it| (&it.subject, &it.kind, it.count))
        .collect();
    let year = FiscalYear(2022);
    assert_eq!(found, [(&Subject::Plan, &Kind::StaleYear { year }, 5)]);
    assert_eq!(check(&plan(moved), None), []);
}

#[test]
fn a_direction_set_against_the_target_is_met() {
    let set = |direction, from: &str, to: &str| Indicator {
        direction,
        ..indicator("利用者数", "人", from, to)
    };
    says(
        set(Direction::Increase, "30", "20"),
        &[("reversed_direction", "")],
    );
    says(
        set(Direction::Decrease, "20", "30"),
        &[("reversed_direction", "")],
    );
    says(
        set(Direction::Increase, "12", "10以下"),
        &[("reversed_direction", "")],
    );
    says(set(Direction::Increase, "20", "30"), NONE);
    says(set(Direction::Maintain, "30", "20"), NONE);
    says(set(Direction::Decrease, "12", "10以下"), NONE);
    let bounded = set(Direction::Decrease, "20", "30以上");
    assert_eq!(
        bounded.targets[0].value.bound(),
        Some(Bound::AtLeast),
        "the bound alone says it"
    );
    says(bounded, &[("reversed_direction", "")]);
}

#[test]
fn nobody_plans_more_arrears() {
    let kind = kinds(indicator("町税の滞納額", "千円", "56,326", "77,826"));
    let said = Kind::RisingEvil {
        word: "滞納".to_owned(),
        from: "56,326".to_owned(),
        to: "77,826".to_owned(),
    };
    assert_eq!(kind, [said]);
    // Ceilings that are planned.
    says(indicator("要介護認定率", "%", "17.5", "19.0"), NONE);
    says(indicator("滞納繰越分の徴収率", "%", "20.0", "25.0"), NONE);
}

#[test]
fn a_figure_in_another_unit_is_met_and_one_in_another_scale_is_not() {
    let money = || indicator("寄附額", "千円", "70,709千円", "411,519千円");
    says(
        with_actuals(money(), &["1,336件"]),
        &[("unit_changed", "1,336件")],
    );
    says(with_actuals(money(), &["15,080万円"]), NONE);
    says(with_actuals(money(), &["調査中"]), NONE);
}

#[test]
fn at_entry_only_the_figure_being_entered_is_spoken_of() {
    let stale = with_actuals(indicator("来場者数", "人", "41,616", "45,000"), &["41,616"]);
    let entry = |text: &str| {
        let entered = actual(2022, text, "人");
        let remarks = check_entry(&stale, &entered);
        let kinds = remarks.iter().map(|it| it.kind.name());
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(entry("42,000"), NONE_KINDS);
    assert_eq!(entry("41,616"), ["stale_copy"]);
    assert_eq!(entry("420,000"), ["ten_times"]);
    assert_eq!(entry("42,000件"), ["unit_changed"]);
    assert_eq!(entry(""), NONE_KINDS);
    assert_eq!(stale.actuals.len(), 1, "nothing is entered by asking");
}

const NONE_KINDS: &[&str] = &[];

#[test]
fn correcting_an_actual_is_checked_in_the_place_of_the_old_one() {
    let entered = with_actuals(
        indicator("来場者数", "人", "4,162", "4,500"),
        &["41,900", "4,230"],
    );
    let corrected = actual(2021, "4,190", "人");
    let remarks = check_entry(&entered, &corrected);
    assert_eq!(remarks, []);
}

#[test]
fn two_figures_of_one_period_written_the_same_are_one_remark() {
    let mut fees = with_actuals(indicator("滞納額", "千円", "9,000", "500"), &["80人"]);
    fees.actuals.push(fees.actuals[0].clone());
    says(fees, &[("unit_changed", "80人")]);
}
