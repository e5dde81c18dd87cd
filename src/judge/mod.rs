//! Attainment, pace, direction and grades, each with its explanation as data.
//!
//! Nothing here speaks a language: an [`Explanation`] carries numbers and reasons, and room `words` makes the
//! sentence. Rates are fractions (0.235 is 23.5 %).

mod judgement;
mod series;

pub use judgement::{
    AccumulationReason, DirectionReason, Doubt, Explanation, Grade, Inferred, Judgement,
    NotComputable,
};
pub use series::{Point, Series, Side, series};

use crate::plan::{FiscalYear, Indicator, PlanPeriod};

/// Judges an indicator as of a fiscal year (none: by its newest actual).
#[must_use]
pub fn judge(_indicator: &Indicator, _period: PlanPeriod, _as_of: Option<FiscalYear>) -> Judgement {
    Judgement::not_computable(NotComputable::NoActual)
}
