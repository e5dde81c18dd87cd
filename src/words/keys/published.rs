//! The keys of what is published beside the app.

/// Plans on the same host as the app, and their versions.
#[derive(Debug)]
pub struct Published {
    pub no_catalogue: &'static str,
    pub broken_catalogue: &'static str,
    pub newer_catalogue: &'static str,
    pub since: &'static str,
    pub unlike: &'static str,
    pub open_again: &'static str,
    pub newer: &'static str,
    pub newer_dated: &'static str,
    pub open_newer: &'static str,
    pub kept_newer: &'static str,
    pub kept_newer_dated: &'static str,
    pub look: &'static str,
    pub without_program: &'static str,
    pub description: &'static str,
}
