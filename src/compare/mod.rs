//! The same theme across plans (くらべる): who means the same thing, in one unit, and what does not compare.
//!
//! The dictionary of themes is data ([`THEMES`]); what it proposes a person may correct with links kept in the plans
//! themselves. A [`Comparison`] holds figures on one scale a dimension, and says of everything else why it stands apart.
//! Nothing here speaks a language: room `words` makes the sentences.

mod alike;
mod comparison;
mod group;
mod index;
mod member;
mod population;
mod promise;
mod proposals;
mod themes;
mod unit;

pub use alike::alike;
pub use comparison::{Apart, Comparison, Reason, Reference, compare, themes_in};
pub use group::{Caution, Group};
pub use index::{indexed, years};
pub use member::Member;
pub use population::{Population, per_resident, population};
pub use promise::promised;
pub use proposals::{Proposal, proposals};
pub use themes::{THEMES, Theme, theme};
pub use unit::{Dimension, Refusal, Unit};
