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

    /// The figure in this unit; none when it measures something else (円 beside %, a month's count beside a year's) or is
    /// not finite. A bare figure is in this unit already.
    pub fn of(&self, figure: &Quantity, per: Option<&RatePeriod>) -> Option<Measured> {
        if matches!((self.per, per), (Some(mine), Some(its)) if mine != its) {
            return None;
        }
        let [mine, its] = sizes(self.unit, &figure.unit)?;
        let bare = figure.unit.is_empty() && figure.scale == 1;
        let alike = self.scale == figure.scale && mine == its;
        let [mine, its] = match alike {
            true => [1, 1], // so it mostly is, and nothing is to be multiplied
            false => [
                self.scale.saturating_mul(mine),
                figure.scale.saturating_mul(its),
            ],
        };
        let (number, decimals) = if bare || mine == its {
            (figure.number, figure.decimals)
        } else {
            rescaled(figure.number, its, mine)
        };
        (number.abs() <= GREATEST).then_some((number, decimals))
    }
}

/// A figure of one size counted in another.
#[allow(clippy::cast_precision_loss)] // sizes are far below 2^53
fn rescaled(number: f64, from: u64, to: u64) -> Measured {
    exact(number * from as f64 / to as f64)
}

/// A computed figure with the fewest decimals that lose nothing of it.
pub(super) fn exact(number: f64) -> Measured {
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

/// Units of one kind, each with how many of the kind's smallest it is and with its spellings.
type Kind = &'static [(u64, &'static [&'static str])];

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    &[(1, &["人", "名"])],
    &[(1, &["件", "延件"])],
    &[(1, &["箇所", "か所", "カ所", "ヶ所", "ヵ所", "ケ所", "個所"])],
    &[(1, &["%", "パーセント"])],
    &[(1, &["歳", "才"])],
    &[(1, &["年", "か年", "年間"])],
    &[(1, &["g", "グラム"]), (1_000, &["kg", "キログラム"]), (1_000_000, &["t", "トン"])],
    &[(1, &["m", "メートル"]), (1_000, &["km", "キロメートル", "㎞"])],
    &[(1, &["㎡", "m2", "m²", "平方メートル"]), (10_000, &["ha", "ヘクタール", "㏊"]), (1_000_000, &["km2", "km²", "平方キロメートル", "㎢"])],
    &[(1, &["L", "l", "ℓ", "リットル"]), (1_000, &["㎥", "m3", "m³", "立方メートル", "kL", "kl"])],
    &[(1, &["秒"]), (60, &["分", "分間"]), (3_600, &["時間"])],
    &[(1, &["W", "ワット"]), (1_000, &["kW", "キロワット"]), (1_000_000, &["MW", "メガワット"])],
    &[(1, &["Wh", "ワット時"]), (1_000, &["kWh", "キロワット時"]), (1_000_000, &["MWh", "メガワット時"])],
];

/// The sizes of two units of one kind; none when they measure different things. A unit that is not written may be any, and
/// what stands in brackets behind one (`人（％）`) is said by the way.
fn sizes(one: &str, other: &str) -> Option<[u64; 2]> {
    if one == other || one.is_empty() || other.is_empty() {
        return Some([1, 1]);
    }
    let plain = |unit: &str| match parse_unit(unit) {
        (_, plain) if !plain.is_empty() => plain,
        _ => squash(unit),
    };
    let (one, other) = (plain(one), plain(other));
    if one == other {
        return Some([1, 1]);
    }
    let size = |kind: &Kind, unit: &str| {
        let spelled = kind.iter().find(|(_, spellings)| spellings.contains(&unit));
        spelled.map(|(size, _)| *size)
    };
    KINDS
        .iter()
        .find_map(|kind| Some([size(kind, &one)?, size(kind, &other)?]))
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
    fn units_of_one_kind_are_brought_to_one_size() {
        let kilometres = quantity(1.5, 1, 1, "km");
        let minutes = quantity(5.0, 0, 1, "分");
        for (base, number, unit, wanted) in [
            (&kilometres, 1_700.0, "m", (1.7, 1)),
            (&kilometres, 1_700.0, "メートル", (1.7, 1)),
            (&minutes, 474.0, "秒", (7.9, 1)),
            (&minutes, 1.0, "時間", (60.0, 0)),
        ] {
            let figure = quantity(number, 0, 1, unit);
            assert_eq!(in_unit_of(base, &figure), Some(wanted), "{number}{unit}");
        }
        assert_eq!(in_unit_of(&minutes, &kilometres), None);
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
