//! Stages: words whose order the plan gives by baseline, interim targets and final target (未実施 → 実施準備 → 実施).

use super::attainment::Verdict;
use super::scale::Facts;
use super::{Explanation, Grade, NotComputable};
use crate::plan::{Actual, Against, Indicator, PlanPeriod, Scale, Value, squash};

/// The verdict on an actual in words. A stage due in a year is expected from that year on, before it the one before; with
/// no year known, only the last stage can be graded.
pub(super) fn stage_reached(
    indicator: &Indicator,
    period: PlanPeriod,
    actual: &Actual,
    scale: &Scale,
) -> Result<Verdict, NotComputable> {
    let Value::Stage { words } = &actual.value else {
        return Err(NotComputable::ActualNotAFigure);
    };
    let order = order(indicator);
    let last = order.len().saturating_sub(1);
    let Some(reached) = position(&order, words) else {
        return fallen_before(&order, words, scale).ok_or(NotComputable::ActualNotAFigure);
    };
    let share = |stage: usize| super::pace::rate(count(stage), count(last));
    let expected = expected_stage(indicator, period, &order, actual).and_then(share);
    let rate = share(reached);
    let whole = match scale.against {
        Against::Pace | Against::Plan => expected,
        Against::Target | Against::Interim => Some(1.0),
    };
    let is_last = reached == last;
    let facts = Facts {
        grade: if is_last {
            Grade::Achieved
        } else {
            Grade::NotJudged
        },
        measured: rate.zip(whole),
        gain: Some((count(reached), 0.0)),
        ..Facts::default()
    };
    let explanation = Explanation::Stages {
        order: order.iter().map(|stage| stage.join("、")).collect(),
        reached,
        last,
    };
    Ok(Verdict {
        half_year: None,
        expected,
        ..Verdict::on(scale, &facts, rate, explanation)
    })
}

/// The stages in order; one that repeats the one before it is the same stage.
fn order(indicator: &Indicator) -> Vec<&[String]> {
    let baseline = indicator.baseline.iter().map(|baseline| &baseline.value);
    let targets = indicator.targets.iter().map(|target| &target.value);
    let mut order: Vec<&[String]> = Vec::new();
    for value in baseline.chain(targets) {
        if let Value::Stage { words } = value
            && order.last().is_none_or(|stage| !is_same(stage, words))
        {
            order.push(words);
        }
    }
    order
}

/// The position of a stage: the last that it is, or else the last that it is but for a word of completion (実施済 for
/// 実施), or else the last whose words it holds all.
fn position(order: &[&[String]], words: &[String]) -> Option<usize> {
    let last = |fits: &dyn Fn(&[String]) -> bool| order.iter().rposition(|stage| fits(stage));
    let within = |stage: &[String]| stage.iter().all(|word| holds(words, word));
    last(&|stage| stage == words)
        .or_else(|| last(&|stage| is_same(stage, words)))
        .or_else(|| last(&within))
}

/// What is left where words of the first stage are gone: a stage before it.
fn fallen_before(order: &[&[String]], words: &[String], scale: &Scale) -> Option<Verdict> {
    let first = order.first()?;
    let is_part = !words.is_empty() && words.iter().all(|word| holds(first, word));
    is_part.then(|| {
        let stages = std::iter::once(words).chain(order.iter().copied());
        let facts = Facts {
            grade: Grade::Backward,
            gain: Some((-1.0, 0.0)),
            ..Facts::default()
        };
        let explanation = Explanation::Stages {
            order: stages.map(|stage| stage.join("、")).collect(),
            reached: 0,
            last: order.len(),
        };
        Verdict::on(scale, &facts, None, explanation)
    })
}

/// The stage that should be reached in the actual's year.
fn expected_stage(
    indicator: &Indicator,
    period: PlanPeriod,
    order: &[&[String]],
    actual: &Actual,
) -> Option<usize> {
    let year = actual.period.year()?;
    let last = indicator.targets.len().checked_sub(1)?;
    let mut expected = None;
    for (index, target) in indicator.targets.iter().enumerate() {
        let plan_end = || (index == last).then_some(period.end?.0);
        let (Some(due), Value::Stage { words }) =
            (target.period.year().or_else(plan_end), &target.value)
        else {
            continue;
        };
        let stage = if due <= year {
            position(order, words)?
        } else {
            0
        };
        expected = expected.max(Some(stage));
    }
    expected
}

fn is_same(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|word| holds(other, word))
}

fn holds(words: &[String], word: &str) -> bool {
    let core = core(word);
    words.iter().any(|one| self::core(one) == core)
}

/// A stage's word without spaces and without what only says that it is over.
fn core(word: &str) -> String {
    let word = squash(word);
    let core = ["済み", "済", "完了"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|core| !core.is_empty());
    core.map_or_else(|| word.clone(), str::to_owned)
}

/// How many stages, as a figure to divide.
fn count(stage: usize) -> f64 {
    f64::from(u32::try_from(stage).unwrap_or(u32::MAX))
}
