//! Out of a plan: JSON, its schema, CSV.

mod facts;
mod figures;
mod indicators;
mod json;
mod left_out;
mod schema;

pub use crate::plan::{FORMAT, VERSION};
pub use facts::facts;
pub use indicators::{indicator_csv, indicators_csv};
pub use json::{plan_json, plans_json};
pub use left_out::{LeftOut, left_out};
pub use schema::schema_json;
