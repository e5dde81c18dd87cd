//! Indicators: their targets, their actuals, and what people decided of them.

use super::{all_folded, folded, place};
use crate::plan::{Actual, EarlierTargets, Id, Indicator, Observation, Period, Plan, squash};
use crate::revise::field::{Field, Kind, Shown};
use crate::revise::item::{
    Compared, FROM_PEOPLE, FROM_SOURCE, Features, FieldOf, Item, fields, identified,
};

impl Item for Indicator {
    const KIND: Kind = Kind::Indicator;
    const WORD: &'static str = "indicator";

    identified!(indicators, name);

    fn features(&self) -> Features {
        let figures = self.baseline.iter().chain(&self.targets);
        let figures = figures.map(|figure| &figure.text);
        Features {
            id: self.id.clone(),
            name: folded(&self.name),
            number: folded(&self.number),
            beside: folded(&self.unit),
            place: place(self.section.as_ref()),
            rest: all_folded(figures),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        FIELDS
    }

    fn more(&self, incoming: &Self) -> Vec<Compared> {
        let mut found = vec![compared_targets(self, incoming)];
        for actual in &incoming.actuals {
            found.extend(compared_actual(self, actual));
        }
        found
    }

    fn take_more(&mut self, incoming: &Self, field: Field, changed: Period) {
        match field {
            Field::Targets => take_targets(self, incoming, changed),
            Field::Actual(period) => take_actual(self, incoming, period),
            Field::ActualNote(period) => {
                let note = actual_of(incoming, period).map(|actual| actual.note.clone());
                let own = self.actuals.iter_mut().find(|own| own.period == period);
                if let Some((own, note)) = own.zip(note) {
                    own.note = note;
                }
            }
            _ => {}
        }
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
        for earlier in &incoming.earlier_targets {
            if !knows(self, &earlier.targets) && earlier.targets != self.targets {
                self.earlier_targets.push(earlier.clone());
            }
        }
    }

    fn settle(&mut self, incoming: &Self) {
        if squash(&self.unit) == squash(&incoming.unit) {
            take_meanings(self, incoming);
        }
    }

    fn is_entered(&self) -> bool {
        self.actuals.iter().any(is_entered) || !self.earlier_targets.is_empty()
    }
}

const FIELDS: &[FieldOf<Indicator>] = fields! { Indicator:
    Name FROM_SOURCE (item => Shown::text(&item.name)) name;
    Number FROM_SOURCE (item => Shown::text(&item.number)) number;
    Section FROM_SOURCE (item => Shown::items(&item.section)) section;
    Kind FROM_SOURCE (item => Shown::text(&item.kind)) kind;
    Unit FROM_SOURCE (item => Shown::text(&item.unit)) unit;
    Baseline FROM_SOURCE (item => Shown::figures(&item.baseline)) baseline;
    Direction FROM_PEOPLE (item => match item.direction {
        crate::plan::Direction::Unknown => Shown::Nothing,
        direction => Shown::Direction(direction),
    }) direction;
    Accumulation FROM_PEOPLE (item => match item.accumulation {
        crate::plan::Accumulation::Unknown => Shown::Nothing,
        accumulation => Shown::Accumulation(accumulation),
    }) accumulation;
    Measurement FROM_SOURCE (item => Shown::text(&item.measurement)) measurement;
    Initiatives FROM_SOURCE (item => Shown::items(&item.initiatives)) initiatives;
    Serves FROM_PEOPLE (item => Shown::items(item.serves.iter().flatten())) serves;
    Departments FROM_SOURCE (item => Shown::texts(item.departments.iter().map(String::as_str))) departments;
    PublishedRate FROM_SOURCE (item => Shown::text(&item.published_rate)) published_rate;
    Note FROM_SOURCE (item => Shown::text(&item.note)) note;
};

/// Targets that differ. Where the later version says again what the plan said before somebody changed it, the change
/// stays unless a person chooses otherwise.
fn compared_targets(kept: &Indicator, incoming: &Indicator) -> Compared {
    let (before, after) = (
        Shown::figures(&kept.targets),
        Shown::figures(&incoming.targets),
    );
    let earlier = kept.earlier_targets.iter();
    let entered = earlier
        .map(|earlier| Shown::figures(&earlier.targets))
        .any(|earlier| earlier.same(&after));
    Compared {
        field: Field::Targets,
        before,
        after,
        entered,
    }
}

/// The actual of a period as the later version has it, and the note beside it.
fn compared_actual(kept: &Indicator, actual: &Actual) -> Vec<Compared> {
    let period = actual.period;
    let of_period = kept.actuals.iter().filter(|own| own.period == period);
    let own = of_period.clone().next();
    let mut found = Vec::new();
    let known = of_period
        .clone()
        .any(|own| squash(&own.text) == squash(&actual.text));
    if !known {
        found.push(Compared {
            field: Field::Actual(period),
            before: own.map_or(Shown::Nothing, shown),
            after: shown(actual),
            entered: own.is_some_and(is_entered),
        });
    }
    // A note belongs to its figure: where another one stays without a note, it does not go there.
    if let Some(own) = own
        && (known || !own.note.is_empty())
        && !of_period
            .clone()
            .any(|own| squash(&own.note) == squash(&actual.note))
    {
        found.push(Compared {
            field: Field::ActualNote(period),
            before: Shown::text(&own.note),
            after: Shown::text(&actual.note),
            entered: true,
        });
    }
    found
}

fn shown(actual: &Actual) -> Shown {
    if actual.text.trim().is_empty() {
        return Shown::Nothing;
    }
    Shown::Figures(vec![(actual.period, actual.text.clone())])
}

fn is_entered(actual: &Actual) -> bool {
    !(actual.entered_at.is_empty() && actual.entered_by.is_empty() && actual.note.is_empty())
}

fn actual_of(indicator: &Indicator, period: Period) -> Option<&Actual> {
    let mut actuals = indicator.actuals.iter();
    actuals.find(|actual| actual.period == period && !actual.text.trim().is_empty())
}

/// Takes the actual of a period; what was written beside the one before stays where nothing else is written.
fn take_actual(kept: &mut Indicator, incoming: &Indicator, period: Period) {
    let Some(actual) = actual_of(incoming, period) else {
        return;
    };
    let mut actual = actual.clone();
    match kept.actuals.iter_mut().find(|own| own.period == period) {
        Some(own) => {
            if actual.note.is_empty() {
                actual.note.clone_from(&own.note);
            }
            *own = actual;
        }
        None => {
            let later = kept.actuals.iter().position(|own| own.period > period);
            kept.actuals
                .insert(later.unwrap_or(kept.actuals.len()), actual);
        }
    }
}

/// Takes the targets of the later version; those before them are kept as earlier ones, as
/// [`Edit::change_targets`](crate::plan::Edit::change_targets) does.
fn take_targets(kept: &mut Indicator, incoming: &Indicator, changed: Period) {
    let targets = std::mem::replace(&mut kept.targets, incoming.targets.clone());
    if !targets.is_empty() && !knows(kept, &targets) {
        kept.earlier_targets
            .push(EarlierTargets { changed, targets });
    }
}

/// Whether these are among the targets that others took the place of.
fn knows(kept: &Indicator, targets: &[Observation]) -> bool {
    let mut earlier = kept.earlier_targets.iter();
    earlier.any(|earlier| earlier.targets == targets)
}

/// Takes what values mean where they are written the same: in another unit they mean something else.
fn take_meanings(kept: &mut Indicator, incoming: &Indicator) {
    let baselines = kept.baseline.iter_mut().zip(&incoming.baseline);
    let targets = kept.targets.iter_mut().zip(&incoming.targets);
    for (own, other) in baselines.chain(targets) {
        if own.period == other.period && squash(&own.text) == squash(&other.text) {
            own.value = other.value.clone();
        }
    }
}
