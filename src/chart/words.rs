//! The words a chart needs, given by room `words` so that this room speaks no language.

use crate::plan::{Bound, Era, Period};

/// The words of one chart: the three that are the indicator's own, and those of the language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartWords {
    /// The picture's title: the indicator's name.
    pub title: String,
    /// The one sentence that says what the picture says.
    pub sentence: String,
    /// The grade's word.
    pub grade: String,
    /// The words of the language.
    pub terms: ChartTerms,
}

/// What charts say in a language.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChartTerms {
    /// 基準.
    pub baseline: &'static str,
    /// 目標.
    pub target: &'static str,
    /// 中間目標.
    pub interim: &'static str,
    /// 実績.
    pub actual: &'static str,
    /// 目安.
    pub pace: &'static str,
    /// 目安の線.
    pub pace_line: &'static str,
    /// 年度不明.
    pub year_unknown: &'static str,
    /// 年度, the heading of the years.
    pub year: &'static str,
    /// 項目, the heading of several series' names.
    pub series: &'static str,
    /// 段階, the heading of stages.
    pub stage: &'static str,
    /// What all figures of a table share: `単位：{unit}`.
    pub unit: &'static str,
    /// 基準値なし: there is no figure to start from.
    pub no_baseline: &'static str,
    /// 数え始め: the 0 from which a sum counts that begins with the plan.
    pub count_start: &'static str,
    /// 前期, behind a year of which only the first half is counted.
    pub first_half: &'static str,
    /// 未入力: no actual yet.
    pub not_entered: &'static str,
    /// A fiscal year: `{year}年度`.
    pub fiscal_year: &'static str,
    /// A calendar year: `{year}年`.
    pub calendar_year: &'static str,
    /// A fiscal year in a table: `{short}（{western}）`.
    pub short_and_western: &'static str,
    /// 令和.
    pub reiwa: &'static str,
    /// 平成.
    pub heisei: &'static str,
    /// 昭和.
    pub showa: &'static str,
    /// 元, the word for an era's first year.
    pub first_year: &'static str,
    /// Bounds around a figure.
    pub bounds: BoundTerms,
    /// A text with what is said beside it in brackets: `{text}（{note}）`.
    pub noted: &'static str,
    /// From one figure to another: `{low}～{high}`.
    pub range: &'static str,
    /// Words for large numbers, the greatest first: (100,000,000, 億), (10,000, 万).
    pub magnitudes: &'static [(f64, &'static str)],
}

/// What is said around a figure that is a bound; `{figure}` stands for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BoundTerms {
    /// `{figure}以上`.
    pub at_least: &'static str,
    /// `{figure}以下`.
    pub at_most: &'static str,
    /// `{figure}超`.
    pub more_than: &'static str,
    /// `{figure}未満`.
    pub less_than: &'static str,
}

impl ChartTerms {
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

    /// `基準（R6）`.
    #[must_use]
    pub fn with_note(&self, text: &str, note: &str) -> String {
        self.noted
            .replacen("{text}", text, 1)
            .replacen("{note}", note, 1)
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
