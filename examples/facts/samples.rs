//! From the text of a town's document to the sample in `plans/`.

use monosashi::plan::{Municipality, Plan};
use monosashi::publish::{Catalogue, Entry};
use monosashi::read::read_text;
use monosashi::write::{facts, plan_json};
use serde::{Deserialize, Serialize};

/// A town whose document becomes a sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Town {
    /// The name of document and sample, without its ending.
    pub file: String,
    /// The town; the documents do not say its code.
    pub municipality: Municipality,
    /// Since when the sample is as it is; a change of the sample is a change of the date.
    pub date: String,
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
    let file = format!("{}.json", town.file);
    Entry::of(&file, sample, plan_json(sample).as_bytes(), &town.date)
}

/// The catalogue of the samples.
pub fn catalogue(entries: Vec<Entry>) -> Catalogue {
    Catalogue {
        title: "見本".to_owned(),
        note: format!(
            "{}つの町が公表している計画の、名前と数字です。実績は入っていません。",
            entries.len()
        ),
        plans: entries,
    }
}
