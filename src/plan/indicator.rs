//! Indicators: what is measured, from where, to where, and how far it has come.

use super::written::TextOrNumber;
use super::{FiscalYear, Id, Period, Provenance, Value};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A value at a period: a baseline or a target. The text as written is always kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
pub struct Observation {
    /// When; unknown is a value of its own.
    pub period: Period,
    /// The value as written in the source.
    #[schemars(with = "TextOrNumber")]
    pub text: String,
    /// What was understood of `text`; a hand-written file may leave it out.
    #[schemars(with = "Option<Value>", extend("default" = null))]
    pub value: Value,
}

/// An actual (実績値) with when and by whom it was entered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
pub struct Actual {
    /// The year it is for.
    pub period: Period,
    /// The value as entered.
    #[schemars(with = "TextOrNumber")]
    pub text: String,
    /// What was understood of `text`; a hand-written file may leave it out.
    #[schemars(with = "Option<Value>", extend("default" = null))]
    pub value: Value,
    /// When it was entered, ISO 8601; empty when it came with the document.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entered_at: String,
    /// By whom, as they call themselves.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entered_by: String,
    /// What the person wrote beside it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether it goes no further than the first half of its year (前期, the end of September); false for the whole year.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub half_year: bool,
}

/// Where a figure should go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Higher is better.
    Increase,
    /// Lower is better.
    Decrease,
    /// Stay where it is, or at least not fall below.
    Maintain,
    /// Stay inside a range or on the right side of a bound.
    Within,
    /// Stages, in the order baseline, interim and final target give.
    Stage,
    /// Nobody has said, and it cannot be told.
    #[default]
    Unknown,
}

/// Over what a figure is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Accumulation {
    /// 単年: one fiscal year's figure.
    PerPeriod,
    /// 累計: summed since a start, the baseline too.
    Cumulative,
    /// 開始からの累計: targets and actuals are summed from 0 since the plan began; the baseline is one year's figure beside
    /// them (70,709千円 → 411,519千円（累計）).
    CumulativeFromStart,
    /// 時点: the state at the end of the period.
    PointInTime,
    /// Nobody has said, and it cannot be told.
    #[default]
    Unknown,
}

impl Accumulation {
    /// Whether figures are summed since a start (累計).
    #[must_use]
    pub fn is_sum(self) -> bool {
        matches!(self, Self::Cumulative | Self::CumulativeFromStart)
    }
}

/// Targets that others took the place of. Both are kept, so that nobody has to ask what was promised first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EarlierTargets {
    /// When they were changed.
    pub changed: Period,
    /// The targets as they were, interim ones first.
    pub targets: Vec<Observation>,
}

/// What shows whether a plan works: 指標, 達成目標, KGI, KPI.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Indicator {
    /// Stable id.
    pub id: Id,
    /// The number the town gives it, `①` or `3`; several indicators may share one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The name as written.
    pub name: String,
    /// What the town calls it: `達成目標`, `めざすべき目標値`, `KGI`, `KPI`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The unit with its scale, `千円`, from the unit column, the cells or the name; empty when nothing says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Set by a person or the document; `Unknown` leaves it to inference (room `judge`).
    pub direction: Direction,
    /// Set by a person or the document; `Unknown` leaves it to inference (room `judge`).
    pub accumulation: Accumulation,
    /// Where it started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Observation>,
    /// Interim targets first, the final one last.
    pub targets: Vec<Observation>,
    /// Targets that were changed after the plan began, as they were before; the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier_targets: Vec<EarlierTargets>,
    /// Actuals, one a period, in the order of their periods.
    pub actuals: Vec<Actual>,
    /// How it is measured (測定方法).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measurement: String,
    /// The section it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// The initiatives it is tied to by number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Id>,
    /// The goals (KGI) it serves, as a person said it; nobody said it (none): by where it stands ([`super::Goals`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serves: Option<Vec<Id>>,
    /// Departments as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<String>,
    /// A rate of attainment the town published (公表値), as written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub published_rate: String,
    /// Remarks that belong to no other field.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

impl Indicator {
    /// The last target, the one the plan ends with.
    #[must_use]
    pub fn final_target(&self) -> Option<&Observation> {
        self.targets.last()
    }

