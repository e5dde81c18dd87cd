//! Attainment, pace, direction and grades, each with its explanation as data.
//!
//! Nothing here speaks a language: an [`Explanation`] carries numbers and reasons, and room `words` makes the
//! sentence. Rates are fractions (0.235 is 23.5 %).

mod accumulation;
mod attainment;
mod better_words;
mod direction;
mod doubts;
mod goal;
mod judgement;
mod judging;
mod pace;
mod scale;
mod series;
mod stage;
mod summary;
mod unit;
mod vocabulary;

pub use judgement::{
    AccumulationReason, DirectionReason, Doubt, Explanation, Grade, Inferred, Judgement,
    NotComputable,
};
pub use judging::{judge, newest_actual};
pub use scale::{DEFAULT_SCALE, Scale};
pub use series::{Point, Series, Side, series};
pub use summary::{Summary, Tally, summary};
