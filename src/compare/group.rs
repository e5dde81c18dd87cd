//! Members on one scale, and what to know before they are held against each other.

use super::{Dimension, Member, Theme, Unit};
use crate::judge::{Point, Side};
use crate::plan::{Accumulation, Direction, Period, squash};

/// Members of one dimension, all figures in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What is measured.
    pub dimension: Dimension,
    /// The unit of all figures with its scale: the finest that any member writes.
    pub unit: String,
    /// The members, in the order of their plans.
    pub members: Vec<Member>,
    /// What to know.
    pub cautions: Vec<Caution>,
}

/// What to know before figures are held against each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Caution {
    /// Lower is better.
    LowerIsBetter,
    /// A member's target is relative and so no figure.
    RelativeTarget {
        /// The member, by its place in the group.
        member: usize,
        /// What the target is measured against.
        reference: String,
    },
    /// A member's figures were converted.
    Converted {
        /// The member, by its place in the group.
        member: usize,
        /// The unit as written.
        from: String,
        /// The group's unit.
        to: String,
        /// By what they were multiplied.
        factor: f64,
    },
    /// Baselines do not compare: some are one year's figures, others sums or states.
    BaselinesCountedDifferently,
    /// Targets and actuals do not compare: some are one year's figures, others sums or states.
    TargetsCountedDifferently,
    /// One member says that a part is included or left out, another does not say it.
    DefinitionsDiffer {
        /// The member that says it, by its place in the group.
        member: usize,
        /// The part: `企業版`.
        part: String,
    },
    /// Two members say how they are measured, and not in the same words.
    MeasuredDifferently,
    /// Some of a member's years are calendar years (年), which are three months apart from fiscal years (年度).
    CalendarYears {
        /// The member, by its place in the group.
        member: usize,
    },
    /// What is known of the theme (`words` has it): the definitions are similar only, or rest on different grounds.
    Theme,
}

impl Group {
    /// Groups members by what can be brought to one scale, and brings them to it.
    pub(super) fn all_of(members: Vec<Member>, theme: Option<&Theme>) -> Vec<Self> {
        let mut groups: Vec<Vec<Member>> = Vec::new();
        for member in members {
            let fits = |group: &&mut Vec<Member>| member.unit.factor_to(&group[0].unit).is_ok();
            match groups.iter_mut().find(fits) {
                Some(group) => group.push(member),
                None => groups.push(vec![member]),
            }
        }
        groups
            .into_iter()
            .filter_map(|members| Self::of(members, theme))
            .collect()
    }

    fn of(mut members: Vec<Member>, theme: Option<&Theme>) -> Option<Self> {
        let units: Vec<&Unit> = members.iter().map(|member| &member.unit).collect();
        let unit = Unit::common(&units)?;
        let mut cautions = Vec::new();
        for (at, member) in members.iter_mut().enumerate() {
            let factor = member.unit.factor_to(&unit).unwrap_or(1.0);
            if factor != 1.0 {
                cautions.push(Caution::Converted {
                    member: at,
                    from: member.unit.written.clone(),
                    to: unit.written.clone(),
                    factor,
                });
            }
            member.rescale(factor, &unit.written);
        }
        let mut group = Self {
            dimension: unit.dimension,
            unit: unit.written,
            members,
            cautions: Vec::new(),
        };
        group.cautions = group.cautions(theme);
        group.cautions.extend(cautions);
        Some(group)
    }

    fn cautions(&self, theme: Option<&Theme>) -> Vec<Caution> {
        let mut cautions = Vec::new();
        if self.is_lower_better() {
            cautions.push(Caution::LowerIsBetter);
        }
        let several = self.members.len() > 1;
        for (member, one) in self.members.iter().enumerate() {
            if let Some(reference) = &one.relative_to {
                let reference = reference.clone();
                cautions.push(Caution::RelativeTarget { member, reference });
            }
        }
        if several && differ(self.members.iter().map(|one| one.baseline_accumulation)) {
            cautions.push(Caution::BaselinesCountedDifferently);
        }
        if several && differ(self.members.iter().map(|one| one.accumulation)) {
            cautions.push(Caution::TargetsCountedDifferently);
        }
        if several && self.is_measured_differently() {
            cautions.push(Caution::MeasuredDifferently);
        }
        for (member, one) in self.members.iter().enumerate() {
            let is_calendar = |point: &Point| matches!(point.period, Period::Calendar { .. });
            if several && one.points().any(is_calendar) {
                cautions.push(Caution::CalendarYears { member });
            }
        }
        if let Some(theme) = theme {
            cautions.extend(self.parts(theme));
            if several && theme.has_note {
                cautions.push(Caution::Theme);
            }
        }
        cautions
    }

    /// Whether lower is better for some and higher for none.
    fn is_lower_better(&self) -> bool {
        let goes = |direction| {
            let mut all = self.members.iter();
            all.any(|member| member.series.direction.value == direction)
        };
        let below = |member: &Member| member.series.side == Side::Below;
        let falls = goes(Direction::Decrease) || self.members.iter().any(below);
        falls && !goes(Direction::Increase)
    }

    /// Whether two members say how they are measured, in different words.
    fn is_measured_differently(&self) -> bool {
        let said = self.members.iter().map(|one| squash(&one.measurement));
        let mut said = said.filter(|measurement| !measurement.is_empty());
        let Some(first) = said.next() else {
            return false;
        };
        said.any(|measurement| measurement != first)
    }

    /// Parts of the theme that one member names and another does not.
    fn parts(&self, theme: &Theme) -> Vec<Caution> {
        let said: Vec<String> = self
            .members
            .iter()
            .map(|member| squash(&[member.name.as_str(), &member.measurement].concat()))
            .collect();
        let mut cautions = Vec::new();
        for part in theme.parts {
            let Some(member) = said.iter().position(|text| text.contains(part)) else {
                continue;
            };
            if said.iter().any(|text| !text.contains(part)) {
                let part = (*part).to_owned();
                cautions.push(Caution::DefinitionsDiffer { member, part });
            }
        }
        cautions
    }
}

/// Whether two of these are known and not the same.
fn differ(counted: impl Iterator<Item = Accumulation>) -> bool {
    let mut known = counted.filter(|one| *one != Accumulation::Unknown);
    let Some(first) = known.next() else {
        return false;
    };
    known.any(|one| one != first)
}

impl Caution {
    /// The caution among the members that are kept; none when it is about another.
    pub(super) fn moved(&self, kept: &[usize]) -> Option<Self> {
        let mut moved = self.clone();
        if let Self::RelativeTarget { member, .. }
        | Self::Converted { member, .. }
        | Self::DefinitionsDiffer { member, .. }
        | Self::CalendarYears { member } = &mut moved
        {
            *member = kept.iter().position(|at| at == member)?;
        }
        Some(moved)
    }
}
