//! A value in the words of the rows.

use crate::plan::{Bound, Quantity, Value};

fn describe_quantity(quantity: &Quantity) -> String {
    let about = if quantity.approximate { "約" } else { "" };
    let scale = if quantity.scale == 1 {
        String::new()
    } else {
        format!("×{}", quantity.scale)
    };
    let decimals = usize::from(quantity.decimals);
    format!(
        "{about}{:.decimals$}{scale} {}",
        quantity.number, quantity.unit
    )
    .trim_end()
    .to_owned()
}

/// A value in the words of the rows.
pub(super) fn describe(value: &Value) -> String {
    let quantity = describe_quantity;
    let side = |bound: &Option<Bound>| {
        use Bound::{AtLeast, AtMost, LessThan, MoreThan};
        match bound {
            None => "",
            Some(AtLeast) => " at least",
            Some(AtMost) => " at most",
            Some(MoreThan) => " more than",
            Some(LessThan) => " less than",
        }
    };
    match value {
        Value::Number { quantity: figure } => format!("number {}", quantity(figure)),
        Value::Bounded {
            bound,
            quantity: figure,
        } => {
            format!("{} {}", side(&Some(*bound)).trim(), quantity(figure))
        }
        Value::Range { low, high } => format!("range {} to {}", quantity(low), quantity(high)),
        Value::Rate {
            quantity: figure,
            per,
            bound,
            note,
        } => {
            let note = if note.is_empty() {
                String::new()
            } else {
                format!(" note {note}")
            };
            format!(
                "rate {} per {}{}{}{note}",
                quantity(figure),
                per.count,
                per.unit,
                side(bound)
            )
        }
        Value::Compound { parts } => {
            let parts: Vec<_> = parts
                .iter()
                .map(|part| format!("{}={}", part.label, quantity(&part.quantity)))
                .collect();
            format!("compound {}", parts.join("; "))
        }
        Value::SingleAndCumulative { single, cumulative } => {
            format!(
                "single {} cumulative {}",
                quantity(single),
                quantity(cumulative)
            )
        }
        Value::Twofold {
            quantity: figure,
            second,
        } => format!("twofold {} = {second}", quantity(figure)),
        Value::Stage { words } => format!("stage {}", words.join("|")),
        Value::Relative { reference, bound } => format!("relative {reference}{}", side(bound)),
        Value::Missing { reason } => format!("missing {reason:?}"),
    }
}
