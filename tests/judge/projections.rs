//! Where the present course leads, half-year paces, and targets changed on the way.

use crate::build::*;
use monosashi::judge::{
    Doubt, Grade, NoProjection, Projection, Series, Yardstick, by_earlier_targets, changes, judge,
    scale_named, series,
};
use monosashi::plan::{Accumulation, EarlierTargets, FiscalYear, Id, Plan};
use monosashi::words::{Language, no_projection, plain, projection, words};

/// Something to go from 100 (2020) to 200 (2030), with the figures of the years from 2021 on.
fn course(figures: &[f64]) -> Make {
    let made = named("件数").from(2020, bare(100.0)).to(2030, bare(200.0));
    figures
        .iter()
        .zip(2021..)
        .fold(made, |made, (figure, when)| {
            made.actual(when, bare(*figure))
        })
}

fn only(made: &Make) -> Series<'static> {
    series(&made.0).remove(0).into_owned()
}

fn projected(made: &Make) -> Result<Projection, NoProjection> {
    only(made).projection(nowhen(), None)
}

#[test]
fn a_straight_course_is_drawn_on_without_a_range() {
    assert_eq!(
        projected(&course(&[108.0, 116.0, 124.0])),
        Ok(Projection {
            year: 2030,
            figure: 180.0,
            low: 180.0,
            high: 180.0,
            reaches: false,
            yearly: 8.0,
            needed: 76.0 / 7.0,
        })
    );
}

#[test]
fn the_range_is_the_worst_miss_of_a_year_times_the_years_to_go() {
    // From 100 and 110, 120 and 130 were foretold for 2022 and 2023: 10 and 5 a year too many. From the first three
    // (5 a year, the newest 110), 115 for 2023: 5 too few.
    let projection = projected(&course(&[110.0, 110.0, 120.0])).unwrap();
    assert_eq!(projection.yearly, 6.0);
    assert_eq!(projection.figure, 162.0);
    assert_eq!((projection.low, projection.high), (92.0, 232.0));
    assert!(!projection.reaches);
}

#[test]
fn what_is_reached_needs_nothing_more() {
    let projection = projected(&course(&[140.0, 180.0, 220.0])).unwrap();
    assert!(projection.reaches);
    assert_eq!(projection.needed, 0.0);
}

#[test]
fn a_count_does_not_fall_below_nothing_and_a_share_does_not_pass_the_whole() {
    let falling = projected(&course(&[70.0, 40.0, 10.0])).unwrap();
    assert_eq!((falling.figure, falling.low), (0.0, 0.0));
    let made = named("率")
        .unit("%")
        .from(2020, bare(80.0))
        .to(2030, bare(95.0));
    let rising = [85.0, 90.0, 94.0].iter().zip(2021..);
    let rising = rising.fold(made, |made, (figure, when)| {
        made.actual(when, bare(*figure))
    });
    assert_eq!(projected(&rising).unwrap().figure, 100.0);
}

#[test]
fn nothing_is_foretold_from_too_few_figures_and_it_is_said_why() {
    let few = projected(&course(&[110.0, 120.0]));
    assert_eq!(few, Err(NoProjection::TooFewPoints { have: 3 }));
    let twice = course(&[110.0, 120.0]).actual(2022, bare(121.0));
    assert_eq!(
        projected(&twice),
        Err(NoProjection::TooFewPoints { have: 3 }),
        "a year counts once"
    );
    let untimed = named("件数").from(2020, bare(1.0)).to(0, bare(2.0));
    assert_eq!(projected(&untimed), Err(NoProjection::TargetYearUnknown));
    let aimless = named("件数").from(2020, bare(1.0));
    assert_eq!(projected(&aimless), Err(NoProjection::NoTarget));
    let over = course(&[110.0, 120.0, 130.0]).actual(2030, bare(190.0));
    assert_eq!(projected(&over), Err(NoProjection::Over));
}

#[test]
fn as_of_a_year_later_figures_are_not_known() {
    let series = only(&course(&[108.0, 116.0, 124.0, 200.0]));
    let then = series.projection(nowhen(), Some(FiscalYear(2023)));
    assert_eq!(then.unwrap().figure, 180.0);
}

#[test]
fn a_projection_is_one_sentence_with_its_numbers() {
    let made = course(&[110.0, 110.0, 120.0]).unit("件");
    let texts = words(Language::Japanese);
    let foretold = projected(&made).unwrap();
    assert_eq!(
        plain(&projection(texts, &made.0, &only(&made), &foretold)),
        "いまの歩みのままなら、令和12年度は 162件（92件～232件）の見込みです。\
         1年に 11件 変われば目標に届きます。これまでは1年に 6.0件 でした。"
    );
    assert_eq!(
        no_projection(texts, NoProjection::TooFewPoints { have: 3 }),
        "年度のわかる数字が 3 つしかないので、見込みは出せません。4 つあれば出せます。"
    );
}

#[test]
fn half_way_through_a_year_half_of_its_count_is_due() {
    let at = |made: &Make, counted| {
        only(made).expected_at_half_year(period(2021, 2030), counted, FiscalYear(2024))
    };
    let rising = course(&[]);
    assert_eq!(at(&rising, Accumulation::PerPeriod), Some(70.0));
    assert_eq!(at(&rising, Accumulation::Cumulative), Some(135.0));
    assert_eq!(at(&rising, Accumulation::PointInTime), Some(135.0));
    let held = named("研修回数")
        .from(2020, bare(28.0))
        .to(2030, bare(28.0));
    assert_eq!(at(&held, Accumulation::PerPeriod), Some(14.0));
    assert_eq!(at(&held, Accumulation::PointInTime), Some(28.0));
    let first = only(&rising);
    let first = first.expected_at_half_year(nowhen(), Accumulation::Cumulative, FiscalYear(2021));
    assert_eq!(first, Some(105.0));
}

#[test]
fn a_target_changed_on_the_way_is_flagged_and_both_are_judged() {
    let mut made = course(&[110.0, 120.0]);
    made.0.earlier_targets = vec![EarlierTargets {
        changed: year(2022),
        targets: course(&[]).to(2025, bare(130.0)).0.targets.split_off(1),
    }];
    let now = judge(&made.0, nowhen(), None);
    assert_eq!(now.doubts, [Doubt::TargetChanged]);
    assert_eq!((now.rate, now.grade), (Some(0.2), Grade::OnTrack));
    let before = by_earlier_targets(&made.0, nowhen(), None, &Yardstick::default());
    let [(when, before)] = before.as_slice() else {
        panic!("{before:?}");
    };
    assert_eq!(*when, year(2022));
    assert_eq!(before.rate, Some(20.0 / 30.0));
    assert!(before.doubts.is_empty());
}

#[test]
fn another_scale_lists_what_changes_grade() {
    let mut behind = course(&[108.0]).0;
    behind.id = Id::from("behind");
    let mut reached = course(&[210.0]).0;
    reached.id = Id::from("reached");
    let plan = Plan {
        indicators: vec![behind, reached],
        ..Plan::default()
    };
    let sano = Yardstick {
        formula: None,
        scale: scale_named("sano").unwrap(),
    };
    let changed = changes(&plan, None, &Yardstick::default(), &sano);
    let [change] = changed.as_slice() else {
        panic!("{changed:?}");
    };
    assert_eq!(change.indicator, Id::from("behind"));
    assert_eq!(change.before.grade, Grade::SlightlyBehind);
    assert_eq!(
        (change.after.grade, change.after.word.as_str()),
        (Grade::Behind, "1ポイント")
    );
    assert!(changes(&plan, None, &sano, &sano).is_empty());
}
