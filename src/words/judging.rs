//! How a grade came about, in words with its numbers.

use super::counting::counted;
use super::reasons::not_computable;
use super::sentence::{decimals, unit};
use super::{Piece, Words, decimals_of, fill, in_words, number, percent, pieces};
use crate::judge::{AccumulationReason, DirectionReason, Explanation, Grade, HalfYear, Judgement};
use crate::plan::{Accumulation, Direction, Formula, Indicator};

/// The grade's word.
#[must_use]
pub fn grade(words: &Words, grade: Grade) -> &'static str {
    match grade {
        Grade::Achieved => words.grades.achieved,
        Grade::OnTrack => words.grades.on_track,
        Grade::SlightlyBehind => words.grades.slightly_behind,
        Grade::Behind => words.grades.behind,
        Grade::Backward => words.grades.backward,
        Grade::NotJudged => words.grades.not_judged,
    }
}

/// The word for how an indicator was graded: its scale's own or the grade's.
#[must_use]
pub fn judged_grade<'a>(words: &Words, judgement: &'a Judgement) -> &'a str {
    if judgement.word.is_empty() {
        grade(words, judgement.grade)
    } else {
        &judgement.word
    }
}

/// The direction's word.
#[must_use]
pub fn direction(words: &Words, direction: Direction) -> &'static str {
    match direction {
        Direction::Increase => words.kinds.increase,
        Direction::Decrease => words.kinds.decrease,
        Direction::Maintain => words.kinds.maintain,
        Direction::Within => words.kinds.within,
        Direction::Stage => words.kinds.stage,
        Direction::Unknown => words.kinds.unknown,
    }
}

/// The accumulation's word.
#[must_use]
pub fn accumulation(words: &Words, accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::PerPeriod => words.kinds.per_period,
        Accumulation::Cumulative => words.kinds.cumulative,
        Accumulation::CumulativeFromStart => words.kinds.cumulative_from_start,
        Accumulation::PointInTime => words.kinds.point_in_time,
        Accumulation::Unknown => words.kinds.unknown,
    }
}

/// The explanation: `（150,800 − 70,709）÷（411,519 − 70,709）＝ 23.5%。1年目の目安は 20% なので順調。`
#[must_use]
pub fn explanation(words: &Words, indicator: &Indicator, judgement: &Judgement) -> Vec<Piece> {
    let mut told = counted(words, indicator, judgement);
    told.extend(computed(words, indicator, judgement));
    told
}

/// How an indicator's figures are written in the sentence about it.
struct Figures {
    least: u8,
    unit: String,
}

impl Figures {
    fn of(indicator: &Indicator) -> Self {
        Self {
            least: decimals(indicator),
            unit: unit(indicator),
        }
    }

    /// The figure with no unit, for a sum that names none.
    fn plain(&self, value: f64) -> String {
        number(value, decimals_of(value, self.least, self.least + 4))
    }

    /// A plain figure after a minus: a negative one stands in brackets.
    fn subtrahend(&self, value: f64) -> String {
        let figure = self.plain(value);
        if figure.starts_with('−') {
            ["（", &figure, "）"].concat()
        } else {
            figure
        }
    }

    /// What is computed, and so has no decimals of its own.
    fn computed(&self, value: f64) -> String {
        number(value, decimals_of(value, self.least, self.least + 2))
    }

    fn with_unit(&self, value: f64) -> String {
        let decimals = decimals_of(value, self.least, self.least + 4);
        in_words(value, decimals, &self.unit)
    }
}

fn computed(words: &Words, indicator: &Indicator, judgement: &Judgement) -> Vec<Piece> {
    let texts = &words.judging;
    let explanation = &judgement.explanation;
    let grade = judged_grade(words, judgement);
    let figures = Figures::of(indicator);
    match explanation {
        Explanation::Not(reason) => vec![Piece {
            text: not_computable(words, reason),
            strong: false,
        }],
        Explanation::ByFormula {
            formula: Formula::C | Formula::D | Formula::Cagr,
            ..
        } => {
            // The rate is one of the pace already.
            let mut told = rate(words, &figures, explanation);
            told.extend(pieces(texts.graded, &[("grade", grade)]));
            told
        }
        Explanation::Progress { .. }
        | Explanation::RatioToTarget { .. }
        | Explanation::ByFormula { .. } => {
            let mut told = rate(words, &figures, explanation);
            told.extend(verdict(words, indicator, judgement));
            told
        }
        Explanation::Bounded { .. }
            if judgement.grade == Grade::NotJudged && judgement.word.is_empty() =>
        {
            let mut told = limit(words, &figures, judgement);
            told.extend(no_pace(words, indicator, judgement));
            told
        }
        Explanation::Maintain { .. } | Explanation::Bounded { .. } => {
            limit(words, &figures, judgement)
        }
        Explanation::Stages { order, reached, .. } => {
            let reached = order.get(*reached).map_or("", String::as_str);
            let places = [
                ("order", &*order.join(" → ")),
                ("reached", reached),
                ("grade", grade),
            ];
            pieces(texts.stages, &places)
        }
        Explanation::AllSeries { parts, decides } => {
            let label = parts.get(*decides).map_or("", |(label, _)| label);
            let count = parts.len().to_string();
            let template = match judgement.grade {
                Grade::NotJudged => texts.all_series_open,
                _ => texts.all_series,
            };
            let places = [("count", &*count), ("label", label), ("grade", grade)];
            pieces(template, &places)
        }
    }
}

