//! What the published app stands, the one file stands too, opened from a disk.

use super::{never_lost, recovering, several_tabs, storage_in_trouble};
use crate::harness::{Browser, Engine, Outcome, one_file, with_hook};

/// Has a journey done by the one file.
fn from_disk(browser: &mut Browser, act: fn(&mut Browser) -> Outcome) -> Outcome {
    let folder = tempfile::tempdir()?;
    let page = with_hook(&one_file()?)?;
    browser.turn_to_page(folder.path(), "monosashi.html", &page)?;
    act(browser)
}

/// Whether a further tab is shown when it is turned to: WebKit's driver leaves it hidden, where no frame is ever drawn.
fn tabs_are_shown(browser: &Browser) -> bool {
    let are_shown = browser.engine != Engine::WebKit;
    if !are_shown {
        println!("{}: shows no further tab; passed over", browser.engine);
    }
    are_shown
}

/// Fault 6: from a disk, storage is refused from the start.
pub fn blocked_storage_is_said(browser: &mut Browser) -> Outcome {
    from_disk(
        browser,
        storage_in_trouble::blocked_storage_is_said_and_export_works,
    )
}

/// Fault 3: from a disk, storage becomes full.
pub fn full_storage_is_said(browser: &mut Browser) -> Outcome {
    from_disk(
        browser,
        storage_in_trouble::full_storage_is_said_until_there_is_room,
    )
}

/// Fault 9: from a disk, one record is damaged.
pub fn a_damaged_record_takes_nothing_with_it(browser: &mut Browser) -> Outcome {
    from_disk(
        browser,
        storage_in_trouble::a_damaged_record_takes_nothing_with_it,
    )
}

/// Fault 1: from a disk, the page is killed at every write of one save in turn.
pub fn killed_at_any_write(browser: &mut Browser) -> Outcome {
    from_disk(
        browser,
        never_lost::killed_at_any_write_it_is_the_old_state_or_the_new,
    )
}

/// Fault 38: another page on the disk clears what all of them share.
pub fn what_another_page_clears_comes_back(browser: &mut Browser) -> Outcome {
    from_disk(browser, never_lost::what_another_page_clears_comes_back)
}

/// Fault 11: from a disk, a plan as the first layout kept it opens.
pub fn an_earlier_layout_opens(browser: &mut Browser) -> Outcome {
    from_disk(browser, never_lost::an_earlier_layout_opens)
}

/// Faults 27, 30: from a disk, two tabs change different indicators.
pub fn two_tabs_are_both_kept(browser: &mut Browser) -> Outcome {
    if tabs_are_shown(browser) {
        return from_disk(browser, several_tabs::different_places_are_both_kept);
    }
    Ok(())
}

/// Fault 28: from a disk, two tabs enter another figure for the same year.
pub fn the_same_place_is_kept_twice(browser: &mut Browser) -> Outcome {
    if tabs_are_shown(browser) {
        return from_disk(browser, several_tabs::the_same_place_is_kept_twice);
    }
    Ok(())
}

/// Fault 39: from a disk, a panic in a handler.
pub fn a_trap_leads_to_the_recovery_page(browser: &mut Browser) -> Outcome {
    from_disk(browser, recovering::a_trap_leads_to_the_recovery_page)
}

/// Fault 41: from a disk, no WebAssembly.
pub fn without_webassembly_a_page_says_what_to_do(browser: &mut Browser) -> Outcome {
    from_disk(
        browser,
        recovering::without_webassembly_a_page_says_what_to_do,
    )
}
