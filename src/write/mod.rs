//! Out of a plan: JSON, its schema, CSV.

use crate::plan::Plan;

/// The `format` of a plan file's frame.
pub const FORMAT: &str = "monosashi-plan";
/// The newest `version` of the frame this program reads and the only one it writes.
pub const VERSION: u64 = 1;

/// The plan file: pretty JSON in its frame, stable in order, ending with a line break.
#[must_use]
pub fn plan_json(_plan: &Plan) -> String {
    String::new()
}

/// Several plans as one array of frames.
#[must_use]
pub fn plans_json(_plans: &[Plan]) -> String {
    String::new()
}

/// The indicators as long CSV (one datum a row), UTF-8 with BOM, CRLF.
#[must_use]
pub fn indicators_csv(_plan: &Plan) -> String {
    String::new()
}
