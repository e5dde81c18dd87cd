//! One file a screen.

pub mod check;
pub mod compare;
pub mod departments;
pub mod import;
pub mod indicator;
pub mod indicators;
pub mod item;
pub mod kept;
pub mod not_found;
pub mod now;
pub mod pictures;
pub mod plans;
pub mod rules;
pub mod schedule;
pub mod section;
pub mod sections;
pub mod settings;
pub mod sheet;
pub mod sheets;
