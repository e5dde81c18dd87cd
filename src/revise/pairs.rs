//! Which item of one version is which of the other.

use super::item::Features;
use super::similar::Name;
use std::collections::{BTreeMap, BTreeSet};

/// What is compared of an item; nothing where the item does not tell enough.
type Key = fn(&Features) -> Option<[&str; 5]>;

/// What two items must share to be the same, the surest first. Those without a name are told by all of it or nearly.
const PASSES: [Key; 7] = [
    |item| {
        Some([
            &item.name,
            &item.number,
            &item.beside,
            &item.place,
            &item.rest,
        ])
    },
    |item| Some([&item.name, &item.number, &item.beside, &item.place, ""]),
    |item| named(item, [&item.name, &item.beside, &item.place, "", ""]),
    |item| named(item, [&item.name, &item.number, &item.beside, "", ""]),
    |item| named(item, [&item.name, &item.beside, "", "", ""]),
    |item| named(item, [&item.name, &item.place, "", "", ""]),
    |item| named(item, [&item.name, "", "", "", ""]),
];

/// From which score on two items of different names are the same.
const NEAR: f64 = 0.59;

/// So many pairs are looked at across places; where there are more, only those of one place.
const MOST_PAIRS: usize = 200_000;

/// For each incoming item its place among the kept ones; none where it is new. Nothing is paired twice.
///
/// Equal names come first, told apart by number, unit or department, place and contents, and by their ids where all of
/// that is the same; then near names. An id alone proves nothing: readers number items in their order.
pub(super) fn pair(kept: &[Features], incoming: &[Features]) -> Vec<Option<usize>> {
    let mut pairs = Pairs {
        partners: vec![None; incoming.len()],
        taken: vec![false; kept.len()],
    };
    for key in PASSES {
        pairs.by_key(kept, incoming, key);
    }
    pairs.by_nearness(kept, incoming);
    pairs.partners
}

fn named<'a>(item: &'a Features, key: [&'a str; 5]) -> Option<[&'a str; 5]> {
    (!item.name.is_empty()).then_some(key)
}

struct Pairs {
    partners: Vec<Option<usize>>,
    taken: Vec<bool>,
}

type Bucket = (Vec<usize>, Vec<usize>);

impl Pairs {
    fn by_key(&mut self, kept: &[Features], incoming: &[Features], key: Key) {
        let mut buckets: BTreeMap<(&str, [&str; 5]), Bucket> = BTreeMap::new();
        for index in self.free(kept) {
            if let Some(key) = key(&kept[index]) {
                let bucket = buckets.entry((&kept[index].class, key)).or_default();
                bucket.0.push(index);
            }
        }
        for index in self.unpaired() {
            let item = &incoming[index];
            let bucket = key(item).and_then(|key| buckets.get_mut(&(&*item.class, key)));
            if let Some(bucket) = bucket {
                bucket.1.push(index);
            }
        }
        for (kept_here, incoming_here) in buckets.into_values() {
            self.pair_bucket(kept, incoming, &kept_here, &incoming_here);
        }
    }

    /// Those of one key: by id first, then in order.
    fn pair_bucket(
        &mut self,
        kept: &[Features],
        incoming: &[Features],
        kept_here: &[usize],
        incoming_here: &[usize],
    ) {
        let mut by_id = BTreeMap::new();
        for index in kept_here {
            by_id.insert(&kept[*index].id, *index);
        }
        for index in incoming_here {
            if let Some(partner) = by_id.get(&incoming[*index].id) {
                self.join(*index, *partner);
            }
        }
        let mut others = kept_here.iter().filter(|index| !self.taken[**index]);
        let mut joined = Vec::new();
        for index in incoming_here {
            if self.partners[*index].is_none() {
                let Some(partner) = others.next() else { break };
                joined.push((*index, *partner));
            }
        }
        for (index, partner) in joined {
            self.join(index, partner);
        }
    }

    /// The best of those that are near enough, one by one.
    fn by_nearness(&mut self, kept: &[Features], incoming: &[Features]) {
        let (free, unpaired) = (self.free(kept), self.unpaired());
        let few = free.len().saturating_mul(unpaired.len()) <= MOST_PAIRS;
        let mut places: BTreeMap<(&str, &str), Vec<(usize, Name)>> = BTreeMap::new();
        for index in free {
            let item = &kept[index];
            let place = if few { "" } else { item.place.as_str() };
            let name = Name::of(&item.name);
            places
                .entry((&item.class, place))
                .or_default()
                .push((index, name));
        }
        let mut near = Vec::new();
        for index in unpaired {
            let item = &incoming[index];
            let place = if few { "" } else { item.place.as_str() };
            let name = Name::of(&item.name);
            let others = places.get(&(&*item.class, place)).into_iter().flatten();
            // In a place of thousands a near name is looked for among the first of them only.
            for (other, its_name) in others.take(MOST_PAIRS / 1_000) {
                let score = nearness(&kept[*other], its_name, item, &name);
                if score >= NEAR {
                    near.push((score, index, *other));
                }
            }
        }
        near.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (_, index, partner) in near {
            if self.partners[index].is_none() && !self.taken[partner] {
                self.join(index, partner);
            }
        }
    }

    fn join(&mut self, index: usize, partner: usize) {
        self.partners[index] = Some(partner);
        self.taken[partner] = true;
    }

    fn free(&self, kept: &[Features]) -> Vec<usize> {
        let all = 0..kept.len();
        all.filter(|index| !self.taken[*index]).collect()
    }

    fn unpaired(&self) -> Vec<usize> {
        let all = 0..self.partners.len();
        all.filter(|index| self.partners[*index].is_none())
            .collect()
    }
}

/// How much speaks for two items being the same under different names: a little over 1 where all of it does.
fn nearness(kept: &Features, kept_name: &Name, item: &Features, name: &Name) -> f64 {
    let same = |one: &str, other: &str| !one.is_empty() && one == other;
    let mut score = 0.6 * kept_name.likeness(name);
    for (agrees, weight) in [
        (kept.beside == item.beside, 0.1),
        (kept.place == item.place, 0.1),
        (same(&kept.number, &item.number), 0.1),
        (same(&kept.rest, &item.rest), 0.35),
        (kept.id == item.id, 0.05),
    ] {
        if agrees {
            score += weight;
        }
    }
    score
}

/// The classes that a version speaks of: what it says nothing of at all is not gone from it.
pub(super) fn classes(features: &[Features]) -> BTreeSet<&str> {
    features
        .iter()
        .map(|features| features.class.as_str())
        .collect()
}
