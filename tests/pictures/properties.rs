//! What holds for any figures, at any width.

use crate::samples::{SAMPLES, ruler_of, time_chart_of};
use crate::svg::{size, texts};
use monosashi::chart::{ChartSpec, draw};
use monosashi::plan::{
    Actual, Bound, FiscalYear, Indicator, Observation, Part, Period, PlanPeriod, Quantity, Value,
};
use proptest::prelude::*;

/// Sizes of text are written with one decimal; over a whole line that can be so much.
const ROUNDED: f64 = 0.6;

/// Nothing is over the edge, nothing over anything else, and every number is one.
fn check(spec: &ChartSpec, width: u32) {
    let svg = draw(spec, width);
    assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
    let (right, bottom) = size(&svg);
    let texts = texts(&svg);
    for (index, text) in texts.iter().enumerate() {
        let inside = text.left >= -ROUNDED
            && text.right <= right + ROUNDED
            && text.top >= -ROUNDED
            && text.bottom <= bottom + ROUNDED;
        assert!(
            !text.content.trim().is_empty(),
            "a text without words\n{svg}"
        );
        assert!(inside, "{text:?} outside {right} × {bottom}\n{svg}");
        for other in &texts[index + 1..] {
            assert!(
                !text.meets(other, ROUNDED),
                "{text:?} over {other:?}\n{svg}"
            );
        }
    }
}

#[test]
fn no_label_is_cut_or_covered_at_any_width() {
    for sample in SAMPLES {
        for mut spec in [sample.ruler(), sample.time_chart()].into_iter().flatten() {
            for (width, text_size) in [
                (280, 13.0),
                (320, 16.0),
                (360, 13.0),
                (464, 13.0),
                (788, 16.0),
                (1136, 26.0),
                (1600, 32.0),
            ] {
                spec.text_size = text_size;
                check(&spec, width);
            }
        }
    }
}

#[test]
fn a_series_named_by_blanks_leaves_no_text_without_words() {
    let parts = [("\u{a0}", 3.0), ("通所", 40.0)].map(|(label, number)| Part {
        label: label.to_owned(),
        quantity: Quantity::bare(number, 0),
    });
    let counted = |year| Actual {
        period: Period::FiscalYear(FiscalYear(year)),
        value: Value::Compound {
            parts: parts.to_vec(),
        },
        ..Actual::default()
    };
    let indicator = Indicator {
        actuals: vec![counted(2022), counted(2023)],
        ..Indicator::default()
    };
    let pictures = [ruler_of, time_chart_of].map(|of| of(&indicator, PlanPeriod::default()));
    assert!(pictures.iter().any(Option::is_some));
    pictures.iter().flatten().for_each(|spec| check(spec, 305));
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (-1e6..1e6_f64).prop_map(f64::round),
        3 => -200.0..200.0_f64,
        2 => prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
    ]
}

fn unit() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["", "%", "人", "千円", "件/5年", "万件"]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        6 => (2015..2040).prop_map(|year| Period::FiscalYear(FiscalYear(year))),
        1 => Just(Period::Unknown),
        1 => any::<i32>().prop_map(|year| Period::FiscalYear(FiscalYear(year))),
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (number(), 0..4_u8, unit()).prop_map(|(number, decimals, unit)| Quantity {
        unit,
        ..Quantity::bare(number, decimals)
    })
}

fn value() -> impl Strategy<Value = Value> {
    let bound = prop::sample::select(vec![
        Bound::AtLeast,
        Bound::AtMost,
        Bound::MoreThan,
        Bound::LessThan,
    ]);
    let part = ("\\PC{1,8}", quantity()).prop_map(|(label, quantity)| Part { label, quantity });
    prop_oneof![
        8 => quantity().prop_map(|quantity| Value::Number { quantity }),
        2 => (bound, quantity()).prop_map(|(bound, quantity)| Value::Bounded { bound, quantity }),
        1 => (quantity(), quantity()).prop_map(|(low, high)| Value::Range { low, high }),
        1 => prop::collection::vec(part, 1..4).prop_map(|parts| Value::Compound { parts }),
        1 => prop::collection::vec("\\PC{1,20}", 1..3).prop_map(|words| Value::Stage { words }),
        1 => Just(Value::default()),
    ]
}

fn observation() -> impl Strategy<Value = Observation> {
    (period(), value(), "\\PC{0,12}").prop_map(|(period, value, text)| Observation {
        period,
        text,
        value,
    })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let actuals = prop::collection::vec(observation(), 0..8);
    let targets = prop::collection::vec(observation(), 0..4);
    (
        prop::option::of(observation()),
        targets,
        actuals,
        unit(),
        "\\PC{0,40}",
    )
        .prop_map(|(baseline, targets, actuals, unit, name)| {
            let entered = |Observation {
                               period,
                               text,
                               value,
                           }| Actual {
                period,
                text,
                value,
                ..Actual::default()
            };
            Indicator {
                name,
                unit,
                baseline,
                targets,
                actuals: actuals.into_iter().map(entered).collect(),
                ..Indicator::default()
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_figures_give_pictures_whose_labels_stand_apart(
        indicator in indicator(),
        start in prop::option::of(2015..2035),
        width in 280..1600_u32,
        text_size in 10.0..32.0_f64,
    ) {
        let start = start.map(FiscalYear);
        let period = PlanPeriod { start, end: start.map(|start| FiscalYear(start.0 + 5)) };
        for mut spec in [ruler_of(&indicator, period), time_chart_of(&indicator, period)].into_iter().flatten() {
            spec.text_size = text_size;
            check(&spec, width);
            prop_assert!(!spec.table().header.is_empty());
        }
    }
}
