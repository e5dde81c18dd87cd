//! What pictures say.

use super::{Words, judged_grade, line};
use crate::chart::{BoundTerms, ChartTerms, ChartWords};
use crate::judge::Judgement;
use crate::plan::Indicator;

/// The words of an indicator's pictures.
#[must_use]
pub fn chart_words(words: &Words, indicator: &Indicator, judgement: &Judgement) -> ChartWords {
    ChartWords {
        title: indicator.name.clone(),
        sentence: line(words, indicator, judgement),
        grade: judged_grade(words, judgement).to_owned(),
        terms: chart_terms(words),
    }
}

/// What pictures say in a language, whatever they show.
#[must_use]
pub fn chart_terms(words: &Words) -> ChartTerms {
    let Words {
        kinds,
        years,
        chart,
        entry,
        indicator,
        ..
    } = words;
    ChartTerms {
        baseline: kinds.baseline,
        target: kinds.target,
        interim: kinds.interim,
        actual: kinds.actual,
        pace: kinds.pace,
        pace_line: kinds.pace_line,
        year_unknown: years.unknown,
        year: kinds.year,
        series: chart.series,
        stage: chart.stages,
        unit: indicator.unit,
        no_baseline: chart.no_baseline,
        count_start: chart.count_start,
        first_half: years.first_half,
        not_entered: entry.not_entered,
        fiscal_year: years.fiscal_year,
        calendar_year: years.calendar_year,
        short_and_western: years.short_and_western,
        reiwa: years.reiwa,
        heisei: years.heisei,
        showa: years.showa,
        first_year: years.first_year,
        bounds: BoundTerms {
            at_least: chart.at_least,
            at_most: chart.at_most,
            more_than: chart.more_than,
            less_than: chart.less_than,
        },
        noted: chart.noted,
        range: chart.range,
        magnitudes: chart.magnitudes,
    }
}
