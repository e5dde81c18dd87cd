//! The library as a whole, on the storage's twin in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod damage;
mod faults;
mod layouts;
mod size;

use super::*;
use crate::plan::{
    Actual, Edit, FiscalYear, Id, Indicator, Municipality, Observation, Period, Plan, Section,
    UnitHint, generate, parse_value,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

const NOW: &str = "2026-04-01T09:00:00Z";
const LATER: &str = "2026-04-02T09:00:00Z";

#[test]
fn several_plans_are_kept_listed_and_removed_each_for_itself() {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    let first = plan("甲計画", 3);
    let second = plan("乙計画", 2);
    library.save("p1", &first, NOW).unwrap();
    library.save("p2", &second, LATER).unwrap();

    let mut reopened = Library::new(storage.clone());
    let cards = reopened.list().unwrap();
    assert_eq!(
        cards
            .iter()
            .map(|card| card.title.as_str())
            .collect::<Vec<_>>(),
        ["甲計画", "乙計画"]
    );
    assert_eq!(
        (cards[0].counts.indicators, cards[1].saved_at.as_str()),
        (3, LATER)
    );
    assert_eq!(reopened.look_at("p1").unwrap(), first);
    assert_eq!(reopened.look_at("p3"), Err(KeepError::NoSuchPlan));
    assert_eq!(
        reopened.load("p1").unwrap(),
        LoadReport {
            plan: first,
            damaged: vec![]
        }
    );

    reopened.remove("p1").unwrap();
    assert_eq!(reopened.load("p1"), Err(KeepError::NoSuchPlan));
    assert_eq!(reopened.load("p2").unwrap().plan, second);
    assert!(
        storage
            .texts()
            .keys()
            .all(|key| key.starts_with("monosashi/1/p2/"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(generate::cases(60)))]

    #[test]
    fn whatever_was_saved_last_loads(plans in proptest::collection::vec(generate::plan(), 1..4)) {
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        for plan in &plans {
            library.save("p1", plan, NOW).unwrap();
        }
        let report = Library::new(storage).load("p1").unwrap();
        prop_assert_eq!(report, LoadReport { plan: plans.last().unwrap().clone(), damaged: vec![] });
    }
}

#[test]
fn an_edit_writes_its_record_and_a_manifest_and_nothing_else() {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    let mut plan = plan("計画", 20);
    library.save("p1", &plan, NOW).unwrap();
    let mut library = Library::new(storage.clone());
    library.load("p1").unwrap();
    let before = storage.texts();

    edit(&mut plan, 7, "512");
    storage.set_fault(None);
    library.save("p1", &plan, LATER).unwrap();
    let after = storage.texts();
    let changed: Vec<&String> = after
        .iter()
        .filter(|entry| before.get(entry.0) != Some(entry.1))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert_eq!(storage.writes(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(generate::cases(60)))]

    /// Each round makes some edits and saves them; now and then the storage fails, and the next round goes on from there.
    #[test]
    fn edits_saved_one_by_one_load_as_a_whole(
        rounds in proptest::collection::vec((proptest::collection::vec((1_usize..=6, 0_u32..50), 0..4), any::<bool>(), 0_usize..6), 1..12),
    ) {
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        let mut plan = plan("計画", 6);
        library.save("p1", &plan, NOW).unwrap();
        for (entries, fails, at) in rounds {
            let edits: Vec<Edit> = entries.iter().map(|(indicator, value)| edit(&mut plan, *indicator, &value.to_string())).collect();
            storage.set_fault(fails.then_some(Fault::Fails(at, StorageError::Full)));
            let edits: Vec<&Edit> = edits.iter().collect();
            let _ = library.save_edits("p1", &plan, &edits, NOW);
        }
        storage.set_fault(None);
        library.save_edits("p1", &plan, &[], NOW).unwrap();
        prop_assert_eq!(Library::new(storage).load("p1").unwrap().plan, plan);
    }
}

#[test]
fn saving_edits_looks_at_their_items_only() {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    let mut plan = plan("計画", 3);
    library.save("p1", &plan, NOW).unwrap();
    plan.indicators[2].note = "編集を通さない変更".to_owned();
    let inverse = edit(&mut plan, 1, "512");
    library.save_edits("p1", &plan, &[&inverse], LATER).unwrap();
    let loaded = library.load("p1").unwrap().plan;
    assert_eq!(loaded.indicators[0], plan.indicators[0]);
    assert_eq!(loaded.indicators[2].note, "");
}

#[test]
fn edits_to_a_plan_that_was_not_loaded_here_save_the_whole_plan() {
    let storage = MemoryStorage::new();
    Library::new(storage.clone())
        .save("p1", &plan("計画", 3), NOW)
        .unwrap();
    let mut other = plan("計画、改訂", 3);
    other.indicators[2].note = "注記".to_owned();
    let inverse = edit(&mut other, 1, "512");
    let mut library = Library::new(storage);
    library
        .save_edits("p1", &other, &[&inverse], LATER)
        .unwrap();
    assert_eq!(library.load("p1").unwrap().plan, other);
}

#[test]
fn what_no_manifest_lists_any_more_is_cleared_away() {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    let mut plan = plan("計画", 2);
    for value in 0..20 {
        edit(&mut plan, 1, &value.to_string());
        library.save("p1", &plan, NOW).unwrap();
    }
    // Two manifests, the head, a section, two indicators, and the edited indicator as it was before.
    assert_eq!(storage.texts().len(), 2 + 4 + 1);
}

#[test]
fn edits_since_the_last_export_are_counted() {
    let mut library = Library::new(MemoryStorage::new());
    let plan = plan("計画", 1);
    assert_eq!(library.mark_exported("p1", NOW), Err(KeepError::NoSuchPlan));
    library.save("p1", &plan, NOW).unwrap();
    let card = library.save("p1", &plan, NOW).unwrap();
    assert_eq!((card.edits_since_export, card.exported_at), (2, None));
    let card = library.mark_exported("p1", LATER).unwrap();
    assert_eq!(
        (card.edits_since_export, card.exported_at.as_deref()),
        (0, Some(LATER))
    );
    let card = library.save("p1", &plan, LATER).unwrap();
    assert_eq!(
        (card.edits_since_export, card.exported_at.as_deref()),
        (1, Some(LATER))
    );
    assert_eq!(library.list().unwrap(), [card]);
    assert_eq!(library.load("p1").unwrap().plan, plan);
}

#[test]
fn a_plan_changed_elsewhere_is_not_written_over() {
    let storage = MemoryStorage::new();
    let mut here = Library::new(storage.clone());
    let mut there = Library::new(storage);
    here.save("p1", &plan("計画", 1), NOW).unwrap();
    there.load("p1").unwrap();
    there.save("p1", &plan("計画、改訂", 1), NOW).unwrap();
    assert_eq!(
        here.save("p1", &plan("計画、別の改訂", 1), NOW),
        Err(KeepError::ChangedElsewhere)
    );
    assert_eq!(
        here.mark_exported("p1", NOW),
        Err(KeepError::ChangedElsewhere)
    );
    assert_eq!(here.load("p1").unwrap().plan.title, "計画、改訂");
    here.save("p1", &plan("計画、再改訂", 1), NOW).unwrap();
}

#[test]
fn an_emptied_storage_takes_the_plan_again_after_it_was_looked_for() {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    library.save("p1", &plan("計画", 1), NOW).unwrap();
    for key in storage.texts().keys() {
        storage.remove(key).unwrap();
    }
    assert_eq!(
        library.save("p1", &plan("計画", 2), NOW),
        Err(KeepError::ChangedElsewhere)
    );
    assert_eq!(library.load("p1"), Err(KeepError::NoSuchPlan));
    library.save("p1", &plan("計画", 2), NOW).unwrap();
    assert_eq!(library.load("p1").unwrap().plan, plan("計画", 2));
}

#[test]
fn keys_are_free_usable_and_our_own() {
    let storage = MemoryStorage::new();
    storage.set("monosashi/1/よそ/a", "").unwrap();
    storage.set("another app", "").unwrap();
    let mut library = Library::new(storage.clone());
    let plan = plan("計画", 1);
    let first = library.free_key(&plan, NOW).unwrap();
    library.save(&first, &plan, NOW).unwrap();
    let second = library.free_key(&plan, NOW).unwrap();
    assert_ne!(first, second);
    assert_eq!(library.list().unwrap().len(), 1);
    for key in ["", "a/b", "よそ", &"x".repeat(41)] {
        assert_eq!(
            library.save(key, &plan, NOW),
            Err(KeepError::UnusableKey(key.to_owned()))
        );
    }
    assert!(storage.texts().contains_key("another app"));
}

/// A small plan with a section and some indicators.
fn plan(title: &str, indicators: usize) -> Plan {
    let hint = UnitHint {
        unit: "件".to_owned(),
    };
    let observation = |year, text: &str| Observation {
        period: Period::FiscalYear(FiscalYear(year)),
        text: text.to_owned(),
        value: parse_value(text, &hint),
    };
    let section = Section {
        id: Id::from("section-1"),
        title: "にぎわい".to_owned(),
        ..Section::default()
    };
    let indicators = (1..=indicators).map(|number| Indicator {
        id: Id::numbered("indicator", number),
        name: format!("相談件数（その{number}）"),
        unit: hint.unit.clone(),
        baseline: Some(observation(2020, "462")),
        targets: vec![observation(2026, "500")],
        section: Some(section.id.clone()),
        ..Indicator::default()
    });
    Plan {
        municipality: Municipality {
            name: "ある町".to_owned(),
            code: String::new(),
        },
        title: title.to_owned(),
        indicators: indicators.collect(),
        sections: vec![section],
        ..Plan::default()
    }
}

/// Enters an actual for 2024 and gives the edit that takes it back.
fn edit(plan: &mut Plan, indicator: usize, text: &str) -> Edit {
    let period = Period::FiscalYear(FiscalYear(2024));
    let value = parse_value(text, &UnitHint::of("件"));
    let actual = Actual {
        period,
        text: text.to_owned(),
        value,
        ..Actual::default()
    };
    let indicator = Id::numbered("indicator", indicator);
    Edit::SetActual {
        indicator,
        period,
        actual: Some(actual),
    }
    .apply(plan)
    .unwrap()
}

/// A storage of its own with the same texts.
fn copy(texts: &BTreeMap<String, String>) -> MemoryStorage {
    let storage = MemoryStorage::new();
    for (key, text) in texts {
        storage.set(key, text).unwrap();
    }
    storage
}
