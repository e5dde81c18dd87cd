//! Keeping plans in the browser: a storage trait with a memory twin.
