//! By which rules a plan is judged, in words.

use super::{Words, fill, grade, percent};
use crate::plan::{Against, Condition, Formula, Scale, Step};

/// A formula's name; none is what fits each indicator.
#[must_use]
pub fn formula(words: &Words, formula: Option<Formula>) -> &'static str {
    match formula {
        None => words.rules.fitting,
        Some(Formula::A) => words.rules.a,
        Some(Formula::B) => words.rules.b,
        Some(Formula::C) => words.rules.c,
        Some(Formula::D) => words.rules.d,
        Some(Formula::Cagr) => words.rules.cagr,
    }
}

/// How it computes.
#[must_use]
pub fn formula_means(words: &Words, formula: Option<Formula>) -> &'static str {
    match formula {
        None => words.rules.fitting_means,
        Some(Formula::A) => words.rules.a_means,
        Some(Formula::B) => words.rules.b_means,
        Some(Formula::C) => words.rules.c_means,
        Some(Formula::D) => words.rules.d_means,
        Some(Formula::Cagr) => words.rules.cagr_means,
    }
}

/// What people call a scale; one without a title is the town's own.
#[must_use]
pub fn scale_title<'a>(words: &Words, scale: &'a Scale) -> &'a str {
    match scale.title.as_str() {
        "" => words.rules.own,
        title => title,
    }
}

/// What a scale's shares are shares of; of one without steps, that a person gives the grade.
#[must_use]
pub fn held_against(words: &Words, scale: &Scale) -> &'static str {
    if scale.steps.is_empty() {
        return words.rules.typed_only;
    }
    match scale.against {
        Against::Pace => words.rules.against_pace,
        Against::Target => words.rules.against_target,
        Against::Interim => words.rules.against_interim,
        Against::Plan => words.rules.against_plan,
    }
}

/// The word of a step: the scale's own or the grade's.
#[must_use]
pub fn step_word<'a>(words: &Words, step: &'a Step) -> &'a str {
    match step.word.as_str() {
        "" => grade(words, step.grade),
        word => word,
    }
}

/// When a step holds: `60%以上`.
#[must_use]
pub fn condition(words: &Words, step: &Step) -> String {
    let texts = &words.rules;
    let template = match step.when {
        Condition::Exceeded => texts.exceeded,
        Condition::Reached => texts.reached,
        Condition::Over => texts.over,
        Condition::From => texts.from,
        Condition::Better if step.share > 0.0 => texts.better_by,
        Condition::Better => texts.better,
        Condition::SameLevel => texts.same_level,
        Condition::Otherwise => texts.otherwise,
    };
    fill(template, &[("share", &percent(step.share))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Grade, scales};
    use crate::words::{Language, words};

    #[test]
    fn a_step_says_when_it_holds() {
        let words = words(Language::default());
        let step = |when, share| Step {
            when,
            share,
            ..Step::default()
        };
        let cases = [
            (Condition::From, 0.6, "60%以上"),
            (Condition::Over, 1.1, "110%を超える"),
            (Condition::SameLevel, 0.1, "基準と同じ水準（10%以内）"),
            (Condition::Better, 0.0, "基準よりよい"),
            (Condition::Better, 0.05, "基準より5%を超えてよい"),
            (Condition::Otherwise, 0.0, "そのほか"),
        ];
        for (when, share, said) in cases {
            assert_eq!(condition(words, &step(when, share)), said);
        }
    }

    #[test]
    fn a_step_without_a_word_takes_that_of_its_grade() {
        let words = words(Language::default());
        let step = Step {
            grade: Grade::Behind,
            ..Step::default()
        };
        assert_eq!(step_word(words, &step), "遅れ");
    }

    #[test]
    fn every_scale_has_a_name_and_says_what_its_shares_are_of() {
        let words = words(Language::default());
        for scale in scales() {
            assert!(!scale_title(words, scale).is_empty());
            assert!(held_against(words, scale).ends_with('。'));
        }
    }
}
