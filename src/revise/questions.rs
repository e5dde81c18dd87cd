//! What a later version asks again, and what it need not ask.

use super::difference::Answered;
use super::field::Field;
use super::ids::highest;
use crate::plan::{Answer, Edit, Id, Plan, Question, QuestionKind, squash};
use std::collections::{BTreeMap, BTreeSet};

/// A question of a version that is to be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question's id as it was read.
    pub id: Id,
    /// The question as it is asked of the plan it goes into.
    pub question: Question,
}

/// The edits that take the answers to these questions of a plan, in their order. A question without an answer stays
/// open, and so does one whose answer the plan has no place for.
pub(super) fn answers(plan: &Plan, asked: &[Asked], given: &BTreeMap<Id, Answer>) -> Vec<Edit> {
    let mut tried = plan.clone();
    let edits = asked.iter().filter_map(|asked| {
        let edit = Edit::answered(&asked.question, given.get(&asked.id)?);
        edit.clone().apply(&mut tried).is_ok().then_some(edit)
    });
    edits.collect()
}

/// A plan that is taken in by itself, with the answers to its questions in it.
#[must_use]
pub fn with_answers(plan: &Plan, given: &BTreeMap<Id, Answer>) -> Plan {
    let mut answered = plan.clone();
    let edits = answers(plan, &Asked::of(plan), given);
    match (Edit::Together { edits }).apply(&mut answered) {
        Ok(_) => answered,
        Err(_) => plan.clone(),
    }
}

impl Asked {
    /// The questions of a plan that is taken in by itself.
    #[must_use]
    pub fn of(plan: &Plan) -> Vec<Self> {
        let questions = plan.questions.iter().map(|question| Self {
            id: question.id.clone(),
            question: question.clone(),
        });
        questions.collect()
    }
}

/// The field a question is about.
fn field_of(kind: QuestionKind) -> Option<Field> {
    match kind {
        QuestionKind::MissingDepartment => Some(Field::Departments),
        QuestionKind::AmbiguousYears => Some(Field::Marks),
        QuestionKind::AmbiguousValue | QuestionKind::AmbiguousStructure => None,
    }
}

/// What the questions of two versions come to. The later version's items carry the ids of their partners, its questions
/// still their own.
pub(super) struct Questions {
    /// Those of the later version that are asked.
    pub asked: Vec<Asked>,
    /// How many it asks that were answered before, about the same line.
    pub answered_before: usize,
    /// The fields that answers settled.
    settled: BTreeMap<(Id, Field), Answered>,
}

impl Questions {
    pub fn new(kept: &Plan, incoming: &Plan) -> Self {
        let mut questions = Self {
            asked: Vec::new(),
            answered_before: 0,
            settled: BTreeMap::new(),
        };
        for (item, lines) in &kept.decided {
            let kinds = [
                QuestionKind::MissingDepartment,
                QuestionKind::AmbiguousYears,
            ];
            for kind in kinds
                .into_iter()
                .filter(|kind| lines.contains_key(kind.key()))
            {
                questions.settle(item, kind, Answered::AboutSomethingElse);
            }
        }
        let mut number = highest("question", kept.questions.iter().map(|open| &open.id));
        let mut open: BTreeMap<(&Id, &str), Vec<&Question>> = BTreeMap::new();
        for question in &kept.questions {
            let key = (&question.item, question.kind.key());
            open.entry(key).or_default().push(question);
        }
        for question in &incoming.questions {
            if is_decided(kept, question) {
                questions.answered_before += 1;
                questions.settle(&question.item, question.kind, Answered::AboutTheSame);
                continue;
            }
            let same = open.get_mut(&(&question.item, question.kind.key()));
            let same = same
                .filter(|open| !open.is_empty())
                .map(|open| open.remove(0));
            let id = same.map_or_else(
                || {
                    number += 1;
                    Id::numbered("question", number)
                },
                |open| open.id.clone(),
            );
            questions.asked.push(Asked {
                id: question.id.clone(),
                question: Question {
                    id,
                    ..question.clone()
                },
            });
        }
        questions
    }

    fn settle(&mut self, item: &Id, kind: QuestionKind, answered: Answered) {
        if let Some(field) = field_of(kind) {
            self.settled.insert((item.clone(), field), answered);
        }
    }

    /// Whether an answer settled a field of an item.
    pub fn answered(&self, item: &Id, field: Field) -> Option<Answered> {
        self.settled.get(&(item.clone(), field)).copied()
    }
}

/// Whether a person decided before about the same line.
fn is_decided(kept: &Plan, question: &Question) -> bool {
    let decided = kept.decided.get(&question.item);
    decided
        .and_then(|lines| lines.get(question.kind.key()))
        .is_some_and(|line| squash(line) == squash(&question.source_text))
}

/// The questions of the plan after the later version was taken over: those it asks, and of the others those that it
/// does not settle by saying clearly what was in doubt.
pub(super) fn open_after(kept: &Plan, incoming: &Plan, asked: &[Asked]) -> Vec<Question> {
    let mut clear: BTreeSet<(&Id, Field)> = BTreeSet::new();
    for item in &incoming.schedule {
        if !item.departments.is_empty() {
            clear.insert((&item.id, Field::Departments));
        }
        if !item.marks.is_empty() {
            clear.insert((&item.id, Field::Marks));
        }
    }
    let mut open: Vec<Question> = asked.iter().map(|asked| asked.question.clone()).collect();
    for question in &kept.questions {
        let is_asked = asked.iter().any(|asked| asked.question.id == question.id);
        let is_clear =
            field_of(question.kind).is_some_and(|field| clear.contains(&(&question.item, field)));
        if !is_asked && !is_clear {
            open.push(question.clone());
        }
    }
    open
}
