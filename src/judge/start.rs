//! Where nothing says how things stood at the start: what a person is asked for.

use super::accumulation::accumulation;
use super::vocabulary::Words;
use crate::plan::{Accumulation, Indicator, MissingReason, Value, squash};

/// What an indicator without a figure at its start waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingStart {
    /// The first survey (意識調査, アンケート): what people think was not asked before the plan.
    FirstSurvey,
    /// A figure.
    Figure,
}

/// What people are asked, as names and measurements say it.
#[rustfmt::skip]
const SURVEYS: &[&str] = &[
    "アンケート", "意識調査", "住民調査", "町民調査", "市民調査", "世論調査", "満足度", "と感じ", "と思う", "と思って",
    "と答え", "と回答", "たいと", "認知度", "実感",
];

/// What an indicator with a figure to reach waits for where its baseline is none; none where it has a start: 未整備 and 新規
/// say that there was nothing before, and a sum from the start begins with 0.
#[must_use]
pub fn missing_start(indicator: &Indicator) -> Option<MissingStart> {
    let target = &indicator.final_target()?.value;
    let is_figure = target.single().is_some() || matches!(target, Value::Range { .. });
    let is_missing = match indicator.baseline.as_ref().map(|baseline| &baseline.value) {
        None => true,
        Some(Value::Missing { reason }) => {
            !matches!(reason, MissingReason::NotEstablished | MissingReason::New)
        }
        Some(_) => false,
    };
    let counted = || accumulation(indicator, &Words::of(&indicator.name)).value;
    let from_start = || counted() == Accumulation::CumulativeFromStart;
    if !is_figure || !is_missing || from_start() {
        return None;
    }
    let said = squash(&[indicator.name.as_str(), &indicator.measurement].concat());
    let is_survey = SURVEYS.iter().any(|word| said.contains(word));
    Some(if is_survey {
        MissingStart::FirstSurvey
    } else {
        MissingStart::Figure
    })
}
