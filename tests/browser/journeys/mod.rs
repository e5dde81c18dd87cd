//! The journeys: each is what one person does, from opening the page to what they came for.

mod accessible;
mod altered;
mod an_address_opens_a_plan;
mod below_a_path;
mod by_keyboard_only;
mod checking;
mod comparing;
mod enduring;
mod first_screen;
mod five_documents;
mod from_disk;
mod harness;
mod hostile_files;
mod import_review;
mod later_version;
mod main_job;
mod never_lost;
mod nobody_else_is_asked;
mod nothing_executes;
mod offline;
mod one_file;
mod paste_a_table;
mod published;
mod recovering;
mod rules;
mod screens;
mod several_tabs;
mod smoke;
mod steps;
mod storage_in_trouble;
mod stored;
mod system_indicator_table;
mod system_kgi_kpi;
mod system_sheets;
mod system_two_dates;
mod system_year_table;
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
    every_engine(
        "import_review",
        import_review::questions_are_answered_before_it_is_taken_in,
    ),
    every_engine(
        "later_version",
        later_version::a_later_version_keeps_what_was_entered,
    ),
    every_engine(
        "system_year_table",
        system_year_table::a_reform_plan_is_followed_up,
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
    every_engine("below_a_path", below_a_path::everything_works_below_a_path),
    every_engine(
        "tabs_different_places",
        several_tabs::different_places_are_both_kept,
    )
    .alone(),
    every_engine(
        "tabs_same_place",
        several_tabs::the_same_place_is_kept_twice,
    ),
    every_engine(
        "tabs_come_back",
        several_tabs::a_page_come_back_to_looks_first,
    ),
    every_engine(
        "tabs_two_versions",
        several_tabs::an_older_version_only_reads,
    ),
    every_engine(
        "kill_browser",
        never_lost::a_killed_browser_has_what_was_said_to_be_saved,
    ),
    every_engine(
        "kill_page",
        never_lost::killed_at_any_write_it_is_the_old_state_or_the_new,
    ),
    every_engine(
        "storage_cleared",
        never_lost::what_another_page_clears_comes_back,
    ),
    every_engine(
        "storage_emptied",
        never_lost::an_emptied_browser_is_recognised,
    ),
    every_engine(
        "storage_left",
        never_lost::a_page_left_in_the_middle_stops_no_other,
    ),
    every_engine(
        "storage_earlier_layout",
        never_lost::an_earlier_layout_opens,
    ),
    every_engine(
        "storage_throws",
        never_lost::whatever_the_storage_throws_is_said,
    ),
    every_engine(
        "backups",
        never_lost::an_earlier_state_is_restored_and_that_taken_back,
    ),
    every_engine(
        "kill_migration",
        never_lost::killed_while_an_earlier_layout_is_brought_up,
    ),
    every_engine(
        "storage_mutated",
        never_lost::damaged_texts_never_stop_the_app,
    ),
    every_engine(
        "storage_blocked_later",
        storage_in_trouble::storage_blocked_later_is_said,
    ),
    every_engine("room", never_lost::room_is_said_before_it_is_gone),
    every_engine(
        "published_newer",
        published::a_new_version_is_said_and_opened,
    ),
    every_engine(
        "published_unlike",
        published::a_file_that_is_not_the_listed_one_is_said,
    ),
    every_engine(
        "published_kept",
        published::a_kept_plan_follows_its_published_file,
    ),
    every_engine(
        "published_broken_list",
        published::a_broken_list_is_said_and_breaks_nothing,
    ),
    every_engine(
        "first_screen",
        first_screen::the_app_takes_the_page_over_without_a_jump,
    ),
    every_engine(
        "first_screen_elsewhere",
        first_screen::another_address_opens_another_screen,
    ),
    every_engine(
        "first_screen_without_javascript",
        first_screen::it_is_read_without_javascript,
    ),
    every_engine(
        "one_file_alone",
        one_file::it_opens_from_a_disk_and_asks_for_nothing,
    ),
    every_engine("one_file_screens", one_file::every_screen_opens_from_a_disk),
    every_engine(
        "one_file_reading",
        one_file::a_reading_edition_holds_nothing_internal,
    ),
    every_engine(
        "one_file_working",
        one_file::a_working_edition_is_worked_on_elsewhere,
    ),
    every_engine(
        "one_file_read_again",
        one_file::the_published_app_reads_such_a_file,
    ),
    every_engine(
        "one_file_missing",
        one_file::a_file_that_cannot_be_made_is_said,
    ),
    every_engine(
        "one_file_offline",
        one_file::made_once_it_is_made_without_a_network,
    ),
    every_engine("one_file_blocked", from_disk::blocked_storage_is_said),
    every_engine("one_file_full", from_disk::full_storage_is_said),
    every_engine(
        "one_file_damaged",
        from_disk::a_damaged_record_takes_nothing_with_it,
    ),
    every_engine("one_file_killed", from_disk::killed_at_any_write),
    every_engine(
        "one_file_cleared",
        from_disk::what_another_page_clears_comes_back,
    ),
    every_engine("one_file_earlier", from_disk::an_earlier_layout_opens),
    every_engine("one_file_two_tabs", from_disk::two_tabs_are_both_kept),
    every_engine("one_file_conflict", from_disk::the_same_place_is_kept_twice),
    every_engine(
        "one_file_recovery",
        from_disk::a_trap_leads_to_the_recovery_page,
    ),
    every_engine(
        "one_file_no_webassembly",
        from_disk::without_webassembly_a_page_says_what_to_do,
    ),
    every_engine("offline", offline::opened_once_it_opens_without_a_network).alone(),
    every_engine(
        "offline_new_version",
        offline::a_new_version_waits_for_the_person,
    ),
    every_engine("offline_broken_set", offline::a_broken_set_is_fetched_anew),
    every_engine("recovery", recovering::a_trap_leads_to_the_recovery_page),
    every_engine(
        "recovery_from_mirror",
        recovering::what_only_the_mirror_has_is_handed_over,
    ),
    every_engine(
        "recovery_safe_mode",
        recovering::two_failed_starts_lead_to_the_safe_mode,
    ),
    every_engine("recovery_missing_file", recovering::a_missing_file_is_said),
    every_engine(
        "recovery_no_webassembly",
        recovering::without_webassembly_a_page_says_what_to_do,
    ),
    every_engine(
        "file_too_large",
        hostile_files::a_file_that_is_too_large_is_refused_at_once,
    )
    .alone(),
    every_engine(
        "file_of_10_mb",
        hostile_files::a_large_file_is_read_shown_and_stopped,
    )
    .alone(),
    every_engine(
        "import_that_does_not_happen",
        hostile_files::an_import_that_does_not_happen_changes_nothing,
    ),
    every_engine(
        "encodings",
        hostile_files::an_encoding_is_recognised_and_can_be_changed,
    ),
    every_engine(
        "excel_file",
        hostile_files::an_excel_file_is_refused_with_another_way,
    ),
    chromium_only(
        "many_edits",
        enduring::a_days_edits_need_no_more_than_an_hours,
    ),
    every_engine("composing", enduring::a_word_being_composed_goes_on).alone(),
    every_engine("odd_texts", enduring::odd_texts_stay_exact_and_fit),
    every_engine(
        "nothing_executes",
        nothing_executes::markup_in_a_plan_is_shown_as_text,
    ),
    every_engine(
        "system_sheets",
        system_sheets::a_year_of_sheets_goes_into_the_next,
    ),
    every_engine(
        "system_indicator_table",
        system_indicator_table::a_measure_is_read_by_its_numbers,
    ),
    every_engine(
        "system_two_dates",
        system_two_dates::a_department_finds_its_work,
    ),
    every_engine("nobody_else_is_asked", nobody_else_is_asked::on_no_screen),
    every_engine("accessible_light", accessible::nothing_is_found_in_light),
    every_engine("accessible_dark", accessible::nothing_is_found_in_dark),
    every_engine("narrow", accessible::nothing_is_wider_than_a_narrow_page),
];

/// A journey that must succeed in every engine.
const fn every_engine(name: &'static str, act: fn(&mut Browser) -> Outcome) -> Journey {
    Journey {
        name,
        engines: Engines::Every,
        alone: false,
        act,
    }
}

/// A journey that needs what only Chromium's protocol can do, such as a slow network.
#[allow(dead_code, reason = "for journeys to come")]
const fn chromium_only(name: &'static str, act: fn(&mut Browser) -> Outcome) -> Journey {
    Journey {
        name,
        engines: Engines::ChromiumOnly,
        alone: false,
        act,
    }
}
