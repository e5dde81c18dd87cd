//! Attainment, pace, direction and grades, each with its explanation as data.
