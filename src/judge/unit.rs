//! Bringing figures written in different scales to one unit: 66 万件 beside 711,728 件.

use crate::plan::{Quantity, RatePeriod, parse_unit, split_scale, squash, without_period};
use std::borrow::Cow;

/// The unit with its scale that all figures of a series are brought to.
pub(super) struct Measure<'a> {
    /// The unit with its scale, as it is printed.
    pub written: Cow<'a, str>,
    scale: u64,
    unit: &'a str,
    per: Option<&'a RatePeriod>,
}

/// A figure in the unit of a measure, and how many decimals show it as it was written.
pub(super) type Measured = (f64, u8);

/// No figure of a plan is as large in any unit; larger ones would not stay finite in every computation.
const GREATEST: f64 = 1e18;
/// More decimals than any figure is written with.
const MOST_DECIMALS: u8 = 12;

impl<'a> Measure<'a> {
    /// The unit as the indicator says it (`千円`, `件/5年`) or, where it says none, as one of its figures does.
    pub fn new(said: &'a str, figure: &'a Quantity, per: Option<&'a RatePeriod>) -> Self {
        if said.is_empty() {
            return Self {
                written: figure.scaled_unit().into(),
                scale: figure.scale,
                unit: &figure.unit,
                per,
            };
        }
        let (scale, unit) = split_scale(without_period(said));
        Self {
            written: said.into(),
            scale,
            unit,
            per,
        }
    }

    /// The figure in this unit; none when it is in another one (円 beside %, a month's count beside a year's) or is not
    /// finite. A bare figure is in this unit already.
    pub fn of(&self, figure: &Quantity, per: Option<&RatePeriod>) -> Option<Measured> {
        let other_period = matches!((self.per, per), (Some(mine), Some(its)) if mine != its);
        if other_period || !same_unit(self.unit, &figure.unit) {
            return None;
        }
        let bare = figure.unit.is_empty() && figure.scale == 1;
        let (number, decimals) = if bare || figure.scale == self.scale {
            (figure.number, figure.decimals)
        } else {
            rescaled(figure, self.scale)
        };
        (number.abs() <= GREATEST).then_some((number, decimals))
    }
}

/// The figure counted in another scale, with the fewest decimals that lose nothing of it.
#[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
fn rescaled(figure: &Quantity, scale: u64) -> Measured {
    let number = figure.number * figure.scale as f64 / scale as f64;
    let exact = rounded(number, MOST_DECIMALS);
    let decimals = (0..MOST_DECIMALS)
        .find(|decimals| rounded(exact, *decimals) == exact)
        .unwrap_or(MOST_DECIMALS);
    (exact, decimals)
}

/// The number at so many decimals; as it is where that many would not fit into it.
fn rounded(number: f64, decimals: u8) -> f64 {
    let shift = 10_f64.powi(i32::from(decimals));
    let whole = (number * shift).round();
    if whole.abs() < 9e15 {
        whole / shift
    } else {
        number
    }
}

/// Units spelled in several ways, each row one unit.
const SPELLINGS: &[&[&str]] = &[
    &["人", "名"],
    &["件", "延件"],
    &["箇所", "か所", "カ所", "ヶ所", "ヵ所", "ケ所", "個所"],
    &["%", "パーセント"],
    &["t", "トン"],
    &["kg", "キログラム"],
    &["g", "グラム"],
    &["km", "キロメートル", "㎞"],
    &["m", "メートル"],
    &["ha", "ヘクタール", "㏊"],
    &["㎡", "m2", "m²", "平方メートル"],
    &["㎥", "m3", "m³", "立方メートル"],
    &["歳", "才"],
    &["年", "か年", "年間"],
];

