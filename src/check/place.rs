//! Where on an indicator's screen a remark is mended.

use super::{Figure, Kind};
use crate::plan::{Indicator, Observation, Period};

/// What of an indicator is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What it is called: KGI, KPI.
    Kind,
    /// Its baseline.
    Baseline,
    /// Its final target.
    Target,
    /// The actual of a period.
    Actual(Period),
    /// Where it should go.
    Direction,
    /// Over what it is counted.
    Accumulation,
    /// How it is measured.
    Measurement,
    /// Who is responsible.
    Departments,
}

impl Kind {
    /// What of the indicator is to be changed; none for what is not about one indicator.
    #[must_use]
    pub fn place(&self, indicator: &Indicator) -> Option<Place> {
        Some(match self {
            Self::TenTimes { figure, .. }
            | Self::OverHundred { figure }
            | Self::StaleCopy { figure, .. }
            | Self::UnitChanged { figure, .. } => place_of(indicator, figure),
            // The figure may be right and the count wrong, but a slip of the hand is likelier.
            Self::FallingTotal { figure, .. } => match place_of(indicator, figure) {
                actual @ Place::Actual(_) => actual,
                _ => Place::Accumulation,
            },
            Self::ReversedDirection { .. } => Place::Direction,
            Self::RisingEvil { .. } | Self::TargetMetBefore { .. } => Place::Target,
            Self::NoOwner => Place::Departments,
            Self::NoBaseline => Place::Baseline,
            Self::NoSource => Place::Measurement,
            Self::NoActual { year } => Place::Actual(Period::FiscalYear(*year)),
            Self::OutputAsOutcome { .. } => Place::Kind,
            Self::StaleYear { .. } | Self::NoIndicator => return None,
        })
    }
}

/// Where a figure stands: among the actuals, as the baseline, else among the targets.
fn place_of(indicator: &Indicator, figure: &Figure) -> Place {
    let is_it = |period: Period, text: &str| period == figure.period && text == figure.text;
    let mut actuals = indicator.actuals.iter();
    if actuals.any(|actual| is_it(actual.period, &actual.text)) {
        return Place::Actual(figure.period);
    }
    let is_baseline = |baseline: &Observation| is_it(baseline.period, &baseline.text);
    if indicator.baseline.as_ref().is_some_and(is_baseline) {
        Place::Baseline
    } else {
        Place::Target
    }
}
