//! Making a change, and the change that takes it back.

use super::actuals::{restore_actual, set_actual};
use super::entry::set_entry;
use super::questions::{close_question, reopen_question};
use super::sheets::{add_sheet, remove_sheet};
use super::{Edit, EditError};
use crate::plan::id::Item;
use crate::plan::{Id, Plan};
use std::mem::replace;

impl Edit {
    /// Makes the change and gives its inverse.
    ///
    /// # Errors
    /// [`EditError`] when the item is not there; the plan is then unchanged.
    pub fn apply(self, plan: &mut Plan) -> Result<Self, EditError> {
        Ok(match self {
            Self::Replace { plan: incoming } => Self::Replace {
                plan: Box::new(replace(plan, *incoming)),
            },
            Self::SetActual {
                indicator,
                period,
                actual,
            } => set_actual(plan, indicator, period, actual)?,
            Self::RestoreActual {
                indicator,
                index,
                actual,
            } => restore_actual(plan, indicator, index, *actual)?,
            Self::SetDirection {
                indicator,
                direction,
            } => {
                let field = &mut find(&mut plan.indicators, &indicator)?.direction;
                Self::SetDirection {
                    indicator,
                    direction: replace(field, direction),
                }
            }
            Self::SetAccumulation {
                indicator,
                accumulation,
            } => {
                let field = &mut find(&mut plan.indicators, &indicator)?.accumulation;
                Self::SetAccumulation {
                    indicator,
                    accumulation: replace(field, accumulation),
                }
            }
            Self::SetServes { indicator, serves } => {
                let field = &mut find(&mut plan.indicators, &indicator)?.serves;
                Self::SetServes {
                    indicator,
                    serves: replace(field, serves),
                }
            }
            Self::SetIndicator { indicator } => {
                let before = find(&mut plan.indicators, &indicator.id)?;
                Self::SetIndicator {
                    indicator: Box::new(replace(before, *indicator)),
                }
            }
            Self::SetTargets {
                indicator,
                targets,
                earlier_targets,
            } => {
                let item = find(&mut plan.indicators, &indicator)?;
                Self::SetTargets {
                    indicator,
                    targets: replace(&mut item.targets, targets),
                    earlier_targets: replace(&mut item.earlier_targets, earlier_targets),
                }
            }
            Self::SetSdgs { section, sdgs } => {
                let field = &mut find(&mut plan.sections, &section)?.sdgs;
                Self::SetSdgs {
                    section,
                    sdgs: replace(field, sdgs),
                }
            }
            Self::SetRules { rules } => Self::SetRules {
                rules: Box::new(replace(&mut plan.rules, *rules)),
            },
            Self::SetScheduleDepartments { item, departments } => {
                let field = &mut find(&mut plan.schedule, &item)?.departments;
                Self::SetScheduleDepartments {
                    item,
                    departments: replace(field, departments),
                }
            }
            Self::SetMarks { item, marks } => {
                let field = &mut find(&mut plan.schedule, &item)?.marks;
                Self::SetMarks {
                    item,
                    marks: replace(field, marks),
                }
            }
            Self::SetReports { item, reports } => {
                let field = &mut find(&mut plan.schedule, &item)?.progress;
                Self::SetReports {
                    item,
                    reports: replace(field, reports),
                }
            }
            Self::SetSheet { sheet } => {
                let before = find(&mut plan.sheets, &sheet.id)?;
                Self::SetSheet {
                    sheet: Box::new(replace(before, *sheet)),
                }
            }
            Self::AddSheet { index, sheet } => add_sheet(plan, index, *sheet)?,
            Self::RemoveSheet { sheet } => remove_sheet(plan, sheet)?,
            Self::CloseQuestion { question } => close_question(plan, question)?,
            Self::ReopenQuestion { index, question } => reopen_question(plan, index, *question)?,
            Self::SetTheme {
                item,
                theme,
                belongs,
            } => Self::SetTheme {
                belongs: set_entry(&mut plan.themes, &item, &theme, belongs),
                item,
                theme,
            },
            Self::SetAside {
                item,
                remark,
                reason,
            } => Self::SetAside {
                reason: set_entry(&mut plan.set_aside, &item, &remark, reason),
                item,
                remark,
            },
            Self::SetDecided { item, key, line } => Self::SetDecided {
                line: set_entry(&mut plan.decided, &item, &key, line),
                item,
                key,
            },
            Self::Together { edits } => apply_together(plan, edits)?,
        })
    }
}

/// All or none: what was done before a failing edit is taken back.
fn apply_together(plan: &mut Plan, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(plan) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    inverse.apply(plan)?;
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::Together { edits: inverses })
}

pub(super) fn find<'a, Kind: Item>(
    items: &'a mut [Kind],
    id: &Id,
) -> Result<&'a mut Kind, EditError> {
    items
        .iter_mut()
        .find(|item| item.id() == id)
        .ok_or_else(|| EditError::NoSuchItem(id.clone()))
}
