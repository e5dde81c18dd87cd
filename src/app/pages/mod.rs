//! One file a screen.

pub mod indicator;
pub mod indicators;
pub mod not_found;
pub mod now;
pub mod pictures;
pub mod plans;