/// A rate with the numbers it is computed from; nothing of what has none.
fn rate(words: &Words, figures: &Figures, explanation: &Explanation) -> Vec<Piece> {
    let texts = &words.judging;
    match explanation {
        Explanation::Progress {
            baseline,
            actual,
            target,
            rate,
            ..
        } => {
            let places = [
                ("baseline", &*figures.subtrahend(*baseline)),
                ("actual", &figures.plain(*actual)),
                ("target", &figures.plain(*target)),
                ("rate", &percent(*rate)),
            ];
            pieces(texts.progress, &places)
        }
        Explanation::RatioToTarget {
            actual,
            target,
            rate,
            ..
        } => {
            let places = [
                ("actual", &*figures.plain(*actual)),
                ("target", &figures.plain(*target)),
                ("rate", &percent(*rate)),
            ];
            pieces(texts.ratio, &places)
        }
        Explanation::ByFormula {
            formula,
            baseline,
            actual,
            target,
            pace,
            numerator,
            denominator,
            rate,
        } => {
            let template = match formula {
                Formula::A => texts.progress,
                Formula::B => texts.by_b,
                Formula::C => texts.by_c,
                Formula::D => texts.by_d,
                Formula::Cagr => texts.by_cagr,
            };
            let from = baseline.map(|value| figures.subtrahend(value));
            let pace = pace.map(|value| figures.computed(value));
            let places = [
                ("baseline", &*from.unwrap_or_default()),
                ("actual", &figures.plain(*actual)),
                ("target", &figures.plain(*target)),
                ("pace", &pace.unwrap_or_default()),
                ("numerator", &percent(*numerator)),
                ("denominator", &percent(*denominator)),
                ("rate", &percent(*rate)),
            ];
            pieces(template, &places)
        }
        _ => Vec::new(),
    }
}

/// A line that is kept to or not; nothing of what has none.
fn limit(words: &Words, figures: &Figures, judgement: &Judgement) -> Vec<Piece> {
    let texts = &words.judging;
    let grade = judged_grade(words, judgement);
    match &judgement.explanation {
        Explanation::Maintain {
            floor,
            actual,
            held,
        } => {
            let template = if *held {
                texts.maintain_held
            } else {
                texts.maintain_not_held
            };
            let places = [
                ("floor", &*figures.with_unit(*floor)),
                ("actual", &figures.with_unit(*actual)),
                ("grade", grade),
            ];
            pieces(template, &places)
        }
        Explanation::Bounded {
            actual,
            target_text,
            low,
            high,
            held,
        } => {
            // A ceiling may not be written as one (滞納額 80 → 100): it is said.
            let ceiling = high.filter(|_| low.is_none() && !target_text.contains("未満"));
            let is_open = judgement.grade == Grade::NotJudged && judgement.word.is_empty();
            let template = match (ceiling, held) {
                _ if is_open => texts.not_yet,
                (Some(_), true) => texts.ceiling_held,
                (Some(_), false) => texts.ceiling_not_held,
                (None, true) => texts.bounded_held,
                (None, false) => texts.bounded_not_held,
            };
            let target = ceiling.map_or_else(|| target_text.clone(), |it| figures.with_unit(it));
            let places = [
                ("actual", &*figures.with_unit(*actual)),
                ("target", &target),
                ("grade", grade),
            ];
            pieces(template, &places)
        }
        _ => Vec::new(),
    }
}

