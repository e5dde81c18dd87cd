//! A later version of a plan that is kept: recognised, compared item by item, taken over.
//!
//! A [`Revision`] pairs the items of two plans one to one, so that those of the kept plan keep their ids, and says what
//! is new, changed or gone ([`Difference`]). What people entered stays unless they choose otherwise ([`Choices`]). The
//! result is one [`Edit`](crate::plan::Edit), so that one undo takes all of it back.

mod choices;
mod difference;
mod field;
mod fields;
mod ids;
mod item;
mod likeness;
mod pairs;
mod questions;
mod revision;
mod sections;
mod similar;
mod take_over;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use choices::Choices;
pub use difference::{Counts, Difference, FieldChange, Gone, ItemChange, ItemRef};
pub use field::{Field, Kind, Shown};
pub use likeness::{Likeness, nearest};
pub use questions::{Asked, with_answers};
pub use revision::Revision;
