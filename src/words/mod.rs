//! What the interface says, language by language.
