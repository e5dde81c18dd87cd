//! The frame around a plan in a file: `{"format": "monosashi-plan", "version": 1, "plan": {…}}`.

use super::Plan;
use serde::{Deserialize, Serialize};

/// The `format` of a plan file's frame.
pub const FORMAT: &str = "monosashi-plan";
/// The newest `version` of the frame this program reads and the only one it writes.
pub const VERSION: u64 = 1;

/// A plan file. Reading takes a whole [`Plan`] in, writing borrows one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame<P = Plan> {
    /// Always [`FORMAT`]; a hand-written file may leave it out.
    #[serde(default = "format")]
    pub format: String,
    /// Up to [`VERSION`]; a hand-written file may leave it out and means the first.
    #[serde(default = "first_version")]
    pub version: u64,
    /// The plan itself.
    pub plan: P,
}

impl<P> Frame<P> {
    /// The frame of the newest version around a plan.
    #[must_use]
    pub fn new(plan: P) -> Self {
        Self {
            format: format(),
            version: VERSION,
            plan,
        }
    }
}

fn format() -> String {
    FORMAT.to_owned()
}

fn first_version() -> u64 {
    1
}
