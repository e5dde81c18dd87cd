//! What several screens share.

pub mod achievement;
pub mod card;
pub mod choice;
pub mod figure_table;
pub mod grade;
pub mod heading;
pub mod icon;
pub mod judged;
pub mod picture;
pub mod prose;
pub mod question;
pub mod review;
pub mod saving;
pub mod sections;
pub mod year_table;
