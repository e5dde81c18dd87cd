//! The published rate beside the computed one.

use crate::build::*;
use monosashi::judge::{Published, judge, published};
use monosashi::plan::Formula;
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
        assert_eq!(
            (published.gap, published.formula),
            (Some(0.0), None),
            "{text}"
        );
    }
    assert_eq!(said("23.5%"), "公表値の 23.5% と同じです。");
}

#[test]
fn a_difference_is_pointed_out_with_the_formula_that_explains_it() {
    let gap = |text| beside(&donations(text)).map(|published| (published.gap, published.formula));
    assert_eq!(gap("36.6%"), Some((Some(13.1), Some(Formula::B))));
    assert_eq!(gap("117.5%"), Some((Some(94.0), Some(Formula::C))));
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
    assert_eq!((published.gap, published.formula), (None, Some(Formula::B)));
    assert_eq!(
        published_rate(words(Language::Japanese), Some(&published)),
        "公表値は 92.9% です。"
    );
}
