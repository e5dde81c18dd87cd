//! The words of an indicator's pictures.

use super::{Words, grade};
use crate::chart::{BoundWords, ChartWords};
use crate::judge::Judgement;
use crate::plan::Indicator;

/// The words of an indicator's pictures; `sentence` is its line, see [`super::line`].
#[must_use]
pub fn chart_words<'a>(
    words: &'static Words,
    indicator: &'a Indicator,
    judgement: &Judgement,
    sentence: &'a str,
) -> ChartWords<'a> {
    ChartWords {
        title: &indicator.name,
        sentence,
        grade: grade(words, judgement.grade),
        baseline: words.kinds.baseline,
        target: words.kinds.target,
        interim: words.kinds.interim,
        actual: words.kinds.actual,
        pace: words.kinds.pace,
        pace_line: words.kinds.pace_line,
        year_unknown: words.years.unknown,
        year: words.kinds.year,
        series: words.kinds.series,
        stage: words.kinds.stage_name,
        unit: words.kinds.unit,
        no_baseline: words.kinds.no_baseline,
        not_entered: words.entry.not_entered,
        fiscal_year: words.years.fiscal_year,
        calendar_year: words.years.calendar_year,
        short_and_western: words.years.short_and_western,
        reiwa: words.years.reiwa,
        heisei: words.years.heisei,
        showa: words.years.showa,
        first_year: words.years.first_year,
        bounds: BoundWords {
            at_least: words.kinds.at_least,
            at_most: words.kinds.at_most,
            more_than: words.kinds.more_than,
            less_than: words.kinds.less_than,
        },
        role_and_period: words.kinds.role_and_period,
        range: words.kinds.range,
        magnitudes: words.kinds.magnitudes,
    }
}
