//! The keys of what stands on an indicator's screen beside its figures: goals, mending, what is missing.

/// KGI and the KPI that serve them.
#[derive(Debug)]
pub struct GoalsPart {
    pub serving: &'static str,
    pub serving_none: &'static str,
    pub coverage: &'static str,
    pub coverage_none: &'static str,
    pub serves: &'static str,
    pub serves_none: &'static str,
    pub by_said: &'static str,
    pub by_section: &'static str,
    pub by_section_above: &'static str,
    pub choose: &'static str,
    pub leave: &'static str,
    pub chosen: &'static str,
    pub left: &'static str,
    pub under: &'static str,
    pub others: &'static str,
}

/// What the CSV of an indicator leaves out.
#[derive(Debug)]
pub struct CsvWords {
    pub leaves_out: &'static str,
    pub earlier_targets: &'static str,
    pub goals: &'static str,
    pub initiatives: &'static str,
    pub themes: &'static str,
    pub set_aside: &'static str,
    pub rules: &'static str,
}

/// What a person mends of an indicator.
#[derive(Debug)]
pub struct Mend {
    pub title: &'static str,
    pub open: &'static str,
    pub lead: &'static str,
    pub keep_first: &'static str,
    pub kind: &'static str,
    pub baseline: &'static str,
    pub baseline_year: &'static str,
    pub target: &'static str,
    pub target_year: &'static str,
    pub changed: &'static str,
    pub departments: &'static str,
    pub measurement: &'static str,
    pub initiatives: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub same: &'static str,
    pub first_survey: &'static str,
    pub first_figure: &'static str,
    pub enter_baseline: &'static str,
    pub from_start: &'static str,
    pub both_sums: &'static str,
    pub both_single: &'static str,
    pub counted: &'static str,
}
