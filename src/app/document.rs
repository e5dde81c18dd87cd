//! The plan that is open: changed only through edits, judged again where an edit touched it.

use super::searched::Searched;
use crate::judge::{Grade, Judgement, Yardstick, judge_all, judge_by};
use crate::plan::{Edit, EditError, Id, Indicator, Plan};

/// A step of more changes than these is one of much.
const FEW: usize = 10;

/// So many changes can be taken back, and no more: what a whole day's are held with would fill a phone's memory.
const STEPS: usize = 500;

/// The open plan with what is computed from it, and the way back.
#[derive(Clone, Debug, Default)]
pub struct Document {
    plan: Plan,
    judgements: Vec<Judgement>,
    searched: Searched,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The changes since the plan was saved; none when anything may have changed.
    unsaved: Option<Vec<Made>>,
    /// The changes that were saved last: another tab's save at the same time may have lost them.
    saved: Option<Vec<Made>>,
    revision: u64,
}

/// A step in the history of what was done here.
#[derive(Clone, Debug)]
enum Step {
    /// A change in one place.
    Place(Box<Place>),
    /// What goes the step when it may change anything.
    Whole(Box<Edit>),
}

/// A change in one place: what makes it, what takes it back, and what taking it back gives.
#[derive(Clone, Debug)]
struct Place {
    edit: Edit,
    inverse: Edit,
    again: Edit,
}

/// A change that was made, and its inverse: what it found in its place.
#[derive(Clone, Debug)]
struct Made {
    edit: Edit,
    found: Edit,
}

/// How a way back or forth through what was done ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// It was made.
    Done,
    /// There is nothing there to go to.
    AtEnd,
    /// Another tab has changed the same place since: that stays, and this step is forgotten.
    ChangedElsewhere,
}

impl Walk {
    fn of(walked: Option<&Step>) -> Self {
        walked.map_or(Self::ChangedElsewhere, |_| Self::Done)
    }
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
            saved: Some(Vec::new()),
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
        let step = match edit.items() {
            None => Step::Whole(Box::new(edit.apply(&mut self.plan)?)),
            Some(_) => {
                let inverse = edit.clone().apply(&mut self.plan)?;
                let again = inverse.clone().apply(&mut self.plan)?;
                again.clone().apply(&mut self.plan)?;
                Step::Place(Box::new(Place {
                    edit,
                    inverse,
                    again,
                }))
            }
        };
        match &step {
            Step::Place(place) => self.note_made(place.edit.clone(), place.inverse.clone()),
            Step::Whole(_) => self.note_all_made(),
        }
        if self.undo.len() == STEPS {
            self.undo.remove(0);
        }
        self.undo.push(step);
        self.redo.clear();
        Ok(())
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Walk {
        let Some(step) = self.undo.pop() else {
            return Walk::AtEnd;
        };
        let walked = self.walk(step, |place| (&place.inverse, &place.again));
        let walk = Walk::of(walked.as_ref());
        self.redo.extend(walked);
        walk
    }

