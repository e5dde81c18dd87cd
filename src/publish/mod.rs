//! Plans on a host: the catalogue that lies beside published plan files, and which version of a file is which.
//!
//! A hoster copies plan files and one `catalogue.json` into the folder `plans/` beside the app; docs/hosting.md describes
//! it. The catalogue says of each file what a list shows of it and the hash of its bytes. By that hash the app knows
//! whether the file that came is the one that is meant, and whether there is a newer one.

mod catalogue;
mod version;

pub use catalogue::{Catalogue, Entry, FILE, FOLDER, Unusable};
pub use version::{Difference, Standing, difference, sha256, standing};
