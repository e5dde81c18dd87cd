//! What was read, before anything is applied: how much, where it goes, what it changes there, what is asked about it, and
//! everything the reader has to say.

mod difference;
mod findings;
mod questions;
mod taking;

use super::choice::{Choice, select};
use super::{boxed, standing};
use crate::app::incoming::Incoming;
use crate::app::state::App;
use crate::app::{Trouble, keeping};
use crate::keep::{Counts, Origin, PlanCard};
use crate::plan::{Answer, Id, Plan};
use crate::read::{Reading, Subjects};
use crate::revise::{Asked, Choices, Likeness, Revision, nearest};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::html;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The review of a reading.
pub fn review(app: App, incoming: &Incoming, reading: &Arc<Reading>) -> AnyView {
    let texts = app.words();
    let name = if incoming.name.is_empty() {
        texts.import.pasted
    } else {
        &incoming.name
    };
    let subjects = Subjects::of(&reading.plans);
    let findings = findings::list(app, Arc::clone(reading), subjects);
    if reading.plans.is_empty() {
        let told = Trouble::NothingFound(name.to_owned()).told(texts);
        let told = standing(html! { p.spaced.notice role="alert" { (told) } });
        return view! { {told} {findings} }.into_any();
    }
    let head = html! {
        .section-head { h2 { (fill(texts.import.found, &[("name", name)])) } }
        @if incoming.decoded.unreadable > 0 { p.notice.spaced { (texts.import.unclear) } }
    };
    let kept = StoredValue::new(keeping::kept_plans(app));
    let plans = (0..reading.plans.len())
        .map(|place| Found::new(app, place, reading, kept, incoming.origin.clone()).view());
    let plans = plans.collect::<Vec<_>>();
    view! {
        <section id="review">{standing(head)}{plans}</section>
        {findings}
    }
    .into_any()
}

/// The kept plans with their cards.
type Kept = StoredValue<Vec<(PlanCard, Plan)>>;

/// One of the kept plans by its key, with the revision that what was read would be of it.
struct Target {
    key: String,
    title: String,
    revision: Revision,
}

/// One plan that was found, and what was decided about it so far.
#[derive(Clone, Copy)]
struct Found {
    app: App,
    /// Its place in the reading.
    place: usize,
    reading: StoredValue<Arc<Reading>>,
    /// The published file it is in, if it is one.
    origin: StoredValue<Option<Origin>>,
    /// The kept plans: their keys and titles, and which of them this is a version of.
    titles: StoredValue<Vec<(String, String)>>,
    proposed: Option<usize>,
    kept: Kept,
    /// Where it goes; none: it is a plan of its own.
    target: StoredValue<Option<Target>>,
    /// Counts the changes of `target`, for what stands on the screen because of it.
    turn: RwSignal<u32>,
    choices: RwSignal<Choices>,
    answers: RwSignal<BTreeMap<Id, Answer>>,
    /// Whether it is asked once more before most of a plan is removed.
    confirming: RwSignal<bool>,
}

impl Found {
    fn new(
        app: App,
        place: usize,
        reading: &Arc<Reading>,
        kept: Kept,
        origin: Option<Origin>,
    ) -> Self {
        let untitled = app.words().plans.untitled;
        let (titles, likenesses) = kept.with_value(|kept| {
            let titles = kept.iter().map(|(card, _)| {
                let title = Some(&card.title).filter(|title| !title.is_empty());
                let title = title.map_or(untitled, String::as_str);
                (card.key.clone(), title.to_owned())
            });
            let likenesses = kept
                .iter()
                .map(|(_, kept)| Likeness::of(kept, &reading.plans[place]));
            (
                titles.collect::<Vec<_>>(),
                likenesses.collect::<Vec<Likeness>>(),
            )
        });
        let found = Self {
            app,
            place,
            reading: StoredValue::new(Arc::clone(reading)),
            origin: StoredValue::new(origin),
            titles: StoredValue::new(titles),
            proposed: nearest(&likenesses),
            kept,
            target: StoredValue::new(None),
            turn: RwSignal::new(0),
            choices: RwSignal::new(Choices::default()),
            answers: RwSignal::new(BTreeMap::new()),
            confirming: RwSignal::new(false),
        };
        found.target.set_value(found.version_of(found.proposed));
        found
    }

