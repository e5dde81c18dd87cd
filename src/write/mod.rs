//! Out of a plan: JSON, its schema, CSV.
