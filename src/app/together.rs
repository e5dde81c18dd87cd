//! One plan in several tabs: each saves what it changed on top of what the others kept, and nothing is written over.
//!
//! A tab looks at what is kept before it writes ([`Library::standing`]). What another tab kept since is taken over, and
//! the changes made here are made again on top. Where both changed the same place, the other tab's stays in the plan and
//! this tab's plan is kept whole beside it, as a plan of its own.

use super::Document;
use crate::keep::{KeepError, Kept, Library, PlanCard, Storage};
use crate::plan::Plan;

/// What became of a plan that another tab had changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined {
    /// Nobody had changed it.
    Nothing,
    /// What others changed is here too now.
    Followed,
    /// Both had changed the same place: this tab's plan is kept under this key of its own.
    KeptBoth(String),
}

/// How often others may come between before a save is given up: they would have to save in between each time.
const ATTEMPTS: usize = 4;

/// Saves what was changed in a plan, on top of what other tabs kept of it meanwhile. `beside` names the plan that is kept
/// beside it when both changed the same place; `now` is ISO 8601.
///
/// # Errors
/// Any [`KeepError`]; what is kept is then whole and what was changed here is still unsaved here.
pub fn save<S: Storage>(
    library: &mut Library<S>,
    key: &str,
    document: &mut Document,
    beside: &dyn Fn(&Plan) -> String,
    now: &str,
) -> Result<(PlanCard, Joined), KeepError> {
    let mut joined = Joined::Nothing;
    for _ in 0..ATTEMPTS {
        match follow(library, key, document, beside, now)? {
            Joined::Nothing => {}
            more => joined = more,
        }
        let saved = match document.unsaved() {
            Some(edits) => library.save_edits(key, document.plan(), &edits, now),
            None => library.save(key, document.plan(), now),
        };
        match saved {
            Err(KeepError::ChangedElsewhere) => {}
            Err(error) => return Err(error),
            Ok(card) => {
                document.note_saved();
                return Ok((card, joined));
            }
        }
    }
    Err(KeepError::ChangedElsewhere)
}

/// Takes over what other tabs kept of a plan since this one loaded or saved it, with what is unsaved here on top.
///
/// # Errors
/// Any [`KeepError`]; nothing is changed here then.
pub fn follow<S: Storage>(
    library: &mut Library<S>,
    key: &str,
    document: &mut Document,
    beside: &dyn Fn(&Plan) -> String,
    now: &str,
) -> Result<Joined, KeepError> {
    match library.standing(key) {
        Ok(Kept::AsKnown) => return Ok(Joined::Nothing),
        Ok(Kept::ByAnother) => {}
        Ok(Kept::WithoutThis) => document.note_lost(),
        // All of it is gone, as when somebody clears the browser's data: what is here is all there is.
        Err(KeepError::NoSuchPlan) => {
            library.forget(key);
            return Ok(Joined::Nothing);
        }
        Err(error) => return Err(error),
    }
    let kept = library.look_at(key)?;
    let Err(kept) = document.follow(kept) else {
        library.load(key)?;
        return Ok(Joined::Followed);
    };
    let mut mine = document.plan().clone();
    mine.title = beside(&mine);
    let own_key = library.free_key(&mine, now)?;
    library.save(&own_key, &mine, now)?;
    library.load(key)?;
    document.go_on_with(*kept);
    Ok(Joined::KeptBoth(own_key))
}

#[cfg(test)]
mod tests;
