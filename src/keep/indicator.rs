//! An indicator as it is kept: its series in rows, and nothing that goes without saying.

use super::series::{Measure, Row};
use crate::plan::{
    Accumulation, Actual, Direction, EarlierTargets, Id, Indicator, Observation, Provenance,
};
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
    /// What a row without a value is measured in.
    #[serde(skip_serializing_if = "is_default")]
    measure: Measure<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "is_default")]
    earlier_targets: Cow<'a, [EarlierTargets]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actuals: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "is_default")]
    measurement: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_default")]
    section: Cow<'a, Option<Id>>,
    #[serde(skip_serializing_if = "is_default")]
    initiatives: Cow<'a, [Id]>,
    #[serde(skip_serializing_if = "is_default")]
    serves: Cow<'a, Option<Vec<Id>>>,
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
            earlier_targets,
            actuals,
            measurement,
            section,
            initiatives,
            serves,
            departments,
            published_rate,
            note,
            provenance,
        } = indicator;
        let measure = Measure::of(indicator);
        let row = |written: &'a Observation| {
            Row::of(written.period, &written.text, &written.value, &measure)
        };
        let actual_row = |actual: &'a Actual| Row::of_actual(actual, &measure);
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
            earlier_targets: earlier_targets.into(),
            actuals: actuals.iter().map(actual_row).collect(),
            measure,
            measurement: measurement.into(),
            section: Cow::Borrowed(section),
            initiatives: initiatives.into(),
            serves: Cow::Borrowed(serves),
            departments: departments.into(),
            published_rate: published_rate.into(),
            note: note.into(),
            provenance: Cow::Borrowed(provenance),
        }
    }

    fn into_indicator(self) -> Indicator {
        let measure = self.measure;
        Indicator {
            id: self.id.into_owned(),
            number: self.number.into_owned(),
            name: self.name.into_owned(),
            kind: self.kind.into_owned(),
            direction: self.direction,
            accumulation: self.accumulation,
            baseline: self.baseline.map(|row| row.into_observation(&measure)),
            targets: self
                .targets
                .into_iter()
                .map(|row| row.into_observation(&measure))
                .collect(),
            earlier_targets: self.earlier_targets.into_owned(),
            actuals: self
                .actuals
                .into_iter()
                .map(|row| row.into_actual(&measure))
                .collect(),
            measurement: self.measurement.into_owned(),
            section: self.section.into_owned(),
            initiatives: self.initiatives.into_owned(),
            serves: self.serves.into_owned(),
            departments: self.departments.into_owned(),
            published_rate: self.published_rate.into_owned(),
            note: self.note.into_owned(),
            provenance: self.provenance.into_owned(),
            unit: self.unit.into_owned(),
        }
    }
}
