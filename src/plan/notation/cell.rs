//! Figures to values: one figure with its bound, a range, a rate, two figures for one thing.

use super::amount::take_amount;
use super::figure::{Figure, take_figure, take_rest, whole_figure};
use super::rate::take_period_after;
use super::scan::{skip_space, take_any, take_bracket, without_brackets};
use super::unit::{one_spelling, parse_unit, take_unit};
use super::words::{TO, TO_OPEN};
use crate::plan::{Bound, Quantity, RatePeriod, Value, squash};

/// The value of a text that is one row of digits with its separators and nothing else: `462`, `1,266`, `62.5`.
pub(super) fn bare_number(text: &str, hint: &str) -> Option<Value> {
    let (amount, "") = take_amount(text)? else {
        return None;
    };
    one_figure(Figure::bare(amount), "", hint)
}

/// The value of a text that is figures and what belongs to them, without a label. None when it is anything else.
pub(super) fn figures(text: &str, hint: &str) -> Option<Value> {
    let text = skip_space(text);
    if let Some((inside, after)) = take_bracket(text) {
        // (21) is a figure, （累計）21件 a figure with a note before it.
        return figures(if after.is_empty() { inside } else { after }, hint);
    }
    // ※1 alone is a footnote, ※92.1% a figure that has one.
    if let Some(marked) = take_any(text, &["※", "*"]) {
        let has_unit = take_figure(marked).is_some_and(|(it, _)| !it.quantity.unit.is_empty());
        return has_unit.then(|| figures(marked, hint)).flatten();
    }
    if let Some(value) = fraction(text, hint).or_else(|| duration(text)) {
        return Some(value);
    }
    if let Some(after) = take_any(text, TO_OPEN) {
        let figure = Figure {
            bound: Some(Bound::AtMost),
            ..whole_figure(after)?
        };
        return one_figure(figure, "", hint);
    }
    let (first, rest) = take_figure(text)?;
    range(&first, rest, hint).or_else(|| one_figure(first, rest, hint))
}

/// From one figure to another: `5～10%`, `6.5以上8.5以下`, and open to one side: `50%～`.
fn range(first: &Figure, rest: &str, hint: &str) -> Option<Value> {
    let (mut low, mut rest) = (first.clone(), skip_space(rest));
    let mut between_bounds = false;
    if let Some(after) = rest
        .strip_prefix("以上")
        .or_else(|| rest.strip_prefix("超"))
    {
        rest = skip_space(after);
        if let Some(after) = take_any(rest, TO) {
            rest = after;
        } else {
            rest = take_any(rest, &["、かつ", "かつ", "で", "、", ","]).unwrap_or(rest);
            between_bounds = true;
        }
    } else {
        let hyphen = !TO_OPEN.iter().any(|sign| rest.starts_with(sign));
        let after = take_any(rest, TO)?;
        if after.trim().is_empty() && !hyphen {
            return one_figure(
                Figure {
                    bound: Some(Bound::AtLeast),
                    ..low
                },
                "",
                hint,
            );
        }
        rest = after;
        // 3-1 is a number of something, 1-3 a range.
        if hyphen && whole_figure(after)?.quantity.in_base_unit() <= low.quantity.in_base_unit() {
            return None;
        }
    }
    let mut high = whole_figure(rest)?;
    // 80%以上 80%以上 are two figures that have nothing to do with one another.
    if between_bounds && !matches!(high.bound, Some(Bound::AtMost | Bound::LessThan)) {
        return None;
    }
    let (scale, unit) = high.scale_and_unit();
    low.complete(scale, &unit);
    let (scale, unit) = low.scale_and_unit();
    high.complete(scale, &unit);
    low.per = low.per.or(high.per.clone());
    high.per = high.per.or(low.per.clone());
    low.complete_from_hint(hint);
    high.complete_from_hint(hint);
    let (mut low, mut high) = (low.into_quantity(), high.into_quantity());
    low.approximate |= high.approximate;
    high.approximate = low.approximate;
    if low.in_base_unit() > high.in_base_unit() {
        if between_bounds {
            return None;
        }
        std::mem::swap(&mut low, &mut high);
    }
    Some(Value::Range { low, high })
}