    /// Reads something off the plan.
    fn plan<Out>(self, get: impl FnOnce(&Plan) -> Out) -> Out {
        self.reading
            .with_value(|reading| get(&reading.plans[self.place]))
    }

    fn view(self) -> AnyView {
        let parts = vec![
            self.held(),
            self.proposal(),
            self.where_to(),
            difference::shown(self),
            questions::shown(self),
            taking::ways(self),
        ];
        boxed("found", parts)
    }

    /// What it holds.
    fn held(self) -> AnyView {
        let texts = self.app.words();
        self.plan(|plan| {
            let counts = Counts::of(plan);
            let title = match plan.title.as_str() {
                "" => texts.plans.untitled,
                title => title,
            };
            let all = [
                (texts.app.sections, counts.sections),
                (texts.sections.initiatives_title, counts.initiatives),
                (texts.app.indicators, counts.indicators),
                (texts.schedule.item, counts.schedule),
                (texts.app.sheets, counts.sheets),
                (texts.now.questions, counts.questions),
            ];
            standing(html! {
                p.muted { (plan.municipality.name) " " (words::plan_period(texts, plan.period)) }
                h3 { (title) }
                dl.facts.counts {
                    @for (name, count) in all.into_iter().filter(|(_, count)| *count > 0) {
                        dt { (name) } dd { (count) }
                    }
                }
            })
        })
    }

    /// That it is a later version of a kept plan.
    fn proposal(self) -> AnyView {
        let texts = self.app.words();
        if self.proposed.is_none() {
            return ().into_any();
        }
        self.target.with_value(|target| {
            let target = target.as_ref();
            let likeness = target.map(|target| target.revision.likeness());
            let shared = likeness.map_or(0, |likeness| likeness.shared);
            let is_part = likeness.is_some_and(|likeness| likeness.is_part());
            let told = if is_part {
                texts.review.is_part
            } else {
                texts.review.is_version
            };
            let title = target.map_or("", |target| target.title.as_str());
            let why = fill(
                texts.review.is_version_why,
                &[("count", &shared.to_string())],
            );
            standing(html! {
                p.headline.proposal { (fill(told, &[("title", title)])) }
                p.muted { (why) }
            })
        })
    }

    /// The choice of where it goes, where there is a choice.
    fn where_to(self) -> AnyView {
        let texts = self.app.words();
        let titles = self.titles.get_value();
        if titles.is_empty() {
            return ().into_any();
        }
        let own = Choice {
            label: texts.review.as_new.to_owned(),
            chosen: self.proposed.is_none(),
        };
        let versions = titles.iter().enumerate();
        let versions = versions.map(|(place, (_, title))| Choice {
            label: fill(texts.review.as_version_of, &[("title", title)]),
            chosen: self.proposed == Some(place),
        });
        let choices = std::iter::once(own).chain(versions).collect();
        let choose = move |place: usize| self.go_into(place.checked_sub(1));
        let field = select(texts.review.where_to, choices, Box::new(choose));
        boxed("fields", vec![field])
    }

    /// Compares with another of the kept plans, or with none.
    fn go_into(self, place: Option<usize>) {
        self.target.set_value(self.version_of(place));
        self.choices.set(Choices::default());
        self.confirming.set(false);
        self.turn.update(|turn| *turn += 1);
    }

    fn version_of(self, place: Option<usize>) -> Option<Target> {
        let place = place?;
        let (key, title) = self
            .titles
            .with_value(|titles| titles.get(place).cloned())?;
        let revision = self.kept.with_value(|kept| {
            let (_, kept) = kept.get(place)?;
            Some(self.plan(|plan| Revision::new(kept, plan)))
        })?;
        Some(Target {
            key,
            title,
            revision,
        })
    }

    /// Reads something off the revision, where it is one; heard again when the target changes.
    fn revision<Out>(self, get: impl FnOnce(&Revision) -> Out) -> Option<Out> {
        self.turn.track();
        self.target
            .with_value(|target| target.as_ref().map(|target| get(&target.revision)))
    }

    /// What is asked: of the kept plan where it goes into one, of itself otherwise.
    fn asked(self) -> Vec<Asked> {
        self.revision(|revision| revision.asked().to_vec())
            .unwrap_or_else(|| self.plan(Asked::of))
    }
}
