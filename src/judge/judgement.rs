//! The result of judging, as data.

use crate::plan::{Accumulation, Direction, Formula, Grade, Period};
use std::borrow::Cow;

/// Something inferred or set by a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inferred<Value, Reason> {
    /// What it is.
    pub value: Value,
    /// Why; `Reason` has a case for "a person or the document said so".
    pub reason: Reason,
}

/// Why a direction was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DirectionReason {
    /// A person or the document said so.
    Said,
    /// The final target is above the baseline.
    TargetAboveBaseline,
    /// The final target is below the baseline, and the name's words (given) say lower is better.
    LowerIsBetterByName {
        /// The word in the name: `滞納`.
        word: String,
    },
    /// The final target is below the baseline, and nothing says that lower is better: a floor to hold, not a wish to
    /// shrink (人口 41,616 → 41,000; 懇談会 12回 → 10回).
    TargetBelowBaselineIsFloor,
    /// The final target is above the baseline, and the name's words say lower is better: a ceiling to stay under, not a
    /// wish to grow (要介護認定率 17.5 → 19.0).
    TargetAboveBaselineIsCeiling {
        /// The word in the name: `要介護認定`.
        word: String,
    },
    /// The final target is zero, and the baseline is not below it: nothing less can be meant than bringing it down.
    TargetIsZero,
    /// The final target equals the baseline.
    TargetEqualsBaseline,
    /// The target's bound says it: 以下, 未満 lower; 以上 higher.
    BoundOfTarget,
    /// The target is a range.
    RangeTarget,
    /// The values are stages.
    Stages,
    /// No baseline, and the name's words say it.
    ByNameOnly {
        /// The word in the name.
        word: String,
    },
    /// No baseline: more is taken as better.
    NoBaselineMoreIsBetter,
    /// Of the series of a compound value this one falls while another (given) rises: it gives way to it (直営戸数
    /// 168 → 42 beside 民営戸数 → 126).
    GivesWayTo {
        /// The other series' label.
        label: String,
    },
    /// Several series go different ways; each has its own.
    PerSeries,
    /// It cannot be told.
    #[default]
    NotTellable,
}

/// Why an accumulation was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AccumulationReason {
    /// A person or the document said so.
    Said,
    /// A word in the name, unit or measurement: `累計`, `年間`, `割合`.
    Word {
        /// The word.
        word: Cow<'static, str>,
    },
    /// It cannot be told.
    #[default]
    NotTellable,
}

/// What may make a rate wrong, to be said wherever the rate is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The baseline looks like one year's figure, the target like a sum since the start (70,709千円 → 411,519千円（累計）).
    SingleYearAgainstCumulative,
    /// The direction was inferred and the other reading would change the grade.
    DirectionInferred,
    /// The baseline's year is unknown: the pace is counted from the plan's start or not at all.
    BaselineYearUnknown,
    /// The final target's year is unknown: the pace is counted to the plan's end or not at all.
    TargetYearUnknown,
    /// The actual's year is unknown: it cannot be held against a pace.
    ActualYearUnknown,
    /// The actual goes no further than half its year, and it cannot be told whether it counts what happened until then, and
    /// would be doubled, or is the state then.
    HalfYearUntold,
    /// The target is so many a month, a week or a day, and the actual a bare figure as large as a year's sum (12 beside
    /// 月1回).
    PeriodOfActualUntold,
    /// The plan's last target has no value; the one before it is held against.
    FinalTargetNotSet,
    /// There is a baseline, but it is not a figure in the target's unit; it was computed as if there were none.
    BaselineNotAFigure,
    /// The value is approximate (約).
    Approximate,
    /// The formula asked for cannot be computed: a 0, a sign crossed, a year or a figure missing. There is no rate, and
    /// the grade is what fits the indicator.
    FormulaNotApplicable,
    /// The rate of the formula asked for does not rise as the figure gets better: a / t where lower is better, (a − b) /
    /// (t − b) of a floor. The grade does not follow from it.
    RateMisleads,
    /// The targets were changed after the plan began; the earlier ones are kept.
    TargetChanged,
}

/// Why nothing can be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotComputable {
    /// No actual has been entered.
    NoActual,
    /// There is no target.
    NoTarget,
    /// The target is relative to something not in the plan.
    RelativeTarget {
        /// What it is measured against, as written.
        reference: String,
    },
    /// The target is a change of the baseline (現状維持, 20%削減), and there is no such figure.
    NoBaselineToChange,
    /// The target's text is not a figure and not a stage of the order.
    TargetNotAFigure,
    /// The actual's text is not a figure (or not a stage of the order).
    ActualNotAFigure,
    /// The target or the actual is a figure in a unit that cannot be brought to the indicator's.
    UnitDiffers {
        /// The text as written.
        text: String,
        /// The unit computed in.
        unit: String,
    },
    /// The actual is for a year before the baseline.
    ActualBeforeBaseline,
    /// A series of a compound indicator has no actual.
    SeriesWithoutActual {
        /// The series' label.
        label: String,
    },
    /// The scale has no steps: a person gives the grade.
    TypedByDepartment,
}

