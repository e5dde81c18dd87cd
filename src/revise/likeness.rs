//! Whether two plans are two versions of the same document.

use super::ids::names;
use super::similar::Name;
use crate::plan::{Plan, fold_search, squash};

/// From which likeness on two titles are taken for the same.
const NEAR_TITLE: f64 = 0.7;

/// What speaks for two plans being versions of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Whether both name the same municipality; none where one of them names none.
    pub municipality: Option<bool>,
    /// Whether their titles are the same or near.
    pub title: bool,
    /// Whether they were read from a file of the same name.
    pub source: bool,
    /// How many items are in both.
    pub shared: usize,
    /// The share of these, from 0 to 1, in the plan that has fewer items.
    pub share: f64,
}

impl Likeness {
    /// What speaks for one plan being a version of another; where the municipalities differ, the items are not looked at.
    #[must_use]
    pub fn of(kept: &Plan, incoming: &Plan) -> Self {
        let likeness = Self::new(kept, incoming, 0, 0);
        if likeness.municipality == Some(false) {
            return likeness;
        }
        let names = names(kept, incoming);
        Self::new(kept, incoming, names.paired, names.kept.min(names.incoming))
    }

    #[allow(clippy::cast_precision_loss)] // counts of items
    pub(super) fn new(kept: &Plan, incoming: &Plan, shared: usize, fewer: usize) -> Self {
        let towns = [kept, incoming].map(|plan| squash(&plan.municipality.name));
        let known = towns.iter().all(|town| !town.is_empty());
        let sources = [kept, incoming].map(|plan| squash(&plan.source));
        Self {
            municipality: known.then(|| towns[0] == towns[1]),
            title: near_titles(&kept.title, &incoming.title),
            source: !sources[0].is_empty() && sources[0] == sources[1],
            shared,
            share: if fewer == 0 {
                0.0
            } else {
                shared as f64 / fewer as f64
            },
        }
    }

    /// Whether they are versions of one document: never of two municipalities; with the same title or file where some
    /// of the items are in both, without where most are.
    #[must_use]
    pub fn is_same_document(&self) -> bool {
        let enough = if self.title && self.municipality == Some(true) {
            0.25
        } else if self.title || self.source {
            0.4
        } else {
            0.6
        };
        self.municipality != Some(false) && self.shared > 0 && self.share >= enough
    }

    /// Whether one is perhaps a part of the other: it goes by another name and was not read from the same file.
    #[must_use]
    pub fn is_part(&self) -> bool {
        !(self.title || self.source)
    }

    /// How much speaks for it in all.
    fn score(&self) -> f64 {
        let signs = [
            (self.municipality == Some(true), 0.2),
            (self.title, 0.2),
            (self.source, 0.1),
        ];
        let signs = signs.into_iter().filter(|(there, _)| *there);
        self.share + signs.map(|(_, weight)| weight).sum::<f64>()
    }
}

/// Of several kept plans the place of the one that another is most likely a version of; none where it is of none.
#[must_use]
pub fn nearest(likenesses: &[Likeness]) -> Option<usize> {
    let mut nearest: Option<(usize, f64)> = None;
    for (place, likeness) in likenesses.iter().enumerate() {
        let is_nearer = nearest.is_none_or(|(_, score)| likeness.score() > score);
        if likeness.is_same_document() && is_nearer {
            nearest = Some((place, likeness.score()));
        }
    }
    nearest.map(|(place, _)| place)
}

/// Whether two titles are the same or near: of one year and the next, with a word more.
pub(super) fn near_titles(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|title| Name::of(&fold_search(title)));
    one.likeness(&other) >= NEAR_TITLE
}
