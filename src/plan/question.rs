//! What a reader could not decide and a person must.

use super::{FiscalYear, Id, Mark};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// Nobody is named as responsible.
    MissingDepartment,
    /// The marks do not say which years they stand for.
    AmbiguousYears,
    /// A value can be read in more than one way.
    AmbiguousValue,
    /// A column or heading can be read in more than one way.
    AmbiguousStructure,
}

impl QuestionKind {
    /// The name under which a decision is noted ([`Plan::decided`](super::Plan::decided)).
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MissingDepartment => "missing_department",
            Self::AmbiguousYears => "ambiguous_years",
            Self::AmbiguousValue => "ambiguous_value",
            Self::AmbiguousStructure => "ambiguous_structure",
        }
    }
}

/// What a person decides about a question; one without an answer stays open.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// This choice, one of those offered or the person's own.
    Choice {
        /// The choice.
        choice: Choice,
    },
    /// The reading that the item carries stands.
    LetStand,
}

/// One answer a person can choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "set", rename_all = "snake_case")]
pub enum Choice {
    /// These departments are responsible.
    Departments {
        /// Their names.
        departments: Vec<String>,
    },
    /// The marks stand in these years.
    Marks {
        /// Marks by fiscal year.
        #[schemars(with = "BTreeMap<String, Mark>")]
        marks: BTreeMap<FiscalYear, Mark>,
    },
    /// The text is this one.
    Text {
        /// The text.
        text: String,
    },
}

/// A doubt about one item, kept with the plan until somebody decides it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Stable id.
    pub id: Id,
    /// The item it is about.
    pub item: Id,
    /// What is asked.
    pub kind: QuestionKind,
    /// The source's own line.
    #[serde(default)]
    pub source_text: String,
    /// The line's number in the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The reading the item carries now is the first of these, where there is one.
    #[serde(default)]
    pub choices: Vec<Choice>,
}
