//! One sentence that says what an indicator's picture says.

use super::counting::{judged_figure, judged_period, judged_period_short};
use super::{Words, fill, in_words, number, percent};
use crate::judge::{Doubt, Explanation, Grade, Judgement, NotComputable, missing_start, series};
use crate::plan::{Accumulation, Direction, Indicator, Value};

/// How far above the pace still counts as "a little": 5 points of the way from baseline to target.
const A_LITTLE: f64 = 0.05;

/// The line beside a ruler: `14.3% から 35.0% へ。目安まであと 1.6 ポイントです。`
#[must_use]
pub fn line(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let mut line = promise(words, indicator, judgement);
    line.push_str(&standing(words, indicator, judgement));
    line.push_str(mixed_counts(words, judgement));
    line
}

/// That the baseline may be one year's figure and the target a sum: said wherever a rate is; empty where nobody doubts it.
#[must_use]
pub fn mixed_counts(words: &Words, judgement: &Judgement) -> &'static str {
    if judgement
        .doubts
        .contains(&Doubt::SingleYearAgainstCumulative)
    {
        words.line.mixed
    } else {
        ""
    }
}

/// The sentence under an indicator's name:
/// `7,071万円から5年で4億1,152万円へ増やす計画です。令和7年度は1億5,080万円で、目安の1億3,887万円を上回っています。`
#[must_use]
pub fn summary(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let (Some(baseline), Some(target)) = (&indicator.baseline, indicator.final_target()) else {
        return line(words, indicator, judgement);
    };
    if missing_start(indicator).is_some() {
        return line(words, indicator, judgement);
    }
    let template = match judgement.direction.value {
        _ if is_from_start(judgement) => words.line.plan_sum,
        Direction::Increase => words.line.plan_increase,
        Direction::Decrease => words.line.plan_decrease,
        Direction::Maintain | Direction::Within => words.line.plan_hold,
        Direction::Stage | Direction::Unknown => words.line.plan_change,
    };
    let years = match (baseline.period.year(), target.period.year()) {
        (Some(from), Some(to)) if to > from => {
            fill(words.line.in_years, &[("years", &(to - from).to_string())])
        }
        _ => String::new(),
    };
    let from = value(words, indicator, &baseline.value, &baseline.text);
    let to = value(words, indicator, &target.value, &target.text);
    let mut text = fill(template, &[("from", &from), ("to", &to), ("years", &years)]);
    text.push_str(&against_pace(words, indicator, judgement));
    text.push_str(mixed_counts(words, judgement));
    text
}

fn is_from_start(judgement: &Judgement) -> bool {
    judgement.accumulation.value == Accumulation::CumulativeFromStart
}

/// A value inside a sentence: figures with their unit (money in 億 and 万), everything else as written.
#[must_use]
pub fn value(words: &Words, indicator: &Indicator, value: &Value, text: &str) -> String {
    match value {
        Value::Number { quantity } => {
            let own = quantity.scaled_unit();
            let unit = if own.is_empty() {
                &indicator.unit
            } else {
                &own
            };
            in_words(quantity.number, quantity.decimals, unit)
        }
        Value::Missing { .. } if !text.chars().any(char::is_alphanumeric) => {
            words.kinds.no_value.to_owned()
        }
        _ => text.trim().to_owned(),
    }
}

/// From where to where.
fn promise(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let shown = |text: &str, held: &Value| value(words, indicator, held, text);
    let from = indicator
        .baseline
        .as_ref()
        .map(|baseline| shown(&baseline.text, &baseline.value));
    let to = indicator
        .final_target()
        .map(|target| shown(&target.text, &target.value));
    match (from, to) {
        (_, Some(to)) if missing_start(indicator).is_some() => {
            fill(words.line.to_no_start, &[("to", &to)])
        }
        (_, Some(to)) if is_from_start(judgement) => fill(words.line.sum_to, &[("to", &to)]),
        (Some(from), Some(to)) if from == to => fill(words.line.hold, &[("to", &to)]),
        (_, Some(to)) if judgement.direction.value == Direction::Within => {
            fill(words.line.hold, &[("to", &to)])
        }
        (Some(from), Some(to)) => fill(words.line.from_to, &[("from", &from), ("to", &to)]),
        (None, Some(to)) => fill(words.line.to, &[("to", &to)]),
        (Some(from), None) => fill(words.line.no_target, &[("from", &from)]),
        (None, None) => String::new(),
    }
}

