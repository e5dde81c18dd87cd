//! The unit of an indicator, wherever it is said.

use super::super::columns::unit_in_brackets;
use super::Draft;
use crate::plan::{UnitHint, Value, parse_value, unit_in_name};

impl Draft {
    /// The unit from its column, the heading or the line above the table, the cells, or the name.
    pub(super) fn settled_unit(&self, name: &str, caption: &str) -> String {
        let said = [&self.unit, &self.heading_unit]
            .into_iter()
            .find(|unit| !unit.is_empty())
            .cloned();
        // A unit above the table is that of all names but those that say their own.
        said.or_else(|| unit_in_name(caption).map(|of_all| unit_in_name(name).unwrap_or(of_all)))
            .or_else(|| {
                self.values()
                    .find_map(|value| unit_of(&parse_value(value.value_text(), &UnitHint::none())))
            })
            .or_else(|| unit_in_name(name))
            .or_else(|| Some(unit_in_brackets(name)).filter(|unit| !unit.is_empty()))
            .unwrap_or_default()
    }
}

/// The unit a value carries, with its scale.
fn unit_of(value: &Value) -> Option<String> {
    let quantity = match value {
        Value::Range { high, .. } => high,
        Value::Compound { parts } => &parts.first()?.quantity,
        value => value.single()?,
    };
    Some(quantity.scaled_unit()).filter(|unit| !unit.is_empty())
}
