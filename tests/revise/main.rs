//! Later versions: worked examples of every change, and the real documents read twice and with a few lines changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod build;
#[path = "../support/documents.rs"]
mod documents;
mod entered;
mod five_documents;
mod items;
mod questions;
mod recognised;
