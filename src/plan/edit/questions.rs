//! Answering questions: closing one, and putting one back at its place.

use super::{Edit, EditError};
use crate::plan::{Answer, Choice, Id, Plan, Question};

impl Edit {
    /// The edits that take a person's choice as the answer to a question: the choice, the question closed, and a note
    /// of the source's line, so that the same is not asked again. None where such a choice cannot be taken.
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
        let mut edits = vec![change];
        edits.extend(closing(question));
        Some(Self::Together { edits })
    }

    /// The edits that let the reading stand which the item carries: the question closed and the note of its line.
    #[must_use]
    pub fn let_stand(question: &Question) -> Self {
        Self::Together {
            edits: closing(question).into(),
        }
    }

    /// The edits that take an answer; one that cannot be taken lets the reading stand.
    #[must_use]
    pub fn answered(question: &Question, answer: &Answer) -> Self {
        match answer {
            Answer::Choice { choice } => Self::answer(question, choice.clone()),
            Answer::LetStand => None,
        }
        .unwrap_or_else(|| Self::let_stand(question))
    }
}

fn closing(question: &Question) -> [Edit; 2] {
    [
        Edit::CloseQuestion {
            question: question.id.clone(),
        },
        Edit::SetDecided {
            item: question.item.clone(),
            kind: question.kind,
            line: Some(question.source_text.clone()),
        },
    ]
}

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