/// How the grade came about, with every number that went into it. Numbers are in the indicator's unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Explanation {
    /// Formula A, (a − b) / (t − b), against formula C, the straight line from baseline to target.
    Progress {
        /// b.
        baseline: f64,
        /// a.
        actual: f64,
        /// t; of a range, the end nearest to the baseline.
        target: f64,
        /// (a − b) / (t − b).
        rate: f64,
        /// Where the line stands in the actual's year, as a rate; none when years are unknown. Then only a target met or a
        /// movement backward can be graded: what lies between is `NotJudged`, with its rate.
        expected: Option<f64>,
        /// The same in the indicator's unit (目安).
        pace: Option<f64>,
    },
    /// Formula B, a / t, because there is no baseline. A pace begins only with the first target that has a year; before
    /// that, what does not meet the target is `NotJudged`, with its rate.
    RatioToTarget {
        /// a.
        actual: f64,
        /// t.
        target: f64,
        /// a / t.
        rate: f64,
        /// What the targets ask for in the actual's year, as a share of the final one.
        expected: Option<f64>,
        /// The same in the indicator's unit.
        pace: Option<f64>,
    },
    /// A formula that the rules ask for: one number divided by another.
    ByFormula {
        /// Which.
        formula: Formula,
        /// b, where the formula has it.
        baseline: Option<f64>,
        /// a.
        actual: f64,
        /// t.
        target: f64,
        /// Where the line stands in the actual's year, in the indicator's unit (目安).
        pace: Option<f64>,
        /// What is divided: a − b (A, C), a (B), a / t (D), the yearly growth since the baseline (CAGR).
        numerator: f64,
        /// By what: t − b (A), t (B), e − b (C), the share of the years gone by (D), the growth needed (CAGR).
        denominator: f64,
        /// The quotient.
        rate: f64,
    },
    /// Maintain: the actual against the figure that must not be fallen below, the baseline's own or the target due next.
    Maintain {
        /// What must be held.
        floor: f64,
        /// a.
        actual: f64,
        /// Whether it holds.
        held: bool,
    },
    /// The target's bound, ceiling or range itself is met or not.
    Bounded {
        /// a.
        actual: f64,
        /// The target as written.
        target_text: String,
        /// The least figure that meets it, where there is one.
        low: Option<f64>,
        /// The greatest figure that meets it, where there is one.
        high: Option<f64>,
        /// Whether it holds.
        held: bool,
    },
    /// Stage `reached` of `last`. 0 is the baseline's, or the first target's where there is none, or what is left of the
    /// baseline's words when some of them are gone.
    Stages {
        /// The words in order.
        order: Vec<String>,
        /// The stage reached.
        reached: usize,
        /// The final stage.
        last: usize,
    },
    /// Several series, all of which must reach; the worst one decides.
    AllSeries {
        /// Label and judgement of each.
        parts: Vec<(String, Box<Judgement>)>,
        /// The index of the one that decides.
        decides: usize,
    },
    /// Cannot be computed, because.
    Not(NotComputable),
}

/// What was made of a figure that goes no further than the first half of its year (前期).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HalfYear {
    /// One year's count was doubled.
    Doubled {
        /// The figure as entered, in the indicator's unit.
        figure: f64,
    },
    /// A sum or a state was held against half the way of its year.
    HalfWay,
}

/// The judgement of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The grade.
    pub grade: Grade,
    /// The step of the scale, best first; none when it could not be judged.
    pub step: Option<usize>,
    /// The scale's own word for it; empty where the interface's word for the grade is meant.
    pub word: String,
    /// The rate of attainment as a fraction; negative when it moved backward, above 1 when it overshot. None for what is to
    /// be held, where there is no way to go, and for what could not be computed. Of several series, that of the one that
    /// decides.
    pub rate: Option<f64>,
    /// The pace expected by then, as a fraction.
    pub expected: Option<f64>,
    /// The period of the actual judged.
    pub period: Period,
    /// The direction used.
    pub direction: Inferred<Direction, DirectionReason>,
    /// The accumulation used.
    pub accumulation: Inferred<Accumulation, AccumulationReason>,
    /// What may make it wrong.
    pub doubts: Vec<Doubt>,
    /// What was made of an actual that goes no further than the first half of its year; none of one that counts all of it.
    pub half_year: Option<HalfYear>,
    /// How it came about.
    pub explanation: Explanation,
}

impl Judgement {
    /// Whether it is the one to worry about: not judged, or a lower step or, on the same step, a lower rate.
    pub(super) fn is_worse_than(&self, other: &Self) -> bool {
        let place = |one: &Self| (one.grade, one.step.is_none(), one.step);
        let slower = || matches!((self.rate, other.rate), (Some(mine), Some(its)) if mine < its);
        place(self) > place(other) || (place(self) == place(other) && slower())
    }

    /// A judgement that could not be made.
    #[must_use]
    pub fn not_computable(reason: NotComputable) -> Self {
        Self {
            grade: Grade::NotJudged,
            step: None,
            word: String::new(),
            rate: None,
            expected: None,
            period: Period::Unknown,
            direction: Inferred::default(),
            accumulation: Inferred::default(),
            doubts: Vec::new(),
            half_year: None,
            explanation: Explanation::Not(reason),
        }
    }
}
