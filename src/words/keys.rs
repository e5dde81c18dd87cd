//! The keys: every string the interface says, by the screen that says it.
//!
//! What a key means is best seen in `ja.rs`; its documentation there is its text. `{…}` in a text is filled by name.
#![allow(missing_docs)]

/// Everything the interface says in one language.
#[derive(Debug)]
pub struct Words {
    pub app: App,
    pub years: Years,
    pub grades: Grades,
    pub kinds: Kinds,
    pub chart: Chart,
    pub plans: Plans,
    pub now: Now,
    pub line: Line,
    pub sections: SectionsPage,
    pub indicators: IndicatorsPage,
    pub indicator: IndicatorPage,
    pub judging: Judging,
    pub doubts: Doubts,
    pub entry: Entry,
    pub schedule: SchedulePage,
    pub questions: Questions,
    pub sheets: SheetsPage,
    pub import: Import,
    pub settings: Settings,
    pub trouble: Trouble,
    pub findings: super::Findings,
}

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
    pub plans: &'static str,
    pub import: &'static str,
    pub settings: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub saved: &'static str,
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
    pub point_in_time: &'static str,
    pub no_value: &'static str,
}

/// What only pictures and their tables say.
#[derive(Debug)]
pub struct Chart {
    pub series: &'static str,
    pub stages: &'static str,
    pub no_baseline: &'static str,
    pub noted: &'static str,
    pub at_least: &'static str,
    pub at_most: &'static str,
    pub more_than: &'static str,
    pub less_than: &'static str,
    pub range: &'static str,
    pub magnitudes: &'static [(f64, &'static str)],
}

/// 計画一覧.
#[derive(Debug)]
pub struct Plans {
    pub title: &'static str,
    pub lead: &'static str,
    pub saved: &'static str,
    pub untitled: &'static str,
    pub saved_none: &'static str,
    pub samples: &'static str,
    pub samples_lead: &'static str,
    pub take_in: &'static str,
    pub take_in_lead: &'static str,
    pub all_pictures: &'static str,
    pub counts_indicators: &'static str,
    pub counts_schedule: &'static str,
    pub counts_sheets: &'static str,
    pub source: &'static str,
    pub exported_at: &'static str,
    pub never_exported: &'static str,
    pub remove: &'static str,
    pub remove_sure: &'static str,
    pub removed: &'static str,
    pub pictures_title: &'static str,
    pub pictures_lead: &'static str,
}

/// いま.
#[derive(Debug)]
pub struct Now {
    pub title: &'static str,
    pub headline: &'static str,
    pub headline_none: &'static str,
    pub headline_no_indicators: &'static str,
    pub as_of: &'static str,
    pub bar: &'static str,
    pub count: &'static str,
    pub others: &'static str,
    pub outside: &'static str,
    pub missing: &'static str,
    pub missing_actuals: &'static str,
    pub missing_baselines: &'static str,
    pub questions: &'static str,
    pub questions_lead: &'static str,
    pub open_schedule: &'static str,
    pub open_sheets: &'static str,
}

/// The line that goes with a ruler.
#[derive(Debug)]
pub struct Line {
    pub from_to: &'static str,
    pub to: &'static str,
    pub no_target: &'static str,
    pub hold: &'static str,
    pub no_actual: &'static str,
    pub no_actual_pace: &'static str,
    pub reached: &'static str,
    pub ahead: &'static str,
    pub slightly_ahead: &'static str,
    pub on_pace: &'static str,
    pub to_pace: &'static str,
    pub to_target: &'static str,
    pub fallen: &'static str,
    pub risen: &'static str,
    pub rate_only: &'static str,
    pub ratio: &'static str,
    pub held: &'static str,
    pub not_held: &'static str,
    pub stage_now: &'static str,
    pub relative: &'static str,
    pub cannot: &'static str,
    pub points: &'static str,
    pub plan_increase: &'static str,
    pub plan_decrease: &'static str,
    pub plan_change: &'static str,
    pub plan_hold: &'static str,
    pub in_years: &'static str,
    pub now_above: &'static str,
    pub now_better: &'static str,
    pub now_short: &'static str,
    pub now_at: &'static str,
    pub now_only: &'static str,
}

