//! The rules a town judges its plan by: a formula and a scale of grades, both data that a plan can carry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// By which rules a plan is judged; nothing said, by those of room `judge`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Rules {
    /// The formula of every rate; without one, each indicator's rate is what fits it (A on the way to a target, none
    /// where something is to be held, B without a baseline).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<Formula>,
    /// The name of a scale that comes with the program; empty: the standard one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scale: String,
    /// A scale of the town's own, perhaps a changed copy; it is used before the one named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_scale: Option<Box<Scale>>,
}

impl Rules {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with a scale that comes with the program in the place of any other.
    #[must_use]
    pub fn on_scale(&self, name: &str) -> Self {
        Self {
            scale: name.to_owned(),
            own_scale: None,
            ..self.clone()
        }
    }

    /// The same with a scale of the town's own.
    #[must_use]
    pub fn on_own_scale(&self, scale: Scale) -> Self {
        Self {
            own_scale: Some(Box::new(scale)),
            ..self.clone()
        }
    }
}

/// How a rate is computed from b (baseline), a (actual) and t (final target), by the letters the field's sheets use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// (a − b) / (t − b).
    A,
    /// a / t; where lower is better, a miss shows as over 100 %.
    B,
    /// (a − b) / (e − b), where e stands on the line from b through the targets in the actual's year (目安値, 期待値).
    C,
    /// a / t against the plan's years gone by: in five years 20, 40, 60, 80, 100 %.
    D,
    /// The yearly growth since the baseline against the one that leads to the target.
    Cagr,
}

/// A scale of grades.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Scale {
    /// By what it is chosen: `standard`.
    pub name: String,
    /// What people call it: the body it comes from.
    pub title: String,
    /// What the shares of its steps are shares of.
    pub against: Against,
    /// The steps, best first; the first that holds is given. None: the grade is typed by a person.
    pub steps: Vec<Step>,
    /// Its word for what cannot be judged; empty: the interface's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unjudged: String,
    /// Words that only a person gives: 完了, 未着手, 中止.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub typed: Vec<String>,
}

impl Scale {
    /// A copy for a town to change as its own. The name of the body it comes from and what that says of its steps are
    /// left out: they belong to other shares.
    #[must_use]
    pub fn copy_to_change(&self) -> Self {
        let mut copy = Self {
            name: String::new(),
            title: String::new(),
            ..self.clone()
        };
        for step in &mut copy.steps {
            step.means.clear();
        }
        copy
    }

    /// Whether the steps stand best first and no share is asked for after a smaller one, so that a better figure can never
    /// get a worse step.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        let shares = |when| {
            let asking = self.steps.iter().filter(move |step| step.when == when);
            asking.map(|step| step.share)
        };
        let falling = |when| shares(when).is_sorted_by(|one, next| one > next);
        let rates = self.steps.iter().filter(|step| step.asks_rate());
        self.steps.is_sorted_by_key(|step| step.grade)
            && rates
                .map(|step| step.share)
                .is_sorted_by(|one, next| one >= next)
            && falling(Condition::Better)
            && shares(Condition::SameLevel).is_sorted()
    }
}

impl Step {
    fn asks_rate(&self) -> bool {
        matches!(self.when, Condition::Over | Condition::From)
    }

    /// Whether its condition names a share that a town would set.
    #[must_use]
    pub fn names_a_share(&self) -> bool {
        matches!(
            self.when,
            Condition::Over | Condition::From | Condition::SameLevel
        )
    }
}

/// What a rate is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// What was to be reached by then: the rate of the pace (目安).
    #[default]
    Pace,
    /// The whole way: the rate itself.
    Target,
    /// The way to the mid-term target (中間目標) that is due next.
    Interim,
    /// The planned figure of the year: actual / plan (計画比), upside down where lower is better.
    Plan,
}

/// One step of a scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Step {
    /// Its word: `S`, `順調`; empty: the interface's own word for `grade`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub word: String,
    /// What the town says it means.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub means: String,
    /// Which of the grades of all scales it is like: it is drawn and counted as that one.
    pub grade: Grade,
    /// When it holds.
    pub when: Condition,
    /// The share the condition speaks of, as a fraction.
    #[serde(skip_serializing_if = "is_zero")]
    pub share: f64,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_zero(share: &f64) -> bool {
    *share == 0.0
}

/// When a step of a scale holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The final target is exceeded: being just at it is not enough.
    Exceeded,
    /// The final target is met.
    Reached,
    /// The rate is more than the share.
    Over,
    /// The rate is the share or more.
    From,
    /// Better than the baseline, by more than the share of it.
    Better,
    /// Not worse than the baseline by more than the share of it.
    SameLevel,
    /// None of those before.
    #[default]
    Otherwise,
}

/// The grades that all scales are brought to, best first. States differ by shape and word, never by colour alone.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 達成: the final target is met; of what is to be held, it is.
    Achieved,
    /// 順調: at or above the pace; of what is to be held, what is due next is, though the final target asks for more.
    OnTrack,
    /// やや遅れ: below the pace; of what is to be held, it fell short but is on the same level (同水準).
    SlightlyBehind,
    /// 遅れ: far below the pace.
    Behind,
    /// 後退: worse than the baseline by more than it was measured to; of what is to be held, lost.
    Backward,
    /// 判定できない: with the reason in the explanation.
    #[default]
    NotJudged,
}

impl Grade {
    /// All grades, best first.
    pub const ALL: [Self; 6] = [
        Self::Achieved,
        Self::OnTrack,
        Self::SlightlyBehind,
        Self::Behind,
        Self::Backward,
        Self::NotJudged,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_words_and_shares_and_not_whose_they_were() {
        let step = Step {
            word: "概ね".to_owned(),
            means: "目安の60%以上100%未満".to_owned(),
            when: Condition::From,
            share: 0.6,
            ..Step::default()
        };
        let scale = Scale {
            name: "tama".to_owned(),
            title: "多摩市".to_owned(),
            steps: vec![step.clone()],
            ..Scale::default()
        };
        let copy = scale.copy_to_change();
        assert!(copy.name.is_empty() && copy.title.is_empty());
        let means = String::new();
        assert_eq!(copy.steps, [Step { means, ..step }]);
    }

    #[test]
    fn a_scale_of_the_programs_takes_the_place_of_the_towns_own_and_leaves_the_formula() {
        let rules = Rules {
            formula: Some(Formula::D),
            ..Rules::default()
        };
        let own = rules.on_own_scale(Scale::default());
        assert!(own.own_scale.is_some() && own.formula == rules.formula);
        let named = own.on_scale("sano");
        assert_eq!((named.own_scale, &*named.scale), (None, "sano"));
        assert_eq!(named.formula, rules.formula);
    }
}
