//! What a plan is, and every change that can be made to it.
//!
//! A [`Plan`] is one document of one municipality. Every item in it has an [`Id`] that stays the same for the
//! life of the plan and a [`Provenance`] that says where it was read. Values keep the text as it was written
//! and, beside it, what was understood ([`Value`]). Nothing changes a plan but an [`Edit`], and applying one
//! gives its inverse: undo, history and autosave are built on that one thing.

// Every room names this one so, itself included.
extern crate self as plan;

mod cell;
mod department;
mod duties;
mod edit;
mod frame;
#[cfg(all(any(test, feature = "generate"), not(target_arch = "wasm32")))]
pub mod generate;
mod goals;
mod id;
mod indicator;
mod mend;
mod model;
mod notation;
mod order;
mod period;
mod question;
mod reading_edition;
mod references;
mod report;
mod rules;
mod schedule;
mod sheet;
mod sheet_texts;
mod sheet_years;
mod text;
mod threads;
mod value;
mod written;
mod year;

pub use cell::{neutralise_cell, restore_cell};
pub use department::{Assignment, all_departments, takes_part};
pub use duties::{Duties, departments_in_order, duties, shared_duties, unassigned};
pub use edit::{Edit, EditError};
pub use frame::{CARRIED_PLAN, FORMAT, Frame, VERSION};
pub use goals::{GoalGroup, Goals, Served, ServesReason};
pub use id::{Id, Provenance};
pub use indicator::{Accumulation, Actual, Direction, EarlierTargets, Indicator, Observation};
pub use mend::{Dated, MENDED, Mending};
pub use model::{
    Detail, GlossaryEntry, Initiative, Municipality, Plan, PlanPeriod, RelatedPlan, Section,
    Statement,
};
pub use notation::{
    DOWNWARD, FromBaseline, LEVEL, UPWARD, UnitHint, format_number, format_quantity, from_baseline,
    parse_quantity, parse_unit, parse_value, says_cumulative, split_scale, unit_in_name,
    without_period,
};
pub use order::{sort_by, sort_by_key};
pub use period::{parse_period, parse_period_range, says_half_year};
pub use question::{Answer, Choice, Question, QuestionKind};
pub use report::{AnnualReport, Reported};
pub use rules::{Against, Condition, Formula, Grade, Rules, Scale, Step};
pub use schedule::{Mark, Nature, ScheduleItem};
pub use sheet::{ProgressSheet, achievement_rank};
pub use sheet_texts::SheetTexts;
pub use sheet_years::{
    carried_over, followed_sheet, following_sheet, latest_sheets, may_go_on, sheet_years,
};
pub use text::{fold_search, fold_width, join_soft_wraps, squash};
pub use threads::{Thread, Threads, threads};
pub use value::{Bound, MissingReason, Part, Quantity, RatePeriod, Value};
pub use year::{CalendarYear, Era, FiscalYear, Period};
