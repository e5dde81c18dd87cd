//! Out of a plan: JSON, its schema, CSV, the app and the plan in one file.

mod facts;
mod figures;
mod indicators;
mod json;
mod left_out;
mod one_file;
mod schema;

pub use crate::plan::{FORMAT, VERSION};
pub use facts::facts;
pub use indicators::{indicator_csv, indicators_csv};
pub use json::{plan_json, plans_json};
pub use left_out::{LeftOut, left_out};
pub use one_file::{Edition, one_file};
pub use schema::schema_json;
