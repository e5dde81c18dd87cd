//! Into a plan: JSON, CSV, pasted tables, plan documents.
