//! The open plan: none, on its way, failed, or one plan or several to look at together.

use super::{Document, Source};

/// The open plan.
#[derive(Debug, Default)]
pub enum Opened {
    /// None yet.
    #[default]
    Nothing,
    /// On its way.
    Loading(Source),
    /// It could not be opened; what the person reads.
    Failed(Source, String),
    /// Open: one plan, or several to look at together.
    Open(Source, Vec<Document>),
}

impl Opened {
    /// The one open plan.
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Open(_, documents) => documents.first(),
            _ => None,
        }
    }

    /// All open plans.
    pub fn documents(&self) -> &[Document] {
        match self {
            Self::Open(_, documents) => documents,
            _ => &[],
        }
    }

    /// Where one of several open plans is, by its place among them.
    pub fn source_of(&self, place: usize) -> Option<Source> {
        match self.source()? {
            // A file may hold several plans; those of the last one are all opened by it.
            Source::Files(paths) => {
                let path = paths.get(place).or(paths.last())?;
                Some(Source::Files(vec![path.clone()]))
            }
            kept @ Source::Kept(_) => Some(kept.clone()),
        }
    }

    /// Where it is, or was looked for.
    pub fn source(&self) -> Option<&Source> {
        match self {
            Self::Nothing => None,
            Self::Loading(source) | Self::Failed(source, _) | Self::Open(source, _) => Some(source),
        }
    }
}
