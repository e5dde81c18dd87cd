//! The journeys: each is what one person does, from opening the page to what they came for.

mod harness;
mod smoke;

use crate::harness::{Browser, Engines, Journey, Outcome};

/// Every journey, in the order of the run.
pub const ALL: &[Journey] = &[
    every_engine("harness", harness::it_does_what_it_says),
    every_engine("smoke", smoke::the_page_opens),
];

/// A journey that must succeed in every engine.
const fn every_engine(name: &'static str, act: fn(&mut Browser) -> Outcome) -> Journey {
    Journey {
        name,
        engines: Engines::Every,
        act,
    }
}

/// A journey that needs what only Chromium's protocol can do, such as a slow network.
#[allow(dead_code, reason = "for journeys to come")]
const fn chromium_only(name: &'static str, act: fn(&mut Browser) -> Outcome) -> Journey {
    Journey {
        name,
        engines: Engines::ChromiumOnly,
        act,
    }
}
