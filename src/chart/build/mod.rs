//! From an indicator and its judgement to charts as data.

mod axis;
mod comparison;
mod figures;
mod ruler;
mod scale;
mod steps;
mod time;

pub use comparison::{compared, comparison};

use super::spec::{ChartSeries, ChartSpec, Picture};
use super::words::{ChartTerms, ChartWords};
use crate::judge::{Explanation, Grade, Judgement, NotComputable, Series, series};
use crate::plan::{Indicator, Period, PlanPeriod, Value};

/// The ruler of an indicator: a scale from baseline to target, years as ticks where the pace would stand, the actual as
/// the mark. Stages become steps; none when there is neither a figure to reach nor a stage (relative targets).
#[must_use]
pub fn ruler(
    indicator: &Indicator,
    judgement: &Judgement,
    period: PlanPeriod,
    words: &ChartWords,
) -> Option<ChartSpec> {
    let picture = match steps::steps(indicator, judgement, &words.terms) {
        Some(steps) => Picture::Steps(steps),
        None => rulers(
            &shown(indicator),
            |index, label| Judged::of(judgement, index, label),
            missing_baseline(indicator),
            period,
            &words.terms,
        )?,
    };
    Some(spec(
        indicator.id.as_str(),
        judgement.grade,
        words,
        "ruler",
        picture,
    ))
}

/// The time chart of an indicator; none when it has no figure, or no year to put one at.
#[must_use]
pub fn time_chart(
    indicator: &Indicator,
    judgement: &Judgement,
    period: PlanPeriod,
    words: &ChartWords,
) -> Option<ChartSpec> {
    let picture = Picture::TimeChart(time::time_chart(&shown(indicator), period, &words.terms)?);
    Some(spec(
        indicator.id.as_str(),
        judgement.grade,
        words,
        "time",
        picture,
    ))
}

/// The indicator's series; a number per period (年2回) keeps its period in the unit: `回/年`.
fn shown(indicator: &Indicator) -> Vec<Series<'_>> {
    let mut all = series(indicator);
    let values = indicator
        .targets
        .iter()
        .chain(&indicator.baseline)
        .map(|at| &at.value);
    let rate = values.rev().find_map(|value| match value {
        Value::Rate { per, .. } => Some(per),
        _ => None,
    });
    if let Some(per) = rate {
        let count = if per.count > 1 {
            per.count.to_string()
        } else {
            String::new()
        };
        for series in all.iter_mut().filter(|series| !series.unit.contains('/')) {
            series.unit = [&*series.unit, "/", &count, &per.unit].concat().into();
        }
    }
    all
}

/// One ruler a series that has a target.
fn rulers(
    series: &[Series],
    judged: impl Fn(usize, &str) -> Judged,
    missing: &str,
    period: PlanPeriod,
    terms: &ChartTerms,
) -> Option<Picture> {
    let rulers: Vec<_> = series
        .iter()
        .enumerate()
        .filter_map(|(index, series)| {
            ruler::ruler(series, judged(index, &series.label), missing, period, terms)
        })
        .collect();
    (!rulers.is_empty()).then_some(Picture::Ruler(rulers))
}

/// What a ruler needs of its judgement.
#[derive(Clone, Copy, Debug)]
struct Judged {
    pub grade: Grade,
    /// The period of the actual to mark; none when there is no actual to mark.
    pub marked: Option<Period>,
}

impl Judged {
    /// The judgement of one of several series, or of the only one.
    fn of(judgement: &Judgement, index: usize, label: &str) -> Self {
        let own = match &judgement.explanation {
            Explanation::AllSeries { parts, .. } => parts
                .get(index)
                .filter(|part| part.0 == label)
                .or_else(|| parts.iter().find(|part| part.0 == label))
                .map_or(judgement, |part| &part.1),
            _ => judgement,
        };
        let unmarked = matches!(
            own.explanation,
            Explanation::Not(NotComputable::NoActual | NotComputable::SeriesWithoutActual { .. })
        );
        Self {
            grade: own.grade,
            marked: (!unmarked).then_some(own.period),
        }
    }
}

/// The words that stand where a baseline is missing: the town's own (未整備), unless they are only a dash.
fn missing_baseline(indicator: &Indicator) -> &str {
    let text = indicator
        .baseline
        .as_ref()
        .map_or("", |baseline| match baseline.value {
            Value::Missing { .. } | Value::Stage { .. } => baseline.text.trim(),
            _ => "",
        });
    if text.chars().any(char::is_alphanumeric) {
        text
    } else {
        ""
    }
}

fn spec(id: &str, grade: Grade, words: &ChartWords, kind: &str, picture: Picture) -> ChartSpec {
    let mut description = words.sentence.clone();
    if !words.grade.is_empty() {
        if !description.is_empty() {
            description.push(' ');
        }
        description.push_str(&words.grade);
    }
    ChartSpec {
        id: safe_id(id, kind),
        title: words.title.clone(),
        description,
        grade,
        text_size: 13.0,
        steppable: true,
        picture,
        terms: words.terms,
    }
}

/// An id that can stand in an attribute and in a list of ids, another for every id and kind: what is neither a letter,
/// a digit nor a hyphen of ASCII is written as its number between underscores.
fn safe_id(id: &str, kind: &str) -> String {
    let mut safe = String::with_capacity(id.len() + kind.len() + 3);
    safe.push_str("c-");
    for character in id.chars() {
        if character.is_ascii_alphanumeric() || character == '-' {
            safe.push(character);
        } else {
            safe.push_str(&format!("_{:x}_", u32::from(character)));
        }
    }
    safe.push('-');
    safe.push_str(kind);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_and_never_collide() {
        assert_eq!(safe_id("indicator-12", "ruler"), "c-indicator-12-ruler");
        assert_eq!(safe_id("a b\"", "time"), "c-a_20_b_22_-time");
        assert_ne!(safe_id("a b", "ruler"), safe_id("a_20_b", "ruler"));
    }
}
