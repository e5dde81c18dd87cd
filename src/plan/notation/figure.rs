//! One figure with what stands around it inside its cell: `約 1,266 万円`, `年6回以上(3地区)`.

use super::amount::{Amount, take_amount};
use super::rate::{
    period_of_note, split_period, take_period_after, take_period_before, write_period,
};
use super::scan::{skip_space, take_any, take_bracket, take_word};
use super::unit::{one_spelling, parse_unit, take_unit};
use super::words::{
    ABOUT_AFTER, ABOUT_BEFORE, ACTIVITIES, BOUND_SIGNS, BOUNDS, CHANGES, KINDS_BEFORE, MINUS, PLUS,
    YEAR_SIGNS, points,
};
use crate::plan::{Bound, Period, Quantity, RatePeriod, parse_period, squash};

/// What a cell says of one figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// The figure; its unit does not hold the period.
    pub quantity: Quantity,
    /// What it is counted over.
    pub per: Option<RatePeriod>,
    /// The side that counts.
    pub bound: Option<Bound>,
    /// What stands in brackets behind it.
    pub notes: Vec<String>,
}

impl Figure {
    /// An amount with nothing around it.
    pub(super) fn bare(amount: Amount) -> Self {
        let quantity = Quantity {
            scale: amount.scale,
            ..Quantity::bare(amount.number, amount.decimals)
        };
        Self {
            quantity,
            per: None,
            bound: None,
            notes: Vec::new(),
        }
    }

    /// Whether the cell gives neither unit nor scale.
    fn is_bare(&self) -> bool {
        self.quantity.unit.is_empty() && self.quantity.scale == 1
    }

    /// Takes what is missing from another figure of the same cell, or from the unit column.
    pub(super) fn complete(&mut self, scale: u64, unit: &str) {
        let (base, period) = split_period(unit);
        if self.is_bare() {
            self.quantity.scale = scale;
        }
        if self.quantity.unit.is_empty() {
            base.clone_into(&mut self.quantity.unit);
        }
        // 3回 under the heading 回/年 is still a rate; 3人 there is not.
        if self.per.is_none() && self.quantity.unit == base {
            self.per = period;
        }
    }

    /// Takes what is missing from the unit column's unit.
    pub(super) fn complete_from_hint(&mut self, hint: &str) {
        if !hint.is_empty() {
            let (scale, unit) = parse_unit(hint);
            self.complete(scale, &unit);
        }
    }

    /// The quantity with the period as the end of its unit, for values that hold no period of their own.
    pub(super) fn into_quantity(self) -> Quantity {
        let mut quantity = self.quantity;
        if let Some(period) = self.per {
            quantity.unit = [&quantity.unit, "/", &write_period(&period)].concat();
        }
        quantity
    }

    /// The scale and unit that another figure of the same cell may take over.
    pub(super) fn scale_and_unit(&self) -> (u64, String) {
        (self.quantity.scale, self.clone().into_quantity().unit)
    }
}

/// The figure at the start of a text with what stands before it and its unit; not what follows the unit.
pub(super) fn take_figure(text: &str) -> Option<(Figure, &str)> {
    let (before, rest) = take_before(text)?;
    let yen = rest.strip_prefix('¥');
    let (amount, rest) = take_amount(yen.unwrap_or(rest))?;
    let (unit, rest) = take_unit(rest)?;
    if is_date(&amount, unit) {
        return None;
    }
    let unit = if yen.is_some() && unit.is_empty() {
        "円"
    } else {
        unit
    };
    let after = take_period_after(rest);
    let rest = after.as_ref().map_or(rest, |(_, rest)| rest);
    let spelled = one_spelling(unit);
    let (unit, in_unit) = split_period(&spelled);
    let quantity = Quantity {
        number: if before.negative {
            -amount.number
        } else {
            amount.number
        },
        decimals: amount.decimals,
        scale: amount.scale,
        unit: unit.to_owned(),
        approximate: before.approximate,
    };
    // 毎年100% is the same share every year, 年2回 a number in each.
    let before_per = before.per.filter(|_| quantity.unit != "%");
    let per = after.map(|(period, _)| period).or(in_unit).or(before_per);
    Some((
        Figure {
            quantity,
            per,
            bound: before.bound,
            notes: Vec::new(),
        },
        rest,
    ))
}

/// What the words in front of a figure say of it.
#[derive(Default)]
struct Before {
    approximate: bool,
    negative: bool,
    per: Option<RatePeriod>,
    bound: Option<Bound>,
}

