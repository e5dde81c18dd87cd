//! Any room's error as what the person reads: what happened, what it means for the data, what to do.

use crate::keep::{Damaged, KeepError, StorageError};
use crate::plan::EditError;
use crate::words::{Words, fill};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Keeping or loading a plan.
    Keep(KeepError),
    /// Parts of a kept plan could not be read.
    PartlyDamaged(usize),
    /// A change to the plan.
    Edit(EditError),
    /// A file beside the app that does not come.
    Fetch(String),
    /// A file of another site.
    OtherOrigin(String),
    /// A file in which no plan was found.
    NothingFound(String),
    /// A file larger than is read.
    TooLarge {
        /// The file.
        name: String,
        /// Its size in megabytes.
        megabytes: u32,
        /// The most that is read, in megabytes.
        most: u32,
    },
    /// A file the browser does not let be read.
    Unreadable(String),
    /// The worker that reads documents does not start, or stopped.
    Reader(String),
    /// A screen's part of the app that does not come.
    Screen,
    /// A file the browser does not let be written.
    Download(String),
    /// An address that could not be copied.
    Copy(String),
}

impl From<KeepError> for Trouble {
    fn from(error: KeepError) -> Self {
        Self::Keep(error)
    }
}

impl From<EditError> for Trouble {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

impl Trouble {
    /// The parts of a kept plan that could not be read, as trouble; none when all could.
    #[must_use]
    pub fn of_damaged(damaged: &[Damaged]) -> Option<Self> {
        (!damaged.is_empty()).then_some(Self::PartlyDamaged(damaged.len()))
    }

    /// What the person reads.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let texts = &words.trouble;
        match self {
            Self::Keep(error) => keep_error(words, error),
            Self::PartlyDamaged(count) => {
                fill(texts.partly_damaged, &[("count", &count.to_string())])
            }
            Self::Edit(_) => texts.edit.to_owned(),
            Self::Screen => texts.screen.to_owned(),
            Self::Fetch(path) => fill(texts.fetch, &[("path", path)]),
            Self::OtherOrigin(path) => fill(texts.other_origin, &[("path", path)]),
            Self::NothingFound(name) => fill(texts.nothing_in_file, &[("path", name)]),
            Self::TooLarge {
                name,
                megabytes,
                most,
            } => fill(
                texts.too_large,
                &[
                    ("path", name),
                    ("size", &megabytes.to_string()),
                    ("most", &most.to_string()),
                ],
            ),
            Self::Unreadable(name) => fill(texts.unreadable, &[("path", name)]),
            Self::Reader(name) => fill(texts.reader, &[("path", name)]),
            Self::Download(name) => fill(texts.download, &[("file", name)]),
            Self::Copy(address) => fill(texts.copy, &[("address", address)]),
        }
    }
}

fn keep_error(words: &Words, error: &KeepError) -> String {
    let texts = &words.trouble;
    match error {
        KeepError::Storage(StorageError::Blocked) => texts.storage_blocked.to_owned(),
        KeepError::Storage(StorageError::Full) => texts.storage_full.to_owned(),
        KeepError::Storage(StorageError::Other(detail)) => {
            fill(texts.storage_failed, &[("detail", detail)])
        }
        KeepError::NoSuchPlan | KeepError::UnusableKey(_) => texts.no_such_plan.to_owned(),
        KeepError::FutureSchema { .. } => texts.future_schema.to_owned(),
        KeepError::Unreadable => texts.kept_unreadable.to_owned(),
        KeepError::ChangedElsewhere => texts.changed_elsewhere.to_owned(),
        KeepError::NotKept(_) => texts.not_kept.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Id;
    use crate::words::{Language, words};

    #[test]
    fn every_trouble_is_told_with_what_it_names() {
        let name = || "計画.json".to_owned();
        let named = [
            Trouble::Fetch(name()),
            Trouble::OtherOrigin(name()),
            Trouble::NothingFound(name()),
            Trouble::TooLarge {
                name: name(),
                megabytes: 50,
                most: 20,
            },
            Trouble::Unreadable(name()),
            Trouble::Reader(name()),
            Trouble::Download(name()),
            Trouble::Copy(name()),
        ];
        for trouble in named {
            let told = trouble.told(words(Language::Japanese));
            assert!(told.contains("計画.json") && !told.contains('{'), "{told}");
        }
    }

    #[test]
    fn no_trouble_is_told_in_the_programs_own_terms() {
        let errors = [
            KeepError::Storage(StorageError::Blocked),
            KeepError::Storage(StorageError::Full),
            KeepError::NoSuchPlan,
            KeepError::FutureSchema { found: 9 },
            KeepError::Unreadable,
            KeepError::ChangedElsewhere,
            KeepError::NotKept("monosashi/1/x".to_owned()),
            KeepError::UnusableKey("?".to_owned()),
        ];
        let kept = errors.into_iter().map(Trouble::from);
        for trouble in kept.chain([EditError::NoSuchItem(Id::from("x")).into()]) {
            let told = trouble.told(words(Language::Japanese));
            assert!(
                told.ends_with('。') && !told.contains("monosashi"),
                "{told}"
            );
        }
    }
}
