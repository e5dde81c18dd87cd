//! Fiscal years (年度), which run from April to March, and calendar years (年), which they never are.

use super::parse_period;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;

/// A fiscal year by the western year of its April: 令和2年度 is 2020.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema,
)]
#[serde(transparent)]
pub struct FiscalYear(#[schemars(range(min = 1, max = 9999))] pub i32);

/// A calendar year (年), from January to December.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema,
)]
#[serde(transparent)]
pub struct CalendarYear(#[schemars(range(min = 1, max = 9999))] pub i32);

/// When a value holds. In files: an integer for a fiscal year, `{"calendar_year": 2020}`, or `null` for unknown; a
/// hand-written file may also say it in words (`"令和8年度"`). In order of time, the unknown last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Period {
    /// A fiscal year.
    FiscalYear(FiscalYear),
    /// A calendar year.
    Calendar {
        /// The year.
        calendar_year: CalendarYear,
    },
    /// The source does not say (年度不明).
    #[default]
    Unknown,
}

impl Period {
    /// The western year, of whichever kind; none when unknown.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        match self {
            Self::FiscalYear(year) => Some(year.0),
            Self::Calendar { calendar_year } => Some(calendar_year.0),
            Self::Unknown => None,
        }
    }

    /// The fiscal year; none of a calendar year and when unknown.
    #[must_use]
    pub fn fiscal_year(self) -> Option<FiscalYear> {
        match self {
            Self::FiscalYear(year) => Some(year),
            _ => None,
        }
    }

    /// Its place in time: a calendar year ends before the fiscal year of the same number.
    fn place(self) -> (bool, i32, bool) {
        let is_fiscal = matches!(self, Self::FiscalYear(_));
        (
            self == Self::Unknown,
            self.year().unwrap_or_default(),
            is_fiscal,
        )
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An era (元号) that plans use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 昭和, from 1926.
    Showa,
    /// 平成, from 1989.
    Heisei,
    /// 令和, from 2019.
    Reiwa,
}

impl Era {
    /// The western year before the era's first.
    #[must_use]
    pub fn offset(self) -> i32 {
        match self {
            Self::Showa => 1925,
            Self::Heisei => 1988,
            Self::Reiwa => 2018,
        }
    }
}

impl FiscalYear {
    /// The era the fiscal year is named after and its year there. Towns name the fiscal year 2019 令和元年度 and
    /// 1989 平成元年度, though its April was (for 2019) still Heisei.
    #[must_use]
    pub fn in_era(self) -> (Era, i32) {
        let era = match self.0 {
            2019.. => Era::Reiwa,
            1989..=2018 => Era::Heisei,
            _ => Era::Showa,
        };
        (era, self.0.saturating_sub(era.offset()))
    }

    /// The year after; none behind the last that files may hold.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let next = self.0.checked_add(1)?;
        YEARS.contains(&i64::from(next)).then_some(Self(next))
    }

    /// The short form on charts: `R6`, `H30`, `S63`; the western year before 昭和.
    #[must_use]
    pub fn short(self) -> String {
        let (era, year) = self.in_era();
        let letter = match era {
            Era::Reiwa => 'R',
            Era::Heisei => 'H',
            Era::Showa => 'S',
        };
        if year < 1 {
            self.0.to_string()
        } else {
            format!("{letter}{year}")
        }
    }
}

/// Years that files may hold; beyond them a number is something else, and sums over years stay far from overflow.
const YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

/// A western year as a number or, where it is the key of an object, as text.
struct WesternYear;

impl Visitor<'_> for WesternYear {
    type Value = i32;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a western year from 1 to 9999")
    }

    fn visit_i64<E: Error>(self, year: i64) -> Result<i32, E> {
        let known = Some(year)
            .filter(|year| YEARS.contains(year))
            .and_then(|year| i32::try_from(year).ok());
        known.ok_or_else(|| E::custom("a year is a number from 1 to 9999"))
    }

    fn visit_u64<E: Error>(self, year: u64) -> Result<i32, E> {
        self.visit_i64(i64::try_from(year).unwrap_or(i64::MAX))
    }

    fn visit_str<E: Error>(self, year: &str) -> Result<i32, E> {
        self.visit_i64(year.parse().map_err(E::custom)?)
    }
}

