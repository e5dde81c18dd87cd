//! The published rate beside the computed one.

use crate::build::*;
use monosashi::judge::{Published, Way, judge, published};
use monosashi::plan::{Direction, FiscalYear, Formula};
use monosashi::words::{Language, published_rate, words};

fn donations(text: &str) -> Make {
    let mut made = named("ふるさと納税の寄附金額")
        .unit("千円")
        .from(2024, bare(70_709.0))
        .to(2029, bare(411_519.0))
        .actual(2025, bare(150_800.0));
    made.0.published_rate = text.to_owned();
    made
}

fn beside(made: &Make) -> Option<Published> {
    let judgement = judge(&made.0, nowhen(), None);
    published(&made.0, &judgement, nowhen(), None)
}

fn said(text: &str) -> String {
    published_rate(words(Language::Japanese), beside(&donations(text)).as_ref())
}

#[test]
fn a_published_rate_is_compared_as_far_as_it_has_decimals() {
    for text in ["23.5", "23.5%", "２３．５％", "24%", "23.50"] {
        let published = beside(&donations(text)).unwrap();
        assert_eq!((published.gap, published.way), (Some(0.0), None), "{text}");
    }
    assert_eq!(said("23.5%"), "公表値の 23.5% と同じです。");
}

#[test]
fn a_published_rate_is_of_the_newest_actual_unless_an_earlier_one_explains_it() {
    let as_of = |text, year| {
        let made = donations(text).actual(2026, bare(180_000.0));
        let as_of = Some(FiscalYear(year));
        let judgement = judge(&made.0, nowhen(), as_of);
        published(&made.0, &judgement, nowhen(), as_of)
    };
    assert!(as_of("50%", 2026).is_some());
    assert_eq!(as_of("50%", 2025), None);
    assert!(as_of("36.6%", 2025).is_some_and(|published| published.way.is_some()));
}

#[test]
fn a_difference_is_pointed_out_with_the_formula_that_explains_it() {
    let gap = |text| beside(&donations(text)).map(|published| (published.gap, published.way));
    assert_eq!(
        gap("36.6%"),
        Some((Some(13.1), Some(Way::Formula(Formula::B))))
    );
    assert_eq!(
        gap("117.5%"),
        Some((Some(94.0), Some(Way::Formula(Formula::C))))
    );
    assert_eq!(gap("20%"), Some((Some(-4.0), None)));
    assert_eq!(
        said("36.6%"),
        "公表値の 36.6% とは 13.1 ポイント違います。公表値は式Bの値です。"
    );
    assert_eq!(said("20%"), "公表値の 20% とは 4.0 ポイント違います。");
}

#[test]
fn what_is_no_rate_is_compared_with_nothing() {
    for text in ["", "—", "達成", "3件"] {
        assert_eq!(beside(&donations(text)), None, "{text}");
    }
    assert_eq!(said(""), "");
}

#[test]
fn without_a_computed_rate_the_published_one_stands_alone_with_its_formula() {
    let mut made = named("研修回数")
        .from(2024, bare(28.0))
        .to(2029, bare(28.0))
        .actual(2025, bare(26.0));
    made.0.published_rate = "92.9%".to_owned();
    let published = beside(&made).unwrap();
    assert_eq!(
        (published.gap, published.way),
        (None, Some(Way::Formula(Formula::B)))
    );
    assert_eq!(
        published_rate(words(Language::Japanese), Some(&published)),
        "公表値は 92.9% です。公表値は式Bの値です。"
    );
}

/// 0.31 % of the children at the start, 0.42 % in the year for which 0.28 % was the target.
fn children(text: &str) -> Make {
    let mut made = named("不登校児童の発生率")
        .unit("%")
        .from(2009, bare(0.31))
        .to(2014, bare(0.28))
        .to(2016, bare(0.25))
        .actual(2014, bare(0.42));
    made.0.direction = Direction::Decrease;
    made.0.published_rate = text.to_owned();
    made
}

#[test]
fn where_lower_is_better_the_usual_ways_round_are_known() {
    let way = |made: Make| beside(&made).and_then(|published| published.way);
    // By the year's own target first, then by the final one.
    assert_eq!(way(children("50.0%")), Some(Way::Mirrored)); // 2 − 0.42 / 0.28
    assert_eq!(way(children("66.7%")), Some(Way::Reversed)); // 0.28 / 0.42
    assert_eq!(way(children("150.0%")), Some(Way::OfTheYear)); // 0.42 / 0.28
    assert_eq!(way(children("32.0%")), Some(Way::Mirrored)); // 2 − 0.42 / 0.25
    assert_eq!(way(children("59.5%")), Some(Way::Reversed)); // 0.25 / 0.42
    assert_eq!(way(children("12.3%")), None);
    // Where higher is better nobody turns the rate round: 411,519 / 150,800 is 272.9 %.
    assert_eq!(way(donations("272.9%")), None);
    let said = |text| published_rate(words(Language::Japanese), beside(&children(text)).as_ref());
    assert!(said("50.0%").ends_with("公表値は、実績を目標で割り、2 から引いた値です。"));
    assert!(said("66.7%").ends_with("公表値は、目標を実績で割った値です。"));
    assert!(said("150.0%").ends_with("公表値は、実績をその年度の目標で割った値です。"));
}

#[test]
fn a_share_that_a_spreadsheet_left_bare_is_read_as_one() {
    let rate = |text| beside(&donations(text)).map(|published| published.rate);
    assert_eq!(rate("0.235"), Some(0.235));
    assert_eq!(rate("0.366"), Some(0.366));
    assert!(rate("0.7").is_some_and(|rate| rate < 0.01));
}
