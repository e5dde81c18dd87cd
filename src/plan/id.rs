//! What every item of a plan carries: an id and where it was read.

use super::{
    GlossaryEntry, Indicator, Initiative, Plan, ProgressSheet, Question, ScheduleItem, Section,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The name of an item inside its plan, for example `indicator-12`; unique there and never reused.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Id(pub String);

impl Id {
    /// The id of the `number`-th item (counted from 1) of a kind, in reading order.
    #[must_use]
    pub fn numbered(kind: &str, number: usize) -> Self {
        Self(format!("{kind}-{number}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was given, as in a hand-written file; readers fill such ids in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// What every item of a plan with an id has in common.
pub(super) trait Item {
    /// The word its ids begin with.
    const KIND: &'static str;
    /// Its id.
    fn id(&self) -> &Id;
    /// Its id, to be set.
    fn id_mut(&mut self) -> &mut Id;
}

macro_rules! items {
    ($($item:ty: $kind:literal),+ $(,)?) => {$(
        impl Item for $item {
            const KIND: &'static str = $kind;
            fn id(&self) -> &Id {
                &self.id
            }
            fn id_mut(&mut self) -> &mut Id {
                &mut self.id
            }
        }
    )+};
}

items! {
    Section: "section",
    Initiative: "initiative",
    Indicator: "indicator",
    ScheduleItem: "schedule",
    ProgressSheet: "sheet",
    GlossaryEntry: "term",
    Question: "question",
}

impl Plan {
    /// Gives an id to every item without one, as a hand-written file leaves them: `indicator-1`, `section-2`, by kind
    /// in reading order. The same plan always gets the same ids, and none that an item has already.
    pub fn ensure_ids(&mut self) {
        let taken = self.taken_ids();
        number(&mut self.sections, &taken);
        number(&mut self.initiatives, &taken);
        number(&mut self.indicators, &taken);
        number(&mut self.schedule, &taken);
        number(&mut self.sheets, &taken);
        number(&mut self.glossary, &taken);
        number(&mut self.questions, &taken);
    }
}

impl Plan {
    /// Ids for new items of a kind: the numbers after the highest in use.
    pub(super) fn new_ids<Kind: Item>(&self) -> impl Iterator<Item = Id> + use<Kind> {
        let taken = self.taken_ids();
        let number = |id: &Id| {
            let rest = id.as_str().strip_prefix(Kind::KIND)?.strip_prefix('-')?;
            rest.parse::<u32>().ok()
        };
        let highest = taken.iter().filter_map(number).max().unwrap_or_default();
        (highest as usize + 1..).map(|number| Id::numbered(Kind::KIND, number))
    }

    fn taken_ids(&self) -> BTreeSet<Id> {
        let mut taken = BTreeSet::new();
        collect(&self.sections, &mut taken);
        collect(&self.initiatives, &mut taken);
        collect(&self.indicators, &mut taken);
        collect(&self.schedule, &mut taken);
        collect(&self.sheets, &mut taken);
        collect(&self.glossary, &mut taken);
        collect(&self.questions, &mut taken);
        taken
    }
}

fn collect<Kind: Item>(items: &[Kind], taken: &mut BTreeSet<Id>) {
    taken.extend(items.iter().map(|item| item.id().clone()));
}

/// Numbers the items without an id from 1, passing over ids that are taken.
fn number<Kind: Item>(items: &mut [Kind], taken: &BTreeSet<Id>) {
    let mut free = (1..)
        .map(|number| Id::numbered(Kind::KIND, number))
        .filter(|id| !taken.contains(id));
    for item in items.iter_mut().filter(|item| item.id().is_empty()) {
        *item.id_mut() = free.next().unwrap_or_default();
    }
}

/// Where an item was read: the source's name and the line there, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Provenance {
    /// The file or document, as the person would name it; empty when typed in by hand.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The line (or row) in the source, counted from 1; none when it has no lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Provenance {
    /// Whether nothing is known of where the item came from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.source.is_empty() && self.line.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicators(ids: &[&str]) -> Vec<Indicator> {
        let indicator = |id: &&str| Indicator {
            id: Id::from(*id),
            ..Indicator::default()
        };
        ids.iter().map(indicator).collect()
    }

    fn ids(plan: &Plan) -> Vec<&str> {
        plan.indicators
            .iter()
            .map(|indicator| indicator.id.as_str())
            .collect()
    }

    #[test]
    fn items_without_an_id_are_numbered_in_reading_order() {
        let mut plan = Plan {
            indicators: indicators(&["", "", ""]),
            ..Plan::default()
        };
        plan.sections = vec![Section::default()];
        plan.ensure_ids();
        assert_eq!(ids(&plan), ["indicator-1", "indicator-2", "indicator-3"]);
        assert_eq!(plan.sections[0].id, Id::numbered("section", 1));
    }

    #[test]
    fn an_id_that_is_taken_is_passed_over() {
        let mut plan = Plan {
            indicators: indicators(&["", "indicator-1", "", "x"]),
            ..Plan::default()
        };
        plan.sections = vec![Section {
            id: Id::from("indicator-3"),
            ..Section::default()
        }];
        plan.ensure_ids();
        assert_eq!(
            ids(&plan),
            ["indicator-2", "indicator-1", "indicator-4", "x"]
        );
    }

    #[test]
    fn ids_given_once_stay() {
        let mut plan = Plan {
            indicators: indicators(&["", "indicator-7"]),
            ..Plan::default()
        };
        plan.ensure_ids();
        let once = plan.clone();
        plan.ensure_ids();
        assert_eq!(plan, once);
    }

    #[test]
    fn provenance_is_empty_without_source_and_line() {
        assert!(Provenance::default().is_empty());
        assert!(
            !Provenance {
                line: Some(3),
                ..Provenance::default()
            }
            .is_empty()
        );
    }
}