/// The list of indicators.
#[derive(Debug)]
pub struct IndicatorsPage {
    pub title: &'static str,
    pub search: &'static str,
    pub narrow: &'static str,
    pub all: &'static str,
    pub grade: &'static str,
    pub department: &'static str,
    pub kind: &'static str,
    pub order: &'static str,
    pub by_plan: &'static str,
    pub by_urgency: &'static str,
    pub by_rate: &'static str,
    pub by_name: &'static str,
    pub found: &'static str,
    pub none: &'static str,
    pub as_rulers: &'static str,
    pub as_table: &'static str,
}

/// One indicator.
#[derive(Debug)]
pub struct IndicatorPage {
    pub chart: &'static str,
    pub ruler: &'static str,
    pub as_table: &'static str,
    pub as_chart: &'static str,
    pub share: &'static str,
    pub copied: &'static str,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub save_csv: &'static str,
    pub how_judged: &'static str,
    pub figures: &'static str,
    pub unit: &'static str,
    pub decide: &'static str,
    pub direction: &'static str,
    pub accumulation: &'static str,
    pub leave_to_app: &'static str,
    pub direction_set: &'static str,
    pub accumulation_set: &'static str,
    pub measurement: &'static str,
    pub departments: &'static str,
    pub initiatives: &'static str,
    pub note: &'static str,
    pub published_rate: &'static str,
    pub about: &'static str,
    pub where_from: &'static str,
    pub from_line: &'static str,
    pub from_source: &'static str,
    pub by_hand: &'static str,
    pub plan_document: &'static str,
    pub entered: &'static str,
    pub as_written: &'static str,
    pub not_found: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub points_help: &'static str,
}

/// How a grade came about.
#[derive(Debug)]
pub struct Judging {
    pub progress: &'static str,
    pub pace_known: &'static str,
    pub pace_years: &'static str,
    pub pace_met: &'static str,
    pub graded: &'static str,
    pub pace_unknown: &'static str,
    pub ratio: &'static str,
    pub maintain_held: &'static str,
    pub maintain_not_held: &'static str,
    pub bounded_held: &'static str,
    pub bounded_not_held: &'static str,
    pub stages: &'static str,
    pub all_series: &'static str,
    pub series_part: &'static str,
    pub no_actual: &'static str,
    pub no_target: &'static str,
    pub relative: &'static str,
    pub target_not_a_figure: &'static str,
    pub actual_not_a_figure: &'static str,
    pub unit_differs: &'static str,
    pub actual_before_baseline: &'static str,
    pub series_without_actual: &'static str,
    pub direction_is: &'static str,
    pub accumulation_is: &'static str,
    pub said: &'static str,
    pub target_above: &'static str,
    pub lower_by_name: &'static str,
    pub floor: &'static str,
    pub ceiling: &'static str,
    pub target_zero: &'static str,
    pub target_equals: &'static str,
    pub bound: &'static str,
    pub range: &'static str,
    pub stages_reason: &'static str,
    pub by_name: &'static str,
    pub no_baseline: &'static str,
    pub gives_way: &'static str,
    pub per_series: &'static str,
    pub not_tellable: &'static str,
    pub word: &'static str,
}

/// What may make a rate wrong.
#[derive(Debug)]
pub struct Doubts {
    pub single_against_cumulative: &'static str,
    pub direction_inferred: &'static str,
    pub baseline_year_unknown: &'static str,
    pub target_year_unknown: &'static str,
    pub actual_year_unknown: &'static str,
    pub baseline_not_a_figure: &'static str,
    pub approximate: &'static str,
}

