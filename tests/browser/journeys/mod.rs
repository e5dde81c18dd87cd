//! The journeys: each is what one person does, from opening the page to what they came for.

mod accessible;
mod an_address_opens_a_plan;
mod by_keyboard_only;
mod checking;
mod comparing;
mod five_documents;
mod harness;
mod main_job;
mod nothing_executes;
mod paste_a_table;
mod rules;
mod screens;
mod smoke;
mod steps;
mod storage_in_trouble;
mod system_kgi_kpi;
mod year_table_questions;

use crate::harness::{Browser, Engines, Journey, Outcome};

/// Every journey, in the order of the run.
pub const ALL: &[Journey] = &[
    every_engine("harness", harness::it_does_what_it_says),
    every_engine("smoke", smoke::the_page_opens),
    every_engine("main_job", main_job::a_plan_is_read_and_continued),
    every_engine(
        "paste_a_table",
        paste_a_table::a_pasted_table_becomes_rulers,
    ),
    every_engine(
        "five_documents",
        five_documents::each_document_becomes_screens,
    ),
    every_engine(
        "document_fixtures",
        five_documents::each_fixture_becomes_screens,
    ),
    every_engine(
        "address_of_one_plan",
        an_address_opens_a_plan::one_plan_is_read_reloaded_and_kept,
    ),
    every_engine(
        "address_of_several",
        an_address_opens_a_plan::several_plans_make_one_page_of_pictures,
    ),
    every_engine(
        "address_elsewhere",
        an_address_opens_a_plan::what_lies_elsewhere_is_refused,
    ),
    every_engine(
        "year_table_questions",
        year_table_questions::questions_are_answered_and_become_fewer,
    ),
    every_engine("checking", checking::a_remark_is_set_aside_with_a_reason),
    every_engine("checking_entry", checking::a_slip_is_said_while_it_is_typed),
    every_engine(
        "checking_nothing",
        checking::where_there_is_nothing_that_is_said,
    ),
    every_engine("comparing", comparing::the_samples_share_themes),
    every_engine(
        "comparing_units",
        comparing::what_counts_different_things_is_not_converted,
    ),
    every_engine(
        "comparing_kept",
        comparing::a_kept_plan_is_compared_and_linked,
    ),
    every_engine("rules", rules::a_town_judges_by_its_own_rules),
    every_engine(
        "system_kgi_kpi",
        system_kgi_kpi::goals_sums_and_surveys_are_followed_up,
    ),
    every_engine(
        "by_keyboard_only",
        by_keyboard_only::the_main_job_needs_no_mouse,
    ),
    every_engine(
        "storage_blocked",
        storage_in_trouble::blocked_storage_is_said_and_export_works,
    ),
    every_engine(
        "storage_full",
        storage_in_trouble::full_storage_is_said_until_there_is_room,
    ),
    every_engine(
        "storage_damaged",
        storage_in_trouble::a_damaged_record_takes_nothing_with_it,
    ),
    every_engine(
        "storage_unreadable",
        storage_in_trouble::an_unreadable_plan_is_left_as_it_is,
    ),
    every_engine(
        "nothing_executes",
        nothing_executes::markup_in_a_plan_is_shown_as_text,
    ),
    every_engine("accessible_light", accessible::nothing_is_found_in_light),
    every_engine("accessible_dark", accessible::nothing_is_found_in_dark),
    every_engine("narrow", accessible::nothing_is_wider_than_a_narrow_page),
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
