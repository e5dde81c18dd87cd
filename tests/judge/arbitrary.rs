//! Figures, values and indicators made up at random.

use crate::build::*;
use monosashi::plan::{
    Accumulation, Bound, Direction, FiscalYear, Indicator, PlanPeriod, Quantity, Value,
};
use proptest::prelude::*;

/// Figures as plans hold them, and some that none does.
pub fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-200_i32..200).prop_map(f64::from),
        2 => (-2_000_000_i64..2_000_000, 0_i32..3).prop_map(|(n, d)| n as f64 / 10_f64.powi(d)),
        1 => Just(0.0),
        1 => prop::num::f64::ANY,
    ]
}

pub fn plain() -> impl Strategy<Value = f64> {
    (-500_i32..500).prop_map(|tenths| f64::from(tenths) / 10.0)
}

pub fn when() -> impl Strategy<Value = i32> {
    prop_oneof![6 => 2020_i32..2036, 1 => Just(0), 1 => prop::num::i32::ANY]
}

pub fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        Just(Bound::AtLeast),
        Just(Bound::AtMost),
        Just(Bound::MoreThan),
        Just(Bound::LessThan)
    ]
}

pub fn quantity_of(number: f64) -> Quantity {
    Quantity::bare(number, 1)
}

pub fn any_value() -> impl Strategy<Value = Value> {
    let scale = prop::sample::select(vec![0, 1, 1, 1, 1_000, 10_000, 7, u64::MAX]);
    let unit = prop::sample::select(vec!["", "円", "%", "人"]);
    prop_oneof![
        4 => (figure(), scale, unit).prop_map(|(number, scale, unit)| Value::Number {
            quantity: Quantity { scale, unit: unit.to_owned(), ..quantity_of(number) },
        }),
        1 => (figure(), bound()).prop_map(|(number, bound)| Value::Bounded {
            bound,
            quantity: quantity_of(number),
        }),
        1 => (figure(), figure()).prop_map(|(low, high)| Value::Range {
            low: quantity_of(low),
            high: quantity_of(high),
        }),
        1 => (figure(), figure()).prop_map(|(one, all)| Value::SingleAndCumulative {
            single: quantity_of(one),
            cumulative: quantity_of(all),
        }),
        1 => prop::sample::subsequence(vec!["未実施", "準備", "実施"], 0..3)
            .prop_map(|words| stage(&words)),
        1 => Just(parts(&[("民営", "3", "戸"), ("直営", "4", "戸")])),
        1 => Just(parts(&[("直営", "5", "戸")])),
        1 => Just(missing()),
        1 => Just(relative("前年度", Bound::AtLeast)),
    ]
}

pub fn direction() -> impl Strategy<Value = Direction> {
    use Direction::{Decrease, Increase, Maintain, Stage, Unknown, Within};
    prop::sample::select(vec![
        Increase, Decrease, Maintain, Within, Stage, Unknown, Unknown,
    ])
}

pub fn accumulation() -> impl Strategy<Value = Accumulation> {
    use Accumulation::{Cumulative, CumulativeFromStart, PerPeriod, PointInTime, Unknown};
    prop::sample::select(vec![
        PerPeriod,
        Cumulative,
        CumulativeFromStart,
        PointInTime,
        Unknown,
    ])
}

pub fn any_indicator() -> impl Strategy<Value = Indicator> {
    let name = prop::sample::select(vec![
        "滞納額",
        "開催数（累計）",
        "年間提供件数（累計）",
        "空き家バンク登録数",
        "登録率",
        "",
    ]);
    let at = || (when(), any_value());
    (
        (
            name,
            direction(),
            prop::sample::select(vec!["", "千円", "%", "件/5年"]),
        ),
        prop::option::of(at()),
        prop::collection::vec(at(), 0..4),
        prop::collection::vec((at(), any::<bool>()), 0..6),
        accumulation(),
    )
        .prop_map(|(words, baseline, targets, actuals, accumulation)| {
            let (name, direction, unit) = words;
            let made = named(name).going(direction).unit(unit);
            let mut made = made.counted(accumulation);
            if let Some((when, value)) = baseline {
                made = made.from(when, value);
            }
            for (when, value) in targets {
                made = made.to(when, value);
            }
            for ((when, value), half) in actuals {
                made = made.actual(when, value);
                if half {
                    made = made.until_the_half();
                }
            }
            made.0
        })
}

pub fn any_period() -> impl Strategy<Value = PlanPeriod> {
    let end = || prop::option::of(when().prop_map(FiscalYear));
    (end(), end()).prop_map(|(start, end)| PlanPeriod { start, end })
}
