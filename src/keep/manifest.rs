//! Manifests: one text that lists all records of one state of a plan, and what a list of plans shows.

use super::hash::ContentHash;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The newest layout of manifests and records that this program reads, and the only one it writes.
///
/// | layout | since then |
/// |---|---|
/// | 1 | |
/// | 2 | a manifest says what of every tab is in it |
///
/// A program of an older layout knows nothing of this and would drop it: it must not write any more.
pub(super) const SCHEMA: u64 = 2;

/// Of how many tabs a manifest knows: more are not open at once, and it must not grow for ever.
const TABS: usize = 8;

/// One whole state of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub schema: u64,
    /// One more with each save: order is by this, never by a clock.
    pub revision: u64,
    /// When it was saved, ISO 8601, as the device's clock said.
    pub saved_at: String,
    /// When the plan was last exported to a file; none when never.
    pub exported_at: Option<String>,
    /// Saves since then.
    pub edits_since_export: u32,
    /// When the first of these was made; none without one, and in manifests of before this was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_since: Option<String>,
    pub title: String,
    pub municipality: String,
    pub counts: Counts,
    /// The revision that each tab saved last of all that is in this state, by the tab's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tabs: BTreeMap<String, u64>,
    /// The records in order. In the text one string without separators: a plan may have ten thousand.
    #[serde(with = "joined")]
    pub records: Vec<ContentHash>,
}

/// How many items of each kind a plan has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Sections of the hierarchy.
    pub sections: usize,
    /// Initiatives.
    pub initiatives: usize,
    /// Indicators.
    pub indicators: usize,
    /// Schedule items, repeated ones included.
    pub schedule: usize,
    /// Progress sheets.
    pub sheets: usize,
    /// Open questions.
    pub questions: usize,
}

impl Counts {
    /// The counts of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            sections: plan.sections.len(),
            initiatives: plan.initiatives.len(),
            indicators: plan.indicators.len(),
            schedule: plan.schedule.len(),
            sheets: plan.sheets.len(),
            questions: plan.questions.len(),
        }
    }

    /// The same without questions, which come and go behind everything else.
    pub(super) fn without_questions(self) -> Self {
        Self {
            questions: 0,
            ..self
        }
    }
}

/// Why a manifest cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is not as it was written.
    Damaged,
    /// A newer version of the program wrote it, in this layout.
    Future(u64),
}

impl Manifest {
    /// Notes that a tab saves this state.
    pub fn saved_by(mut self, tab: &str) -> Self {
        self.tabs.insert(tab.to_owned(), self.revision);
        if self.tabs.len() > TABS {
            let longest_ago = self.tabs.iter().min_by_key(|(_, revision)| **revision);
            if let Some(tab) = longest_ago.map(|(tab, _)| tab.clone()) {
                self.tabs.remove(&tab);
            }
        }
        self
    }

    /// The manifest as it is kept: the hash of its JSON, a space, its JSON.
    pub fn to_text(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("{} {json}", ContentHash::of(&json))
    }

    /// The manifest a text holds.
    pub fn parse(text: &str) -> Result<Self, Unusable> {
        #[derive(Deserialize)]
        struct Layout {
            schema: u64,
        }
        let (hash, json) = text.split_once(' ').ok_or(Unusable::Damaged)?;
        if ContentHash::parse(hash) != Some(ContentHash::of(json)) {
            return Err(Unusable::Damaged);
        }
        let Layout { schema } = serde_json::from_str(json).map_err(|_| Unusable::Damaged)?;
        if schema > SCHEMA {
            return Err(Unusable::Future(schema));
        }
        serde_json::from_str(json).map_err(|_| Unusable::Damaged)
    }
}

/// For serde: hashes one after the other in one string.
mod joined {
    use super::ContentHash;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::fmt::Write;

    pub fn serialize<S: Serializer>(
        hashes: &[ContentHash],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(hashes.len() * ContentHash::LENGTH);
        for hash in hashes {
            write!(text, "{hash}").map_err(serde::ser::Error::custom)?;
        }
        serializer.serialize_str(&text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<ContentHash>, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.as_bytes()
            .chunks(ContentHash::LENGTH)
            .map(|bytes| std::str::from_utf8(bytes).ok().and_then(ContentHash::parse))
            .collect::<Option<_>>()
            .ok_or_else(|| D::Error::custom("not a list of hashes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            schema: SCHEMA,
            revision: 7,
            title: "計画".to_owned(),
            records: ["甲", "乙"].map(ContentHash::of).to_vec(),
            ..Manifest::default()
        }
    }

    #[test]
    fn a_manifest_written_and_read_again_is_the_same() {
        assert_eq!(Manifest::parse(&manifest().to_text()), Ok(manifest()));
    }

    #[test]
    fn a_manifest_cut_or_changed_anywhere_is_damaged() {
        let text: Vec<char> = manifest().to_text().chars().collect();
        for at in 0..text.len() {
            let cut: String = text[..at].iter().collect();
            assert_eq!(Manifest::parse(&cut), Err(Unusable::Damaged), "cut at {at}");
            let mut changed = text.clone();
            changed[at] = if changed[at] == '7' { '8' } else { '7' };
            let changed: String = changed.into_iter().collect();
            assert_eq!(
                Manifest::parse(&changed),
                Err(Unusable::Damaged),
                "changed at {at}"
            );
        }
    }

    #[test]
    fn a_layout_of_the_future_is_recognised_whatever_else_it_holds() {
        let json = r#"{"schema":3,"records":{"tree":[]}}"#;
        let text = format!("{} {json}", ContentHash::of(json));
        assert_eq!(Manifest::parse(&text), Err(Unusable::Future(3)));
    }

    #[test]
    fn a_manifest_knows_of_the_tabs_that_saved_last_and_forgets_the_one_before_them() {
        let mut manifest = manifest();
        for number in 0..10 {
            manifest.revision += 1;
            manifest = manifest.saved_by(&format!("tab{number}"));
        }
        let tabs: Vec<&String> = manifest.tabs.keys().collect();
        assert_eq!(tabs.len(), TABS);
        assert!(manifest.tabs.contains_key("tab9") && !manifest.tabs.contains_key("tab1"));
    }
}
