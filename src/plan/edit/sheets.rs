//! Sheets that come and go, and the sheets of a new year.

use super::{Edit, EditError};
use crate::plan::{Id, Plan, ProgressSheet, carried_over, latest_sheets};

impl Edit {
    /// The edit that makes the next fiscal year's sheets from those of the latest one, in their order behind all others:
    /// the ones chosen, but none that another sheet goes on with already. None when that leaves no sheet.
    #[must_use]
    pub fn next_years_sheets(plan: &Plan, chosen: &[Id]) -> Option<Self> {
        let latest = latest_sheets(plan).into_iter();
        let sheets = latest.filter(|sheet| chosen.contains(&sheet.id));
        let edits: Vec<Self> = sheets
            .zip(plan.new_ids::<ProgressSheet>())
            .enumerate()
            .filter_map(|(place, (sheet, id))| {
                Some(Self::AddSheet {
                    index: plan.sheets.len() + place,
                    sheet: Box::new(carried_over(sheet, id)?),
                })
            })
            .collect();
        (!edits.is_empty()).then_some(Self::Together { edits })
    }
}

pub(super) fn add_sheet(
    plan: &mut Plan,
    index: usize,
    sheet: ProgressSheet,
) -> Result<Edit, EditError> {
    let index = index.min(plan.sheets.len());
    let id = sheet.id.clone();
    if plan.sheets[..index].iter().any(|there| there.id == id) {
        return Err(EditError::AlreadyThere(id));
    }
    plan.sheets.insert(index, sheet);
    Ok(Edit::RemoveSheet { sheet: id })
}

pub(super) fn remove_sheet(plan: &mut Plan, id: Id) -> Result<Edit, EditError> {
    match plan.sheets.iter().position(|sheet| sheet.id == id) {
        Some(index) => {
            let sheet = Box::new(plan.sheets.remove(index));
            Ok(Edit::AddSheet { index, sheet })
        }
        None => Err(EditError::NoSuchItem(id)),
    }
}
