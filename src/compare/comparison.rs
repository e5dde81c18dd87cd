//! A theme across plans: who belongs to it, who only seems to, and what cannot be held against each other.

use super::alike::are_alike;
use super::themes::Standing;
use super::{Group, Member, Refusal, THEMES, Theme, promised, theme};
use crate::plan::{Id, Indicator, Plan, squash};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// An item of one of the plans compared: an indicator, or a sheet whose prose promises a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The plan, by its place among those compared.
    pub plan: usize,
    /// The item.
    pub item: Id,
    /// Whether a person said that it belongs; otherwise the dictionary proposes it.
    pub linked: bool,
}

/// A theme across plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The theme's key: one of the dictionary's, or a person's own.
    pub theme: String,
    /// What compares, a group a dimension.
    pub groups: Vec<Group>,
    /// Why each two groups stand side by side and are not converted.
    pub refusals: Vec<Refusal>,
    /// What looks as if it belonged and does not.
    pub apart: Vec<Apart>,
}

/// An item that stands apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The item.
    pub reference: Reference,
    /// Its name as written.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why an item stands apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A word in its name makes it another thing: `国民健康保険`.
    AnotherThing {
        /// The word.
        word: String,
    },
    /// It only sounds alike.
    FalseFriend {
        /// The word.
        word: String,
    },
    /// It counts something the theme does not: gifts (件) are not the money given.
    OtherDimension {
        /// Its unit; empty when the plan says none.
        unit: String,
    },
    /// It has no figure at all.
    NoFigures,
    /// A person said that it does not belong.
    SaidNot,
}

impl Comparison {
    /// How many of the plans have a part in it.
    #[must_use]
    pub fn plans(&self) -> usize {
        let members = self.groups.iter().flat_map(|group| &group.members);
        let plans: BTreeSet<usize> = members.map(|member| member.reference.plan).collect();
        plans.len()
    }
}

/// A theme across plans. Without such a theme in the dictionary it is a person's own: what somebody linked to it belongs,
/// and, of plans that say nothing of it, what has nearly the same name and a unit that compares.
#[must_use]
pub fn compare(key: &str, plans: &[&Plan]) -> Comparison {
    compare_items(key, plans, &items(plans))
}

/// Every theme that some item of the plans belongs to: those of the dictionary in its order, then the persons' own.
#[must_use]
pub fn themes_in(plans: &[&Plan]) -> Vec<Comparison> {
    let items = items(plans);
    let own = plans.iter().flat_map(|plan| plan.themes.values());
    let own: BTreeSet<&str> = own
        .flat_map(|said| said.keys())
        .map(String::as_str)
        .collect();
    let known = THEMES.iter().map(|theme| theme.key);
    known
        .chain(own.into_iter().filter(|key| theme(key).is_none()))
        .map(|key| compare_items(key, plans, &items))
        .filter(|comparison| !comparison.groups.is_empty())
        .collect()
}

/// What can be compared of a plan.
struct Item<'a> {
    plan: usize,
    indicator: Cow<'a, Indicator>,
    /// The name without spaces.
    name: String,
}

fn items<'a>(plans: &[&'a Plan]) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for (plan, whole) in plans.iter().enumerate() {
        let own = whole.indicators.iter().map(Cow::Borrowed);
        // A sheet that goes on with another promises the same once more.
        let first = whole.sheets.iter().filter(|sheet| sheet.follows.is_none());
        let promised = first.filter_map(promised).map(Cow::Owned);
        items.extend(own.chain(promised).map(|indicator| Item {
            plan,
            name: squash(&indicator.name),
            indicator,
        }));
    }
    items
}

