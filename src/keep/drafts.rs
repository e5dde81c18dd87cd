//! What a person wrote on an item and has not put into the plan yet: kept beside the plan, so that nobody loses it by
//! leaving a form.

use super::shelf::Shelf;
use super::{KeepError, Library, Storage};
use crate::plan::Id;

impl<S: Storage> Library<S> {
    /// The draft of an item; none when there is none.
    ///
    /// # Errors
    /// When the storage cannot be read at all.
    pub fn draft(&self, plan: &str, item: &Id) -> Result<Option<String>, KeepError> {
        Ok(Shelf::new(self.storage(), plan)?.read(&name(item))?)
    }

    /// Keeps the draft of an item in the place of the one before or, with none, forgets it.
    ///
    /// # Errors
    /// When the storage does not keep it; the draft before is unchanged then.
    pub fn set_draft(&self, plan: &str, item: &Id, draft: Option<&str>) -> Result<(), KeepError> {
        let shelf = Shelf::new(self.storage(), plan)?;
        match draft {
            Some(draft) => shelf.write(&name(item), draft),
            None => Ok(shelf.remove(&name(item))?),
        }
    }
}

fn name(item: &Id) -> String {
    format!("draft-{item}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::keep::MemoryStorage;
    use crate::plan::Plan;

    #[test]
    fn a_draft_stays_beside_its_plan_through_saves_and_goes_with_it() {
        let (now, item) = ("2026-04-01T09:00:00Z", Id::from("sheet-3"));
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        library.save("p1", &Plan::default(), now).unwrap();
        library.set_draft("p1", &item, Some("前期\n")).unwrap();
        let mut reopened = Library::new(storage.clone());
        assert_eq!(reopened.load("p1").unwrap().damaged, vec![]);
        reopened.save("p1", &Plan::default(), now).unwrap();
        let draft = reopened.draft("p1", &item).unwrap();
        assert_eq!(draft.as_deref(), Some("前期\n"));
        reopened.remove("p1").unwrap();
        assert_eq!(storage.texts().len(), 0);
    }

    #[test]
    fn a_draft_put_into_the_plan_is_forgotten() {
        let (library, item) = (Library::new(MemoryStorage::new()), Id::from("sheet-3"));
        library.set_draft("p1", &item, Some("前期")).unwrap();
        library.set_draft("p1", &item, None).unwrap();
        assert_eq!(library.draft("p1", &item), Ok(None));
    }
}
