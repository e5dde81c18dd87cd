//! Rows of a series: as short as they can be and still say everything.
//!
//! Browsers give a page some five million characters, and most of a large plan is its series. So an observation is a
//! row `[2020,"1,234"]`, and the value understood stands in it only where it is more than the digits of the text in
//! the measure that the indicator's figures share.

use crate::plan::{Actual, Indicator, Observation, Period, Quantity, Value};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

/// Scale and unit of a plain number.
#[derive(PartialEq, Serialize, Deserialize)]
pub(super) struct Measure<'a>(u64, Cow<'a, str>);

impl Default for Measure<'_> {
    fn default() -> Self {
        Self(1, "".into())
    }
}

impl<'a> Measure<'a> {
    /// The measure of the first number in an indicator's series.
    pub fn of(indicator: &'a Indicator) -> Self {
        let written = indicator.baseline.iter().chain(&indicator.targets);
        let mut values = written
            .map(|written| &written.value)
            .chain(indicator.actuals.iter().map(|actual| &actual.value));
        values
            .find_map(|value| match value {
                Value::Number { quantity } => {
                    Some(Self(quantity.scale, Cow::Borrowed(&quantity.unit)))
                }
                _ => None,
            })
            .unwrap_or_default()
    }

    /// What a row without a value means: its digits in this measure, or a blank. None for any other text. This is how
    /// what was kept is read for ever, and so it does not follow what else the program learns to read.
    fn value(&self, text: &str) -> Option<Value> {
        if text.is_empty() {
            return Some(Value::default());
        }
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(plain) {
            return None;
        }
        let number: f64 = text.replace(',', "").parse().ok()?;
        if number == 0.0 && digits != text {
            return None; // minus nothing has a sign that comparing does not see
        }
        let decimals = digits
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        let decimals = u8::try_from(decimals).ok()?;
        let Self(scale, unit) = self;
        let quantity = Quantity {
            scale: *scale,
            unit: unit.to_string(),
            ..Quantity::bare(number, decimals)
        };
        Some(Value::Number { quantity })
    }
}

/// Period, text, value (none: as [`Measure::value`] has it), when and by whom entered, note, whether it is half a year's; cut off
/// behind the last that says something.
#[derive(Deserialize)]
pub(super) struct Row<'a>(
    Period,
    Cow<'a, str>,
    #[serde(default)] Option<Cow<'a, Value>>,
    #[serde(default)] Cow<'a, str>,
    #[serde(default)] Cow<'a, str>,
    #[serde(default)] Cow<'a, str>,
    #[serde(default)] bool,
);

impl<'a> Row<'a> {
    pub fn of(period: Period, text: &'a str, value: &'a Value, measure: &Measure) -> Self {
        let meant = measure.value(text).as_ref() == Some(value);
        let value = (!meant).then_some(Cow::Borrowed(value));
        let none = || Cow::Borrowed("");
        Self(period, text.into(), value, none(), none(), none(), false)
    }

    pub fn of_actual(actual: &'a Actual, measure: &Measure) -> Self {
        let Actual {
            period,
            text,
            value,
            entered_at,
            entered_by,
            note,
            half_year,
        } = actual;
        let Self(period, text, value, ..) = Self::of(*period, text, value, measure);
        Self(
            period,
            text,
            value,
            entered_at.into(),
            entered_by.into(),
            note.into(),
            *half_year,
        )
    }

    pub fn into_observation(self, measure: &Measure) -> Observation {
        let Actual {
            period,
            text,
            value,
            ..
        } = self.into_actual(measure);
        Observation {
            period,
            text,
            value,
        }
    }

    pub fn into_actual(self, measure: &Measure) -> Actual {
        let Self(period, text, value, entered_at, entered_by, note, half_year) = self;
        Actual {
            period,
            value: value
                .map(Cow::into_owned)
                .or_else(|| measure.value(&text))
                .unwrap_or_default(),
            text: text.into_owned(),
            entered_at: entered_at.into_owned(),
            entered_by: entered_by.into_owned(),
            note: note.into_owned(),
            half_year,
        }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(period, text, value, entered_at, entered_by, note, half_year) = self;
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(period)?;
        row.serialize_element(text)?;
        let words = [entered_at, entered_by, note];
        let last = match half_year {
            true => Some(words.len() - 1),
            false => words.iter().rposition(|word| !word.is_empty()),
        };
        if value.is_some() || last.is_some() {
            row.serialize_element(value)?;
        }
        for word in words.iter().take(last.map_or(0, |last| last + 1)) {
            row.serialize_element(word)?;
        }
        if *half_year {
            row.serialize_element(half_year)?;
        }
        row.end()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::keep::record::Record;
    use crate::plan::{Actual, FiscalYear, Id, Indicator, Period, UnitHint, Value, parse_value};
    use std::borrow::Cow;

    #[test]
    fn a_plain_number_is_kept_as_its_text_alone() {
        let indicator = Indicator {
            id: Id::from("indicator-1"),
            unit: "千円".to_owned(),
            actuals: vec![
                actual("1,462.50", ""),
                actual("-470", "速報"),
                actual("", ""),
            ],
            ..Indicator::default()
        };
        let record = Record::Indicator(Cow::Borrowed(&indicator));
        let rows = r#"[[2024,"1,462.50"],[2024,"-470",null,"","","速報"],[2024,""]]"#;
        let kept = format!(
            r#"{{"indicator":{{"id":"indicator-1","unit":"千円","measure":[1000,"円"],"actuals":{rows}}}}}"#
        );
        assert_eq!(record.to_text(), kept);
        assert_eq!(Record::parse(&kept).unwrap(), record);
    }

    #[test]
    fn a_value_that_says_more_than_its_digits_is_kept() {
        let texts = [
            "年2回",
            "▲3.5",
            "50%以上",
            "—",
            "策定",
            "1.2.3",
            "12件",
            "-0",
            "4 (21)",
            "２",
            "1e3",
        ];
        let mut actuals: Vec<Actual> = texts.map(|text| actual(text, "")).to_vec();
        let value = Value::Stage {
            words: vec!["別の意味".to_owned()],
        };
        actuals.push(Actual {
            value,
            ..actual("462", "")
        });
        let indicator = Indicator {
            actuals,
            ..Indicator::default()
        };
        let record = Record::Indicator(Cow::Borrowed(&indicator));
        assert_eq!(Record::parse(&record.to_text()).unwrap(), record);
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn whatever_is_written_like_a_number_comes_back(text in "-?[0-9,.]{0,9}", unit in "|%|千円|万件") {
            let value = parse_value(&text, &UnitHint { unit: unit.clone() });
            let actuals = vec![actual("1", ""), Actual { value, ..actual(&text, "") }];
            let indicator = Indicator { unit, actuals, ..Indicator::default() };
            let record = Record::Indicator(Cow::Borrowed(&indicator));
            let again = Record::parse(&record.to_text()).unwrap();
            proptest::prop_assert_eq!(&again, &record);
            proptest::prop_assert_eq!(again.to_text(), record.to_text());
        }
    }

    fn actual(text: &str, note: &str) -> Actual {
        Actual {
            period: Period::FiscalYear(FiscalYear(2024)),
            text: text.to_owned(),
            value: parse_value(
                text,
                &UnitHint {
                    unit: "千円".to_owned(),
                },
            ),
            note: note.to_owned(),
            ..Actual::default()
        }
    }
}