fn compare_items(key: &str, plans: &[&Plan], items: &[Item]) -> Comparison {
    let known = theme(key);
    let mut members = Vec::new();
    let mut apart = Vec::new();
    let said_of = |item: &Item| {
        let themes = plans[item.plan].themes.get(&item.indicator.id);
        themes.and_then(|themes| themes.get(key)).copied()
    };
    let linked = items.iter().filter(|item| said_of(item) == Some(true));
    let linked: Vec<&Item> = linked.filter(|_| known.is_none()).collect();
    for item in items {
        let said = said_of(item);
        let reference = Reference {
            plan: item.plan,
            item: item.indicator.id.clone(),
            linked: said == Some(true),
        };
        let is_like =
            |other: &&Item| other.plan != item.plan && are_alike(&other.indicator, &item.indicator);
        let belongs = said.or(linked.iter().any(is_like).then_some(true));
        match place(item, &reference, known, belongs, plans) {
            Ok(found) => members.extend(found),
            Err(Some(reason)) => apart.push(Apart {
                reference,
                name: item.indicator.name.clone(),
                reason,
            }),
            Err(None) => {}
        }
    }
    let groups = Group::all_of(members, known);
    Comparison {
        theme: key.to_owned(),
        refusals: refusals(&groups),
        groups,
        apart,
    }
}

/// The members an item gives to a theme; why it stands apart; or nothing where it has nothing to do with it.
fn place(
    item: &Item,
    reference: &Reference,
    theme: Option<&Theme>,
    said: Option<bool>,
    plans: &[&Plan],
) -> Result<Vec<Member>, Option<Reason>> {
    let standing = theme.map_or(Standing::Outside, |theme| theme.standing(&item.name));
    match (said, standing) {
        (Some(true), _) | (None, Standing::Belongs) => {}
        (Some(false), Standing::Outside) | (None, Standing::Outside) => return Err(None),
        (Some(false), _) => return Err(Some(Reason::SaidNot)),
        (None, Standing::Not(word)) => {
            let word = word.to_owned();
            return Err(Some(Reason::AnotherThing { word }));
        }
        (None, Standing::FalseFriend(word)) => {
            let word = word.to_owned();
            return Err(Some(Reason::FalseFriend { word }));
        }
    }
    let period = plans[item.plan].period;
    let members = Member::all_of(reference, &item.indicator, period, theme);
    let Some(first) = members.first() else {
        return Err(Some(Reason::NoFigures));
    };
    // What a person linked is theirs to know.
    let foreign = |theme: &Theme| !theme.dimensions.contains(&first.unit.dimension);
    if said.is_none() && theme.is_some_and(foreign) {
        let unit = first.unit.written.clone();
        return Err(Some(Reason::OtherDimension { unit }));
    }
    Ok(members)
}

/// Why each two groups are not brought to one scale.
fn refusals(groups: &[Group]) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        for other in &groups[at + 1..] {
            let units = group.members.first().zip(other.members.first());
            let refusal = units.and_then(|(one, other)| one.unit.factor_to(&other.unit).err());
            refusals.extend(refusal);
        }
    }
    refusals
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::compare::indexed;
    use crate::plan::generate;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The plan with every indicator linked to one theme, so that anything may stand beside anything.
    fn linked(mut plan: Plan) -> Plan {
        let ids = plan.indicators.iter().map(|indicator| indicator.id.clone());
        let themes = ids.map(|id| (id, BTreeMap::from([("いっしょ".to_owned(), true)])));
        plan.themes = themes.collect();
        plan
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(300)))]

        #[test]
        fn whatever_stands_together_every_indicator_is_in_a_group_or_apart_and_every_figure_finite(
            one in generate::plan(),
            other in generate::plan(),
        ) {
            let (one, other) = (linked(one), linked(other));
            let comparison = compare("いっしょ", &[&one, &other]);
            let mut placed = BTreeSet::new();
            for member in comparison.groups.iter().flat_map(|group| &group.members) {
                placed.insert((member.reference.plan, member.reference.item.clone()));
                for series in [Some(member.series.clone()), indexed(&member.series).ok()].into_iter().flatten() {
                    let mut points = series.baseline.iter().chain(&series.targets).chain(&series.actuals);
                    prop_assert!(points.all(|point| point.number.is_finite()));
                }
            }
            placed.extend(comparison.apart.iter().map(|it| (it.reference.plan, it.reference.item.clone())));
            prop_assert_eq!(placed.len(), one.indicators.len() + other.indicators.len());
        }
    }
}
