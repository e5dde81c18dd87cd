//! What may be wrong with a plan's figures, and what it lacks (点検).
//!
//! A [`Remark`] names the item, says what is odd with its numbers as data, and where it is mended. Precision comes before
//! recall: a remark that makes a person shrug costs the trust in all others, so a rule speaks only where plain figures or
//! the plan's own words carry it. Whatever is right as it is can be set aside with a reason ([`crate::plan::Edit`]).
//! Nothing here speaks a language: room `words` makes the sentences.

mod concerned;
mod direction;
mod logic;
mod magnitude;
mod place;
mod remark;
mod slips;
mod vocabulary;
mod whole;

pub use concerned::Concerned;
pub use place::Place;
pub use remark::{Figure, Kind, Remark, Subject};
pub use slips::check_entry;
pub use whole::check;
