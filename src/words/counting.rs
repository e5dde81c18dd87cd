//! What goes before a rate or a figure because of how it is counted: half a year's, a sum that begins with the plan.

use super::sentence::{decimals, unit};
use super::{Piece, Words, decimals_of, fill, in_words, period, period_short, pieces};
use crate::judge::{Explanation, HalfYear, Judgement};
use crate::plan::{Accumulation, Indicator};

/// What is to be known before the figures of an explanation: `前期の 8回 を2倍して、1年分の 16回 とみています。`; empty where
/// they are as entered.
pub(super) fn counted(words: &Words, indicator: &Indicator, judgement: &Judgement) -> Vec<Piece> {
    let texts = &words.judging;
    let is_computed = !matches!(
        judgement.explanation,
        Explanation::Not(_) | Explanation::AllSeries { .. } | Explanation::Stages { .. }
    );
    if !is_computed {
        return Vec::new();
    }
    let mut told = Vec::new();
    if judgement.accumulation.value == Accumulation::CumulativeFromStart {
        told.extend(pieces(texts.from_start, &[]));
    }
    match judgement.half_year {
        Some(HalfYear::Doubled { figure }) => {
            let shown = |figure: f64| figure_of(indicator, figure);
            let places = [
                ("figure", &*shown(figure)),
                ("whole", &*shown(figure * 2.0)),
            ];
            told.extend(pieces(texts.doubled, &places));
        }
        Some(HalfYear::HalfWay) => told.extend(pieces(texts.half_way, &[])),
        None => {}
    }
    told
}

/// A judged figure in a sentence; of half a year's count what was entered and what it makes of a year.
pub(super) fn judged_figure(
    words: &Words,
    indicator: &Indicator,
    judgement: &Judgement,
    actual: f64,
) -> String {
    let whole = figure_of(indicator, actual);
    match judgement.half_year {
        Some(HalfYear::Doubled { figure }) => {
            let figure = figure_of(indicator, figure);
            fill(
                words.line.as_a_year,
                &[("figure", &figure), ("whole", &whole)],
            )
        }
        _ => whole,
    }
}

fn figure_of(indicator: &Indicator, figure: f64) -> String {
    let least = decimals(indicator);
    in_words(figure, decimals_of(figure, least, least), &unit(indicator))
}

/// `令和8年度`, of half a year `令和8年度前期`.
pub(super) fn judged_period(words: &Words, judgement: &Judgement) -> String {
    with_half(words, period(words, judgement.period), judgement)
}

/// `R8`, of half a year `R8前期`.
pub(super) fn judged_period_short(words: &Words, judgement: &Judgement) -> String {
    with_half(words, period_short(words, judgement.period), judgement)
}

fn with_half(words: &Words, year: String, judgement: &Judgement) -> String {
    if judgement.half_year.is_some() {
        year + words.years.first_half
    } else {
        year
    }
}
