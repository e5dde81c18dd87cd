//! From the text of a cell to what it means, and back.
//!
//! A text is tried as: a missing value, a value relative to something else, figures, labelled figures; what is none
//! of these is a stage in words. The files go the same way: `scan` steps through a text, `amount`, `unit` and
//! `rate` read the parts of a figure, `figure` one figure with what stands around it, `cell` and `labelled` whole
//! cells; `from_baseline` says where a change leads from there; `words` holds the vocabulary; `write` is the way back. To add a notation, add a row to `tests/rows.rs` and the
//! word or rule to the file it belongs to.

mod amount;
mod cell;
mod figure;
mod from_baseline;
mod labelled;
mod rate;
mod relative;
mod scan;
#[cfg(test)]
mod tests;
mod unit;
mod words;
mod write;

pub(super) use amount::scale_word;
pub use from_baseline::{FromBaseline, from_baseline};
pub use rate::without_period;
pub use unit::{parse_unit, split_scale, unit_in_name};
pub use words::{DOWNWARD, LEVEL, UPWARD, says_cumulative};
pub use write::{format_number, format_quantity};

use super::{MissingReason, Quantity, Value, join_soft_wraps, squash};
use scan::{normalise, split_outside_brackets, starts_with_separator};

/// What stands outside the cell and still belongs to its value: the unit column, the unit in the name or heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitHint {
    /// The unit as written there, with its scale: `千円`, `件/5年`; empty when there is none.
    pub unit: String,
}

impl UnitHint {
    /// No hint.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The unit as written outside the cell.
    #[must_use]
    pub fn of(unit: &str) -> Self {
        Self {
            unit: unit.to_owned(),
        }
    }
}

/// Longer texts are prose: a stage as they stand. The bound keeps reading hostile text cheap.
const MAX_BYTES: usize = 600;

/// What the text of a value means. Never fails: what is neither a figure nor missing is a stage in words. The hint's
/// unit applies where the cell has none of its own.
#[must_use]
pub fn parse_value(text: &str, hint: &UnitHint) -> Value {
    // Most cells are a bare number, which can be nothing else.
    if let Some(value) = cell::bare_number(text, &hint.unit) {
        return value;
    }
    let spaced = normalise(text);
    structured(&spaced, &hint.unit).unwrap_or_else(|| words_or_structured(&spaced, &hint.unit))
}

/// The value of a text that means nothing as it is spaced: by its words, unless it means something once soft wraps are
/// joined, or written as the stage would be, which has to be read again as what it was read as.
fn words_or_structured(spaced: &str, hint: &str) -> Value {
    let joined = join_soft_wraps(spaced);
    let words: Vec<&str> = match joined.len() {
        0..=MAX_BYTES => split_outside_brackets(&joined, starts_with_separator)
            .into_iter()
            .map(without_year)
            .collect(),
        _ => vec![&joined],
    };
    let written = words.join("、");
    let reading = |text: &str| (text != spaced).then(|| structured(text, hint)).flatten();
    reading(&joined)
        .or_else(|| reading(&written))
        .unwrap_or_else(|| Value::Stage {
            words: words.into_iter().map(str::to_owned).collect(),
        })
}

/// A stage without the year in brackets behind it: `策定（R8）`.
fn without_year(word: &str) -> &str {
    let (stage, note) = word
        .strip_suffix(')')
        .and_then(|word| word.rsplit_once('('))
        .unwrap_or((word, ""));
    if !stage.is_empty() && figure::names_year(note) {
        stage.trim_end()
    } else {
        word
    }
}

/// The one figure a text is, with scale and unit; none when it is anything else.
#[must_use]
pub fn parse_quantity(text: &str) -> Option<Quantity> {
    let text = normalise(text);
    let figure = figure::whole_figure(&text).filter(|_| text.len() <= MAX_BYTES)?;
    (figure.bound.is_none() && figure.notes.is_empty()).then(|| figure.into_quantity())
}

/// What a text means when it is not a stage.
fn structured(text: &str, hint: &str) -> Option<Value> {
    if text.len() > MAX_BYTES {
        return None;
    }
    missing(text, hint)
        .or_else(|| relative::relative(text))
        .or_else(|| cell::figures(text, hint))
        .or_else(|| labelled::labelled(text, hint))
}

/// A missing value: the word for it, whatever its brackets add, or a dash before the unit (`－ %`, `― 件/年`).
fn missing(text: &str, hint: &str) -> Option<Value> {
    let squashed = squash(text);
    let outside = scan::without_brackets(&squashed);
    let word = match scan::take_bracket(&squashed) {
        Some((inside, "")) => inside,
        _ => &outside,
    };
    let reason = words::missing_reason(word).or_else(|| {
        let unit = word.trim_start_matches(words::DASHES);
        let own = unit::is_known(unit).then(|| &word[..word.len() - unit.len()]);
        let before = own.or_else(|| word.strip_suffix(&squash(hint)))?;
        words::missing_reason(before).filter(|reason| *reason == MissingReason::Dash)
    });
    let is_counted = !unit::parse_unit(hint).1.is_empty();
    let reason = reason
        .or_else(|| is_to_come(word).then_some(MissingReason::Pending))
        .or_else(|| {
            let is_not = is_counted && words::says_not_counted(word);
            is_not.then_some(MissingReason::NotEstablished)
        })?;
    Some(Value::Missing { reason })
}

/// Whether a text says in which year its figure will be known: `R6公表予定`, `R6.9公表`.
fn is_to_come(word: &str) -> bool {
    let years = words::TO_COME
        .iter()
        .filter_map(|end| word.strip_suffix(end));
    years.into_iter().any(figure::names_year)
}
