//! Themes across plans: the eight of the five real documents, and the rules with plans of our own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/documents.rs"]
mod documents;
mod eight_themes;
mod rules;
