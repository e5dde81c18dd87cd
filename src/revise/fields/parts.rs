//! What a plan is built of: sections, terms, related plans.

use super::{folded, place};
use crate::plan::{GlossaryEntry, Id, Plan, RelatedPlan, Section};
use crate::revise::field::{Field, Kind, Shown};
use crate::revise::item::{FROM_PEOPLE, FROM_SOURCE, Features, FieldOf, Item, fields, identified};

impl Item for Section {
    const KIND: Kind = Kind::Section;
    const WORD: &'static str = "section";

    identified!(sections, title);

    /// Where it stands and what it holds only the whole plan tells: [`sections`](crate::revise::sections) adds it.
    fn features(&self) -> Features {
        Features {
            id: self.id.clone(),
            name: folded(&self.title),
            number: folded(&self.number),
            beside: folded(&self.level),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        SECTION
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
    }
}

const SECTION: &[FieldOf<Section>] = fields! { Section:
    Name FROM_SOURCE (item => Shown::text(&item.title)) title;
    Number FROM_SOURCE (item => Shown::text(&item.number)) number;
    Level FROM_SOURCE (item => Shown::text(&item.level)) level;
    Section FROM_SOURCE (item => Shown::items(&item.parent)) parent;
    Situation FROM_SOURCE (item => Shown::statements(&item.situation)) situation;
    Aims FROM_SOURCE (item => Shown::statements(&item.aims)) aims;
    Departments FROM_SOURCE (item => Shown::texts(item.departments.iter().map(String::as_str))) departments;
    Goals FROM_PEOPLE (item => goals(&item.sdgs)) sdgs;
    Tags FROM_SOURCE (item => Shown::texts(item.tags.iter().map(String::as_str))) tags;
};

impl Item for GlossaryEntry {
    const KIND: Kind = Kind::Term;
    const WORD: &'static str = "term";

    identified!(glossary, term);

    fn features(&self) -> Features {
        Features {
            id: self.id.clone(),
            name: folded(&self.term),
            number: folded(&self.mark),
            rest: folded(&self.explanation),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        TERM
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
    }
}

const TERM: &[FieldOf<GlossaryEntry>] = fields! { GlossaryEntry:
    Name FROM_SOURCE (item => Shown::text(&item.term)) term;
    Number FROM_SOURCE (item => Shown::text(&item.mark)) mark;
    Explanation FROM_SOURCE (item => Shown::text(&item.explanation)) explanation;
    CitedIn FROM_SOURCE (item => Shown::items(&item.cited_in)) cited_in;
};

/// A plan named as related has no id in the plan: here it has one, of its place.
#[derive(Clone)]
pub(in crate::revise) struct Related {
    id: Id,
    pub plan: RelatedPlan,
}

impl Item for Related {
    const KIND: Kind = Kind::RelatedPlan;
    const WORD: &'static str = "related-plan";

    fn of(plan: &Plan) -> Vec<Self> {
        let numbered = plan.related_plans.iter().enumerate();
        let related = numbered.map(|(index, plan)| Self {
            id: Id::numbered(Self::WORD, index + 1),
            plan: plan.clone(),
        });
        related.collect()
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn set_id(&mut self, id: Id) {
        self.id = id;
    }

    fn name(&self) -> &str {
        &self.plan.name
    }

    fn features(&self) -> Features {
        Features {
            id: self.id.clone(),
            name: folded(&self.plan.name),
            place: place(self.plan.section.as_ref()),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        RELATED
    }

    fn follow(&mut self, incoming: &Self) {
        self.plan.provenance = incoming.plan.provenance.clone();
    }
}

const RELATED: &[FieldOf<Related>] = fields! { Related:
    Name FROM_SOURCE (item => Shown::text(&item.plan.name)) plan.name;
    Section FROM_SOURCE (item => Shown::items(&item.plan.section)) plan.section;
};

fn goals(goals: &[u8]) -> Shown {
    let goals: Vec<String> = goals.iter().map(ToString::to_string).collect();
    Shown::texts(goals.iter().map(String::as_str))
}
