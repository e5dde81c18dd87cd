//! An indicator whose values are stages, as steps.

use crate::chart::spec::{Step, Steps};
use crate::chart::words::ChartTerms;
use crate::judge::{Explanation, Judgement};
use crate::plan::{Indicator, Observation, Period, Value};

/// The stages in their order with what stands at each; none when the final target is not a stage.
pub fn steps(indicator: &Indicator, judgement: &Judgement, terms: &ChartTerms) -> Option<Steps> {
    let (order, reached) = match &judgement.explanation {
        Explanation::Stages { order, reached, .. } => (order.clone(), Some(*reached)),
        _ => (order(indicator)?, None),
    };
    let last = order.len().checked_sub(1)?;
    let steps = order
        .into_iter()
        .enumerate()
        .map(|(index, stage)| {
            let actual = (reached == Some(index)).then_some((judgement.period, terms.actual));
            step(indicator, stage, actual, terms)
        })
        .collect();
    Some(Steps {
        steps,
        reached: reached.filter(|reached| *reached <= last),
    })
}

/// Baseline, interim and final target give the order; a stage named twice stands once.
fn order(indicator: &Indicator) -> Option<Vec<String>> {
    if !matches!(indicator.final_target()?.value, Value::Stage { .. }) {
        return None;
    }
    let mut order: Vec<String> = Vec::new();
    for observation in indicator.baseline.iter().chain(&indicator.targets) {
        let stage = observation.text.trim();
        if !stage.is_empty() && !order.iter().any(|known| known == stage) {
            order.push(stage.to_owned());
        }
    }
    Some(order)
}

fn step(
    indicator: &Indicator,
    stage: String,
    actual: Option<(Period, &str)>,
    terms: &ChartTerms,
) -> Step {
    let is_here = |observation: &&Observation| observation.text.trim() == stage;
    let baseline = indicator
        .baseline
        .as_ref()
        .filter(is_here)
        .map(|at| (at.period, terms.baseline));
    // One stage may be asked for at several dates: again and again, or held to the end.
    let targets = indicator.targets.iter().enumerate();
    let here = targets.filter(|(_, target)| is_here(target));
    let targets: Vec<(Period, &str)> = here
        .map(|(place, target)| {
            let is_final = place + 1 == indicator.targets.len();
            let role = if is_final {
                terms.target
            } else {
                terms.interim
            };
            (target.period, role)
        })
        .collect();
    let targets = || targets.iter().copied();
    let mut above = String::new();
    let mut name = String::new();
    for (period, role) in baseline.into_iter().chain(targets()) {
        push_words(&mut above, &[&terms.period_short(period), role]);
    }
    for (period, role) in baseline.into_iter().chain(targets()).chain(actual) {
        push_words(&mut name, &[&terms.period_name(period), role]);
    }
    push_words(&mut name, &[&stage]);
    Step {
        words: stage,
        above,
        name,
    }
}

fn push_words(text: &mut String, words: &[&str]) {
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}
