//! Years as plans write them. A fiscal year (年度) runs from April to March and is never a calendar year.

use super::text::fold_char;
use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// A fiscal year by the western year of its April: 令和2年度 is 2020.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema,
)]
#[serde(transparent)]
pub struct FiscalYear(pub i32);

/// A calendar year (年), from January to December.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(transparent)]
pub struct CalendarYear(pub i32);

/// When a value holds. In files: an integer for a fiscal year, `{"calendar_year": 2020}`, or `null` for unknown.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
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

/// An integer, or its digits as a text: a year that is the key of a map is a text in JSON, and serde hands it on
/// as one wherever it has to look ahead (tagged enums).
impl<'de> Deserialize<'de> for FiscalYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Year;
        impl Visitor<'_> for Year {
            type Value = FiscalYear;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a fiscal year as a western integer")
            }
            fn visit_i64<E: de::Error>(self, year: i64) -> Result<FiscalYear, E> {
                i32::try_from(year).map(FiscalYear).map_err(E::custom)
            }
            fn visit_u64<E: de::Error>(self, year: u64) -> Result<FiscalYear, E> {
                i32::try_from(year).map(FiscalYear).map_err(E::custom)
            }
            fn visit_str<E: de::Error>(self, year: &str) -> Result<FiscalYear, E> {
                year.parse().map(FiscalYear).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Year)
    }
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
        (era, self.0 - era.offset())
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

/// The period a text names: `令和2年度 (実績)`, `R12`, `Ｒ１２`, `2024年度 基準値`, `令和11年度（2029年度）`, `R6末`,
/// `令和 7 年 3 月末時点` (fiscal 2024). A bare `R12` or `2024` is a fiscal year, `2020年` a calendar year.
/// `Unknown` when no year is named.
#[must_use]
pub fn parse_period(text: &str) -> Period {
    let characters: Vec<char> = text
        .chars()
        .map(fold_char)
        .filter(|c| !c.is_whitespace())
        .collect();
    (0..characters.len())
        .find_map(|start| period_at(&characters, start))
        .unwrap_or_default()
}

/// The period named at exactly this place.
fn period_at(characters: &[char], start: usize) -> Option<Period> {
    let rest = &characters[start..];
    let before = start.checked_sub(1).map(|index| characters[index]);
    let (era, length) = era_at(rest, before)?;
    let (year, digits) = if era.is_some() && rest.get(length) == Some(&'元') {
        (1, 1)
    } else {
        number_at(&rest[length..])?
    };
    let western = match era {
        Some(era) if (1..=99).contains(&year) => year + era.offset(),
        None if (1900..=2100).contains(&year)
            && digits == 4
            && !before.is_some_and(|c| c.is_ascii_digit()) =>
        {
            year
        }
        _ => return None,
    };
    let after: String = rest[length + digits..].iter().take(8).collect();
    kind_after(&after, western, era.is_some())
}

/// What follows the year decides its kind: 年度 and 末 fiscal, 年N月 the fiscal year of that month, 年 calendar.
fn kind_after(after: &str, western: i32, has_era: bool) -> Option<Period> {
    if let Some(rest) = after.strip_prefix('年') {
        if rest.starts_with('度') {
            return Some(Period::FiscalYear(FiscalYear(western)));
        }
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(month @ 1..=12) = digits.parse::<i32>()
            && rest[digits.len()..].starts_with('月')
        {
            return Some(Period::FiscalYear(FiscalYear(if month < 4 {
                western - 1
            } else {
                western
            })));
        }
        return Some(Period::Calendar {
            calendar_year: CalendarYear(western),
        });
    }
    // A number that goes on as something else (`R2-(3)`, `2024件`) is not a year; a bare one is a fiscal year.
    let next = after.chars().next();
    let ends = next.is_none_or(|c| {
        !c.is_ascii_alphanumeric() && !matches!(c, ',' | '.' | '%') && (has_era || !is_unit_like(c))
    });
    ends.then_some(Period::FiscalYear(FiscalYear(western)))
}

/// Whether a character right after four digits makes them a quantity and not a year.
fn is_unit_like(character: char) -> bool {
    matches!(
        character,
        '人' | '件'
            | '円'
            | '回'
            | '千'
            | '万'
            | '百'
            | '億'
            | '戸'
            | '団'
            | '箇'
            | 'か'
            | 'ヶ'
            | '台'
            | '本'
    )
}

/// An era at the start (none before a western year) and its length in characters.
fn era_at(rest: &[char], before: Option<char>) -> Option<(Option<Era>, usize)> {
    for (era, word, letter) in [
        (Era::Reiwa, "令和", 'R'),
        (Era::Heisei, "平成", 'H'),
        (Era::Showa, "昭和", 'S'),
    ] {
        if rest.iter().take(2).copied().eq(word.chars()) {
            return Some((Some(era), 2));
        }
        let opens_word = !before.is_some_and(|c| c.is_ascii_alphanumeric());
        if rest
            .first()
            .is_some_and(|c| c.eq_ignore_ascii_case(&letter))
            && opens_word
        {
            let skip = if rest.get(1) == Some(&'.') { 2 } else { 1 };
            return rest
                .get(skip)
                .is_some_and(|c| c.is_ascii_digit() || *c == '元')
                .then_some((Some(era), skip));
        }
    }
    rest.first()
        .is_some_and(char::is_ascii_digit)
        .then_some((None, 0))
}

/// The digits at the start as a number, and how many they are (at most 4).
fn number_at(rest: &[char]) -> Option<(i32, usize)> {
    let digits: String = rest.iter().take_while(|c| c.is_ascii_digit()).collect();
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    digits.parse().ok().map(|number| (number, digits.len()))
}