    /// Makes again what was taken back last.
    pub fn redo(&mut self) -> Walk {
        let Some(step) = self.redo.pop() else {
            return Walk::AtEnd;
        };
        let walked = self.walk(step, |place| (&place.edit, &place.inverse));
        let walk = Walk::of(walked.as_ref());
        self.undo.extend(walked);
        walk
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
    pub fn unsaved(&self) -> Option<Vec<&Edit>> {
        let made = self.unsaved.as_ref()?;
        Some(made.iter().map(|made| &made.edit).collect())
    }

    /// Whether what is unsaved changes much at once: the whole plan, or many places in one step.
    #[must_use]
    pub fn changes_much(&self) -> bool {
        let much =
            |made: &Made| matches!(&made.edit, Edit::Together { edits } if edits.len() > FEW);
        self.unsaved
            .as_ref()
            .is_none_or(|made| made.iter().any(much))
    }

    /// Notes that the plan as it is now is saved.
    pub fn note_saved(&mut self) {
        self.saved = self.unsaved.replace(Vec::new());
    }

    /// Notes that what was saved last is not kept after all: it is to be saved again.
    pub fn note_lost(&mut self) {
        let saved = self.saved.replace(Vec::new());
        self.unsaved = saved.zip(self.unsaved.take()).map(|(mut made, unsaved)| {
            made.extend(unsaved);
            made
        });
    }

    /// Goes on with the plan as another tab kept it, with what is unsaved here on top.
    ///
    /// # Errors
    /// The plan that was given, when both changed the same place; nothing is changed here then.
    pub fn follow(&mut self, kept: Plan) -> Result<(), Box<Plan>> {
        match &self.unsaved {
            Some(made) if made.is_empty() => self.go_on_with(kept),
            Some(made) => match with_made(&kept, made) {
                Some(merged) => self.take(merged),
                None => return Err(Box::new(kept)),
            },
            None => return Err(Box::new(kept)),
        }
        Ok(())
    }

    /// Goes on with the plan as it is kept, and lets go of what is unsaved here.
    pub fn go_on_with(&mut self, kept: Plan) {
        self.note_saved();
        self.saved = Some(Vec::new());
        self.take(kept);
    }

    fn take(&mut self, plan: Plan) {
        self.plan = plan;
        // A step to a whole plan would take what others changed with it.
        self.undo.retain(|step| matches!(step, Step::Place(_)));
        self.redo.retain(|step| matches!(step, Step::Place(_)));
        self.revision += 1;
        self.compute_all();
    }

    /// Goes a step by an edit, of which `way` says what it finds in its place; none, and nothing is changed, where it finds
    /// something else: another tab changed it meanwhile.
    fn walk(&mut self, step: Step, way: fn(&Place) -> (&Edit, &Edit)) -> Option<Step> {
        match step {
            Step::Whole(edit) => {
                let back = edit.apply(&mut self.plan).ok()?;
                self.note_all_made();
                Some(Step::Whole(Box::new(back)))
            }
            Step::Place(place) => {
                let (edit, finds) = way(&place);
                let found = edit.clone().apply(&mut self.plan).ok()?;
                if found != *finds {
                    // An inverse can always be applied to the state it was given for.
                    let _ = found.apply(&mut self.plan);
                    return None;
                }
                self.note_made(edit.clone(), found);
                Some(Step::Place(place))
            }
        }
    }

    fn note_made(&mut self, edit: Edit, found: Edit) {
        self.revision += 1;
        let touched = edit.items().unwrap_or_default();
        let touched: Vec<usize> = touched.iter().filter_map(|id| self.position(id)).collect();
        for index in touched {
            let (indicator, period) = (&self.plan.indicators[index], self.plan.period);
            let yardstick = Yardstick::of(&self.plan.rules);
            self.judgements[index] = judge_by(indicator, period, None, &yardstick);
        }
        if let Some(unsaved) = &mut self.unsaved {
            unsaved.push(Made { edit, found });
        }
    }

    fn note_all_made(&mut self) {
        self.unsaved = None;
        self.revision += 1;
        self.compute_all();
    }

    fn compute_all(&mut self) {
        self.judge_all();
        self.searched = Searched::of(&self.plan.indicators);
    }

    fn judge_all(&mut self) {
        let (indicators, period) = (&self.plan.indicators, self.plan.period);
        let by = Yardstick::of(&self.plan.rules);
        self.judgements = judge_all(indicators, period, None, &by);
    }
}

/// A plan with changes made elsewhere on top; none when one finds something else in its place than it did there.
fn with_made(plan: &Plan, made: &[Made]) -> Option<Plan> {
    let mut plan = plan.clone();
    for made in made {
        let found = made.edit.clone().apply(&mut plan).ok()?;
        if found != made.found {
            return None;
        }
    }
    Some(plan)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod history;
#[cfg(test)]
mod tests;
