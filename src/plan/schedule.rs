//! Schedule items (実践項目) with their yearly marks.

use super::report::{WrittenReports, read_reports};
use super::{AnnualReport, FiscalYear, Id, Provenance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a schedule says of one item in one fiscal year. A year without a mark has no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// ● finished or reached in that year.
    Done,
    /// ○ carried on in that year.
    Ongoing,
}

/// Whether an item ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 継続型.
    Continuing,
    /// 完結型.
    Finite,
    /// Not said.
    #[default]
    Unknown,
}

/// One line of a yearly schedule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ScheduleItem {
    /// Stable id.
    pub id: Id,
    /// The lowest section it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// The name as written, without 【再掲】.
    pub name: String,
    /// What is done (取組概要).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What was reported year by year (実践経過). A file may hold one note instead, whose year is unknown then.
    #[serde(
        deserialize_with = "read_reports",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "WrittenReports")]
    pub progress: Vec<AnnualReport>,
    /// Whether it ends.
    pub nature: Nature,
    /// Marks by fiscal year.
    #[schemars(with = "BTreeMap<String, Mark>")]
    pub marks: BTreeMap<FiscalYear, Mark>,
    /// Departments as written.
    pub departments: Vec<String>,
    /// The item this one repeats (再掲); a repeated item is shown but never counted twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<Id>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}