    /// The actual entered for a fiscal year.
    #[must_use]
    pub fn actual_for(&self, year: FiscalYear) -> Option<&Actual> {
        self.actuals
            .iter()
            .find(|actual| actual.period == Period::FiscalYear(year))
    }

    /// The newest actual that has a value; with `as_of`, none after that fiscal year. One of an unknown year counts
    /// only where no year is known.
    #[must_use]
    pub fn latest_actual(&self, as_of: Option<FiscalYear>) -> Option<&Actual> {
        let in_time = |actual: &&Actual| match (actual.period.year(), as_of) {
            (Some(year), Some(limit)) => year <= limit.0,
            _ => true,
        };
        self.actuals
            .iter()
            .filter(|actual| !actual.value.is_missing())
            .filter(in_time)
            .max_by_key(|actual| (actual.period != Period::Unknown, actual.period))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::plan::{Quantity, UnitHint, parse_value};

    fn observation(json: &str) -> Observation {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_hand_written_observation_needs_only_its_text() {
        let read = observation(r#"{"text": "77,826千円"}"#);
        assert_eq!(read.period, Period::Unknown);
        assert_eq!(read.value, parse_value("77,826千円", &UnitHint::none()));
    }

    #[test]
    fn a_hand_written_text_may_be_a_number() {
        let read = observation(r#"{"period": 2024, "text": 462}"#);
        assert_eq!(
            (read.text.as_str(), read.period),
            ("462", Period::FiscalYear(FiscalYear(2024)))
        );
        assert_eq!(
            read.value,
            Value::Number {
                quantity: Quantity::bare(462.0, 0)
            }
        );
        assert_eq!(
            observation(r#"{"text": 2.0}"#).value,
            Value::Number {
                quantity: Quantity::bare(2.0, 1)
            }
        );
    }

    #[test]
    fn an_observation_without_text_is_missing() {
        for json in ["{}", r#"{"text": null}"#, r#"{"text": ""}"#] {
            assert_eq!(observation(json), Observation::default());
        }
    }

    #[test]
    fn a_value_given_with_its_text_is_kept() {
        let json = r#"{"text": "12 (仮)", "value": {"kind": "missing", "reason": "pending"}}"#;
        assert!(observation(json).value.is_missing());
    }

    #[test]
    fn an_actual_keeps_who_entered_it_and_when() {
        let actual = Actual {
            period: Period::FiscalYear(FiscalYear(2024)),
            text: "3人".to_owned(),
            value: parse_value("3人", &UnitHint::none()),
            entered_at: "2025-05-01T09:00:00+09:00".to_owned(),
            entered_by: "企画課".to_owned(),
            note: "速報".to_owned(),
            half_year: true,
        };
        let json = serde_json::to_string(&actual).unwrap();
        assert_eq!(serde_json::from_str::<Actual>(&json).unwrap(), actual);
    }

    fn indicator(actuals: &[(Option<i32>, &str)]) -> Indicator {
        let actual = |(year, text): &(Option<i32>, &str)| Actual {
            period: year.map_or(Period::Unknown, |year| Period::FiscalYear(FiscalYear(year))),
            text: (*text).to_owned(),
            value: parse_value(text, &UnitHint::none()),
            ..Actual::default()
        };
        Indicator {
            actuals: actuals.iter().map(actual).collect(),
            ..Indicator::default()
        }
    }

    fn latest(indicator: &Indicator, as_of: Option<i32>) -> Option<&str> {
        indicator
            .latest_actual(as_of.map(FiscalYear))
            .map(|actual| actual.text.as_str())
    }

    #[test]
    fn the_latest_actual_is_the_newest_with_a_value() {
        let indicator = indicator(&[(Some(2023), "3"), (Some(2022), "2"), (Some(2024), "—")]);
        assert_eq!(latest(&indicator, None), Some("3"));
        assert_eq!(latest(&indicator, Some(2022)), Some("2"));
        assert_eq!(latest(&indicator, Some(2021)), None);
    }

    #[test]
    fn an_actual_of_an_unknown_year_counts_only_alone() {
        assert_eq!(
            latest(&indicator(&[(Some(2022), "2"), (None, "9")]), None),
            Some("2")
        );
        assert_eq!(latest(&indicator(&[(None, "9")]), None), Some("9"));
    }
}