/// Where it stands.
fn standing(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let year = judged_period_short(words, judgement);
    let entered = |number: f64| judged_figure(words, indicator, judgement, number);
    let reached = || words.line.reached.to_owned();
    match &judgement.explanation {
        Explanation::Not(reason) => cannot(words, reason),
        Explanation::Progress { .. } => progress(words, indicator, judgement),
        Explanation::RatioToTarget { .. } if judgement.grade == Grade::Achieved => reached(),
        Explanation::ByFormula { .. } if judgement.grade == Grade::Achieved => reached(),
        Explanation::RatioToTarget { actual, rate, .. } => fill(
            words.line.ratio,
            &[
                ("year", &year),
                ("actual", &entered(*actual)),
                ("rate", &percent(*rate)),
            ],
        ),
        Explanation::ByFormula { rate, .. } => {
            fill(words.line.rate_only_by, &[("rate", &percent(*rate))])
        }
        Explanation::Maintain { actual, held, .. } | Explanation::Bounded { actual, held, .. } => {
            let template = if *held {
                words.line.held
            } else {
                words.line.not_held
            };
            fill(template, &[("year", &year), ("actual", &entered(*actual))])
        }
        Explanation::Stages {
            reached: at, last, ..
        } if at >= last => reached(),
        Explanation::Stages { order, reached, .. } => match order.get(*reached) {
            Some(stage) => fill(words.line.stage_now, &[("stage", stage)]),
            None => String::new(),
        },
        Explanation::AllSeries { .. } if judgement.grade == Grade::Achieved => reached(),
        Explanation::AllSeries { parts, decides } => match parts.get(*decides) {
            Some((label, part)) => {
                let lead = fill(words.judging.series_part, &[("label", label)]);
                lead + &standing(words, indicator, part)
            }
            None => String::new(),
        },
    }
}

/// Formula A against the pace, in the indicator's own unit.
fn progress(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let Explanation::Progress {
        baseline,
        actual,
        rate,
        expected,
        pace,
        ..
    } = judgement.explanation
    else {
        return String::new();
    };
    let year = judged_period_short(words, judgement);
    match (judgement.grade, expected.zip(pace)) {
        (Grade::Achieved, _) => words.line.reached.to_owned(),
        (Grade::Backward, _) if actual < baseline => words.line.fallen.to_owned(),
        (Grade::Backward, _) => words.line.risen.to_owned(),
        (_, None) => fill(words.line.rate_only, &[("rate", &percent(rate))]),
        (_, Some((expected, pace))) => {
            let ahead = rate - expected;
            if ahead < 0.0 {
                let gap = gap(words, indicator, (pace - actual).abs());
                return fill(words.line.to_pace, &[("gap", &gap)]);
            }
            let template = match ahead {
                ahead if ahead < f64::EPSILON => words.line.on_pace,
                ahead if ahead < A_LITTLE => words.line.slightly_ahead,
                _ => words.line.ahead,
            };
            fill(template, &[("year", &year)])
        }
    }
}

/// The second half of the summary.
fn against_pace(words: &Words, indicator: &Indicator, judgement: &Judgement) -> String {
    let year = judged_period(words, judgement);
    let unit = unit(indicator);
    let figure = |number: f64| in_words(number, decimals(indicator), &unit);
    let entered = |number: f64| judged_figure(words, indicator, judgement, number);
    match judgement.explanation {
        Explanation::Progress {
            actual,
            rate,
            expected: Some(expected),
            pace: Some(pace),
            ..
        } => {
            let falls = judgement.direction.value == Direction::Decrease;
            let template = match rate - expected {
                ahead if ahead.abs() < f64::EPSILON => words.line.now_at,
                ahead if ahead > 0.0 && falls => words.line.now_better,
                ahead if ahead > 0.0 => words.line.now_above,
                _ => words.line.now_short,
            };
            fill(
                template,
                &[
                    ("year", &year),
                    ("actual", &entered(actual)),
                    ("pace", &figure(pace)),
                ],
            )
        }
        Explanation::Progress { actual, .. } => fill(
            words.line.now_only,
            &[("year", &year), ("actual", &entered(actual))],
        ),
        _ => standing(words, indicator, judgement),
    }
}

/// Why there is nothing to say, in the few words a list has room for.
fn cannot(words: &Words, reason: &NotComputable) -> String {
    match reason {
        NotComputable::NoActual | NotComputable::SeriesWithoutActual { .. } => {
            words.line.no_actual.to_owned()
        }
        NotComputable::RelativeTarget { reference } => {
            fill(words.line.relative, &[("reference", reference)])
        }
        NotComputable::NoTarget => String::new(),
        NotComputable::TargetNotAFigure
        | NotComputable::NoBaselineToChange
        | NotComputable::ActualNotAFigure
        | NotComputable::UnitDiffers { .. }
        | NotComputable::ActualBeforeBaseline
        | NotComputable::TypedByDepartment => words.line.cannot.to_owned(),
    }
}

/// A distance in the indicator's unit; between percentages it is points.
fn gap(words: &Words, indicator: &Indicator, distance: f64) -> String {
    let decimals = decimals(indicator);
    match unit(indicator).as_str() {
        "%" | "％" | "パーセント" => {
            fill(words.line.points, &[("gap", &number(distance, decimals))])
        }
        unit => in_words(distance, decimals, unit),
    }
}

/// The unit an indicator's figures are computed in: its own or, where only the cells say one, theirs.
#[must_use]
pub fn unit(indicator: &Indicator) -> String {
    if !indicator.unit.is_empty() {
        return indicator.unit.clone();
    }
    series(indicator)
        .into_iter()
        .next()
        .map(|series| series.unit.into_owned())
        .unwrap_or_default()
}

/// The most decimals any of the indicator's figures is written with.
#[must_use]
pub fn decimals(indicator: &Indicator) -> u8 {
    let of = |value: &Value| value.single().map_or(0, |quantity| quantity.decimals);
    let observed = indicator
        .baseline
        .iter()
        .chain(&indicator.targets)
        .map(|item| of(&item.value));
    let entered = indicator.actuals.iter().map(|item| of(&item.value));
    observed.chain(entered).max().unwrap_or(0)
}
