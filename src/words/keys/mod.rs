//! The keys: every string the interface says, by the screen that says it.
//!
//! What a key means is best seen in `ja`; its documentation there is its text. `{…}` in a text is filled by name.
#![allow(missing_docs)]

mod general;
mod mending;
mod pages;
mod rules;
mod sentences;

pub use general::*;
pub use mending::*;
pub use pages::*;
pub use rules::*;
pub use sentences::*;

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
    pub goals: GoalsPart,
    pub mend: Mend,
    pub csv: CsvWords,
    pub judging: Judging,
    pub doubts: Doubts,
    pub entry: Entry,
    pub schedule: SchedulePage,
    pub questions: Questions,
    pub sheets: SheetsPage,
    pub check: CheckPage,
    pub compare: ComparePage,
    pub rules: RulesPage,
    pub import: Import,
    pub settings: Settings,
    pub trouble: Trouble,
    pub findings: crate::words::Findings,
    pub comparing: crate::words::Comparing,
    pub checking: crate::words::Checking,
}
