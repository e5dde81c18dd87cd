//! The keys of the app that is all in one file, and of making one with a plan in it.

/// One file.
#[derive(Debug)]
pub struct OneFile {
    pub title: &'static str,
    pub lead: &'static str,
    pub reading: &'static str,
    pub reading_means: &'static str,
    pub working: &'static str,
    pub working_means: &'static str,
    pub reading_name: &'static str,
    pub working_name: &'static str,
    pub making: &'static str,
    pub made: &'static str,
    pub not_made: &'static str,
    pub open_carried: &'static str,
    pub is_reading: &'static str,
    pub is_working: &'static str,
    pub go_on: &'static str,
    pub where_kept: &'static str,
    pub none_kept: &'static str,
}
