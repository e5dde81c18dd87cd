//! Stored texts cut and changed at will.

use super::super::record::{Record, records};
use super::*;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }

    /// The text cut somewhere, or with one bit of one character changed, as far as that is still a text.
    fn mutate(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        let at = self.below(characters.len());
        if self.below(2) == 0 {
            characters.truncate(at);
        } else {
            let changed = u32::from(characters[at]) ^ (1 << self.below(16));
            characters[at] = char::from_u32(changed).unwrap_or('\u{fffd}');
        }
        characters.into_iter().collect()
    }
}

fn kept() -> (Plan, BTreeMap<String, String>) {
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    let plan = plan("計画", 6);
    library.save("p1", &super::plan("下書き", 2), NOW).unwrap();
    library.save("p1", &plan, NOW).unwrap();
    (plan, storage.texts())
}

/// Every text cut at every character, then as many damaged at random as are asked for, each with its key.
fn damaged(
    texts: &BTreeMap<String, String>,
    random: usize,
) -> impl Iterator<Item = (&String, String)> {
    let cut = texts.iter().flat_map(|(key, text)| {
        let cuts = text.char_indices().map(|(at, _)| text[..at].to_owned());
        cuts.map(move |cut| (key, cut))
    });
    let keys: Vec<&String> = texts.keys().collect();
    let mut dice = Dice(1);
    let random = (0..random).map(move |_| {
        let key = keys[dice.below(keys.len())];
        (key, dice.mutate(&texts[key]))
    });
    cut.chain(random).filter(|(key, raw)| *raw != texts[*key])
}

/// Faults 8, 9: texts damaged one at a time: the rest loads, the damaged one is named, its text outlives a save.
#[test]
fn one_damaged_text_costs_one_record_and_is_never_written_over() {
    let (plan, texts) = kept();
    let older = super::plan("下書き", 2);
    let random = match std::env::var_os("MONOSASHI_SOAK") {
        Some(_) => 100_000,
        None => 3_000,
    };
    let mut count = 0;
    for (key, raw) in damaged(&texts, random) {
        count += 1;
        let storage = copy(&texts);
        storage.set(key, &raw).unwrap();
        let mut library = Library::new(storage.clone());
        let report = library.load("p1").unwrap();
        let missing = missing_records(&plan, &report.plan);
        if key.ends_with("/a") || key.ends_with("/b") {
            assert!(
                report.plan == plan || report.plan == older,
                "a manifest is damaged: one of two whole states"
            );
        } else {
            assert!(missing <= 1, "{key}");
        }
        let named: Vec<&str> = report
            .damaged
            .iter()
            .map(|damaged| damaged.key.as_str())
            .collect();
        assert!(
            report.plan == plan || named.contains(&key.as_str()),
            "{key} is not named"
        );

        library.save("p1", &plan, LATER).unwrap();
        assert_eq!(
            Library::new(storage.clone()).load("p1").unwrap(),
            LoadReport {
                plan: plan.clone(),
                damaged: vec![]
            }
        );
        assert!(
            named.is_empty() || storage.texts().values().any(|text| *text == raw),
            "{key} was written over"
        );
    }
    println!("figure: 8: kept texts damaged: {count}");
}

/// How many records of a plan another one does not have.
fn missing_records(plan: &Plan, found: &Plan) -> usize {
    let found: Vec<String> = records(found).iter().map(Record::to_text).collect();
    records(plan)
        .iter()
        .filter(|record| !found.contains(&record.to_text()))
        .count()
}

#[test]
fn everything_damaged_at_once_never_panics() {
    let (plan, texts) = kept();
    let mut dice = Dice(2);
    for _ in 0..500 {
        let storage = MemoryStorage::new();
        for (key, text) in &texts {
            let damaged = if dice.below(3) == 0 {
                dice.mutate(text)
            } else {
                text.clone()
            };
            storage.set(key, &damaged).unwrap();
        }
        let before = storage.texts();
        let mut library = Library::new(storage.clone());
        assert_eq!(library.list().unwrap().len(), 1);
        library.raw("p1").unwrap();
        match library.load("p1") {
            Ok(_) => drop(library.save("p1", &plan, LATER).unwrap()),
            Err(error) => {
                assert_eq!(error, KeepError::Unreadable);
                assert_eq!(library.save("p1", &plan, LATER), Err(KeepError::Unreadable));
                assert_eq!(storage.texts(), before);
            }
        }
    }
}

#[test]
fn a_record_that_is_gone_is_named_too() {
    let (plan, texts) = kept();
    let storage = copy(&texts);
    let key = texts
        .iter()
        .find(|(_, text)| text.contains("その3"))
        .unwrap()
        .0;
    storage.remove(key).unwrap();
    let report = Library::new(storage).load("p1").unwrap();
    assert_eq!(
        report.damaged,
        [Damaged {
            key: key.clone(),
            raw: None
        }]
    );
    assert_eq!(report.plan.indicators.len(), plan.indicators.len() - 1);
}

#[test]
fn a_save_that_cannot_put_the_damaged_text_aside_does_not_happen() {
    let (plan, texts) = kept();
    let storage = copy(&texts);
    let key = texts
        .iter()
        .find(|(_, text)| text.contains("その3"))
        .unwrap()
        .0;
    storage.set(key, "{").unwrap();
    let before = storage.texts();
    let mut library = Library::new(storage.clone());
    library.load("p1").unwrap();
    storage.set_fault(Some(Fault::Fails(0, StorageError::Full)));
    assert_eq!(
        library.save("p1", &plan, LATER),
        Err(KeepError::Storage(StorageError::Full))
    );
    assert_eq!(storage.texts(), before);
}

/// Faults 10, 32: the manifest is of a layout that this program does not know.
#[test]
fn a_plan_kept_by_a_newer_version_is_listed_exported_and_never_written() {
    let (plan, texts) = kept();
    for slot in ["monosashi/1/p1/a", "monosashi/1/p1/b"] {
        let storage = copy(&texts);
        let (_, json) = texts[slot].split_once(' ').unwrap();
        let json = json.replace(r#""schema":2"#, r#""schema":99"#);
        let hash = super::super::hash::ContentHash::of(&json);
        storage.set(slot, &format!("{hash} {json}")).unwrap();
        let before = storage.texts();
        let mut library = Library::new(storage.clone());
        assert_eq!(library.list().unwrap()[0].state, CardState::FutureSchema);
        let refused = KeepError::FutureSchema { found: 99 };
        assert_eq!(library.load("p1"), Err(refused.clone()));
        assert_eq!(library.save("p1", &plan, LATER), Err(refused.clone()));
        assert_eq!(library.mark_exported("p1", LATER), Err(refused));
        let raw: BTreeMap<String, String> =
            serde_json::from_str(&library.raw("p1").unwrap()).unwrap();
        assert_eq!(raw, before);
        assert_eq!(storage.texts(), before);
    }
}
