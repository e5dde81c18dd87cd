//! Texts that were taken out of a storage as they are, and the plans in them.

use super::mirror::Texts;
use super::shelf::PREFIX;
use super::{Library, MemoryStorage};
use crate::plan::Plan;
use std::collections::BTreeMap;

/// The plans in texts that were taken out as they are, by [`Library::raw`] or by the recovery page, as far as they can be
/// read; none when the text is something else.
#[must_use]
pub fn plans_in(raw: &str) -> Option<Vec<Plan>> {
    let begin = format!("\"{PREFIX}");
    if !raw.trim_start().starts_with('{') || !raw.contains(&begin) {
        return None;
    }
    let texts: BTreeMap<String, Option<String>> = serde_json::from_str(raw).ok()?;
    let texts = texts.into_iter();
    let texts: Texts = texts.filter_map(|(key, text)| Some((key, text?))).collect();
    let mut library = Library::new(MemoryStorage::holding(texts));
    let cards = library.list().ok()?;
    let plans = cards.into_iter();
    let plans = plans.filter_map(|card| Some(library.load(&card.key).ok()?.plan));
    Some(plans.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_is_taken_out_as_it_is_can_be_taken_in_again() {
        let mut library = Library::new(MemoryStorage::new());
        let plan = |title: &str| Plan {
            title: title.to_owned(),
            ..Plan::default()
        };
        for (key, title) in [("p1", "甲計画"), ("p2", "乙計画")] {
            let now = "2026-04-01T09:00:00Z";
            library.save(key, &plan(title), now).unwrap();
        }
        assert_eq!(
            plans_in(&library.raw("p2").unwrap()),
            Some(vec![plan("乙計画")])
        );
        let all = serde_json::to_string(&library.storage().texts()).unwrap();
        assert_eq!(plans_in(&all), Some(vec![plan("甲計画"), plan("乙計画")]));
    }

    #[test]
    fn other_texts_are_not_taken_for_such() {
        for other in [
            "",
            "{}",
            "{\"title\":\"計画\"}",
            "monosashi/1/p1/a",
            "[\"monosashi/1/\"]",
        ] {
            assert_eq!(plans_in(other), None, "{other}");
        }
    }
}
