//! The figures inside a value, one for each row of a table.

use crate::plan::{Bound, MissingReason, Quantity, Value};

/// One figure as the cells of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figure {
    /// Which of several figures it is; empty for the only one.
    pub label: String,
    /// Digits, a point and a sign; empty when there is no figure.
    pub number: String,
    /// The unit with scale and period: `千円`, `回/年`.
    pub unit: String,
    /// 以上, 以下, 超, 未満 or 約.
    pub condition: &'static str,
}

/// The figures of a value; an empty one for words and for what is missing, so that every value has its row.
pub(super) fn figures(value: &Value) -> Vec<Figure> {
    match value {
        Value::Number { quantity } | Value::Twofold { quantity, .. } => {
            vec![figure("", quantity, None)]
        }
        Value::Bounded { bound, quantity } => vec![figure("", quantity, Some(*bound))],
        Value::Range { low, high } => vec![figure("下限", low, None), figure("上限", high, None)],
        Value::Rate {
            quantity,
            per,
            bound,
            ..
        } => {
            let mut rate = figure("", quantity, *bound);
            let count = if per.count == 1 {
                String::new()
            } else {
                per.count.to_string()
            };
            rate.unit = format!("{}/{count}{}", rate.unit, per.unit);
            vec![rate]
        }
        Value::Compound { parts } => parts
            .iter()
            .map(|part| figure(&part.label, &part.quantity, None))
            .collect(),
        Value::SingleAndCumulative { single, cumulative } => {
            vec![
                figure("単年", single, None),
                figure("累計", cumulative, None),
            ]
        }
        Value::Relative { bound, .. } => {
            vec![Figure {
                condition: bound.map_or("", bound_word),
                ..Figure::default()
            }]
        }
        Value::Stage { .. } | Value::Missing { .. } => vec![Figure::default()],
    }
}

/// Why a value is not there, in a word; empty when it is there.
pub(super) fn missing_reason(value: &Value) -> &'static str {
    let Value::Missing { reason } = value else {
        return "";
    };
    match reason {
        MissingReason::Blank => "空欄",
        MissingReason::Dash => "記号",
        MissingReason::NotEstablished => "未整備",
        MissingReason::New => "新規",
        MissingReason::Pending => "調査中",
        MissingReason::Withheld => "秘匿",
    }
}

fn figure(label: &str, quantity: &Quantity, bound: Option<Bound>) -> Figure {
    let about = if quantity.approximate { "約" } else { "" };
    Figure {
        label: label.to_owned(),
        number: digits(quantity),
        unit: quantity.scaled_unit(),
        condition: bound.map_or(about, bound_word),
    }
}

/// With the decimals it was written with, as far as they give the same number again.
fn digits(quantity: &Quantity) -> String {
    let written = format!("{:.*}", usize::from(quantity.decimals), quantity.number);
    if written.parse() == Ok(quantity.number) {
        written
    } else {
        quantity.number.to_string()
    }
}

fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "以上",
        Bound::AtMost => "以下",
        Bound::MoreThan => "超",
        Bound::LessThan => "未満",
    }
}
