//! An indicator as it is kept: its series in rows, and nothing that goes without saying.
//!
//! Browsers give a page some five million characters, and most of a large plan is its series. So an observation is a
//! row `[2020,"1,234"]`, and the value understood stands in it only where it is not what the text and the
//! indicator's unit mean anyway.

use crate::plan::{
    Accumulation, Actual, Direction, Id, Indicator, Observation, Period, Provenance, UnitHint,
    Value, parse_value,
};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// For serde: an indicator as it is kept.
pub(super) fn serialize<S: Serializer>(
    indicator: &Indicator,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Kept::of(indicator).serialize(serializer)
}

/// For serde: an indicator as it was kept.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'static, Indicator>, D::Error> {
    Kept::deserialize(deserializer).map(|kept| Cow::Owned(kept.into_indicator()))
}

/// The fields of [`Indicator`], left out where they say nothing.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept<'a> {
    #[serde(skip_serializing_if = "is_default")]
    id: Cow<'a, Id>,
    #[serde(skip_serializing_if = "is_default")]
    number: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    kind: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    unit: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    direction: Direction,
    #[serde(skip_serializing_if = "is_default")]
    accumulation: Accumulation,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actuals: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "is_default")]
    measurement: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    section: Cow<'a, Option<Id>>,
    #[serde(skip_serializing_if = "is_default")]
    initiatives: Cow<'a, [Id]>,
    #[serde(skip_serializing_if = "is_default")]
    departments: Cow<'a, [String]>,
    #[serde(skip_serializing_if = "is_default")]
    published_rate: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    note: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    provenance: Cow<'a, Provenance>,
}

fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}

impl<'a> Kept<'a> {
    fn of(indicator: &'a Indicator) -> Self {
        // Every field is named, so that a new one cannot be forgotten here.
        let Indicator {
            id,
            number,
            name,
            kind,
            unit,
            direction,
            accumulation,
            baseline,
            targets,
            actuals,
            measurement,
            section,
            initiatives,
            departments,
            published_rate,
            note,
            provenance,
        } = indicator;
        let hint = UnitHint { unit: unit.clone() };
        let row = |written: &'a Observation| {
            Row::of(written.period, &written.text, &written.value, &hint)
        };
        Self {
            id: Cow::Borrowed(id),
            number: number.into(),
            name: name.into(),
            kind: kind.into(),
            unit: unit.into(),
            direction: *direction,
            accumulation: *accumulation,
            baseline: baseline.as_ref().map(row),
            targets: targets.iter().map(row).collect(),
            actuals: actuals
                .iter()
                .map(|actual| Row::of_actual(actual, &hint))
                .collect(),
            measurement: measurement.into(),
            section: Cow::Borrowed(section),
            initiatives: initiatives.into(),
            departments: departments.into(),
            published_rate: published_rate.into(),
            note: note.into(),
            provenance: Cow::Borrowed(provenance),
        }
    }

    fn into_indicator(self) -> Indicator {
        let unit = self.unit.into_owned();
        let hint = UnitHint { unit };
        Indicator {
            id: self.id.into_owned(),
            number: self.number.into_owned(),
            name: self.name.into_owned(),
            kind: self.kind.into_owned(),
            direction: self.direction,
            accumulation: self.accumulation,
            baseline: self.baseline.map(|row| row.into_observation(&hint)),
            targets: self
                .targets
                .into_iter()
                .map(|row| row.into_observation(&hint))
                .collect(),
            actuals: self
                .actuals
                .into_iter()
                .map(|row| row.into_actual(&hint))
                .collect(),
            measurement: self.measurement.into_owned(),
            section: self.section.into_owned(),
            initiatives: self.initiatives.into_owned(),
            departments: self.departments.into_owned(),
            published_rate: self.published_rate.into_owned(),
            note: self.note.into_owned(),
            provenance: self.provenance.into_owned(),
            unit: hint.unit,
        }
    }
}

/// Period, text, value (none: what the text means), when and by whom entered, note; cut off behind the last that says
/// something.
#[derive(Deserialize)]
struct Row<'a>(
    Period,
    Cow<'a, str>,
    #[serde(default)] Option<Cow<'a, Value>>,
    #[serde(default)] Cow<'a, str>,
    #[serde(default)] Cow<'a, str>,
    #[serde(default)] Cow<'a, str>,
);

impl<'a> Row<'a> {
    fn of(period: Period, text: &'a str, value: &'a Value, hint: &UnitHint) -> Self {
        let meant = parse_value(text, hint) == *value;
        let value = (!meant).then_some(Cow::Borrowed(value));
        Self(period, text.into(), value, "".into(), "".into(), "".into())
    }

    fn of_actual(actual: &'a Actual, hint: &UnitHint) -> Self {
        let Actual {
            period,
            text,
            value,
            entered_at,
            entered_by,
            note,
        } = actual;
        let Self(period, text, value, ..) = Self::of(*period, text, value, hint);
        Self(
            period,
            text,
            value,
            entered_at.into(),
            entered_by.into(),
            note.into(),
        )
    }

    fn into_observation(self, hint: &UnitHint) -> Observation {
        let Actual {
            period,
            text,
            value,
            ..
        } = self.into_actual(hint);
        Observation {
            period,
            text,
            value,
        }
    }

    fn into_actual(self, hint: &UnitHint) -> Actual {
        let Self(period, text, value, entered_at, entered_by, note) = self;
        Actual {
            period,
            value: value.map_or_else(|| parse_value(&text, hint), Cow::into_owned),
            text: text.into_owned(),
            entered_at: entered_at.into_owned(),
            entered_by: entered_by.into_owned(),
            note: note.into_owned(),
        }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(period, text, value, entered_at, entered_by, note) = self;
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(period)?;
        row.serialize_element(text)?;
        let words = [entered_at, entered_by, note];
        let last = words.iter().rposition(|word| !word.is_empty());
        if value.is_some() || last.is_some() {
            row.serialize_element(value)?;
        }
        for word in words.iter().take(last.map_or(0, |last| last + 1)) {
            row.serialize_element(word)?;
        }
        row.end()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::keep::record::Record;
    use crate::plan::FiscalYear;

    #[test]
    fn what_the_text_means_anyway_is_not_kept() {
        let indicator = Indicator {
            id: Id::from("indicator-1"),
            unit: "件".to_owned(),
            actuals: vec![actual("462", ""), actual("470", "速報")],
            ..Indicator::default()
        };
        let text = Record::Indicator(Cow::Borrowed(&indicator)).to_text();
        assert_eq!(
            text,
            r#"{"indicator":{"id":"indicator-1","unit":"件","actuals":[[2024,"462"],[2024,"470",null,"","","速報"]]}}"#
        );
        assert_eq!(
            Record::parse(&text).unwrap(),
            Record::Indicator(Cow::Owned(indicator))
        );
    }

    #[test]
    fn a_value_that_says_more_than_its_text_is_kept() {
        let value = Value::Stage {
            words: vec!["別の意味".to_owned()],
        };
        let indicator = Indicator {
            actuals: vec![Actual {
                value,
                ..actual("462", "")
            }],
            ..Indicator::default()
        };
        let record = Record::Indicator(Cow::Borrowed(&indicator));
        assert_eq!(Record::parse(&record.to_text()).unwrap(), record);
    }

    fn actual(text: &str, note: &str) -> Actual {
        Actual {
            period: Period::FiscalYear(FiscalYear(2024)),
            text: text.to_owned(),
            value: parse_value(
                text,
                &UnitHint {
                    unit: "件".to_owned(),
                },
            ),
            note: note.to_owned(),
            ..Actual::default()
        }
    }
}
