//! The keys of the frame, of years, grades and kinds, of settings and of what goes wrong.

/// The frame around every screen.
#[derive(Debug)]
pub struct App {
    pub name: &'static str,
    pub skip: &'static str,
    pub nav: &'static str,
    pub now: &'static str,
    pub sections: &'static str,
    pub indicators: &'static str,
    pub schedule: &'static str,
    pub sheets: &'static str,
    pub departments: &'static str,
    pub check: &'static str,
    pub compare: &'static str,
    pub plans: &'static str,
    pub import: &'static str,
    pub settings: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub saved: &'static str,
    pub new_version: &'static str,
    pub take_new_version: &'static str,
    pub reading_only: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub export: &'static str,
    pub exported: &'static str,
    pub loading: &'static str,
    pub more: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub could_not_open: &'static str,
    pub not_found: &'static str,
    pub not_found_help: &'static str,
    pub to_plans: &'static str,
    pub to_now: &'static str,
    pub colophon: &'static str,
    pub list_separator: &'static str,
    pub title_separator: &'static str,
}

/// Years.
#[derive(Debug)]
pub struct Years {
    pub reiwa: &'static str,
    pub heisei: &'static str,
    pub showa: &'static str,
    pub first_year: &'static str,
    pub fiscal_year: &'static str,
    pub calendar_year: &'static str,
    pub short_and_western: &'static str,
    pub unknown: &'static str,
    pub first_half: &'static str,
    pub from_until: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub up_to: &'static str,
}

/// The grades.
#[derive(Debug)]
pub struct Grades {
    pub achieved: &'static str,
    pub on_track: &'static str,
    pub slightly_behind: &'static str,
    pub behind: &'static str,
    pub backward: &'static str,
    pub not_judged: &'static str,
}

/// Words for what values and marks are.
#[derive(Debug)]
pub struct Kinds {
    pub baseline: &'static str,
    pub interim: &'static str,
    pub target: &'static str,
    pub actual: &'static str,
    pub pace: &'static str,
    pub pace_line: &'static str,
    pub year: &'static str,
    pub unit: &'static str,
    pub origin: &'static str,
    pub increase: &'static str,
    pub decrease: &'static str,
    pub maintain: &'static str,
    pub within: &'static str,
    pub stage: &'static str,
    pub unknown: &'static str,
    pub per_period: &'static str,
    pub cumulative: &'static str,
    pub cumulative_from_start: &'static str,
    pub point_in_time: &'static str,
    pub no_value: &'static str,
}

/// 表示.
#[derive(Debug)]
pub struct Settings {
    pub offline_ready: &'static str,
    pub offline_not_ready: &'static str,
    pub title: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_contrast: &'static str,
    pub size: &'static str,
    pub size_100: &'static str,
    pub size_125: &'static str,
    pub size_150: &'static str,
    pub size_200: &'static str,
    pub kept: &'static str,
}

/// What went wrong: what happened, what it means for the data, what to do.
#[derive(Debug)]
pub struct Trouble {
    pub fetch: &'static str,
    pub other_origin: &'static str,
    pub nothing_in_file: &'static str,
    pub too_large: &'static str,
    pub foreign: &'static str,
    pub unreadable: &'static str,
    /// A screen's part of the app did not come.
    pub screen: &'static str,
    pub reader: &'static str,
    pub edit: &'static str,
    pub download: &'static str,
    pub copy: &'static str,
    pub storage_blocked: &'static str,
    pub storage_full: &'static str,
    pub storage_failed: &'static str,
    pub no_such_plan: &'static str,
    pub future_schema: &'static str,
    pub kept_unreadable: &'static str,
    pub partly_damaged: &'static str,
    pub unknown_part: &'static str,
    pub plan_head: &'static str,
    pub changed_elsewhere: &'static str,
    pub not_kept: &'static str,
    pub save_raw: &'static str,
}
