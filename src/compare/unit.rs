//! Units and what they measure: what can be brought to one scale, and what cannot.

use crate::plan::{Quantity, parse_unit};

/// What a unit measures. Figures of two dimensions are never converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 円.
    Money,
    /// 人.
    People,
    /// 件.
    Cases,
    /// 団体, 主体: those who act together.
    Groups,
    /// %.
    Share,
    /// Anything else; compares only with the very same unit.
    Other,
}

/// Units by dimension, the one they are brought to first. 延件 and 件 are one dimension; how they were counted may differ.
const UNITS: &[(Dimension, &[&str])] = &[
    (Dimension::Money, &["円"]),
    (Dimension::People, &["人", "名", "延人", "延べ人"]),
    (Dimension::Cases, &["件", "延件", "延べ件"]),
    (Dimension::Groups, &["団体", "主体", "組織"]),
    (Dimension::Share, &["%", "％", "パーセント"]),
];

/// A unit taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// As it is printed after a figure: `千円`.
    pub written: String,
    /// The unit without its scale and period: `円`, `件`.
    pub base: String,
    /// What one of it stands for: 1,000 for 千円.
    pub scale: u64,
    /// The period it is counted over where it is not simply the year: `5年`; empty otherwise.
    pub per: String,
}

/// Why two figures cannot be brought to one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// They measure different things: 件 is not 人.
    OtherDimension {
        /// One unit.
        one: String,
        /// The other.
        other: String,
    },
    /// They are counted over different periods: 件/5年 is not 件.
    OtherPeriod {
        /// One unit.
        one: String,
        /// The other.
        other: String,
    },
    /// A share is the same for a large town and a small one: there is nothing to divide by its residents.
    ShareAlready,
    /// Of no plan the population is known.
    PopulationUnknown,
    /// Without a baseline above 0 nothing can be 100: nothing is a share of nothing.
    NoBaseline,
}

impl Unit {
    /// The unit as a plan writes it: `千円`, `万件`, `件/5年`; any of `as_cases` counts as 件.
    #[must_use]
    pub fn parse(written: &str, as_cases: &[&str]) -> Self {
        let (scale, unit) = parse_unit(written);
        let (base, per) = match unit.split_once('/') {
            // A year is what every figure of a plan is for.
            Some((base, "年")) => (base, ""),
            Some((base, per)) => (base, per),
            None => (unit.as_str(), ""),
        };
        let known = UNITS.iter().find(|(_, units)| units.contains(&base));
        let dimension = match known {
            Some((dimension, _)) => *dimension,
            None if as_cases.contains(&base) => Dimension::Cases,
            None => Dimension::Other,
        };
        Self {
            dimension,
            written: written.to_owned(),
            base: base.to_owned(),
            scale,
            per: per.to_owned(),
        }
    }

    /// The unit that figures in all of these are brought to: in the finest scale and, where the same thing is called by
    /// several names, by the plainest of them (件 for 延件).
    pub(super) fn common(units: &[&Self]) -> Option<Self> {
        let mut common = (*units.iter().min_by_key(|unit| unit.scale)?).clone();
        if units.iter().any(|unit| unit.base != common.base) {
            let plain = UNITS
                .iter()
                .find(|(dimension, _)| *dimension == common.dimension)
                .and_then(|(_, names)| names.first());
            if let Some(plain) = plain {
                common.base = (*plain).to_owned();
                let counted = Quantity {
                    scale: common.scale,
                    unit: common.base.clone(),
                    ..Quantity::bare(0.0, 0)
                };
                common.written = counted.scaled_unit();
            }
        }
        Some(common)
    }

    /// By what a figure in this unit is multiplied to be one in the other: 10 from 万円 to 千円.
    ///
    /// # Errors
    /// [`Refusal`] when they measure different things or are counted over different periods.
    #[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
    pub fn factor_to(&self, other: &Self) -> Result<f64, Refusal> {
        let (one, it) = (self.written.clone(), other.written.clone());
        let same_thing = self.dimension == other.dimension
            && (self.dimension != Dimension::Other || self.base == other.base);
        if !same_thing {
            Err(Refusal::OtherDimension { one, other: it })
        } else if self.per != other.per {
            Err(Refusal::OtherPeriod { one, other: it })
        } else {
            Ok(self.scale as f64 / other.scale as f64)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn factor(from: &str, to: &str) -> Result<f64, Refusal> {
        Unit::parse(from, &[]).factor_to(&Unit::parse(to, &[]))
    }

    #[test]
    fn scales_of_one_unit_convert_into_each_other() {
        for (from, to, expected) in [
            ("万円", "千円", 10.0),
            ("千円", "円", 1e3),
            ("百万円", "千円", 1e3),
            ("億円", "百万円", 100.0),
            ("円", "億円", 1e-8),
            ("千人", "人", 1e3),
            ("万人", "千人", 10.0),
            ("万件", "件", 1e4),
            ("延件", "件", 1.0),
            ("主体", "団体", 1.0),
            ("名", "人", 1.0),
            ("％", "%", 1.0),
            ("人/年", "人", 1.0),
            ("kWh", "kWh", 1.0),
        ] {
            assert_eq!(factor(from, to), Ok(expected), "{from} {to}");
        }
    }

    #[test]
    fn the_common_unit_is_the_finest_by_its_plainest_name() {
        for (units, common) in [
            (["万円", "千円"], "千円"),
            (["延件", "万件"], "件"),
            (["主体", "組織"], "団体"),
            (["延件", "延件"], "延件"),
            (["億円", "百万円"], "百万円"),
        ] {
            let units = units.map(|unit| Unit::parse(unit, &[]));
            let found = Unit::common(&[&units[0], &units[1]]).unwrap();
            assert_eq!(found.written, common);
        }
    }

    #[test]
    fn different_things_are_refused_with_both_units() {
        for (from, to) in [
            ("件", "人"),
            ("人", "%"),
            ("円", "件"),
            ("回", "件"),
            ("ha", "m"),
            ("", "円"),
        ] {
            let refusal = Refusal::OtherDimension {
                one: from.to_owned(),
                other: to.to_owned(),
            };
            assert_eq!(factor(from, to), Err(refusal));
        }
    }

    #[test]
    fn a_count_over_another_period_is_refused() {
        assert!(matches!(
            factor("件/5年", "件"),
            Err(Refusal::OtherPeriod { .. })
        ));
    }

    #[test]
    fn a_theme_may_count_other_words_as_cases() {
        let views = Unit::parse("万PV", &["PV"]);
        assert_eq!(views.factor_to(&Unit::parse("件", &[])), Ok(1e4));
    }
}
