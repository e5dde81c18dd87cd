//! Where the present course leads, in words with its numbers.

use super::sentence::decimals;
use super::{Piece, Words, fill, fiscal_year, in_words, pieces};
use crate::judge::{LEAST_POINTS, NoProjection, Projection, Series};
use crate::plan::{FiscalYear, Indicator};

/// What is foretold, its range, and what would still be needed.
#[must_use]
pub fn projection(
    words: &Words,
    indicator: &Indicator,
    series: &Series,
    projection: &Projection,
) -> Vec<Piece> {
    let texts = &words.judging;
    let figure = |value: f64| in_words(value, decimals(indicator), &series.unit);
    let change = |value: f64| {
        // A change of a fraction a year is one all the same.
        let more = u8::from(value.abs() < 10.0);
        in_words(value, decimals(indicator).max(more), &series.unit)
    };
    let mut told = pieces(
        texts.projected,
        &[
            ("year", &fiscal_year(words, FiscalYear(projection.year))),
            ("figure", &figure(projection.figure)),
            ("low", &figure(projection.low)),
            ("high", &figure(projection.high)),
        ],
    );
    let rest = if projection.needed == 0.0 {
        pieces(texts.projected_reached, &[])
    } else {
        let places = [
            ("needed", &*change(projection.needed)),
            ("yearly", &change(projection.yearly)),
        ];
        pieces(texts.projected_needed, &places)
    };
    told.extend(rest);
    told
}

/// Why nothing is foretold.
#[must_use]
pub fn no_projection(words: &Words, reason: NoProjection) -> String {
    let texts = &words.judging;
    match reason {
        NoProjection::NoTarget => texts.no_projection_target.to_owned(),
        NoProjection::TargetYearUnknown => texts.no_projection_year.to_owned(),
        NoProjection::Over => texts.no_projection_over.to_owned(),
        NoProjection::TooFewPoints { have } => {
            let places = [
                ("have", &*have.to_string()),
                ("least", &LEAST_POINTS.to_string()),
            ];
            fill(texts.no_projection_points, &places)
        }
    }
}
