//! Keeping plans in the browser: a storage trait with a memory twin, and a library of plans above it.
//!
//! Everything of ours in the storage begins with `monosashi/1/`:
//!
//! | key | holds |
//! |---|---|
//! | `monosashi/1/settings` | how the person likes the app |
//! | `monosashi/1/KEY/a`, `…/b` | the two newest manifests of a plan, alternately written |
//! | `monosashi/1/KEY/HASH` | one record: the plan's head, one section, one indicator, one sheet … |
//! | `monosashi/1/KEY/before-migration` | the manifest that was the newest when the layout changed, so that its records stay |
//! | `monosashi/1/KEY/draft-…` | what a person wrote on an item and has not put into the plan yet |
//! | `monosashi/1/KEY/published` | the published file it came from, and which version of it |
//! | `monosashi/1/KEY/damaged-…` | what could not be read, put aside as it was found |
//!
//! A record's key is the hash of its text, so a changed record gets a key of its own and nothing old is written
//! over. A manifest lists the hashes of one whole state of the plan and is written last, in the place of the older
//! of the two: whatever happens on the way, the newest state that was written to its end loads.

mod backups;
#[cfg(target_arch = "wasm32")]
mod browser;
mod changes;
mod drafts;
mod estimate;
mod hash;
mod indicator;
mod library;
mod manifest;
mod memory;
mod mirror;
mod origin;
mod raw;
mod record;
mod reminder;
mod room;
mod series;
mod settings;
mod shelf;
mod storage;
mod volume;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use backups::{Backup, Held, Occasion, due, surplus};
#[cfg(target_arch = "wasm32")]
pub use browser::{BrowserStorage, Mirror, alone};
pub use estimate::{room_needed, too_large};
pub use library::{CardState, Damaged, KeepError, Kept, Library, LoadReport, PlanCard};
pub use manifest::Counts;
pub use memory::{Fault, MemoryStorage};
pub use mirror::{Gap, Noted, Texts, gaps, is_manifest, prefix, renamed, restore};
pub use origin::Origin;
pub use raw::plans_in;
pub use reminder::Reminder;
pub use room::Room;
pub use settings::Settings;
pub use storage::{Storage, StorageError};
