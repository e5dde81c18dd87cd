//! The published rate beside the computed one, in words.

use super::{Words, fill, number, percent};
use crate::judge::Published;
use crate::plan::Formula;

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
