//! The era of years that are only numbers.

use super::written::{Bare, fiscal_year};
use crate::plan::{Era, PlanPeriod};
use crate::read::table::Row;

/// Higher numbers are no years of 令和 that a plan made today could reach.
const LAST_OF_REIWA: i32 = 22;
/// Nor is an actual of such a year one that was.
const LAST_ACTUAL_OF_REIWA: i32 = 12;
/// Where in a table rows say what they hold.
const LABELLED_ROWS: usize = 30;
const LABELLED_CELLS: usize = 4;
/// How far apart the years of one heading may be.
const WIDEST: i32 = 15;

/// What a table and what is said above it tell of the era of its bare years.
pub(super) struct Eras {
    /// The years that the heading says in full.
    in_heading: Vec<i32>,
    /// The era of those that no such year tells.
    otherwise: Era,
    /// Whether nothing says which era that is, and another is as likely.
    is_open: bool,
}

impl Eras {
    pub(super) fn of(
        (heading, body): (&[Row], &[Row]),
        years: &[Bare],
        period: PlanPeriod,
        said: &str,
    ) -> Self {
        let in_heading = heading
            .iter()
            .flat_map(Row::filled)
            .filter_map(fiscal_year)
            .collect();
        let first = years.first().map_or(0, |bare| bare.number);
        let told = named(&heading.iter().map(Row::text).collect::<String>())
            .or_else(|| of_period(first, period))
            .or_else(|| of_text(first, said));
        let is_of_actual = says_actual(body) || years.iter().any(Bare::says_actual);
        let highest = years.iter().map(|bare| bare.number).max().unwrap_or(0);
        Self {
            in_heading,
            otherwise: told.unwrap_or_else(|| likely(highest, is_of_actual)),
            is_open: told.is_none()
                && !is_of_actual
                && (LAST_ACTUAL_OF_REIWA + 1..=LAST_OF_REIWA).contains(&highest),
        }
    }

    /// Whether the era of a year is a guess that somebody has to confirm.
    pub(super) fn is_doubtful(&self, bare: &Bare, before: Option<i32>) -> bool {
        self.is_open && self.told(bare, before).is_none()
    }

    /// The year that a number is: the nearest to the one before it in its row, else to one that the heading says.
    pub(super) fn year_of(&self, bare: &Bare, before: Option<i32>) -> i32 {
        self.told(bare, before)
            .unwrap_or(self.otherwise.offset() + bare.number)
    }

    /// The year as other years tell it.
    fn told(&self, bare: &Bare, before: Option<i32>) -> Option<i32> {
        let in_heading = || {
            let years = self.in_heading.iter();
            let near = years.filter_map(|year| {
                let found = nearest(bare.number, *year)?;
                Some(((found - year).abs(), found))
            });
            near.min().map(|(_, found)| found)
        };
        before
            .and_then(|year| nearest(bare.number, year))
            .or_else(in_heading)
    }
}

/// The year of this number in any era that is nearest to another; none where all are far off.
fn nearest(number: i32, year: i32) -> Option<i32> {
    [Era::Reiwa, Era::Heisei, Era::Showa]
        .into_iter()
        .map(|era| era.offset() + number)
        .min_by_key(|candidate| (candidate - year).abs())
        .filter(|candidate| (candidate - year).abs() <= WIDEST)
}

/// The era that a text names.
fn named(text: &str) -> Option<Era> {
    let eras = [
        ("令和", Era::Reiwa),
        ("平成", Era::Heisei),
        ("昭和", Era::Showa),
    ];
    eras.into_iter()
        .find_map(|(name, era)| text.contains(name).then_some(era))
}

/// The era of which a plan of this period would begin with such a year.
fn of_period(first: i32, period: PlanPeriod) -> Option<Era> {
    let is_near = |era: &Era| {
        period
            .start
            .is_some_and(|start| (era.offset() + first - start.0).abs() <= 1)
    };
    [Era::Reiwa, Era::Heisei].into_iter().find(is_near)
}

/// The era that brings a year near to one that a text says.
fn of_text(first: i32, said: &str) -> Option<Era> {
    let years = said
        .split(|c: char| c.is_whitespace() || "～〜~（）()、".contains(c))
        .filter_map(fiscal_year);
    let near = years.filter_map(|year| nearest(first, year));
    let found = near.min()?;
    [Era::Reiwa, Era::Heisei, Era::Showa]
        .into_iter()
        .find(|era| era.offset() + first == found)
        .or_else(|| named(said))
}

/// Whether a row below the heading says that it holds actuals.
fn says_actual(body: &[Row]) -> bool {
    let labels = body.iter().take(LABELLED_ROWS);
    let mut labels = labels.flat_map(|row| row.cells.iter().take(LABELLED_CELLS));
    labels.any(|label| label.starts_with("実績"))
}

/// The era where nothing is said, by the highest of the numbers.
fn likely(highest: i32, is_of_actual: bool) -> Era {
    let last = if is_of_actual {
        LAST_ACTUAL_OF_REIWA
    } else {
        LAST_OF_REIWA
    };
    if highest > last {
        Era::Heisei
    } else {
        Era::Reiwa
    }
}
