//! Columns of a value that was before the one the table is about: 前回, 前年度実績.

use super::columns::{Column, Field};
use crate::plan::{FiscalYear, Period, squash};

/// Gives 前年度 the year before the newest actual, where that is known; what else is only said to be earlier becomes a
/// remark, lest it be judged as what came after. Gives the headings of which the year was told so.
pub(super) fn settle(columns: &mut [Column]) -> Vec<String> {
    let is_current = |column: &&Column| {
        let now = ["現状", "現在", "現況"];
        let is_now = now
            .iter()
            .any(|word| squash(&column.heading).contains(word));
        let is_value = column.field == Field::Actual || (column.field == Field::Baseline && is_now);
        is_value && !says_earlier(&column.heading)
    };
    let current: Vec<Period> = columns
        .iter()
        .filter(is_current)
        .map(|column| column.period)
        .collect();
    if current.is_empty() {
        return Vec::new(); // it is the only one
    }
    let mut dated = Vec::new();
    let years = current.iter().filter_map(|period| period.fiscal_year());
    let newest = years.max();
    for column in columns.iter_mut().filter(|column| {
        matches!(column.field, Field::Actual | Field::Baseline)
            && column.period == Period::Unknown
            && says_earlier(&column.heading)
    }) {
        match newest {
            Some(newest) if squash(&column.heading).contains("前年度") => {
                column.field = Field::Actual;
                column.period = Period::FiscalYear(FiscalYear(newest.0 - 1));
                dated.push(column.heading.clone());
            }
            _ => column.field = Field::Note,
        }
    }
    dated
}

/// Makes actuals of 中間値 of the year of 現状値 or an earlier one: they were measured on the way, not aimed at. 中間目標 stays
/// what was aimed at.
pub(super) fn interim_values(columns: &mut [Column]) {
    let says = |column: &Column, words: &[&str]| {
        let heading = squash(&column.heading);
        words.iter().any(|word| heading.contains(word))
    };
    let current = columns.iter().filter(|column| {
        matches!(column.field, Field::Baseline | Field::Actual)
            && says(column, &["現状", "現在", "現況", "最新", "直近"])
    });
    let Some(current) = current.filter_map(|column| column.period.year()).max() else {
        return;
    };
    let is_past = |column: &Column| column.period.year().is_some_and(|year| year <= current);
    for column in columns.iter_mut().filter(|column| {
        column.field == Field::InterimTarget && is_past(column) && !says(column, &["目標"])
    }) {
        column.field = Field::Actual;
    }
}

fn says_earlier(heading: &str) -> bool {
    let words = squash(heading);
    ["前回", "前年"].iter().any(|word| words.contains(word))
}
