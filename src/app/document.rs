//! The plan that is open: changed only through edits, judged again where an edit touched it.

use super::searched::Searched;
use crate::judge::{Grade, Judgement, Yardstick, judge_by};
use crate::plan::{Edit, EditError, Id, Indicator, Plan};

/// The open plan with what is computed from it, and the way back.
#[derive(Clone, Debug, Default)]
pub struct Document {
    plan: Plan,
    judgements: Vec<Judgement>,
    searched: Searched,
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    /// The edits since the plan was saved; none when anything may have changed.
    unsaved: Option<Vec<Edit>>,
    revision: u64,
}

impl Document {
    /// Opens a plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self::judged_only(plan).made_searchable()
    }

    /// Opens a plan and judges it; nothing can be searched yet.
    #[must_use]
    pub fn judged_only(plan: Plan) -> Self {
        let mut document = Self {
            plan,
            unsaved: Some(Vec::new()),
            ..Self::default()
        };
        document.judge_all();
        document
    }

    /// The same with what its indicators can be found by.
    #[must_use]
    pub fn made_searchable(mut self) -> Self {
        self.searched = Searched::of(&self.plan.indicators);
        self
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How many changes were made, taken back ones included: another number is another state.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The place of an indicator in the plan.
    #[must_use]
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.plan
            .indicators
            .iter()
            .position(|indicator| indicator.id == *id)
    }

    /// An indicator with its judgement, by its place in the plan.
    #[must_use]
    pub fn judged(&self, index: usize) -> Option<(&Indicator, &Judgement)> {
        Some((
            self.plan.indicators.get(index)?,
            self.judgements.get(index)?,
        ))
    }

    /// Every indicator with its judgement, in the plan's order.
    pub fn all_judged(&self) -> impl Iterator<Item = (&Indicator, &Judgement)> {
        self.plan.indicators.iter().zip(&self.judgements)
    }

    /// The grade of an indicator, by its place in the plan.
    #[must_use]
    pub fn grade(&self, index: usize) -> Grade {
        self.judgements
            .get(index)
            .map_or(Grade::NotJudged, |judgement| judgement.grade)
    }

    /// What the indicators can be found by.
    #[must_use]
    pub fn searched(&self) -> &Searched {
        &self.searched
    }

    /// Makes a change. It can be taken back; what had been taken back before cannot come again.
    ///
    /// # Errors
    /// [`EditError`] when the plan has no such item; nothing changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let inverse = self.change(edit)?;
        self.undo.push(inverse);
        self.redo.clear();
        Ok(())
    }

    /// Takes the last change back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.undo.pop() else {
            return false;
        };
        match self.change(edit) {
            Ok(inverse) => self.redo.push(inverse),
            Err(_) => return false,
        }
        true
    }

    /// Makes again what was taken back last; `false` when there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(edit) = self.redo.pop() else {
            return false;
        };
        match self.change(edit) {
            Ok(inverse) => self.undo.push(inverse),
            Err(_) => return false,
        }
        true
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The edits made since the plan was opened or last saved, or their inverses; none when it was replaced.
    #[must_use]
    pub fn unsaved(&self) -> Option<&[Edit]> {
        self.unsaved.as_deref()
    }

    /// Notes that the plan as it is now is saved.
    pub fn note_saved(&mut self) {
        self.unsaved = Some(Vec::new());
    }

    fn change(&mut self, edit: Edit) -> Result<Edit, EditError> {
        let touched: Option<Vec<Id>> = edit.items().map(|ids| ids.into_iter().cloned().collect());
        let made = touched.is_some().then(|| edit.clone());
        let inverse = edit.apply(&mut self.plan)?;
        self.unsaved = self.unsaved.take().zip(made).map(|(mut edits, made)| {
            edits.push(made);
            edits
        });
        self.revision += 1;
        match touched {
            None => self.compute_all(),
            Some(ids) => {
                for index in ids
                    .iter()
                    .filter_map(|id| self.position(id))
                    .collect::<Vec<_>>()
                {
                    self.judgements[index] = judge_by(
                        &self.plan.indicators[index],
                        self.plan.period,
                        None,
                        &Yardstick::of(&self.plan.rules),
                    );
                }
            }
        }
        Ok(inverse)
    }

    fn compute_all(&mut self) {
        self.judge_all();
        self.searched = Searched::of(&self.plan.indicators);
    }

    fn judge_all(&mut self) {
        let (indicators, period) = (&self.plan.indicators, self.plan.period);
        let by = Yardstick::of(&self.plan.rules);
        self.judgements = indicators
            .iter()
            .map(|indicator| judge_by(indicator, period, None, &by))
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Direction;

    fn document() -> Document {
        let indicator = Indicator {
            id: Id::from("indicator-1"),
            name: "ふるさと納税の寄附金額".to_owned(),
            ..Indicator::default()
        };
        Document::new(Plan {
            indicators: vec![indicator],
            ..Plan::default()
        })
    }

    fn set(direction: Direction) -> Edit {
        Edit::SetDirection {
            indicator: Id::from("indicator-1"),
            direction,
        }
    }

    #[test]
    fn what_was_undone_can_be_done_again() {
        let mut document = document();
        let before = document.plan().clone();
        document.apply(set(Direction::Increase)).unwrap();
        let after = document.plan().clone();
        assert!(document.undo() && !document.undo());
        assert_eq!(*document.plan(), before);
        assert!(document.redo() && !document.redo());
        assert_eq!(*document.plan(), after);
    }

    #[test]
    fn a_new_change_ends_what_could_be_done_again() {
        let mut document = document();
        document.apply(set(Direction::Increase)).unwrap();
        document.undo();
        document.apply(set(Direction::Decrease)).unwrap();
        assert!(document.can_undo() && !document.can_redo());
    }

    #[test]
    fn a_change_that_cannot_be_made_leaves_no_trace() {
        let mut document = document();
        let edit = Edit::SetDirection {
            indicator: Id::from("nowhere"),
            direction: Direction::Increase,
        };
        assert!(document.apply(edit).is_err());
        assert!(!document.can_undo());
    }

    #[test]
    fn what_is_unsaved_is_known_edit_by_edit_until_the_whole_plan_is_another() {
        let mut document = document();
        document.apply(set(Direction::Increase)).unwrap();
        document.undo();
        assert_eq!(document.unsaved().map(<[Edit]>::len), Some(2));
        document.note_saved();
        assert_eq!(document.unsaved(), Some(&[][..]));
        let plan = Box::default();
        document.apply(Edit::Replace { plan }).unwrap();
        document.undo();
        assert_eq!(document.unsaved(), None);
    }
}