/// The words in front of a figure, and the figure. None when something else stands there.
fn take_before(text: &str) -> Option<(Before, &str)> {
    let mut before = Before::default();
    let mut rest = skip_space(text);
    while !rest.starts_with(begins_amount) || starts_counted_period(rest) {
        if let Some(after) = rest.strip_prefix(points) {
            rest = after;
        } else if let Some(after) = take_any(rest, ABOUT_BEFORE) {
            before.approximate = true;
            rest = after;
        } else if let Some((bound, after)) = take_word(rest, BOUND_SIGNS) {
            before.bound = Some(bound);
            rest = after;
        } else if let Some(after) = take_any(rest, KINDS_BEFORE) {
            rest = after.trim_start_matches(':');
        } else if let Some(after) = take_any(rest, MINUS) {
            before.negative = true;
            return Some((before, skip_space(after)));
        } else if let Some(after) = take_any(rest, PLUS) {
            return Some((before, skip_space(after)));
        } else if let Some(after) = rest.strip_prefix('±') {
            // ±0 is 0, ±5% a range around something.
            let is_zero = take_amount(after).is_some_and(|(amount, _)| amount.number == 0.0);
            return is_zero.then_some((before, after));
        } else {
            let (period, after) = take_period_before(rest)?;
            before.per = Some(period);
            rest = after;
        }
        rest = skip_space(rest);
    }
    Some((before, rest))
}

/// What follows a figure in its cell: bounds, 程度, a period, notes in brackets, what is done. None when something
/// else follows, because then the cell is not this figure.
pub(super) fn take_rest(figure: &mut Figure, text: &str) -> Option<()> {
    let mut rest = skip_space(text);
    while !rest.is_empty() {
        if let Some((bound, after)) = take_word(rest, BOUNDS) {
            figure.bound = Some(bound);
            rest = after;
        } else if let Some(after) = take_any(rest, ABOUT_AFTER) {
            figure.quantity.approximate = true;
            rest = after;
        } else if let Some((period, after)) = take_period_after(rest) {
            figure.per = Some(period);
            rest = after;
        } else if let Some((note, after)) = take_bracket(rest) {
            match period_of_note(note) {
                Some(period) if figure.per.is_none() && figure.quantity.unit != "%" => {
                    figure.per = Some(period);
                }
                _ if names_year(note) => (),
                _ => figure.notes.push(note.to_owned()),
            }
            rest = after;
        } else {
            rest = rest
                .strip_prefix(points)
                .or_else(|| take_activity(rest))
                .or_else(|| take_footnote(rest))
                .or_else(|| take_year(rest))?;
        }
        rest = skip_space(rest);
    }
    Some(())
}

/// The whole text as one figure.
pub(super) fn whole_figure(text: &str) -> Option<Figure> {
    let (mut figure, rest) = take_figure(text)?;
    take_rest(&mut figure, rest)?;
    Some(figure)
}

/// Whether a note or label only says for which year the figure is: `（令和8年度）`, `R3.3末`.
pub(super) fn names_year(note: &str) -> bool {
    squash(note).chars().count() <= 12 && parse_period(note) != Period::Unknown
}

/// What is done with the figure: `を維持`, `実施`, `に増加`.
fn take_activity(text: &str) -> Option<&str> {
    if let Some(rest) = take_any(text, &["に", "へ", "へと"]) {
        return take_any(rest, CHANGES).or_else(|| take_any(rest, ACTIVITIES));
    }
    let rest = take_any(text, &["を", "の", "が", "で", "と"]).unwrap_or(text);
    take_any(rest, ACTIVITIES)
}

/// The year behind a figure: `2.2% 平成20年度`.
fn take_year(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || YEAR_SIGNS.contains(c)))
        .unwrap_or(text.len());
    let (year, rest) = text.split_at(end);
    let is_dated = year.contains('年') || year.starts_with(['R', 'H', 'S']);
    (is_dated && names_year(year)).then_some(rest)
}

/// The mark of a footnote: `※34`, `*`, `注1`, `注1)`.
fn take_footnote(text: &str) -> Option<&str> {
    let rest = take_any(text, &["※", "*", "注", "†", "‡"])?;
    let rest = skip_space(rest);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    // 注1)
    Some(
        behind
            .strip_prefix(')')
            .filter(|_| behind.len() < rest.len())
            .unwrap_or(behind),
    )
}

/// A year or a date is not a figure: `2026年`, `8年度`; a duration is: `10年`.
fn is_date(amount: &Amount, unit: &str) -> bool {
    amount.plain && unit.starts_with('年') && (1900.0..=2100.0).contains(&amount.number)
}

fn begins_amount(character: char) -> bool {
    character.is_ascii_digit() || ['.', '¥', 'ゼ'].contains(&character)
}

/// Whether the digits are those of a period in front of the figure: `5年に1回`, `1日3便`.
fn starts_counted_period(text: &str) -> bool {
    take_period_before(text).is_some_and(|(_, rest)| {
        skip_space(rest).starts_with(|c: char| c.is_ascii_digit() || c == '±')
            || take_any(rest, ABOUT_BEFORE).is_some()
    })
}
