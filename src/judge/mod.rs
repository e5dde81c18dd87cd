//! Attainment, pace, direction and grades, each with its explanation as data.
//!
//! Nothing here speaks a language: an [`Explanation`] carries numbers and reasons, and room `words` makes the
//! sentence. Rates are fractions (0.235 is 23.5 %). Beside the indicators, the items of a yearly schedule have a standing
//! ([`ItemState`]).

mod accumulation;
mod achievements;
mod all;
mod attainment;
mod better_words;
mod change;
mod comparison;
mod direction;
mod doubts;
mod formula;
mod goal;
mod judgement;
mod judging;
mod pace;
mod projection;
mod published;
mod scale;
mod schedule;
mod schedule_summary;
mod series;
mod stage;
mod start;
mod summary;
mod unit;
mod vocabulary;

use monosashi_plan as plan;

pub use crate::plan::Grade;
pub use achievements::{
    AchievementTally, Achievements, achievement_grade, achievement_words, achievements,
};
pub use all::judge_all;
pub use comparison::{Change, by_earlier_targets, changes};
pub use judgement::{
    AccumulationReason, DirectionReason, Doubt, Explanation, HalfYear, Inferred, Judgement,
    NotComputable,
};
pub use judging::{judge, judge_by, newest_actual};
pub use projection::{LEAST_POINTS, NoProjection, Projection};
pub use published::{Published, Way, published, tenths_of_percent};
pub use scale::{Yardstick, scale_named, scales, standard_scale};
pub use schedule::{ItemStanding, ItemState, item_standing, original};
pub use schedule_summary::{
    ItemTally, ShownItem, carry_into_next, going_on, of_department, schedule_departments,
    shown_items, tally,
};
pub use series::{Point, Series, Side, series};
pub use start::{MissingStart, missing_start};
pub use summary::{Summary, Tally, summary, summary_by};
