//! The published rate beside the computed one, in words.

use super::{Piece, Words, fill, judged_grade, number, percent, period, pieces, value};
use crate::judge::{Judgement, Published};
use crate::plan::{EarlierTargets, Formula, Indicator, Period};

/// The rate the town published beside the computed one; empty when it published none.
#[must_use]
pub fn published_rate(words: &Words, published: Option<&Published>) -> String {
    let texts = &words.judging;
    let Some(published) = published else {
        return String::new();
    };
    let shown = percent(published.rate);
    let Some(gap) = published.gap else {
        return fill(texts.published_alone, &[("published", &shown)]);
    };
    if gap == 0.0 {
        return fill(texts.published_same, &[("published", &shown)]);
    }
    let gap = number(gap.abs(), 1);
    let formula = published.formula.map(formula_letter);
    let template = match formula {
        Some(_) => texts.published_by,
        None => texts.published_differs,
    };
    let places = [
        ("published", &*shown),
        ("gap", &gap),
        ("formula", formula.unwrap_or_default()),
    ];
    fill(template, &places)
}

/// Earlier targets of an indicator, and its judgement by them.
#[must_use]
pub fn earlier_targets(
    words: &Words,
    indicator: &Indicator,
    earlier: &EarlierTargets,
    judgement: &Judgement,
) -> Vec<Piece> {
    let texts = &words.judging;
    let Some(target) = earlier.targets.last() else {
        return Vec::new();
    };
    let when = match earlier.changed {
        Period::Unknown => String::new(),
        known => period(words, known),
    };
    let template = match &*when {
        "" => texts.earlier_target,
        _ => texts.earlier_target_until,
    };
    let target = [
        &*period(words, target.period),
        " ",
        &*value(words, indicator, &target.value, &target.text),
    ];
    let places = [("year", &*when), ("target", &*target.concat())];
    let mut told = pieces(template, &places);
    let grade = judged_grade(words, judgement);
    let rate = judgement.rate.map(percent).unwrap_or_default();
    let template = match &*rate {
        "" => texts.by_earlier_target,
        _ => texts.by_earlier_target_rate,
    };
    told.extend(pieces(template, &[("rate", &*rate), ("grade", grade)]));
    told
}

/// A formula by the letter it goes by.
fn formula_letter(formula: Formula) -> &'static str {
    match formula {
        Formula::A => "A",
        Formula::B => "B",
        Formula::C => "C",
        Formula::D => "D",
        Formula::Cagr => "CAGR",
    }
}
