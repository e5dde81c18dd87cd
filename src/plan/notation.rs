//! From the text of a cell to what it means.

use super::{Quantity, Value};

/// What stands outside the cell and still belongs to its value: the unit column, the unit in the name or heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitHint {
    /// The unit as written there, with its scale: `千円`, `件/5年`; empty when there is none.
    pub unit: String,
}

impl UnitHint {
    /// No hint.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }
}

/// What the text of a value means. Never fails: what is neither a figure nor missing is a stage in words.
#[must_use]
pub fn parse_value(text: &str, _hint: &UnitHint) -> Value {
    Value::Stage {
        words: vec![text.to_owned()],
    }
}

/// The one figure a text is, with scale and unit; none when it is anything else.
#[must_use]
pub fn parse_quantity(_text: &str) -> Option<Quantity> {
    None
}

/// A unit taken apart into its scale and the unit proper: `千円` is (1,000, `円`).
#[must_use]
pub fn split_scale(unit: &str) -> (u64, &str) {
    (1, unit)
}

/// The unit a name carries: `（単位：千円）`, `【％】`.
#[must_use]
pub fn unit_in_name(_name: &str) -> Option<String> {
    None
}
