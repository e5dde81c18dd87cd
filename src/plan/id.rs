//! What every item of a plan carries: an id and where it was read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of an item inside its plan, for example `indicator-12`; unique there and never reused.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Id(pub String);

impl Id {
    /// The id of the `number`-th item (counted from 1) of a kind, in reading order.
    #[must_use]
    pub fn numbered(kind: &str, number: usize) -> Self {
        Self(format!("{kind}-{number}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was given, as in a hand-written file; readers fill such ids in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Where an item was read: the source's name and the line there, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Provenance {
    /// The file or document, as the person would name it; empty when typed in by hand.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The line (or row) in the source, counted from 1; none when it has no lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Provenance {
    /// Whether nothing is known of where the item came from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.source.is_empty() && self.line.is_none()
    }
}
