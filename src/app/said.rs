//! What was just said, and what of it can be taken back.

/// A passing message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// What a button beside it takes back.
    pub back: Option<Back>,
}

/// What can be taken back right after it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// The last change to the open plan.
    Edit,
    /// The plan that was just taken in, by its key.
    Import(String),
}
