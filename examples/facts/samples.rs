//! From the text of a town's document to the sample in `plans/`.

use monosashi::keep::Counts;
use monosashi::plan::{Municipality, Plan};
use monosashi::read::read_text;
use monosashi::write::facts;
use serde::{Deserialize, Serialize};

/// A town whose document becomes a sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Town {
    /// The name of document and sample, without its ending.
    pub file: String,
    /// The town; the documents do not say its code.
    pub municipality: Municipality,
}

/// One line of `plans/catalogue.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The sample beside the catalogue.
    pub file: String,
    pub municipality: Municipality,
    pub title: String,
    /// Whose document the facts are from.
    pub source: String,
    pub counts: Counts,
}

/// The towns in the order of the catalogue.
pub fn towns() -> Result<Vec<Town>, serde_json::Error> {
    serde_json::from_str(include_str!("towns.json"))
}

/// The facts of a document; none when nothing in it was understood.
pub fn sample(town: &Town, text: &str) -> Option<Plan> {
    let plan = read_text(&format!("{}.txt", town.file), text)
        .plans
        .into_iter()
        .next()?;
    let mut facts = facts(&plan);
    facts.municipality = town.municipality.clone();
    facts.source = format!("{}「{}」", town.municipality.name, facts.title);
    Some(facts)
}

/// What the catalogue says of a sample.
pub fn entry(town: &Town, sample: &Plan) -> Entry {
    Entry {
        file: format!("{}.json", town.file),
        municipality: sample.municipality.clone(),
        title: sample.title.clone(),
        source: sample.source.clone(),
        counts: Counts::of(sample),
    }
}

/// The catalogue as a file.
pub fn catalogue(entries: &[Entry]) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(entries).map(|text| text + "\n")
}
