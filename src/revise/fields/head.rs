//! What a plan says of itself.

use crate::plan::{Id, Municipality, Plan, PlanPeriod};
use crate::revise::field::{Field, Kind, Shown};
use crate::revise::item::{Compared, FROM_SOURCE, Features, FieldOf, Item, fields};
use crate::revise::likeness::near_titles;

/// A plan's own head, as an item without an id.
#[derive(Clone)]
pub(in crate::revise) struct Head {
    id: Id,
    title: String,
    municipality: Municipality,
    period: PlanPeriod,
    source: String,
}

impl Head {
    /// Puts it into a plan.
    pub fn put_into(self, plan: &mut Plan) {
        plan.title = self.title;
        plan.municipality = self.municipality;
        plan.period = self.period;
        plan.source = self.source;
    }
}

impl Item for Head {
    const KIND: Kind = Kind::Plan;
    const WORD: &'static str = "plan";

    fn of(plan: &Plan) -> Vec<Self> {
        vec![Self {
            id: Id::default(),
            title: plan.title.clone(),
            municipality: plan.municipality.clone(),
            period: plan.period,
            source: plan.source.clone(),
        }]
    }

    fn id(&self) -> &Id {
        &self.id
    }

    fn set_id(&mut self, id: Id) {
        self.id = id;
    }

    fn name(&self) -> &str {
        &self.title
    }

    fn features(&self) -> Features {
        Features::default()
    }

    fn fields() -> &'static [FieldOf<Self>] {
        HEAD
    }

    /// A title that has nothing in common with the plan's is that of a file with some of its figures: the plan keeps
    /// its own unless a person chooses otherwise.
    fn more(&self, incoming: &Self) -> Vec<Compared> {
        if is_name_of_file(&incoming.title, &incoming.source) {
            return Vec::new();
        }
        vec![Compared {
            field: Field::Name,
            before: Shown::text(&self.title),
            after: Shown::text(&incoming.title),
            entered: !near_titles(&self.title, &incoming.title),
        }]
    }

    fn take_more(&mut self, incoming: &Self, _: Field, _: crate::plan::Period) {
        self.title.clone_from(&incoming.title);
        self.source.clone_from(&incoming.source);
    }

    fn follow(&mut self, incoming: &Self) {
        if near_titles(&self.title, &incoming.title) && !incoming.source.is_empty() {
            self.source.clone_from(&incoming.source);
        }
    }
}

/// Whether a title is no more than the name of the file without its ending, as tables have it.
fn is_name_of_file(title: &str, source: &str) -> bool {
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    stem.ends_with(title)
}

const HEAD: &[FieldOf<Head>] = fields! { Head:
    Municipality FROM_SOURCE (item => Shown::text(&item.municipality.name)) municipality;
    Years FROM_SOURCE (item => match item.period == PlanPeriod::default() {
        true => Shown::Nothing,
        false => Shown::Years(item.period),
    }) period;
};
