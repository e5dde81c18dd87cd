//! The published file that a kept plan came from, so that a new version of it is noticed.

use super::shelf::Shelf;
use super::{KeepError, Library, Storage};
use serde::{Deserialize, Serialize};

/// A published file in one of its versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The folder of the app on its host, `/town/`: apps of several towns may keep their plans in one place.
    #[serde(default)]
    pub app: String,
    /// Where it lies beside the app: `plans/town.json`.
    pub file: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// The name it is kept under, beside the plan.
const NAME: &str = "published";

impl<S: Storage> Library<S> {
    /// The published file that a kept plan came from, in the version that was looked at last; none when it came from
    /// elsewhere, or when the note of it cannot be read.
    #[must_use]
    pub fn origin(&self, plan: &str) -> Option<Origin> {
        let shelf = Shelf::new(self.storage(), plan).ok()?;
        let text = shelf.read(NAME).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Notes the published file that a kept plan came from, in the place of what was noted before.
    ///
    /// # Errors
    /// When the storage does not keep it; the note before is unchanged then.
    pub fn set_origin(&self, plan: &str, origin: &Origin) -> Result<(), KeepError> {
        let text = serde_json::to_string(origin).unwrap_or_default();
        Shelf::new(self.storage(), plan)?.write(NAME, &text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::keep::MemoryStorage;
    use crate::plan::Plan;

    #[test]
    fn where_a_plan_came_from_stays_through_saves_and_goes_with_it() {
        let now = "2026-04-01T09:00:00Z";
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        library.save("p1", &Plan::default(), now).unwrap();
        assert_eq!(library.origin("p1"), None);
        let origin = Origin {
            app: "/town/".to_owned(),
            file: "plans/town.json".to_owned(),
            sha256: "00ff".to_owned(),
        };
        library.set_origin("p1", &origin).unwrap();
        let mut reopened = Library::new(storage.clone());
        assert_eq!(reopened.load("p1").unwrap().damaged, vec![]);
        reopened.save("p1", &Plan::default(), now).unwrap();
        assert_eq!(reopened.origin("p1"), Some(origin));
        reopened.remove("p1").unwrap();
        assert_eq!(storage.texts().len(), 0);
    }
}
