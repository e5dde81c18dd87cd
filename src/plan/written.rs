//! Observations as files hold them: with their value, or written by hand with no more than a text.

use super::{Actual, Observation, Period, Value, notation};
use schemars::JsonSchema;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt::{self, Formatter};

/// What a file may hold where an observation stands: only `text` (a string or a number) is needed.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Written {
    period: Period,
    text: TextOrNumber,
    value: Option<Value>,
    entered_at: String,
    entered_by: String,
    note: String,
    half_year: bool,
}

/// A text, or a number that stands for its own digits.
#[derive(JsonSchema)]
#[serde(untagged)]
pub(super) enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
    Nothing(()),
}

// Not derived: a derived untagged form holds every text twice before it is one, and texts are most of a plan file.
impl<'de> Deserialize<'de> for TextOrNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;
        impl Visitor<'_> for AsWritten {
            type Value = TextOrNumber;

            fn expecting(&self, formatter: &mut Formatter) -> fmt::Result {
                formatter.write_str("a text, a number or null")
            }
            fn visit_str<E>(self, text: &str) -> Result<TextOrNumber, E> {
                Ok(TextOrNumber::Text(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<TextOrNumber, E> {
                Ok(TextOrNumber::Text(text))
            }
            fn visit_u64<E>(self, number: u64) -> Result<TextOrNumber, E> {
                Ok(TextOrNumber::Number(number.into()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<TextOrNumber, E> {
                Ok(TextOrNumber::Number(number.into()))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<TextOrNumber, E> {
                serde_json::Number::from_f64(number)
                    .map(TextOrNumber::Number)
                    .ok_or_else(|| E::custom("a number has an end"))
            }
            fn visit_unit<E>(self) -> Result<TextOrNumber, E> {
                Ok(TextOrNumber::Nothing(()))
            }
        }
        deserializer.deserialize_any(AsWritten)
    }
}

impl Default for TextOrNumber {
    fn default() -> Self {
        Self::Nothing(())
    }
}

impl TextOrNumber {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Nothing(()) => String::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Observation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Actual {
            period,
            text,
            value,
            ..
        } = Actual::deserialize(deserializer)?;
        Ok(Self {
            period,
            text,
            value,
        })
    }
}

impl<'de> Deserialize<'de> for Actual {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let text = written.text.into_text();
        // The value given with the text or, in a hand-written file, the one it means.
        let value = written
            .value
            .unwrap_or_else(|| notation::parse_value(&text, &notation::UnitHint::none()));
        Ok(Self {
            period: written.period,
            text,
            value,
            entered_at: written.entered_at,
            entered_by: written.entered_by,
            note: written.note,
            half_year: written.half_year,
        })
    }
}
