//! Judging: worked examples with the field's own figures, properties that always hold, and speed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod arbitrary;
mod build;
mod changes;
mod compounds;
mod directions;
mod doubts;
mod examples;
mod formulas;
mod half_years;
mod maintained;
mod names;
mod plans;
mod projections;
mod properties;
mod published_rates;
mod scales;
mod schedule;
mod series;
mod speed;
mod stages;
