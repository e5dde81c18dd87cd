//! Figures per resident, where the population is known.

use super::member::rescale;
use super::{Dimension, Group, Reference, Refusal};
use crate::judge::series;
use crate::plan::{Indicator, Period, Plan, squash};

/// How many people live in a town.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    /// The number; above 0.
    pub number: f64,
    /// When it was so.
    pub period: Period,
}

/// Words that make a 人口 something other than those who live there.
const OTHERS: &[&str] = &[
    "交流",
    "関係",
    "昼間",
    "滞在",
    "増",
    "減",
    "率",
    "割合",
    "1人",
    "当たり",
    "あたり",
];

/// The population as one of the plan's own indicators has it: its newest actual or, without one, its baseline.
#[must_use]
pub fn population(plan: &Plan) -> Option<Population> {
    plan.indicators.iter().find_map(of_indicator)
}

fn of_indicator(indicator: &Indicator) -> Option<Population> {
    let name = squash(&indicator.name);
    if !name.contains("人口") || OTHERS.iter().any(|word| name.contains(word)) {
        return None;
    }
    let series = series(indicator);
    let [only] = series.as_slice() else {
        return None;
    };
    let unit = super::Unit::parse(&only.unit, &[]);
    let point = only.actuals.last().or(only.baseline.as_ref())?;
    #[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
    let number = point.number * unit.scale as f64;
    (unit.dimension == Dimension::People && number > 0.0).then_some(Population {
        number,
        period: point.period,
    })
}

/// The group per resident, and the members left out because of their plan the population is not known. Of each plan one
/// population is used for all years; whoever shows the figures shows it beside them.
///
/// # Errors
/// [`Refusal`] for shares, and when no population is known.
#[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
pub fn per_resident(
    group: &Group,
    populations: &[Option<Population>],
) -> Result<(Group, Vec<Reference>), Refusal> {
    if group.dimension == Dimension::Share {
        return Err(Refusal::ShareAlready);
    }
    let unit = super::Unit::parse(&group.unit, &[]);
    let mut left_out = Vec::new();
    let mut divided = Group {
        members: Vec::new(),
        unit: [&unit.base, "/人"].concat(),
        ..group.clone()
    };
    for member in &group.members {
        let Some(Some(population)) = populations.get(member.reference.plan) else {
            left_out.push(member.reference.clone());
            continue;
        };
        let mut member = member.clone();
        let factor = unit.scale as f64 / population.number;
        rescale(&mut member.series, factor, Some(2));
        member.series.unit = divided.unit.clone().into();
        divided.members.push(member);
    }
    if divided.members.is_empty() {
        return Err(Refusal::PopulationUnknown);
    }
    // Cautions name members by their place: those of members left out go, the others move up.
    let kept: Vec<usize> = (0..group.members.len())
        .filter(|at| !left_out.contains(&group.members[*at].reference))
        .collect();
    divided.cautions = group
        .cautions
        .iter()
        .filter_map(|caution| caution.moved(&kept))
        .collect();
    Ok((divided, left_out))
}
