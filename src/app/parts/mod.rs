//! What several screens share.

pub mod card;
pub mod grade;
pub mod heading;
pub mod icon;
pub mod picture;
