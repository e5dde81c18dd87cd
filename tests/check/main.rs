//! Checks: worked examples of every kind, and the remarks on the five real plans counted one by one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod build;
#[path = "../support/documents.rs"]
mod documents;
mod five_plans;
mod gaps;
mod slips;
mod speed;