/// Whether two units are one; a unit that is not written may be any, and what stands in brackets behind one (`人（％）`) is
/// said by the way.
fn same_unit(one: &str, other: &str) -> bool {
    if one == other || one.is_empty() || other.is_empty() {
        return true;
    }
    let plain = |unit: &str| match parse_unit(unit) {
        (_, plain) if !plain.is_empty() => plain,
        _ => squash(unit),
    };
    let (one, other) = (plain(one), plain(other));
    let spells = |row: &&&[&str]| row.contains(&one.as_str()) && row.contains(&other.as_str());
    one == other || SPELLINGS.iter().any(|row| spells(&row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(number: f64, decimals: u8, scale: u64, unit: &str) -> Quantity {
        Quantity {
            decimals,
            scale,
            unit: unit.to_owned(),
            ..Quantity::bare(number, decimals)
        }
    }

    fn in_unit_of(base: &Quantity, figure: &Quantity) -> Option<Measured> {
        Measure::new("", base, None).of(figure, None)
    }

    #[test]
    fn a_figure_in_another_scale_is_converted() {
        let thousands = quantity(70_709.0, 0, 1_000, "円");
        assert_eq!(
            in_unit_of(&thousands, &quantity(70_709_000.0, 0, 1, "円")),
            Some((70_709.0, 0))
        );
        assert_eq!(
            in_unit_of(&thousands, &quantity(4.805, 3, 100_000_000, "円")),
            Some((480_500.0, 0))
        );
        assert_eq!(
            in_unit_of(&thousands, &quantity(665_500.0, 0, 1, "円")),
            Some((665.5, 1))
        );
        let ten_thousands = quantity(66.0, 0, 10_000, "件");
        assert_eq!(
            in_unit_of(&ten_thousands, &quantity(711_728.0, 0, 1, "件")),
            Some((71.1728, 4))
        );
    }

    #[test]
    fn the_decimals_written_are_kept_where_nothing_is_converted() {
        let percent = quantity(5.0, 1, 1, "%");
        assert_eq!(
            in_unit_of(&percent, &quantity(2.0, 1, 1, "％")),
            Some((2.0, 1))
        );
    }

    #[test]
    fn a_bare_figure_is_in_the_unit_already() {
        let thousands = quantity(70_709.0, 0, 1_000, "円");
        assert_eq!(
            in_unit_of(&thousands, &Quantity::bare(150_800.0, 0)),
            Some((150_800.0, 0))
        );
    }

    #[test]
    fn another_unit_is_not_converted() {
        let percent = quantity(88.4, 1, 1, "%");
        assert_eq!(
            in_unit_of(&percent, &quantity(-1.0, 0, 1, "ポイント")),
            None
        );
        assert_eq!(in_unit_of(&percent, &quantity(3.0, 0, 1_000, "円")), None);
    }

    #[test]
    fn spellings_of_one_unit_are_the_same() {
        let people = quantity(20.0, 0, 1, "人");
        assert_eq!(
            in_unit_of(&people, &quantity(12.0, 0, 1, "名")),
            Some((12.0, 0))
        );
    }

    #[test]
    fn a_count_over_another_period_is_not_converted() {
        let year = RatePeriod {
            count: 1,
            unit: "年".to_owned(),
        };
        let month = RatePeriod {
            count: 1,
            unit: "月".to_owned(),
        };
        let twice = quantity(2.0, 0, 1, "回");
        let measure = Measure::new("", &twice, Some(&year));
        assert_eq!(measure.of(&twice, Some(&month)), None);
        assert_eq!(measure.of(&twice, Some(&year)), Some((2.0, 0)));
        assert_eq!(measure.of(&twice, None), Some((2.0, 0)));
    }

    #[test]
    fn a_unit_per_something_is_one_unit_and_a_period_is_none_of_it() {
        for (said, unit) in [
            ("g/人・日", "g/人・日"),
            ("円／人", "円/人"),
            ("人/10万人", "人/10万人"),
            ("千円/人", "円/人"),
            ("件/5年", "件"),
            ("回／年", "回"),
            ("人（％）", "人"),
        ] {
            let scale = if said.starts_with('千') { 1_000 } else { 1 };
            let figure = quantity(580.0, 0, scale, unit);
            let measure = Measure::new(said, &figure, None);
            assert_eq!(measure.of(&figure, None), Some((580.0, 0)), "{said}");
        }
    }

    #[test]
    fn what_is_not_finite_or_of_no_scale_is_not_a_figure() {
        let people = quantity(20.0, 0, 1, "人");
        for number in [f64::NAN, f64::INFINITY, -1e300] {
            assert_eq!(
                in_unit_of(&people, &Quantity::bare(number, 0)),
                None,
                "{number}"
            );
        }
        let without_scale = quantity(20.0, 0, 0, "人");
        assert_eq!(in_unit_of(&without_scale, &people), None);
    }
}
