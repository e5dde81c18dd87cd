//! Every change that can be made to a plan, as a value.

mod actuals;
mod apply;
mod entry;
mod questions;
mod reports;
mod sheets;

use super::{
    Accumulation, Actual, AnnualReport, Direction, EarlierTargets, FiscalYear, Id, Indicator, Mark,
    Observation, Period, Plan, ProgressSheet, Question, Rules,
};
use apply::find;
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
    /// Puts an actual back at its place.
    RestoreActual {
        /// The indicator.
        indicator: Id,
        /// Where it stood.
        index: usize,
        /// The actual.
        actual: Box<Actual>,
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
    /// Says which goals an indicator serves; with none it is left to where it stands ([`crate::plan::Goals`]).
    SetServes {
        /// The indicator.
        indicator: Id,
        /// The goals' ids.
        serves: Option<Vec<Id>>,
    },
    /// Puts an indicator in the place of the one with the same id: what a reader or a document got wrong is mended.
    SetIndicator {
        /// The indicator.
        indicator: Box<Indicator>,
    },
    /// Says which of the sustainable development goals a section serves: documents draw them as pictures, of which their
    /// text says nothing.
    SetSdgs {
        /// The section.
        section: Id,
        /// The goals, 1 to 17.
        sdgs: Vec<u8>,
    },
    /// Sets an indicator's targets together with those they took the place of; [`Edit::change_targets`] makes it.
    SetTargets {
        /// The indicator.
        indicator: Id,
        /// The targets, interim ones first.
        targets: Vec<Observation>,
        /// The targets before them.
        earlier_targets: Vec<EarlierTargets>,
    },
    /// Says by which rules the plan is judged.
    SetRules {
        /// The rules.
        rules: Box<Rules>,
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
    /// Sets all annual reports of a schedule item; [`Edit::report`] and [`Edit::carry_over`] make it.
    SetReports {
        /// The schedule item.
        item: Id,
        /// The reports.
        reports: Vec<AnnualReport>,
    },
    /// Puts a sheet in the place of the one with the same id.
    SetSheet {
        /// The sheet.
        sheet: Box<ProgressSheet>,
    },
    /// Puts in a sheet, such as one of a new year; [`Edit::next_years_sheets`] makes it.
    AddSheet {
        /// Where it is to stand; at the end when there are not so many.
        index: usize,
        /// The sheet.
        sheet: Box<ProgressSheet>,
    },
    /// Takes a sheet out.
    RemoveSheet {
        /// The sheet.
        sheet: Id,
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
    /// Says that an item belongs to a theme or does not, or (with none) leaves it to the dictionary.
    SetTheme {
        /// The item.
        item: Id,
        /// The theme's key.
        theme: String,
        /// Whether it belongs.
        belongs: Option<bool>,
    },
    /// Sets a remark about an item aside with a reason or, with none, takes it up again.
    SetAside {
        /// The item.
        item: Id,
        /// The remark's key.
        remark: String,
        /// The reason.
        reason: Option<String>,
    },
    /// Notes about what of the source people decided otherwise or, with none, that they did not.
    SetDecided {
        /// The item.
        item: Id,
        /// What was decided: a question by its kind's key, something mended by its name.
        key: String,
        /// What the source says.
        line: Option<String>,
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
    /// There already is an item with this id.
    #[error("item {0} is there already")]
    AlreadyThere(Id),
    /// There already is an actual of this period.
    #[error("there is an actual of this period already")]
    PeriodTaken,
    /// The actual's own period is not the one it is set for.
    #[error("the actual is for another period")]
    PeriodMismatch,
}

impl Edit {
    /// The edit that changes an indicator's targets in a period and keeps the ones it had.
    #[must_use]
    pub fn change_targets(
        indicator: &Indicator,
        targets: Vec<Observation>,
        changed: Period,
    ) -> Self {
        let mut earlier_targets = indicator.earlier_targets.clone();
        earlier_targets.push(EarlierTargets {
            changed,
            targets: indicator.targets.clone(),
        });
        Self::SetTargets {
            indicator: indicator.id.clone(),
            targets,
            earlier_targets,
        }
    }

    /// The items the edit changes in place, besides questions; none when it may change anything. Its inverse changes
    /// the same.
    #[must_use]
    pub fn items(&self) -> Option<Vec<&Id>> {
        match self {
            // Where an item comes or goes, those behind it change their places.
            Self::Replace { .. }
            | Self::SetRules { .. }
            | Self::AddSheet { .. }
            | Self::RemoveSheet { .. } => None,
            Self::SetActual { indicator, .. }
            | Self::RestoreActual { indicator, .. }
            | Self::SetDirection { indicator, .. }
            | Self::SetAccumulation { indicator, .. }
            | Self::SetServes { indicator, .. }
            | Self::SetTargets { indicator, .. } => Some(vec![indicator]),
            Self::SetIndicator { indicator } => Some(vec![&indicator.id]),
            Self::SetScheduleDepartments { item, .. }
            | Self::SetMarks { item, .. }
            | Self::SetReports { item, .. } => Some(vec![item]),
            Self::SetSheet { sheet } => Some(vec![&sheet.id]),
            Self::SetSdgs { section, .. } => Some(vec![section]),
            Self::CloseQuestion { .. }
            | Self::ReopenQuestion { .. }
            | Self::SetTheme { .. }
            | Self::SetAside { .. }
            | Self::SetDecided { .. } => Some(Vec::new()),
            Self::Together { edits } => {
                let items: Option<Vec<Vec<&Id>>> = edits.iter().map(Self::items).collect();
                items.map(|items| items.concat())
            }
        }
    }
}

#[cfg(test)]
mod tests;