/// One figure and what follows it.
fn one_figure(mut figure: Figure, rest: &str, hint: &str) -> Option<Value> {
    take_rest(&mut figure, rest)?;
    figure.complete_from_hint(hint);
    if figure.per.is_none() && figure.notes.iter().any(|note| note.contains("隔年")) {
        figure.per = Some(RatePeriod {
            count: 1,
            unit: "年".to_owned(),
        });
    }
    let second = match (&figure.per, figure.bound) {
        (None, None) => figure
            .notes
            .iter()
            .find_map(|note| Some((squash(note), second_figure(note, &figure)?))),
        _ => None,
    };
    let Figure {
        quantity,
        per,
        bound,
        notes,
    } = figure;
    Some(match (second, per, bound) {
        (Some((_, Some(cumulative))), ..) => Value::SingleAndCumulative {
            single: quantity,
            cumulative,
        },
        (Some((second, None)), ..) => Value::Twofold { quantity, second },
        (None, Some(per), bound) => Value::Rate {
            quantity,
            per,
            bound,
            note: squash(&notes.join("、")),
        },
        (None, None, Some(bound)) => Value::Bounded { bound, quantity },
        (None, None, None) => Value::Number { quantity },
    })
}

/// A figure in brackets behind another: the cumulative one where it counts the same and is not less
/// (`4 (21)`), otherwise (as the inner none) another notation of it. None when the brackets hold words.
fn second_figure(note: &str, first: &Figure) -> Option<Option<Quantity>> {
    // （目標5） is a figure of something else.
    if !note.starts_with(|c: char| c.is_ascii_digit() || "累計通延合約▲△".contains(c)) {
        return None;
    }
    let Value::Number {
        quantity: mut second,
    } = figures(note, "")?
    else {
        return Some(None);
    };
    let single = &first.quantity;
    if second.unit.is_empty() && second.scale == 1 {
        second.scale = single.scale;
        second.unit.clone_from(&single.unit);
    }
    let adds_up = second.unit == single.unit
        && single.unit != "%"
        && second.in_base_unit() >= single.in_base_unit()
        && single.number >= 0.0;
    Some(adds_up.then_some(second))
}

/// A part of a whole: `3/9`, `3/9校`, `3校/9校`. Computed with is the part or, in a column of %, its share.
fn fraction(text: &str, hint: &str) -> Option<Value> {
    let (part, below) = text.split_once('/')?;
    let (part, unit_of_part) = part.split_at(part.bytes().take_while(u8::is_ascii_digit).count());
    let (whole, rest) = below.split_at(below.bytes().take_while(u8::is_ascii_digit).count());
    // 1/5年 is one in five years.
    let over = &text[part.len() + unit_of_part.len()..];
    if !is_count(part) || !is_count(whole) || take_period_after(over).is_some() {
        return None;
    }
    let (unit, rest) = take_unit(rest)?;
    // 3人/12人 is a part of a whole, 3回/125人 are two counts.
    let is_of_one = unit_of_part.is_empty() || skip_space(unit_of_part) == unit;
    if !is_of_one || !without_brackets(rest).trim().is_empty() {
        return None;
    }
    let (scale, hinted) = parse_unit(hint);
    let unit = if unit.is_empty() && scale == 1 {
        hinted
    } else {
        one_spelling(unit)
    };
    let second = [part, "/", whole].concat();
    let (part, whole): (f64, f64) = (part.parse().ok()?, whole.parse().ok()?);
    let quantity = match unit.as_str() {
        "%" if whole > 0.0 => Quantity::bare((part / whole * 1_000.0).round() / 10.0, 1),
        _ => Quantity::bare(part, 0),
    };
    Some(Value::Twofold {
        quantity: Quantity { unit, ..quantity },
        second,
    })
}

/// A time in two units, in the smaller one: `7分54秒` is 474 秒.
fn duration(text: &str) -> Option<Value> {
    let units = [("時間", "分"), ("分", "秒")];
    let squashed = squash(text);
    let (great, small) = units.into_iter().find(|(great, small)| {
        squashed.split_once(great).is_some_and(|(before, after)| {
            is_count(before) && after.strip_suffix(small).is_some_and(is_count)
        })
    })?;
    let (minutes, seconds) = squashed.strip_suffix(small)?.split_once(great)?;
    let (minutes, seconds): (u32, u32) = (minutes.parse().ok()?, seconds.parse().ok()?);
    let quantity = Quantity {
        unit: small.to_owned(),
        ..Quantity::bare(f64::from(minutes * 60 + seconds), 0)
    };
    Some(Value::Twofold {
        quantity,
        second: squashed,
    })
}

/// A few digits and nothing else.
fn is_count(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