// Not derived: inside a tagged enum the keys of an object arrive as text, which a derived i32 refuses.
impl<'de> Deserialize<'de> for FiscalYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WesternYear).map(Self)
    }
}

impl<'de> Deserialize<'de> for CalendarYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WesternYear).map(Self)
    }
}

/// When a value holds: an integer for a fiscal year, `{"calendar_year": 2020}` for a calendar year, null for unknown; a
/// hand-written file may also say it in words: `"令和8年度"`.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum WrittenPeriod {
    /// A fiscal year.
    Fiscal(FiscalYear),
    /// A calendar year.
    Calendar {
        /// The year.
        calendar_year: CalendarYear,
    },
    /// A year in words; never written by the program.
    Words(String),
    /// The source does not say (年度不明).
    Nothing(()),
}

/// The schema is of what a file may hold.
impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        WrittenPeriod::json_schema(generator)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match WrittenPeriod::deserialize(deserializer)? {
            WrittenPeriod::Fiscal(year) => Self::FiscalYear(year),
            WrittenPeriod::Calendar { calendar_year } => Self::Calendar { calendar_year },
            WrittenPeriod::Words(text) => parse_period(&text),
            WrittenPeriod::Nothing(()) => Self::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::plan::Mark;
    use std::collections::BTreeMap;

    const fn fiscal(year: i32) -> Period {
        Period::FiscalYear(FiscalYear(year))
    }

    const fn calendar(year: i32) -> Period {
        Period::Calendar {
            calendar_year: CalendarYear(year),
        }
    }

    #[test]
    fn periods_are_in_order_of_time_and_the_unknown_is_last() {
        let mut periods = [
            Period::Unknown,
            fiscal(2020),
            calendar(2021),
            calendar(2020),
            fiscal(2019),
        ];
        periods.sort();
        assert_eq!(
            periods,
            [
                fiscal(2019),
                calendar(2020),
                fiscal(2020),
                calendar(2021),
                Period::Unknown
            ]
        );
    }

    #[test]
    fn a_fiscal_year_has_its_era_and_its_short_form() {
        let shorts = [2030, 2019, 2018, 1989, 1988, 1926, 1925, i32::MIN]
            .map(|year| FiscalYear(year).short());
        assert_eq!(
            shorts,
            ["R12", "R1", "H30", "H1", "S63", "S1", "1925", "-2147483648"]
        );
    }

    #[test]
    fn behind_the_last_year_of_files_there_is_none() {
        assert_eq!(FiscalYear(2020).next(), Some(FiscalYear(2021)));
        assert_eq!(FiscalYear(9999).next(), None);
        assert_eq!(FiscalYear(i32::MAX).next(), None);
    }

    #[test]
    fn a_period_in_json_is_an_integer_an_object_or_null() {
        for (period, json) in [
            (fiscal(2024), "2024"),
            (calendar(2020), r#"{"calendar_year":2020}"#),
            (Period::Unknown, "null"),
        ] {
            assert_eq!(serde_json::to_string(&period).unwrap(), json);
            assert_eq!(serde_json::from_str::<Period>(json).unwrap(), period);
        }
    }

    #[test]
    fn a_hand_written_period_may_be_words() {
        let read = |json: &str| serde_json::from_str::<Period>(json).unwrap();
        assert_eq!(read(r#""令和8年度""#), fiscal(2026));
        assert_eq!(read(r#""2020年""#), calendar(2020));
        assert_eq!(read(r#""2024""#), fiscal(2024));
        assert_eq!(read(r#""不明""#), Period::Unknown);
    }

    #[test]
    fn a_year_that_is_none_is_refused() {
        for json in ["0", "-5", "10000", "99999999999999", "2024.5", "true"] {
            assert!(serde_json::from_str::<Period>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn years_as_keys_are_read_also_inside_a_tagged_enum() {
        let choice = crate::plan::Choice::Marks {
            marks: BTreeMap::from([(FiscalYear(2020), Mark::Done)]),
        };
        let json = serde_json::to_string(&choice).unwrap();
        assert_eq!(
            serde_json::from_str::<crate::plan::Choice>(&json).unwrap(),
            choice
        );
    }
}