/// Each series of a compound indicator, explained on its own.
#[must_use]
pub fn series_explanations(
    words: &Words,
    indicator: &Indicator,
    judgement: &Judgement,
) -> Vec<Vec<Piece>> {
    let Explanation::AllSeries { parts, .. } = &judgement.explanation else {
        return Vec::new();
    };
    let told = parts.iter().map(|(label, part)| {
        let mut told = pieces(words.judging.series_part, &[("label", label)]);
        told.extend(explanation(words, indicator, part));
        told
    });
    told.collect()
}

/// What the rate means against the pace.
fn verdict(words: &Words, indicator: &Indicator, judgement: &Judgement) -> Vec<Piece> {
    let grade = judged_grade(words, judgement);
    let from = indicator
        .baseline
        .as_ref()
        .and_then(|baseline| baseline.period.year());
    let is_whole = judgement.half_year != Some(HalfYear::HalfWay);
    match (judgement.expected, judgement.grade) {
        (_, Grade::Achieved) if judgement.word.is_empty() => {
            pieces(words.judging.pace_met, &[("grade", grade)])
        }
        (Some(expected), _) => {
            let expected = percent(expected);
            if !judgement.word.is_empty() {
                let places = [("expected", &*expected), ("grade", grade)];
                return pieces(words.judging.on_scale, &places);
            }
            match from.zip(judgement.period.year()) {
                Some((from, year)) if year > from && is_whole => {
                    let years = (year - from).to_string();
                    let places = [
                        ("years", &*years),
                        ("expected", &*expected),
                        ("grade", grade),
                    ];
                    pieces(words.judging.pace_years, &places)
                }
                _ => pieces(
                    words.judging.pace_known,
                    &[("expected", &expected), ("grade", grade)],
                ),
            }
        }
        (None, Grade::NotJudged) => no_pace(words, indicator, judgement),
        (None, _) => pieces(words.judging.graded, &[("grade", grade)]),
    }
}

/// Why there is no pace: a year is missing or, where all are known, the baseline from which it would be counted.
fn no_pace(words: &Words, indicator: &Indicator, judgement: &Judgement) -> Vec<Piece> {
    let target = indicator
        .final_target()
        .and_then(|target| target.period.year());
    let sentence = if judgement.period.year().is_some() && target.is_some() {
        words.judging.pace_without_baseline
    } else {
        words.judging.pace_unknown
    };
    pieces(sentence, &[])
}

/// Which direction is taken, and why.
#[must_use]
pub fn direction_reason(words: &Words, judgement: &Judgement) -> String {
    let texts = &words.judging;
    let reason = match &judgement.direction.reason {
        DirectionReason::Said => texts.said.to_owned(),
        DirectionReason::TargetAboveBaseline => texts.target_above.to_owned(),
        DirectionReason::LowerIsBetterByName { word } => {
            fill(texts.lower_by_name, &[("word", word)])
        }
        DirectionReason::TargetBelowBaselineIsFloor => texts.floor.to_owned(),
        DirectionReason::TargetAboveBaselineIsCeiling { word } => {
            fill(texts.ceiling, &[("word", word)])
        }
        DirectionReason::TargetIsZero => texts.target_zero.to_owned(),
        DirectionReason::TargetEqualsBaseline => texts.target_equals.to_owned(),
        DirectionReason::BoundOfTarget => texts.bound.to_owned(),
        DirectionReason::RangeTarget => texts.range.to_owned(),
        DirectionReason::Stages => texts.stages_reason.to_owned(),
        DirectionReason::ByNameOnly { word } => fill(texts.by_name, &[("word", word)]),
        DirectionReason::NoBaselineMoreIsBetter => texts.no_baseline.to_owned(),
        DirectionReason::GivesWayTo { label } => fill(texts.gives_way, &[("label", label)]),
        DirectionReason::PerSeries => texts.per_series.to_owned(),
        DirectionReason::NotTellable => texts.not_tellable.to_owned(),
    };
    let direction = direction(words, judgement.direction.value);
    fill(
        texts.direction_is,
        &[("direction", direction), ("reason", &reason)],
    )
}

/// Which accumulation is taken, and why.
#[must_use]
pub fn accumulation_reason(words: &Words, judgement: &Judgement) -> String {
    let reason = match &judgement.accumulation.reason {
        AccumulationReason::Said => words.judging.said.to_owned(),
        AccumulationReason::Word { word } => fill(words.judging.word, &[("word", word)]),
        AccumulationReason::NotTellable => words.judging.not_tellable.to_owned(),
    };
    let accumulation = accumulation(words, judgement.accumulation.value);
    fill(
        words.judging.accumulation_is,
        &[("accumulation", accumulation), ("reason", &reason)],
    )
}
