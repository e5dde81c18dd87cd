//! The samples in `plans/` are facts of published documents, without their prose, and current.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/documents.rs"]
mod documents;
#[path = "../examples/facts/samples.rs"]
mod samples;

use monosashi::plan::{Frame, Plan};
use monosashi::publish::{Catalogue, Entry};
use monosashi::read::read_text;
use monosashi::write::{facts, indicators_csv, plan_json};
use samples::{Town, catalogue, entry, sample, towns};
use std::path::Path;

#[test]
fn every_sample_opens_is_as_the_catalogue_says_and_names_its_source() {
    let entries = Catalogue::parse(&in_plans("catalogue.json")).unwrap().plans;
    let towns = towns().unwrap();
    assert_eq!(entries.len(), towns.len());
    for (town, listed) in towns.iter().zip(&entries) {
        let text = in_plans(&listed.file);
        let Frame { plan, .. } = serde_json::from_str(&text).unwrap();
        assert_eq!(&entry(town, &plan), listed);
        assert_eq!(plan_json(&plan), text, "{}", listed.file);
        assert!(
            plan.source.contains(&town.municipality.name),
            "{}",
            plan.source
        );
        assert_eq!(plan.municipality.code.len(), 6);
    }
}

#[test]
fn no_sample_holds_prose() {
    for town in towns().unwrap() {
        let text = in_plans(&format!("{}.json", town.file));
        let Frame { plan, .. } = serde_json::from_str(&text).unwrap();
        assert_eq!(facts(&plan), plan, "{}", town.file);
        let sentence = text
            .lines()
            .find(|line| line.contains('。') || line.contains("ます\""));
        assert_eq!(sentence, None, "{}", town.file);
    }
}

#[test]
fn the_indicators_of_every_sample_come_back_from_long_csv() {
    let mut compared = 0;
    for town in towns().unwrap() {
        let text = in_plans(&format!("{}.json", town.file));
        let Frame::<Plan> { plan, .. } = serde_json::from_str(&text).unwrap();
        if plan.indicators.is_empty() {
            continue;
        }
        let again = read_text("指標.csv", &indicators_csv(&plan))
            .plans
            .remove(0);
        assert_eq!(again.municipality, plan.municipality);
        assert_eq!(again.indicators.len(), plan.indicators.len());
        for (again, indicator) in again.indicators.iter().zip(&plan.indicators) {
            assert_eq!((&again.id, &again.name), (&indicator.id, &indicator.name));
            assert_eq!(
                (&again.kind, &again.unit),
                (&indicator.kind, &indicator.unit)
            );
            assert_eq!(
                (&again.baseline, &again.targets),
                (&indicator.baseline, &indicator.targets)
            );
            assert_eq!(again.measurement, indicator.measurement);
            compared += 1;
        }
    }
    assert_eq!(compared, 61);
}

#[test]
fn the_samples_are_what_the_documents_say() {
    let Some(made) = towns()
        .unwrap()
        .iter()
        .map(made)
        .collect::<Option<Vec<_>>>()
    else {
        return; // said by `documents`
    };
    let mut stale: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for (entry, text) in &made {
        entries.push(entry.clone());
        if in_plans(&entry.file) != *text {
            stale.push(&entry.file);
        }
    }
    if in_plans("catalogue.json") != catalogue(entries).to_text() {
        stale.push("catalogue.json");
    }
    assert!(
        stale.is_empty(),
        "{stale:?} are not current: run `cargo run --example facts` and commit plans/"
    );
}

/// A sample made anew; none where the documents are not at hand.
fn made(town: &Town) -> Option<(Entry, String)> {
    let text = documents::document(&town.file)?;
    let sample = sample(town, &text).expect("every document is understood");
    Some((entry(town, &sample), plan_json(&sample)))
}

fn in_plans(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("plans")
        .join(file);
    std::fs::read_to_string(path).unwrap()
}
