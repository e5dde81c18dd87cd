//! The keys of sheets and departments.

/// 進捗シート.
#[derive(Debug)]
pub struct SheetsPage {
    pub title: &'static str,
    pub none: &'static str,
    pub not_found: &'static str,
    pub headline: &'static str,
    pub headline_all: &'static str,
    pub headline_open: &'static str,
    pub count: &'static str,
    pub shared: &'static str,
    pub all_years: &'static str,
    pub section: &'static str,
    pub as_list: &'static str,
    pub narrow: &'static str,
    pub as_summary: &'static str,
    pub as_forms: &'static str,
    pub by_department: &'static str,
    pub by_section: &'static str,
    pub several_count: &'static str,
    pub nobody: &'static str,
    pub elsewhere: &'static str,
    pub in_all: &'static str,
    pub total: &'static str,
    pub open: &'static str,
    pub achievement: &'static str,
    pub not_yet: &'static str,
    pub place: &'static str,
    pub item: &'static str,
    pub aim: &'static str,
    pub goals: &'static str,
    pub actions: &'static str,
    pub first_half: &'static str,
    pub second_half: &'static str,
    pub evaluation: &'static str,
    pub no_prose: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub beside: &'static str,
    pub later: &'static str,
    pub earlier: &'static str,
}

/// Writing on a sheet.
#[derive(Debug)]
pub struct SheetForm {
    pub write: &'static str,
    pub title: &'static str,
    pub keep_first: &'static str,
    pub other_word: &'static str,
    pub plan_part: &'static str,
    pub one_a_line: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub nothing_new: &'static str,
    pub leave: &'static str,
    pub kept: &'static str,
    pub keeps: &'static str,
    pub go_on: &'static str,
    pub drop: &'static str,
    pub dropped: &'static str,
}

/// A new year's sheets.
#[derive(Debug)]
pub struct NextYear {
    pub open: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub no_year: &'static str,
    pub nothing_left: &'static str,
    pub choose: &'static str,
    pub without_reached: &'static str,
    pub choose_all: &'static str,
    pub none_chosen: &'static str,
    pub make: &'static str,
    pub made: &'static str,
    pub make_one: &'static str,
}

/// 担当.
#[derive(Debug)]
pub struct DepartmentsPage {
    pub title: &'static str,
    pub none: &'static str,
    pub lead: &'static str,
    pub choose: &'static str,
    pub all: &'static str,
    pub headline: &'static str,
    pub nothing: &'static str,
    pub sections: &'static str,
    pub initiatives: &'static str,
    pub indicators: &'static str,
    pub tied_indicators: &'static str,
    pub near_indicators: &'static str,
    pub near_indicators_lead: &'static str,
    pub schedule: &'static str,
    pub sheets: &'static str,
    pub shared: &'static str,
    pub nobody: &'static str,
    pub column_sections: &'static str,
    pub column_initiatives: &'static str,
    pub column_indicators: &'static str,
    pub column_schedule: &'static str,
    pub column_sheets: &'static str,
    pub column_near: &'static str,
}
