//! Closing a question, and putting one back at its place.

use super::{Edit, EditError};
use crate::plan::{Id, Plan, Question};

pub(super) fn close_question(plan: &mut Plan, id: Id) -> Result<Edit, EditError> {
    match plan.questions.iter().position(|open| open.id == id) {
        Some(index) => {
            let question = Box::new(plan.questions.remove(index));
            Ok(Edit::ReopenQuestion { index, question })
        }
        None => Err(EditError::NoSuchItem(id)),
    }
}

pub(super) fn reopen_question(
    plan: &mut Plan,
    index: usize,
    question: Question,
) -> Result<Edit, EditError> {
    let index = index.min(plan.questions.len());
    let id = question.id.clone();
    if plan.questions[..index].iter().any(|open| open.id == id) {
        return Err(EditError::AlreadyThere(id));
    }
    plan.questions.insert(index, question);
    Ok(Edit::CloseQuestion { question: id })
}
