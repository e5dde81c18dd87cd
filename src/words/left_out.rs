//! What a file leaves out, in words.

use super::{Words, fill};
use crate::write::LeftOut;

/// What the CSV of an indicator leaves out, and where it is; empty where it leaves out nothing.
#[must_use]
pub fn left_out(words: &Words, left_out: &[LeftOut]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let texts = &words.csv;
    let named = left_out.iter().map(|one| match one {
        LeftOut::EarlierTargets => texts.earlier_targets,
        LeftOut::Goals => texts.goals,
        LeftOut::Initiatives => texts.initiatives,
        LeftOut::Themes => texts.themes,
        LeftOut::SetAside => texts.set_aside,
        LeftOut::Rules => texts.rules,
    });
    let named = named.collect::<Vec<_>>().join(words.app.list_separator);
    fill(texts.leaves_out, &[("what", &named)])
}
