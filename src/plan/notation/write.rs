//! From a value back to text.

use super::amount::scale_word;
use super::words::{bound_word, missing_word};
use super::{UnitHint, parse_value};
use crate::plan::notation::rate::write_period;
use crate::plan::{Bound, Quantity, Value};

/// A number with thousands separators and a fixed count of decimals: `1,266`, `-2.0`.
#[must_use]
pub fn format_number(number: f64, decimals: u8) -> String {
    let digits = format!("{:.*}", usize::from(decimals), number.abs());
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::with_capacity(digits.len() + whole / 3 + 1);
    if number.is_sign_negative() {
        text.push('-');
    }
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A quantity as a plan would write it: `約1,266万円`, `-2.0%`.
#[must_use]
pub fn format_quantity(quantity: &Quantity) -> String {
    let about = if quantity.approximate { "約" } else { "" };
    let (number, scale) = scaled(quantity);
    [
        about,
        &format_number(number, quantity.decimals),
        &scale,
        &quantity.unit,
    ]
    .concat()
}

impl Value {
    /// The value in one canonical notation. Reading it (without a hint) gives the same value again for every value
    /// that reading can give; the text as it was written is kept by whoever holds the value.
    #[must_use]
    pub fn write(&self) -> String {
        let plain = self.write_with(false);
        // A unit that only a unit column could give (人口10万対) is put in 【】, so that it reads back.
        if parse_value(&plain, &UnitHint::none()) == *self {
            plain
        } else {
            self.write_with(true)
        }
    }

    fn write_with(&self, quoted: bool) -> String {
        let write = |quantity: &Quantity| write_quantity(quantity, quoted);
        match self {
            Self::Number { quantity } => write(quantity),
            Self::Bounded { bound, quantity } => [&write(quantity), bound_word(*bound)].concat(),
            Self::Range { low, high } => [&write(low), "～", &write(high)].concat(),
            Self::Rate {
                quantity,
                per,
                bound,
                note,
            } => {
                let note = if note.is_empty() {
                    String::new()
                } else {
                    ["(", note, ")"].concat()
                };
                let bound = bound.map_or("", bound_word);
                [&write(quantity), bound, "/", &write_period(per), &note].concat()
            }
            Self::Compound { parts } => {
                let written = parts
                    .iter()
                    .map(|part| [&part.label, "：", &write(&part.quantity)].concat());
                written.collect::<Vec<_>>().join("、")
            }
            Self::SingleAndCumulative { single, cumulative } => {
                [&write(single), "(", &write(cumulative), ")"].concat()
            }
            Self::Twofold { quantity, second } => write_twofold(quantity, second, quoted),
            Self::Stage { words } => words.join("、"),
            Self::Relative { reference, bound } => write_relative(reference, *bound),
            Self::Missing { reason } => missing_word(*reason).to_owned(),
        }
    }
}

/// A quantity for reading again: a minus would be a range after another figure, so negative ones carry ▲.
fn write_quantity(quantity: &Quantity, quoted: bool) -> String {
    let about = if quantity.approximate { "約" } else { "" };
    let (number, scale) = scaled(quantity);
    let sign = if number.is_sign_negative() { "▲" } else { "" };
    let number = format_number(number.abs(), quantity.decimals);
    let (open, close) = if quoted && !quantity.unit.is_empty() {
        ("【", "】")
    } else {
        ("", "")
    };
    [about, sign, &number, &scale, open, &quantity.unit, close].concat()
}

/// The number with the word for its scale; in its base unit where the scale has no word.
fn scaled(quantity: &Quantity) -> (f64, String) {
    match scale_word(quantity.scale) {
        Some(word) => (quantity.number, word),
        None => (quantity.in_base_unit(), String::new()),
    }
}

/// A fraction computed with by its part is written as one (`3/9校`), anything else with its second notation in
/// brackets.
fn write_twofold(quantity: &Quantity, second: &str, quoted: bool) -> String {
    let written = write_quantity(quantity, quoted);
    let part = second
        .split_once('/')
        .and_then(|(part, _)| part.parse().ok());
    if part == Some(quantity.number) && quantity.unit != "%" {
        let unit = written.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
        return [second, unit].concat();
    }
    [&written, "(", second, ")"].concat()
}

/// Without a reference the change itself is the word: `増加`.
fn write_relative(reference: &str, bound: Option<Bound>) -> String {
    match (reference, bound) {
        ("", Some(Bound::MoreThan)) => "増加".to_owned(),
        ("", Some(Bound::LessThan)) => "減少".to_owned(),
        (reference, bound) => [reference, bound.map_or("", bound_word)].concat(),
    }
}
