//! Years as people say them.

use super::{Words, fill};
use crate::plan::{Era, FiscalYear, Period, PlanPeriod};

/// `令和7年度`, `平成元年度`; the western year before 昭和.
#[must_use]
pub fn fiscal_year(words: &Words, year: FiscalYear) -> String {
    fill(words.years.fiscal_year, &[("year", &era_year(words, year))])
}

/// `令和7`, `平成元`, without 年度.
fn era_year(words: &Words, year: FiscalYear) -> String {
    let (era, number) = year.in_era();
    let name = match era {
        Era::Reiwa => words.years.reiwa,
        Era::Heisei => words.years.heisei,
        Era::Showa => words.years.showa,
    };
    match number {
        ..1 => year.0.to_string(),
        1 => format!("{name}{}", words.years.first_year),
        _ => format!("{name}{number}"),
    }
}

/// `R7（2025）`: the short form and the western year.
#[must_use]
pub fn short_and_western(words: &Words, year: FiscalYear) -> String {
    let western = year.0.to_string();
    fill(
        words.years.short_and_western,
        &[("short", &year.short()), ("western", &western)],
    )
}

/// `令和7年度`, `2025年`, `年度不明`.
#[must_use]
pub fn period(words: &Words, period: Period) -> String {
    match period {
        Period::FiscalYear(year) => fiscal_year(words, year),
        Period::Calendar { calendar_year } => {
            let year = calendar_year.0.to_string();
            fill(words.years.calendar_year, &[("year", &year)])
        }
        Period::Unknown => words.years.unknown.to_owned(),
    }
}

/// `R7`, `2025年`, `年度不明`: for narrow places.
#[must_use]
pub fn period_short(words: &Words, when: Period) -> String {
    match when {
        Period::FiscalYear(year) => year.short(),
        other => period(words, other),
    }
}

/// `令和7〜11年度`; empty when neither end is known.
#[must_use]
pub fn plan_period(words: &Words, period: PlanPeriod) -> String {
    match (period.start, period.end) {
        (Some(start), Some(end)) => {
            let same_era = start.in_era().0 == end.in_era().0 && end.in_era().1 > 0;
            let until = if same_era {
                end.in_era().1.to_string()
            } else {
                era_year(words, end)
            };
            fill(
                words.years.from_until,
                &[("from", &era_year(words, start)), ("until", &until)],
            )
        }
        (Some(start), None) => fill(words.years.from, &[("from", &fiscal_year(words, start))]),
        (None, Some(end)) => fill(words.years.until, &[("until", &fiscal_year(words, end))]),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::CalendarYear;
    use crate::words::{Language, words};

    #[test]
    fn a_fiscal_year_is_never_shown_as_a_calendar_year() {
        let ja = words(Language::Japanese);
        assert_eq!(fiscal_year(ja, FiscalYear(2025)), "令和7年度");
        assert_eq!(fiscal_year(ja, FiscalYear(2019)), "令和元年度");
        assert_eq!(fiscal_year(ja, FiscalYear(1900)), "1900年度");
        let calendar = Period::Calendar {
            calendar_year: CalendarYear(2020),
        };
        assert_eq!(period(ja, calendar), "2020年");
        assert_eq!(period(ja, Period::Unknown), "年度不明");
        assert_eq!(short_and_western(ja, FiscalYear(2025)), "R7（2025）");
    }

    #[test]
    fn a_plans_years_name_their_era_once() {
        let ja = words(Language::Japanese);
        let between = |start, end| PlanPeriod {
            start: Some(FiscalYear(start)),
            end: Some(FiscalYear(end)),
        };
        assert_eq!(plan_period(ja, between(2025, 2029)), "令和7〜11年度");
        assert_eq!(plan_period(ja, between(2017, 2023)), "平成29〜令和5年度");
        assert_eq!(plan_period(ja, PlanPeriod::default()), "");
    }
}
