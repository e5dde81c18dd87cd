//! Any room's error as what the person reads: what happened, what it means for the data, what to do.

use crate::keep::{Damaged, KeepError, StorageError};
use crate::plan::EditError;
use crate::publish::Unusable;
use crate::read::Foreign;
use crate::words::{Words, fill, foreign_file};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Keeping or loading a plan.
    Keep(KeepError),
    /// Another tab keeps the plan by a newer version of the app.
    NewerVersion,
    /// Parts of a kept plan could not be read.
    PartlyDamaged(Vec<Damaged>),
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
    /// A file that is no text.
    Foreign(String, Foreign),
    /// A file the browser does not let be read.
    Unreadable(String),
    /// The worker that reads documents does not start, or stopped.
    Reader(String),
    /// The list of published plans does not come.
    NoCatalogue,
    /// The list of published plans cannot be used.
    Catalogue(Unusable),
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
        (!damaged.is_empty()).then(|| Self::PartlyDamaged(damaged.to_vec()))
    }

    /// What the person reads.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let texts = &words.trouble;
        match self {
            Self::Keep(error) => keep_error(words, error),
            Self::PartlyDamaged(damaged) => partly_damaged(words, damaged),
            Self::Edit(_) => texts.edit.to_owned(),
            Self::NewerVersion => words.keeping.newer_version.to_owned(),
            Self::NoCatalogue => words.published.no_catalogue.to_owned(),
            Self::Catalogue(Unusable::Broken) => words.published.broken_catalogue.to_owned(),
            Self::Catalogue(Unusable::Newer) => words.published.newer_catalogue.to_owned(),
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
            Self::Foreign(name, foreign) => fill(
                texts.foreign,
                &[("path", name), ("what", foreign_file(words, *foreign))],
            ),
            Self::Unreadable(name) => fill(texts.unreadable, &[("path", name)]),
            Self::Reader(name) => fill(texts.reader, &[("path", name)]),
            Self::Download(name) => fill(texts.download, &[("file", name)]),
            Self::Copy(address) => fill(texts.copy, &[("address", address)]),
        }
    }
}

fn partly_damaged(words: &Words, damaged: &[Damaged]) -> String {
    let parts: Vec<String> = damaged.iter().map(|part| part_name(words, part)).collect();
    fill(
        words.trouble.partly_damaged,
        &[
            ("count", &damaged.len().to_string()),
            ("parts", &parts.join(words.app.list_separator)),
        ],
    )
}

/// What a damaged part was, as far as what is left of its text tells: `指標 図書館の貸出冊数`.
fn part_name(words: &Words, part: &Damaged) -> String {
    let raw = part.raw.as_deref().unwrap_or_default();
    let kinds = [
        (r#"{"plan":"#, words.trouble.plan_head),
        (r#"{"section":"#, words.app.sections),
        (r#"{"initiative":"#, words.sections.initiatives_title),
        (r#"{"indicator":"#, words.app.indicators),
        (r#"{"schedule":"#, words.schedule.item),
        (r#"{"sheet":"#, words.app.sheets),
        (r#"{"term":"#, words.sections.glossary),
        (r#"{"related_plan":"#, words.sections.related),
        (r#"{"question":"#, words.now.questions),
    ];
    let kind = kinds.into_iter().find(|(begin, _)| raw.starts_with(begin));
    let Some((_, kind)) = kind else {
        return words.trouble.unknown_part.to_owned();
    };
    let named = [r#""name":""#, r#""title":""#, r#""term":""#].into_iter();
    let mut named = named.filter_map(|begin| raw.split_once(begin)?.1.split('"').next());
    match named.find(|name| !name.is_empty()) {
        Some(name) => [kind, " ", name].concat(),
        None => kind.to_owned(),
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
            Trouble::Foreign(name(), Foreign::Zip),
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

    /// Fault 48: whatever went wrong, it is said what happened and what to do next, each in a sentence of its own.
    #[test]
    fn every_trouble_says_what_happened_and_what_to_do() {
        let texts = &words(Language::Japanese).trouble;
        let all = [
            texts.fetch,
            texts.other_origin,
            texts.nothing_in_file,
            texts.too_large,
            texts.unreadable,
            texts.screen,
            texts.reader,
            texts.edit,
            texts.download,
            texts.copy,
            texts.storage_blocked,
            texts.storage_full,
            texts.storage_failed,
            texts.no_such_plan,
            texts.future_schema,
            texts.kept_unreadable,
            texts.partly_damaged,
            texts.changed_elsewhere,
            texts.not_kept,
            words(Language::Japanese).findings.zip,
            words(Language::Japanese).findings.old_office,
            words(Language::Japanese).findings.pdf,
        ];
        let asks = ["ください", "ます。", "です。"];
        for told in all {
            let sentences = told.matches('。').count();
            let last = told.trim_end_matches('。').rsplit('。').next();
            let next =
                last.is_some_and(|last| asks.iter().any(|ask| format!("{last}。").contains(ask)));
            assert!(sentences >= 2 && next, "{told}");
        }
        println!("figure: 48: error messages: {}", all.len());
    }

    #[test]
    fn damaged_parts_are_named_as_far_as_they_can_be_known() {
        let part = |raw: Option<&str>| Damaged {
            key: "monosashi/1/p1/x".to_owned(),
            raw: raw.map(str::to_owned),
        };
        let damaged = [
            part(Some(r#"{"indicator":{"id":"i1","name":"貸出冊数","ba"#)),
            part(Some("{")),
            part(None),
        ];
        let told =
            Trouble::of_damaged(&damaged).map(|trouble| trouble.told(words(Language::Japanese)));
        let named = "3 か所が壊れていて読めませんでした（指標 貸出冊数、どこかわからない所、どこかわからない所）";
        assert!(told.is_some_and(|told| told.contains(named)));
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
