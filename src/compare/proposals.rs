//! What a person may link: indicators of one plan that have their like in another and stand in no theme with it.

use super::{Comparison, Reference, alike};
use crate::plan::{Id, Plan};

/// An indicator and what may be the same elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The indicator.
    pub item: Id,
    /// The theme to link it to: the one that its like stands in, or one of its own, called by its name.
    pub theme: String,
    /// Its likes, the likeliest first.
    pub alike: Vec<Reference>,
}

/// With more indicators in all than this, names are not held against each other one by one.
const MOST: usize = 3_000;

/// What can be proposed for one of the plans beside the themes they share: by name and unit ([`alike`]), and never what a
/// person has decided on already. None for plans of thousands of indicators.
#[must_use]
pub fn proposals(plans: &[&Plan], plan: usize, themes: &[Comparison]) -> Vec<Proposal> {
    let all: usize = plans.iter().map(|plan| plan.indicators.len()).sum();
    let Some(own) = plans.get(plan).filter(|_| all <= MOST) else {
        return Vec::new();
    };
    let stands_in = |theme: &Comparison, place: usize, item: &Id| {
        let mut members = theme.groups.iter().flat_map(|group| &group.members);
        members.any(|member| member.reference.plan == place && member.reference.item == *item)
    };
    let free = own.indicators.iter().filter(|indicator| {
        let shared = themes.iter().filter(|theme| theme.plans() > 1);
        !shared
            .into_iter()
            .any(|theme| stands_in(theme, plan, &indicator.id))
    });
    let proposal = |item: &Id, name: &str| {
        let alike = alike(plans, plan, item);
        let first = alike.first()?;
        let known = themes.iter();
        let known = known.filter(|theme| stands_in(theme, first.plan, &first.item));
        let theme = known.map(|theme| theme.theme.as_str()).next();
        let theme = theme.unwrap_or(name).to_owned();
        let said = own.themes.get(item);
        let is_decided = said.is_some_and(|said| said.contains_key(&theme));
        (!is_decided).then(|| Proposal {
            item: item.clone(),
            theme,
            alike,
        })
    };
    free.filter_map(|indicator| proposal(&indicator.id, &indicator.name))
        .collect()
}
