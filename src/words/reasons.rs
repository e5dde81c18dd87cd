//! Why something is not judged, and what may make a judgement wrong.

use super::{Words, fill};
use crate::judge::{Doubt, NotComputable};

/// Why nothing could be computed, and what would help.
#[must_use]
pub fn not_computable(words: &Words, reason: &NotComputable) -> String {
    let texts = &words.judging;
    match reason {
        NotComputable::NoActual => texts.no_actual.to_owned(),
        NotComputable::NoTarget => texts.no_target.to_owned(),
        NotComputable::RelativeTarget { reference } => {
            fill(texts.relative, &[("reference", reference)])
        }
        NotComputable::NoBaselineToChange => texts.no_baseline_to_change.to_owned(),
        NotComputable::TargetNotAFigure => texts.target_not_a_figure.to_owned(),
        NotComputable::ActualNotAFigure => texts.actual_not_a_figure.to_owned(),
        NotComputable::UnitDiffers { text, unit } => {
            fill(texts.unit_differs, &[("text", text), ("unit", unit)])
        }
        NotComputable::ActualBeforeBaseline => texts.actual_before_baseline.to_owned(),
        NotComputable::SeriesWithoutActual { label } => {
            fill(texts.series_without_actual, &[("label", label)])
        }
        NotComputable::TypedByDepartment => texts.typed_by_department.to_owned(),
    }
}

/// What may make the judgement wrong.
#[must_use]
pub fn doubt(words: &Words, doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::SingleYearAgainstCumulative => words.doubts.single_against_cumulative,
        Doubt::DirectionInferred => words.doubts.direction_inferred,
        Doubt::BaselineYearUnknown => words.doubts.baseline_year_unknown,
        Doubt::TargetYearUnknown => words.doubts.target_year_unknown,
        Doubt::ActualYearUnknown => words.doubts.actual_year_unknown,
        Doubt::HalfYearUntold => words.doubts.half_year_untold,
        Doubt::PeriodOfActualUntold => words.doubts.period_of_actual_untold,
        Doubt::FinalTargetNotSet => words.doubts.final_target_not_set,
        Doubt::BaselineNotAFigure => words.doubts.baseline_not_a_figure,
        Doubt::Approximate => words.doubts.approximate,
        Doubt::FormulaNotApplicable => words.doubts.formula_not_applicable,
        Doubt::RateMisleads => words.doubts.rate_misleads,
        Doubt::TargetChanged => words.doubts.target_changed,
    }
}
