//! The keys of the screens.

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
    pub compare: &'static str,
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
    pub count_measured: &'static str,
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
    pub sdg_names: [&'static str; 17],
    pub sdgs_choose: &'static str,
    pub sdgs_save: &'static str,
    pub sdgs_set: &'static str,
    pub tags: &'static str,
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
    pub measured: &'static str,
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
    pub half_year: &'static str,
    pub until_half: &'static str,
    pub odd: &'static str,
    pub keep_first: &'static str,
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

/// 点検.
#[derive(Debug)]
pub struct CheckPage {
    pub title: &'static str,
    pub headline: &'static str,
    pub none: &'static str,
    pub none_left: &'static str,
    pub kind: &'static str,
    pub count: &'static str,
    pub others: &'static str,
    pub whole_plan: &'static str,
    pub of_department: &'static str,
    pub keep_first: &'static str,
    pub set_aside: &'static str,
    pub set_aside_item: &'static str,
    pub reason: &'static str,
    pub no_reason: &'static str,
    pub was_set_aside: &'static str,
    pub aside: &'static str,
    pub reason_given: &'static str,
    pub take_up: &'static str,
    pub was_taken_up: &'static str,
    pub open: &'static str,
    pub open_count: &'static str,
}

/// くらべる.
#[derive(Debug)]
pub struct ComparePage {
    pub title: &'static str,
    pub headline: &'static str,
    pub none: &'static str,
    pub theme: &'static str,
    pub as_written: &'static str,
    pub as_index: &'static str,
    pub index: &'static str,
    pub in_unit: &'static str,
    pub plans: &'static str,
    pub picture: &'static str,
    pub item: &'static str,
    pub not_indexed: &'static str,
    pub apart: &'static str,
}

/// 取り込み.
#[derive(Debug)]
pub struct Import {
    pub title: &'static str,
    pub lead: &'static str,
    pub file: &'static str,
    pub choose_file: &'static str,
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
    pub findings: &'static str,
    pub findings_help: &'static str,
    pub no_findings: &'static str,
}
