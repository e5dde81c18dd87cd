//! Every change that can be made to a plan, as a value.

use super::{
    Accumulation, Actual, Choice, Direction, FiscalYear, Id, Mark, Period, Plan, ProgressSheet,
    Question,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change to a plan. [`Edit::apply`] makes it and gives the edit that takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Puts another plan in the place of this one (an import); the inverse puts the old one back.
    Replace {
        /// The plan that comes in.
        plan: Box<Plan>,
    },
    /// Sets, corrects or (with none) removes the actual of one period.
    SetActual {
        /// The indicator.
        indicator: Id,
        /// The period.
        period: Period,
        /// The actual; its own period must be the same.
        actual: Option<Actual>,
    },
    /// Says in which direction an indicator should go; `Unknown` leaves it to inference.
    SetDirection {
        /// The indicator.
        indicator: Id,
        /// The direction.
        direction: Direction,
    },
    /// Says over what an indicator is counted; `Unknown` leaves it to inference.
    SetAccumulation {
        /// The indicator.
        indicator: Id,
        /// The accumulation.
        accumulation: Accumulation,
    },
    /// Says who is responsible for a schedule item.
    SetScheduleDepartments {
        /// The schedule item.
        item: Id,
        /// The departments.
        departments: Vec<String>,
    },
    /// Sets all marks of a schedule item.
    SetMarks {
        /// The schedule item.
        item: Id,
        /// Marks by fiscal year.
        marks: BTreeMap<FiscalYear, Mark>,
    },
    /// Writes this year's progress note of a schedule item.
    SetProgress {
        /// The schedule item.
        item: Id,
        /// The note.
        progress: String,
    },
    /// Puts a sheet in the place of the one with the same id.
    SetSheet {
        /// The sheet.
        sheet: Box<ProgressSheet>,
    },
    /// Removes a question that was decided.
    CloseQuestion {
        /// The question.
        question: Id,
    },
    /// Puts a question back at its place.
    ReopenQuestion {
        /// Where it stood.
        index: usize,
        /// The question.
        question: Box<Question>,
    },
    /// Several changes as one step; all are made or none.
    Together {
        /// The changes in order.
        edits: Vec<Edit>,
    },
}

/// Why an edit could not be made. The plan is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no item with this id.
    #[error("no item {0}")]
    NoSuchItem(Id),
    /// The actual's own period is not the one it is set for.
    #[error("the actual is for another period")]
    PeriodMismatch,
}

impl Edit {
    /// The edits that take a person's answer to a question: the choice, and the question closed.
    #[must_use]
    pub fn answer(question: &Question, choice: Choice) -> Option<Self> {
        let item = question.item.clone();
        let change = match choice {
            Choice::Departments { departments } => {
                Self::SetScheduleDepartments { item, departments }
            }
            Choice::Marks { marks } => Self::SetMarks { item, marks },
            Choice::Text { .. } => return None,
        };
        Some(Self::Together {
            edits: vec![
                change,
                Self::CloseQuestion {
                    question: question.id.clone(),
                },
            ],
        })
    }

    /// The items the edit changes in place, besides questions; none when it may change anything. Its inverse changes
    /// the same.
    #[must_use]
    pub fn items(&self) -> Option<Vec<&Id>> {
        match self {
            Self::Replace { .. } => None,
            Self::SetActual { indicator, .. }
            | Self::SetDirection { indicator, .. }
            | Self::SetAccumulation { indicator, .. } => Some(vec![indicator]),
            Self::SetScheduleDepartments { item, .. }
            | Self::SetMarks { item, .. }
            | Self::SetProgress { item, .. } => Some(vec![item]),
            Self::SetSheet { sheet } => Some(vec![&sheet.id]),
            Self::CloseQuestion { .. } | Self::ReopenQuestion { .. } => Some(Vec::new()),
            Self::Together { edits } => {
                let items: Option<Vec<Vec<&Id>>> = edits.iter().map(Self::items).collect();
                items.map(|items| items.concat())
            }
        }
    }