/// Entering an actual.
#[derive(Debug)]
pub struct Entry {
    pub title: &'static str,
    pub year: &'static str,
    pub value: &'static str,
    pub note: &'static str,
    pub save: &'static str,
    pub enter: &'static str,
    pub correct: &'static str,
    pub not_entered: &'static str,
    pub set: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub empty: &'static str,
    pub no_year: &'static str,
    pub not_a_figure: &'static str,
    pub keep_first: &'static str,
}

/// 施策.
#[derive(Debug)]
pub struct SectionsPage {
    pub title: &'static str,
    pub none: &'static str,
    pub not_found: &'static str,
    pub indicators: &'static str,
    pub initiatives: &'static str,
    pub schedule: &'static str,
    pub sheets: &'static str,
    pub aims: &'static str,
    pub situation: &'static str,
    pub initiatives_title: &'static str,
    pub below: &'static str,
    pub related: &'static str,
    pub glossary: &'static str,
    pub sdgs: &'static str,
    pub tags: &'static str,
}

/// 年次表.
#[derive(Debug)]
pub struct SchedulePage {
    pub title: &'static str,
    pub none: &'static str,
    pub none_here: &'static str,
    pub headline: &'static str,
    pub by_year: &'static str,
    pub by_department: &'static str,
    pub ending: &'static str,
    pub questions: &'static str,
    pub this_year: &'static str,
    pub count: &'static str,
    pub no_department: &'static str,
    pub number: &'static str,
    pub item: &'static str,
    pub nature: &'static str,
    pub continuing: &'static str,
    pub finite: &'static str,
    pub repeated: &'static str,
    pub done: &'static str,
    pub ongoing: &'static str,
    pub doubtful: &'static str,
    pub ask_department: &'static str,
    pub legend: &'static str,
}

/// What a reader could not decide.
#[derive(Debug)]
pub struct Questions {
    pub none: &'static str,
    pub keep_first: &'static str,
    pub department: &'static str,
    pub years: &'static str,
    pub value: &'static str,
    pub structure: &'static str,
    pub line: &'static str,
    pub other_department: &'static str,
    pub decide: &'static str,
    pub choose_first: &'static str,
    pub department_set: &'static str,
    pub taken: &'static str,
    pub let_stand: &'static str,
    pub closed: &'static str,
    pub no_marks: &'static str,
}

/// 進捗シート.
#[derive(Debug)]
pub struct SheetsPage {
    pub title: &'static str,
    pub none: &'static str,
    pub not_found: &'static str,
    pub headline: &'static str,
    pub count: &'static str,
    pub achievement: &'static str,
    pub not_yet: &'static str,
    pub aim: &'static str,
    pub goals: &'static str,
    pub actions: &'static str,
    pub first_half: &'static str,
    pub second_half: &'static str,
    pub evaluation: &'static str,
    pub no_prose: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
}

/// 表示.
#[derive(Debug)]
pub struct Settings {
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

/// 取り込み.
#[derive(Debug)]
pub struct Import {
    pub title: &'static str,
    pub lead: &'static str,
    pub file: &'static str,
    pub file_help: &'static str,
    pub paste: &'static str,
    pub paste_help: &'static str,
    pub read: &'static str,
    pub reading: &'static str,
    pub nothing_pasted: &'static str,
    pub pasted: &'static str,
    pub encoding: &'static str,
    pub utf8: &'static str,
    pub shift_jis: &'static str,
    pub utf16le: &'static str,
    pub utf16be: &'static str,
    pub unclear: &'static str,
    pub found: &'static str,
    pub take_in: &'static str,
    pub taken_in: &'static str,
    pub replace: &'static str,
    pub replaced: &'static str,
    pub findings: &'static str,
    pub findings_help: &'static str,
    pub no_findings: &'static str,
}

/// What went wrong: what happened, what it means for the data, what to do.
#[derive(Debug)]
pub struct Trouble {
    pub fetch: &'static str,
    pub other_origin: &'static str,
    pub nothing_in_file: &'static str,
    pub too_large: &'static str,
    pub unreadable: &'static str,
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
    pub changed_elsewhere: &'static str,
    pub not_kept: &'static str,
    pub save_raw: &'static str,
}
