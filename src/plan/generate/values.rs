//! Texts, numbers, periods and meanings.

use super::super::{
    Bound, CalendarYear, FiscalYear, MissingReason, Part, Period, Provenance, Quantity, RatePeriod,
    Value,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Texts that programs stumble over, among ordinary ones.
pub fn text() -> BoxedStrategy<String> {
    let nasty = [
        "",
        " ",
        "0",
        "'",
        "\"",
        "\\",
        "\u{7f}\u{1}\u{1f}\0",
        "一行目\r\n二行目\n\t三行目",
        "👨‍👩‍👧‍👦🏳️‍🌈",
        "𠮷野家",
        "葛\u{e0100}城市",
        "か\u{3099}行",
        "\u{202e}逆さ\u{202c}",
        "\u{2066}\u{200b}\u{feff}\u{fffd}",
        "<script>alert(1)</script>",
        "=1+1",
        "＝A1",
        "@SUM(1)",
        "-1",
        "+81-155",
        "a,b;c\td",
        "\"引用\"",
        "▲2,000",
        "\u{2028}\u{2029}",
    ];
    prop_oneof![
        60 => "[ぁ-んァ-ヶ一-龥0-9a-zA-Z（）％・ー]{0,12}",
        30 => proptest::sample::select(nasty.to_vec()).prop_map(str::to_owned),
        10 => any::<String>(),
        1 => Just("長".repeat(10_000)) // faults: names of 10,000 characters,
    ]
    .boxed()
}

/// Any finite number, with those that plans write in front.
pub fn number() -> BoxedStrategy<f64> {
    let finite =
        proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO;
    prop_oneof![
        4 => (-10_000_000_i32..10_000_000, 0_u8..4).prop_map(|(n, d)| f64::from(n) / 10_f64.powi(i32::from(d))),
        1 => finite,
    ]
    .boxed()
}

pub fn quantity() -> BoxedStrategy<Quantity> {
    let scale = proptest::sample::select(vec![1_u64, 1_000, 10_000, 1_000_000, 100_000_000]);
    (number(), 0_u8..4, scale, text(), any::<bool>())
        .prop_map(|(number, decimals, scale, unit, approximate)| Quantity {
            number,
            decimals,
            scale,
            unit,
            approximate,
        })
        .boxed()
}

pub fn bound() -> BoxedStrategy<Bound> {
    proptest::sample::select(vec![
        Bound::AtLeast,
        Bound::AtMost,
        Bound::MoreThan,
        Bound::LessThan,
    ])
    .boxed()
}

pub fn missing() -> BoxedStrategy<MissingReason> {
    use MissingReason::{Blank, Dash, New, NotEstablished, Pending, Withheld};
    proptest::sample::select(vec![Blank, Dash, NotEstablished, New, Pending, Withheld]).boxed()
}

/// Any meaning a value can have.
pub fn value() -> BoxedStrategy<Value> {
    let rate_period = (any::<u32>(), text()).prop_map(|(count, unit)| RatePeriod { count, unit });
    let part = (text(), quantity()).prop_map(|(label, quantity)| Part { label, quantity });
    prop_oneof![
        4 => quantity().prop_map(|quantity| Value::Number { quantity }),
        1 => (bound(), quantity()).prop_map(|(bound, quantity)| Value::Bounded { bound, quantity }),
        1 => (quantity(), quantity()).prop_map(|(low, high)| Value::Range { low, high }),
        1 => (quantity(), rate_period, option::of(bound()), text())
            .prop_map(|(quantity, per, bound, note)| Value::Rate { quantity, per, bound, note }),
        1 => vec(part, 1..4).prop_map(|parts| Value::Compound { parts }),
        1 => (quantity(), quantity())
            .prop_map(|(single, cumulative)| Value::SingleAndCumulative { single, cumulative }),
        1 => (quantity(), text()).prop_map(|(quantity, second)| Value::Twofold { quantity, second }),
        1 => vec(text(), 1..4).prop_map(|words| Value::Stage { words }),
        1 => (text(), option::of(bound())).prop_map(|(reference, bound)| Value::Relative { reference, bound }),
        1 => missing().prop_map(|reason| Value::Missing { reason }),
    ]
    .boxed()
}

/// Any period.
pub fn period() -> BoxedStrategy<Period> {
    prop_oneof![
        4 => fiscal_year().prop_map(Period::FiscalYear),
        1 => (1926_i32..2100).prop_map(|year| Period::Calendar { calendar_year: CalendarYear(year) }),
        1 => Just(Period::Unknown),
    ]
    .boxed()
}

pub fn fiscal_year() -> BoxedStrategy<FiscalYear> {
    (1926_i32..2100).prop_map(FiscalYear).boxed()
}

pub fn provenance() -> BoxedStrategy<Provenance> {
    (text(), option::of(any::<u32>()))
        .prop_map(|(source, line)| Provenance { source, line })
        .boxed()
}

pub fn texts() -> BoxedStrategy<Vec<String>> {
    vec(text(), 0..3).boxed()
}