    /// Makes the change and gives its inverse.
    ///
    /// # Errors
    /// [`EditError`] when the item is not there; the plan is then unchanged.
    pub fn apply(self, plan: &mut Plan) -> Result<Self, EditError> {
        match self {
            Self::Replace { plan: incoming } => Ok(Self::Replace {
                plan: Box::new(std::mem::replace(plan, *incoming)),
            }),
            Self::SetActual {
                indicator,
                period,
                actual,
            } => set_actual(plan, indicator, period, actual),
            Self::SetDirection {
                indicator,
                direction,
            } => {
                let found = find(&mut plan.indicators, &indicator, |item| &item.id)?;
                let direction = std::mem::replace(&mut found.direction, direction);
                Ok(Self::SetDirection {
                    indicator,
                    direction,
                })
            }
            Self::SetAccumulation {
                indicator,
                accumulation,
            } => {
                let found = find(&mut plan.indicators, &indicator, |item| &item.id)?;
                let accumulation = std::mem::replace(&mut found.accumulation, accumulation);
                Ok(Self::SetAccumulation {
                    indicator,
                    accumulation,
                })
            }
            Self::SetScheduleDepartments { item, departments } => {
                let found = find(&mut plan.schedule, &item, |item| &item.id)?;
                let departments = std::mem::replace(&mut found.departments, departments);
                Ok(Self::SetScheduleDepartments { item, departments })
            }
            Self::SetMarks { item, marks } => {
                let found = find(&mut plan.schedule, &item, |item| &item.id)?;
                let marks = std::mem::replace(&mut found.marks, marks);
                Ok(Self::SetMarks { item, marks })
            }
            Self::SetProgress { item, progress } => {
                let found = find(&mut plan.schedule, &item, |item| &item.id)?;
                let progress = std::mem::replace(&mut found.progress, progress);
                Ok(Self::SetProgress { item, progress })
            }
            Self::SetSheet { sheet } => {
                let found = find(&mut plan.sheets, &sheet.id, |item| &item.id)?;
                Ok(Self::SetSheet {
                    sheet: Box::new(std::mem::replace(found, *sheet)),
                })
            }
            Self::CloseQuestion { question } => {
                let index = plan
                    .questions
                    .iter()
                    .position(|open| open.id == question)
                    .ok_or(EditError::NoSuchItem(question))?;
                Ok(Self::ReopenQuestion {
                    index,
                    question: Box::new(plan.questions.remove(index)),
                })
            }
            Self::ReopenQuestion { index, question } => {
                let id = question.id.clone();
                plan.questions
                    .insert(index.min(plan.questions.len()), *question);
                Ok(Self::CloseQuestion { question: id })
            }
            Self::Together { edits } => apply_together(plan, edits),
        }
    }
}

fn set_actual(
    plan: &mut Plan,
    indicator: Id,
    period: Period,
    actual: Option<Actual>,
) -> Result<Edit, EditError> {
    if actual
        .as_ref()
        .is_some_and(|actual| actual.period != period)
    {
        return Err(EditError::PeriodMismatch);
    }
    let actuals = &mut find(&mut plan.indicators, &indicator, |item| &item.id)?.actuals;
    let at = actuals
        .iter()
        .position(|existing| existing.period == period);
    let before = match (at, actual) {
        (Some(at), Some(actual)) => Some(std::mem::replace(&mut actuals[at], actual)),
        (Some(at), None) => Some(actuals.remove(at)),
        (None, Some(actual)) => {
            let at = actuals
                .iter()
                .position(|existing| existing.period > period)
                .unwrap_or(actuals.len());
            actuals.insert(at, actual);
            None
        }
        (None, None) => None,
    };
    Ok(Edit::SetActual {
        indicator,
        period,
        actual: before,
    })
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

fn find<'a, Item>(
    items: &'a mut [Item],
    id: &Id,
    id_of: fn(&Item) -> &Id,
) -> Result<&'a mut Item, EditError> {
    items
        .iter_mut()
        .find(|item| id_of(item) == id)
        .ok_or_else(|| EditError::NoSuchItem(id.clone()))
}
