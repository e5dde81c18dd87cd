//! The catalogue: a file that lists the plan files beside it.

use crate::keep::Counts;
use crate::plan::{Municipality, Plan};
use serde::{Deserialize, Serialize};

/// The folder of published plans, beside the app.
pub const FOLDER: &str = "plans/";

/// The catalogue's name in it.
pub const FILE: &str = "catalogue.json";

/// What the frame says that the file is.
const FORMAT: &str = "monosashi-catalogue";

/// The newest form of it that this program reads, and the only one it writes.
const VERSION: u64 = 1;

/// The plans that are published beside an app.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Catalogue {
    /// What the list is called; empty: as the app calls it.
    pub title: String,
    /// A sentence above the list; may be empty.
    pub note: String,
    /// The plans in the order of the list.
    pub plans: Vec<Entry>,
}

/// One published plan file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The file, in the folder of the catalogue.
    pub file: String,
    /// Whose plan it is.
    pub municipality: Municipality,
    /// The plan's title.
    pub title: String,
    /// Whose document it is from.
    pub source: String,
    /// How much is in it.
    pub counts: Counts,
    /// The SHA-256 of the file's bytes in hexadecimal digits; empty: nothing is checked.
    pub sha256: String,
    /// Since when the file is as it is, `2026-04-01`; may be empty.
    pub date: String,
}

/// Why a text is no catalogue that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is something else, or damaged.
    Broken,
    /// It is of a form that a later version of the program made.
    Newer,
}

/// What says that it is a catalogue; whatever else a later form holds.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

/// The catalogue with what says that it is one.
#[derive(Serialize)]
struct Written<'c> {
    format: &'c str,
    version: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'c str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'c str,
    plans: &'c [Entry],
}

impl Catalogue {
    /// The catalogue that a text holds. Entries that name no file are left out.
    ///
    /// # Errors
    /// [`Unusable`] when it holds none.
    pub fn parse(text: &str) -> Result<Self, Unusable> {
        let text = text.trim_start_matches('\u{feff}');
        let head: Head = serde_json::from_str(text).map_err(|_| Unusable::Broken)?;
        if head.format != FORMAT {
            return Err(Unusable::Broken);
        }
        if head.version > VERSION {
            return Err(Unusable::Newer);
        }
        let mut catalogue: Self = serde_json::from_str(text).map_err(|_| Unusable::Broken)?;
        catalogue.plans.retain(|entry| !entry.file.is_empty());
        Ok(catalogue)
    }

    /// The catalogue as a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let written = Written {
            format: FORMAT,
            version: VERSION,
            title: &self.title,
            note: &self.note,
            plans: &self.plans,
        };
        // Only a map whose keys are no texts could fail, and there is none.
        let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The entry of a file beside the app; `./plans/a.json` is `plans/a.json`.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        let path = path.trim_start_matches("./");
        self.plans.iter().find(|entry| entry.path() == path)
    }
}

impl Entry {
    /// What a catalogue says of a plan file.
    #[must_use]
    pub fn of(file: &str, plan: &Plan, bytes: &[u8], date: &str) -> Self {
        Self {
            file: file.to_owned(),
            municipality: plan.municipality.clone(),
            title: plan.title.clone(),
            source: plan.source.clone(),
            counts: Counts::of(plan),
            sha256: super::sha256(bytes),
            date: date.to_owned(),
        }
    }

    /// Where the file lies beside the app.
    #[must_use]
    pub fn path(&self) -> String {
        [FOLDER, self.file.trim_start_matches("./")].concat()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn catalogue() -> Catalogue {
        let plan = Plan {
            title: "みほん町総合計画".to_owned(),
            ..Plan::default()
        };
        Catalogue {
            title: "みほん町の計画".to_owned(),
            plans: vec![Entry::of("mihon.json", &plan, b"{}", "2026-04-01")],
            ..Catalogue::default()
        }
    }

    #[test]
    fn a_catalogue_written_and_read_again_is_the_same() {
        let text = catalogue().to_text();
        assert_eq!(Catalogue::parse(&text), Ok(catalogue()));
        assert_eq!(
            Catalogue::parse(&format!("\u{feff}{text}")),
            Ok(catalogue())
        );
    }

    #[test]
    fn a_catalogue_written_by_hand_needs_only_its_files() {
        let text = r#"{"format":"monosashi-catalogue","version":1,
            "plans":[{"file":"./a.json","title":"計画","later":"?"},{"title":"without a file"}]}"#;
        let catalogue = Catalogue::parse(text).unwrap();
        assert_eq!(catalogue.plans.len(), 1);
        assert_eq!(catalogue.plans[0].path(), "plans/a.json");
        assert!(catalogue.entry("./plans/a.json").is_some());
        assert!(catalogue.entry("plans/b.json").is_none());
    }

    #[test]
    fn what_is_no_catalogue_is_told_from_one_of_the_future() {
        let of_the_future = r#"{"format":"monosashi-catalogue","version":2,"plans":{"tree":[]}}"#;
        assert_eq!(Catalogue::parse(of_the_future), Err(Unusable::Newer));
        let text = catalogue().to_text();
        for broken in [
            "",
            "[]",
            "null",
            r#"{"format":"monosashi-plan","version":1}"#,
        ] {
            assert_eq!(Catalogue::parse(broken), Err(Unusable::Broken), "{broken}");
        }
        let places = text.char_indices().map(|(at, _)| at);
        for at in places.filter(|at| at + 2 < text.len()) {
            assert_eq!(
                Catalogue::parse(&text[..at]),
                Err(Unusable::Broken),
                "cut at {at}"
            );
        }
    }
}
