//! The words a chart needs, given by room `words` so that this room speaks no language.

use crate::plan::{Bound, Era, Period};

/// The words of one chart: those of the language, and the three that are the indicator's own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChartWords<'a> {
    /// The picture's title: the indicator's name.
    pub title: &'a str,
    /// The one sentence that says what the picture says.
    pub sentence: &'a str,
    /// The grade's word.
    pub grade: &'a str,
    /// 基準.
    pub baseline: &'a str,
    /// 目標.
    pub target: &'a str,
    /// 中間目標.
    pub interim: &'a str,
    /// 実績.
    pub actual: &'a str,
    /// 目安.
    pub pace: &'a str,
    /// 目安の線.
    pub pace_line: &'a str,
    /// 年度不明.
    pub year_unknown: &'a str,
    /// 年度, the heading of the years.
    pub year: &'a str,
    /// 項目, the heading of several series' names.
    pub series: &'a str,
    /// 段階, the heading of stages.
    pub stage: &'a str,
    /// 単位.
    pub unit: &'a str,
    /// 基準値なし: there is no figure to start from.
    pub no_baseline: &'a str,
    /// 未入力: no actual yet.
    pub not_entered: &'a str,
    /// A fiscal year: `{year}年度`.
    pub fiscal_year: &'a str,
    /// A calendar year: `{year}年`.
    pub calendar_year: &'a str,
    /// A fiscal year in a table: `{short}（{western}）`.
    pub short_and_western: &'a str,
    /// 令和.
    pub reiwa: &'a str,
    /// 平成.
    pub heisei: &'a str,
    /// 昭和.
    pub showa: &'a str,
    /// 元, the word for an era's first year.
    pub first_year: &'a str,
    /// Bounds around a figure.
    pub bounds: BoundWords<'a>,
    /// What a figure is and when: `{role}（{period}）`.
    pub role_and_period: &'a str,
    /// From one figure to another: `{low}～{high}`.
    pub range: &'a str,
    /// Words for large numbers, the greatest first: (100,000,000, 億), (10,000, 万).
    pub magnitudes: &'a [(f64, &'a str)],
}

/// What is said around a figure that is a bound; `{figure}` stands for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BoundWords<'a> {
    /// `{figure}以上`.
    pub at_least: &'a str,
    /// `{figure}以下`.
    pub at_most: &'a str,
    /// `{figure}超`.
    pub more_than: &'a str,
    /// `{figure}未満`.
    pub less_than: &'a str,
}

impl ChartWords<'_> {
    /// `令和7年度`, `2025年`, `年度不明`.
    #[must_use]
    pub fn period_name(&self, period: Period) -> String {
        let year = match period {
            Period::FiscalYear(year) => year,
            Period::Calendar { calendar_year } => {
                return self
                    .calendar_year
                    .replacen("{year}", &calendar_year.0.to_string(), 1);
            }
            Period::Unknown => return self.year_unknown.to_owned(),
        };
        let (era, number) = year.in_era();
        let era = match era {
            Era::Reiwa => self.reiwa,
            Era::Heisei => self.heisei,
            Era::Showa => self.showa,
        };
        let name = match number {
            ..1 => year.0.to_string(),
            1 => format!("{era}{}", self.first_year),
            _ => format!("{era}{number}"),
        };
        self.fiscal_year.replacen("{year}", &name, 1)
    }

    /// `R7`, `2025年`, `年度不明`: for narrow places.
    #[must_use]
    pub fn period_short(&self, period: Period) -> String {
        match period {
            Period::FiscalYear(year) => year.short(),
            other => self.period_name(other),
        }
    }

    /// `R7（2025）`, `2025年`, `年度不明`: in a table.
    #[must_use]
    pub fn period_in_table(&self, period: Period) -> String {
        match period {
            Period::FiscalYear(year) => self
                .short_and_western
                .replacen("{short}", &year.short(), 1)
                .replacen("{western}", &year.0.to_string(), 1),
            other => self.period_name(other),
        }
    }

    /// `50%以上` of `50%`.
    #[must_use]
    pub fn bounded(&self, bound: Option<Bound>, figure: String) -> String {
        let around = match bound {
            Some(Bound::AtLeast) => self.bounds.at_least,
            Some(Bound::AtMost) => self.bounds.at_most,
            Some(Bound::MoreThan) => self.bounds.more_than,
            Some(Bound::LessThan) => self.bounds.less_than,
            None => return figure,
        };
        if around.is_empty() {
            figure
        } else {
            around.replacen("{figure}", &figure, 1)
        }
    }
}
