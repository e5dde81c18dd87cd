//! Putting things in order, at a small price in code.
//!
//! The standard sort is made anew for every type it meets, some five kilobytes of WebAssembly each. Here one sort of
//! places serves them all.

use std::cmp::Ordering;

/// Puts items in order; those that compare equal keep theirs.
pub fn sort_by<Item>(items: &mut Vec<Item>, mut compare: impl FnMut(&Item, &Item) -> Ordering) {
    let order = places(items.len(), &mut |one, other| {
        compare(&items[one], &items[other])
    });
    let mut taken: Vec<Option<Item>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

/// Puts items in the order of their keys; those with equal keys keep theirs.
pub fn sort_by_key<Item, Key: Ord>(items: &mut Vec<Item>, mut key: impl FnMut(&Item) -> Key) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// The places from 0 to `count` in the order that `compare` gives; equal ones keep theirs.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |(number, _)| *number);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by(&mut items, |one, other| other.1.cmp(&one.1));
        assert_eq!(items, [(1, 'd'), (2, 'c'), (1, 'b'), (2, 'a')]);
    }
}
