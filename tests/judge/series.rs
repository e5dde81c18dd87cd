//! Figures on one scale, and the pace between them.

use crate::build::*;
use monosashi::judge::{Series, series};
use monosashi::plan::{Bound, FiscalYear, PlanPeriod, Value};

fn only(made: &Make) -> Series<'static> {
    let mut all = series(&made.0);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).into_owned()
}

fn at(series: &Series, period: PlanPeriod, year: i32) -> Option<f64> {
    series.expected_at(period, FiscalYear(year))
}

#[test]
fn figures_in_several_scales_come_to_the_final_targets() {
    let made = named("ふるさと納税")
        .from(2024, number("70,709,000", "円"))
        .to(2029, scaled("411,519", 1_000, "円"))
        .actual(2025, bare(150_800.0));
    let series = only(&made);
    assert_eq!(series.unit, "千円");
    assert_eq!(series.baseline.unwrap().number, 70_709.0);
    assert_eq!(
        series.actuals[0].number, 150_800.0,
        "a bare figure is in the unit"
    );
}

#[test]
fn missing_worded_and_relative_values_are_no_points() {
    let made = named("比率")
        .from(2024, missing())
        .to(2026, relative("類似団体平均", Bound::AtMost))
        .to(2029, number("2.0", "%"))
        .actual(2025, stage(&["増加"]))
        .actual(2026, number("1.5", "%"));
    let series = only(&made);
    assert_eq!(series.baseline, None);
    assert_eq!(series.targets.len(), 1);
    assert_eq!(series.targets[0].decimals, 1);
    assert_eq!(series.actuals.len(), 1);
    assert_eq!(series.actuals[0].text, made.0.actuals[1].text);
}

#[test]
fn an_indicator_without_figures_has_no_series() {
    assert!(
        series(
            &named("計画")
                .from(0, stage(&["策定"]))
                .to(0, stage(&["策定"]))
                .0
        )
        .is_empty()
    );
    assert!(series(&named("計画").0).is_empty());
}

#[test]
fn bounds_and_both_ends_of_a_range_are_kept() {
    let made = named("比率")
        .from(2024, bounded("10", "%", Bound::LessThan))
        .to(2029, range("5", "10", "%"));
    let series = only(&made);
    assert_eq!(series.baseline.unwrap().bound, Some(Bound::LessThan));
    assert_eq!(
        (series.targets[0].number, series.targets[0].upper),
        (5.0, Some(10.0))
    );
}

#[test]
fn a_count_over_a_period_gives_its_number() {
    let series = only(
        &named("研修")
            .from(0, yearly("3", "回", None))
            .to(2030, yearly("4", "回", None)),
    );
    assert_eq!(series.baseline.unwrap().number, 3.0);
    assert_eq!(series.unit, "回");
}

#[test]
fn of_a_single_and_a_cumulative_figure_the_one_that_is_counted_is_taken() {
    let both = || Value::SingleAndCumulative {
        single: quantity("4", "件"),
        cumulative: quantity("21", "件"),
    };
    let of = |name| {
        only(
            &named(name)
                .to(2029, number("30", "件"))
                .actual(2025, both()),
        )
    };
    assert_eq!(of("提供件数").actuals[0].number, 4.0);
    assert_eq!(of("提供件数（累計）").actuals[0].number, 21.0);
}

#[test]
fn actuals_stand_in_the_order_of_their_years() {
    let made = named("件数")
        .to(2029, bare(9.0))
        .actual(2027, bare(3.0))
        .actual(2025, bare(1.0))
        .actual(2026, bare(2.0));
    let numbers: Vec<f64> = only(&made)
        .actuals
        .iter()
        .map(|point| point.number)
        .collect();
    assert_eq!(numbers, [1.0, 2.0, 3.0]);
}

#[test]
fn the_pace_is_the_straight_line_to_the_target() {
    let made = named("ふるさと納税")
        .from(2024, scaled("70,709", 1_000, "円"))
        .to(2029, scaled("411,519", 1_000, "円"));
    let series = only(&made);
    assert_eq!(at(&series, nowhen(), 2024), Some(70_709.0));
    assert_eq!(at(&series, nowhen(), 2025), Some(138_871.0));
    assert_eq!(at(&series, nowhen(), 2026), Some(207_033.0));
    assert_eq!(at(&series, nowhen(), 2029), Some(411_519.0));
    assert_eq!(at(&series, nowhen(), 2040), Some(411_519.0));
    assert_eq!(at(&series, nowhen(), 2000), Some(70_709.0));
}

#[test]
fn the_pace_goes_through_interim_targets() {
    let made = named("団体数")
        .from(0, number("11", "団体"))
        .to(2030, number("15", "団体"))
        .to(2035, number("20", "団体"));
    let series = only(&made);
    let plan = period(2026, 2035);
    assert_eq!(
        at(&series, plan, 2025),
        Some(11.0),
        "the state when the plan began"
    );
    assert_eq!(at(&series, plan, 2030), Some(15.0));
    assert_eq!(at(&series, plan, 2032), Some(17.0));
    assert_eq!(
        at(&series, nowhen(), 2028),
        None,
        "nobody knows where it starts"
    );
    assert_eq!(
        at(&series, nowhen(), 2032),
        Some(17.0),
        "but an interim target does"
    );
}

#[test]
fn interim_targets_out_of_order_or_without_a_year_bend_nothing() {
    let made = named("団体数")
        .from(2024, bare(10.0))
        .to(2023, bare(90.0))
        .to(0, bare(80.0))
        .to(2031, bare(70.0))
        .to(2029, bare(20.0));
    assert_eq!(at(&only(&made), nowhen(), 2026), Some(14.0));
}

#[test]
fn without_a_target_year_the_pace_ends_with_the_plan() {
    let series = only(&named("団体数").from(2024, bare(10.0)).to(0, bare(20.0)));
    assert_eq!(at(&series, period(2025, 2029), 2026), Some(14.0));
    assert_eq!(at(&series, nowhen(), 2026), None);
}

#[test]
fn the_pace_of_what_is_held_is_what_is_to_be_held_next() {
    let series = only(
        &named("懇談会")
            .from(2024, bare(12.0))
            .to(2026, bare(12.0))
            .to(2029, bare(10.0)),
    );
    assert_eq!(at(&series, nowhen(), 2025), Some(12.0));
    assert_eq!(at(&series, nowhen(), 2027), Some(10.0));
}

#[test]
fn a_figure_stands_between_baseline_and_target() {
    let falling = only(&named("滞納額").from(2024, bare(80.0)).to(2029, bare(40.0)));
    assert_eq!(falling.rate_at(80.0), Some(0.0));
    assert_eq!(falling.rate_at(60.0), Some(0.5));
    assert_eq!(falling.rate_at(30.0), Some(1.25));
    assert_eq!(falling.rate_at(90.0), Some(-0.25));
    let maintained = only(&named("回数").from(2024, bare(28.0)).to(2029, bare(28.0)));
    assert_eq!(maintained.rate_at(28.0), None);
    let without_baseline = only(&named("利用者").from(2024, missing()).to(2029, bare(500.0)));
    assert_eq!(without_baseline.rate_at(250.0), Some(0.5));
}
