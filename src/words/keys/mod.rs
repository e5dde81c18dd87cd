//! The keys: every string the interface says, by the screen that says it.
//!
//! What a key means is best seen in `ja`; its documentation there is its text. `{…}` in a text is filled by name.
#![allow(missing_docs)]

mod general;
mod keeping;
mod mending;
mod one_file;
mod pages;
mod published;
mod reporting;
mod review;
mod rules;
mod sentences;
mod sheets;

pub use general::*;
pub use keeping::*;
pub use mending::*;
pub use one_file::*;
pub use pages::*;
pub use published::*;
pub use reporting::*;
pub use review::*;
pub use rules::*;
pub use sentences::*;
pub use sheets::*;

/// Everything the interface says in one language.
#[derive(Debug)]
pub struct Words {
    pub app: App,
    pub years: Years,
    pub grades: Grades,
    pub kinds: Kinds,
    pub chart: Chart,
    pub plans: Plans,
    pub published: Published,
    pub now: Now,
    pub line: Line,
    pub sections: SectionsPage,
    pub indicators: IndicatorsPage,
    pub indicator: IndicatorPage,
    pub goals: GoalsPart,
    pub mend: Mend,
    pub csv: CsvWords,
    pub judging: Judging,
    pub doubts: Doubts,
    pub entry: Entry,
    pub schedule: SchedulePage,
    pub reporting: Reporting,
    pub questions: Questions,
    pub sheets: SheetsPage,
    pub sheet_form: SheetForm,
    pub next_year: NextYear,
    pub departments: DepartmentsPage,
    pub check: CheckPage,
    pub compare: ComparePage,
    pub rules: RulesPage,
    pub import: Import,
    pub review: Review,
    pub settings: Settings,
    pub one_file: OneFile,
    pub keeping: Keeping,
    pub trouble: Trouble,
    pub findings: crate::words::Findings,
    pub comparing: crate::words::Comparing,
    pub checking: crate::words::Checking,
    pub revising: crate::words::Revising,
}
