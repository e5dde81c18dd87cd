//! The frame around a plan in a file: `{"format": "monosashi-plan", "version": 1, "plan": {…}}`.

use super::Plan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The `format` of a plan file's frame.
pub const FORMAT: &str = "monosashi-plan";
/// The newest `version` of the frame this program reads and the only one it writes.
pub const VERSION: u64 = 1;

/// How the element begins that a plan file stands in when it is inside the app's one file.
pub const CARRIED_PLAN: &str = "<script type=\"application/json\" id=\"carried-plan\"";

/// A plan file: the plan in a frame that says what it is.
// Reading takes a whole plan in, writing borrows one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Frame<P = Plan> {
    /// Always `monosashi-plan`; a hand-written file may leave it out.
    #[serde(default = "format")]
    #[schemars(extend("const" = FORMAT))]
    pub format: String,
    /// The version of the format; a hand-written file may leave it out and means the first.
    #[serde(default = "first_version")]
    #[schemars(range(min = 1, max = VERSION))]
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
